"""A whole as one bar: its parts to scale, and what they leave of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import SVG, assert_holds, bars, chart, figure, read
from tests.charts.examples import BEDS
from tests.charts.strategies import LONG, QUICK, SIZES


def test_parts_divide_the_width_by_their_values() -> None:
    root = read(BEDS)
    (left, end), (start, right) = bars(root, "机构")[0], bars(root, "社区")[0]
    assert (left, right) == (0.0, 360.0)
    assert start == pytest.approx(360 * 5077 / (5077 + 2915), abs=0.01)
    assert start - end == pytest.approx(2.0, abs=0.02)


def test_what_parts_leave_of_their_whole_is_an_empty_outline() -> None:
    root = read(chart("parts", figure("a", "60%", 60), total=figure("t", "100%", 100)))
    rest = root.find(f"{SVG}rect[@class='rest']")
    assert rest is not None
    assert rest.get("fill") == "none"
    assert float(rest.get("x", "")) == pytest.approx(0.6 * 360 + 0.5)


def test_parts_in_percent_without_a_total_leave_the_rest_of_a_hundred() -> None:
    ((left, right),) = bars(
        read(chart("parts", figure("a", "30%", 30), figure("b", "20%", 20), whole=100.0)), "a"
    )
    assert left == 0
    assert right == pytest.approx(0.3 * 360, abs=2.1)


@QUICK
@given(st.lists(st.tuples(LONG, st.integers(1, 10**12)), min_size=1, max_size=12), SIZES)
def test_any_parts_hold(rows: list[tuple[str, int]], size: int) -> None:
    data = [figure(f"f{at}", f"{value:,}", value, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("parts", *data, width=size))
