"""Which of the times an article names each of its figures is about.

A time governs as far as the text goes on about it. The rules, in the order in which they are asked
for one figure:

1. What is said to have been before (原来的5人, 最初的) has no time.
2. A time that others are compared with (比2020年的5人, 由目前的) governs the one figure that is its
  own; the figure that tells the difference belongs to the time compared.
3. Figures of a list have one each of the times listed, where 分别 or 依次 says so and there are as
  many of both.
4. In a change (由5人增至9人) the first figure has the first year of a range of years, or no time;
  the second the last year.
5. Things that last (``lasting``) have a time only if it is named in their sentence, or is the day
  up to which all is told.
6. Otherwise the innermost time that still holds: one in brackets to their end; one of a part
  (其中), a day within the event told of (当日, 首日) to the end of its clause; an end (年末), an
  earlier time and one to come to the end of their sentence; the first time of a paragraph, or a
  later one that is not part of it, to the paragraph's end.
7. Where none holds, the section's time: of its heading, else the last time that opened a clause of
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

from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.dateline import Dateline
from statsite.extract.lasting import is_a_sum, lasts, may_be_a_stock
from statsite.extract.layout import DEEPEST, Layout
from statsite.extract.time_mentions import TimeMention
from statsite.periods import Moment, TimePeriod

_LONGEST_BASE = 30
_CLAUSE_END = re.compile(r"[，。;!?、:(（]")
_OF_THE_BASE = re.compile(r"的$|^(?:的|为|是|仅|仅为|只有|[(])?$")
#: What a time that is compared with says itself: 去年同期增速为.
_THAT_WAS = re.compile("[一-鿿]{0,8}(?:为|是|仅为|只有|仅有)")
_CHANGED = re.compile(r"增|减|提高|上升|下降|降|升|多|少|高|低|快|慢|翻|缩|扩|涨|跌")
_SHARED = re.compile(r"成|半|分之|/|[%‰倍]")
_EACH = re.compile(r"分别|依次")
_WIRE = re.compile("[0-9年月日]{2,12}(?:上午|下午|晚)?(?:专?电|讯|消息)")
_THIS_ONE = re.compile("这次|这场|这起|本次|此次|本轮|此轮|今次")
_LISTS_THINGS = re.compile("[、和与及]")
_GOES_ON_LISTING = re.compile("[、和与及，]")
_LIST_END = re.compile("[，。;!?]")
_LONGEST_OF_LISTS = 96
_FROM = re.compile("[由从]")
_CHANGES_TO = re.compile("[一-鿿]{1,6}?[到至为]")
_CHANGED_TO = re.compile("[一-鿿][到至为]$")
_YEARLY = re.compile(r"年均|年平均|年[之间]?间|年来")
_REACH = 24
#: A figure of a time before, which is not named.
_OF_BEFORE = re.compile("(?:原来|原先|以前|过去|此前|最初|当初|改造前|之前)(?:的|是|为|要|需)?$")
_OF_OTHERS = re.compile("[^，。;0-9]{0,16}的$")
_TO = frozenset({"到", "至"})
#: Leads of what a figure is a share or a multiple of: 是2020年的2.4倍.
_EQUATING = frozenset({"", "到", "至", "于", "是", "为", "占", "当于"})
_CLAUSE_MARKS = frozenset("，。;:!?")
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
        self._plain = article.plain
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

    def time_of(self, figure: Candidate) -> GoverningTime:
        """The time that ``figure`` is about; figures are asked for in order."""
        while self._next < len(self._mentions) and self._mentions[self._next].start < figure.start:
            self._pass(self._mentions[self._next])
            self._next += 1
        self._enter(figure.start)
        while self._holding and figure.start >= self._holding[-1].until:
            self._holding.pop()
        frame = self._holding[-1].mention if self._holding else self._topic
        if frame and self._comes_back(figure, frame):
            frame = None
        self._topic_has_figures = self._topic_has_figures or frame is self._topic
        self._topic_is_used = self._topic_is_used or (
            self._topic is not None and frame is self._topic
        )
        if (
            _OF_BEFORE.search(self._plain, max(0, figure.start - _REACH // 4), figure.start)
            and self._base is None
        ):
            self._figure_before = figure.end
            return GoverningTime(is_before=True)
        time = (
            self._of_base(figure)
            or self._of_list(figure, frame or self._default)
            or self._of_change(figure)
        )
        time = time or self._of_ends(figure, frame) or self._of_frame(figure, frame)
        self._figure_before = figure.end
        return time

    @property
    def _default(self) -> TimeMention | None:
        """The time of a paragraph that names none."""
        return self._section[-1].default

    def _set_default(self, mention: TimeMention | None) -> None:
        self._section[-1].default = mention
        if (
            mention
            and self._main is None
            and self._section[-1].depth < DEEPEST
            and not _is_of_days(mention.period)
        ):
            self._main = replace(mention, in_heading=False)

    def _enter(self, place: int) -> None:
        """Begin the paragraph of ``place``, if it is a new one; what the one before was about is
        its default.
        """
        paragraph = bisect_right(self._paragraphs, place) - 1
        if paragraph == self._paragraph:
            return
        if (
            self._topic
            and (self._topic_is_used or not _is_a_day(self._topic.period))
            and self._is_a_default(self._topic)
        ):
            self._set_default(self._topic)
            self._is_in_new_section = False
        for number in range(self._paragraph + 1, paragraph + 1):
            self._open(number)
        self._paragraph = paragraph
        self._topic = self._base = self._change_from = None
        self._default_is_used = self._topic_is_used = False
        self._holding.clear()

    def _beginnings_of_news(self) -> frozenset[int]:
        """The paragraphs with which a further piece of news begins: those with a dateline, or the
        headline above them.
        """
        wires = [
            place for place in sorted(self._report.datelines) if _WIRE.match(self._plain, place)
        ]
        paragraphs = [bisect_right(self._paragraphs, place) - 1 for place in wires[1:]]
        return frozenset(
            [
                number
                - self._layout.is_headline(self._layout.line_of(self._paragraphs[number - 1]))
                for number in paragraphs
                if number
            ]
        )

    def _open(self, paragraph: int) -> None:
        """Open the section that a paragraph begins, if it begins one: those as deep or
        deeper end.
        """
        if paragraph in self._news:
            self._section, self._main = [_Section(0, None)], None
        line = self._layout.line_of(self._paragraphs[paragraph])
        depth = self._layout.depth(line)
        self._is_in_new_section = (
            self._is_in_new_section or depth > 0 or self._layout.is_heading(line)
        )
        if not depth:
            return
        while self._section[-1].depth >= depth:
            self._section.pop()
        self._section.append(
            _Section(
                depth, self._default or (self._main if self._layout.names_a_subject(line) else None)
            )
        )

    def _is_a_default(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about may be what the next one is about too."""
        is_of_the_lead = (
            self._layout.line_of(self._paragraphs[self._paragraph]) <= self._layout.first_text
        )
        if not is_of_the_lead and not self._opens_a_clause(topic):
            return False
        if topic.ahead or not (
            _is_within_a_year(topic.period) or (self._default is None and _is_closed(topic.period))
        ):
            return False
        if self._default is None or (self._is_in_new_section and not self._default.in_heading):
            return True
        if (
            _is_a_day(topic.period)
            and _is_of_several_days(self._default.period)
            and not topic.lead.startswith("截")
        ):
            return False
        if topic.is_as_of and not self._default.in_heading:
            return True
        return topic.period != self._default.period and not self._is_subordinate(
            topic, self._default
        )

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
        if (
            mention.period is None
            and self._holding
            and self._holding[-1].until > mention.start
            and _is_open(self._holding[-1].mention.period)
        ):
            return
        self._figures_of_list = 0
        if mention.in_heading and not mention.ahead and _is_closed(mention.period):
            if _is_a_day(mention.period) and self._default and self._default.in_heading:
                self._section.append(
                    _Section(DEEPEST, mention)
                )  # the day of a meeting, below the title: it holds up to the first heading
            else:
                self._set_default(mention)
            self._topic, self._is_in_new_section = None, False
            self._holding.clear()
            return
        until = mention.until
        if until is None and not self._sets_the_topic(mention):
            until = self._sentence_end(mention.end)
        if until is None:
            self._topic, self._topic_has_figures = mention, False
            self._holding.clear()
            return
        while self._holding and self._holding[-1].until <= until:
            self._holding.pop()
        self._holding.append(_Holding(mention, until))

    def _is_within_what_was_told(self, mention: TimeMention) -> bool:
        """Whether a year only says of what the count up to a day is, which holds on:
        截至3月20日，今年已收购.
        """
        told = self._holding[-1].mention if self._holding else self._topic
        if told is None or not told.lead.startswith("截") or mention.lead or mention.is_base:
            return False
        if not _is_named_by_years(mention.period) or not self._in_one_sentence(
            told.end, mention.start
        ):
            return False
        return _is_part(told.period, mention.period) and mention.start - told.end < _REACH

    def _sets_the_topic(self, mention: TimeMention) -> bool:
        """Whether the rest of the paragraph is about a time, and not its own sentence only."""
        if mention.period is None or (
            mention.lead in _TO and self._plain.startswith("的", mention.end)
        ):
            return False
        if mention.ahead and self._topic and self._topic.ahead:
            return True
        if self._topic is None and not self._default_is_used:
            return not (
                self._default
                and self._default.in_heading
                and mention.is_final
                and _is_part(mention.period, self._default.period)
            )
        if self._topic is None:
            return (
                not mention.ahead
                and not mention.is_final
                and not self._is_subordinate(mention, self._default)
            )
        if _is_of_days(mention.period) and _is_part(mention.period, self._topic.period):
            return not self._topic_has_figures or (
                mention.lead.startswith("截") and _is_of_days(self._topic.period)
            )
        return (
            not mention.ahead
            and not mention.is_final
            and not self._is_subordinate(mention, self._topic)
        )

    def _is_subordinate(self, mention: TimeMention, whole: TimeMention | None) -> bool:
        """Whether a time is a part of another one, or lies before it: then the text comes back to
        that.
        """
        if whole is None or mention.period is None or whole.period is None:
            return False
        if _is_of_years(mention.period) and _is_part(whole.period, mention.period):
            return True
        if _is_part(mention.period, whole.period):
            return whole.in_heading or not self._is_a_report_so_far(mention.period, whole.period)
        return _lies_before(mention.period, whole.period) and not self._opens_a_clause(mention)

    def _opens_a_clause(self, mention: TimeMention) -> bool:
        """Whether a time is the first word of its clause: 2019年，…, and not 该校2019年只有3家."""
        return (
            mention.start == self._paragraphs[self._paragraph]
            or self._plain[mention.start - 1] in _CLAUSE_MARKS
        )

    def _is_a_report_so_far(self, part: TimePeriod, whole: TimePeriod) -> bool:
        """Whether the first months of a year that is not over yet are what there is to report of
        it.
        """
        begin, end = part.start, part.end
        if (
            not (begin and end and whole.end)
            or begin.month != 1
            or end.month == 1
            or begin.day
            or whole.end.month
        ):
            return False
        return not self._report.lies_behind(whole.end)

    def _sentence_end(self, place: int) -> int:
        at = bisect_right(self._sentences, place)
        return self._sentences[at] if at < len(self._sentences) else len(self._plain) + 1

    def _of_base(self, figure: Candidate) -> GoverningTime | None:
        """The time of a figure that others are compared with: 比2020年的31.2."""
        base, self._base = self._base, None
        if base is None:
            return None
        if figure.start - base.end > _LONGEST_BASE:
            return None
        between = self._plain[base.end : figure.start]
        if _CLAUSE_END.search(between) and between != "(":
            return None
        if (
            base.lead in _EQUATING
            and (between.startswith("的") or _OF_OTHERS.fullmatch(between))
            and _SHARED.search(self._plain[figure.start : figure.end] + figure.unit)
        ):
            return None
        if self._plain.startswith("翻", figure.start):
            return None
        own = (
            _OF_THE_BASE.search(between)
            or (not base.lead and _THAT_WAS.fullmatch(between))
            or (base.lead in {"由", "从"} and not _CHANGED.search(between))
        )
        return GoverningTime(base.period, base, base.is_sure, is_before=True) if own else None

    def _of_change(self, figure: Candidate) -> GoverningTime | None:
        """The time of a second thing's first figure, where a first thing's change began:
        生产总值由2019年的…增至…，收入从8.2亿元增至….
        """
        begin = self._change_from
        if (
            begin is None
            or self._plain[figure.start - 1 : figure.start] not in {"由", "从"}
            or not _CHANGED.match(self._plain, figure.end)
        ):
            return None
        return (
            GoverningTime(begin.period, begin, is_sure=False)
            if self._in_one_sentence(begin.end, figure.start)
            else None
        )

    def _of_list(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """The time of a figure that is in a list of them, one for each time:
        一季度、二季度分别完成, 依次为; or at an end of a range of years.
        """
        if frame is None or not frame.listed:
            return None
        between = self._plain[
            max(frame.end, self._figure_before) : min(figure.start, frame.end + _LONGEST_OF_LISTS)
        ]
        if self._begins_a_list(figure, frame, between):
            self._figures_of_list = 0
        elif (
            not 0 < self._figures_of_list < len(frame.listed)
            or _GOES_ON_LISTING.fullmatch(between) is None
        ):
            self._figures_of_list = 0
            return None
        self._figures_of_list += 1
        return GoverningTime(frame.listed[self._figures_of_list - 1], frame, frame.is_sure)

    def _comes_back(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a sentence after an earlier time speaks of what the article is about:
        这次台风.
        """
        if (
            self._default is None
            or frame.period is None
            or self._default.period is None
            or not _lies_before(frame.period, self._default.period)
        ):
            return False
        found = _THIS_ONE.search(
            self._plain, frame.end, min(figure.start, frame.end + _LONGEST_OF_LISTS * 2)
        )
        return found is not None and not self._in_one_sentence(frame.end, found.start())

    def _begins_a_list(self, figure: Candidate, frame: TimeMention, between: str) -> bool:
        """Whether a figure is the first of as many as there are times, and no list of things is
        between that they may belong to.
        """
        each = _EACH.search(between)
        if each is None or (
            self._figure_before < frame.end and _LISTS_THINGS.search(between, 0, each.start())
        ):
            return False
        rest = self._plain[figure.start : figure.start + _LONGEST_OF_LISTS]
        ended = _LIST_END.search(rest)
        return len(_LISTS_THINGS.split(rest[: ended.start() if ended else None])) == len(
            frame.listed
        )

    def _of_ends(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """The times of a change from one figure to another whose first time is not named: the ends
        of a range of years, or what was before.
        """
        if frame is None or frame.period is None:
            return None
        period, (first, last) = frame.period, (frame.period.start, frame.period.end)
        is_from = _FROM.search(
            self._plain, max(0, figure.start - 1), figure.start
        ) and _CHANGES_TO.match(self._plain, figure.end)
        if is_from:
            self._changes_in = frame
        if first and last and _is_of_years(period):
            if is_from:
                return GoverningTime(TimePeriod(first, first), frame, is_sure=False, is_before=True)
            if self._changes_in is frame and _CHANGED_TO.search(
                self._plain, max(self._figure_before, figure.start - _REACH), figure.start
            ):
                self._changes_in = None
                return GoverningTime(TimePeriod(last, last), frame, is_sure=False)
        return GoverningTime(is_sure=False, is_before=True) if is_from else None

    def _of_frame(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime:
        """The time that holds where the figure is, else the one that follows in the same heading,
        else the paragraph's default.
        """
        is_lasting = self._lasts(figure) or self._goes_on_lasting(figure)
        if is_lasting and not self._holds_for_what_lasts(figure, frame or self._default):
            self._lasts_until = figure.end
            return GoverningTime(is_sure=False)
        if frame is None:
            coming = self._coming(figure)
            frame = coming or self._default
            self._default_is_used = self._default_is_used or coming is None
            if frame is None:
                return GoverningTime()
            over_years = self._over_years(figure, frame)
            if over_years:
                return GoverningTime(over_years, frame, is_sure=False)
            return GoverningTime(frame.period, frame, is_sure=frame.in_heading and frame.is_sure)
        over_years = self._over_years(figure, frame)
        if over_years:
            return GoverningTime(over_years, frame, is_sure=False)
        return GoverningTime(
            frame.period,
            frame,
            frame.is_sure
            and (frame.is_as_of or not is_lasting)
            and not self._is_far_within(frame, figure),
        )

    def _lasts(self, figure: Candidate) -> bool:
        """Whether a figure is of something that lasts; the size of things that its sentence has
        counted is told with them: 新建2座，总投资3亿元.
        """
        if (
            self._figure_before
            and self._lasts_until != self._figure_before
            and self._in_one_sentence(self._figure_before, figure.start)
        ):
            return lasts(figure) and not is_a_sum(figure)
        return lasts(figure)

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
            return frame is not None and frame.is_as_of
        return self._in_one_sentence(frame.end, figure.start)

    def _is_far_within(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of a longer time, or the end of another thing's change, was named in an
        earlier sentence than the figure's.
        """
        is_end_of_change = frame.lead in {"到", "至"} and self._plain.startswith("的", frame.end)
        is_named_part = (
            _is_a_day(frame.period)
            and self._default is not None
            and _is_part(frame.period, self._default.period)
        )
        if (is_end_of_change or is_named_part) and ";" in self._plain[
            frame.end : min(figure.start, frame.end + _REACH * 4)
        ]:
            return True
        if (
            not _is_a_day(frame.period)
            and may_be_a_stock(figure)
            and not self._in_one_sentence(frame.end, figure.start)
        ):
            return True
        is_part = self._default is not None and _is_part(frame.period, self._default.period)
        is_passing = _is_a_day(frame.period) or _is_open(frame.period)
        return (
            is_part or is_end_of_change or frame.is_final or is_passing
        ) and not self._in_one_sentence(frame.end, figure.start)

    def _in_one_sentence(self, first: int, last: int) -> bool:
        return bisect_right(self._sentences, first) == bisect_right(self._sentences, last)

    def _coming(self, figure: Candidate) -> TimeMention | None:
        """The time named after a figure before the sentence ends, in whose paragraph none is before
        it: a heading's figure.
        """
        if self._next >= len(self._mentions):
            return None
        mention = self._mentions[self._next]
        paragraph_end = (
            self._paragraphs[self._paragraph + 1]
            if self._paragraph + 1 < len(self._paragraphs)
            else len(self._plain)
        )
        if (
            mention.is_base
            or (mention.in_heading and self._default)
            or mention.start >= paragraph_end
            or mention.start - figure.end > _REACH * 4
        ):
            return None
        return None if _HEADING_STOPS & set(self._plain[figure.end : mention.start]) else mention

    def _over_years(self, figure: Candidate, frame: TimeMention) -> TimePeriod | None:
        """The years over which something changed by so much a year: 由2014年的… 年均增长;
        2021年至2023年… 年均.
        """
        if not _YEARLY.search(
            self._plain, max(0, figure.start - _REACH // 2), figure.start
        ) or not _is_within_a_year(frame.period):
            return None
        base = self._change_from
        if base and self._in_one_sentence(base.end, figure.start) and base.end < figure.start:
            first, last = base.period and base.period.start, frame.period and frame.period.end
            return (
                TimePeriod(Moment(first.year), Moment(last.year))
                if first and last and first.year < last.year
                else None
            )
        return next(
            (
                one.period
                for one in (self._topic, self._default)
                if one and _is_of_years(one.period)
            ),
            None,
        )


def _is_named_by_years(period: TimePeriod | None) -> bool:
    """Whether a period is named by years, without a month."""
    return period is not None and period.start is not None and not period.start.month


def _is_of_years(period: TimePeriod | None) -> bool:
    """Whether a period is several whole years."""
    return _is_closed(period) and not _is_within_a_year(period)


def _is_within_a_year(period: TimePeriod | None) -> bool:
    """Whether a period is so short that what follows may be about it too: no plan's five years, and
    no time without an end.
    """
    return (
        period is not None
        and period.start is not None
        and period.end is not None
        and period.start.year == period.end.year
    )


def _is_closed(period: TimePeriod | None) -> bool:
    """Whether a period has both ends."""
    return period is not None and period.start is not None and period.end is not None


def _is_open(period: TimePeriod | None) -> bool:
    """Whether a period has no end yet."""
    return period is not None and period.end is None


def _is_a_day(period: TimePeriod | None) -> bool:
    """Whether a period is one day."""
    return (
        period is not None
        and period.start == period.end
        and period.start is not None
        and period.start.day > 0
    )


def _is_of_several_days(period: TimePeriod | None) -> bool:
    """Whether a period runs from one day to another."""
    return _is_of_days(period) and not _is_a_day(period)


def _is_of_days(period: TimePeriod | None) -> bool:
    """Whether a period is named by its days."""
    return (
        period is not None
        and period.start is not None
        and period.end is not None
        and bool(period.start.day and period.end.day)
    )


def _is_part(part: TimePeriod | None, whole: TimePeriod | None) -> bool:
    """Whether one period lies within another, longer one."""
    if (
        part is None
        or whole is None
        or not (part.start and part.end and whole.start and whole.end)
        or part == whole
    ):
        return False
    return whole.start.first_day <= part.start.first_day and part.end.last_day <= whole.end.last_day


def _lies_before(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether a period is over before another one begins."""
    return (
        one.end is not None and other.start is not None and one.end.last_day < other.start.first_day
    )
