"""A hundred people: whole ones, the smaller share within the larger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import SVG, assert_holds, bars, chart, figure, read
from tests.charts.examples import AGED
from tests.charts.strategies import LONG, QUICK, SIZES


@pytest.mark.parametrize(("share", "filled"), [(22.0, 22), (15.6, 16), (15.4, 15), (0.5, 1), (12.5, 13)])
def test_people_are_rounded_to_the_nearest(share: float, filled: int) -> None:
    assert len(bars(read(chart("people-in-100", figure("a", f"{share}%", share))), "a")) == filled


def test_nested_shares_together_fill_the_larger_one() -> None:
    root = read(AGED)
    assert (len(bars(root, "65岁")), len(bars(root, "60岁"))) == (16, 6)
    assert len(root.findall(f"{SVG}rect[@class='rest']")) == 78


@QUICK
@given(st.lists(st.tuples(LONG, st.floats(1, 99)), min_size=1, max_size=3), st.sampled_from("=>≲≈"), SIZES)
def test_any_people_hold(rows: list[tuple[str, float]], relation: str, size: int) -> None:
    data = [figure(f"f{at}", f"{value:.1f}%", value, relation, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("people-in-100", *data, width=size))
