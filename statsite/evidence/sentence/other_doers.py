"""A figure of another one that does what the title of its indicator tells, where the sentences
before it have the title's: 游船运送游客97万人次 behind 轮渡运送旅客316万人次.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.act_words import is_an_act
from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.grammar.word_boundaries import words_with_classes

_PART_END = re.compile(r"[，、;:。!?\s]")
_HAN = re.compile("[一-鿿]")
#: Classes of the dictionary of things and of names, of which it takes some for places: 巴士.
_THINGS = frozenset({"n", "nz", "l", "j"})
_NAMED = _THINGS | {"ns"}
#: Places, who only counts, and words for the same ones: 全市, 成都市, 市文旅局, 公司, 队员.
_NO_DOER = re.compile(
    f"{WHOLE_AREA}|.*[省市县区州镇乡村国局厅部委处办]|当地|本地|各地|人数|其中|全年"
    "|公司|企业|单位|机构|基地|活动|[队成人职雇]员|[员职]工|[一-鿿]方|大家|他们|它们"
)
_NUMBER = re.compile("[0-9]")
_SHORTEST = 2


def other_doer(before: str, figure: str, title: str, earlier: str) -> str:
    """The words from who does the act of the ``title`` up to a ``figure``, where another one does
    it in the title, of whom the ``earlier`` sentences tell and the figure's own does not; or
    nothing.
    """
    own = _PART_END.split(before)[-1]
    for act in _acts(title):
        who, whose = own.partition(act), title.partition(act)
        here, there = _doers(who[0]), _named_first(whose[0])
        is_another = bool(who[1]) and here[-1:] != [] and not _share(here, there)
        is_named_before = bool(there) and _is_counted(there, act, earlier)
        is_new = not any(word in earlier for word in here) and not any(
            word in before for word in there
        )
        if is_another and is_named_before and is_new:
            return own + figure
    return ""


def _acts(title: str) -> list[str]:
    return [word for word, kind in words_with_classes(title) if is_an_act(word, kind)]


def _doers(head: str) -> list[str]:
    """The things that are named before an act; none where the last word names no thing."""
    words = [one for one in words_with_classes(head) if _HAN.search(one[0])]
    if not words or words[-1][1] not in _NAMED or _NO_DOER.fullmatch(words[-1][0]):
        return []
    return [word for word, kind in words if kind in _NAMED and _is_doer(word)]


def _named_first(head: str) -> list[str]:
    """What a title names before an act: things, and what the dictionary takes for acts (轮渡)."""
    words = words_with_classes(head)
    return [
        word for word, kind in words if (kind in _NAMED or is_an_act(word, kind)) and _is_doer(word)
    ]


def _is_doer(word: str) -> bool:
    return len(word) >= _SHORTEST and not _NO_DOER.fullmatch(word)


def _share(some: list[str], others: list[str]) -> bool:
    """Whether one word has all characters of another, which may be short for it."""
    return any(set(one) <= set(other) or set(other) <= set(one) for one in some for other in others)


def _is_counted(doers: list[str], act: str, earlier: str) -> bool:
    """Whether the earlier sentences have these, the act and a number in one of their parts."""
    return any(
        act in part and _NUMBER.search(part) and all(doer in part for doer in doers)
        for part in _PART_END.split(earlier)
    )
