"""Which of the times an article names each of its figures is about.

A time governs as far as the text goes on about it, which ``held_times`` tells. The rules, in the
order in which they are asked for one figure:

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
from collections.abc import Iterator, Sequence

from msgspec import Struct

from statsite.extract.apart import (
    is_about_what_lacks,
    is_of_a_moment,
    is_of_once,
    is_of_one_person,
    is_set_apart,
    is_still_left,
    quotes_anew,
    sums_up,
    tells_a_case,
    tells_of_one_person,
)
from statsite.extract.article import ArticleText
from statsite.extract.bases import CHANGED, is_a_difference, is_figure_of_base, is_share_of
from statsite.extract.candidates import Candidate
from statsite.extract.dateline import Dateline
from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.event_days import season_of
from statsite.extract.event_report import EventReport
from statsite.extract.handed_on import answers, compares, goes_on, is_of_no_report, is_so_by_now
from statsite.extract.held_times import LONGEST_OF_LISTS, TO, HeldTimes, is_a_report
from statsite.extract.lasting import (
    is_a_price,
    is_a_sum,
    is_of_every_day,
    lasts,
    may_be_a_stock,
    names_a_stock,
    tells_which,
)
from statsite.extract.layout import Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    ends_with,
    is_named_by_days,
    is_named_by_years,
    is_of_several_days,
    is_of_years,
    is_one_day,
    is_open,
    is_part,
    is_within_a_year,
)
from statsite.extract.rows_of_times import in_a_row
from statsite.extract.text_places import CLAUSE_END
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_LONGEST_BASE = 30
_BREAK = re.compile(r"[，。;!?、:(（]")
#: What was just told, at another time: 去年同期，这一数字是65%.
_THIS_NUMBER = re.compile("，?这[一个]?(?:数字|数据|比例|比重|占比|指标)(?:[只仅还]?[是为有]|仅)?")
_COMPARES = re.compile("(?<!占)比(?![重例率值])|较|相当|持平")
_COMPARING = frozenset({"比", "较", "相比", "相较"})
_EACH = re.compile(r"分别|依次")
#: How each of the things changed that the sentence has told of: 同比分别下降.
_CHANGED_EACH = re.compile(
    "(?:同比|环比|比[上去]年|比[一-鿿]{0,4}同期)[^，。]{0,4}(?:分别|依次)|(?:分别|依次)[^，。]{0,3}(?:增长|下降|上升|减少|提高|增加|上涨)"
)
_LISTS_THINGS = re.compile("[、和与及]")
_GOES_ON_LISTING = re.compile("[、和与及，]")
_FROM = re.compile("[由从](?:每[月年天日人])?$")
_FROM_EACH = 3
#: What leads a time from which several things of a sentence changed: 由2019年的, 与2011年相比.
_FRAMES_OF_CHANGES = frozenset({"由", "从", "与", "同"})
_CHANGES_TO = re.compile("[一-鿿]{1,6}?[到至为]")
_CHANGED_TO = re.compile("[一-鿿][到至为]$")
_YEARLY = re.compile(r"年均|(?<!全)年平均|年[之间]?间|年来|[三五35]年(?:累计|共)")
#: By how much something changed over years, and what it came to.
_GREW_BY = re.compile(
    "(?:年均|累计|年平均)?(?:增长|增加|下降|减少|提高|降低|上升|递增)[^，。;!?]{1,12}$"
)
_REACHED = re.compile(
    "，[^，。;0-9]{0,6}?(?:达到?|已?增至|升至|降至|降到|增加到|提高到|下降到|突破)"
)
_SO_MANY_YEARS = re.compile("[，。;](?:历经)?(?:[2-9]|[二两三四五六七八九十])年(?![级前底末内度])")
_REACH = 24
#: For how many sentences behind its own a time is surely meant.
_SENTENCES_OF_A_TIME = 2
#: A figure of a time before, which is not named.
_OF_BEFORE = re.compile(
    "(?:(?:原来|原先|以前|过去|此前|最初|当初|改造前|之前)(?:的|是|为|要|需)?"
    "|[由从](?![目此之以年一二两三四五六七八九十])[一-鿿]{2}(?<![年月日])前的"
    "|(?:创立|成立|创办|启用|开业|开街|开馆|投产|开通|通车|建成|建校)(?:之初|时|初期|伊始|前)的)$"
)
#: What was so of the one before, whose time is not named: 由上一轮的5人增至.
_OF_THE_ONE_BEFORE = re.compile(
    "[由从比较于]上(?:一[个轮批期届次场季代]?|[个轮批期届次场])[一-鿿]{0,6}的$"
)
#: What was opened at a time, behind which its size is told: 新馆3月15日开放，建筑面积.
_IS_OPENED = re.compile(
    "，?[^，。;!?0-9]{0,16}?(?:开馆|开园|开业|开班|开放|落成|建成|竣工|启用|投用|投产|投运|通车|通水|开通|开航|下水|发射|升空)"
    "(?:[^，。;!?0-9]{0,14}，|的[^，。;!?0-9]{1,14}$)"
)
#: The same at the end of the sentence before the one that tells its parts.
_WAS_OPENED = re.compile(
    "[^，。;!?0-9]{0,16}?(?:开馆|开园|开业|开放|落成|建成|竣工|启用|投用|投产|投运|通车|通水|开通|揭牌)了?[。!?]"
)
_OPENED_THEN = re.compile("(?:启用|投用|投运|建成|落成|开放|开通|开业)的")
#: What a thing has, before their number: 建有泊位4个.
_HAS_SO_MANY = re.compile(
    "(?:建有|设有?|配有|配备|配置|内设|布置|布设|共有|拥有|安装)[一-鿿]{0,8}$"
)
_IS_DONE = re.compile("[一-鿿]了(?!解)")
#: One thing by its name, as the subject of a sentence.
_ONE_THING = re.compile("的“[^”]{1,16}”(?!等)")
_LAST_DAYS = frozenset("末底")
_OCCURRED = re.compile("[^，。;!?0-9]{0,6}，(?:发生|出现)在?")
#: What so many are told to be by the time right behind them: 9条为上半年新开, 2万件8日运抵.
_IS, _IS_NEW = frozenset({"为", "是"}), re.compile("新[一-鿿]")
_DONE_THEN = re.compile(
    "[一-鿿]{0,4}?(?:运抵|抵达|送达|到达|到位|到账|下达|发放|启运|抢通|恢复|完成|投用|开工|出发|返回)"
)
_ONE_CLAUSE = re.compile("[一-鿿]{0,12}")
_HEADING_STOPS = frozenset("。!?，;")


class GoverningTime(Struct, frozen=True):
    """The time that governs a figure, if one does; ``period`` is what it says of the figure's,
    ``is_sure`` whether that is near.

    ``is_before``: the figure is what something was before a change, or what it is compared with.
    """

    period: TimePeriod | None = None
    mention: TimeMention | None = None
    is_sure: bool = True
    is_before: bool = False


def governing_times(
    article: ArticleText,
    layout: Layout,
    report: Dateline,
    mentions: Sequence[TimeMention],
    figures: Sequence[Candidate],
) -> Iterator[GoverningTime]:
    """For each of ``figures``, the time it is about."""
    rules = _Rules(article, layout, report, mentions)
    for figure in figures:
        yield rules.time_of(figure)


class _Rules:
    """The rules by which figures have their times, asked for one figure after another."""

    def __init__(
        self,
        article: ArticleText,
        layout: Layout,
        report: Dateline,
        mentions: Sequence[TimeMention],
    ) -> None:
        self._article, self._plain = article, article.plain
        self._report = report
        self._held = HeldTimes(article, layout, report, mentions)
        self._places = self._held.places
        self._figure_before = 0
        self._time_before = GoverningTime()
        self._lasts_until = 0
        self._changes_in: TimeMention | None = None
        self._stock_before = 0
        self._list_begun: TimeMention | None = None

    def time_of(self, figure: Candidate) -> GoverningTime:
        """The time that ``figure`` is about; figures are asked for in order."""
        time = self._time_within(figure, self._held.at(figure))
        self._figure_before, self._time_before = figure.end, time
        return time

    def _time_within(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime:
        """The time of a figure by the first of the rules that says one."""
        if self._held.base is None and self._is_of_before(figure):
            return GoverningTime(is_before=True)
        return (
            self._of_base(figure)
            or self._beside_one_of_base(figure)
            or self._of_list(figure, frame or self._held.default)
            or self._of_change(figure)
            or self._of_ends(figure, frame)
            or self._of_none(figure, frame)
            or self._of_frame(figure, frame)
        )

    def _is_of_before(self, figure: Candidate) -> bool:
        """Whether a figure is that of a time before, which is not named: 原来的5人,
        比上一轮的5人.
        """
        begin = max(0, figure.start - _REACH // 3)
        if _OF_BEFORE.search(self._plain, begin, figure.start):
            return True
        begin = max(0, figure.start - _REACH)
        return _OF_THE_ONE_BEFORE.search(self._plain, begin, figure.start) is not None

    def _of_base(self, figure: Candidate) -> GoverningTime | None:
        """The time of a figure that others are compared with: 比2020年的31.2."""
        base, self._held.base = self._held.base, None
        if base is None or figure.start - base.end > _LONGEST_BASE:
            return None
        return self._of_this_base(figure, base)

    def _of_this_base(self, figure: Candidate, base: TimeMention) -> GoverningTime | None:
        if self._goes_on_about_an_aside(base):
            return replace(self._time_before, is_before=False, is_sure=False)
        between = self._plain[base.end : figure.start]
        if _THIS_NUMBER.fullmatch(between):
            return GoverningTime(base.period, base, base.is_sure, is_before=True)
        if _BREAK.search(between) and between != "(":
            return None
        if is_a_difference(figure, base) or is_share_of(figure, base, between):
            return None
        goes_on = _CHANGES_TO.match(self._plain, figure.end) is not None
        is_of_it = self._is_told_of_base(base, between)
        if not (is_of_it or is_figure_of_base(base, between, goes_on=goes_on)):
            return None
        return GoverningTime(base.period, base, base.is_sure, is_before=True)

    def _goes_on_about_an_aside(self, base: TimeMention) -> bool:
        """Whether a figure is by how much one of another time, told right before, differs from an
        earlier one: 2024年为0.42，比2020年下降58%.
        """
        before = self._time_before.mention
        if before is None or not (before.is_base and self._time_before.is_before) or before.lead:
            return False
        if base.lead not in _COMPARING or self._plain[self._figure_before : base.start] != "，":
            return False
        return CHANGED.match(self._plain, base.end) is not None

    def _beside_one_of_base(self, figure: Candidate) -> GoverningTime | None:
        """The time of a figure that stands in a list with one of a time that others are compared
        with, or touches it: 分别由2012年的32.6%、71.6%提高到, 由2015年的14群1130只增至.
        """
        before = self._time_before
        if not before.is_before or before.mention is None:
            return None
        if is_a_difference(figure, before.mention):
            return None
        between = self._plain[self._figure_before : figure.start]
        return before if not between or _LISTS_THINGS.fullmatch(between) else None

    def _is_told_of_base(self, base: TimeMention, between: str) -> bool:
        """Whether a clause is about a time that is compared with: 而去年同期净利润下滑18.5%."""
        if base.lead or between.startswith("的") or _COMPARES.search(between):
            return False
        return self._places.opens_a_clause(base.start) or self._goes_on_with(base)

    def _goes_on_with(self, base: TimeMention) -> bool:
        """而去年同期."""
        return self._plain.startswith("而", base.start - 1)

    def _of_change(self, figure: Candidate) -> GoverningTime | None:
        """The time of a second thing's first figure, where a first thing's change began:
        生产总值由2019年的…增至…，收入从8.2亿元增至….
        """
        begin = self._held.change_from
        if begin is None or not self._places.in_one_sentence(begin.end, figure.start):
            return None
        if begin.lead not in _FRAMES_OF_CHANGES:
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
        between = self._plain[begin : min(figure.start, frame.end + LONGEST_OF_LISTS)]
        if self._begins_a_list(figure, frame, between):
            self._held.figures_of_list = 1
            self._list_begun = frame
        elif self._goes_on_listing(frame, between):
            self._held.figures_of_list += 1
        else:
            self._held.figures_of_list = 0
            return None
        return GoverningTime(frame.listed[self._held.figures_of_list - 1], frame, frame.is_sure)

    def _goes_on_listing(self, frame: TimeMention, between: str) -> bool:
        """Whether a figure is the next one of a list that has begun."""
        has_begun = 0 < self._held.figures_of_list < len(frame.listed)
        return has_begun and _GOES_ON_LISTING.fullmatch(between) is not None

    def _begins_a_list(self, figure: Candidate, frame: TimeMention, between: str) -> bool:
        """Whether a figure is the first of as many as there are times, and no list of things is
        between that they may belong to: 分别为5和6, 同比增长7%、8%.
        """
        each = _EACH.search(between)
        if each is None:
            goes_on = self._list_begun is frame and not _LISTS_THINGS.search(between)
            return goes_on and self._is_a_list_of(figure, frame)
        if self._figure_before < frame.end and _LISTS_THINGS.search(between, 0, each.start()):
            return False
        if self._figure_before > frame.end and _CHANGED_EACH.search(between):
            return False
        return self._is_a_list_of(figure, frame)

    def _is_a_list_of(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a figure is the first of as many in a list as there are times."""
        rest = self._plain[figure.start : figure.start + LONGEST_OF_LISTS]
        listed = _LISTS_THINGS.split(CLAUSE_END.split(rest, maxsplit=1)[0])
        return len(listed) == len(frame.listed)

    def _of_ends(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """The times of a change from one figure to another whose first time is not named: the ends
        of a range of years, or what was before.
        """
        if frame is None or frame.period is None:
            return None
        has_ends = is_of_years(frame.period) and not season_of(self._plain, frame)
        if self._begins_a_change(figure):
            self._changes_in = frame
            since = self._since_before(frame)
            return since or _before_change(frame, frame.period if has_ends else None)
        is_end = self._is_in_a_change(frame, figure) and self._ends_a_change(figure)
        if has_ends and (is_end or self._is_reached_over_years(frame, figure)):
            self._changes_in = None
            last = frame.period.end
            return GoverningTime(TimePeriod(last, last), frame, is_sure=False)
        return None

    def _since_before(self, frame: TimeMention) -> GoverningTime | None:
        """The time of what was before a change that began at a time without an end, named in the
        sentence of the time up to which it went on: 去年9月起…到今年6月….
        """
        since = self._held.since
        if since is None or since is frame or since.period is None or frame.lead not in TO:
            return None
        if not self._places.in_one_sentence(since.end, frame.start) or since.end > frame.start:
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
        base = self._held.change_from
        return (
            base is not None
            and frame.end <= base.start < self._figure_before
            and self._places.in_one_sentence(base.start, figure.start)
        )

    def _begins_a_change(self, figure: Candidate) -> bool:
        """由5人增至9人: whether a figure is the first of a change."""
        is_from = _FROM.search(self._plain, max(0, figure.start - _FROM_EACH), figure.start)
        return is_from is not None and _CHANGES_TO.match(self._plain, figure.end) is not None

    def _is_reached_over_years(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a figure is what was reached at the end of years over which it changed by so
        much: 2014年至2024年，收入年均增长13.2%，达到1.83万元.
        """
        if self._time_before.mention is not frame:
            return False
        before = self._figure_before
        reached = _REACHED.match(self._plain, before, figure.end)
        if reached is None or reached.end() < figure.start:
            return False
        begin = max(frame.end, before - _REACH)
        return _GREW_BY.search(self._plain, begin, before) is not None

    def _ends_a_change(self, figure: Candidate) -> bool:
        """Whether a figure is the second of a change."""
        begin = max(self._figure_before, figure.start - _REACH)
        return _CHANGED_TO.search(self._plain, begin, figure.start) is not None

    def _of_none(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime | None:
        """No time, for what only tells which thing is meant, what it has that was opened or how
        much of it is still left.
        """
        is_left = is_still_left(self._plain, figure.start, figure.unit)
        is_had = frame is not None and self._is_had_by_what_opened(figure, frame)
        return GoverningTime(is_sure=False) if is_left or is_had or tells_which(figure) else None

    def _of_frame(self, figure: Candidate, frame: TimeMention | None) -> GoverningTime:
        """The time that holds where the figure is, else the one that follows in the same heading,
        else the paragraph's default.
        """
        is_lasting = self._lasts(figure) or self._goes_on_lasting(figure)
        if is_lasting and is_of_every_day(figure) and not self._tells_of_one_person(figure):
            days = frame or self._held.default
            is_lasting = days is None or not is_of_several_days(days.period)
        if is_lasting and not self._holds_for_what_lasts(figure, frame or self._held.default):
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
        is_near = (frame.is_as_of or not is_lasting) and not is_a_price(figure)
        is_sure = frame.is_sure and is_near and not self._is_far_within(frame, figure)
        return self._in_frame(figure, frame, is_sure=is_sure)

    def _is_of_a_dividend(self, figure: Candidate) -> bool:
        return is_of_a_dividend(
            self._plain, self._places.sentence_begin(figure.start), figure.start
        )

    def _is_past_a_long_count(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a time since an earlier year was named in a sentence before the figure's:
        从2010年起，累计….
        """
        begin = frame.period.start if frame.period else None
        if begin is None or not is_open(frame.period) or frame.in_heading:
            return False
        is_long = begin.year < self._report.written.year
        return is_long and not self._places.in_one_sentence(frame.end, figure.start)

    def _is_set_apart(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a figure's sentence names no time, and is none about what was told before: it
        may tell what is so by now, behind one of a month or a year.
        """
        is_here = self._places.in_one_sentence(frame.end, figure.start)
        is_its_day = is_here or is_one_day(frame.period)
        if is_of_a_moment(self._plain, figure.start) and (frame.is_as_of or not is_its_day):
            return True
        if is_here:
            return is_of_once(self._plain, frame.end, figure.start)
        sentence = self._places.sentence_begin(figure.start)
        is_reported = not (is_named_by_days(frame.period) or frame.in_heading)
        if is_reported and is_so_by_now(figure, sentence):
            return True
        paragraph = self._held.paragraph_begin
        is_lacking = is_about_what_lacks(self._plain, paragraph, figure.start)
        if self._is_of_one_person(figure):
            return True
        return is_lacking or is_set_apart(self._plain, sentence, figure.start)

    def _tells_of_one_person(self, figure: Candidate) -> bool:
        sentence = self._places.sentence_begin(figure.start)
        return tells_of_one_person(self._plain, sentence, figure.start)

    def _is_of_one_person(self, figure: Candidate) -> bool:
        sentence = self._places.sentence_begin(figure.start)
        return is_of_one_person(self._plain, sentence, figure.start, figure.unit)

    def _is_of_another_time(self, figure: Candidate, default: TimeMention) -> bool:
        """Whether a figure in a paragraph that names no time is of none that was told before: it is
        of one case, or a sum since something began.
        """
        is_sum = not (default.in_heading or self._is_the_event(default)) and self._sums_up(figure)
        return is_sum or self._is_set_apart(figure, default) or self._is_of_a_case(figure)

    def _is_behind_an_aside(self, figure: Candidate, default: TimeMention) -> bool:
        """Whether the sentence of a figure has named a time for something else (一期去年12月通水,
        惠及32万人), so that what was told in a paragraph before is left.
        """
        aside = self._held.aside
        if aside is None or default.in_heading or self._is_the_event(default):
            return False
        is_here = aside.start >= self._held.paragraph_begin and self._places.in_one_sentence(
            aside.start, figure.start
        )
        return is_here and not self._is_of_a_dividend(figure)

    def _goes_its_own_way(self, figure: Candidate, default: TimeMention) -> bool:
        """Whether a figure is not about what a paragraph before went on about."""
        paragraph = self._held.paragraph_begin
        if default.in_heading or goes_on(self._plain, paragraph):
            return False
        sentence = max(paragraph, self._places.sentence_begin(figure.start))
        if default.is_as_of or answers(self._plain, paragraph):
            return True
        if is_of_no_report(figure, sentence):
            return True
        named = self._held.named_later
        if self._held.event and self._held.event.time is default:
            return self._is_beside_the_event(figure, named, self._held.event)
        if named is None or self._is_main(default, named):
            return False
        return not compares(self._plain, sentence, self._places.sentence_end(figure.start))

    def _is_beside_the_event(
        self, figure: Candidate, named: TimeMention | None, event: EventReport
    ) -> bool:
        """Whether a figure is told of other days than those of the event, or before what there is
        by now, was up to another day or was in a year.
        """
        sentence = self._places.sentence_begin(figure.start)
        if event.is_told_by_another_length(self._plain, sentence, figure.start):
            return True
        if named is None or (named.period is None and named.until is not None):
            return False
        if self._opens_with_a_year(named):
            return not compares(self._plain, sentence, self._places.sentence_end(figure.start))
        return named.period is None or (named.is_as_of and not event.is_summed_up(named))

    def _opens_with_a_year(self, named: TimeMention) -> bool:
        """Whether a time is a year that is told of from the beginning of a sentence on: 去年，."""
        is_year = is_within_a_year(named.period) and is_named_by_years(named.period)
        is_opening = not named.is_base and self._places.opens_a_sentence(named.start)
        return is_year and is_opening and self._plain.startswith("，", named.end)

    def _is_the_event(self, time: TimeMention) -> bool:
        return self._held.event is not None and self._held.event.time is time

    def _is_main(self, default: TimeMention, named: TimeMention) -> bool:
        """Whether a time is the first that the article was about, or the article only tells of
        days, and the paragraph too, as far as it ``named`` one.
        """
        if self._held.main is None:
            is_year = is_within_a_year(named.period) and is_named_by_years(named.period)
            is_another = is_year and not is_part(default.period, named.period)
            is_aside = named.is_base or not self._places.opens_a_sentence(named.start)
            return is_aside or not is_another
        return self._held.main.period == default.period

    def _sums_up(self, figure: Candidate) -> bool:
        return sums_up(self._plain, figure.start)

    def _is_of_a_case(self, figure: Candidate) -> bool:
        return tells_a_case(self._plain, self._held.paragraph_begin, figure.start)

    def _of_stock(self, figure: Candidate, frame: TimeMention) -> GoverningTime | None:
        """The day up to which the article told before, of a stock in a later sentence about the
        months that end with it: 一季度，利率…。贷款余额….
        """
        up_to = self._held.up_to
        if up_to is None or not is_a_report(frame) or not ends_with(frame.period, up_to.period):
            return None
        is_later = not self._places.in_one_sentence(frame.end, figure.start)
        if not (is_later and self._is_of_a_stock(figure)):
            return None
        self._stock_before = figure.end
        return GoverningTime(up_to.period, up_to, is_sure=False)

    def _is_of_a_stock(self, figure: Candidate) -> bool:
        """Whether a figure is a stock, or in the sentence of one."""
        if names_a_stock(figure):
            return True
        before = self._stock_before
        return before > 0 and self._places.in_one_sentence(before, figure.start)

    def _of_surroundings(self, figure: Candidate) -> GoverningTime:
        """The time of a figure before which its paragraph names none."""
        coming = self._coming(figure)
        if coming is None:
            self._held.use_default()
        frame = coming or self._held.default
        if frame is None:
            return GoverningTime()
        if coming is None and (
            self._is_behind_an_aside(figure, frame)
            or self._is_of_another_time(figure, frame)
            or self._goes_its_own_way(figure, frame)
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
        if self._held.main and is_named_by_days(frame.period) and self._is_of_a_dividend(figure):
            return GoverningTime(self._held.main.period, self._held.main, is_sure=False)
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
        if before <= 0 or self._lasts_until == before or self._held.last_named > before:
            return False
        return self._places.in_one_sentence(before, figure.start)

    def _goes_on_lasting(self, figure: Candidate) -> bool:
        """Whether a figure is in the sentence of one of something that lasts, without a time
        between: 全长2164米，主跨1036米; not what was done: 箱子重6公斤，她走了14公里.
        """
        if not self._lasts_until or not self._places.in_one_sentence(
            self._lasts_until, figure.start
        ):
            return False
        if _IS_DONE.search(self._plain, self._lasts_until, figure.start):
            return False
        return self._held.last_named < self._lasts_until

    def _holds_for_what_lasts(self, figure: Candidate, frame: TimeMention | None) -> bool:
        """Whether a time holds for a figure of something that lasts: it is named in its sentence,
        or is the day up to which all is told.
        """
        if frame is None:
            return False
        if frame.is_as_of:
            is_of_it = self._is_named_here(frame) and not self._is_of_one_thing(figure, frame)
            return is_of_it and not self._is_of_what_opened_since(figure, frame)
        if frame.end > figure.start:
            return False
        is_here = self._places.in_one_sentence(frame.end, figure.start)
        return is_here and _IS_OPENED.match(self._plain, frame.end, figure.start) is None

    def _is_of_what_opened_since(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether the sentence of a figure is about a thing by the time at which it opened, behind
        a day up to which is told: 到去年底，…。去年9月启用的校区占地1180亩.
        """
        aside = self._held.aside
        if aside is None or aside.start < frame.end or aside.end > figure.start:
            return False
        is_here = self._places.in_one_sentence(aside.end, figure.start)
        return is_here and _OPENED_THEN.match(self._plain, aside.end) is not None

    def _is_had_by_what_opened(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether a figure counts what a thing has that was opened on a day, of which its sentence
        or the one before tells: 码头28日投产。码头建有泊位4个.
        """
        begin = max(frame.end, self._places.sentence_begin(figure.start))
        begin = max(begin, figure.start - _REACH)
        if figure.start < frame.end or not _HAS_SO_MANY.search(self._plain, begin, figure.start):
            return False
        if _IS_OPENED.match(self._plain, frame.end, figure.start):
            return self._places.in_one_sentence(frame.end, figure.start)
        opened = _WAS_OPENED.search(self._plain, frame.end, self._places.sentence_end(frame.end))
        return opened is not None and self._places.in_one_sentence(opened.end(), figure.start)

    def _is_of_one_thing(self, figure: Candidate, frame: TimeMention) -> bool:
        """Whether the sentence of a figure, behind that of a time, is about one thing by its name:
        8月投运的“百合”号载箱740标箱.
        """
        sentence = self._places.sentence_begin(figure.start)
        is_later = frame.end < sentence
        return is_later and _ONE_THING.search(self._plain, sentence, figure.start) is not None

    def _is_named_here(self, frame: TimeMention) -> bool:
        """Whether a time is named in the paragraph that the walk has come to."""
        return frame.in_heading or frame.start >= self._held.paragraph_begin

    def _is_far_within(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of a longer time, or the end of another thing's change, was named in an
        earlier sentence than the figure's.
        """
        is_day, is_end = is_one_day(frame.period), self._held.is_reached_by_another(frame)
        is_within = self._held.default is not None and is_part(
            frame.period, self._held.default.period
        )
        is_event = is_day and is_within and not self._is_a_last_day(frame)
        if (is_end or is_event) and self._is_behind_a_clause(frame, figure):
            return True
        if is_within_a_year(frame.period) and self._is_of_more_years(frame, figure):
            return True
        if self._is_of_a_year_aside(frame, figure):
            return True
        if self._places.in_one_sentence(frame.end, figure.start):
            return False
        is_passing = is_day or is_open(frame.period) or frame.is_final
        return is_within or is_end or is_passing or self._is_of_a_later_sentence(frame, figure)

    def _is_of_a_year_aside(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of its sentence has ended since a year was named within it, which may be
        told of one thing only: 9月末，有民宿426家，今年新开63家；入住率58%.
        """
        if not is_named_by_years(frame.period) or not self._is_behind_a_clause(frame, figure):
            return False
        is_within = (
            not self._places.opens_a_clause(frame.start) or self._plain[frame.start - 1] == "，"
        )
        begin = self._places.sentence_begin(frame.start)
        return is_within and self._held.up_to is not None and self._held.up_to.start >= begin

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
        is_sum = not is_one_day(frame.period) and self._sums_up(figure)
        is_another = is_stock or is_sum or self._quotes_anew(figure)
        return is_another or self._is_long_ago(frame, figure)

    def _quotes_anew(self, figure: Candidate) -> bool:
        return quotes_anew(self._plain, self._places.sentence_begin(figure.start))

    def _is_long_ago(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether several sentences have ended since a time was named."""
        return self._places.sentences_between(frame.end, figure.start) > _SENTENCES_OF_A_TIME

    def _is_behind_a_clause(self, frame: TimeMention, figure: Candidate) -> bool:
        """Whether a part of the sentence ends between a time and a figure near it."""
        return ";" in self._plain[frame.end : min(figure.start, frame.end + _REACH * 4)]

    def _coming_in_its_clause(self, figure: Candidate) -> TimeMention | None:
        """A time that is told behind a figure as its own: one to come in its clause
        (剩余4条预计23日恢复), or when it was (4.8级，发生在12日).
        """
        mention = self._held.next_named
        if mention is None:
            return None
        is_near = mention.start - figure.end <= _REACH // 2 and not mention.is_base
        start = (mention.period.start or mention.period.end) if mention.period else None
        if not is_near or start is None:
            return None
        between = self._plain[figure.end : mention.start]
        if _OCCURRED.fullmatch(between) or self._is_told_at_once(figure, mention):
            return mention
        is_ahead = self._report.lies_ahead(start)
        return mention if is_ahead and _ONE_CLAUSE.fullmatch(between) else None

    def _is_told_at_once(self, figure: Candidate, mention: TimeMention) -> bool:
        """Whether a time right behind a figure says since when there is so much
        (其中9条为上半年新开), or the day on which it was done (物资2万件8日运抵), where that
        clause names none before it.
        """
        if mention.start != figure.end or self._article.is_parted(figure.end, mention.start):
            return False
        if mention.lead in _IS:
            return _IS_NEW.match(self._plain, mention.end) is not None
        is_day = is_one_day(mention.period) and not mention.lead
        return is_day and _DONE_THEN.match(self._plain, mention.end) is not None

    def _coming(self, figure: Candidate) -> TimeMention | None:
        """The time named after a figure before the sentence ends, in whose paragraph none is before
        it: a heading's figure.
        """
        mention = self._held.next_named
        if mention is None or mention.is_base or (mention.in_heading and self._held.default):
            return None
        nearest = min(self._held.paragraph_end, figure.end + _REACH * 4 + 1)
        if mention.start >= nearest or self._article.is_parted(figure.end, mention.start):
            return None
        return None if _HEADING_STOPS & set(self._plain[figure.end : mention.start]) else mention

    def _over_years(self, figure: Candidate, frame: TimeMention) -> TimePeriod | None:
        """The years over which something changed by so much a year: 由2014年的… 年均增长;
        2021年至2023年… 年均.
        """
        begin = max(0, figure.start - _REACH // 2)
        is_yearly = _YEARLY.search(self._plain, begin, figure.start) is not None
        if not is_yearly or not is_within_a_year(frame.period):
            return None
        base = self._held.change_from
        if (
            base
            and base.end < figure.start
            and self._places.in_one_sentence(base.end, figure.start)
        ):
            return _years_between(base.period, frame.period)
        told = (one.period for one in (self._held.topic, self._held.default) if one)
        return next((period for period in told if is_of_years(period)), None)


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
