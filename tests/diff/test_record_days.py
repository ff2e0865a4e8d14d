"""A record of a change is not dated before the state that it changes."""

from __future__ import annotations

import datetime as dt

import pytest

from statsite.assess.assessment import assess
from statsite.diff.compare import successors
from statsite.diff.record_days import backdated_records, last_published
from statsite.model import Site
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles

DATASET = "content/datasets/care.yaml"
CHART, RULES = "content/charts/beds.yaml", "content/rules/r.yaml"
LIVE = {
    CHART: "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n",
    RULES: "many:\n  says: {zh: 多。, en: Many.}\n  rule: care.beds > 1\n",
}
WORDS = "{zh: 改。, en: Changed.}"


def site_of(read_files: ReadFiles, files: dict[str, str]) -> Site:
    """The smallest site, of 2025-12-01, with ``files`` laid over it."""
    site, problems = read_files(files)
    assert problems == []
    assert site is not None
    return assess(site).site


def told(old: Site, new: Site) -> list[tuple[str, str, int]]:
    """Slug and place of what is told."""
    return [
        (problem.check, problem.location.path, problem.location.line)
        for problem in backdated_records(old, new, successors(old, new))
    ]


def revised(*days: str) -> dict[str, str]:
    """The one figure with a change on each of ``days``."""
    changes = ", ".join(
        f"{{kind: correction, printed: {number}万张, date: {day}, reason: {WORDS}}}"
        for number, day in enumerate(days, 1)
    )
    return {DATASET: f"{SMALLEST[DATASET]!s}        revisions: [{changes}]\n"}


@pytest.mark.parametrize(
    ("day", "is_told"), [("2025-11-30", True), ("2025-12-01", False), ("2025-12-02", False)]
)
def test_a_new_change_is_not_older_than_what_was_published(
    read_files: ReadFiles, day: str, *, is_told: bool
) -> None:
    old, new = site_of(read_files, {}), site_of(read_files, revised(day))
    assert told(old, new) == ([("revision-misdated", DATASET, 10)] if is_told else [])


def test_changes_that_were_published_keep_their_days_and_one_put_before_them_does_not(
    read_files: ReadFiles,
) -> None:
    old, new = (site_of(read_files, revised(*days)) for days in (["2025-08-01"], ["2025-08-01"]))
    assert told(old, new) == []
    inserted = revised("2025-07-30")[DATASET].replace("printed: 1万张", "printed: 3万张")
    both = inserted.replace("revisions: [", f"revisions: [{_published_change()}, ")
    assert told(old, site_of(read_files, {DATASET: both})) == [("revision-misdated", DATASET, 10)]


def _published_change() -> str:
    return revised("2025-08-01")[DATASET].partition("revisions: [")[2].partition("]")[0]


@pytest.mark.parametrize(("day", "is_told"), [("2025-11-30", True), ("2025-12-01", False)])
def test_what_is_shown_was_not_withdrawn_before(
    read_files: ReadFiles, day: str, *, is_told: bool
) -> None:
    withdrawn = f"withdrawn: {{on: {day}, because: {WORDS}}}\n"
    files = {CHART: LIVE[CHART] + withdrawn, RULES: f"{LIVE[RULES]}  {withdrawn}"}
    new = site_of(read_files, files)
    expected = [("withdrawal-misdated", CHART, 4), ("withdrawal-misdated", RULES, 4)]
    assert told(site_of(read_files, LIVE), new) == (expected if is_told else [])
    assert told(site_of(read_files, {}), new) == []
    assert told(new, new) == []


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("2025-10-01T08:00:00Z", dt.date(2025, 12, 1)),
        ("2025-12-24T08:00:00Z", dt.date(2025, 12, 24)),
    ],
)
def test_a_state_is_as_late_as_its_day_and_its_last_release(
    read_files: ReadFiles, time: str, day: dt.date
) -> None:
    release = f"a: {{time: {time}, note: {WORDS}}}\n"
    assert last_published(site_of(read_files, {"content/releases.yaml": release})) == day
