"""Which of the times an article names each of its figures is about.

A time governs as far as the text goes on about it. The rules, in the order in which they are asked
for one figure:

1. What is said to have been before (原来的5人, 最初的) has no time.
2. A time that others are compared with (比2020年的5人, 由目前的) governs the figure of its own, and
  those in a list with that (由2012年的3.6%、7.6%); the figure that tells the difference belongs to
  the time compared.
3. Figures of a list have one each of the times listed, where 分别 or 依次 says so and there are as
  many of both.
4. In a change (由5人增至9人) the first figure has the first year of a range of years, or no time;
  the second the last year.
5. Things that last (``lasting``) have a time only if it is named in their sentence, or is the day
  up to which all is told in their paragraph.
6. What a sentence tells apart (``apart``) has a time only if it is named with it; a count since an
  earlier year ends with its sentence.
7. Otherwise the innermost time that still holds: one in brackets to their end; one of a part
  (其中), a day within the event told of (当日, 首日) to the end of its clause; an end (年末), an
  earlier time and one to come to the end of their sentence; the first time of a paragraph, or a
  later one that is not part of it, to the paragraph's end.
8. In a report of an event of several days (``event_report``) what names no time in its sentence is
  told of the event, also behind a time that was named within an earlier sentence.
9. Where none holds, the section's time: of its heading, else the last time that opened a clause of
  a paragraph in it or in what lies around it, else the first time that any section was about. What
  a section names ends with it; items of a list, captions and questions are sections side by side,
  and pass nothing on. A further piece of news begins again.

A figure is unsure where its time was not named in its sentence and is a day, a part of another time
or without an end, where the figure may be of the end of a stretch, or where the time is that of a
paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statsite.extract.apart import (
    is_about_what_lacks,
    is_set_apart,
    quotes_anew,
    sums_up,
    tells_a_case,
)
from statsite.extract.article import ArticleText
from statsite.extract.bases import CHANGED, is_a_difference, is_figure_of_base, is_share_of
from statsite.extract.candidates import Candidate
from statsite.extract.dateline import Dateline
from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.event_report import EventReport, event_report, sums_up_an_event
from statsite.extract.handed_on import answers, compares, goes_on, is_of_no_report, is_so_by_now
from statsite.extract.lasting import is_a_sum, is_of_every_day, lasts, may_be_a_stock, names_a_stock
from statsite.extract.layout import DEEPEST, Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    ends_with,
    is_closed,
    is_named_by_days,
    is_named_by_years,
    is_of_several_days,
    is_of_years,
    is_one_day,
    is_open,
    is_part,
    is_within_a_year,
    lies_before,
)
from statsite.extract.rows_of_times import in_a_row
from statsite.periods import Moment, TimePeriod

_LONGEST_BASE = 30
_CLAUSE_END = re.compile(r"[，。;!?、:(（]")
_COMPARES = re.compile("[比较]|相当|持平|同比")
_EACH = re.compile(r"分别|依次")
_WIRE = re.compile("[0-9年月日]{2,12}(?:上午|下午|晚)?(?:专?电|讯|消息)")
#: Before the first words of a report: 本报讯（记者王一）.
_BY_A_REPORTER = re.compile(r"(?:讯|电|消息)[(（][^()（）。]{1,40}[)）]$")
_THIS_ONE = re.compile("这次|这场|这起|本次|此次|本轮|此轮|今次")
_LISTS_THINGS = re.compile("[、和与及]")
_GOES_ON_LISTING = re.compile("[、和与及，]")
_LIST_END = re.compile("[，。;!?]")
_LONGEST_OF_LISTS = 96
_FROM = re.compile("[由从]")
_CHANGES_TO = re.compile("[一-鿿]{1,6}?[到至为]")
_CHANGED_TO = re.compile("[一-鿿][到至为]$")
_YEARLY = re.compile(r"年均|年平均|年[之间]?间|年来|[三五35]年(?:累计|共)")
_AVERAGE = re.compile("，?(?:的?年均|年平均)")
_SO_MANY_YEARS = re.compile("[，。;](?:历经)?(?:[2-9]|[二两三四五六七八九十])年(?![级前底末内度])")
_REACH = 24
#: For how many sentences behind its own a time is surely meant.
_SENTENCES_OF_A_TIME = 2
#: How many times that were named last are looked at for other days of a sentence.
_DAYS_TOLD = 3
#: A figure of a time before, which is not named.
_OF_BEFORE = re.compile("(?:原来|原先|以前|过去|此前|最初|当初|改造前|之前)(?:的|是|为|要|需)?$")
_OPENED = re.compile(
    "(?:开馆|开园|开业|落成|建成|竣工|启用|投用|投产|通车|通水|开通|揭牌)了?[。!?]"
)
#: What was opened at a time, behind which its size is told: 新馆3月15日开放，建筑面积.
_IS_OPENED = re.compile(
    "，?[^，。;!?0-9]{0,16}?(?:开馆|开园|开业|开放|落成|建成|竣工|启用|投用|投产|投运|通车|通水|开通|开航|下水|发射|升空)"
    "[^，。;!?0-9]{0,14}，"
)
_TO = frozenset({"到", "至"})
_LAST_DAYS = frozenset("末底")
_CLAUSE_MARKS = frozenset("，。;:!?")
_OCCURRED = re.compile("[^，。;!?0-9]{0,6}，(?:发生|出现)在?")
_ONE_CLAUSE = re.compile("[一-鿿]{0,12}")
_HEADING_STOPS = frozenset("。!?，;")


@dataclass(frozen=True, slots=True)
class GoverningTime:
    """The time that governs a figure, if one does; ``period`` is what it says of the figure's,
    ``is_sure`` whether that is near.

    ``is_before``: the figure is what something was before a change, or what it is compared with.
    """

    period: TimePeriod | None = None
    mention: TimeMention | None = None
    is_sure: bool = True
    is_before: bool = False


@dataclass(slots=True)
class _Section:
    """A part of the article: how deep it lies, and the time that its paragraphs are about where
    they name none; what is named in it ends with it.
    """

    depth: int
    default: TimeMention | None


@dataclass(frozen=True, slots=True)
class _Holding:
    """A time that holds for a while, and the place where it ends."""

    mention: TimeMention
    until: int


def governing_times(
    article: ArticleText,
    layout: Layout,
    report: Dateline,
    mentions: Sequence[TimeMention],
    figures: Sequence[Candidate],
) -> Iterator[GoverningTime]:
    """For each of ``figures``, the time it is about."""
    walk = _Walk(article, layout, report, mentions)
    for figure in figures:
        yield walk.time_of(figure)


class _Walk:
    """A walk through an article from figure to figure."""

    def __init__(
        self,
        article: ArticleText,
        layout: Layout,
        report: Dateline,
        mentions: Sequence[TimeMention],
    ) -> None:
        self._article, self._plain = article, article.plain
        self._paragraphs = layout.passages
        self._sentences = article.sentence_ends
        self._report = report
        self._layout = layout
        self._is_in_new_section = False
        self._news = self._beginnings_of_news()
        self._mentions = mentions
        self._next = 0
        self._paragraph = -1
        self._section = [_Section(0, None)]
        self._main: TimeMention | None = None
        self._topic: TimeMention | None = None
        self._holding: list[_Holding] = []
        self._base: TimeMention | None = None
        self._change_from: TimeMention | None = None
        self._topic_has_figures = self._topic_is_used = False
        self._default_is_used = False
        self._figures_of_list = 0
        self._figure_before = 0
        self._lasts_until = self._last_named = 0
        self._changes_in: TimeMention | None = None
        self._since: TimeMention | None = None
        self._reported: TimeMention | None = None
        self._up_to: TimeMention | None = None
        self._stock_before = 0
        self._time_before = GoverningTime()
        self._event = event_report(article.plain, layout, report, mentions)

    def time_of(self, figure: Candidate) -> GoverningTime:
        """The time that ``figure`` is about; figures are asked for in order."""
        self._go_to(figure.start)
        frame = self._frame_of(figure)
        self._topic_has_figures = self._topic_has_figures or frame is self._topic
        if self._topic is not None and frame is self._topic:
            self._topic_is_used = True
        time = self._time_within(figure, frame)
        self._figure_before, self._time_before = figure.end, time
        return time

    def _go_to(self, place: int) -> None:
        """Go by the times that are named before ``place``."""
        while self._next < len(self._mentions) and self._mentions[self._next].start < place:
            self._pass(self._mentions[self._next])
            self._next += 1
        self._enter(place)
        while self._holding and place >= self._holding[-1].until:
            self._holding.pop()

    def _frame_of(self, figure: Candidate) -> TimeMention | None:
        """The innermost time that holds where ``figure`` is."""
        frame = self._holding_frame()
        if frame and self._comes_back(figure, frame):
            return None
        event = self._event_here()
        return event.time if event and self._is_of_the_event(figure, frame, event) else frame

    def _event_here(self) -> EventReport | None:
        """The event that is reported of, below the head that gives its days; None under a heading
        with a time of its own.
        """
        event = self._event
        if event is None or self._is_under_a_dated_heading():
            return None
        return event if event.is_known_in(self._paragraphs[max(0, self._paragraph)]) else None

    def _is_under_a_dated_heading(self) -> bool:
        default = self._section[-1].default
        return default is not None and default.in_heading

    def _is_of_the_event(
        self, figure: Candidate, frame: TimeMention | None, event: EventReport
    ) -> bool:
        """Whether a figure is of the event that is reported of, and not of the time named last: the
        length of the event is told, or the time within an earlier sentence.
        """
        if event.is_its_length(figure):
            self._last_named = figure.start
            return True
        begin = self._sentence_begin(figure.start)
        named = max(begin, frame.end if frame else 0)
        if event.is_told_by_length(self._plain, named, figure.start):
            self._last_named = figure.start
            return True
        if frame is None or frame is event.time or frame.end > figure.start:
            return False
        if event.is_meant_by_year(self._plain, frame):
            return True
        return frame.end <= begin and self._comes_back_to_the_event(figure, frame, event)

    def _comes_back_to_the_event(
        self, figure: Candidate, frame: TimeMention, event: EventReport
    ) -> bool:
        """Whether a sentence behind that of a time is about the event again: the time was named
        within its own, or is a day of the event and the sentence sums up.
        """
        if frame.ahead or not is_closed(frame.period) or frame.period == event.time.period:
            return False
        if is_part(event.time.period, frame.period) and self._has_come_back(frame, event):
            return True
        if event.has_a_day(frame):
            if self._is_among_days(frame, event):
                return True
            begin = self._sentence_begin(figure.start)
            return sums_up_an_event(self._plain, begin, figure.start)
        return not self._opens_a_sentence(frame)

    def _is_among_days(self, day: TimeMention, event: EventReport) -> bool:
        """Whether a day of an event is told of beside another one in its sentence:
        首日…，第二天….
        """
        last_ones = self._mentions[max(0, self._next - _DAYS_TOLD) : self._next]
        others = (one for one in last_ones if event.has_a_day(one) and one.period != day.period)
        return any(self._in_one_sentence(day.end, one.start) for one in others)

    def _has_come_back(self, year: TimeMention, event: EventReport) -> bool:
        """Whether a day of an event, or all of it, was named behind the year of the event."""
        last = self._mentions[self._next - 1]
        is_of_event = last.period == event.time.period or event.has_a_day(last)
        return last.start > year.start and is_of_event and not last.is_base

    def _holding_frame(self) -> TimeMention | None:
        return self._holding[-1].mention if self._holding else self._topic

    def _time_within(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime:
        """The time of a figure by the first of the rules that says one."""
        if self._base is None and self._is_of_before(figure):
            return GoverningTime(is_before=True)
        return (
            self._of_base(figure)
            or self._beside_one_of_base(figure)
            or self._of_list(figure, frame or self._default)
            or self._of_change(figure)
            or self._of_ends(figure, frame)
            or self._of_frame(figure, frame)
        )

    def _is_of_before(self, figure: Candidate) -> bool:
        """Whether a figure is that of a time before, which is not named: 原来的5人."""
        begin = max(0, figure.start - _REACH // 4)
        return _OF_BEFORE.search(self._plain, begin, figure.start) is not None

    @property
    def _default(self) -> TimeMention | None:
        """The time of a paragraph that names none."""
        event = self._event_here()
        return event.time if event else self._section[-1].default

    def _set_default(self, mention: TimeMention) -> None:
        self._section[-1].default = mention
        is_of_an_item = self._section[-1].depth >= DEEPEST
        if self._main is None and not is_of_an_item and not is_named_by_days(mention.period):
            self._main = replace(mention, in_heading=False)

    def _enter(self, place: int) -> None:
        """Begin the paragraph of ``place``, if it is a new one; what the one before was about is
        its default.
        """
        paragraph = bisect_right(self._paragraphs, place) - 1
        if paragraph == self._paragraph:
            return
        handed_on = self._reported if self._reported and self._topic else self._topic
        if handed_on and self._is_handed_on(handed_on):
            self._set_default(handed_on)
            self._is_in_new_section = False
        for number in range(self._paragraph + 1, paragraph + 1):
            self._open(number)
        self._paragraph = paragraph
        self._topic = self._base = self._change_from = self._reported = None
        self._default_is_used = self._topic_is_used = False
        self._holding.clear()

    def _is_handed_on(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about is the default of the next: a day only if figures are
        of it.
        """
        is_told_of = self._topic_is_used or not is_one_day(topic.period)
        return is_told_of and not self._is_of_a_case_before(topic) and self._is_a_default(topic)

    def _is_of_a_case_before(self, topic: TimeMention) -> bool:
        """Whether a case was told in the paragraph before its time was named."""
        return tells_a_case(self._plain, self._paragraphs[self._paragraph], topic.start)

    def _beginnings_of_news(self) -> frozenset[int]:
        """The paragraphs with which a further piece of news begins: those with a dateline, or the
        headline above them.
        """
        datelines = sorted(self._report.datelines)
        wires = [place for place in datelines if _WIRE.match(self._plain, place)]
        paragraphs = [bisect_right(self._paragraphs, place) - 1 for place in wires[1:]]
        return frozenset([number - self._has_headline(number) for number in paragraphs if number])

    def _has_headline(self, paragraph: int) -> bool:
        """Whether the paragraph above is a headline."""
        return self._layout.is_headline(self._layout.line_of(self._paragraphs[paragraph - 1]))

    def _open(self, paragraph: int) -> None:
        """Open the section that a paragraph begins, if it begins one: those as deep or
        deeper end.
        """
        if paragraph in self._news:
            self._section, self._main, self._event = [_Section(0, None)], None, None
        line = self._layout.line_of(self._paragraphs[paragraph])
        depth = self._layout.depth(line)
        if depth > 0 or self._layout.is_heading(line):
            self._is_in_new_section = True
        if not depth:
            return
        while self._section[-1].depth >= depth:
            self._section.pop()
        main = self._main if self._layout.names_a_subject(line) else None
        self._section.append(_Section(depth, self._default or main))

    def _is_a_default(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about may be what the next one is about too."""
        line = self._layout.line_of(self._paragraphs[self._paragraph])
        is_of_the_lead = line <= self._layout.first_text
        is_clear = is_of_the_lead or self._opens_a_clause(topic)
        if not (is_clear or self._is_of_the_whole_event(topic)):
            return False
        if self._looks_back(topic):
            return False
        default = self._default
        is_first = default is None and is_closed(topic.period)
        if topic.ahead or not (is_within_a_year(topic.period) or is_first):
            return False
        if default is None or (self._is_in_new_section and not default.in_heading):
            return True
        return self._replaces(topic, default)

    def _is_of_the_whole_event(self, topic: TimeMention) -> bool:
        """Whether a paragraph was about the days around the one that was told of before it."""
        told = self._default.period if self._default else None
        return is_of_several_days(topic.period) and is_part(told, topic.period)

    def _looks_back(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about is of a year before the article's first time."""
        end = topic.period.end if topic.period else None
        main = self._main.period.start if self._main and self._main.period else None
        if end is None or main is None or self._is_in_new_section:
            return False
        return end.year < main.year

    def _replaces(self, topic: TimeMention, default: TimeMention) -> bool:
        """Whether what a paragraph was about takes the place of the default before it."""
        is_up_to = topic.lead.startswith("截")
        if is_one_day(topic.period) and is_of_several_days(default.period) and not is_up_to:
            return False
        if topic.is_as_of and not default.in_heading:
            return True
        return topic.period != default.period and not self._is_subordinate(topic, default)

    def _pass(self, mention: TimeMention) -> None:
        """Go by a time."""
        self._enter(mention.start)
        self._last_named = mention.start
        if self._is_within_what_was_told(mention):
            return
        if mention.is_base:
            self._base = self._change_from = mention
            return
        self._base = None
        self._keep_for_later(mention)
        if self._is_within_an_open_time(mention):
            return
        self._figures_of_list = 0
        if mention.in_heading and not mention.ahead and is_closed(mention.period):
            self._take_as_heading(mention)
        else:
            self._take_as_topic(mention)

    def _keep_for_later(self, mention: TimeMention) -> None:
        """Remember since when something is told, and up to which day."""
        if is_open(mention.period):
            self._since = mention
        if mention.is_as_of and mention.period:
            self._up_to = mention

    def _is_within_an_open_time(self, mention: TimeMention) -> bool:
        """Whether a word such as 目前 is told of a time without an end, which holds on."""
        return mention.period is None and self._holds_open(mention.start)

    def _holds_open(self, place: int) -> bool:
        """Whether a time without an end holds where ``place`` is."""
        holding = self._holding[-1] if self._holding else None
        return holding is not None and holding.until > place and is_open(holding.mention.period)

    def _take_as_heading(self, mention: TimeMention) -> None:
        """Take over the time of a heading for its section."""
        if is_one_day(mention.period) and self._default and self._default.in_heading:
            # the day of a meeting, below the title: it holds up to the first heading
            self._section.append(_Section(DEEPEST, mention))
        else:
            self._set_default(mention)
        self._topic, self._is_in_new_section = None, False
        self._holding.clear()

    def _take_as_topic(self, mention: TimeMention) -> None:
        """Let a time govern the rest of the paragraph, or as far as it holds."""
        until = self._until(mention)
        if until is None:
            if self._topic is None and _is_a_report(mention):
                self._reported = mention
            elif self._reported and self._names_its_day(self._reported, mention):
                self._reported = None
            self._topic, self._topic_has_figures = mention, False
            self._holding.clear()
            return
        while self._holding and self._holding[-1].until <= until:
            self._holding.pop()
        self._holding.append(_Holding(mention, until))

    def _names_its_day(self, year: TimeMention, day: TimeMention) -> bool:
        """Whether a year is that in the name of an event whose day its clause names behind it:
        2025年公开赛16日收拍.
        """
        if not is_named_by_years(year.period) or not is_named_by_days(day.period):
            return False
        between = self._plain[year.end : day.start]
        return len(between) <= _REACH and not _CLAUSE_MARKS & set(between)

    def _until(self, mention: TimeMention) -> int | None:
        """Where a time stops governing; None where it holds to the end of its paragraph."""
        if mention.until is not None:
            return mention.until
        if self._is_of_an_average(mention):
            return self._part_end(mention.end)
        return None if self._sets_the_topic(mention) else self._sentence_end(mention.end)

    def _is_of_an_average(self, mention: TimeMention) -> bool:
        """Whether years are only those of an average within a sentence about another time:
        …，2020年至2024年年均增长.
        """
        if not is_of_years(mention.period) or self._opens_a_sentence(mention):
            return False
        return _AVERAGE.match(self._plain, mention.end) is not None

    def _opens_a_sentence(self, mention: TimeMention) -> bool:
        begins = self._sentence_begin(mention.start)
        return mention.start in {begins, self._paragraphs[self._paragraph]}

    def _is_within_what_was_told(self, mention: TimeMention) -> bool:
        """Whether a year only says of what the count up to a day is, which holds on:
        截至3月20日，今年已收购.
        """
        told = self._holding[-1].mention if self._holding else self._topic
        if told is None or not told.lead.startswith("截") or mention.lead or mention.is_base:
            return False
        if not is_named_by_years(mention.period) or mention.start - told.end >= _REACH:
            return False
        is_here = self._in_one_sentence(told.end, mention.start)
        return is_here and is_part(told.period, mention.period)

    def _sets_the_topic(self, mention: TimeMention) -> bool:
        """Whether the rest of the paragraph is about a time, and not its own sentence only."""
        if mention.period is None or self._is_reached_by_another(mention):
            return False
        if mention.period.start is None and not mention.ahead:
            return False
        if mention.ahead and self._topic and self._topic.ahead:
            return True
        if self._topic is None:
            return self._is_first_topic(mention)
        if is_named_by_days(mention.period) and is_part(mention.period, self._topic.period):
            is_up_to = mention.lead.startswith("截")
            return not self._topic_has_figures or (
                is_up_to and is_named_by_days(self._topic.period)
            )
        return self._stands_beside(mention, self._topic)

    def _is_reached_by_another(self, mention: TimeMention) -> bool:
        """到2030年的: the end of a stretch that something else is said of."""
        return mention.lead in _TO and self._plain.startswith("的", mention.end)

    def _is_first_topic(self, mention: TimeMention) -> bool:
        """Whether the first time of a paragraph is what it is about: not the end of a part of its
        heading's time; and after figures of the default, nothing that is part of that.
        """
        default = self._default
        if self._default_is_used:
            return self._stands_beside(mention, default)
        return default is None or not _is_end_of_heading(mention, default)

    def _stands_beside(self, mention: TimeMention, whole: TimeMention | None) -> bool:
        """Whether a time is neither one to come, nor an end, nor part of another one."""
        is_passing = mention.ahead or mention.is_final
        return not is_passing and not self._is_subordinate(mention, whole)

    def _is_subordinate(self, mention: TimeMention, whole: TimeMention | None) -> bool:
        """Whether a time is a part of another one, or lies before it: then the text comes back to
        that.
        """
        if whole is None or mention.period is None or whole.period is None:
            return False
        is_long = is_closed(mention.period) and not is_within_a_year(mention.period)
        if is_long and is_part(whole.period, mention.period):
            return True
        if is_part(mention.period, whole.period):
            return whole.in_heading or not self._is_a_report_so_far(mention.period, whole.period)
        return lies_before(mention.period, whole.period) and not self._opens(mention, whole)

    def _opens(self, mention: TimeMention, whole: TimeMention) -> bool:
        """Whether a time is the first word of its sentence, or behind a day, of its clause:
        3月28日，…公布，2024年….
        """
        if not is_one_day(whole.period):
            return self._opens_a_sentence(mention)
        return self._opens_a_clause(mention) and not self._looks_back_from(mention, whole)

    def _looks_back_from(self, mention: TimeMention, whole: TimeMention) -> bool:
        """Whether a day is only told aside, before the one that figures have been told of."""
        is_told_of = self._topic_has_figures and whole is self._topic
        return is_told_of and is_one_day(mention.period)

    def _opens_a_clause(self, mention: TimeMention) -> bool:
        """Whether a time is the first word of its clause: 2019年，…, and not 该校2019年只有3家."""
        start = mention.start
        if start == self._paragraphs[self._paragraph] or self._plain[start - 1] in _CLAUSE_MARKS:
            return True
        return _BY_A_REPORTER.search(self._plain, max(0, start - _REACH * 2), start) is not None

    def _is_a_report_so_far(self, part: TimePeriod, whole: TimePeriod) -> bool:
        """Whether the first months of a year that is not over yet are what there is to report of
        it.
        """
        begin, end = part.start, part.end
        if begin is None or end is None or whole.end is None:
            return False
        are_first_months = begin.month == 1 and end.month != 1 and not begin.day
        is_of_a_year = not whole.end.month
        return are_first_months and is_of_a_year and not self._report.lies_behind(whole.end)

    def _part_end(self, place: int) -> int:
        """Where the part of the sentence ends that a place is in."""
        found = self._plain.find(";", place, self._sentence_end(place))
        return found if found >= 0 else self._sentence_end(place)

    def _sentence_begin(self, place: int) -> int:
        at = bisect_right(self._sentences, place) - 1
        return self._sentences[at] if at >= 0 else 0

    def _sentence_end(self, place: int) -> int:
        at = bisect_right(self._sentences, place)
        return self._sentences[at] if at < len(self._sentences) else len(self._plain) + 1

    def _of_base(self, figure: Candidate) -> GoverningTime | None:
        """The time of a figure that others are compared with: 比2020年的31.2."""
        base, self._base = self._base, None
        if base is None or figure.start - base.end > _LONGEST_BASE:
            return None
        between = self._plain[base.end : figure.start]
        if _CLAUSE_END.search(between) and between != "(":
            return None
        if is_a_difference(figure, base) or is_share_of(figure, base, between):
            return None
        goes_on = _CHANGES_TO.match(self._plain, figure.end) is not None
        is_of_it = self._is_told_of_base(base, between)
        if not (is_of_it or is_figure_of_base(base, between, goes_on=goes_on)):
            return None
        return GoverningTime(base.period, base, base.is_sure, is_before=True)

    def _beside_one_of_base(self, figure: Candidate) -> GoverningTime | None:
        """The time of a figure that stands in a list with one of a time that others are compared
        with: 分别由2012年的32.6%、71.6%提高到.
        """
        before = self._time_before
        if not before.is_before or before.mention is None:
            return None
        between = self._plain[self._figure_before : figure.start]
        return before if _LISTS_THINGS.fullmatch(between) else None

    def _is_told_of_base(self, base: TimeMention, between: str) -> bool:
        """Whether a clause is about a time that is compared with: 而去年同期净利润下滑18.5%."""
        if base.lead or between.startswith("的") or _COMPARES.search(between):
            return False
        return self._opens_a_clause(base) or self._goes_on_with(base)

    def _goes_on_with(self, base: TimeMention) -> bool:
        """而去年同期."""
        return self._plain.startswith("而", base.start - 1)

    def _of_change(self, figure: Candidate) -> GoverningTime | None:
        """The time of a second thing's first figure, where a first thing's change began:
        生产总值由2019年的…增至…，收入从8.2亿元增至….
        """
        begin = self._change_from
        if begin is None or not self._in_one_sentence(begin.end, figure.start):
            return None
        is_from = self._plain[figure.start - 1 : figure.start] in {"由", "从"}
        if not is_from or not CHANGED.match(self._plain, figure.end):
            return None
        return GoverningTime(begin.period, begin, is_sure=False)

    def _of_list(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """The time of a figure that is in a list of them, one for each time:
        一季度、二季度分别完成, 依次为; or at an end of a range of years.
        """
        if frame is None or not frame.listed:
            return None
        begin = max(frame.end, self._figure_before)
        between = self._plain[begin : min(figure.start, frame.end + _LONGEST_OF_LISTS)]
        if self._begins_a_list(figure, frame, between):
            self._figures_of_list = 1
        elif self._goes_on_listing(frame, between):
            self._figures_of_list += 1
        else:
            self._figures_of_list = 0
            return None
        return GoverningTime(frame.listed[self._figures_of_list - 1], frame, frame.is_sure)

    def _goes_on_listing(self, frame: TimeMention, between: str) -> bool:
        """Whether a figure is the next one of a list that has begun."""
        has_begun = 0 < self._figures_of_list < len(frame.listed)
        return has_begun and _GOES_ON_LISTING.fullmatch(between) is not None

    def _comes_back(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a sentence after an earlier time speaks of what the article is about:
        这次台风.
        """
        default = self._default
        if default is None or frame.period is None or default.period is None:
            return False
        if not lies_before(frame.period, default.period):
            return False
        end = min(figure.start, frame.end + _LONGEST_OF_LISTS * 2)
        found = _THIS_ONE.search(self._plain, frame.end, end)
        return found is not None and not self._in_one_sentence(frame.end, found.start())

    def _begins_a_list(self, figure: Candidate, frame: TimeMention, between: str) -> bool:
        """Whether a figure is the first of as many as there are times, and no list of things is
        between that they may belong to.
        """
        each = _EACH.search(between)
        if each is None:
            return False
        if self._figure_before < frame.end and _LISTS_THINGS.search(between, 0, each.start()):
            return False
        rest = self._plain[figure.start : figure.start + _LONGEST_OF_LISTS]
        listed = _LISTS_THINGS.split(_LIST_END.split(rest, maxsplit=1)[0])
        return len(listed) == len(frame.listed)

    def _of_ends(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """The times of a change from one figure to another whose first time is not named: the ends
        of a range of years, or what was before.
        """
        if frame is None or frame.period is None:
            return None
        has_ends = is_of_years(frame.period)
        if self._begins_a_change(figure):
            self._changes_in = frame
            since = self._since_before(frame)
            return since or _before_change(frame, frame.period if has_ends else None)
        if has_ends and self._is_in_a_change(frame, figure) and self._ends_a_change(figure):
            self._changes_in = None
            last = frame.period.end
            return GoverningTime(TimePeriod(last, last), frame, is_sure=False)
        return None

    def _since_before(self, frame: TimeMention) -> GoverningTime | None:
        """The time of what was before a change that began at a time without an end, named in the
        sentence of the time up to which it went on: 去年9月起…到今年6月….
        """
        since = self._since
        if since is None or since is frame or since.period is None or frame.lead not in _TO:
            return None
        if not self._in_one_sentence(since.end, frame.start) or since.end > frame.start:
            return None
        begin = since.period.start
        return GoverningTime(TimePeriod(begin, begin), since, is_sure=False, is_before=True)

    def _is_in_a_change(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a figure may be the second of a change whose first has been told in its
        sentence.
        """
        return self._changes_in is frame or self._follows_a_beginning(frame, figure)

    def _follows_a_beginning(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether the first figure of a change has been told, in this sentence and of this time."""
        base = self._change_from
        return (
            base is not None
            and frame.end <= base.start < self._figure_before
            and self._in_one_sentence(base.start, figure.start)
        )

    def _begins_a_change(self, figure: Candidate) -> bool:
        """由5人增至9人: whether a figure is the first of a change."""
        is_from = _FROM.search(self._plain, max(0, figure.start - 1), figure.start)
        return is_from is not None and _CHANGES_TO.match(self._plain, figure.end) is not None

    def _ends_a_change(self, figure: Candidate) -> bool:
        """Whether a figure is the second of a change."""
        begin = max(self._figure_before, figure.start - _REACH)
        return _CHANGED_TO.search(self._plain, begin, figure.start) is not None

    def _of_frame(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime:
        """The time that holds where the figure is, else the one that follows in the same heading,
        else the paragraph's default.
        """
        is_lasting = self._lasts(figure) or self._goes_on_lasting(figure)
        if is_lasting and is_of_every_day(figure):
            days = frame or self._default
            is_lasting = days is None or not is_of_several_days(days.period)
        if is_lasting and not self._holds_for_what_lasts(figure, frame or self._default):
            self._lasts_until = figure.end
            return GoverningTime(is_sure=False)
        if frame is None:
            return self._of_surroundings(figure)
        if coming := self._coming_in_its_clause(figure):
            return GoverningTime(coming.period, coming, is_sure=False)
        if self._is_past_a_long_count(figure, frame) or self._is_set_apart(figure, frame):
            return GoverningTime(is_sure=False)
        if stock := self._of_stock(figure, frame):
            return stock
        if is_lasting:
            self._lasts_until = figure.end
        is_near = frame.is_as_of or not is_lasting
        is_sure = frame.is_sure and is_near and not self._is_far_within(frame, figure)
        return self._in_frame(figure, frame, is_sure=is_sure)

    def _is_of_a_dividend(self, figure: Candidate) -> bool:
        return is_of_a_dividend(self._plain, self._sentence_begin(figure.start), figure.start)

    def _is_past_a_long_count(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a time since an earlier year was named in a sentence before the figure's:
        从2010年起，累计….
        """
        begin = frame.period.start if frame.period else None
        if begin is None or not is_open(frame.period) or frame.in_heading:
            return False
        is_long = begin.year < self._report.written.year
        return is_long and not self._in_one_sentence(frame.end, figure.start)

    def _is_set_apart(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a figure's sentence names no time, and is none about what was told before: it
        may tell what is so by now, behind one of a month or a year.
        """
        if self._in_one_sentence(frame.end, figure.start):
            return False
        sentence = self._sentence_begin(figure.start)
        is_reported = not (is_named_by_days(frame.period) or frame.in_heading)
        if is_reported and is_so_by_now(figure, sentence):
            return True
        paragraph = self._paragraphs[self._paragraph]
        is_lacking = is_about_what_lacks(self._plain, paragraph, figure.start)
        return is_lacking or is_set_apart(self._plain, sentence, figure.start)

    def _is_of_another_time(self, figure: Candidate, default: TimeMention) -> bool:
        """Whether a figure in a paragraph that names no time is of none that was told before: it is
        of one case, or a sum since something began.
        """
        is_sum = not (default.in_heading or self._is_the_event(default)) and self._sums_up(figure)
        return is_sum or self._is_set_apart(figure, default) or self._is_of_a_case(figure)

    def _goes_its_own_way(self, figure: Candidate, default: TimeMention) -> bool:
        """Whether a figure is not about what a paragraph before went on about."""
        paragraph = self._paragraphs[self._paragraph]
        if default.in_heading or goes_on(self._plain, paragraph):
            return False
        sentence = max(paragraph, self._sentence_begin(figure.start))
        if default.is_as_of or answers(self._plain, paragraph):
            return True
        if is_of_no_report(figure, sentence):
            return True
        named = self._named_later()
        if self._event and self._event.time is default:
            return self._is_beside_the_event(figure, named, self._event)
        if named is None or self._is_main(default, named):
            return False
        return not compares(self._plain, sentence, self._sentence_end(figure.start))

    def _is_beside_the_event(
        self, figure: Candidate, named: TimeMention | None, event: EventReport
    ) -> bool:
        """Whether a figure is told of other days than those of the event, or before what there is
        by now, was up to another day or was in a year.
        """
        sentence = self._sentence_begin(figure.start)
        if event.is_told_by_another_length(self._plain, sentence, figure.start):
            return True
        if named is None:
            return False
        if self._opens_with_a_year(named):
            return not compares(self._plain, sentence, self._sentence_end(figure.start))
        return named.period is None or (named.is_as_of and not event.is_summed_up(named))

    def _opens_with_a_year(self, named: TimeMention) -> bool:
        """Whether a time is a year that is told of from the beginning of a sentence on: 去年，."""
        is_year = is_within_a_year(named.period) and is_named_by_years(named.period)
        is_opening = not named.is_base and self._opens_a_sentence_anywhere(named)
        return is_year and is_opening and self._plain.startswith("，", named.end)

    def _is_the_event(self, time: TimeMention) -> bool:
        return self._event is not None and self._event.time is time

    def _named_later(self) -> TimeMention | None:
        """The time that the paragraph names next, if it names one."""
        following = self._mentions[self._next : self._next + 1]
        return next((one for one in following if one.start < self._paragraph_end()), None)

    def _is_main(self, default: TimeMention, named: TimeMention) -> bool:
        """Whether a time is the first that the article was about, or the article only tells of
        days, and the paragraph too, as far as it ``named`` one.
        """
        if self._main is None:
            is_year = is_within_a_year(named.period) and is_named_by_years(named.period)
            is_another = is_year and not is_part(default.period, named.period)
            is_aside = named.is_base or not self._opens_a_sentence_anywhere(named)
            return is_aside or not is_another
        return self._main.period == default.period

    def _opens_a_sentence_anywhere(self, mention: TimeMention) -> bool:
        """Whether a time opens a sentence, also of a paragraph that the walk is not at."""
        return mention.start in {self._sentence_begin(mention.start), *self._paragraphs}

    def _sums_up(self, figure: Candidate) -> bool:
        return sums_up(self._plain, figure.start)

    def _is_of_a_case(self, figure: Candidate) -> bool:
        return tells_a_case(self._plain, self._paragraphs[self._paragraph], figure.start)

    def _of_stock(self, figure: Candidate, frame: TimeMention) -> GoverningTime | None:
        """The day up to which the article told before, of a stock in a later sentence about the
        months that end with it: 一季度，利率…。贷款余额….
        """
        up_to = self._up_to
        if up_to is None or not _is_a_report(frame) or not ends_with(frame.period, up_to.period):
            return None
        is_later = not self._in_one_sentence(frame.end, figure.start)
        if not (is_later and self._is_of_a_stock(figure)):
            return None
        self._stock_before = figure.end
        return GoverningTime(up_to.period, up_to, is_sure=False)

    def _is_of_a_stock(self, figure: Candidate) -> bool:
        """Whether a figure is a stock, or in the sentence of one."""
        if names_a_stock(figure):
            return True
        before = self._stock_before
        return before > 0 and self._in_one_sentence(before, figure.start)

    def _of_surroundings(self, figure: Candidate) -> GoverningTime:
        """The time of a figure before which its paragraph names none."""
        coming = self._coming(figure)
        if coming is None:
            self._default_is_used = True
        frame = coming or self._default
        if frame is None:
            return GoverningTime()
        if coming is None and (
            self._is_of_another_time(figure, frame) or self._goes_its_own_way(figure, frame)
        ):
            return GoverningTime(is_sure=False)
        return self._of_stock(figure, frame) or self._in_default(figure, frame)

    def _in_default(self, figure: Candidate, frame: TimeMention) -> GoverningTime:
        """The period of what a paragraph goes on about, which is sure where a heading names it."""
        is_sure = frame.in_heading and frame.is_sure and not is_named_by_days(frame.period)
        return self._in_frame(figure, frame, is_sure=is_sure)

    def _in_frame(self, figure: Candidate, frame: TimeMention, *, is_sure: bool) -> GoverningTime:
        """The period of ``frame``, or the years that end with it where the figure is so much a
        year; of a dividend that of the report, and not the day on which it was decided.
        """
        if self._main and is_named_by_days(frame.period) and self._is_of_a_dividend(figure):
            return GoverningTime(self._main.period, self._main, is_sure=False)
        longer = self._over_years(figure, frame) or in_a_row(figure, frame.period)
        if longer:
            return GoverningTime(longer, frame, is_sure=False)
        return GoverningTime(frame.period, frame, is_sure)

    def _lasts(self, figure: Candidate) -> bool:
        """Whether a figure is of something that lasts; the size of things that its sentence has
        counted is told with them: 新建2座，总投资3亿元.
        """
        return lasts(figure) and (not self._is_told_with_a_count(figure) or not is_a_sum(figure))

    def _is_told_with_a_count(self, figure: Candidate) -> bool:
        """Whether the figure before, in its sentence, is of something that does not last."""
        before = self._figure_before
        if before <= 0 or self._lasts_until == before:
            return False
        return self._in_one_sentence(before, figure.start)

    def _goes_on_lasting(self, figure: Candidate) -> bool:
        """Whether a figure is in the sentence of one of something that lasts, without a time
        between: 全长2164米，主跨1036米.
        """
        if not self._lasts_until or not self._in_one_sentence(self._lasts_until, figure.start):
            return False
        return self._last_named < self._lasts_until

    def _holds_for_what_lasts(self, figure: Candidate, frame: TimeMention | None) -> bool:
        """Whether a time holds for a figure of something that lasts: it is named in its sentence,
        or is the day up to which all is told.
        """
        if frame is None or frame.end > figure.start or frame.is_as_of:
            return frame is not None and frame.is_as_of and self._is_named_here(frame)
        if self._in_one_sentence(frame.end, figure.start):
            return _IS_OPENED.match(self._plain, frame.end, figure.start) is None
        return self._is_of_an_opening(frame, figure)

    def _is_named_here(self, frame: TimeMention) -> bool:
        """Whether a time is named in the paragraph that the walk has come to."""
        return frame.in_heading or frame.start >= self._paragraphs[self._paragraph]

    def _is_of_an_opening(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether the sentence before tells what was opened at a time, whose size is told in that
        of the figure: 新馆开馆。新馆建筑面积8万平方米.
        """
        opened = self._sentence_end(frame.end)
        if _OPENED.search(self._plain, frame.end, opened) is None:
            return False
        return self._in_one_sentence(opened, figure.start)

    def _is_far_within(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of a longer time, or the end of another thing's change, was named in an
        earlier sentence than the figure's.
        """
        is_day, is_end = is_one_day(frame.period), self._is_reached_by_another(frame)
        is_within = self._default is not None and is_part(frame.period, self._default.period)
        is_event = is_day and is_within and not self._is_a_last_day(frame)
        if (is_end or is_event) and self._is_behind_a_clause(frame, figure):
            return True
        if is_within_a_year(frame.period) and self._is_of_more_years(frame, figure):
            return True
        if self._in_one_sentence(frame.end, figure.start):
            return False
        is_passing = is_day or is_open(frame.period) or frame.is_final
        return is_within or is_end or is_passing or self._is_of_a_later_sentence(frame, figure)

    def _is_of_more_years(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether years are counted between a time and a figure, over which that was done:
        2016年启动，三年拆除….
        """
        begin = max(frame.end, figure.start - _REACH)
        between = self._plain[begin : figure.start]
        return "年" in between and _SO_MANY_YEARS.search(between) is not None

    def _is_a_last_day(self, frame: TimeMention) -> bool:
        """Whether a day is that up to which something is told: 截至3月20日, 6月末."""
        return frame.is_as_of or self._plain[frame.end - 1] in _LAST_DAYS

    def _is_of_a_later_sentence(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a figure in a later sentence than its time may be of another: a stock, one that
        a source is quoted for again, or one that is far behind it.
        """
        is_stock = not is_one_day(frame.period) and may_be_a_stock(figure)
        return is_stock or self._quotes_anew(figure) or self._is_long_ago(frame, figure)

    def _quotes_anew(self, figure: Candidate) -> bool:
        return quotes_anew(self._plain, self._sentence_begin(figure.start))

    def _is_long_ago(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether several sentences have ended since a time was named."""
        ended = bisect_right(self._sentences, figure.start)
        return ended - bisect_right(self._sentences, frame.end) > _SENTENCES_OF_A_TIME

    def _is_behind_a_clause(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of the sentence ends between a time and a figure near it."""
        return ";" in self._plain[frame.end : min(figure.start, frame.end + _REACH * 4)]

    def _in_one_sentence(self, first: int, last: int) -> bool:
        return bisect_right(self._sentences, first) == bisect_right(self._sentences, last)

    def _coming_in_its_clause(self, figure: Candidate) -> TimeMention | None:
        """A time that is told behind a figure as its own: one to come in its clause
        (剩余4条预计23日恢复), or when it was (4.8级，发生在12日).
        """
        if self._next >= len(self._mentions):
            return None
        mention = self._mentions[self._next]
        is_near = mention.start - figure.end <= _REACH // 2 and not mention.is_base
        start = (mention.period.start or mention.period.end) if mention.period else None
        if not is_near or start is None:
            return None
        between = self._plain[figure.end : mention.start]
        if _OCCURRED.fullmatch(between):
            return mention
        is_ahead = self._report.lies_ahead(start)
        return mention if is_ahead and _ONE_CLAUSE.fullmatch(between) else None

    def _coming(self, figure: Candidate) -> TimeMention | None:
        """The time named after a figure before the sentence ends, in whose paragraph none is before
        it: a heading's figure.
        """
        if self._next >= len(self._mentions):
            return None
        mention = self._mentions[self._next]
        if mention.is_base or (mention.in_heading and self._default):
            return None
        nearest = min(self._paragraph_end(), figure.end + _REACH * 4 + 1)
        if mention.start >= nearest or self._article.is_parted(figure.end, mention.start):
            return None
        return None if _HEADING_STOPS & set(self._plain[figure.end : mention.start]) else mention

    def _paragraph_end(self) -> int:
        following = self._paragraph + 1
        if following < len(self._paragraphs):
            return self._paragraphs[following]
        return len(self._plain)

    def _over_years(self, figure: Candidate, frame: TimeMention) -> TimePeriod | None:
        """The years over which something changed by so much a year: 由2014年的… 年均增长;
        2021年至2023年… 年均.
        """
        begin = max(0, figure.start - _REACH // 2)
        is_yearly = _YEARLY.search(self._plain, begin, figure.start) is not None
        if not is_yearly or not is_within_a_year(frame.period):
            return None
        base = self._change_from
        if base and base.end < figure.start and self._in_one_sentence(base.end, figure.start):
            return _years_between(base.period, frame.period)
        told = (one.period for one in (self._topic, self._default) if one)
        return next((period for period in told if is_of_years(period)), None)


def _is_end_of_heading(mention: TimeMention, default: TimeMention) -> bool:
    """Whether a time is the end of a part of its heading's time."""
    is_end = default.in_heading and mention.is_final
    return is_end and is_part(mention.period, default.period)


def _before_change(frame: TimeMention, years: TimePeriod | None) -> GoverningTime:
    """The time of what was before a change: the first of the ``years`` over which it took place, or
    none.
    """
    if years is None:
        return GoverningTime(is_sure=False, is_before=True)
    first = TimePeriod(years.start, years.start)
    return GoverningTime(first, frame, is_sure=False, is_before=True)


def _years_between(first: TimePeriod | None, last: TimePeriod | None) -> TimePeriod | None:
    """The years from the beginning of one period to the end of another; None where there are
    none.
    """
    begin, end = first and first.start, last and last.end
    if not begin or not end or begin.year >= end.year:
        return None
    return TimePeriod(Moment(begin.year), Moment(end.year))


def _is_a_report(mention: TimeMention) -> bool:
    """Whether a time is a month, a part of a year or a year, of which is reported."""
    is_one = is_within_a_year(mention.period) and not is_named_by_days(mention.period)
    return is_one and not mention.is_as_of
