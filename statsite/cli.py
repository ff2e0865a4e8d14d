"""The command line: build, check, diff, serve, extract, schema, verify and audit."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from statsite.ending import Commands
from statsite.messages import hand_out, say, tell
from statsite.problems import Problem, Severity

if TYPE_CHECKING:
    from statsite.model import Site
    from statsite.render.cache import DrawingCache

#: Names the folder where drawings are kept.
CACHE_VARIABLE = "STATSITE_CACHE"


def _web_address(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The option's value, if it is an address a site can be published at."""
    if value is None:
        return None
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 - help must come at once

    from statsite.read.faults import FAULTS  # noqa: PLC0415
    from statsite.read.values import read_base_url  # noqa: PLC0415

    try:
        return read_base_url(value)
    except PydanticCustomError as error:
        (fault,) = (error.context or {})[FAULTS]
        raise click.BadParameter(f"{fault.message}: {fault.hint}") from error


_site = click.option("--site", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The site's folder.")
_sources = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the articles' texts; $STATSITE_SOURCES otherwise.",
)
_cache = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where drawings are kept between builds; ${CACHE_VARIABLE} or the user's folder of caches otherwise.",
)
_strict = click.option("--strict", is_flag=True, help="Warnings are errors.")
_base_url = click.option("--base-url", metavar="URL", callback=_web_address, help="The site's public address, in place of site.yaml's.")


