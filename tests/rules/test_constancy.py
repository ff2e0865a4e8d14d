"""Formulas that come to the same number whatever their figures are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.rules.constancy import is_constant
from statsite.rules.unit_resolution import Binary, Constant, FormulaNode, ScaledFigure

BEDS = ScaledFigure("care.beds", Fraction(1), 0)
PEOPLE = ScaledFigure("care.people", Fraction(1), 0)


def _joined(operator: str, left: FormulaNode, right: FormulaNode) -> Binary:
    return Binary(operator, left, right, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "formula",
    [
        _joined("+", _joined("*", BEDS, Constant(Fraction(0))), Constant(Fraction(77))),
        _joined("-", BEDS, BEDS),
        _joined("*", _joined("/", BEDS, BEDS), Constant(Fraction(77))),
        _joined("-", _joined("+", BEDS, PEOPLE), _joined("+", PEOPLE, BEDS)),
    ],
)
def test_a_formula_that_no_figure_moves_is_constant(formula: FormulaNode) -> None:
    assert is_constant(formula)


@pytest.mark.parametrize(
    "formula",
    [
        BEDS,
        _joined("/", BEDS, PEOPLE),
        _joined("-", BEDS, Constant(Fraction(101))),
        _joined("-", Constant(Fraction(1)), _joined("/", BEDS, PEOPLE)),
        _joined("/", BEDS, Constant(Fraction(0))),
    ],
)
def test_a_formula_that_a_figure_moves_is_not(formula: FormulaNode) -> None:
    assert not is_constant(formula)
