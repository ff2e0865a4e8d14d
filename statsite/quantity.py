"""What a printed figure means: relation, value, bounds and precision, all exact."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct


class Relation(StrEnum):
    """How the true number relates to the printed one."""

    EQUAL = "="
    ABOUT = "≈"
    JUST_UNDER = "≲"
    MORE = ">"
    AT_LEAST = "≥"
    LESS = "<"
    AT_MOST = "≤"
    RANGE = "range"


#: Decimals written for a number that has no printed precision and no finite decimal form, such as
#: one third.
FRACTION_DECIMALS = 4


def _times(number: Fraction | None, factor: int) -> Fraction | None:
    return None if number is None else number * factor


class Quantity(Struct, frozen=True):
    """A number with its qualifier, in base units of the indicator (31031万 is 310310000; 22.0% is
    22.0).

    ``value`` is the printed number, None for a range. ``low`` and ``high`` bound the true number;
    None is an open end. ``precision`` is the size of the last printed digit, None for words and
    fractions. ``last_digits`` are those of the two ends of a range that was typed with different
    decimals, 0.5 to 20.
    """

    relation: Relation
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    precision: Fraction | None
    last_digits: tuple[Fraction, Fraction] | None = None

    @property
    def is_below_zero(self) -> bool:
        """Whether one of its numbers is less than zero."""
        return any(
            number is not None and number < 0 for number in (self.value, self.low, self.high)
        )

    def scaled(self, factor: int) -> Quantity:
        """The quantity of as many times as much."""
        low, high = _times(self.low, factor), _times(self.high, factor)
        return Quantity(
            self.relation, _times(self.value, factor), low, high, _times(self.precision, factor)
        )

    def decimal_text(self, number: Fraction | None) -> str | None:
        """``number`` (one of this quantity's) as plain decimal text with the printed decimals:
        ``22.0``, ``310310000``.
        """
        return None if number is None else decimal_text(number, self.precision)


#: A range wider than this part of its middle is no single number.
_WIDEST = Fraction(1, 20)

#: No bound lies so many last digits away from the number that stands for a range.
_FARTHEST = 3

#: A number that has no end, such as the average 186/18, is told in three digits: the last counts
#: this part of the first.
_LAST_OF_THREE = Fraction(1, 100)


def in_few_digits(quantity: Quantity) -> Quantity:
    """A range as about the rounded number that its bounds support; itself where they are too far
    apart for that, or hold zero.

    >>> low, high, step = Fraction("25.7560"), Fraction("25.7602"), Fraction("0.0001")
    >>> in_few_digits(Quantity(Relation.RANGE, None, low, high, step)).value
    Fraction(644, 25)
    """
    bounds = _bounds_beside_zero(quantity)
    step = _step_between(*bounds) if bounds else None
    if bounds is None or step is None:
        return quantity
    middle = (bounds[0] + bounds[1]) / 2
    return Quantity(Relation.ABOUT, round(middle / step) * step, None, None, step)


def _step_between(low: Fraction, high: Fraction, finest: Fraction) -> Fraction | None:
    """The size of the last digit of the number that stands for a range; None where none does."""
    middle = (low + high) / 2
    if high - low <= finest:
        return max(finest, _size(middle) * _LAST_OF_THREE)
    return _supported_digit(low, high, finest) if _is_narrow(low, high) else None


def _is_narrow(low: Fraction, high: Fraction) -> bool:
    """Whether one number can stand for a range."""
    return high - low <= abs(low + high) / 2 * _WIDEST


def _bounds_beside_zero(quantity: Quantity) -> tuple[Fraction, Fraction, Fraction] | None:
    """Both bounds of a range that does not hold zero, and its last digit; None of any other."""
    low, high, finest = quantity.low, quantity.high, quantity.precision
    if quantity.relation is not Relation.RANGE or low is None or high is None or finest is None:
        return None
    return (low, high, finest) if low * high > 0 else None


def _supported_digit(low: Fraction, high: Fraction, finest: Fraction) -> Fraction:
    """The size of the last digit that two bounds support: the largest with which their rounded
    middle lies between them, or ten times that where they are too far apart for it.
    """
    middle, step = (low + high) / 2, _size(high if high > 0 else low)
    while step > finest and not low <= round(middle / step) * step <= high:
        step /= 10
    return step if _is_near(round(middle / step) * step, low, high, step) else step * 10


def _is_near(number: Fraction, low: Fraction, high: Fraction, step: Fraction) -> bool:
    """Whether both bounds lie within a few steps of the number that stands for them."""
    return max(high - number, number - low) < _FARTHEST * step


def _size(number: Fraction) -> Fraction:
    """The size of the first digit of a number that is not zero: 10 for 25.76, 0.01 for 0.025."""
    size = Fraction(10) ** (len(str(int(abs(number)))) - 1)
    while abs(number) < size:
        size /= 10
    return size


def decimal_text(number: Fraction, precision: Fraction | None) -> str:
    """Plain decimal text of ``number``, with as many decimals as ``precision`` has and as the
    number itself needs.

    A number without a finite decimal form gets ``FRACTION_DECIMALS`` of them.

    >>> decimal_text(Fraction(22), Fraction(1, 10)), decimal_text(Fraction(100, 3), None)
    ('22.0', '33.3333')
    >>> decimal_text(Fraction(50), None)
    '50'
    """
    places = _decimals_shown(number, precision)
    if not places:
        return str(round(number))
    scaled = round(number * 10**places)
    whole, decimals = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole}.{decimals:0{places}}"


def _decimals_shown(number: Fraction, precision: Fraction | None) -> int:
    """As many decimals as ``precision`` has and ``number`` needs."""
    needed = decimals_of(number)
    if needed is None:
        needed = FRACTION_DECIMALS
    if precision is None:
        return needed
    return max(decimals_of(precision) or 0, needed)


def decimals_of(number: Fraction) -> int | None:
    """How many decimals ``number`` needs to be written exactly; None if no number of them is
    enough.
    """
    without_twos, twos = _divided(number.denominator, 2)
    rest, fives = _divided(without_twos, 5)
    return max(twos, fives) if rest == 1 else None


def _divided(number: int, divisor: int) -> tuple[int, int]:
    """What is left of ``number`` after dividing it as often as it goes, and how often that is."""
    times = 0
    while number % divisor == 0:
        number, times = number // divisor, times + 1
    return number, times


def last_digit_of(number: Fraction) -> Fraction | None:
    """The size of the last digit of ``number`` that is not zero; None if there is no such digit.

    >>> last_digit_of(Fraction(6000)), last_digit_of(Fraction("5.70"))
    (Fraction(1000, 1), Fraction(1, 10))
    >>> last_digit_of(Fraction(1, 3)) is None
    True
    """
    decimals = decimals_of(number)
    if number == 0 or decimals is None:
        return None
    _, noughts = _divided(number.numerator * (10**decimals // number.denominator), 10)
    return Fraction(10) ** (noughts - decimals)
