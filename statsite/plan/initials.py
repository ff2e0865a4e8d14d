"""Under which letter a title is in an index: its own in English, that of its pinyin in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

#: Where titles are that begin with a digit, or with what has no letter.
DIGITS = "0–9"

#: How much of a title decides how its first character is read: 重庆 begins with C, 重要 with Z.
_READ = 8

_NO_LETTERS = re.compile(r"^[\W_]+")

_T = TypeVar("_T")


#: What gives Chinese texts in pinyin, each in its place: ``romanised``, or what keeps what that
#: gave.
Spell = Callable[[Sequence[str]], Sequence[str]]


def romanised(texts: Sequence[str]) -> Sequence[str]:
    """``texts`` with the pinyin of each Chinese character in place of it."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its tables take most of a second to load, and few builds need them

    return ["".join(lazy_pinyin(text)) for text in texts]


class Place(Struct, frozen=True):
    """Where a title is in an index: under which ``letter``, ``A`` to ``Z`` or ``DIGITS``, and what
    it is put in order by, its letters and then the title itself.
    """

    letter: str
    spelling: tuple[str, str]


def places(titles: Iterable[str], spell: Spell = romanised) -> Mapping[str, Place]:
    """Where each of the ``titles`` is."""
    bare = {title: _NO_LETTERS.sub("", title) for title in titles}
    said = _spelled(bare.values(), spell)
    return {title: _place(title, begin, said) for title, begin in bare.items()}


def _spelled(texts: Iterable[str], spell: Spell) -> Mapping[str, str]:
    """How those of ``texts`` are spelled that hold Chinese, and how the beginnings are of them."""
    told = dict.fromkeys(part for text in texts for part in (text[:_READ], text))
    chinese = [text for text in told if not text.isascii()]
    return dict(zip(chinese, spell(chinese) if chinese else (), strict=True))


def _place(title: str, begin: str, said: Mapping[str, str]) -> Place:
    """Where a title is that begins so, with no sign before it."""
    letter = _letter(said.get(begin[:_READ], begin))
    return Place(letter, (said.get(begin, begin).casefold(), title))


def _letter(spelled: str) -> str:
    letter = unicodedata.normalize("NFKD", spelled).upper()[:1]
    return letter if "A" <= letter <= "Z" else DIGITS


def by_initial(
    titled: Iterable[tuple[str, _T]], spell: Spell = romanised
) -> Mapping[str, list[_T]]:
    """What is titled, by its letter and in the order of spelling, digits first."""
    listed = list(titled)
    placed = places((title for title, _ in listed), spell)
    found: dict[str, list[_T]] = {}
    for title, thing in sorted(listed, key=lambda one: _order(placed[one[0]])):
        found.setdefault(placed[title].letter, []).append(thing)
    return found


def _order(place: Place) -> tuple[bool, tuple[str, str]]:
    """What an index is put in order by: digits are before all letters."""
    return place.letter != DIGITS, place.spelling
