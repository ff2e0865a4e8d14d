"""The time that a text speaks of, from which its expressions count what they leave out: the year of
a month, the month of a day.
"""

from __future__ import annotations

import re

from statsite.extract.article import ArticleText
from statsite.extract.beside_times import (
    BESIDE,
    LONGEST_HEADING,
    NAME_BEFORE,
    NOT_COMPARING,
    THAT_YEAR,
    Beside,
)
from statsite.extract.dateline import LAST_MONTHS, Dateline
from statsite.extract.layout import Layout
from statsite.extract.period_shapes import is_a_season, is_part, is_within_a_year
from statsite.extract.text_places import SENTENCE_END
from statsite.extract.time_expressions import BEFORE, TimeExpression
from statsite.grammar.patterns import any_of
from statsite.grammar.status_words import MADE_KNOWN
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_TO_COME = re.compile(
    "(?:[^，。;]{0,12}?|[^，。;0-9]{2,12}，(?=预计)|，[^，。;0-9]{0,12}|[^，。;0-9]{0,8}后，[^，。;0-9]{0,14})"
    "(?:[将拟]|计划|预计|有望|力争)"
)
#: Months of two years, one after the other: 2025年9月至2026年1月.
_OVER_NEW_YEAR = re.compile(
    "([0-9]{4})年([0-9]{1,2})月[至到—~-]{1,2}([0-9]{4})年([0-9]{1,2})月(?![0-9])"
)
#: What is planned, foreseen or aimed at, before a part of the same year.
_PLANNED = re.compile(
    "(?:抓|办|做)好[^，。;]{0,8}:|计划|预计|有望|力争|拟|将(?=[一-鿿])|确保|争取|目标(?=[:为是])"
)
_ALLOTTED = re.compile(
    "[^，。;0-9]{0,12}?(?:安排|预算|计划|目标|任务)|[^，。;]{1,16}?的(?:增长|年度|预期)?(?:目标|任务)"
)
_WAS = re.compile(
    "(?!为[0-9.]{1,8}[万亿]?(?:[人名户家个]|人次)[^，。;0-9]{0,6}(?:减免|提供|办理|发放|解决|服务|节省|报销|兑付))"
    "届?(?:[为是仅]|只有|还?(?:要|需要?|只[需要]|才)(?=[0-9]))"
)
_FORESEEN = re.compile(
    "(?:新赛季|新学[年期]|下赛季|下届|预计|预报|预测|有望|可望|力争|争取|确保|将|计划|拟)[^。;!?]{0,16}$"
)
_FROM_A_TIME = re.compile(
    "[从自][今去明]?年?[0-9]{1,4}(?:年|月份?|日)(?:[0-9]{1,2}[月日])?(?:[一-鿿]{1,3}(?<![前后起始]))?$"
)
#: How far ahead of its own day a text speaks of a day by its number alone, and how long before its
#: end of a part of the year as over.
_DAYS_FORESEEN, _DAYS_NEARLY_OVER = 9, 15
#: How long ago the end of a month was that a report still tells of with 至.
_DAYS_BEHIND = 62
_MONTHS = 12
_LAST_OF_A_YEAR = (12, 31)
#: The last month of a season or a school year that begins in the year before.
LAST_MONTH_OF_SEASON = 7
#: Months in which parts of the year before are still told of without its name.
_MONTHS_OF_REPORTS = 4
#: The length of what names a day by what was on it (开通当日), how far behind a day that is told,
#: and how many days are looked at.
_NAME_OF_A_DAY, _REACH_OF_A_DAY, _DAYS_TOLD = 2, 40, 24
#: Parts of an expression that name one day.
_NAMES_OF_DAYS = frozenset({"day", "only_day", "near_day", "same"})
_NAMES_OF_A_DAY = frozenset({"day", "only_day"})
#: For how many days a passage goes on from one of a past year.
_DAYS_OF_A_STORY, _NEXT_DAYS = 31, 5
_NAMES_OF_TIMES = frozenset({"one_month", "quarter", "half"})
_MADE_KNOWN = re.compile(f"[^，。;0-9]{{0,8}}?(?:{any_of(MADE_KNOWN)})")
#: What changed from a quarter to the last one of its year: 由一季度的7010件降至四季度.
_CHANGES_TO_QUARTER = re.compile("的[^，。;]{1,12}[降升增减]?[至到]第?[四4]季度")
#: What may lead to the year of which a sentence says that the next ones tell, and what it has not.
_LEADS_TO_A_STORY = frozenset({"", "到", "是"})
_HAS_A_NUMBER = re.compile("[0-9]|[一二两三四五六七八九十]成|倍")
_IS_A_NAME = re.compile("[一-鿿]{2}(?<![日号天月晚起在于从到至的了])")


