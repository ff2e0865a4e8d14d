"""What a neighbouring number is per, taken for what a figure is per: a label 元/月 for 600元 of
每月480元，每学期600元.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from statsite.evidence.sentence.rate_bases import name_of_base
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import NUMBER, SCALES
from statsite.grammar.patterns import any_of

_THINGS = frozenset((*map(fold_word, MEASURE_WORDS), "棚", "餐", "工", "层楼", "场次"))
#: So many of a thing, one by one or all of it: 每上一层楼, 一座棚, 整栋, 满一个工, 按场.
_ONE_BY_ONE = (
    "每[上满个逢做过]{0,2}一?|每[^，。;!?:每0-9]{1,3}?一|(?<![第之唯统同另进十])一|整|单|满|按|论|/"
)
_NO_OTHER_WORD = "(?!方面|起(?![价步])|共|些|般|致|样|直|定|旦|律|带)"
#: What governs a list of numbers: 按平方米结算, 每斤.
_GOVERNS = frozenset("每按论")
_LABEL = re.compile(r"/[0-9百千万]*个?(?P<thing>[^/·]+)")
_OF_NUMBERS = re.compile(f"[0-9.{SCALES}余多约近超过逾足达]+")
_A_NUMBER = re.compile("[0-9]")


def base_of_a_neighbour(before: str, figure: str, behind: str, label: str) -> str:
    """The words for what a figure is per, in its own part or before a list that it is in, where the
    ``label`` of its unit names what another number of the same unit is per, and those words do not;
    or nothing. What has no measure word (一个疗程) may be that of any number.
    """
    things = frozenset(found["thing"] for found in _LABEL.finditer(label))
    unit = _OF_NUMBERS.sub("", figure)
    if not things or not unit:
        return ""
    of_unit = re.compile(rf"{NUMBER}[{SCALES}]*[余多]?{re.escape(unit)}")
    counted = of_unit if things <= _THINGS else _A_NUMBER
    own = of_unit.split(before)[-1] + CLAUSE_END.split(behind)[0]
    said, others = _bases([own], things), _bases(_parts(behind, counted), things)
    if said:
        others |= _bases(_parts(before, counted), things)
    else:
        said = _governing(before, things)
    named = {name_of_base(thing) for thing in things}
    is_a_neighbours = named.isdisjoint(said) and not named.isdisjoint(others)
    return [*said.values()][-1] if said and is_a_neighbours else ""


def _governing(before: str, things: frozenset[str]) -> dict[str, str]:
    """What a list of numbers is per by the words ``before`` it."""
    said = _bases([before], things)
    return {name: words for name, words in said.items() if words[0] in _GOVERNS}


def _bases(parts: Iterable[str], things: frozenset[str]) -> dict[str, str]:
    """What parts of a text say that something is per, be it one of some more ``things``, by the
    name that stands for it, each with its words.
    """
    each = _each_of(things - _THINGS)
    found = (one for part in parts for one in each.finditer(part))
    return {name_of_base(one["thing"]): one[0] for one in found}


@lru_cache(maxsize=64)
def _each_of(more: frozenset[str]) -> re.Pattern[str]:
    things = any_of((*_THINGS, *more))
    return re.compile(f"(?:{_ONE_BY_ONE})个?(?P<thing>{things}){_NO_OTHER_WORD}")


def _parts(text: str, counted: re.Pattern[str]) -> list[str]:
    """The clauses of a text that have such a number."""
    return [clause for clause in CLAUSE_END.split(text) if counted.search(clause)]