@click.group(cls=Commands, invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Build the statistics site in a folder; without a command, the one in this folder into output/."""
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@_site
@click.option("--output", type=click.Path(path_type=Path), help="Where to write; output/ in the site's folder otherwise.")
@_cache
@click.option("--jobs", default=1, type=click.IntRange(1, 64), show_default=True, help="Processes that draw charts.")
@_strict
@_base_url
@click.option("--require-verified", "verified", is_flag=True, help="Verify against the articles' texts first; refuse what differs.")
@_sources
def build(  # noqa: PLR0913 - one for each option
    *, site: Path, output: Path | None, cache: Path | None, jobs: int, strict: bool, base_url: str | None, verified: bool, sources: Path | None
) -> None:
    """Check the content, render the site and write it."""
    from statsite import pipeline, proving  # noqa: PLC0415 - help must come at once
    from statsite.render.environment import TEMPLATES  # noqa: PLC0415
    from statsite.words import TemplatesError  # noqa: PLC0415
    from statsite.write import WriteError, write_site  # noqa: PLC0415

    if sources is not None and not verified:
        raise click.UsageError("--sources is for --require-verified: nothing else of a build opens the articles' texts")
    target = output or site / "output"
    _refuse_inside((site / "content", site / "templates", TEMPLATES), target)
    try:
        checked = pipeline.check(site, strict=strict, base_url=base_url)
        tell(checked.problems, "text")
        if checked.site is None or checked.errors:
            say(f"{_count(checked.errors, 'error')}; nothing was written", err=True)
            sys.exit(1)
        if verified:
            found = proving.refusals(checked.site, sources)
            _refuse_unverified([pipeline.strictly(problem) for problem in found] if strict else found)
        files = pipeline.files(checked.site, site, jobs=jobs, kept=_kept(cache, site))
        written = write_site(_with_progress(files), target, protected=(site, site / "content", TEMPLATES.parent))
    except TemplatesError as error:
        tell(error.problems, "text")
        sys.exit(1)
    except (WriteError, proving.TextsMissing) as error:
        _give_up(error)
    counts = (len(checked.site.observations), "figure"), (len(checked.site.sources), "source"), (len(checked.site.charts), "chart")
    facts = ", ".join(_count(number, noun) for number, noun in counts)
    say(f"{target}: {facts}; {_count(written.files, 'file')}, {written.size / 1e6:.1f} MB, {written.changed} changed")


@main.command()
@_site
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How problems are printed.")
@click.option("--against", metavar="REV", help="A published state, git revision or folder: figures changed since without a record are errors.")
@_strict
@_base_url
def check(*, site: Path, form: str, against: str | None, strict: bool, base_url: str | None) -> None:
    """Check the content; write nothing."""
    from statsite import pipeline, reviewing  # noqa: PLC0415

    checked = pipeline.check(site, strict=strict, base_url=base_url)
    if against is not None:
        checked = reviewing.checked_against(checked, against, site)
    tell(checked.problems, form)
    if form == "text":
        kinds = Counter(p.severity for p in checked.problems)
        told = [severity for severity in Severity if severity is not Severity.NOTICE or kinds[severity]]
        say(", ".join(_count(kinds[severity], severity.value) for severity in told))
        _print_outcomes(checked.site)
    sys.exit(1 if checked.errors else 0)


@main.command()
@click.argument("old")
@click.argument("new", required=False)
@_site
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json", "release"]), default="text", show_default=True,
    help="How the difference is printed; `release` drafts an entry of content/releases.yaml.",
)  # fmt: skip
@_sources
def diff(*, old: str, new: str | None, site: Path, form: str, sources: Path | None) -> None:
    """Compare two states of the site figure by figure: git revisions, or folders; the site as it stands where NEW is left out.

    `rev:X` is revision X, `dir:X` folder X; a bare name is a revision if there is such a one. With the articles' texts at hand, proofs that were
    made since are looked up.
    """
    from statsite import reviewing  # noqa: PLC0415

    reviewing.diff(old, new, site, form, sources)


@main.command()
@_site
@_cache
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True, help="Port on 127.0.0.1.")
def serve(*, site: Path, cache: Path | None, port: int) -> None:
    """Build, serve on 127.0.0.1, and rebuild and reload whenever a file is saved."""
    from statsite.serve import serve_site  # noqa: PLC0415

    try:
        serve_site(site, port, _kept(cache, site))
    except OSError as error:
        _give_up(f"cannot serve on port {port}: {error.strerror}")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_site
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True, help="A draft, or bare data.")
def extract(*, file: Path, site: Path, form: str) -> None:
    """Find every quantity in a Chinese article and draft the YAML for it."""
    from statsite.disk import read_text, reason  # noqa: PLC0415
    from statsite.evidence.articles import LARGEST  # noqa: PLC0415
    from statsite.extract.draft import draft_yaml  # noqa: PLC0415
    from statsite.extract.extracted import as_json, extract_text  # noqa: PLC0415
    from statsite.read.site import read_site  # noqa: PLC0415

    try:
        quantities = extract_text(read_text(file, LARGEST))
    except OSError as error:
        _give_up(f"{file}: {reason(error)}")
    except UnicodeDecodeError:
        _give_up(f"{file} is not UTF-8")
    if form == "json":
        hand_out(as_json(quantities))
    else:
        hand_out(draft_yaml(quantities, name=file.name, site=read_site(site)[0]))


@main.command()
def schema() -> None:
    """Print the JSON Schema of every YAML file of a site, by the pattern of its path, for editors' completion."""
    from statsite.read.reference import json_schemas  # noqa: PLC0415

    hand_out(json.dumps(json_schemas(), ensure_ascii=False, indent=1))


@main.command()
@_site
@_sources
@click.option("--update", is_flag=True, help="Write content/evidence.lock.")
@click.option("--coverage", "covering", is_flag=True, help="Say which quantities of each article are on the site.")
def verify(*, site: Path, sources: Path | None, update: bool, covering: bool) -> None:
    """Find each figure in the text of its source."""
    from statsite import proving  # noqa: PLC0415

    proving.verify(site, sources, update=update, covering=covering)


@main.command()
@_site
@_sources
@click.option("--seed", type=int, help="The same seed makes the same changes; that of the published audit otherwise.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the result is printed.")
def audit(*, site: Path, sources: Path | None, seed: int | None, form: str) -> None:
    """Change figures on purpose, in memory, and report which changes the checks catch."""
    from statsite import proving  # noqa: PLC0415

    proving.audit(site, sources, seed=seed, form=form)


def _refuse_unverified(problems: Iterable[Problem]) -> None:
    """Print what a verification found, and end where any of it is an error."""
    listed = tuple(problems)
    tell(listed, "text")
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    if errors:
        say(f"{_count(errors, 'error')} of the verification; nothing was written", err=True)
        sys.exit(1)


def _refuse_inside(folders: Iterable[Path], output: Path) -> None:
    """Give up where the output would become part of what it is made from."""
    with suppress(OSError, RuntimeError):  # such a path leads nowhere, which whoever opens it says
        output = output.resolve()
    for folder in folders:
        if output.is_relative_to(folder.resolve()):
            _give_up(f"{output.name} would lie in {folder.name}, which a site is made from; choose another folder")


def _kept(cache: Path | None, site: Path) -> DrawingCache:
    """The drawings of earlier builds; none, which is said, where their folder cannot be trusted."""
    from statsite.render.cache import CacheUnusable, DrawingCache, open_cache  # noqa: PLC0415

    variable = os.environ.get(CACHE_VARIABLE)
    named = cache or (Path(variable) if variable else None)
    if named is not None:
        _refuse_inside((site,), named)
    try:
        return open_cache(named, site)
    except CacheUnusable as unusable:
        say(f"notice: {unusable}", err=True)
        return DrawingCache()


def _give_up(reason: object) -> NoReturn:
    """Say in one line why there is no going on, and end."""
    say(f"error: {reason}", err=True)
    sys.exit(1)


def _print_outcomes(site: Site | None) -> None:
    """How many rules hold, and how many the figures cannot decide: these are no success."""
    from statsite.rules.judge import Outcome, outcomes  # noqa: PLC0415

    found = Counter(outcomes(site).values()) if site else Counter[Outcome]()
    told = ((found[Outcome.HOLDS], "hold"), (found[Outcome.CONTRADICTS], "contradict"), (found[Outcome.CANNOT_TELL], "cannot tell"))
    if found:
        say(f"{_count(found.total(), 'rule')}: {', '.join(f'{number} {what}' for number, what in told)}")


def _with_progress(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files, with a progress line on a terminal while they pass."""
    if not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console  # noqa: PLC0415 - only where it draws
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    with Progress(SpinnerColumn(), TextColumn("{task.completed} files"), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("build", total=None)
        for file in files:
            yield file
            progress.advance(task)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
