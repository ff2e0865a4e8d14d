"""Cities and counties that a sentence names and that neither a site nor the list of prefectures
knows: 义乌, 昆山, 兰考县. The dictionary knows them, though not the province of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.sentence.provinces_by_other_names import NOT_ITS_OWN
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import class_at

_HEADS_A_PHRASE = re.compile(r"(?:^|(?<=[，。;:(“年月日末底前在\n]))(?=[一-鿿]{2})")
_KINDS = ("自治州", "自治县", "市", "县")
#: The classes of the dictionary (of jieba) for places and for persons, as which it takes some.
_PLACE, _PERSONS = "ns", frozenset({"nr", "nrt"})
_SHORTEST, _SHORTEST_WITH_KIND = 2, 3
#: Cities and counties that are called as something else is.
_COMMON = (
    "大都", "朝阳", "江山", "南海", "中和", "大城", "龙井", "沙河", "桃园", "安宁", "永安", "丰田",
    "黄山", "乐平", "新民", "大丰", "大安", "外省", "灯塔", "温泉", "珠宝", "白银", "日照", "榆树",
    "樟树", "安康", "平川", "灵宝", "乔治", "凤凰", "友谊", "余庆", "白沙", "白水", "金沙", "黄龙",
    "惠民", "柳林", "蓝山", "惠农", "永胜", "太康", "威远", "同德", "各县", "各省", "下关", "双城",
    "仙桃", "板桥", "三水", "界首", "大庸",
)  # fmt: skip
_NO_PLACE = re.compile(any_of(_COMMON))
_IS_ITS_OWN = re.compile(NOT_ITS_OWN)


def places_of_the_dictionary(clause: str) -> Iterator[str]:
    """The cities and counties that head a phrase of ``clause``, as printed."""
    for head in _HEADS_A_PHRASE.finditer(clause):
        name = _place_at(clause, head.start())
        if name and _IS_ITS_OWN.match(clause, head.start() + len(name)):
            yield name


def _place_at(clause: str, start: int) -> str:
    """The city or county that is named at ``start``, with its kind where that is printed; or
    nothing.
    """
    word, kind = class_at(clause, start)
    if word.endswith(_KINDS):
        is_one = kind == _PLACE and len(word) >= _SHORTEST_WITH_KIND
        return word if is_one and word[0] not in "各全本外" else ""
    return word if _is_a_place(word, kind) else ""


def _is_a_place(name: str, kind: str) -> bool:
    """Whether the dictionary has a city of this ``name`` or, where that is taken for a person's, a
    county: not 新建 and 和平, of which it has the county.
    """
    if len(name) < _SHORTEST or _NO_PLACE.fullmatch(name):
        return False
    return _has(f"{name}市") or (kind in _PERSONS and _has(f"{name}县"))


def _has(name: str) -> bool:
    return class_at(name, 0) == (name, _PLACE)
