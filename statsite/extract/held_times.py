"""Which of the times an article names holds at each of its places: how far each one goes on, what
its section and its paragraph are about, and the days of an event that is reported of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from statsite.extract.apart import tells_a_case
from statsite.extract.article import ArticleText
from statsite.extract.candidates import Candidate
from statsite.extract.dateline import Dateline
from statsite.extract.event_report import (
    EventReport,
    event_report,
    has_told_of_all_of_it,
    sums_up_an_event,
)
from statsite.extract.layout import DEEPEST, Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    ends_with,
    is_a_season,
    is_closed,
    is_named_by_days,
    is_named_by_years,
    is_of_several_days,
    is_of_years,
    is_one_day,
    is_one_month,
    is_open,
    is_part,
    is_within_a_year,
    lies_before,
)
from statsite.extract.text_places import CLAUSE_MARKS, is_behind_a_subject
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_WIRE = re.compile("[0-9年月日]{2,12}(?:上午|下午|晚)?(?:专?电|讯|消息)")
_THIS_ONE = re.compile("这次|这场|这起|本次|此次|本轮|此轮|今次")
#: How far behind the times of a list its figures are looked for.
LONGEST_OF_LISTS = 96
_TO_BE_DONE = re.compile("[^，。;!?0-9]{0,4}(?:将|拟|计划|力争)")
#: What goes on from a month on, of which no more is told; not what was built by then.
_OPENS = re.compile(
    "(?:在[一-鿿]{1,8}?)?[一-鿿]{0,4}?"
    "(?:开[赛幕板市捕学榨演镰播考跑锣]|起跑|鸣枪|启[动幕]|揭幕|开始|举[行办])(?=[，。])"
)
_AVERAGE = re.compile("，?(?:的?年均|年平均)")
_REACH = 24
_MONTHS = 12
#: How many times that were named last are looked at for other days of a sentence.
_DAYS_TOLD = 3
#: Within the year: what was done in it, beside what there is on a day.
_IN_THE_YEAR = ("年内新", "年内共")
#: What leads to the end of a stretch.
TO = frozenset({"到", "至"})


class _Section(Struct):
    """A part of the article: how deep it lies, and the time that its paragraphs are about where
    they name none; what is named in it ends with it.
    """

    depth: int
    default: TimeMention | None


class _Holding(Struct, frozen=True):
    """A time that holds for a while, and the place where it ends."""

    mention: TimeMention
    until: int


class HeldTimes:
    """A walk through an article, from one of its figures to the next.

    ``places`` are its sentences and paragraphs. ``topic`` is the time that the paragraph is about,
    as far as it named one; ``default`` that of a paragraph that names none, ``main`` the first that
    the article was about, and ``event`` the event that it reports of. ``base`` is a time that
    others are compared with, ``change_from`` the last one that was; ``since`` the last time without
    an end, and ``up_to`` the last day up to which something was told. ``last_named`` is the place
    of the last time that was named, and ``figures_of_list`` how many figures a list of times has
    had since. ``aside`` is the last time that holds for a part of its sentence only.
    """

    def __init__(
        self,
        article: ArticleText,
        layout: Layout,
        report: Dateline,
        mentions: Sequence[TimeMention],
    ) -> None:
        self.places = layout.places
        self._report, self._layout, self._mentions = report, layout, mentions
        self._next = 0
        self._paragraph = -1
        self._news = self._beginnings_of_news()
        self._section = [_Section(0, None)]
        self._is_in_new_section = False
        self._holding: list[_Holding] = []
        self._reported: TimeMention | None = None
        self._topic_has_figures = self._topic_is_used = self._default_is_used = False
        self.topic: TimeMention | None = None
        self.main: TimeMention | None = None
        self.event = event_report(article.plain, layout, report, mentions)
        self.base: TimeMention | None = None
        self.change_from: TimeMention | None = None
        self.since: TimeMention | None = None
        self.up_to: TimeMention | None = None
        self.last_named = 0
        self.aside: TimeMention | None = None
        self.figures_of_list = 0

    def at(self, figure: Candidate) -> TimeMention | None:
        """The innermost time that holds where ``figure`` is; figures are asked for in order."""
        self._go_to(figure.start)
        frame = self._frame_of(figure)
        self._topic_has_figures = self._topic_has_figures or frame is self.topic
        if self.topic is not None and frame is self.topic:
            self._topic_is_used = True
        return frame

    @property
    def paragraph_begin(self) -> int:
        """Where the paragraph begins that the walk has come to."""
        return self.places.paragraphs[self._paragraph]

    @property
    def paragraph_end(self) -> int:
        """Where it ends."""
        return self.places.paragraph_end(self._paragraph)

    @property
    def next_named(self) -> TimeMention | None:
        """The time that the article names next, in this paragraph or behind it."""
        return self._mentions[self._next] if self._next < len(self._mentions) else None

    @property
    def named_later(self) -> TimeMention | None:
        """The time that the paragraph names next, if it names one."""
        following = self.next_named
        return following if following and following.start < self.paragraph_end else None

    def use_default(self) -> None:
        """Remember that a figure of this paragraph is of the default."""
        self._default_is_used = True

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
        event = self._event_at(figure.start)
        return event.time if event and self._is_of_the_event(figure, frame, event) else frame

    def _event_at(self, place: int) -> EventReport | None:
        """The event that is reported of, in the headline and behind its days; None under a heading
        with a time of its own.
        """
        event = self.event
        if event is None or self._is_under_a_dated_heading(event):
            return None
        return event if event.is_known_at(place) else None

    def _is_under_a_dated_heading(self, event: EventReport) -> bool:
        """Whether a heading gives a time of its own: more than the day of which the headline
        tells that the event ended on it.
        """
        default = self._section[-1].default
        if default is None or not default.in_heading:
            return False
        is_day_of_headline = is_one_day(default.period) and default.start < event.text_begins
        return not (is_day_of_headline and event.has_a_day(default))

    def _is_of_the_event(
        self, figure: Candidate, frame: TimeMention | None, event: EventReport
    ) -> bool:
        """Whether a figure is of the event that is reported of, and not of the time named last: the
        length of the event is told, or the time within an earlier sentence.
        """
        if frame is not None and frame.period == event.time.period:
            return False
        if event.is_its_length(figure):
            self.last_named = figure.start
            return True
        begin = self.places.sentence_begin(figure.start)
        named = max(begin, frame.end if frame else 0)
        if event.is_told_by_length(self.places.plain, named, figure.start):
            self.last_named = figure.start
            return True
        if frame is None or frame.end > figure.start:
            return False
        if event.is_meant_by_year(self.places.plain, frame):
            return True
        return frame.end <= begin and self._comes_back_to_the_event(figure, frame, event)

    def _comes_back_to_the_event(
        self, figure: Candidate, frame: TimeMention, event: EventReport
    ) -> bool:
        """Whether a sentence behind that of a time is about the event again: it begins so
        (作业期间，), the time was named within its own, or is a day of the event and it sums up.
        """
        if frame.ahead or not is_closed(frame.period):
            return False
        begin = self.places.sentence_begin(figure.start)
        if has_told_of_all_of_it(self.places.plain, frame.end, figure.start):
            return True
        if is_part(event.time.period, frame.period) and self._has_come_back(frame, event):
            return True
        if event.has_a_day(frame):
            if self._is_among_days(frame, event):
                return True
            return sums_up_an_event(self.places.plain, begin, figure.start)
        return not self.places.opens_a_sentence(frame.start)

    def _is_among_days(self, day: TimeMention, event: EventReport) -> bool:
        """Whether a day of an event is told of beside another one in its sentence, or beside all of
        them: 首日…，第二天…; 展览从…到…，接待5万人次，3日最多.
        """
        last_ones = self._mentions[max(0, self._next - _DAYS_TOLD) : self._next]
        return any(
            self._is_of_other_days(one, day, event) and self._is_in_sentence_of(one, day)
            for one in last_ones
        )

    def _is_of_other_days(self, one: TimeMention, day: TimeMention, event: EventReport) -> bool:
        """Whether a time is another day of an event than ``day``, or all of its days."""
        if one.period == event.time.period:
            return one.end < day.start
        return event.has_a_day(one) and one.period != day.period

    def _is_in_sentence_of(self, one: TimeMention, other: TimeMention) -> bool:
        return self.places.sentence_begin(one.start) == self.places.sentence_begin(other.start)

    def _has_come_back(self, year: TimeMention, event: EventReport) -> bool:
        """Whether a day of an event, or all of it, was named behind the year of the event."""
        last = self._mentions[self._next - 1]
        is_of_event = last.period == event.time.period or event.has_a_day(last)
        return last.start > year.start and is_of_event and not last.is_base

    def _holding_frame(self) -> TimeMention | None:
        return self._holding[-1].mention if self._holding else self.topic

    @property
    def default(self) -> TimeMention | None:
        """The time of a paragraph that names none."""
        event = self._event_at(self.places.paragraphs[max(0, self._paragraph)])
        return event.time if event else self._section[-1].default

    def _set_default(self, mention: TimeMention) -> None:
        self._section[-1].default = mention
        is_of_an_item = self._section[-1].depth >= DEEPEST
        if self.main is None and not is_of_an_item and not is_named_by_days(mention.period):
            self.main = replace(mention, in_heading=False)

    def _enter(self, place: int) -> None:
        """Begin the paragraph of ``place``, if it is a new one; what the one before was about is
        its default.
        """
        paragraph = self.places.paragraph_of(place)
        if paragraph == self._paragraph:
            return
        handed_on = self._reported if self._reported and self.topic else self.topic
        if handed_on and self._is_handed_on(handed_on):
            self._set_default(handed_on)
            self._is_in_new_section = False
        for number in range(self._paragraph + 1, paragraph + 1):
            self._open(number)
        self._paragraph = paragraph
        self.topic = self.base = self.change_from = self._reported = None
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
        return tells_a_case(self.places.plain, self.paragraph_begin, topic.start)

    def _beginnings_of_news(self) -> frozenset[int]:
        """The paragraphs with which a further piece of news begins: those with a dateline, or the
        headline above them.
        """
        datelines = sorted(self._report.datelines)
        wires = [place for place in datelines if _WIRE.match(self.places.plain, place)]
        paragraphs = [self.places.paragraph_of(place) for place in wires[1:]]
        return frozenset([number - self._has_headline(number) for number in paragraphs if number])

    def _has_headline(self, paragraph: int) -> bool:
        """Whether the paragraph above is a headline."""
        return self._layout.is_headline(self._layout.line_of(self.places.paragraphs[paragraph - 1]))

    def _open(self, paragraph: int) -> None:
        """Open the section that a paragraph begins, if it begins one: those as deep or
        deeper end.
        """
        if paragraph in self._news:
            self._section, self.main, self.event = [_Section(0, None)], None, None
        line = self._layout.line_of(self.places.paragraphs[paragraph])
        depth = self._layout.depth(line)
        if depth > 0 or self._layout.is_heading(line):
            self._is_in_new_section = True
        if not depth:
            return
        while self._section[-1].depth >= depth:
            self._section.pop()
        main = self.main if self._layout.names_a_subject(line) else None
        self._section.append(_Section(depth, self.default or main))

    def _is_a_default(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about may be what the next one is about too."""
        line = self._layout.line_of(self.paragraph_begin)
        is_of_the_lead = line <= self._layout.first_text
        is_clear = is_of_the_lead or self.places.opens_a_clause(topic.start)
        if not (is_clear or self._is_of_the_whole_event(topic)):
            return False
        if self._looks_back(topic):
            return False
        if self._is_season_of_a_day(topic):
            return True
        default = self.default
        is_first = default is None and is_closed(topic.period)
        if topic.ahead or not (is_within_a_year(topic.period) or is_first):
            return False
        if default is None or (self._is_in_new_section and not default.in_heading):
            return True
        return self._replaces(topic, default)

    def _is_of_the_whole_event(self, topic: TimeMention) -> bool:
        """Whether a paragraph was about the days around the one that was told of before it."""
        told = self.default.period if self.default else None
        return is_of_several_days(topic.period) and is_part(told, topic.period)

    def _is_season_of_a_day(self, topic: TimeMention) -> bool:
        """Whether a paragraph was about the season of the match that was told of before it."""
        told, season = self.default.period if self.default else None, topic.period
        if season is None or not is_a_season(season):
            return False
        return is_one_day(told) and is_part(told, season)

    def _looks_back(self, topic: TimeMention) -> bool:
        """Whether what a paragraph was about is of a year before the article's first time."""
        end = topic.period.end if topic.period else None
        main = self.main.period.start if self.main and self.main.period else None
        if end is None or main is None or self._is_in_new_section:
            return False
        return end.year < main.year

    def _replaces(self, topic: TimeMention, default: TimeMention) -> bool:
        """Whether what a paragraph was about takes the place of the default before it."""
        is_up_to = topic.lead.startswith("截")
        if is_one_day(topic.period) and is_of_several_days(default.period) and not is_up_to:
            return False
        if topic.is_as_of and not self._is_told_by_a_heading(default):
            return True
        return topic.period != default.period and not self._is_subordinate(topic, default)

    def _pass(self, mention: TimeMention) -> None:
        """Go by a time."""
        self._enter(mention.start)
        self.last_named = mention.start
        if mention.until is not None and mention.period is not None and not mention.is_base:
            self.aside = mention
        if self._is_within_what_was_told(mention):
            return
        if mention.is_base:
            self.base = self.change_from = mention
            return
        self.base = None
        self._keep_for_later(mention)
        if self._is_within_an_open_time(mention):
            return
        self.figures_of_list = 0
        if mention.in_heading and not mention.ahead and is_closed(mention.period):
            self._take_as_heading(mention)
        else:
            self._take_as_topic(mention)

    def _keep_for_later(self, mention: TimeMention) -> None:
        """Remember since when something is told, and up to which day."""
        if is_open(mention.period):
            self.since = mention
        if mention.is_as_of and mention.period:
            self.up_to = mention

    def _is_within_an_open_time(self, mention: TimeMention) -> bool:
        """Whether a word such as 目前 is told of a time without an end, which holds on."""
        return mention.period is None and self._holds_open(mention.start)

    def _holds_open(self, place: int) -> bool:
        """Whether a time without an end holds where ``place`` is."""
        holding = self._holding[-1] if self._holding else None
        return holding is not None and holding.until > place and is_open(holding.mention.period)

    def _take_as_heading(self, mention: TimeMention) -> None:
        """Take over the time of a heading for its section."""
        if is_one_day(mention.period) and self.default and self.default.in_heading:
            # the day of a meeting, below the title: it holds up to the first heading
            self._section.append(_Section(DEEPEST, mention))
        else:
            self._set_default(mention)
        self.topic, self._is_in_new_section = None, False
        self._holding.clear()

    def _is_year_that_goes_on(self, mention: TimeMention) -> bool:
        """Whether a headline names a year that was not over when its article was written, in which
        that tells of days and months: 2025年秋粮收获过七成, of October.
        """
        written, period = self._report.written, mention.period
        is_headline = self._layout.line_of(mention.start) < self._layout.first_text
        if not is_headline or period is None or not 0 < written.month < _MONTHS:
            return False
        if self.event is not None and self.event.is_meant_by_year(self.places.plain, mention):
            return False
        return period == TimePeriod(Moment(written.year), Moment(written.year))

    def _is_told_by_a_heading(self, mention: TimeMention) -> bool:
        """Whether a heading says that what stands below it is of a time."""
        return mention.in_heading and not self._is_year_that_goes_on(mention)

    def _take_as_topic(self, mention: TimeMention) -> None:
        """Let a time govern the rest of the paragraph, or as far as it holds."""
        until = self._until(mention)
        if until is None:
            if self.topic is None and is_a_report(mention):
                self._reported = mention
            elif self._reported and self._names_its_day(self._reported, mention):
                self._reported = None
            self.topic, self._topic_has_figures = mention, False
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
        between = self.places.plain[year.end : day.start]
        return len(between) <= _REACH and not CLAUSE_MARKS & set(between)

    def _until(self, mention: TimeMention) -> int | None:
        """Where a time stops governing; None where it holds to the end of its paragraph."""
        if mention.until is not None:
            return self._with_its_parts(mention.until)
        if self._is_of_an_average(mention):
            return self.places.part_end(mention.end)
        if self._only_opens(mention):
            return self.places.clause_end(mention.end)
        if self._sets_the_topic(mention):
            return None
        if self._is_aside(mention) or self._is_within_its_sentence(mention):
            return self.places.part_end(mention.end)
        return self._with_its_parts(self.places.sentence_end(mention.end))

    def _with_its_parts(self, end: int) -> int:
        """Where a time stops that holds to the ``end`` of its sentence, with the sentence behind it
        where that tells a part of what was told: 一年来，接单9万单。其中助餐5万单.
        """
        plain = self.places.plain
        begin = end + plain.startswith("。", end)
        goes_on = plain.startswith("。其中", begin - 1)
        return self.places.sentence_end(begin) if goes_on else end

    def _is_within_its_sentence(self, mention: TimeMention) -> bool:
        """Whether a time is part of a longer one that its sentence has told of before, and not the
        day up to which more is told.
        """
        frame = self._holding_frame()
        if mention.is_as_of or frame is None or not is_part(mention.period, frame.period):
            return False
        return self.places.in_one_sentence(frame.end, mention.start)

    def _is_aside(self, mention: TimeMention) -> bool:
        """Whether a month or a day is only that of one thing among those that its sentence tells
        one after another: 新建幼儿园4所；新院区10月投用，…；改造小区37个.
        """
        is_one = is_one_month(mention.period) or is_one_day(mention.period)
        if mention.lead or mention.is_as_of or mention.ahead or not is_one:
            return False
        line = self._layout.start(self._layout.line_of(mention.start))
        return is_behind_a_subject(self.places.plain, line, mention.start)

    def _only_opens(self, mention: TimeMention) -> bool:
        """Whether of a month to come is only told that in it begins what its sentence tells of a
        longer time: 2026赛季拟增至14支，明年3月开赛，有望…; a day may be all of what is held on it.
        """
        frame = self._holding_frame()
        if frame is None or not is_one_month(mention.period):
            return False
        if not is_part(mention.period, frame.period):
            return False
        begin = mention.period.start if mention.period else None
        is_ahead = begin is not None and self._report.lies_ahead(begin)
        is_here = self.places.in_one_sentence(frame.end, mention.start)
        return is_ahead and is_here and bool(_OPENS.match(self.places.plain, mention.end))

    def _is_of_an_average(self, mention: TimeMention) -> bool:
        """Whether years are only those of an average within a sentence about another time:
        …，2020年至2024年年均增长.
        """
        if not is_of_years(mention.period) or self.places.opens_a_sentence(mention.start):
            return False
        return _AVERAGE.match(self.places.plain, mention.end) is not None

    def _is_within_what_was_told(self, mention: TimeMention) -> bool:
        """Whether a year only says of what the count up to a day is, which holds on:
        截至3月20日，今年已收购.
        """
        told = self._holding[-1].mention if self._holding else self.topic
        if told is None or not told.lead.startswith("截") or mention.lead or mention.is_base:
            return False
        if not is_named_by_years(mention.period) or mention.start - told.end >= _REACH:
            return False
        if ends_with(mention.period, told.period):
            return False  # 截至2025年底，年内
        if _TO_BE_DONE.match(self.places.plain, mention.end):
            return False  # 截至6月底，年内还将
        if self.places.plain.startswith(_IN_THE_YEAR, mention.start):
            return False  # 截至9月底，有37个，年内新增5个
        is_here = self.places.in_one_sentence(told.end, mention.start)
        return is_here and is_part(told.period, mention.period)

    def _sets_the_topic(self, mention: TimeMention) -> bool:
        """Whether the rest of the paragraph is about a time, and not its own sentence only."""
        if mention.period is None or self.is_reached_by_another(mention):
            return False
        if mention.period.start is None and not mention.ahead:
            return False
        if mention.ahead and self.topic and self.topic.ahead:
            return True
        if self.topic is None:
            return self._is_first_topic(mention)
        if is_named_by_days(mention.period) and is_part(mention.period, self.topic.period):
            is_up_to = mention.lead.startswith("截")
            return not self._topic_has_figures or (is_up_to and is_named_by_days(self.topic.period))
        return self._stands_beside(mention, self.topic)

    def is_reached_by_another(self, mention: TimeMention) -> bool:
        """到2030年的: the end of a stretch that something else is said of."""
        return mention.lead in TO and self.places.plain.startswith("的", mention.end)

    def _is_first_topic(self, mention: TimeMention) -> bool:
        """Whether the first time of a paragraph is what it is about: not the end of a part of its
        heading's time; and after figures of the default, nothing that is part of that.
        """
        default = self.default
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
            if self._is_told_by_a_heading(whole):
                return True
            return not self._is_a_report_so_far(mention.period, whole.period)
        return lies_before(mention.period, whole.period) and not self._opens(mention, whole)

    def _opens(self, mention: TimeMention, whole: TimeMention) -> bool:
        """Whether a time is the first word of its sentence, or behind a day, of its clause:
        3月28日，…公布，2024年….
        """
        if not is_one_day(whole.period):
            return self.places.opens_a_sentence(mention.start)
        return self.places.opens_a_clause(mention.start) and not self._looks_back_from(
            mention, whole
        )

    def _looks_back_from(self, mention: TimeMention, whole: TimeMention) -> bool:
        """Whether a day is only told aside, before the one that figures have been told of."""
        is_told_of = self._topic_has_figures and whole is self.topic
        return is_told_of and is_one_day(mention.period)

    def _is_a_report_so_far(self, part: TimePeriod, whole: TimePeriod) -> bool:
        """Whether the first months of a year that is not over yet are what there is to report of
        it.
        """
        begin, end = part.start, part.end
        if begin is None or end is None or whole.end is None or self._report.lies_ahead(end):
            return False
        are_first_months = begin.month == 1 and end.month != 1 and not begin.day
        is_of_a_year = not whole.end.month
        return are_first_months and is_of_a_year and not self._report.lies_behind(whole.end)

    def _comes_back(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a sentence after an earlier time speaks of what the article is about:
        这次台风.
        """
        default = self.default
        if default is None or frame.period is None or default.period is None:
            return False
        if not lies_before(frame.period, default.period):
            return False
        end = min(figure.start, frame.end + LONGEST_OF_LISTS * 2)
        found = _THIS_ONE.search(self.places.plain, frame.end, end)
        if found is None:
            return False
        opens = self.places.opens_a_clause(found.start())
        return opens or not self.places.in_one_sentence(frame.end, found.start())


def _is_end_of_heading(mention: TimeMention, default: TimeMention) -> bool:
    """Whether a time is the end of a part of its heading's time."""
    is_end = default.in_heading and mention.is_final
    return is_end and is_part(mention.period, default.period)


def is_a_report(mention: TimeMention) -> bool:
    """Whether a time is a month, a part of a year or a year, of which is reported."""
    is_one = is_within_a_year(mention.period) and not is_named_by_days(mention.period)
    return is_one and not mention.is_as_of
