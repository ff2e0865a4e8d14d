"""The times an article names, in order, each with its period and with what it is there for: to speak of, or to compare with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statsite.extract.article import ArticleText
from statsite.extract.moments import Expression, expressions
from statsite.extract.reporting import Report, reported
from statsite.periods import Moment, TimePeriod

_TITLE = re.compile(r"《[^》]{1,80}》|(?:计划|方案|规划|纲要|意见|办法|指南|草案)[(（][^)）]{1,40}[)）]")
_SECTION = re.compile(r"(?:[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）])")
_LONGEST_HEADING = 30
_COMPARING = frozenset({"比", "较", "高于", "低于", "多于", "少于", "好于", "优于", "大于", "小于", "由", "从"})
_EQUATING = frozenset({"是", "为", "占", "当于"})
_BESIDE = frozenset({"与", "同", "和", "跟"})
_COMPARED = re.compile(r"[^。;]{0,60}?(?:相比|比较|同期|相当|持平)")
_AHEAD = re.compile(r"(?:^|[，。;、(:“”|]|力争|争取|确保|计划|目标|提出|要求|明确|其中|预计|并|即)(?:到|至)?$")
_IN_BRACKETS = re.compile(r"[(（][^()（）]{0,24}$")
_BRACKET_ENDS = re.compile(r"[^()（）]{0,80}[)）]")
_AMONG_THEM = re.compile(r"其中，?$")
_SENTENCE_END = re.compile("[。!?]")
_TO_COME = re.compile("[^，。;]{0,12}?(?:[将拟]|计划|预计|有望|力争)")
_WAS = re.compile("[为是]")
_RECORD = re.compile(r"(?:同期|历史)?的?(?:最|新[高低]|首|单)")
_OF_NO_FIGURE = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[号次届]|(?:正式)?(?:施行|实施|执行|生效|开始施行)|恰逢|适逢|正值")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time by its place in ``ArticleText.plain``.

    ``period`` is None where it names none (目前). ``lead`` is the word before it that says how it is meant. ``is_base``: others are compared
    with it (比2020年), and it governs no more than a figure of its own. ``until`` is where it stops governing: in brackets, behind 其中 or if it has
    no end.
    ``ahead``: it is named as one to come (到2030年). ``is_sure``: its year is printed with it, or stands before it in its paragraph.
    ``listed`` are the times of a list that ends with it (一季度、二季度).
    """

    start: int
    end: int
    period: TimePeriod | None
    lead: str = ""
    is_base: bool = False
    until: int | None = None
    ahead: bool = False
    is_sure: bool = True
    listed: tuple[TimePeriod, ...] = ()


def timeline(article: ArticleText) -> tuple[Report, list[TimeMention]]:
    """When ``article`` was written, and the times it names that figures may be about."""
    plain = article.plain
    titles = [found.span() for found in _TITLE.finditer(plain)]
    spoken = [expression for expression in expressions(plain) if not _inside(titles, expression)]
    report = reported(plain, article.line_starts, spoken)
    mentions: list[TimeMention] = []
    for mention in _Clock(article, report).mentions(spoken):
        if mentions and (joined := _joined(plain, mentions[-1], mention)):
            mentions[-1] = joined
        else:
            mentions.append(_in_a_list(plain, mentions[-1], mention) if mentions else mention)
    return report, mentions


def _inside(spans: Sequence[tuple[int, int]], expression: Expression) -> bool:
    at = bisect_right(spans, (expression.start, expression.end)) - 1
    return at >= 0 and spans[at][0] <= expression.start < spans[at][1]


