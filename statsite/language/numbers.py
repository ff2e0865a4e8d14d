"""What every language asks of a number before it writes it: its digits, and how it was printed."""

from __future__ import annotations

import re
from fractions import Fraction

from statsite.grammar.amounts import TOTALS
from statsite.grammar.printed import PartKind, Reading
from statsite.quantity import Quantity, Relation, decimal_text

MINUS = "−"

#: The parts of fractions, tenths and halves.
_SHARE_WORDS = ("/", "分之", "半", "成")
_NUMBER_AND_SCALE = frozenset({PartKind.NUMBER, PartKind.SCALE})
_POINT = re.compile("[.点]")
_TWO_ENDS = 2

#: The size of the last digit of each end of a range; None where there is none.
Precisions = tuple[Fraction | None, Fraction | None]


def grouped(value: Fraction, precision: Fraction | None) -> str:
    """Plain decimal text with a comma at each thousand: 310,310,000.

    A true minus sign is before negative numbers.
    """
    whole, dot, decimals = decimal_text(abs(value), precision).partition(".")
    return f"{_sign(value)}{int(whole):,}{dot}{decimals}"


def _sign(value: Fraction) -> str:
    return MINUS if value < 0 else ""


def ungrouped(value: Fraction, precision: Fraction | None) -> str:
    """Plain decimal text with nothing between its digits, as Chinese papers print numbers:
    15624.

    A true minus sign is before negative numbers.
    """
    return f"{_sign(value)}{decimal_text(abs(value), precision)}"


def is_total(reading: Reading) -> bool:
    """Whether the figure was printed as a word for a whole: 全覆盖."""
    return "".join(part.text for part in reading.parts) in TOTALS


def is_share_word(reading: Reading) -> bool:
    """Whether the figure was printed as a fraction, in tenths or as a half, which need no unit."""
    if reading.unit:
        return False
    digits = "".join(part.text for part in reading.parts if part.kind in _NUMBER_AND_SCALE)
    return any(word in digits for word in _SHARE_WORDS)


def is_qualified(reading: Reading | None) -> bool:
    """Whether a word such as 约 is beside the number."""
    return reading is not None and any(part.kind is PartKind.QUALIFIER for part in reading.parts)


def has_decimals(reading: Reading) -> bool:
    """Whether one of its numbers was printed with decimals."""
    return any(map(_POINT.search, printed_numbers(reading)))


def printed_numbers(reading: Reading) -> list[str]:
    """The numbers of a printed figure, without scales, qualifiers and units."""
    return [part.text for part in reading.parts if part.kind is PartKind.NUMBER]


def end_precisions(quantity: Quantity, reading: Reading | None) -> Precisions:
    """The size of the last printed digit of each end of a range, which may differ: 1.5—3%.

    That of the whole figure where it is not such a range.
    """
    if quantity.last_digits:
        return quantity.last_digits
    whole = quantity.precision
    if quantity.relation is not Relation.RANGE or whole is None or reading is None:
        return whole, whole
    return _of_each_end(reading, whole) or (whole, whole)


def _of_each_end(reading: Reading, whole: Fraction) -> Precisions | None:
    """``whole``, the smaller last digit of the two, for each end; None where the ends were not
    printed alike.
    """
    numbers = printed_numbers(reading)
    scales = {part.text for part in reading.parts if part.kind is PartKind.SCALE}
    if len(numbers) != _TWO_ENDS or len(scales) > 1:
        return None
    decimals = [_decimals(number) for number in numbers]
    low, high = (whole * 10 ** (max(decimals) - count) for count in decimals)
    return low, high


def _decimals(number: str) -> int:
    """How many digits are behind the point of a printed number."""
    return len(_POINT.split(number, maxsplit=1)[-1]) if _POINT.search(number) else 0
