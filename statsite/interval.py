"""Exact intervals of numbers, open or closed at each end, and the arithmetic and comparisons that
hold for every number in them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise, product

from msgspec import Struct

#: A number, or minus or plus infinity (the only floats there are here).
Extended = Fraction | float

INFINITY = math.inf

#: A fraction whose denominator has more bits than this is rounded outwards, to parts of this size
#: of one.
_LONGEST_DENOMINATOR, _FINEST = 1024, 1 << 512


class End(Struct, frozen=True):
    """One end of an interval: ``is_closed`` says whether the number itself belongs to it.

    An infinite end is open.
    """

    number: Extended
    is_closed: bool

    @property
    def is_finite(self) -> bool:
        """Whether the interval is bounded on this side."""
        return isinstance(self.number, Fraction)


class Interval(Struct, frozen=True):
    """All numbers between two ends; never empty.

    Arithmetic gives the set of every result, exactly, where no number is used twice.
    """

    low: End
    high: End

    def __str__(self) -> str:
        if self.is_point:
            return _plain(self.low.number)
        opening, closing = "[" if self.low.is_closed else "(", "]" if self.high.is_closed else ")"
        return f"{opening}{_plain(self.low.number)}, {_plain(self.high.number)}{closing}"

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low.is_finite and self.high.is_finite

    @property
    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.low.number == self.high.number

    @property
    def holds_zero(self) -> bool:
        """Whether zero belongs to it."""
        above = self.low.number < 0 or (self.low.number == 0 and self.low.is_closed)
        below = self.high.number > 0 or (self.high.number == 0 and self.high.is_closed)
        return above and below

    def __neg__(self) -> Interval:
        return Interval(
            End(-self.high.number, self.high.is_closed), End(-self.low.number, self.low.is_closed)
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low.number > 0 and other.low.number > 0:
            return Interval(_product(self.low, other.low), _product(self.high, other.high))
        return _hull(
            _product(one, two)
            for one, two in product((self.low, self.high), (other.low, other.high))
        )

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients. Raises ZeroDivisionError where ``other`` holds zero."""
        if other.holds_zero:
            raise ZeroDivisionError(f"{other} holds zero")
        return self * _inverse(other)

    def scaled(self, factor: Fraction) -> Interval:
        """Every number times ``factor``."""
        return self if factor == 1 else self * exactly(factor)

    def meets(self, other: Interval) -> bool:
        """Whether a number belongs to both."""
        return not self.is_below(other) and not other.is_below(self)

    def is_below(self, other: Interval) -> bool:
        """Whether every number of it is less than every number of ``other``."""
        if self.high.number == other.low.number:
            return not (self.high.is_closed and other.low.is_closed)
        return self.high.number < other.low.number

    def is_at_most(self, other: Interval) -> bool:
        """Whether no number of it is greater than any number of ``other``."""
        return self.high.number <= other.low.number

    def contains(self, other: Interval) -> bool:
        """Whether every number of ``other`` belongs to it."""
        return _is_outside_or_at(self.low, other.low, 1) and _is_outside_or_at(
            self.high, other.high, -1
        )

    def within(self, other: Interval) -> Interval:
        """What belongs to both; something does."""
        return Interval(
            max(self.low, other.low, key=_low_end_order),
            min(self.high, other.high, key=_high_end_order),
        )

    def shortened(self) -> Interval:
        """It, or a little more than it where an end is a fraction of very many digits: nothing
        printed is so exact, and computing would slow down.
        """
        return Interval(_shortened(self.low, math.floor), _shortened(self.high, math.ceil))

    def parts(self, count: int) -> tuple[Interval, ...]:
        """It cut into ``count`` equal parts, which share their ends; itself alone where it is a
        point or unbounded.
        """
        low, high = self.low.number, self.high.number
        if self.is_point or not (isinstance(low, Fraction) and isinstance(high, Fraction)):
            return (self,)
        ends = [self.low, *_cuts(low, high, count), self.high]
        return tuple(Interval(first, last) for first, last in pairwise(ends))


