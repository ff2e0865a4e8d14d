"""Boxes one below the other, as near as there is room to where they are wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.label_spacing import spread


@pytest.mark.parametrize(
    ("wanted", "heights", "limit", "apart", "tops"),
    [
        pytest.param([0, 50], [10, 10], 100, 0, [0, 50], id="as wanted"),
        pytest.param([0, 5], [10, 10], 100, 0, [0, 10], id="pushed down"),
        pytest.param([80, 95], [10, 10], 100, 0, [80, 90], id="up from the limit"),
        pytest.param([90, 95], [10, 10], 100, 4, [76, 90], id="with room between"),
        pytest.param([0, 0], [10, 10], 5, 0, [0, 10], id="a limit that is too near"),
        pytest.param([], [], 5, 0, [], id="nothing"),
    ],
)
def test_tops(
    wanted: list[float], heights: list[float], limit: float, apart: float, tops: list[float]
) -> None:
    assert spread(wanted, heights, limit, apart) == tops


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=8),
    st.integers(0, 400),
    st.integers(0, 9),
)
def test_no_two_overlap_and_none_leaves(
    boxes: list[tuple[int, int]], limit: int, apart: int
) -> None:
    wanted, heights = sorted(top for top, _ in boxes), [height for _, height in boxes]
    tops = spread(wanted, heights, limit, apart)
    room = max(limit, sum(heights) + apart * (len(heights) - 1))
    below = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(top >= end + apart for top, end in zip(tops[1:], below, strict=False))
    assert all(top >= 0 and end <= room for top, end in zip(tops, below, strict=True))
