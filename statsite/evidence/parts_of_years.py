"""Words that make a year that is named before a figure no whole year: 2024年春运, 2023/24榨季."""

from __future__ import annotations

import re

#: What right behind a year names a part of it: 2024年暑期档, 2024年入汛以来.
_PART = re.compile(
    "的?(春运|暑运|春耕|三夏|三秋|双抢|双十[一二]|年中|汛期|入[汛冬夏伏春秋梅]以?来?"
    "|(?:暑期|国庆|春节|五一|贺岁|元旦|清明|端午|中秋)档"
    "|[一-鿿]{1,3}(?:长假|假期|黄金周|季(?![度后报如])|节(?:期间|前后|当天)|期间)|[一-鿿]{0,3}月份)"
)
#: What right before a figure names one day or month of the year: 客流最多的一天运送.
_ONE = re.compile("的((?:一|那一?)(?:[天日周]|个月))[一-鿿]{0,8}$")
#: A season, or a year that is not one of the calendar: 2023/24榨季, 2023-2024学年.
_ACROSS = re.compile("[0-9]{4}[/-](?:[0-9]{4}|[0-9]{2})(?:年度|[一-鿿]{1,3}(?:年|季))?")


def part_of_year(year: str, between: str) -> str:
    """The words by which a figure is about a part of a year, or of two, and not of a whole one:
    ``year`` is the year as printed, ``between`` what stands between it and the figure. Nothing
    where it is a whole year.
    """
    if _ACROSS.fullmatch(year):
        return year
    found = _PART.match(between) or _ONE.search(between)
    return found[1] if found else ""
