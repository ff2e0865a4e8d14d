"""Shapes of a drawing, before anything draws them."""

from __future__ import annotations

import pytest

from charts.layout.scene import Edge, Style, horizontal, vertical


@pytest.mark.parametrize("direction", Edge)
def test_each_direction_is_along_one_axis_and_one_way(direction: Edge) -> None:
    twins = [other for other in Edge if other.is_vertical == direction.is_vertical]
    assert len(twins) == 2
    assert {other.is_forward for other in twins} == {True, False}


def test_lines_keep_to_their_axis() -> None:
    style = Style()
    assert vertical(5, 1, 9, style).points == ((5, 1), (5, 9))
    assert {y for _, y in horizontal(5, 1, 9, style).points} == {5}
