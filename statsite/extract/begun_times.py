"""Times that are counted from when something began (上线以来, 条例实施以来, 开通一个月来), or back
over so many years (三年来), where the article tells when that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from statsite.extract.period_shapes import is_closed, is_named_by_years, is_open, months_before
from statsite.extract.text_places import TextPlaces
from statsite.grammar.patterns import any_of
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod, parse_moment
from statsite.values import replace

#: Words for the same beginning: what came into force is said to be in force since.
_WORDS_OF_BEGINNINGS = (
    ("实施", "施行", "实行", "执行", "推行", "试行", "生效", "落地"),
    ("上线", "发布", "推出"),
    ("启动", "开启", "开展", "打响"),
    ("开通", "通车", "开行", "通航", "开航", "运营", "运行", "投运", "投用", "启用", "投产"),
    ("开业", "开园", "开馆", "开放", "开街", "开市", "营业", "开门"),
    ("成立", "设立", "组建", "创办", "挂牌", "揭牌"),
    ("开赛", "开幕", "启幕", "开战", "揭幕"),
    ("开售", "上市", "发售"),
    ("开播", "上映", "播出"),
    ("开工", "动工"),
    ("开板", "开滑"),
    ("开镰", "开割", "开采", "开收", "开榨"),
    ("开灯", "亮灯"),
    ("发射", "升空", "入轨"),
    ("开课", "开班", "开学"),
    ("开捕", "开渔"),
    ("着陆", "返回"),
    ("发生", "事故", "地震", "爆炸", "起火", "火灾"),
)  # fmt: skip
BEGINNINGS_OF_THINGS = tuple([word for words in _WORDS_OF_BEGINNINGS for word in words])
#: Those whose first day (开渔首日) has no other reading.
BEGINNINGS_WITHOUT_A_DAY = (
    "开渔", "开捕", "开板", "开镰", "开割", "开采", "开榨", "开售", "发售", "上市", "开播", "上映",
    "上线", "投产", "运营", "开行", "开街", "开灯", "亮灯",
)  # fmt: skip
BEGINNING = re.compile(any_of(BEGINNINGS_OF_THINGS))
#: How far behind a time its clause may tell what began then, and how far before it.
_REACH, _REACH_BEFORE, _ON = 36, 2, "于"
#: What leads to the last day of a stretch whose first one stands before it.
_TO = ("至", "到")
_SINCE = re.compile(f"(?P<begun>{BEGINNING.pattern})以来$")
_SO_LONG = re.compile(f"(?:近|过去)?(?P<count>{SMALL_NUMBER})(?P<unit>年|个月)(?:[来间里]|过去|$)")
#: The months in which years that have just ended are told of as past ones.
MONTHS_OF_REPORTS = 3
#: What is told since a beginning tells of none: 10月1日创开通以来新高.
_SINCE_THEN = re.compile(f"(?:{BEGINNING.pattern})以来")
#: The first day, week or month of something, and so long after the time told last.
_FIRST = re.compile(
    f"(?P<begun>{BEGINNING.pattern}|)的?首(?P<unit>[日天周月])$"
    f"|(?P<then>{BEGINNING.pattern})的?当(?P<day>[日天晚])$"
)
_THEN_SO_LONG = re.compile(f"(?:此后|随后|之后)的?(?P<count>{SMALL_NUMBER})(?P<unit>个月|天|周)")
_OF_NO_WHOLE_YEARS = re.compile("(?:累计)?[涨增降跌]幅|[^。;!?]{0,40}其中，?今年")
_DAYS_OF_A_WEEK = 7
#: How many years are told of as the last ones, and from which month on the text's own is one.
_FEWEST_YEARS, _MOST_YEARS, _LATE = 3, 10, 10
_MONTHS = 12
#: How many times that were named last are looked at.
_LAST_ONES = 30


class _Named(Struct, frozen=True):
    """A period that the article names, and where."""

    period: TimePeriod
    start: int
    end: int


class Beginnings(Struct, frozen=True):
    """What an article has told, up to where it is read, of when something began, and over which
    years.
    """

    places: TextPlaces
    _named: list[_Named] = []

    def keep(self, start: int, end: int, period: TimePeriod) -> None:
        """Remember a ``period`` that is named from ``start`` to ``end``, among the last ones; the
        last day of a stretch with the first, named right before it: 11月28日至12月27日.
        """
        del self._named[:-_LAST_ONES]
        before = self._named[-1] if self._named else None
        if before and before.end == start and self.places.plain.startswith(_TO, start):
            self._named[-1] = _Named(TimePeriod(before.period.start, period.end), before.start, end)
        else:
            self._named.append(_Named(period, start, end))

    def counted(self, start: int, end: int, written: Moment) -> tuple[TimePeriod, bool] | None:
        """The time that the words from ``start`` to ``end`` mean in an article that was ``written``
        then, and whether it is sure; None where the article does not tell it.
        """
        words = self.places.plain[start:end]
        begun = _SINCE.search(words)
        if begun:
            return self._since_it(begun["begun"], start)
        long = _SO_LONG.match(words)
        if long is None:
            return self._from_a_day(words, start)
        count, is_years = small_number(long["count"]), long["unit"] == "年"
        period = self._years_named(count) if is_years else self._months_named(count)
        period = period or self._so_long_after(count * (_MONTHS if is_years else 1), start, written)
        if period is None and is_years and self._are_whole_years(start, end):
            period = _last_years(count, written)
        return (period, False) if period else None

    def _are_whole_years(self, start: int, end: int) -> bool:
        """Whether 近五年 opens a clause, and behind it is told neither a change since then nor a
        part of this year: 近三年累计涨幅, 近五年放流9.8亿尾，其中今年2.1亿尾.
        """
        if not self.places.plain.startswith("近", start) or not self.places.opens_a_clause(start):
            return False
        return _OF_NO_WHOLE_YEARS.match(self.places.plain, end) is None

    def _since_it(self, word: str, place: int) -> tuple[TimePeriod, bool] | None:
        """Since the last time of which the article has told that this began then; sure where it is
        the only one.
        """
        alike = next(words for words in _WORDS_OF_BEGINNINGS if word in words)
        told = [(one, self._told_of(one, place)) for one in self._beginnings()]
        exact = [one for one, of_it in told if word in of_it]
        found = exact or [one for one, of_it in told if any(same in of_it for same in alike)]
        if not found:
            return None
        return TimePeriod(found[-1].period.start, None), len(found) == 1

    def _from_a_day(self, words: str, place: int) -> tuple[TimePeriod, bool] | None:
        """The first day, week or month from the day on which something began (开渔首日, 首周), or
        so long after the day or month told last (此后三个月).
        """
        first = _FIRST.search(words)
        if first:
            begun, unit = first["begun"] or first["then"], first["unit"] or first["day"]
            told = self._since_it(begun, place) if begun else self._since_any(place)
            if not begun and unit == "月":
                told = self._since_this_month(place) or told
            period = _from(told[0].start, 1, unit) if told and told[0].start else None
            return (period, False) if period else None
        then = _THEN_SO_LONG.match(words)
        last = next((one.period.start for one in list(self._beginnings())[::-1]), None)
        if last and last.month and not last.day:
            last = months_before(last, -1)
        period = _from(last, small_number(then["count"]), then["unit"]) if then and last else None
        return (period, False) if period else None

    def _since_any(self, place: int) -> tuple[TimePeriod, bool] | None:
        """Since the first day on which anything began, or the first of the days since then; not
        up to a day: 到10月27日运营满月.
        """
        named = (one for one in self._named if not self._is_up_to(one))
        known = [one for one in named if one.period.start and one.period.start.day]
        told = [one for one in known if BEGINNING.search(self._told_of(one, place))]
        return (TimePeriod(told[0].period.start, None), False) if told else None

    def _since_this_month(self, place: int) -> tuple[TimePeriod, bool] | None:
        """Since a month in which something began, of which the sentence of a place has told in the
        clause before it: 9月设立调解室，首月.
        """
        last = self._named[-1] if self._named else None
        if last is None or not self.places.in_one_sentence(last.end, place):
            return None
        if not self.places.plain.startswith("，", place - 1):
            return None
        first = last.period.start
        is_month = first is not None and first == last.period.end and first.month and not first.day
        has_begun = is_month and BEGINNING.search(self._told_of(last, place))
        return (TimePeriod(first, None), False) if has_begun else None

    def _beginnings(self) -> Iterator[_Named]:
        """The times with which something may have begun: a day, a month, a year, or since then."""
        for one in self._named:
            is_short = one.period.start and one.period.end in {None, one.period.start}
            if is_short and not self._is_up_to(one):
                yield one

    def _is_up_to(self, one: _Named) -> bool:
        """Whether a time is that up to which something is told: 截至14日, 到10月27日."""
        return self.places.plain.startswith((*_TO, "截"), one.start)

    def _told_of(self, one: _Named, place: int) -> str:
        """What is told of a time, in its own words too (9月16日开渔以来), up to the next one or to
        a ``place``.
        """
        plain = self.places.plain
        place = min([place, *(other.start for other in self._named if other.start > one.start)])
        last = min(self.places.sentence_end(one.end), one.end + _REACH, place)
        is_behind = plain.startswith(_ON, one.start)  # 上线于2025年6月1日
        before = plain[max(0, one.start - _REACH_BEFORE) : one.start] if is_behind else ""
        return before + plain[one.start : one.end] + _SINCE_THEN.sub("", plain[one.end : last])

    def _years_named(self, count: int) -> TimePeriod | None:
        """The last time that was named which is so many years."""
        return next((one.period for one in self._named[::-1] if _is_of(one.period, count)), None)

    def _months_named(self, count: int) -> TimePeriod | None:
        """The last time that was named which is so many months."""
        return next(
            (one.period for one in self._named[::-1] if _is_months(one.period, count)), None
        )

    def _so_long_after(self, months: int, place: int, written: Moment) -> TimePeriod | None:
        """The first so many months behind a day on which something began, where they are just
        over.
        """
        for one in self._beginnings():
            first = one.period.start
            if first is None or not written.month:
                continue
            if _is_whole_years(first, months, written):
                return TimePeriod(Moment(first.year), Moment(written.year - 1))
            if not (is_open(one.period) or BEGINNING.search(self._told_of(one, place))):
                continue
            passed = (written.year - first.year) * _MONTHS + written.month - first.month
            if first.day and months <= passed <= months + 1:
                return _months_from(first, months)
        return None


def _is_of(period: TimePeriod, years: int) -> bool:
    """Whether a period is so many whole years, of more than one."""
    if period.start is None or period.end is None or not is_named_by_years(period):
        return False
    return is_closed(period) and 1 < years == period.end.year - period.start.year + 1


def _last_years(count: int, written: Moment) -> TimePeriod | None:
    """近五年: so many whole years up to the last one, in the last months up to the text's own."""
    if not _FEWEST_YEARS <= count <= _MOST_YEARS or not written.month:
        return None
    last = written.year - (written.month < _LATE)
    return TimePeriod(Moment(last - count + 1), Moment(last))


