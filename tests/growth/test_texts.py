"""Twice the text takes twice the steps to wrap in a chart and to be searched for a figure; places
in it are found without counting lines again.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charts.layout.text_layout import block
from statsite.problems import line_and_column
from statsite.rules.dependency_order import dependency_order
from tests.growth.counting import MOST, growth


@pytest.mark.parametrize(
    "part", ["a", "word ", "一二", "。", "1", "1 ", "水利年鉴，", "a-", "（", " "]
)
def test_wrapping_twice_the_text_takes_twice_the_steps(part: str) -> None:
    def wrapping(n: int) -> Callable[[], object]:
        return lambda: block(part * n, 300.0)

    assert max(growth(wrapping, 250)) <= MOST


def test_each_place_in_a_text_takes_as_many_steps_however_many_lines_there_are() -> None:
    def places(n: int) -> Callable[[], object]:
        text = "word\n" * n
        return lambda: [line_and_column(text, offset) for offset in range(0, len(text), 5)]

    assert max(growth(places, 500)) <= MOST


@pytest.mark.parametrize(
    "made_from",
    [lambda i: [f"{i + 1}"], lambda i: [f"{i - 1}"], lambda i: [f"{i + 1}", f"{i + 2}", "0"]],
)
def test_an_order_is_found_in_one_walk(made_from: Callable[[int], list[str]]) -> None:
    def walk(n: int) -> Callable[[], object]:
        graph = {f"{i}": made_from(i) for i in range(n)}
        return lambda: dependency_order(graph)

    assert max(growth(walk, 500)) <= MOST
