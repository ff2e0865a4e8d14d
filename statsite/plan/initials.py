"""Under which letter a title is in an index: its own in English, that of its pinyin in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

#: Where titles are that begin with a digit, or with what has no letter.
DIGITS = "0–9"

#: How much of a title decides how its first character is read: 重庆 begins with C, 重要 with Z.
_READ = 8

_NO_LETTERS = re.compile(r"^[\W_]+")

_T = TypeVar("_T")


@lru_cache(maxsize=4096)
def initial(title: str) -> str:
    """The letter, ``A`` to ``Z``, or ``DIGITS``."""
    begin = _NO_LETTERS.sub("", title)[:_READ]
    letter = unicodedata.normalize("NFKD", _romanised(begin)).upper()[:1]
    return letter if "A" <= letter <= "Z" else DIGITS


@lru_cache(maxsize=4096)
def spelling(title: str) -> tuple[str, str]:
    """What titles are put in order by: their letters, then the titles themselves."""
    return _romanised(_NO_LETTERS.sub("", title)).casefold(), title


def _romanised(text: str) -> str:
    """``text`` with the pinyin of each Chinese character in place of it."""
    if text.isascii():
        return text
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its tables take a fifth of a second to load, and a site in English needs none

    return "".join(lazy_pinyin(text))


def by_initial(titled: Iterable[tuple[str, _T]]) -> Mapping[str, list[_T]]:
    """What is titled, by its letter and in the order of spelling, digits first."""
    found: dict[str, list[_T]] = {}
    for title, thing in sorted(
        titled, key=lambda one: (initial(one[0]) != DIGITS, spelling(one[0]))
    ):
        found.setdefault(initial(title), []).append(thing)
    return found
