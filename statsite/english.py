"""English words that depend on others: ordinals, the cardinals that are written out, articles."""

from __future__ import annotations

_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = range(11, 14)
_VOWELS = frozenset("aeio")
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


def with_article(noun: str) -> str:
    """The noun of a unit with the article that it takes.

    >>> with_article("year"), with_article("hour"), with_article("item")
    ('a year', 'an hour', 'an item')
    """
    return f"{'an' if noun[:1] in _VOWELS or noun.startswith('hour') else 'a'} {noun}"