def _is_months(period: TimePeriod, count: int) -> bool:
    """Whether a period is so many whole months, of more than one."""
    first, last = period.start, period.end
    if first is None or last is None or not first.month or first.day or last.day:
        return False
    return 1 < count == (last.year - first.year) * _MONTHS + last.month - first.month + 1


def _is_whole_years(first: Moment, months: int, written: Moment) -> bool:
    """Whether so many whole years that began with a month have just ended: three from January 2023,
    in a text of January 2026.
    """
    if first.month != 1 or first.day > 1 or written.month > MONTHS_OF_REPORTS:
        return False
    return (written.year - first.year) * _MONTHS == months > _MONTHS


def _from(first: Moment, count: int, unit: str) -> TimePeriod | None:
    """So many days, weeks or months from a day on; whole months from a month or its first day."""
    if unit in {"月", "个月"}:
        months = _months_from(replace(first, day=first.day or 1), count) if first.month else None
        if months is None or months.end is None or first.day > 1:
            return months
        return TimePeriod(replace(first, day=0), replace(months.end, day=0))
    if not first.day:
        return None
    last = first.first_day + timedelta(count * (_DAYS_OF_A_WEEK if unit == "周" else 1) - 1)
    return TimePeriod(first, Moment(last.year, last.month, last.day))


def _months_from(first: Moment, months: int) -> TimePeriod | None:
    """So many months from a day on."""
    following = months_before(first, -months)
    if parse_moment(str(following)) is None:
        return None
    last = following.first_day - timedelta(1)
    return TimePeriod(first, Moment(last.year, last.month, last.day))
