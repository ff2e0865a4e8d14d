"""The command line: build, check, diff, serve, extract, schema, verify and audit."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from statsite.problems import Problem, Severity

if TYPE_CHECKING:
    from statsite.model import Site

_GITHUB_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB_PROPERTY_ESCAPES = _GITHUB_ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


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
_strict = click.option("--strict", is_flag=True, help="Warnings are errors.")
_base_url = click.option("--base-url", metavar="URL", callback=_web_address, help="The site's public address, in place of site.yaml's.")


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Build the statistics site in a folder; without a command, the one in this folder into output/."""
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@_site
@click.option("--output", type=click.Path(path_type=Path), help="Where to write; output/ in the site's folder otherwise.")
@click.option("--jobs", default=1, type=click.IntRange(1, 64), show_default=True, help="Processes that draw charts.")
@_strict
@_base_url
def build(*, site: Path, output: Path | None, jobs: int, strict: bool, base_url: str | None) -> None:
    """Check the content, render the site and write it."""
    from statsite import pipeline  # noqa: PLC0415 - help must come at once
    from statsite.render.environment import TEMPLATES  # noqa: PLC0415
    from statsite.words import TemplatesError  # noqa: PLC0415
    from statsite.write import WriteError, write_site  # noqa: PLC0415

    target = output or site / "output"
    _refuse_inside((site / "content", site / "templates", TEMPLATES), target)
    try:
        checked = pipeline.check(site, strict=strict, base_url=base_url)
        _print_problems(checked.problems, "text")
        if checked.site is None or checked.errors:
            click.echo(f"{_count(checked.errors, 'error')}; nothing was written", err=True)
            sys.exit(1)
        files = pipeline.files(checked.site, site, jobs=jobs)
        written = write_site(_with_progress(files), target, protected=(site, site / "content", TEMPLATES.parent))
    except TemplatesError as error:
        _print_problems(error.problems, "text")
        sys.exit(1)
    except WriteError as error:
        _give_up(error)
    counts = (len(checked.site.observations), "figure"), (len(checked.site.sources), "source"), (len(checked.site.charts), "chart")
    facts = ", ".join(_count(number, noun) for number, noun in counts)
    click.echo(f"{target}: {facts}; {_count(written.files, 'file')}, {written.size / 1e6:.1f} MB, {written.changed} changed")


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
    _print_problems(checked.problems, form)
    if form == "text":
        kinds = Counter(p.severity for p in checked.problems)
        told = [severity for severity in Severity if severity is not Severity.NOTICE or kinds[severity]]
        click.echo(", ".join(_count(kinds[severity], severity.value) for severity in told))
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
def diff(*, old: str, new: str | None, site: Path, form: str) -> None:
    """Compare two states of the site figure by figure: folders, or git revisions; the site as it stands where NEW is left out."""
    from statsite import reviewing  # noqa: PLC0415

    reviewing.diff(old, new, site, form)


@main.command()
@_site
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True, help="Port on 127.0.0.1.")
def serve(*, site: Path, port: int) -> None:
    """Build, serve on 127.0.0.1, and rebuild and reload whenever a file is saved."""
    from statsite.serve import serve_site  # noqa: PLC0415

    try:
        serve_site(site, port)
    except OSError as error:
        _give_up(f"cannot serve on port {port}: {error.strerror}")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_site
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True, help="A draft, or bare data.")
def extract(*, file: Path, site: Path, form: str) -> None:
    """Find every quantity in a Chinese article and draft the YAML for it."""
    from statsite.extract.draft import draft_yaml  # noqa: PLC0415
    from statsite.extract.extracted import as_json, extract_text  # noqa: PLC0415
    from statsite.read.site import read_site  # noqa: PLC0415

    try:
        quantities = extract_text(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        _give_up(f"{file}: {error.strerror or error}")
    except UnicodeDecodeError:
        _give_up(f"{file} is not UTF-8")
    if form == "json":
        click.echo(as_json(quantities))
    else:
        click.echo(draft_yaml(quantities, name=file.name, site=read_site(site)[0]), nl=False)


@main.command()
def schema() -> None:
    """Print the JSON Schema of every YAML file of a site, by the pattern of its path, for editors' completion."""
    from statsite.read.reference import json_schemas  # noqa: PLC0415

    click.echo(json.dumps(json_schemas(), ensure_ascii=False, indent=1))


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


def _refuse_inside(folders: Iterable[Path], output: Path) -> None:
    """Give up where the output would become part of what it is made from."""
    for folder in folders:
        if output.resolve().is_relative_to(folder.resolve()):
            _give_up(f"{output.name} would lie in {folder.name}, which a site is made from; choose another folder")


def _give_up(reason: object) -> NoReturn:
    """Say in one line why there is no going on, and end."""
    click.echo(f"error: {reason}", err=True)
    sys.exit(1)


def _print_problems(problems: Iterable[Problem], form: str) -> None:
    if form == "json":
        click.echo(json.dumps({"problems": [p.as_json() for p in problems]}, ensure_ascii=False, indent=1))
        return
    for problem in problems:
        click.echo(_github(problem) if form == "github" else str(problem), err=form == "text")


def _print_outcomes(site: Site | None) -> None:
    """How many rules hold, and how many the figures cannot decide: these are no success."""
    from statsite.rules.judge import Outcome, outcomes  # noqa: PLC0415

    found = Counter(outcomes(site).values()) if site else Counter[Outcome]()
    told = ((found[Outcome.HOLDS], "hold"), (found[Outcome.CONTRADICTS], "contradict"), (found[Outcome.CANNOT_TELL], "cannot tell"))
    if found:
        click.echo(f"{_count(found.total(), 'rule')}: {', '.join(f'{number} {what}' for number, what in told)}")


def _github(problem: Problem) -> str:
    """A workflow command that marks the line in a pull request."""
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    path = problem.where.path.translate(_GITHUB_PROPERTY_ESCAPES)
    place = f"file={path},line={problem.where.line},col={problem.where.column},title={problem.check}"
    return f"::{problem.severity.value} {place}::{message.translate(_GITHUB_ESCAPES)}"


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
