"""Panels: both scales shared, a line for each run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.values import replace
from tests.charts.drawn import assert_holds, chart, circle, moment, read, rules
from tests.charts.examples import PANELS
from tests.charts.strategies import AMOUNTS, LONG, QUICK, SIZES


def test_panels_share_both_scales() -> None:
    root = read(PANELS)
    dots = {datum.id: circle(root, datum.id) for datum in PANELS.data}
    heights, steps = {}, set()
    for area in ("World", "European Union"):
        first, last = dots[f"{area}-1990"], dots[f"{area}-2020"]
        steps.add(round(last[0] - first[0], 1))
        heights[area] = last[1] - first[1]
    assert len(steps) == 1
    assert heights["European Union"] / heights["World"] == pytest.approx(-1.9 / 0.2, rel=0.02)


def test_a_panel_has_a_line_for_each_run() -> None:
    data = tuple(replace(datum, starts_anew=datum.id == "World-2005") for datum in PANELS.data)
    assert len(rules(read(replace(PANELS, data=data)), "path")) == 4


@QUICK
@given(st.lists(LONG, min_size=2, max_size=12, unique=True), SIZES, st.data())
def test_any_panels_hold(names: list[str], size: int, data: st.DataObject) -> None:
    figures = []
    for at, name in enumerate(names):
        for year in data.draw(
            st.lists(st.integers(1990, 2030), min_size=2, max_size=9, unique=True).map(sorted)
        ):
            value, relation = data.draw(AMOUNTS), data.draw(st.sampled_from("=≈≲>≥<≤"))
            figures.append(
                replace(
                    moment(f"f{at}", year, f"{value:,}", value, relation=relation),
                    row="r",
                    group=name,
                )
            )
    assert_holds(chart("small-multiples", *figures, width=size))
