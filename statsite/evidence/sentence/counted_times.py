"""Words before a figure that count its time from another one: 十年前的7月, 隔了七年, 满一周年那天,
通车后的头一个完整年度, 上一个榨季.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from statsite.evidence.sentence.later_times import UP_TO_FIGURE, LaterTime
from statsite.extract.begun_times import BEGINNING
from statsite.extract.period_shapes import is_a_season, is_within_a_year, period_years_later
from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.seasons import SEASON_OF_TWO_YEARS
from statsite.grammar.small_numbers import MONTH, SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod

#: The time that an article tells last before a place in the words before a figure, or None.
ToldBefore = Callable[[int], TimePeriod | None]
#: What counts a time from the one that is told before it, or from that of the article.
_Counting = Callable[[re.Match[str], TimePeriod | None, Moment | None], TimePeriod | None]

_HEAD = r"(?:^|(?<=[，。;:“”\n而但]))"
_REST = rf"(?!{IN_SENTENCE}*(?:{MONTH}月|[次翌]年)){UP_TO_FIGURE}"
_MONTHS_OF_QUARTER, _MONTHS = 3, 12
#: Months in the first and the second year of every season of two years.
_AUTUMN, _SPRING = 11, 3

_MONTH_YEARS_AGO = re.compile(
    rf"(?<![比较于与同到至从自由])(?P<number>{SMALL_NUMBER})年(?:之|以)?前的?(?P<month>{MONTH})月(?![0-9龄均])份?{_REST}"
)
#: A gap between two rounds of one count: the figures of the first are told before it.
_GAP = re.compile(
    rf"(?:^|[0-9一二两三四五六七八九十][^0-9，。;]{{0,3}}[，;])"
    rf"(?P<words>(?:时隔|相隔|隔了|过了|又过了?)(?P<number>{SMALL_NUMBER})年)(?!前){_REST}"
)
#: The beginning of something, and so many years behind it to the day.
_ANNIVERSARY = re.compile(
    rf"(?:{BEGINNING.pattern}|开门|迎客){IN_SENTENCE}{{0,24}}?[，。;]{IN_CLAUSE}{{0,6}}?"
    rf"(?P<words>满?(?P<number>{SMALL_NUMBER})(?:周年|周岁|(?<=满.)年|(?<=满..)年)"
    rf"(?:之际|之日|当天|当日|[的那][那一]?天|时)){_REST}"
)
#: The first month, quarter or year that is whole behind what began or went on again.
_FIRST_WHOLE = re.compile(
    rf"(?:第一个|头一?个|首个)完整的?(?:自然|日历|会计|经营|运营)?"
    rf"(?P<unit>月|季度|年度?)份?{_REST}"
)
_NEXT_YEAR = re.compile(rf"{_HEAD}(?:次年|翌年){_REST}")
#: The season before one whose years are told, and the winter before the one that is over.
_SEASON_BEFORE = re.compile(
    rf"(?:上一?个?|前一?个?)(?:{SEASON_OF_TWO_YEARS}|季(?![度节军]))"
    rf"(?![^，。;]{{0,2}}[0-9]{{4}}){_REST}"
)
_WINTER_BEFORE = re.compile(
    rf"(?:刚刚?(?:过去|结束)的这?一?个?|今|[本这]一?个?)冬[天季]?{IN_SENTENCE}*?"
    rf"(?P<words>(?:上|前)一?个?冬[天季]){_REST}"
)


def counted_time(before: str, told_before: ToldBefore, now: Moment | None) -> LaterTime | None:
    """The time that words ``before`` a figure in its sentence count from the one that is told
    before them, or from ``now``, that of the article where it is known; None where they count none,
    or one that lies ahead of the article.
    """
    for pattern, counting in _WAYS:
        found = pattern.search(before)
        if found is None:
            continue
        start = found.start("words") if "words" in pattern.groupindex else found.start()
        period = counting(found, told_before(start), now)
        if period and period.start and (now is None or period.start.first_day <= now.last_day):
            return LaterTime(before[start : found.start("rest")], found.start("rest"), period)
    return None


def _month_years_ago(
    found: re.Match[str], told: TimePeriod | None, now: Moment | None
) -> TimePeriod | None:
    """十年前的7月: that month of the year so many before the last one told, or the article's."""
    year = _last_year(told) or (now.year if now else None)
    if year is None:
        return None
    month = Moment(year - small_number(found["number"]), small_number(found["month"]))
    return TimePeriod(month, month)


def _years_behind(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """隔了七年: the year so many behind the one told, if that is one."""
    year = _last_year(told)
    if year is None or not is_within_a_year(told):
        return None
    then = Moment(year + small_number(found["number"]))
    return TimePeriod(then, then)


def _anniversary(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """满一周年那天: the same day, month or year as that told, so many years behind it."""
    if told is None or not is_within_a_year(told):
        return None
    return period_years_later(told, small_number(found["number"]))


def _first_whole(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """头一个完整年度: the first one that begins behind the end of the time told; None where that
    may have been its beginning.
    """
    if told is None or told.end is None:
        return None
    end, unit = told.end, found["unit"]
    if unit.startswith("年"):
        return _whole(Moment(end.year + 1)) if end.month > 1 else None
    if unit == "月":
        return _whole(_month_behind(end)) if end.month and end.day != 1 else None
    if not end.month or end.month % _MONTHS_OF_QUARTER == 1:
        return None
    first = end
    while first.month % _MONTHS_OF_QUARTER != 1 or first == end:
        first = _month_behind(first)
    return TimePeriod(first, replace(first, month=first.month + _MONTHS_OF_QUARTER - 1))


def _next_year(
    _found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """翌年: the year behind the one told."""
    year = _last_year(told)
    return _whole(Moment(year + 1)) if year and is_within_a_year(told) else None


def _season_before(
    _found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """上一季: the season of two years before the one told."""
    return period_years_later(told, -1) if told and is_a_season(told) else None


def _winter_before(
    _found: re.Match[str], _told: TimePeriod | None, now: Moment | None
) -> TimePeriod | None:
    """上一个冬天 beside the one that is over: what winters before it have in common."""
    if now is None or not now.month:
        return None
    last = now.year if now.month < _AUTUMN else now.year + 1
    return TimePeriod(Moment(last - 2, _AUTUMN), Moment(last - 1, _SPRING))


def _whole(moment: Moment) -> TimePeriod:
    return TimePeriod(moment, moment)


def _month_behind(moment: Moment) -> Moment:
    """The month behind that of a moment."""
    if moment.month == _MONTHS:
        return Moment(moment.year + 1, 1)
    return Moment(moment.year, moment.month + 1)


def _last_year(period: TimePeriod | None) -> int | None:
    """The year in which a period ends, or that in which an open one began."""
    last = (period.end or period.start) if period else None
    return last.year if last else None


_WAYS: tuple[tuple[re.Pattern[str], _Counting], ...] = (
    (_MONTH_YEARS_AGO, _month_years_ago),
    (_GAP, _years_behind),
    (_ANNIVERSARY, _anniversary),
    (_FIRST_WHOLE, _first_whole),
    (_NEXT_YEAR, _next_year),
    (_SEASON_BEFORE, _season_before),
    (_WINTER_BEFORE, _winter_before),
)