#: Words for a year that a heading tells its section of.
_YEARS_OF_SECTIONS = frozenset({"今年", "明年"})


class Clock:
    """The time that the text speaks of, expression by expression: what one leaves out, it takes
    from those before it.

    ``now`` is the last year, month and day that were spoken of, ``named_at`` where; ``passage`` is
    the one that the text has come to.
    """

    def __init__(self, article: ArticleText, layout: Layout, report: Dateline) -> None:
        self._plain = article.plain
        self._beside = Beside(article.plain)
        self._places = layout.places
        self._layout = layout
        self.report = report
        self._own, self._own_level = report.titled, 0
        self._headings = list(layout.headings())[::-1]
        self.now, self._last = Moment(0), report.written
        self._month_of_days = 0
        self.named_at = -1  # before the text
        self._months_of_days: dict[int, int] = {}
        self._days: list[tuple[int, Moment]] = []
        self.passage = -1
        self._spoken_of: TimePeriod | None = None
        self._spoken_of_before: TimePeriod | None = None
        self._reported_first: TimePeriod | None = None
        self._spoken_until = 0
        self._month_told: Moment | None = None
        self._begun = (0, 0)
        #: The years that the passage has called by their names, and not by a part of them.
        self._years_called: set[int] = set()
        #: The year that a sentence without figures has named for those behind it.
        self._year_of_story = 0

    @property
    def spoken_of(self) -> TimePeriod | None:
        """The time that the passage has spoken of last."""
        return self._spoken_of

    @property
    def spoken_of_before(self) -> TimePeriod | None:
        """The same, or the month or longer time that a passage before spoke of first."""
        return self._spoken_of or self._spoken_of_before

    def enter(self, expression: TimeExpression) -> None:
        """Forget the year of the passage before, where a new one begins; a heading's year stays for
        its section.
        """
        passage = self._layout.passage_of(expression.start)
        if passage != self.passage:
            before = self.now
            self._begin_passage(passage)
            self._go_on_from(before, expression)
        while self._headings and self._layout.start(self._headings[-1]) <= expression.start:
            self._pass_heading(self._headings.pop())
        if self._is_year_of_section(expression):
            self._begin_section(expression)

    def _go_on_from(self, before: Moment, expression: TimeExpression) -> None:
        """Take over the day of a past year with which a passage ended, where the next one begins
        with a day right after it: 去年6月28日，…. 29日凌晨，漫堤.
        """
        if 0 < before.year < self.report.written.year and self._follows(before, expression):
            self.now, self.named_at = before, expression.start

    def _begin_section(self, expression: TimeExpression) -> None:
        later = expression.years_later if expression.parts.get("word") in _YEARS_OF_SECTIONS else 0
        counted = self.report.written.year + later if "word" in expression.parts else 0
        self._own = _year_of(expression) or counted or self._own
        self._own_level = self._layout.level(self._layout.line_of(expression.start))

    def _begin_passage(self, passage: int) -> None:
        self.passage = passage
        self.now, self._begun, self._year_of_story = Moment(0), (0, 0), 0
        self._years_called.clear()
        if not self._is_the_year_around(self._reported_first, self._spoken_of_before):
            self._spoken_of_before = self._reported_first or self._spoken_of_before
        self._spoken_of = self._reported_first = None

    def _is_the_year_around(self, told: TimePeriod | None, part: TimePeriod | None) -> bool:
        """Whether a time that was told of is all of the text's own year, and the one before it the
        part of that which is reported on: 前三季度, before 今年新开6条.
        """
        year = Moment(self.report.written.year)
        if told is None or part is None or told != TimePeriod(year, year):
            return False
        return part != told and is_within_a_year(part) and is_part(part, told)

    def _is_year_of_section(self, expression: TimeExpression) -> bool:
        """Whether a year in a heading is that of its section."""
        is_counted = expression.parts.get("word") in _YEARS_OF_SECTIONS and self._has_date
        if not (expression.names_its_year or is_counted) or expression.lead:
            return False
        return self.is_in_heading(expression) and expression.start not in self.report.datelines

    def _pass_heading(self, line: int) -> None:
        """Forget the year of the section before, where one begins that is not part of it."""
        level = self._layout.level(line)
        is_alike = bool(level) == bool(self._own_level)
        if is_alike and level <= self._own_level:
            self._own, self._own_level = self.report.titled, 0

    def is_in_heading(self, expression: TimeExpression) -> bool:
        """Whether it is in the heading of a section, which may be the first words of a
        paragraph.
        """
        line = self._layout.line_of(expression.start)
        if self._layout.is_heading(line):
            return True
        start = self._layout.start(line)
        is_near = (
            expression.start - start < LONGEST_HEADING
            and SENTENCE_END.search(self._plain, start, expression.start) is None
        )
        return is_near and self._layout.is_numbered(line)

    def moment(self, expression: TimeExpression) -> tuple[Moment, bool]:
        """The time from which the expression's own is counted, and whether it is near."""
        if expression.names_its_year:
            return Moment(0, self._month(expression), self.now.day), True
        if expression.counts_from_today:
            return self._month_compared(expression) or self.report.written, self._has_date
        if expression.counts_from_the_day_told:
            named = self._day_of_what_is_named(expression)
            if named:
                return named, True
            is_of_a_name = bool(self._beside.found_before(NAME_BEFORE, expression))
            return self._last, self._is_named_here(expression) and not is_of_a_name
        is_of_the_text = expression.counts_from_the_text or self._is_within_the_year_told(
            expression
        )
        if expression.is_year and not is_of_the_text:
            year = self.report.written.year or self.report.titled
            later = expression.years_later - self._is_of_last_winter(expression)
            moment = Moment(year and year + later, self.now.month)
            return moment, self._has_date and "word" in expression.parts
        return self._moment_of_the_text(expression)

    def _is_of_last_winter(self, expression: TimeExpression) -> bool:
        """Whether 今冬 is told of in the first months of the year in which that winter ends."""
        return expression.is_this_winter and 0 < self.report.written.month <= _MONTHS_OF_REPORTS

    def _is_within_the_year_told(self, expression: TimeExpression) -> bool:
        """Whether 年内 is that of which its sentence tells before, or up to the last day of which:
        2025年度应付712亿元，年内预付664亿元; 截至2025年底，有37个，年内审判5场.
        """
        if expression.parts.get("word") != "年内" or not self._is_in_sentence_of_last(expression):
            return False
        told = self._spoken_of
        last = (told.end or told.start) if told else None
        is_year = last is not None and (last.month, last.day) in {_LAST_OF_A_YEAR, (0, 0)}
        return is_year and not self._is_to_come(expression)

    def _day_of_what_is_named(self, expression: TimeExpression) -> Moment | None:
        """The day of which it was told what happened, where that names the day again: 开通当日,
        behind 8月28日，快线开通.
        """
        begin = expression.start - _NAME_OF_A_DAY
        name = self._plain[begin : expression.start]
        if "same" not in expression.parts or not _IS_A_NAME.fullmatch(name):
            return None
        ends = [*(end for end, _ in self._days[1:]), begin]
        days = zip(self._days, ends, strict=True) if self._days else ()
        happened = re.compile(f"{name}(?![前后]|之前|以[前来])")
        told = (
            day
            for (end, day), later in days
            if happened.search(self._told_of(end, min(later, begin)))
        )
        return next(told, None)

    def _told_of(self, day_ends: int, before: int) -> str:
        """What a sentence tells of a day, up to a place ``before`` which it is named."""
        end = self._places.sentence_end(day_ends)
        return self._plain[day_ends : min(end, before, day_ends + _REACH_OF_A_DAY)]

    def _month_compared(self, expression: TimeExpression) -> Moment | None:
        """The month that 上月 lies before where it is compared with one, or told of beside it; None
        where it is that before the report.
        """
        if not expression.parts.get("near_month", "").startswith("上") or not self._month_told:
            return None
        is_compared = expression.lead not in NOT_COMPARING or expression.lead in BESIDE
        return self._month_told if is_compared or self.was(expression) else None

    @property
    def _has_date(self) -> bool:
        """Whether the article says when it was written."""
        if self.report.is_guessed:
            return False
        return self.report.is_dated or self.report.written.day > 0

    def _moment_of_the_text(self, expression: TimeExpression) -> tuple[Moment, bool]:
        """The same of an expression whose year is that of which the text speaks."""
        month, day = self._month(expression), self.now.day
        named = self.year_named_before(expression)
        if named:
            return Moment(named, month, day), not self._is_of_unfinished_year(expression)
        year = self._year_of_section(expression, month)
        is_near = bool(self._own or self.report.written.month)
        is_known = is_near and (bool(self._own) or not self.report.is_guessed)
        is_sure = is_known and not self._may_be_another_day(expression)
        return Moment(year and year + expression.years_later, month, day), is_sure

    def year_named_before(self, expression: TimeExpression) -> int:
        """The year that an expression has from one named before it in its passage; else 0."""
        named = self._year_begun(expression)
        if named or not self.now.year or self._comes_back_to_the_present(expression):
            return named
        if within := self._year_within_a_stretch(expression):
            return within
        may_be_of_another = not self._is_of_year_called(expression)
        if may_be_of_another and (
            self._is_whole_year_before(expression) or self._is_not_over(expression)
        ):
            return 0
        by_report = self._year_by_the_report(expression)
        if by_report:
            return by_report
        if self._would_begin_later(expression):
            return self.now.year - 1
        is_next = self._goes_on_into_the_next_year(expression)
        return self.now.year + expression.years_later + is_next

    def _is_of_year_called(self, expression: TimeExpression) -> bool:
        """Whether all of a year is told of in a passage that has called that year by its name:
        今年收成不好。4月6日遭了霜，全年….
        """
        return "whole" in expression.parts and self.now.year in self._years_called

    def _is_of_unfinished_year(self, expression: TimeExpression) -> bool:
        """Whether all of such a year is told of that was not over when the article was written."""
        written = self.report.written
        is_own = self.now.year == written.year and 0 < written.month < LAST_MONTHS
        return is_own and self._is_of_year_called(expression) and not self._is_planned(expression)

    def _is_of_first_year_of_season(self, expression: TimeExpression) -> bool:
        """Whether a month or a day behind two years that are a season or a school year is in the
        first of them: 2025—2026赛季, 10月11日.
        """
        spoken_of = self._spoken_of
        if expression.is_year or spoken_of is None or not is_a_season(spoken_of):
            return False
        return expression.month > LAST_MONTH_OF_SEASON

    def _year_within_a_stretch(self, expression: TimeExpression) -> int:
        """The first year of a season, or the year of a month in a stretch that is named last with
        its years, over the turn of them: 2025年9月至2026年1月, 10月; else 0.
        """
        if self._is_of_first_year_of_season(expression):
            return self.now.year - 1
        begin = self._layout.passages[self.passage] if self.passage >= 0 else 0
        stretches = [*_OVER_NEW_YEAR.finditer(self._plain, begin, expression.start)]
        if not stretches or "one_month" not in expression.parts:
            return 0
        year, first, next_year, last = map(int, stretches[-1].groups())
        if next_year != year + 1 or self.now.year not in {year, next_year}:
            return 0
        month = expression.month
        return year if first <= month else next_year if month <= last else 0

    def _is_not_over(self, expression: TimeExpression) -> bool:
        """Whether a part of the year named last ends long after the article was written, and is not
        told as to come: 四季度, in a text of March.
        """
        written = self.report.written
        is_of_report = self.report.is_dated and self.now.year == written.year
        if not (is_of_report and written.month and expression.is_part_without_day):
            return False
        if expression.is_year or expression.lead or self._is_planned(expression):
            return False
        if expression.is_final and self._is_in_sentence_of_last(expression):
            return False  # 今年增长6.5%以上，企业年底达到200家
        if self._goes_on_with_a_plan(expression):
            return False
        period = expression.period(Moment(self.now.year))
        end = period.end if period else None
        return end is not None and (end.last_day - written.last_day).days > _DAYS_NEARLY_OVER

    def _goes_on_with_a_plan(self, expression: TimeExpression) -> bool:
        """Whether a sentence has told what is planned for the time named last:
        今年一季度，计划开行专列36列；全年培训45万人次.
        """
        if not self._is_in_sentence_of_last(expression):
            return False
        begin = self._places.sentence_begin(expression.start)
        return _PLANNED.search(self._plain, begin, expression.start) is not None

    def _is_whole_year_before(self, expression: TimeExpression) -> bool:
        """Whether all of a year is told of (全年在460件案件中) on a day of the next one, which is
        the last time named: 4月22日，….
        """
        is_day_of_report = self.now.day > 0 and self.now.year == self.report.written.year
        is_whole = "whole" in expression.parts
        return is_whole and is_day_of_report and self._is_of_the_year_before(expression)

    def _year_begun(self, expression: TimeExpression) -> int:
        """The year that 那年 means where something began in it, named last; else 0."""
        if expression.parts.get("word") not in THAT_YEAR:
            return 0
        begun_at, begun = self._begun
        return begun if begun_at > self.named_at else 0

    def _year_of_section(self, expression: TimeExpression, month: int) -> int:
        """The year of a section, of the article, or of a part of a year the nearest to it."""
        written = self.report.written
        if "whole" in expression.parts and (self._own or self._is_of_the_year_before(expression)):
            return self._own or written.year - 1
        may_be_of_another = (
            not self._own or expression.is_part_without_day or self._is_day_of_report(expression)
        )
        if written.month and not expression.is_year and may_be_of_another:
            return max(self._own, self._nearest_year(expression, month))
        return self._own or written.year or self.report.first

    def _is_of_the_year_before(self, expression: TimeExpression) -> bool:
        """Whether all of a year is told of (全年新建12家) while the article's own is not over."""
        is_told = not (expression.lead or self._is_planned(expression))
        return is_told and 0 < self.report.written.month < LAST_MONTHS

    def _is_day_of_report(self, expression: TimeExpression) -> bool:
        """Whether it is a day with its month, or before the end of one, in a dated article whose
        title names the year that is told of: 2月5日, in one of February on the work of the year
        before.
        """
        is_of_title = not self._own_level and self._own == self.report.titled
        if not (is_of_title and self.report.is_dated):
            return False
        return "day" in expression.parts or expression.tail in BEFORE

    def _is_named_here(self, expression: TimeExpression) -> bool:
        """Whether the day, or the month, that 当日 or 当月 means was named in the same passage."""
        is_month = expression.parts.get("same", "")[:2] in {"当月", "月"}
        is_known = self._last.month > 0 if is_month else self._last.day > 0
        if not is_known or self.passage < 0:
            return False
        return self.named_at >= self._layout.passages[self.passage]

    def _comes_back_to_the_present(self, expression: TimeExpression) -> bool:
        """Whether a part of a year is not one of the past year named before, which is not that of
        the section: a sentence has ended since.
        """
        written = self.report.written
        if expression.is_year or not written.month:
            return False
        if self.now.year >= written.year or self.now.year in {self._own, self._year_of_story}:
            return False
        if expression.lead in {"是", "为"} or self._goes_on_from_a_day(expression):
            return False
        return not self._places.in_one_sentence(self.named_at, expression.start)

    def _goes_on_from_a_day(self, expression: TimeExpression) -> bool:
        """Whether a day is one of those right after the day of a past year that its passage has
        told of: 去年6月12日起火。截至13日, 扑灭.
        """
        return self._follows(self.now, expression)

    def _follows(self, told: Moment, expression: TimeExpression) -> bool:
        """Whether a day without its year comes soon after a day that was told of: within a month,
        or within days where it may be one of the report's month too.
        """
        if not told.day or _NAMES_OF_A_DAY.isdisjoint(expression.parts) or expression.is_year:
            return False
        is_told = bool(self._days) and self._days[-1][1] == told  # and no year alone behind a day
        if not is_told or self._beside.goes_on(_MADE_KNOWN, expression):
            return False
        period = expression.period(replace(told, month=expression.month or told.month))
        day = period.end if period else None
        if day is None or not day.day:
            return False
        is_far = (self.report.written.month - told.month) % _MONTHS > 1
        longest = _DAYS_OF_A_STORY if is_far else _NEXT_DAYS
        return 0 <= (day.first_day - told.first_day).days <= longest

    @property
    def _is_far_from_report(self) -> bool:
        """Whether the month spoken of is neither that of the report nor the one before it."""
        return (self.report.written.month - self.now.month) % _MONTHS > 1

    def _goes_on_into_the_next_year(self, expression: TimeExpression) -> bool:
        """Whether the day up to which is told would lie before the one of the last months of a year
        that its sentence has named: 2025年12月20日亮灯，截至1月4日.
        """
        begin = self._spoken_of.start if self._spoken_of else None
        if begin is None or not begin.day or not self._is_in_sentence_of_last(expression):
            return False
        if "one_month" not in expression.parts or not _is_up_to(expression.lead):
            return False
        period = expression.period(Moment(self.now.year, self._month(expression), self.now.day))
        last = period.end if period else None
        if last is None or not last.day or last.last_day >= begin.first_day:
            return False
        return not self.report.lies_ahead(replace(last, year=last.year + 1))

    def _year_by_the_report(self, expression: TimeExpression) -> int:
        """The year of a part of one that cannot be of a later year named before it; else 0."""
        if self._would_be_up_to_a_time_to_come(expression):
            return self._nearest_year(expression, self._month(expression))
        return self.report.written.year if self._may_come_this_year(expression) else 0

    def _would_be_up_to_a_time_to_come(self, expression: TimeExpression) -> bool:
        """Whether a month or a day up to which is told would lie ahead in the year named last:
        截至11月底, behind 2026年 in a text of December 2025.
        """
        if not expression.lead.startswith("截") or expression.is_year or not self.report.is_dated:
            return False
        period = expression.period(Moment(self.now.year, self._month(expression), self.now.day))
        last = period.end if period else None
        return last is not None and self.report.lies_ahead(last)

    def _would_begin_later(self, expression: TimeExpression) -> bool:
        """Whether something would only begin after the article was written, since when it tells of
        (12月以来, behind 2026年1月 in a text of that month), or which it tells of as over (跨年夜).
        """
        is_since = expression.tail.endswith("以来") and "one_month" in expression.parts
        is_over = "festival" in expression.parts and not self._is_told_to_come(expression)
        if not (is_since or is_over):
            return False
        period = expression.period(Moment(self.now.year, self._month(expression), self.now.day))
        return bool(period and period.start and self.report.lies_ahead(period.start))

    def _may_come_this_year(self, expression: TimeExpression) -> bool:
        """Whether a month or a day behind a later year is still to come in that of a dated text."""
        written = self.report.written
        is_later = self.report.is_dated and self.now.year > written.year
        if expression.is_year or not is_later or _NAMES_OF_TIMES.isdisjoint(expression.parts):
            return False
        period = expression.period(Moment(written.year, self._month(expression), self.now.day))
        end = period.end if period else None
        return end is not None and end.last_day >= written.last_day

    def _nearest_year(self, expression: TimeExpression, month: int) -> int:
        """The year of a part of one without it: the last one in which it lies behind the report, or
        the next one if it is told as to come.
        """
        written = self.report.written
        period = expression.period(Moment(written.year, month, self.now.day))
        first = period and (period.start or period.end)
        last = period and (period.end or period.start)
        if not isinstance(first, Moment) or not isinstance(last, Moment):
            return written.year
        return written.year + self._years_from_report(expression, first, last)

    def _years_from_report(self, expression: TimeExpression, first: Moment, last: Moment) -> int:
        """1 where a part of the report's year, from ``first`` to ``last``, is told of the next
        year, -1 where of the year before, else 0.
        """
        written = self.report.written
        if self._is_to_come(expression):
            is_over = last.last_day < written.first_day and "one_month" in expression.parts
            is_next = self._is_told_to_come(expression)
            return int(is_over and is_next and not self._has_just_ended(expression, last))
        if expression.is_part_without_day:
            ends_later = _CHANGES_TO_QUARTER.match(self._plain, expression.end)
            last = Moment(written.year, _MONTHS) if ends_later else last
            return -self._is_of_last_year(expression, first, last)
        return -((first.first_day - written.last_day).days > _DAYS_FORESEEN)

    def _has_just_ended(self, expression: TimeExpression, last: Moment) -> bool:
        """Whether the end of a month, or a day, up to which is told was not long ago: 至6月末,
        到6月14日.
        """
        days = (self.report.written.first_day - last.last_day).days
        is_end = expression.is_final or "day" in expression.parts
        return is_end and expression.lead in {"到", "至"} and days <= _DAYS_BEHIND

    def _is_of_last_year(self, expression: TimeExpression, first: Moment, last: Moment) -> bool:
        """Whether a part of a year that ends long after the report is that of the year before."""
        written = self.report.written
        is_of_a_part = "whole" not in expression.parts and first.month <= 1
        is_early = written.month <= _MONTHS_OF_REPORTS or is_of_a_part
        is_far_ahead = (last.last_day - written.last_day).days > _DAYS_NEARLY_OVER
        return (is_early or expression.is_final) and is_far_ahead

    def _is_planned(self, expression: TimeExpression) -> bool:
        """Whether a time is told as to come, or what is allotted or aimed at for it."""
        is_allotted = self._beside.goes_on(_ALLOTTED, expression)
        return is_allotted or self._is_to_come(expression)

    def _is_to_come(self, expression: TimeExpression) -> bool:
        is_up_to = self._is_up_to_a_time_to_come(expression)
        is_up_to = is_up_to and not self._is_end_of_year_begun(expression)
        return is_up_to or self._is_told_to_come(expression)

    def _is_end_of_year_begun(self, expression: TimeExpression) -> bool:
        """Whether 到年底 is told of what has gone on in its paragraph since a time in the year
        before: 去年7月起，…。到年底，已有.
        """
        begun_at, begun = self._begun
        is_here = self.passage >= 0 and begun_at >= self._layout.passages[self.passage]
        is_last = is_here and begun == self.report.written.year - 1
        return is_last and expression.is_final and "whole" in expression.parts

    def _is_told_to_come(self, expression: TimeExpression) -> bool:
        """Whether words say that a time is to come; 到 may lead to one that is over too: 到6月底，
        仍有86处.
        """
        if expression.tail in BEFORE or self._beside.goes_on(_TO_COME, expression):
            return True
        return self._is_foreseen(expression)

    def _is_foreseen(self, expression: TimeExpression) -> bool:
        return bool(self._beside.found_before(_FORESEEN, expression))

    def _is_up_to_a_time_to_come(self, expression: TimeExpression) -> bool:
        """到8月: whether a time is led by such a word, and is no end of a stretch: 从5月到8月."""
        if expression.lead not in {"到", "至"} or self._plain.startswith("的", expression.end):
            return False
        return not self._beside.found_before(_FROM_A_TIME, expression)

    def _month(self, expression: TimeExpression) -> int:
        """The month of a day without one: that of the days named before it, the one with which the
        same day was named, or the one nearest to the day on which the text was written.
        """
        written = self.report.written
        if "only_day" not in expression.parts:
            return self.now.month or written.month
        if self._is_near_report(expression):
            return self._month_near_report(expression)
        if self.now.day and self.now.month:
            return self._month_after(expression) or self.now.month
        return self._months_of_days.get(expression.day) or self._month_of_the_text(expression)

    def _month_after(self, expression: TimeExpression) -> int:
        """The month after the one spoken of, where a day up to which is told would lie before the
        one named last, and is no earlier day that is told of again (至8日2时, behind 截至22日): in
        the next month it would lie ahead; else 0.
        """
        if expression.lead not in {"到", "至"} or expression.day >= self.now.day:
            return 0
        month = self.now.month % _MONTHS + 1
        year = self.now.year + (month == 1)
        would_lie_ahead = self.report.lies_ahead(Moment(year, month, expression.day))
        return 0 if would_lie_ahead and not self._is_told_to_come(expression) else month

    def _is_near_report(self, expression: TimeExpression) -> bool:
        """Whether a day by its number is one up to which is reported, or on which figures were made
        known, in a dated text: 8月20日开幕。院方25日公布，截至24日.
        """
        written = self.report.written
        if not written.day or self._is_in_sentence_of_last(expression):
            return False
        if not self.now.month or self._is_far_from_report:
            return False
        return expression.lead.startswith("截") or self._beside.goes_on(_MADE_KNOWN, expression)

    def _is_in_sentence_of_last(self, expression: TimeExpression) -> bool:
        """Whether the time named last is in the sentence of an expression."""
        return self._places.in_one_sentence(self.named_at, expression.start)

    def _month_of_the_text(self, expression: TimeExpression) -> int:
        """The month of a day that was not named before with it."""
        if self.report.written.day:
            return self._month_near_report(expression)
        return self.now.month or self._month_of_days or self.report.written.month

    def _may_be_another_day(self, expression: TimeExpression) -> bool:
        """Whether a day by its number alone is one that was named before with its month, and may be
        that of the report's month too.
        """
        known = None if self.now.day else self._months_of_days.get(expression.day)
        if known is None or "only_day" not in expression.parts:
            return False
        return known != self._month_of_the_text(expression)

    def _month_near_report(self, expression: TimeExpression) -> int:
        """The month of the report, or that before it for a day that is not told as to come."""
        if self._is_of_month_before(expression):
            return self.report.written.month - 1 or _MONTHS
        return self.report.written.month

    def _is_of_month_before(self, expression: TimeExpression) -> bool:
        """Whether a day would be too far ahead in the month of the report."""
        is_late = expression.day > self.report.written.day + _DAYS_FORESEEN
        return is_late and not self._is_to_come(expression)

    def remember(self, period: TimePeriod, expression: TimeExpression) -> None:
        """Take over what the text now speaks of: its year, month and day."""
        last = period.end
        if last is None:
            self._remember_beginning(period, expression)
            return
        is_part = expression.is_part_without_day
        if last.month and not is_part:
            self._keep_for_same_day(last)
            if last.day:
                self._days = [*self._days[-_DAYS_TOLD:], (expression.end, last)]
        self._keep_month_of_days(expression, period, last)
        month = (0 if is_part else last.month) or self.now.month
        self._keep_for_month_before(period, last)
        is_winter = "season" in expression.parts or expression.is_this_winter
        is_of_two_years = is_winter and period.start is not None
        year = period.start.year if is_of_two_years and period.start else last.year
        self.now = Moment(year, month, self._day_after(expression, last))
        if expression.is_year and not expression.names_a_part:
            self._years_called.add(year)
            if self._tells_a_story(expression):
                self._year_of_story = year
        self.named_at, self._spoken_of = (
            expression.start,
            self._with_its_beginning(period, expression),
        )
        self._spoken_until = expression.end
        if self._reported_first is None and period.start and not period.start.day:
            self._reported_first = period

    def _tells_a_story(self, expression: TimeExpression) -> bool:
        """Whether the sentence of a year has no figure, so that it only says of when the next ones
        tell: 转机在2022年。7月，11户加入.
        """
        if not expression.names_its_year or expression.lead not in _LEADS_TO_A_STORY:
            return False
        begin = self._places.sentence_begin(expression.start)
        end = self._places.sentence_end(expression.end)
        words = self._plain[begin : expression.start] + self._plain[expression.end : end]
        return _HAS_A_NUMBER.search(words) is None

    def _with_its_beginning(self, period: TimePeriod, expression: TimeExpression) -> TimePeriod:
        """The days from the one named right before an expression up to its own: 7月1日至8月31日."""
        before = self._spoken_of.start if self._spoken_of else None
        is_end = expression.lead in {"到", "至"} and expression.start == self._spoken_until
        if not is_end or before is None or period.end is None:
            return period
        is_later = before.day > 0 and before.first_day < period.end.first_day
        return TimePeriod(before, period.end) if is_later else period

    def _keep_month_of_days(
        self, expression: TimeExpression, period: TimePeriod, last: Moment
    ) -> None:
        """Remember the month of days that are named by their number alone, and that of each day."""
        if last.day and not expression.is_final:
            self._month_of_days = last.month
        if _is_one_named_day(expression, period, last):
            self._months_of_days[last.day] = last.month

    def _remember_beginning(self, period: TimePeriod, expression: TimeExpression) -> None:
        """Take over the year of a time that has only a beginning, where that is none of the past:
        今年10月起.
        """
        begin = period.start
        if begin is not None:
            self._begun = expression.start, begin.year
        if begin is None or begin.year < self.report.written.year or not begin.month:
            return
        self.now = replace(self.now, year=begin.year)
        self.named_at = expression.start
        if begin.day:
            self._keep_for_same_day(begin)

    def _keep_for_month_before(self, period: TimePeriod, last: Moment) -> None:
        """Remember the month that 上月 may lie before."""
        if period.start == last and last.month and not last.day:
            self._month_told = last

    def _keep_for_same_day(self, last: Moment) -> None:
        """Remember what 当日 and 当月 may mean; a month does not replace one of its days."""
        if last.day or self._last.month != last.month:
            self._last = last

    def _day_after(self, expression: TimeExpression, last: Moment) -> int:
        """The day that the text speaks of once it has named a time."""
        names_a_day = not _NAMES_OF_DAYS.isdisjoint(expression.parts)
        return last.day if names_a_day else self.now.day

    def is_earlier(self, expression: TimeExpression) -> bool:
        """Whether it names a year before the one that the text speaks of."""
        period = expression.period(self.moment(expression)[0]) if expression.is_year else None
        written = self.report.written.year if self.report.is_dated else 0
        year = self.now.year or self._own or written or self.report.first
        return bool(period and period.end and period.end.year < year)

    def is_past(self, expression: TimeExpression) -> bool:
        """Whether it names a year before the one in which the article was written."""
        year = _year_of(expression) if expression.names_its_year else 0
        return 0 < year < self.report.written.year

    def keep_for_that_year(self, expression: TimeExpression) -> None:
        """Remember the year with which something began, which 当年 may mean: 2004年通航当年."""
        period = expression.period(self.moment(expression)[0])
        if period and period.end:
            self._begun = expression.start, period.end.year

    def was(self, expression: TimeExpression) -> bool:
        """Whether it only says what something was then: 上月为."""
        return not expression.lead and self._beside.goes_on(_WAS, expression)


def _is_up_to(lead: str) -> bool:
    """Whether a word leads to the end of a stretch."""
    return lead in {"到", "至"} or lead.startswith("截")


def _year_of(expression: TimeExpression) -> int:
    """The last year that an expression names itself; 0 where it names none."""
    period = expression.period(Moment(0))
    return period.end.year if period and period.end else 0


def _is_one_named_day(expression: TimeExpression, period: TimePeriod, last: Moment) -> bool:
    """Whether it is one day that is named by its number."""
    return last.day > 0 and "day" in expression.parts and period.start == last
