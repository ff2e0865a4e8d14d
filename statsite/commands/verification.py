"""The articles' texts, and what a verification against them finds."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import filterfalse
from pathlib import Path
from typing import NoReturn

from statsite.assess.assessment import Assessment, assess
from statsite.check import check_site
from statsite.check.figures import figures_are_proven
from statsite.commands.reporting import count_of, print_each
from statsite.evidence.articles import Articles
from statsite.evidence.verify import unlocked, unverified, verify_site
from statsite.messages import print_line
from statsite.problems import Problem, Severity, errors_of
from statsite.read.site import read_site
from statsite.site_folder import LOCK_PATH
from statsite.values import replace

#: Where the articles' texts are found when no folder is given.
SOURCES_VARIABLE = "STATSITE_SOURCES"


class TextsMissing(Exception):  # noqa: N818 - named for what happened
    """A build that must verify cannot, since the articles' texts are not at hand."""


def refusals(assessment: Assessment, sources: Path | None) -> tuple[Problem, ...]:
    """What a verification of a site against the texts in ``sources``, or where the environment
    names them, finds wrong.

    An error is whatever leaves a figure unproven whose source has a text, and a proof that is not
    the one the lock holds. Raises TextsMissing.
    """
    folder = _folder(sources)
    if folder is None:
        raise TextsMissing(
            "--require-verified needs the articles' texts; give their folder with --sources "
            f"or ${SOURCES_VARIABLE}"
        )
    verified = verify_site(assessment.site, Articles(folder), today())
    return (
        *verified.problems,
        *_unproven(assessment),
        *unverified(assessment.site),
        *unlocked(assessment.site, assessment.evidence, verified),
    )


def _unproven(assessment: Assessment) -> Iterator[Problem]:
    """The figures without a proof, as errors."""
    for problem in figures_are_proven(assessment):
        if problem.check == "figure-unproven":
            yield replace(problem, severity=Severity.ERROR)


def provable_site(root: Path) -> tuple[Assessment, tuple[Problem, ...]]:
    """The site in ``root``, with what follows from it, and what is wrong in its lock; ends with the
    problems where it has other errors.

    What cannot be read or names no source cannot be proven. A lock that makes no sense is no
    hindrance: it is written again.
    """
    assessment, errors = _assessed(root)
    others = tuple(filterfalse(_is_of_lock, errors))
    if assessment is None or others:
        _refuse(others)
    return assessment, tuple(filter(_is_of_lock, errors))


def _assessed(root: Path) -> tuple[Assessment | None, tuple[Problem, ...]]:
    """The site in ``root`` with what follows from it, as far as it can be read, and its errors."""
    written, problems = read_site(root)
    if written is None:
        return None, errors_of(problems)
    assessment = assess(written)
    return assessment, errors_of([*problems, *check_site(assessment, ())])


def _refuse(errors: Sequence[Problem]) -> NoReturn:
    """End with what keeps a site from being verified."""
    print_each((*errors, f"{count_of(len(errors), 'error')}; nothing was verified"))
    sys.exit(1)


def _is_of_lock(problem: Problem) -> bool:
    return problem.location.path == LOCK_PATH


def articles(given: Path | None) -> Articles:
    """The folder of texts; ends quietly where there is none, since most who build a
    site have none.
    """
    folder = _folder(given)
    if folder is None:
        print_line(
            (
                "skipped: the articles' texts are not here; give their folder with --sources or "
                f"${SOURCES_VARIABLE}"
            ),
            err=True,
        )
        sys.exit(0)
    return Articles(folder)


def today() -> str:
    """The day on which a proof is made, in UTC."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _folder(given: Path | None) -> Path | None:
    """The folder of texts that was given or that the environment names; None where
    there is none.
    """
    named = os.environ.get(SOURCES_VARIABLE)
    folder = given or (Path(named) if named else None)
    return folder if folder is not None and folder.is_dir() else None
