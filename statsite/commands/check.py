"""Check the content; write nothing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from statsite import pipeline
from statsite.assess.assessment import Assessment
from statsite.commands import options
from statsite.commands.earlier_states import checked_against
from statsite.commands.public_address import public_address
from statsite.commands.reporting import count_of
from statsite.messages import print_line, print_problems
from statsite.problems import Problem, Severity
from statsite.rules.evaluation import Outcome


@click.command(help=__doc__)
@options.site
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are printed.",
)
@click.option(
    "--against",
    metavar="REV",
    help=(
        "A published state, git revision or folder: figures changed since without a record "
        "are errors."
    ),
)
@options.strict
@options.base_url
def command(
    *, site: Path, form: str, against: str | None, strict: bool, base_url: str | None
) -> None:
    checked = pipeline.check(site, strict=strict, base_url=public_address(base_url))
    if against is not None:
        checked = checked_against(checked, against, site)
    _print(checked, form)
    sys.exit(1 if checked.errors else 0)


def _print(checked: pipeline.Checked, form: str) -> None:
    print_problems(checked.problems, form)
    if form == "text":
        _print_counts(checked.problems)
        _print_outcomes(checked.assessment)


def _print_counts(problems: Iterable[Problem]) -> None:
    """How many errors and warnings there are, and notices if any."""
    kinds = Counter(problem.severity for problem in problems)
    told = [one for one in Severity if one is not Severity.NOTICE or kinds[one]]
    print_line(", ".join(count_of(kinds[severity], severity.value) for severity in told))


_OUTCOMES = {
    Outcome.HOLDS: "hold",
    Outcome.CONTRADICTS: "contradict",
    Outcome.CANNOT_TELL: "cannot tell",
}


def _print_outcomes(assessment: Assessment | None) -> None:
    """How many rules hold, and how many the figures cannot decide: these are no success."""
    found = Counter(assessment.outcomes.values()) if assessment else Counter[Outcome]()
    if found:
        told = ", ".join(f"{found[outcome]} {what}" for outcome, what in _OUTCOMES.items())
        print_line(f"{count_of(found.total(), 'rule')}: {told}")
