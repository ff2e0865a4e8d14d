"""Words before a figure that count its time from another one: 十年前的7月, 隔了七年, 满一周年那天,
通车后的头一个完整年度, 上一个榨季.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from statsite.evidence.sentence.later_times import UP_TO_FIGURE, LaterTime
from statsite.extract.begun_times import BEGINNING
from statsite.extract.period_shapes import (
    is_a_season,
    is_open,
    is_within_a_year,
    months_before,
    period_years_later,
)
from statsite.extract.time_expressions import YEARS_FROM_NOW
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
_MONTHS_OF_QUARTER = 3
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

#: The year, quarter or month right before the one told, and the year before or behind an event.
_ONE_BEFORE = re.compile(
    rf"(?:再往前|再上|再前|再早|更早)的?一?个?(?P<unit>年|季度?|月)(?:份|里|之前|前)?{_REST}"
)
_YEAR_BEFORE_IT = re.compile(rf"{_HEAD}[一-鿿]{{2,6}}(?:之|以)?前的?(?:头|最后)?一年{_REST}")
_YEAR_BEHIND_IT = re.compile(rf"{_HEAD}[一-鿿]{{2,6}}(?:之|以)?后的?[第头]一年{_REST}")
#: The same months of another year.
_SAME_MONTHS = re.compile(
    rf"同样[的是]?这?{SMALL_NUMBER}个月(?:里|间)?，?(?P<word>去年|前年){UP_TO_FIGURE}"
)
#: A year by its number, from the first one of something that is told of by that.
_NUMBERED_YEAR = re.compile(
    rf"(?:当年|首年|第一年|头一年){IN_SENTENCE}*?[，;](?:到了?)?"
    rf"(?P<words>第(?P<number>[二三四五六七八九])年(?!级)){_REST}"
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
    return _whole(Moment(year - small_number(found["number"]), small_number(found["month"])))


def _years_behind(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """隔了七年: the year so many behind the one told, if that is one."""
    year = _last_year(told)
    if year is None or not is_within_a_year(told):
        return None
    return _whole(Moment(year + small_number(found["number"])))


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
    month = Moment(end.year, end.month)
    if unit == "月":
        return _whole(months_before(month, -1)) if end.month and end.day != 1 else None
    since = (end.month - 1) % _MONTHS_OF_QUARTER
    if not end.month or not since:
        return None
    first = months_before(month, since - _MONTHS_OF_QUARTER)
    return TimePeriod(first, months_before(first, 1 - _MONTHS_OF_QUARTER))


def _next_year(
    _found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """翌年, 搬迁后第一年: the year behind the one told."""
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


def _one_before(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """再往前一个季度: the one before the year, quarter or month told."""
    if told is None or told.start is None or told.end is None or not is_within_a_year(told):
        return None
    if found["unit"] == "年":
        return _whole(Moment(told.end.year - 1))
    months = told.end.month - told.start.month + 1
    size = 1 if found["unit"] == "月" else _MONTHS_OF_QUARTER
    if not told.start.month or told.start.day or months != size:
        return None
    return TimePeriod(months_before(told.start, size), months_before(told.start, 1))


def _year_before_it(
    _found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """停航前一年: the year before the one told."""
    year = _last_year(told)
    return _whole(Moment(year - 1)) if year and is_within_a_year(told) else None


def _same_months(
    found: re.Match[str], told: TimePeriod | None, now: Moment | None
) -> TimePeriod | None:
    """同样这三个月，前年: the months told, of the year that is counted from that of the article."""
    year = _last_year(told)
    if told is None or year is None or now is None or not is_within_a_year(told):
        return None
    return period_years_later(told, now.year + YEARS_FROM_NOW[found["word"]] - year)


def _numbered_year(
    found: re.Match[str], told: TimePeriod | None, _now: Moment | None
) -> TimePeriod | None:
    """第三年: the year so many behind the first one, which was told."""
    year = _last_year(told)
    if year is None or not (is_within_a_year(told) or is_open(told)):
        return None
    return _whole(Moment(year + small_number(found["number"]) - 1))


def _whole(moment: Moment) -> TimePeriod:
    return TimePeriod(moment, moment)


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
    (_YEAR_BEHIND_IT, _next_year),
    (_SEASON_BEFORE, _season_before),
    (_WINTER_BEFORE, _winter_before),
    (_ONE_BEFORE, _one_before),
    (_YEAR_BEFORE_IT, _year_before_it),
    (_SAME_MONTHS, _same_months),
    (_NUMBERED_YEAR, _numbered_year),
)
