"""Weights of clues are fitted to what the hand lists say."""

from __future__ import annotations

from pathlib import Path

from statsite.extract.timeless_clues import CLUES
from tests.extract.clues import Weighed, fitted, weighed_figures

_FOLDER = Path(__file__).parent / "harvest_articles"


def test_a_clue_of_figures_without_a_time_has_weight_and_others_have_none() -> None:
    figures = [Weighed("a", clues, has_none) for clues, has_none in _MANY]
    base, weights = fitted(figures)
    assert weights[0] > 1 > -1 > weights[1]
    assert base == 0
    assert set(weights[2:]) == {0}


_MANY = [((0,), True)] * 40 + [((0,), False)] * 4 + [((1,), True)] * 4 + [((1,), False)] * 40


def test_figures_are_weighed_that_the_rules_would_leave_open() -> None:
    figures = list(weighed_figures(_FOLDER))
    assert len(figures) > 20
    assert {one.is_timeless for one in figures} == {True, False}
    assert all(0 <= at < len(CLUES) for one in figures for at in one.clues)
