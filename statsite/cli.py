"""The command line: build, check and serve."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from statsite.problems import Problem, Severity

_GITHUB_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})

_site = click.option("--site", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The site's folder.")
_strict = click.option("--strict", is_flag=True, help="Warnings are errors.")
_base_url = click.option("--base-url", metavar="URL", help="The site's public address, in place of site.yaml's.")


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
    from statsite.write import WriteError, write_site  # noqa: PLC0415

    checked = pipeline.check(site, strict=strict, base_url=base_url)
    _print_problems(checked.problems, "text")
    if checked.site is None or checked.errors:
        click.echo(f"{_count(checked.errors, 'error')}; nothing was written", err=True)
        sys.exit(1)
    target = output or site / "output"
    try:
        files = pipeline.files(checked.site, site, jobs=jobs)
        written = write_site(_with_progress(files), target, protected=(site, site / "content", TEMPLATES.parent))
    except WriteError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    counts = (len(checked.site.observations), "figure"), (len(checked.site.sources), "source"), (len(checked.site.charts), "chart")
    facts = ", ".join(_count(number, noun) for number, noun in counts)
    click.echo(f"{target}: {facts}; {_count(written.files, 'file')}, {written.size / 1e6:.1f} MB, {written.changed} changed")


@main.command()
@_site
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How problems are printed.")
@_strict
@_base_url
def check(*, site: Path, form: str, strict: bool, base_url: str | None) -> None:
    """Check the content; write nothing."""
    from statsite import pipeline  # noqa: PLC0415

    checked = pipeline.check(site, strict=strict, base_url=base_url)
    _print_problems(checked.problems, form)
    if form == "text":
        kinds = Counter(p.severity for p in checked.problems)
        click.echo(f"{_count(kinds[Severity.ERROR], 'error')}, {_count(kinds[Severity.WARNING], 'warning')}")
    sys.exit(1 if checked.errors else 0)


@main.command()
@_site
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True, help="Port on 127.0.0.1.")
def serve(*, site: Path, port: int) -> None:
    """Build, serve on 127.0.0.1, and rebuild and reload whenever a file is saved."""
    from statsite.serve import serve_site  # noqa: PLC0415

    serve_site(site, port)


def _print_problems(problems: Iterable[Problem], form: str) -> None:
    if form == "json":
        click.echo(json.dumps({"problems": [p.as_json() for p in problems]}, ensure_ascii=False, indent=1))
        return
    for problem in problems:
        click.echo(_github(problem) if form == "github" else str(problem), err=form == "text")


def _github(problem: Problem) -> str:
    """A workflow command that marks the line in a pull request."""
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    place = f"file={problem.where.path},line={problem.where.line},col={problem.where.column},title={problem.check}"
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
