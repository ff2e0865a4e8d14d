"""Words before a figure that make it one of the greatest or least of many, or one of them, where
its indicator is of all: 最贵的一盆, 单笔最大, 阵风最强时.
"""

from __future__ import annotations

import re

from statsite.grammar.patterns import compiled, first_words

_NO_NUMERAL = "[^，。;!?:0-9]"
_MOST = "最(?![初后新近终早迟先])"
_BEFORE = compiled(
    # Of a day or a month the period says so.
    rf"{_MOST}{_NO_NUMERAL}{{1,3}}的?那?一(?![天日周月]|个月)[一-鿿]{_NO_NUMERAL}{{0,14}}$",
    rf"{_MOST}{_NO_NUMERAL}{{1,2}}(?:时|的时候|阶段|时段|时刻|时期|处|者){_NO_NUMERAL}{{0,8}}$",
    rf"{_MOST}{_NO_NUMERAL}{{1,2}}的{_NO_NUMERAL}{{1,8}}$",
    rf"单[笔场户家次项人]{_NO_NUMERAL}{{0,4}}{_MOST}{_NO_NUMERAL}{{1,12}}$",
    rf"其中(?:有)?(?:一[家个名台辆件户所座场笔位项](?!人)|{_NO_NUMERAL}{{0,6}}之一){_NO_NUMERAL}{{0,10}}$",
    rf"(?:高峰|峰值|极值|顶峰|巅峰|尖峰)(?:时|期|时段|日|小时)?{_NO_NUMERAL}{{0,8}}$",
)
#: An indicator of such a case.
_OF_ONE = re.compile(
    "最|峰|单[笔日场月户家次项人]|极[值端限]|首[位名]|冠军|纪录|一[天日次个家笔]|其中|龙头"
)


def single_case(before: str, title: str) -> str:
    """The words right before a figure by which it is that of one case, or nothing; an indicator
    whose ``title`` is of such a case aside.
    """
    if _OF_ONE.search(title):
        return ""
    return first_words(pattern.search(before) for pattern in _BEFORE)
