"""What a figure allows its true number to be (docs/EDITING.md, rules): rounding, bounds, and the
conventional bands of 约, 近 and 余.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from statsite.interval import End, Interval, between, exactly
from statsite.model import Observation, Printing, Status, Unit
from statsite.quantity import Quantity, Relation, last_digit_of
from statsite.rules.dimensions import is_share

#: What says that a number is the least or the most.
_BOUNDS = frozenset({Relation.MORE, Relation.AT_LEAST, Relation.LESS, Relation.AT_MOST})

#: The band of a number without a last digit, such as 1/3, as a part of it.
_BAND = Fraction(1, 10)


class Stated(Struct, frozen=True):
    """The interval of a figure in its own unit; ``by_words`` is what the source's words leave open
    where an end is a convention, None where neither is; ``is_rounded`` where it is what rounding
    may have moved a plain number.
    """

    interval: Interval
    by_words: Interval | None = None
    is_rounded: bool = False

    @property
    def is_conventional(self) -> bool:
        """Whether an end of it is a convention and not the source's word."""
        return self.by_words is not None

    @property
    def without_convention(self) -> Interval:
        """What is left of it where no convention counts."""
        return self.interval if self.by_words is None else self.by_words


def stated(observation: Observation, unit: Unit) -> Stated:
    """What ``observation``, whose unit is ``unit``, allows."""
    return printing_stated(observation, observation.printing, unit)


def stated_when_compared(observation: Observation, unit: Unit) -> Stated:
    """What ``observation`` counts as where it is compared: a target with a bound as the number of
    it, for 40%以上 by one year and 30%以上 by another are two levels to reach, whatever comes of
    them, and what is measured against either is above or below.
    """
    quantity = observation.quantity
    if (
        observation.status is Status.TARGET
        and quantity.relation in _BOUNDS
        and quantity.value is not None
    ):
        return Stated(exactly(quantity.value))
    return stated(observation, unit)


def printing_stated(observation: Observation, printing: Printing, unit: Unit) -> Stated:
    """What one of its printings allows."""
    value = printing.quantity.value
    if observation.status is Status.STANDARD and value is not None:
        return Stated(
            exactly(value)
        )  # 不少于8人 as a rule is the number eight: what is measured against it is above or below
    return stated_quantity(printing.quantity, unit, is_exact=observation.is_derived)


def stated_quantity(quantity: Quantity, unit: Unit, *, is_exact: bool) -> Stated:
    """What ``quantity`` allows: a plain number stands for half of its last digit either way, unless
    it is a bare whole number or ``is_exact``.
    """
    value = quantity.value
    if value is None or _has_bounds_of_its_own(quantity):
        return Stated(between(quantity.low, quantity.high))
    conventional = _conventional(quantity.relation, value)
    if conventional is not None:
        return Stated(conventional, by_words=_by_words(quantity.relation, value))
    if quantity.relation is not Relation.EQUAL:
        return Stated(_beyond(quantity), by_words=_without_next_step(quantity))
    if is_exact or _is_whole_in_words(quantity, value, unit):
        return Stated(exactly(value))
    rounded = _rounded(quantity, value, unit)
    return Stated(rounded, is_rounded=not rounded.is_point)


def _is_whole_in_words(quantity: Quantity, value: Fraction, unit: Unit) -> bool:
    """Whether it is all of something, said by a word (全部, 全覆盖): nothing is rounded there."""
    return quantity.precision is None and value == unit.whole


def _has_bounds_of_its_own(quantity: Quantity) -> bool:
    """Whether a plain number or one with 约 was given bounds other than the number."""
    is_one_number = quantity.relation in {Relation.EQUAL, Relation.ABOUT}
    return is_one_number and quantity.low not in {None, quantity.value}


def _conventional(relation: Relation, value: Fraction) -> Interval | None:
    """What 约 and 近 allow: as far from ``value`` as its last digit that is not zero; None of any
    other relation.
    """
    if relation not in {Relation.ABOUT, Relation.JUST_UNDER}:
        return None
    band = last_digit_of(value) or abs(value) * _BAND
    if relation is Relation.ABOUT:
        return _within(value, band)
    return Interval(End(value - band, is_closed=True), End(value, is_closed=False))


def _by_words(relation: Relation, value: Fraction) -> Interval:
    """What 约 and 近 say themselves: nothing certain, and below ``value``."""
    high = value if relation is Relation.JUST_UNDER else None
    return between(None, high, is_closed=False)


def _without_next_step(quantity: Quantity) -> Interval | None:
    """What 余 and 多 say themselves: more than the number; how far, is how Chinese is written. None
    of any other relation.
    """
    if quantity.relation is not Relation.MORE or quantity.high is None:
        return None
    return between(quantity.low, None, is_closed=False)


def _beyond(quantity: Quantity) -> Interval:
    """What lies above or below a printed bound, which belongs to it after 不少于 and 不超过."""
    is_closed = quantity.relation in {Relation.AT_LEAST, Relation.AT_MOST}
    return between(quantity.low, quantity.high, is_closed=is_closed)


def _rounded(quantity: Quantity, value: Fraction, unit: Unit) -> Interval:
    """What rounding to the printed digits may have made ``value`` of."""
    return _within(value, _half_digit(quantity, value, unit))


def _within(value: Fraction, spread: Fraction) -> Interval:
    return between(value - spread, value + spread)


def _half_digit(quantity: Quantity, value: Fraction, unit: Unit) -> Fraction:
    """How far rounding may have moved a plain number; words such as 九成 stand for half of their
    last digit too.
    """
    if quantity.precision is None:
        return (last_digit_of(value) or Fraction(0)) / 2
    is_count = quantity.precision == 1 and not is_share(unit)
    return Fraction(0) if is_count else quantity.precision / 2
