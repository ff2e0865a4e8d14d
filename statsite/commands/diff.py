"""Compare two states of the site figure by figure: git revisions, or folders; the site as it is
where NEW is left out.

`rev:X` is revision X, `dir:X` folder X; a bare name is a revision if there is such a one. With the
articles' texts at hand, proofs that were made since are looked up.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from statsite.assess.assessment import Assessment
from statsite.check.figures import lock_is_consistent
from statsite.commands import options
from statsite.commands.earlier_states import NotCompared, read_earlier_state, read_state
from statsite.commands.verification import TextsMissing, refusals
from statsite.diff.checkouts import FOLDER_PREFIX, Checkout, code_changed
from statsite.diff.compare import SiteDifference, compare
from statsite.diff.page_words import changed_words
from statsite.diff.parts import Checks
from statsite.diff.report import (
    difference_text,
    release_draft,
    report_json,
    report_markdown,
    report_not_compared,
)
from statsite.diff.unrecorded_changes import unrecorded_changes
from statsite.diff.unshown_files import unshown_files
from statsite.messages import print_result
from statsite.model import Settings, Site
from statsite.passed_checks import PassedChecks
from statsite.problems import Problem, errors_of
from statsite.read.tracked_files import tracked_cache
from statsite.values import replace


@click.command(help=__doc__)
@click.argument("old")
@click.argument("new", required=False)
@options.site
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json", "release"]), default="text",
    show_default=True,
    help="How the difference is printed; `release` drafts an entry of content/releases.yaml.",
)  # fmt: skip
@options.sources
def command(*, old: str, new: str | None, site: Path, form: str, sources: Path | None) -> None:
    try:
        _compare(old, new or f"{FOLDER_PREFIX}{site}", site, form, sources)
    except NotCompared as ended:
        if form == "markdown":  # whoever reads the summary alone reads why there is none
            print_result(report_not_compared(ended.told))
        raise


def _compare(old: str, new: str, site: Path, form: str, sources: Path | None) -> None:
    """Print what differs between two states; ends where they cannot be compared, and where a proof
    is refuted.
    """
    with (
        read_earlier_state(old, site) as before,
        read_state(new, site) as after,
    ):
        difference = _difference(before, after)
        if form == "release":
            _print_release(difference, after[0].site.settings)
            return
        checks = _checks(difference, before, after, site, sources)
        _print(form, difference, (before[0].site, after[0].site), checks)
        if checks.refuted:
            sys.exit(1)


def _difference(
    before: tuple[Assessment, Checkout], after: tuple[Assessment, Checkout]
) -> SiteDifference:
    """What differs of the content of two states, and of the words of their pages."""
    difference = compare(before[0], after[0])
    words = changed_words(before[1].folder, after[1].folder)
    return replace(difference, others=(*difference.others, *words))


def _print_release(difference: SiteDifference, settings: Settings) -> None:
    time = f"{settings.as_of}T00:00:00Z"
    print_result(release_draft(difference, time, settings.languages))


def _print(form: str, difference: SiteDifference, sites: tuple[Site, Site], checks: Checks) -> None:
    """Print the difference of two sites, the earlier first, in the form that was asked for."""
    match form:
        case "json":
            print_result(report_json(difference, checks))
        case "markdown":
            print_result(report_markdown(difference, *sites, checks))
        case _:
            print_result(difference_text(difference, *sites, checks))


def _checks(
    difference: SiteDifference,
    before: tuple[Assessment, Checkout],
    after: tuple[Assessment, Checkout],
    site: Path,
    sources: Path | None,
) -> Checks:
    """What is told of a difference besides what differs."""
    (old, earlier), (new, later) = before, after
    problems = _problems(old, new, later)
    return Checks(
        between=f"from {earlier.description} to {later.description}",
        problems=problems,
        refuted=_refuted(new, sources) if difference.new_proofs else None,
        code=code_changed(earlier, later, site),
        unshown=unshown_files(difference, problems, earlier, later),
    )


def _problems(before: Assessment, after: Assessment, later: Checkout) -> tuple[Problem, ...]:
    """The errors that the later state brings."""
    return (
        *unrecorded_changes(before.site, after.site),
        *lock_is_consistent(after, PassedChecks()),
        *tracked_cache(later.folder),
    )


def _refuted(assessment: Assessment, sources: Path | None) -> tuple[str, ...] | None:
    """Where the articles' texts do not bear out the proofs of a site, without their words; None
    where they are not at hand.
    """
    try:
        return tuple(map(_place_and_check, errors_of(refusals(assessment, sources))))
    except TextsMissing:
        return None


def _place_and_check(problem: Problem) -> str:
    return f"{problem.location} {problem.check}"
