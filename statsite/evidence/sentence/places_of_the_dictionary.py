"""Cities, counties and districts that a sentence names and that neither a site nor the list of
prefectures knows: 义乌, 昆山, 兰考县. The dictionary knows them, though not the province of each.
"""

from __future__ import annotations

import re

from statsite.extract.kinds_of_places import KINDS_OF_COUNTIES
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import class_at

#: Not 州 alone, in which the names of many cities end: 杭州.
_KINDS = ("自治州", *KINDS_OF_COUNTIES)
#: The classes of the dictionary (of jieba) for places and for persons, as which it takes some.
_PLACE, _PERSONS = "ns", frozenset({"nr", "nrt"})
_OF_KINDS = _PERSONS | {_PLACE}
#: What ends like a district and is none: 高新区, 山区.
NO_DISTRICT = re.compile(
    "^[一两几部各贫脱重试百强些第]|^(?:[东南西北中]部)?(?:高新|棚户|经开|开发|保税|山|灾|林|牧|库|湖|矿|景|园|校|社|老|城|郊|市|辖|特|地|小|军|战|疫|厂|港|学"
    "|居住|风景|保护|功能|工业|商业|服务|住宅)区$|(?:库|景|园|校|林|矿|牧|灾|社|灌|展|源|保护|服务|度假|养殖|捕捞)区$"
)
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
#: Districts that are called as something is that a city or a province has: 青海省盐湖.
_THINGS = frozenset(("盐湖", "新城", "古城", "古塔", "荷塘", "牡丹", "白塔", "天桥", "滨海"))


def place_of_the_dictionary(clause: str, start: int, *, is_within: bool = False) -> str:
    """The city, county or district that is named at ``start``, with its kind where that is printed;
    or nothing. ``is_within`` where the place that it lies in is named before it: 杭州余杭.
    """
    word, kind = class_at(clause, start)
    if word.endswith(_KINDS):
        is_one = kind in _OF_KINDS and len(word) >= _SHORTEST_WITH_KIND
        is_one = is_one and not NO_DISTRICT.search(word)
        return word if is_one and word[0] not in "各全本外" else ""
    if is_within and _is_a_district(word, kind):
        return word
    return word if _is_a_place(word, kind) else ""


def _is_a_district(name: str, kind: str) -> bool:
    """Whether the dictionary has a district of this ``name``, which is that of no thing, nor of a
    port of the city before it.
    """
    is_of_a_thing = name in _THINGS or name.endswith("港")
    is_a_name = kind in _OF_KINDS and len(name) >= _SHORTEST and not is_of_a_thing
    return is_a_name and _has(f"{name}区")


def _is_a_place(name: str, kind: str) -> bool:
    """Whether the dictionary has a city of this ``name`` or, where that is taken for a person's, a
    county: not 新建 and 和平, of which it has the county.
    """
    if len(name) < _SHORTEST or _NO_PLACE.fullmatch(name):
        return False
    return _has(f"{name}市") or (kind in _PERSONS and _has(f"{name}县"))


def is_called(name: str, kind: str) -> bool:
    """Whether the dictionary has a place of that name and kind: 若羌县."""
    return _has(f"{name}{kind}")


def _has(name: str) -> bool:
    return class_at(name, 0) == (name, _PLACE)
