"""Moments of a row to scale, their entries as near as there is room."""

from __future__ import annotations

from itertools import pairwise

import pytest

from charts.layout.timeline import place_timeline
from tests.charts.drawn import moment


@pytest.mark.parametrize("years", [[2020], [2020, 2021, 2022], [1950, 2020, 2021]])
def test_entries_stand_in_order_and_none_overlaps(years: list[int]) -> None:
    data = [moment(f"r{at}", year, str(year), year) for at, year in enumerate(years)]
    placed = place_timeline(data, 320)
    assert len(placed.entries) == len(data)
    assert all(one.top < other.top for one, other in pairwise(placed.entries))
    assert placed.entries[-1].top < placed.height


def test_twice_the_time_is_twice_as_far() -> None:
    years = [2000, 2010, 2030]
    data = [moment(f"r{year}", year, str(year), year) for year in years]
    first, second, third = (entry.moment for entry in place_timeline(data, 320).entries)
    assert third - second == pytest.approx(2 * (second - first))
