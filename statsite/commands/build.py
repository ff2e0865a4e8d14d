"""Check the content, render the site and write it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from statsite import pipeline
from statsite.commands import options
from statsite.commands.drawings import kept_drawings, refuse_inside
from statsite.commands.proof import TextsMissing, refusals
from statsite.commands.reporting import counted, give_up
from statsite.messages import say, tell
from statsite.model import Site
from statsite.plan.outputs import outputs
from statsite.problems import Problem, Severity
from statsite.render.environment import TEMPLATES
from statsite.words import TemplatesError
from statsite.write import WriteError, Written, write_site


@click.command(help=__doc__)
@options.site
@click.option("--output", type=click.Path(path_type=Path), help="Where to write; output/ in the site's folder otherwise.")
@options.cache
@click.option("--jobs", default=1, type=click.IntRange(1, 64), show_default=True, help="Processes that draw charts.")
@options.strict
@options.base_url
@click.option("--require-verified", "verified", is_flag=True, help="Verify against the articles' texts first; refuse what differs.")
@options.sources
def command(  # noqa: PLR0913 - one for each option
    *, site: Path, output: Path | None, cache: Path | None, jobs: int, strict: bool, base_url: str | None, verified: bool, sources: Path | None
) -> None:
    if sources is not None and not verified:
        raise click.UsageError("--sources is for --require-verified: nothing else of a build opens the articles' texts")
    target = output or site / "output"
    refuse_inside((site / "content", site / "templates", TEMPLATES), target)
    try:
        checked = pipeline.check(site, strict=strict, base_url=base_url)
        tell(checked.problems, "text")
        if checked.assessment is None or checked.errors:
            say(f"{counted(checked.errors, 'error')}; nothing was written", err=True)
            sys.exit(1)
        if verified:
            found = refusals(checked.assessment, sources)
            _refuse_unverified([pipeline.strictly(problem) for problem in found] if strict else found)
        files = pipeline.files(checked.editions, site, jobs=jobs, kept=kept_drawings(cache, site))
        total = sum(1 for _ in outputs(checked.assessment.site))
        with click.progressbar(files, total, "build", file=sys.stderr, hidden=not sys.stderr.isatty()) as shown:
            written = write_site(shown, target, protected=(site, site / "content", TEMPLATES.parent))
    except TemplatesError as error:
        tell(error.problems, "text")
        sys.exit(1)
    except (WriteError, TextsMissing) as error:
        give_up(error)
    _report(checked.assessment.site, target, written)


def _report(site: Site, target: Path, written: Written) -> None:
    """The one line that says what was built."""
    counts = (len(site.observations), "figure"), (len(site.sources), "source"), (len(site.charts), "chart")
    facts = ", ".join(counted(number, noun) for number, noun in counts)
    say(f"{target}: {facts}; {counted(written.files, 'file')}, {written.size / 1e6:.1f} MB, {written.changed} changed")


def _refuse_unverified(problems: Iterable[Problem]) -> None:
    """Print what a verification found, and end where any of it is an error."""
    listed = tuple(problems)
    tell(listed, "text")
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    if errors:
        say(f"{counted(errors, 'error')} of the verification; nothing was written", err=True)
        sys.exit(1)
