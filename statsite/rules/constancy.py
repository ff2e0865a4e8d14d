"""Whether a formula comes to the same number whatever its figures are: care.beds * 0 + 77."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count, islice

from statsite.interval import Interval, exactly
from statsite.rules.interval_evaluation import evaluated, used_in
from statsite.rules.unit_resolution import CannotCompute, FormulaNode

#: So many times the figures are given other numbers; a formula of few figures has few zeros.
_TRIALS = 3
_FIRST, _STEP = 101, 37


def is_constant(formula: FormulaNode) -> bool:
    """Whether ``formula`` comes to the same number for figures that differ."""
    names = dict.fromkeys(figure.figure for figure in used_in(formula))
    try:
        values = [evaluated(formula, numbers) for numbers in _trials(tuple(names))]
    except CannotCompute:
        return False
    return all(value == values[0] for value in values)


def _trials(names: tuple[str, ...]) -> Iterator[Mapping[str, Interval]]:
    """Numbers for the figures, in each trial others, which do not all differ by as much."""
    numbers = count(_FIRST, _STEP)
    for _ in range(_TRIALS):
        given = islice(numbers, len(names))
        yield {
            name: exactly(Fraction(number**2)) for name, number in zip(names, given, strict=True)
        }
