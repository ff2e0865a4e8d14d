"""Regular expressions made of lists of words, and matched before and behind a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, ready for matching."""
    return tuple(re.compile(pattern) for pattern in patterns)


class BothSides(Struct, frozen=True):
    """Words ``before`` a figure that count only where other words are ``behind`` it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def both_sides(*pairs: tuple[str, str]) -> tuple[BothSides, ...]:
    """The pairs of patterns, ready for matching."""
    return tuple(BothSides(re.compile(before), re.compile(behind)) for before, behind in pairs)


def first_words(found: Iterable[re.Match[str] | None]) -> str:
    """The words of the first match, or nothing where there is none."""
    return next((one[0] for one in found if one), "")


def starts_before(patterns: Iterable[re.Pattern[str]], before: str) -> Iterator[int]:
    """Where in ``before`` a figure the match of each of ``patterns`` starts."""
    found = (pattern.search(before) for pattern in patterns)
    yield from (one.start() for one in found if one)


def ends_behind(patterns: Iterable[re.Pattern[str]], plain: str, end: int) -> Iterator[int]:
    """Where the match of each of ``patterns`` ends that starts at the ``end`` of a figure."""
    found = (pattern.match(plain, end) for pattern in patterns)
    yield from (one.end() for one in found if one)


def starts_of_pairs(pairs: Iterable[BothSides], before: str, behind: str) -> Iterator[int]:
    """Where in ``before`` each of ``pairs`` starts whose other words are ``behind`` the figure."""
    fitting = (pair.before for pair in pairs if pair.behind.match(behind))
    return starts_before(fitting, before)
