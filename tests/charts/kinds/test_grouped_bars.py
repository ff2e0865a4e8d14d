"""Bars in groups: one scale, one colour a row, each group under its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import SVG, assert_holds, bars, chart, figure, group, read, text_boxes
from tests.charts.examples import GROUPED_BEDS
from tests.charts.strategies import AMOUNTS, LONG, QUICK, SIZES


def test_bars_of_all_groups_share_one_scale_from_zero() -> None:
    root = read(GROUPED_BEDS)
    ((zero, end),) = bars(root, "Sub-Saharan Africa-2000")
    for datum in GROUPED_BEDS.data:
        ((left, right),) = bars(root, datum.id)
        assert left == zero
        assert (right - left) / (end - zero) == pytest.approx((datum.value or 0) / 1.2, rel=0.02)


def test_a_row_has_its_colour_in_every_group() -> None:
    root = read(GROUPED_BEDS)
    fills = {
        datum.id: next(group(root, datum.id).iter(f"{SVG}rect")).get("fill")
        for datum in GROUPED_BEDS.data
    }
    for area in ("East Asia and Pacific", "European Union"):
        assert (
            fills[f"{area}-2000"]
            == fills["Sub-Saharan Africa-2000"]
            != fills[f"{area}-2022"]
            == fills["Sub-Saharan Africa-2022"]
        )


def test_a_group_stands_under_its_name_and_apart_from_the_next() -> None:
    tops = {box.text: box.top for box in text_boxes(read(GROUPED_BEDS))}
    assert (
        tops["Sub-Saharan Africa"]
        < tops["1.2 per 1,000"]
        < tops["0.9 per 1,000"]
        < tops["East Asia and Pacific"]
    )
    within, between = (
        tops["0.9 per 1,000"] - tops["1.2 per 1,000"],
        tops["3.4 per 1,000"] - tops["0.9 per 1,000"],
    )
    assert between > 1.5 * within


@QUICK
@given(
    st.lists(LONG, min_size=2, max_size=8, unique=True),
    st.lists(LONG, min_size=2, max_size=5, unique=True),
    SIZES,
    st.data(),
)
def test_any_groups_of_bars_hold(
    names: list[str], rows: list[str], size: int, data: st.DataObject
) -> None:
    figures = []
    for at, name in enumerate(names):
        for place, row in enumerate(rows):
            value, relation = data.draw(AMOUNTS), data.draw(st.sampled_from("=≈≲>≥<≤"))
            figures.append(
                figure(f"f{at}-{place}", f"{value:,}", value, relation, row=row, group=name)
            )
    assert_holds(chart("grouped-bars", *figures, width=size))
