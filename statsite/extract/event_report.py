"""Reports of an event of several days: a fair, a tournament, a holiday, a storm.

Such a report names the days of the event in its head. What it tells afterwards without naming a
time it tells of the event, and what it names within a sentence (去年他卖出90公斤) holds for that
sentence. A day of the event holds on in the sentences after it, but for what sums up (累计, 日均,
全程); and where so many days are told as the event takes (三天卖出1500罐), all of it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from statsite.extract.candidates import Candidate
from statsite.extract.dateline import Dateline
from statsite.extract.event_days import FROM, LONGEST_CONTEST, LONGEST_SEASON, is_of_one_day
from statsite.extract.layout import Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    days_in,
    is_closed,
    is_named_by_days,
    is_named_by_years,
    is_of_several_days,
    is_one_day,
    is_part,
    is_within_a_year,
)
from statsite.extract.stretches import LONGEST_STRETCH, are_so_many_months
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.values import replace

#: How far the head of a report reaches: the lines above its text, and two paragraphs.
_HEAD, _PASSAGES_AT_HEAD = 500, 2
#: The most days of a holiday that begins with the year, as reports of the year so far do too.
_LONGEST_HOLIDAY = 5
#: Days between hours are those of a measurement: 17日20时至19日14时; parts of months are seasons.
_MEASURED = re.compile("[0-9]时|旬")
#: Before the days of another event than the one told of, or of its peak.
_ANOTHER = re.compile(
    "(?:下一?届|上一?届|明年|去年|下次)[^。!?]{0,12}$|(?:高峰|峰值|集中|出现|主要|其中|问卷|调查|抽样|访谈)[^，。;!?]{0,6}$"
)
_REACH = 16
#: What stands before the head of a clause: a mark, or 据悉, 显示, 说.
_BEFORE_A_CLAUSE = frozenset("，。;:!?)”说示悉")
#: What a sentence tells of the whole event, and not of the day that the one before told of.
_SUMS_UP = re.compile(
    "累计|总计|共计|合计|[日场天]均|平均每[天日场]|每[天日](?!上午|下午)|全程|整个|期间|拉动|带动"
)
_ALL_OF_IT = re.compile("(?<=[。;!?])[一-鿿]{1,8}期[间内]，")
#: The year of the event before its name: 今年的文化节.
_OF_ITS_YEAR = re.compile(
    "的?[^，。;!?0-9]{0,10}?(?:节|赛|展|(?<!社)会|假期|长假|黄金周|杯|[春暑]运|汛期|[禁休]渔|[防航]期)"
)
#: So many days in which something was told to be done, and not among which one was the most.
_DAYS = re.compile(
    "(?:(?<![0-9第前后])(?P<days>[0-9]{1,2}|[二两三四五六七八九十]{1,3})天|(?<!前)半个月"
    f"|(?<![0-9第前后近])(?P<months>{SMALL_NUMBER})个月)"
    "(?P<within>里|间|时间|来)?(?![^，。;]{0,8}(?:最|一天))"
)
_HALF_A_MONTH = 15
#: 比去年同期多3天.
_DIFFERS = re.compile("[多少早晚快慢长短]了?$|(?:增加|减少|提前|推迟|延长|缩短)了?$")
#: Hours and parts of a day by themselves, with which the sentences begin of a text that goes
#: through one; how many sentences, and in how many paragraphs.
_HOUR = re.compile(
    "(?:整个|当天|这天)?(?:[0-9]{1,2}(?:时(?!期)|:[0-9]{2}|点(?!评))|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|入夜|深夜|凌晨)"
)
_FEWEST_HOURS, _FEWEST_PASSAGES = 3, 2
#: How many days behind an event it is summed up.
_SOON = 3


class EventReport(Struct, frozen=True):
    """The event of which an article reports: ``time`` is where its days are named, ``days`` how
    many they are, ``text_begins`` where the lines of the headline end.
    """

    time: TimeMention
    days: int
    text_begins: int

    def is_known_at(self, place: int) -> bool:
        """Whether a place is behind its days, or in the headline."""
        return place > self.time.start or place < self.text_begins

    def is_its_length(self, figure: Candidate) -> bool:
        """Whether a figure is the number of its days, and not by how many days others differ."""
        if _DIFFERS.search(figure.plain, max(0, figure.start - _REACH), figure.start):
            return False
        return figure.unit == "天" and figure.quantity.value == self.days > 1

    def is_told_by_length(self, plain: str, begin: int, place: int) -> bool:
        """Whether between two places of a sentence all of its days are told of: 三天卖出."""
        return any(self._is_so_long(found) for found in _DAYS.finditer(plain, begin, place))

    def is_told_by_another_length(self, plain: str, begin: int, place: int) -> bool:
        """Whether between two places of a sentence days are told of that are not all of its."""
        told = _DAYS.finditer(plain, begin, place)
        return any(found["within"] and not self._is_so_long(found) for found in told)

    def _is_so_long(self, found: re.Match[str]) -> bool:
        """Whether words for a length, such as 三天 or 两个月, mean all of its days."""
        if found["months"] and self.time.period:
            return are_so_many_months(self.time.period, small_number(found["months"]))
        return _length(found) == self.days > 1

    def is_meant_by_year(self, plain: str, year: TimeMention) -> bool:
        """Whether a year only says which one is meant: 今年的文化节."""
        is_one_year = is_named_by_years(year.period) and is_within_a_year(year.period)
        if self.days == 1 or not is_one_year or not is_part(self.time.period, year.period):
            return False
        if plain.endswith("全年", year.start, year.end):
            return False
        return _OF_ITS_YEAR.match(plain, year.end) is not None

    def has_a_day(self, time: TimeMention) -> bool:
        """Whether a time is within it."""
        return is_part(time.period, self.time.period)

    def is_summed_up(self, up_to: TimeMention) -> bool:
        """Whether what is told up to a day is told of it: on one of its days, or soon after."""
        last, day = self.time.period and self.time.period.end, up_to.period and up_to.period.end
        if not (last and day):
            return False
        return -self.days < (day.last_day - last.last_day).days <= _SOON


def event_report(
    plain: str, layout: Layout, report: Dateline, mentions: Sequence[TimeMention]
) -> EventReport | None:
    """The event of which an article reports, by the days that its head names; None where it reports
    of none.
    """
    texts = [start for start in layout.passages if "。" in layout.text(layout.line_of(start))]
    end = min([_HEAD, *texts[_PASSAGES_AT_HEAD + 1 : _PASSAGES_AT_HEAD + 2]])
    nearest = min([_HEAD, *texts[_PASSAGES_AT_HEAD : _PASSAGES_AT_HEAD + 1]])
    up_to: TimeMention | None = None
    for mention in takewhile(lambda one: one.start < end, mentions):
        if mention.is_as_of:
            up_to = mention
        if mention.lead not in FROM and mention.start >= nearest:
            return None
        is_in_lead = len(texts) < _PASSAGES_AT_HEAD or mention.start < texts[1]
        is_before = _is_before(mention, up_to, _SOON if is_in_lead else 0)
        days = 0 if is_before else _days_of(plain, report, mention)
        if not days and mention.start < nearest and _is_gone_through(plain, layout, mention):
            return EventReport(replace(mention, is_whole=True), 1, texts[0] if texts else 0)
        if days:
            return EventReport(mention, days, texts[0] if texts else 0)
        if _is_reported_on(plain, layout, mention) or _is_another_event(mention):
            return None
    return None


def sums_up_an_event(plain: str, sentence: int, place: int) -> bool:
    """Whether the sentence that begins at ``sentence`` tells at ``place`` of a whole event."""
    return _SUMS_UP.search(plain, sentence, place) is not None


def has_told_of_all_of_it(plain: str, begin: int, place: int) -> bool:
    """Whether a sentence behind ``begin``, up to the one of ``place``, begins with a word for all
    of an event: 作业期间，.
    """
    return _ALL_OF_IT.search(plain, begin, place) is not None


def _length(found: re.Match[str]) -> int:
    return small_number(found["days"]) if found["days"] else _HALF_A_MONTH


def _is_before(mention: TimeMention, up_to: TimeMention | None, soon: int) -> bool:
    """Whether days were over long before the day up to which is reported, more than ``soon``."""
    last = mention.period.end if mention.period else None
    day = up_to.period.end if up_to and up_to.period else None
    return bool(last and day and (day.last_day - last.last_day).days > soon)


def _days_of(plain: str, report: Dateline, mention: TimeMention) -> int:
    """How many days a time has that may be an event's: they are over, and no other's; else 0."""
    period = mention.period
    if is_of_one_day(plain, mention):
        return 1
    if mention.is_base or mention.ahead or mention.is_as_of or not is_of_several_days(period):
        return 0
    if period is None or period.start is None or period.end is None:
        return 0
    if report.lies_ahead(period.start) or _is_of_something_else(plain, mention):
        return 0
    begins_a_year = (period.start.month, period.start.day) == (1, 1)
    days = days_in(period)
    if mention.is_whole and days <= LONGEST_STRETCH:
        return days
    longest = LONGEST_SEASON if mention.lead in FROM else LONGEST_CONTEST
    return days if 1 < days <= (_LONGEST_HOLIDAY if begins_a_year else longest) else 0


def _is_gone_through(plain: str, layout: Layout, mention: TimeMention) -> bool:
    """Whether a text goes through one day by its hours: 1月13日早上7时, 8时，…。下午….。傍晚….."""
    if mention.is_base or mention.ahead or mention.is_as_of or not is_one_day(mention.period):
        return False
    begin = layout.places.sentence_end(mention.end)
    places = [place for place in _beginnings(layout) if place >= begin]
    hours = [place for place in places if _HOUR.match(plain, place)]
    passages = {layout.passage_of(place) for place in hours}
    return len(hours) >= _FEWEST_HOURS and len(passages) >= _FEWEST_PASSAGES


def _beginnings(layout: Layout) -> list[int]:
    """Where the sentences and the paragraphs of a text begin."""
    return sorted({*layout.places.sentences, *layout.places.paragraphs})


def _is_of_something_else(plain: str, mention: TimeMention) -> bool:
    """Whether days are those of a measurement, of another event, or since one of them."""
    if _MEASURED.search(plain, mention.start, mention.end):
        return True
    if mention.listed or "以来" in plain[mention.start : mention.end]:
        return True
    return _ANOTHER.search(plain, max(0, mention.start - _REACH), mention.start) is not None


def _is_another_event(mention: TimeMention) -> bool:
    """Whether a time is of several days that were not taken for those of the report's event."""
    return is_of_several_days(mention.period) and not mention.is_base


def _is_reported_on(plain: str, layout: Layout, mention: TimeMention) -> bool:
    """Whether a time is one that reports are on, and the head of its clause: a month, or a part of
    a year.
    """
    period = mention.period
    begins = mention.start in layout.passages or plain[mention.start - 1] in _BEFORE_A_CLAUSE
    if mention.is_base or not begins:
        return False
    if not is_closed(period) or is_named_by_days(period):
        return False
    return period is not None and period.start is not None and period.start.month > 0
