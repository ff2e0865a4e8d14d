"""On paragraphs it was not built on, the extractor finds nearly everything, and little else."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import ExtractedQuantity, extract_text
from tests.extract.held_out import COLUMNS, COLUMNS_QUANTITIES, MARKED
from tests.extract.marking import Marked, solid, unmarked

#: What the grammar of figures cannot read: ratios of three (5.9∶38.4∶55.7), and a number before 点.
UNREADABLE = {"economy": 3, "finance": 1}


def _hits(name: str) -> tuple[list[tuple[Marked, ExtractedQuantity]], int, int]:
    text, expected = unmarked(MARKED[name])
    found = extract_text(text)
    by_place = {(quantity.start, solid(quantity.printed)): quantity for quantity in found}
    hits = [
        (mark, by_place[key])
        for mark in expected
        if (key := (mark.start, solid(mark.printed))) in by_place
    ]
    return hits, len(expected), len(found)


@pytest.mark.parametrize("name", MARKED)
def test_every_readable_quantity_is_found_and_at_most_one_thing_that_is_none(name: str) -> None:
    hits, expected, found = _hits(name)
    assert len(hits) >= expected - UNREADABLE.get(name, 0)
    assert found - len(hits) <= 1


def test_recall_and_precision_over_all_paragraphs() -> None:
    counts = [(len(hits), expected, found) for hits, expected, found in map(_hits, MARKED)]
    hits, expected, found = (sum(column) for column in zip(*counts, strict=True))
    assert hits / expected >= 0.97
    assert hits / found >= 0.97


def test_most_periods_and_statuses_are_those_of_the_hand_made_list() -> None:
    pairs = [pair for name in MARKED for pair in _hits(name)[0]]
    dated = [(mark.period, str(found.period)) for mark, found in pairs if mark.period]
    assert sum(wanted == got for wanted, got in dated) / len(dated) >= 0.85
    assert sum(mark.status == found.status for mark, found in pairs) / len(pairs) >= 0.98


def test_figures_broken_by_columns_are_found_with_their_periods() -> None:
    found = {
        solid(quantity.printed): quantity.period and str(quantity.period)
        for quantity in extract_text(COLUMNS)
    }
    assert set(found) == {printed for printed, _ in COLUMNS_QUANTITIES}
    dated = {printed: period for printed, period in COLUMNS_QUANTITIES if period}
    assert {printed: found[printed] for printed in dated} == dated
