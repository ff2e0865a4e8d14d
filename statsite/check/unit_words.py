"""The words of one unit name one measure: a figure is shown with the label of its unit, whichever
of the words it was printed with, and is never converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from statsite.check.unit_meanings import meaning_of
from statsite.extract.measure_words import MEASURES
from statsite.model import Site, Unit, location_of
from statsite.problems import Problem

#: What makes another measure of a counting word: 艘次 counts voyages of 艘, 人次 visits of people.
_TIMES = "次"
_SCALE = re.compile("[十百千]*[万亿]+")


def words_are_one_measure(site: Site) -> Iterator[Problem]:
    """``unit-words-differ``: a word of a unit that counts in another measure than an earlier word
    of it, or in another multiple; each such word is named once, with the first it differs from.
    """
    for unit in site.units.values():
        yield from (_differs(unit, one, other) for one, other in _differing(unit.words))


def _differing(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word that says another thing of a number before it than an earlier word does, behind
    that one.
    """
    earlier = _EarlierWords()
    for word in words:
        if other := earlier.differing_from(word):
            yield other, word
        earlier.add(word)


class _EarlierWords(Struct):
    """The words of a unit so far, so that a further one is compared with a few, not with each: all
    that are of one scale and one known measure differ from the same words.
    """

    first: str = ""
    words: set[str] = set()
    known: dict[str, str] = {}

    def add(self, word: str) -> None:
        """Take a word in; the first of each scale that calls a known measure stands for it."""
        self.first = self.first or word
        self.words.add(word)
        if _known(_bare(word)):
            self.known.setdefault(_scale(word), word)

    def differing_from(self, word: str) -> str:
        """The first of those that stand for all with which ``word`` cannot be in one unit, or
        nothing.
        """
        if self.first and _scale(self.first) != _scale(word):
            return self.first
        measured = self.known.get(_scale(word), "")
        if measured and _measures_differ(_bare(measured), _bare(word)):
            return measured
        return next(filter(self.words.__contains__, _with_other_times(word)), "")


def _with_other_times(word: str) -> tuple[str, ...]:
    """A word with 次 behind it, and one that ends with it without."""
    without = (word.removesuffix(_TIMES),) if word.endswith(_TIMES) else ()
    return (word + _TIMES, *without)


def _measures_differ(one: str, other: str) -> bool:
    """Whether two words call measures that are known and are no two names of one."""
    known = [_known(word) for word in (one, other)]
    return all(known) and known[0] != known[1]


def _known(word: str) -> str:
    """The measure that a word calls, or nothing where it only counts things."""
    return meaning_of(word) or (word if word in MEASURES else "")


def _scale(word: str) -> str:
    """The 万 or 亿 with which a word begins, or nothing."""
    found = _SCALE.match(word)
    return found[0] if found else ""


def _bare(word: str) -> str:
    return word.removeprefix(_scale(word))


def _differs(unit: Unit, one: str, other: str) -> Problem:
    message = f"the words {one} and {other} of `{unit.id}` are no names of one measure"
    hint = "give each measure a unit of its own: a figure is shown with its unit's label"
    return Problem("unit-words-differ", message, location_of(unit, "words"), hint)
