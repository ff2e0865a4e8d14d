"""What a neighbouring number is per, taken for what a figure is per: a label 元/月 for 600元 of
每月480元，每学期600元.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.rate_bases import name_of_base
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import NUMBER, SCALES
from statsite.grammar.patterns import any_of

_THING = any_of((*map(fold_word, MEASURE_WORDS), "棚", "餐", "工", "层楼", "场次"))
#: So many of a thing, one by one or all of it: 每上一层楼, 一座棚, 整栋, 满一个工, 按场.
_EACH = re.compile(
    rf"(?:每[上满个逢做过]{{0,2}}一?|(?<![第之唯统同另进十])一|整|单|满|按|论|/)个?(?P<thing>{_THING})"
    r"(?!方面|起|共|些|般|致|样|直|定|旦|律|带)"
)
_LABEL = re.compile(r"/[0-9百千万]*个?(?P<thing>[^/·]+)")
_OF_NUMBERS = re.compile(f"[0-9.{SCALES}余多约近超过逾足达]+")


def base_of_a_neighbour(before: str, figure: str, behind: str, label: str) -> str:
    """The words of a figure's own part for what it is per, where the ``label`` of its unit names
    what another number of the same unit is per, and the figure's own part does not; or nothing.
    """
    named = {name_of_base(found["thing"]) for found in _LABEL.finditer(label)}
    unit = _OF_NUMBERS.sub("", figure)
    if not named or not unit:
        return ""
    counted = re.compile(rf"{NUMBER}[{SCALES}]*[余多]?{re.escape(unit)}")
    parts = [*_parts(before, counted), *_parts(behind, counted)]
    own = counted.split(before)[-1] + CLAUSE_END.split(behind)[0]
    said = {name_of_base(found["thing"]): found[0] for found in _EACH.finditer(own)}
    if not said or named & said.keys():
        return ""
    others = {name_of_base(found["thing"]) for part in parts for found in _EACH.finditer(part)}
    return [*said.values()][-1] if named & others else ""


def _parts(text: str, counted: re.Pattern[str]) -> list[str]:
    """The clauses of a text that have a number of the same unit."""
    return [clause for clause in CLAUSE_END.split(text) if counted.search(clause)]
