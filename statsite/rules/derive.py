"""The figures that rules define: their quantities, computed from printed ones and rounded outwards
so that no bound claims too much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from statsite.interval import Interval
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
_FINEST = Fraction(1, 10**FRACTION_DECIMALS)


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
        return figure.with_printing(_printing_of_result(figure, found, sources))

    return site.with_figures(observed)


def _printing_of_result(
    figure: WrittenFigure, found: Result | None, sources: Mapping[str, str]
) -> Printing:
    """What is in the place of a printing of ``figure``, whose rule gives what was ``found``."""
    if not isinstance(found, Stated):
        return _printing(figure, UNKNOWN_QUANTITY, "")
    return _printing(figure, quantity_of(found.interval), sources[figure.id])


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
        return _lower_bound(low, is_closed=interval.low.is_closed)
    if isinstance(high, Fraction):
        return _upper_bound(high, is_closed=interval.high.is_closed)
    return UNKNOWN_QUANTITY


def _between(low: Fraction, high: Fraction) -> Quantity:
    if low == high and _is_short(low):
        return Quantity(Relation.EQUAL, low, low, low, _last_decimal(low))
    step = _step_of_range(low, high) if low != high else _step_of_number(low)
    return Quantity(Relation.RANGE, None, _down(low, step), _up(high, step), step)


def _step_of_range(low: Fraction, high: Fraction) -> Fraction:
    """The last digit that two different bounds are rounded to."""
    return _power_of_ten(max((high - low) / _OF_WIDTH, abs(high) / _OF_NUMBER**2))


def _step_of_number(number: Fraction) -> Fraction:
    """The last digit that one number of many decimals, or of no end to them, is rounded to."""
    finest = abs(number) if decimals_of(number) is None else _FINEST
    return _power_of_ten(min(abs(number) / _OF_NUMBER, finest))


def _is_short(number: Fraction) -> bool:
    """Whether all digits of an exact number are worth showing: few decimals, or none smaller than a
    ten-thousandth of it.
    """
    decimals = decimals_of(number)
    if decimals is None or decimals <= FRACTION_DECIMALS:
        return decimals is not None
    return _last_decimal(number) >= abs(number) / _OF_NUMBER


def _last_decimal(number: Fraction) -> Fraction:
    """The size of the last decimal that a number needs, one where it needs none."""
    return Fraction(1, 10 ** (decimals_of(number) or 0))


def _lower_bound(number: Fraction, *, is_closed: bool) -> Quantity:
    step = _step_of_bound(number)
    value = _down(number, step)
    relation = Relation.AT_LEAST if is_closed or value != number else Relation.MORE
    return Quantity(relation, value, value, None, _shown_precision(value, step))


def _upper_bound(number: Fraction, *, is_closed: bool) -> Quantity:
    step = _step_of_bound(number)
    value = _up(number, step)
    relation = Relation.AT_MOST if is_closed or value != number else Relation.LESS
    return Quantity(relation, value, None, value, _shown_precision(value, step))


def _step_of_bound(number: Fraction) -> Fraction:
    return _power_of_ten(abs(number) / _OF_NUMBER) if number else Fraction(1)


def _shown_precision(value: Fraction, step: Fraction) -> Fraction:
    """``step``, or one where ``value`` has no decimals: 8400, not 8400.0."""
    return max(step, _last_decimal(value))


def _power_of_ten(number: Fraction) -> Fraction:
    """The largest power of ten that is not above ``number``, which is positive."""
    power = Fraction(10) ** (_length(number.numerator) - _length(number.denominator))
    return power if power <= number else power / 10


def _length(number: int) -> int:
    """How many digits a whole number above zero has."""
    return len(str(number))


def _down(number: Fraction, step: Fraction) -> Fraction:
    return math.floor(number / step) * step


def _up(number: Fraction, step: Fraction) -> Fraction:
    return math.ceil(number / step) * step
