"""Every day and time that an editor can write has bounds: one that cannot be is a problem."""

from __future__ import annotations

import inspect
import re

import pytest

from statsite.read import schema
from statsite.read.schema import Entry
from tests.support.types import ProblemsOf

DATASET = "content/datasets/care.yaml"
CARE = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, PERIOD status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - printed: 799.3万张
"""
WORDS = "{zh: 改。, en: Changed.}"


def care(more: str, period: str = "period: 2024-12-31,") -> dict[str, str]:
    """The dataset with ``more`` on the line of its one figure."""
    return {DATASET: CARE.replace("PERIOD", period) + f"        {more}\n"}


def revision(day: str) -> dict[str, str]:
    """The figure with a change on ``day``."""
    one = f"{{kind: correction, printed: 8万张, date: {day}, reason: {WORDS}}}"
    return care(f"revisions: [{one}]")


def withdrawal(day: str) -> dict[str, str]:
    """A chart of the figure that is withdrawn on ``day``."""
    chart = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
    return {"content/charts/beds.yaml": f"{chart}withdrawn: {{on: {day}, because: {WORDS}}}\n"}


def release(day: str) -> dict[str, str]:
    """A release on ``day`` with which the figure came."""
    one = f"a: {{time: {day}T00:00:00Z, note: {WORDS}, added: [care.beds]}}\n"
    return {"content/releases.yaml": one}


def source(day: str) -> dict[str, str]:
    """The article, published on ``day``."""
    text = "title: 公报\ntitle_translated: {en: Bulletin}\npublication: {zh: 某报, en: Some News}\n"
    return {"content/sources/bulletin.yaml": f"{text}published: {{date: {day}}}\n"}


#: By class and field of the schema: content with a day that cannot be, and the check that says so;
#: or why nothing can be said against a day.
BOUNDS: dict[str, list[tuple[dict[str, str], str]] | str] = {
    "SiteEntry.as_of": "it is the bound of others; articles that appeared later are told",
    "PublishedEntry.date": [
        (source("2099-01-01"), "source-after-site"),
        (source("1999-01-01"), "period-after-publication"),
    ],
    "ReviewedEntry.date": [
        (care("reviewed: {by: she, date: 2099-01-01}"), "review-misdated"),
        (care("reviewed: {by: she, date: 1999-01-01}"), "review-misdated"),
    ],
    "RevisionEntry.date": [
        (revision("2099-01-01"), "revision-misdated"),
        (revision("1999-01-01"), "revision-misdated"),
    ],
    "RevisionEntry.period": "it is what was wrong, and may have been any time",
    "DefaultsEntry.period": [(care("", "period: 2099,"), "period-after-publication")],
    "ObservationEntry.period": [(care("period: 2099", ""), "period-after-publication")],
    "ObservationEntry.compared_with": [
        (care("compared_with: 2099"), "period-after-publication"),
    ],
    "ObservationEntry.review_by": [(care("review_by: 1999-01-01"), "review-due")],
    "WithdrawnEntry.on": [
        (withdrawal("2099-01-01"), "withdrawal-misdated"),
        (withdrawal("1999-01-01"), "withdrawal-misdated"),
    ],
    "ReleaseEntry.time": [
        (release("2099-01-01"), "release-misdated"),
        (release("1999-01-01"), "release-misdated"),
    ],
}  # fmt: skip

#: The readers of days and times in statsite/read/values.py.
_READS_A_TIME = re.compile(r"read_(moment|day|instant|period|stated_period)\b")


def dated_fields() -> set[str]:
    """Every field of the schema that is a day or a time."""
    entries = [
        one for _, one in inspect.getmembers(schema, inspect.isclass) if issubclass(one, Entry)
    ]
    return {
        f"{entry.__name__}.{name}"
        for entry in entries
        for name, field in entry.model_fields.items()
        if _READS_A_TIME.search(f"{field.annotation} {field.metadata}")
    }


def test_every_day_of_the_schema_has_bounds_or_a_reason() -> None:
    assert dated_fields() == set(BOUNDS)


@pytest.mark.parametrize(
    ("files", "check"),
    [
        pytest.param(files, check, id=f"{name}-{number}")
        for name, cases in BOUNDS.items()
        if not isinstance(cases, str)
        for number, (files, check) in enumerate(cases)
    ],
)
def test_a_day_that_cannot_be_is_told(
    problems_of: ProblemsOf, files: dict[str, str], check: str
) -> None:
    assert check in {problem.check for problem in problems_of(files)}
