"""Provinces that a sentence names without their names: by one of their cities (佛山), in one
character (粤企, 川渝两地), or as people call them (齐鲁大地, 羊城).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statsite.extract.cities import every_city, province_of
from statsite.grammar.patterns import any_of

_HEADS_A_PHRASE = r"(?:^|(?<=[，。;:(“年月日末底前在]))"
#: What makes of a name one of several, a part of another, or where something was done.
NOT_ITS_OWN = (
    "(?![、和与及至到—~电讯籍-]|[^，。;!?]{0,8}(?:大学|学院|医院|等地|高铁|机场|召开|举行|举办|会议"
    "|论坛|发布|公布|宣布|[日社][电讯]))"
)
_CITY = re.compile(f"{_HEADS_A_PHRASE}(?P<name>{any_of(every_city())})市?{NOT_ITS_OWN}")
#: Each province behind its character.
_CHARACTERS = (
    "京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 "
    "豫河南 鄂湖北 湘湖南 粤广东 桂广西 琼海南 川四川 蜀四川 黔贵州 滇云南 陕陕西 甘甘肃 宁宁夏"
)
_BY_CHARACTER: Mapping[str, str] = {one[0]: one[1:] for one in _CHARACTERS.split()}
_ONE = f"[{''.join(_BY_CHARACTER)}]"
_IN_ONE_CHARACTER = re.compile(
    rf"{_HEADS_A_PHRASE}(?:{_ONE}(?:企(?!业)|产(?![业量品值能出])|商(?![业务品场店铺]))"
    rf"|{_ONE}{{2,3}}(?:[两三][地省市]|共建|联手|交界))"
)
#: Each province and what people call it, its capital or a part of it.
_NAMES = (
    "湖南 三湘大地 三湘四水 湘西; 山东 齐鲁大地 齐鲁 泉城 胶东 鲁西; 河北 燕赵 冀中; 山西 三晋; "
    "河南 中原大地 豫南 豫北; 湖北 荆楚 鄂西; 福建 八闽 榕城 鹭岛 闽南; 四川 巴蜀 蓉城 川东 川西; "
    "安徽 江淮大地 皖北 皖南; 江西 赣鄱 赣南; 广东 南粤 羊城 鹏城 粤北 粤东 粤西; 广西 八桂 桂北; "
    "陕西 三秦大地 陕北; 甘肃 陇原; 上海 申城 沪上; 黑龙江 冰城; 浙江 甬城 杭城 浙东 浙西; "
    "江苏 苏南 苏北 苏中; 辽宁 辽西 辽东; 云南 滇西"
)
_BY_NAME: Mapping[str, str] = {
    name: province
    for province, *names in (line.split() for line in _NAMES.split(";"))
    for name in names
}
_NAMED = re.compile(f"{_HEADS_A_PHRASE}(?P<name>{any_of(_BY_NAME)}){NOT_ITS_OWN}")


def provinces_named(clause: str) -> Iterator[tuple[str, str]]:
    """The words of a clause that name a province otherwise, and that province; each of the several
    that share a figure, 川渝两地.
    """
    for found in _CITY.finditer(clause):
        yield found["name"], province_of(found["name"])
    for found in _IN_ONE_CHARACTER.finditer(clause):
        for character in re.findall(_ONE, found[0]):
            yield found[0], _BY_CHARACTER[character]
    for found in _NAMED.finditer(clause):
        yield found["name"], _BY_NAME[found["name"]]
