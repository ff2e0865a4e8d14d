"""The words of one unit name one measure: a figure is shown with the label of its unit, whichever
of the words it was printed with, and is never converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from statsite.check.unit_meanings import meaning_of
from statsite.extract.measure_words import MEASURES
from statsite.model import Site, Unit, location_of
from statsite.problems import Problem

#: What makes another measure of a counting word: 艘次 counts voyages of 艘, 人次 visits of people.
_TIMES = "次"
_SCALE = re.compile("[十百千]*[万亿]+")


def words_are_one_measure(site: Site) -> Iterator[Problem]:
    """``unit-words-differ``: a unit two of whose words count in different measures, or in different
    multiples of one.
    """
    for unit in site.units.values():
        pairs = combinations(unit.words, 2)
        yield from (_differs(unit, one, other) for one, other in pairs if _differ(one, other))


def _differ(one: str, other: str) -> bool:
    """Whether two words, each of one unit, say different things of a number before them."""
    return (
        _scale(one) != _scale(other)
        or other in {one + _TIMES, *_without_times(one)}
        or _measures_differ(_bare(one), _bare(other))
    )


def _without_times(word: str) -> tuple[str, ...]:
    return (word.removesuffix(_TIMES),) if word.endswith(_TIMES) else ()


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
