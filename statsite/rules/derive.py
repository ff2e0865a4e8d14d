"""The figures that rules define: their quantities, computed from printed ones and rounded outwards
so that no bound claims too much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from statsite.interval import End, Interval
from statsite.model import Observation, Printing, Site, WrittenFigure, WrittenSite
from statsite.quantity import FRACTION_DECIMALS, Quantity, Relation, decimals_of
from statsite.rules.dependencies import first_sources
from statsite.rules.evaluation import Result
from statsite.rules.figure_intervals import Stated

#: Of a figure that may be any number: its formula is open at both ends, or cannot be computed, and
#: a check says why.
UNKNOWN_QUANTITY = Quantity(Relation.RANGE, None, None, None, None)

#: The bounds of a derived figure are shown to a tenth of their distance, those of a single number
#: with many decimals or no end to them to a ten-thousandth.
_OF_WIDTH, _OF_NUMBER = 10, 10_000


def with_derived(site: WrittenSite, results: Mapping[str, Result]) -> Site:
    """``site`` with the quantities of its derived figures, which follow from the ``results`` of the
    rules that define them.
    """
    sources = first_sources(site)

    def observed(figure: WrittenFigure) -> Observation:
        if isinstance(figure, Observation):
            return figure
        rule = site.definitions.get(figure.id)
        found = results.get(rule.id) if rule else None
        if not isinstance(found, Stated):
            return figure.with_printing(_printing(figure, UNKNOWN_QUANTITY, ""))
        return figure.with_printing(
            _printing(figure, quantity_of(found.interval), sources[figure.id])
        )

    return site.with_figures(observed)


def _printing(figure: WrittenFigure, quantity: Quantity, source: str) -> Printing:
    """What is in the place of a printing: no text, and the source of the first figure that it is
    computed from.
    """
    return Printing(
        figure.id, None, quantity, None, source, None, figure.location, figure.locations
    )


def quantity_of(interval: Interval) -> Quantity:
    """A quantity that says no more than ``interval`` does: a range with bounds rounded outwards, a
    bound where one end is open, one exact number.
    """
    low, high = interval.low.number, interval.high.number
    if isinstance(low, Fraction) and isinstance(high, Fraction):
        return _between(low, high)
    if isinstance(low, Fraction):
        return _bound(interval.low, Relation.AT_LEAST, Relation.MORE)
    if isinstance(high, Fraction):
        return _bound(interval.high, Relation.AT_MOST, Relation.LESS)
    return UNKNOWN_QUANTITY


def _between(low: Fraction, high: Fraction) -> Quantity:
    decimals = decimals_of(low)
    if low == high and decimals is not None and _is_short(low, decimals):
        return Quantity(Relation.EQUAL, low, low, low, Fraction(1, 10**decimals))
    finest = Fraction(1, 10**FRACTION_DECIMALS) if decimals is not None else abs(low)
    step = _power_of_ten(
        max((high - low) / _OF_WIDTH, abs(high) / _OF_NUMBER**2)
        if low != high
        else min(abs(low) / _OF_NUMBER, finest)
    )
    return Quantity(Relation.RANGE, None, _down(low, step), _up(high, step), step)


def _is_short(number: Fraction, decimals: int) -> bool:
    """Whether all digits of an exact number are worth showing: few decimals, or none smaller than a
    ten-thousandth of it.
    """
    return decimals <= FRACTION_DECIMALS or Fraction(1, 10**decimals) >= abs(number) / _OF_NUMBER


def _bound(end: End, closed: Relation, opened: Relation) -> Quantity:
    number = Fraction(end.number)
    step = _power_of_ten(abs(number) / _OF_NUMBER) if number else Fraction(1)
    is_lower = closed is Relation.AT_LEAST
    value = _down(number, step) if is_lower else _up(number, step)
    relation = closed if end.is_closed or value != number else opened
    precision = max(step, Fraction(1, 10 ** (decimals_of(value) or 0)))  # 8400, not 8400.0
    return Quantity(
        relation, value, value if is_lower else None, None if is_lower else value, precision
    )


def _power_of_ten(number: Fraction) -> Fraction:
    """The largest power of ten that is not above ``number``, which is positive."""
    power = Fraction(10) ** (len(str(number.numerator)) - len(str(number.denominator)))
    return power if power <= number else power / 10


def _down(number: Fraction, step: Fraction) -> Fraction:
    return math.floor(number / step) * step


def _up(number: Fraction, step: Fraction) -> Fraction:
    return math.ceil(number / step) * step