class _Clock:
    """The time that the text speaks of, expression by expression: what one leaves out, it takes from those before it."""

    def __init__(self, article: ArticleText, report: Report) -> None:
        self._plain = article.plain
        self._paragraphs = article.paragraph_starts
        self._report = report
        self._own = report.own_year
        self._now = Moment(0)
        self._spoken_of: TimePeriod | None = None
        self._paragraph = -1

    def mentions(self, spoken: Sequence[Expression]) -> Iterator[TimeMention]:
        """The times that ``spoken`` name."""
        for expression in spoken:
            self._enter(expression)
            if expression.start in self._report.datelines:
                continue
            mention = self._mention(expression)
            if mention is not None:
                yield mention

    def _enter(self, expression: Expression) -> None:
        """Forget the year of the paragraph before, where a new one begins; a heading's year stays for its section."""
        paragraph = bisect_right(self._paragraphs, expression.start) - 1
        if paragraph == self._paragraph:
            return
        self._paragraph = paragraph
        self._now = Moment(0, self._now.month, self._now.day)
        self._spoken_of = None
        start = self._paragraphs[paragraph] if self._paragraphs else 0
        if expression.names_its_year and expression.start - start < _LONGEST_HEADING and _SECTION.match(self._plain, start) and not expression.lead:
            period = expression.period(Moment(0))
            self._own = period.end.year if period and period.end else self._own

    def _mention(self, expression: Expression) -> TimeMention | None:
        if expression.is_vague:
            return TimeMention(expression.start, expression.end, None)
        moment, is_sure = self._moment(expression)
        period = expression.period(moment) if moment.year or expression.names_its_year else None
        if period is None and ("only_day" in expression.parts or "same" in expression.parts):
            return None
        is_base = self._is_base(expression)
        if expression.tail == "同期" and not expression.names_a_part:
            period = _shifted(self._spoken_of, period)
        if period is not None and not is_base:
            self._remember(period, expression)
        ahead = period is not None and self._looks_ahead(expression, period)
        if self._speaks_of_no_figure(expression):
            return None
        return TimeMention(expression.start, expression.end, period, expression.lead, is_base, self._until(expression, period), ahead, is_sure)

    def _moment(self, expression: Expression) -> tuple[Moment, bool]:
        """The time from which the expression's own is counted, and whether it stands near."""
        if expression.names_its_year:
            return self._now, True
        if "word" in expression.parts and not expression.counts_from_the_text:
            return Moment(self._report.written.year and self._report.written.year + expression.years_later, self._now.month), self._report.is_dated
        year, is_near = (self._now.year, True) if self._now.year else (self._own, self._report.is_dated)
        if not self._now.year and self._report.is_early_in_its_year and year == self._own and "word" not in expression.parts:
            year -= _is_over_only_later(expression) and not _TO_COME.match(self._plain, expression.end)
        month = self._now.month or self._report.written.month
        return Moment(year and year + expression.years_later, month, self._now.day), is_near

    def _remember(self, period: TimePeriod, expression: Expression) -> None:
        last = period.end or period.start
        if last is None:
            return
        day = last.day if {"day", "only_day"} & expression.parts.keys() else self._now.day
        self._now = Moment(last.year, last.month or self._now.month, day)
        self._spoken_of = period

    def _is_base(self, expression: Expression) -> bool:
        lead = expression.lead
        if lead in {"由", "从"}:
            return expression.tail not in {"起", "开始"} and not expression.tail.endswith("以来")
        if lead in _BESIDE:
            return _COMPARED.match(self._plain, expression.end) is not None or expression.tail == "同期"
        if expression.tail.endswith("以来") and _RECORD.match(self._plain, expression.end):
            return True
        if lead in _EQUATING:
            return self._plain.startswith("的", expression.end)
        return lead in _COMPARING or expression.tail == "同期" or self._is_aside(expression)

    def _is_aside(self, expression: Expression) -> bool:
        """Whether an earlier year only tells what something was then: …, 2022年为43.5万吨."""
        if not expression.names_its_year or expression.lead or not self._now.year or not _WAS.match(self._plain, expression.end):
            return False
        period = expression.period(Moment(0))
        return bool(period and period.end and period.end.year < self._now.year)

    def _speaks_of_no_figure(self, expression: Expression) -> bool:
        """Whether it only names something by its time, or says something of the time itself: 2025年第3次会议, 自2026年1月1日起施行, 今年恰逢."""
        return not self._is_base(expression) and _OF_NO_FIGURE.match(self._plain, expression.end) is not None

    def _looks_ahead(self, expression: Expression, period: TimePeriod) -> bool:
        last = period.end or period.start
        if last is None or self._report.lies_behind(last):
            return False
        if period.start is None:
            return True
        if expression.lead not in {"到", "至"}:
            return False
        before = self._plain[max(0, expression.start - 2) : expression.start + len(expression.lead)]
        return bool(_AHEAD.search(before)) and not self._plain.startswith("的", expression.end)

    def _until(self, expression: Expression, period: TimePeriod | None) -> int | None:
        """Where a time in brackets, one of a part (其中) or one without an end (2012年以来) stops governing."""
        before = self._plain[max(0, expression.start - _LONGEST_HEADING) : expression.start]
        if _AMONG_THEM.search(before) or (period is not None and period.end is None):
            ended = _SENTENCE_END.search(self._plain, expression.end)
            return ended.start() if ended else None
        closed = _BRACKET_ENDS.match(self._plain, expression.end) if _IN_BRACKETS.search(before) else None
        return closed.end() if closed else None


def _is_over_only_later(expression: Expression) -> bool:
    """Whether it names so much of a year that a report of its first months means the year before."""
    return bool({"whole", "half", "first_months", "first_quarters", "quarter"} & expression.parts.keys())


def _shifted(spoken_of: TimePeriod | None, base: TimePeriod | None) -> TimePeriod | None:
    """去年同期: the same part of another year."""
    if spoken_of is None or base is None or base.start is None or not (spoken_of.start and spoken_of.end):
        return base
    by = base.start.year - spoken_of.end.year
    return TimePeriod(replace(spoken_of.start, year=spoken_of.start.year + by), replace(spoken_of.end, year=spoken_of.end.year + by))


def _joined(plain: str, first: TimeMention, last: TimeMention) -> TimeMention | None:
    """10月31日至11月2日: one time of two, each an end of it."""
    if first.period is None or last.period is None or not (first.period.start and last.period.end) or first.until != last.until:
        return None
    between = plain[first.end : last.start]
    joins = between in {"-", "—", "~", "至", "到"} or (not between and last.lead in {"至", "到"})
    if not joins or first.period.start.first_day > last.period.end.last_day:
        return None
    is_base = first.is_base and first.lead not in {"由", "从"}
    return replace(first, end=last.end, period=TimePeriod(first.period.start, last.period.end), is_base=is_base)


def _in_a_list(plain: str, before: TimeMention, mention: TimeMention) -> TimeMention:
    """``mention``, with the times listed before it if it stands in a list."""
    between = plain[before.end : mention.start]
    if before.period is None or mention.period is None or not (between in {"、", "和", "与", "及"} or (not between and mention.lead in _BESIDE)):
        return mention
    if len(before.listed) >= _LONGEST_LIST:
        return mention
    return replace(mention, listed=(*(before.listed or (before.period,)), mention.period), is_base=before.is_base)


#: No list of times is longer; each holds those before it.
_LONGEST_LIST = 50
