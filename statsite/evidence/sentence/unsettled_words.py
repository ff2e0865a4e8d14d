"""Words of a figure's sentence that say it was not observed: it is supposed, estimated, alleged,
feigned, or in name only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import any_of, first_words
from statsite.grammar.status_words import (
    CLAIMED,
    CONCEDED,
    EXERCISES,
    FORESEEN,
    GUESSED,
    RATED,
    SET,
    SUPPOSED,
)

#: What an indicator may be of, though it was not counted.
_NAMED = (
    *GUESSED, *CLAIMED, *FORESEEN, *RATED, *SET, *EXERCISES, "预报", "估值", "续航", "应收", "应到",
    "认缴", "建议",
)  # fmt: skip
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!主)(?:{any_of(SUPPOSED)})(?!说){IN_SENTENCE}{{0,40}}$",
        rf"(?:{any_of(CONCEDED)}){IN_CLAUSE}{{0,16}}$",
        rf"(?:{any_of((*GUESSED, *CLAIMED))}){IN_CLAUSE}{{0,14}}$",
        rf"(?:检方|原告|被告|控方|辩方|举报人|网友|卖家|有人|村民们?)(?:称|说|指){IN_CLAUSE}{{0,14}}$",
        rf"(?:预[计测报]|研判|估计)，{IN_CLAUSE}{{0,24}}(?:将|会)[有达超近]?到?$",
        rf"所谓{IN_CLAUSE}{{0,8}}$",
        rf"据传(?!输|统|播|感){IN_CLAUSE}{{0,14}}$",
        rf"或(?=达|将|超|为|有|增|降|涨|跌|突破|至){IN_CLAUSE}{{0,8}}$",
    )
)
#: The characters and words of which a bracket behind a figure is made that doubts it.
_DOUBT = (
    "[预估拟待疑暂草粗毛伪假虚误]|(?<!实)测|初[步值稿算核]|快报|意向|意愿|目标|计划|理论|名义|设计|额定|可能|或有|传|据称"
    "|自[报称]|未[审经核]|修[正订]前|征求意见|另有说法|说法不一|口径"
)
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[”’]?\((?:[^()0-9]{{0,6}}(?:{_DOUBT})[^()0-9]{{0,6}}|[A-Za-z])\)",
        rf"[”’]?{IN_CLAUSE}{{0,8}}(?:空头支票|空话|空谈|白条|一纸空文|纸上谈兵|画饼)",
        rf"{IN_CLAUSE}{{0,6}}(?:没有?|未|尚未|仍未|迟迟未|从未)(?:能?)(?:到账|到位|兑现|落地|入账)",
    )
)


def unsettled_words(before: str, behind: str) -> str:
    """The words around a figure, by its sentence up to it and what is ``behind`` it, that say it
    was not observed; or nothing.
    """
    return first_words(_words_around(before, behind))


def _words_around(before: str, behind: str) -> Iterator[re.Match[str] | None]:
    yield from (pattern.search(before) for pattern in _BEFORE)
    yield from (pattern.match(behind) for pattern in _BEHIND)


def names_itself(words: str, title: str) -> bool:
    """Whether what an indicator is called says so too: an indicator of claimed sums, 索赔额."""
    return any(word in words and word in title for word in _NAMED)
