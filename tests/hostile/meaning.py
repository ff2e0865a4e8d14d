"""What a printed figure means, as a generator of texts states it: written from the editors' table
of words, not from the grammar.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from statsite.quantity import Quantity


class Meaning(Struct, frozen=True):
    """A relation with the printed number and the bounds of the true one; None is an open end, and
    the value of a range.
    """

    relation: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None

    def __str__(self) -> str:
        return f"{self.relation} {_told(self.value)} ({_told(self.low)}, {_told(self.high)})"


def of_quantity(quantity: Quantity) -> Meaning:
    """The meaning that the grammar has read."""
    return Meaning(quantity.relation.value, quantity.value, quantity.low, quantity.high)


def exact(value: Fraction) -> Meaning:
    """The printed number itself."""
    return Meaning("=", value, value, value)


def about(value: Fraction) -> Meaning:
    """约, 左右."""
    return Meaning("≈", value, None, None)


def more(value: Fraction) -> Meaning:
    """超过."""
    return Meaning(">", value, value, None)


def more_below(value: Fraction, end: Fraction) -> Meaning:
    """余 and 多: more than the number, but below the next step of its last digit."""
    return Meaning(">", value, value, end)


def at_least(value: Fraction) -> Meaning:
    """至少, 以上."""
    return Meaning("≥", value, value, None)


def just_under(value: Fraction) -> Meaning:
    """近."""
    return Meaning("≲", value, None, value)


def less(value: Fraction) -> Meaning:
    """不足."""
    return Meaning("<", value, None, value)


def at_most(value: Fraction) -> Meaning:
    """不超过, 以内."""
    return Meaning("≤", value, None, value)


def between(low: Fraction, high: Fraction) -> Meaning:
    """A range, both ends printed."""
    return Meaning("range", None, low, high)


def _told(number: Fraction | None) -> str:
    if number is None:
        return "…"
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