def exactly(number: Fraction) -> Interval:
    """The interval of one number."""
    return Interval(End(number, is_closed=True), End(number, is_closed=True))


def between(low: Fraction | None, high: Fraction | None, *, is_closed: bool = True) -> Interval:
    """The interval from ``low`` to ``high``, None for no bound; both ends closed or both open."""
    return Interval(
        _end(low, -INFINITY, is_closed=is_closed), _end(high, INFINITY, is_closed=is_closed)
    )


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of ``intervals``, of which there is at least one."""
    listed = list(intervals)
    return _hull(end for interval in listed for end in (interval.low, interval.high))


def _cuts(low: Fraction, high: Fraction, count: int) -> Iterator[End]:
    """The ends that cut what is between two numbers into ``count`` equal parts."""
    for step in range(1, count):
        yield End(low + (high - low) * step / count, is_closed=True)


def _end(number: Fraction | None, infinity: float, *, is_closed: bool) -> End:
    return End(infinity, is_closed=False) if number is None else End(number, is_closed)


def _hull(ends: Iterable[End]) -> Interval:
    listed = list(ends)
    return Interval(min(listed, key=_low_end_order), max(listed, key=_high_end_order))


def _low_end_order(end: End) -> tuple[Extended, bool]:
    """Sorts low ends: that of an interval which reaches further down comes first."""
    return end.number, not end.is_closed


def _high_end_order(end: End) -> tuple[Extended, bool]:
    """Sorts high ends: that of an interval which reaches further up comes last."""
    return end.number, end.is_closed


def _sum(one: End, two: End) -> End:
    return End(one.number + two.number, one.is_closed and two.is_closed)


def _product(one: End, two: End) -> End:
    """The product of two ends.

    Zero itself times anything is zero; the limit zero times infinity is approached from one side
    only, so it is open.
    """
    if one.number == 0 or two.number == 0:
        return End(Fraction(0), any(end.number == 0 and end.is_closed for end in (one, two)))
    return End(one.number * two.number, one.is_closed and two.is_closed)


def _shortened(end: End, rounded: Callable[[Fraction], int]) -> End:
    """``end``, moved outwards to few digits where it has very many; an open end stays open."""
    number = end.number
    if not isinstance(number, Fraction) or number.denominator.bit_length() <= _LONGEST_DENOMINATOR:
        return end
    return End(Fraction(rounded(number * _FINEST), _FINEST), end.is_closed)


def _inverse(interval: Interval) -> Interval:
    """One over every number of an interval that does not hold zero."""
    is_positive = interval.low.number >= 0
    return Interval(
        _inverse_end(interval.high, is_positive=is_positive),
        _inverse_end(interval.low, is_positive=is_positive),
    )


def _inverse_end(end: End, *, is_positive: bool) -> End:
    if not isinstance(end.number, Fraction):
        return End(Fraction(0), is_closed=False)
    if end.number == 0:
        return End(INFINITY if is_positive else -INFINITY, is_closed=False)
    return End(1 / end.number, end.is_closed)


def _is_outside_or_at(outer: End, inner: End, inwards: int) -> bool:
    """Whether an interval that ends at ``outer`` reaches as far as one that ends at ``inner``;
    ``inwards`` is 1 for low ends, -1 for high ones.
    """
    if outer.number == inner.number:
        return outer.is_closed or not inner.is_closed
    return outer.number * inwards < inner.number * inwards


def _plain(number: Extended) -> str:
    """The number with up to six significant digits after its whole part: for messages and tools,
    not for pages.
    """
    if not isinstance(number, Fraction):
        return "∞" if number > 0 else "-∞"
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.10g}" if abs(number) < _WHOLE_FROM else str(round(number))


#: From here on a number's decimals say nothing in a message.
_WHOLE_FROM = 1_000_000
