"""Formulas over intervals: a figure is one number wherever it is used."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from statsite.interval import between, exactly, hull
from statsite.rules.evaluation import NotComputable, RuleResult
from statsite.rules.interval_evaluation import boxes, evaluated, opened, used_in
from statsite.rules.unit_resolution import (
    Binary,
    CannotCompute,
    Constant,
    FormulaNode,
    ScaledFigure,
)

Judge = Callable[..., RuleResult | NotComputable]


def outcome(found: RuleResult | NotComputable) -> str:
    """The outcome, or the slug of the problem."""
    return found.outcome.value if isinstance(found, RuleResult) else found.check


def test_a_figure_is_one_number_wherever_it_stands(judged: Judge) -> None:
    assert outcome(judged("x.a / (x.a + x.b) <= 0.41", a="bed 40万张", b="bed 60万张")) == "holds"
    assert outcome(judged("x.a - x.a < 0.1 * x.a", a="bed 1.0万张")) == "holds"


X, Y = ScaledFigure("x", Fraction(1), 0), ScaledFigure("y", Fraction(1), 0)


@pytest.mark.parametrize(
    ("node", "low", "high"),
    [
        (Binary("+", X, Y, 0), 11, 22),
        (Binary("-", X, Y, 0), -19, -8),
        (Binary("*", X, Constant(Fraction(2)), 0), 2, 4),
        (Binary("/", Y, X, 0), 5, 20),
        (ScaledFigure("x", Fraction(10), 0), 10, 20),
    ],
)
def test_the_ends_of_a_formula_are_those_of_its_parts(
    node: FormulaNode, low: int, high: int
) -> None:
    found = evaluated(
        node, {"x": between(Fraction(1), Fraction(2)), "y": between(Fraction(10), Fraction(20))}
    )
    assert found == between(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("node", "check"),
    [
        (Binary("/", Y, X, 7), "division-by-zero"),
        (Binary("*", Y, Constant(Fraction(10**100)), 7), "number-too-large"),
    ],
)
def test_what_cannot_be_computed_is_told_at_its_operator(node: FormulaNode, check: str) -> None:
    intervals = {"x": between(Fraction(-1), Fraction(1)), "y": exactly(Fraction(10))}
    with pytest.raises(CannotCompute) as refused:
        evaluated(node, intervals)
    assert (refused.value.check, refused.value.at) == (check, 7)


def test_figures_used_twice_are_cut_into_parts_and_others_are_not() -> None:
    intervals = {"x": between(Fraction(1), Fraction(2)), "y": between(Fraction(10), Fraction(20))}
    once = list(boxes([Binary("+", X, Y, 0)], {}, intervals))
    twice = list(boxes([Binary("-", X, X, 0)], {}, intervals))
    assert once == [intervals]
    assert len(twice) > 2
    assert hull(box["x"] for box in twice[1:]) == intervals["x"]
    assert {box["y"] for box in twice} == {intervals["y"]}


def test_formulas_of_derived_figures_are_opened_each_after_those_it_uses() -> None:
    formulas = {
        "a": Binary("+", X, Y, 0),
        "b": Binary("*", ScaledFigure("a", Fraction(1), 0), X, 0),
    }
    assert list(opened([ScaledFigure("b", Fraction(1), 0)], formulas)) == ["a", "b"]
    assert [figure.figure for figure in used_in(formulas["b"])] == ["a", "x"]
