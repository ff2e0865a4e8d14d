"""Names of the holidays and other times of a year that come again each year, for all modules that
ask what a time is: years named with them, events of several days, figures of a part of a year.
"""

from __future__ import annotations

from collections.abc import Mapping

from statsite.grammar.patterns import any_of

_PUBLIC_HOLIDAYS = {
    "元旦": frozenset({12, 1}),
    "春节": frozenset({1, 2}),
    "清明": frozenset({3, 4}),
    "五一": frozenset({4, 5}),
    "端午": frozenset({5, 6}),
    "中秋": frozenset({9, 10}),
    "国庆": frozenset({9, 10}),
}
_SCHOOL_HOLIDAYS = {
    "寒假": frozenset({1, 2}),
    "暑假": frozenset({6, 7, 8, 9}),
    "暑期": frozenset({6, 7, 8, 9}),
}
_TRAVEL = {"春运": frozenset({1, 2, 3}), "暑运": frozenset({7, 8})}
#: The months in which holidays, and the weeks of travel around them, may lie.
MONTHS_OF_HOLIDAYS: Mapping[str, frozenset[int]] = {
    **_PUBLIC_HOLIDAYS,
    **_SCHOOL_HOLIDAYS,
    **_TRAVEL,
}
PUBLIC_HOLIDAYS = tuple(_PUBLIC_HOLIDAYS)
#: Those of schools, whose days differ from place to place.
SCHOOL_HOLIDAYS = tuple(_SCHOOL_HOLIDAYS)
#: Times of work in the fields, of high water, of trade.
_OTHERS = (
    "春耕", "三夏", "双抢", "三秋", "秋收", "汛期", "旺季", "淡季", "双十一", "双11", "双十二",
    "双12",
)  # fmt: skip
#: Any such time of a year, in patterns.
SEASON = f"(?:{any_of((*MONTHS_OF_HOLIDAYS, *_OTHERS))})"
#: What goes on from a year into the next, and is named with both: 2024—2025榨季.
SEASON_OF_TWO_YEARS = (
    "(?:[学财]年|[赛榨雪航]季|(?:采暖|供暖|供热|流行|演出|音乐|戏剧|捕捞|收购|种植|越冬)季)"
)
