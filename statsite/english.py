"""Numbers in English words: ordinals and the cardinals that are written out."""

from __future__ import annotations

_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """The place of a number in a row.

    >>> ordinal(3), ordinal(12), ordinal(121), ordinal(1000)
    ('3rd', '12th', '121st', '1,000th')
    """
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number:,}{ending}"


def cardinal(number: int) -> str:
    """The number, in a word up to ten.

    >>> cardinal(6), cardinal(12)
    ('six', '12')
    """
    return _CARDINALS[number] if 0 <= number < len(_CARDINALS) else f"{number:,}"
