"""The time from which an article speaks: its dateline or the date of its page, and the year that
its title names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from statsite.extract.anniversaries import year_of_anniversary
from statsite.extract.beside_times import FOUNDED_BEFORE
from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.extract.layout import Layout
from statsite.extract.measure_words import MEASURE_WORDS
from statsite.extract.text_places import SENTENCE_MARK
from statsite.extract.time_expressions import BEFORE, TimeExpression
from statsite.grammar.patterns import any_of
from statsite.grammar.small_numbers import WEEKDAY
from statsite.grammar.status_words import MADE_KNOWN
from statsite.periods import Moment, TimePeriod, parse_moment
from statsite.values import replace

#: A dateline is at the head of an article or at its foot.
_HEAD, _FOOT = 600, 60
_LINES_AT_HEAD, _LINES_AT_FOOT = 6, 4
_LONGEST_LINE = 60
_NEWS_BEFORE = re.compile(
    r"(?:本报|本刊|本台|新华社|中新社|中新网|人民网|讯|[报网台社])[^，。;!?]{0,12}$"
)
_BY_WIRE = re.compile("(?:专?电|讯|消息)(?![话脑子])")
_BY_WIRE_ALONE = re.compile("(?:专?电(?![网力量价商站视影动])|讯(?!息)|消息)(?![话脑子称])")
_BY_A_REPORTER = re.compile(f"{_BY_WIRE.pattern}[(（]")
#: A wire before its day: 甲市日报讯 2026年2月23日（记者.
_WIRE_BEFORE = re.compile("[报刊台社网][^，。;!?]{0,6}(?:专?电|讯|消息)$")
_PLACE = re.compile("[一-鿿]{2,8}")
_ISSUE = re.compile("^《[^》]{1,20}》|[文图]/|记者|编辑|摄影|撰文|月号")
_NUMBER_OF_ISSUE = re.compile("(?:总?第|[上下]半月)[0-9一二三四五六七八九十]{0,4}期?[)）]")
_DATE_BEFORE = re.compile("(?:月[0-9]{1,2}日|[0-9]{1,2}-[0-9]{1,2})[，(（]?$")
_NEAR = 8
#: A year that is named so early may be the text's own.
_HEAD_OF_YEARS = 120
_ENDS_OF_PARTS = frozenset("。;!?")
#: How far behind a year the sentence about the next one begins.
_NEXT_SENTENCE = 120
_PAGE = re.compile(
    f"{WEEKDAY}|第[0-9A-Z一二三四五六七八九十]{{1,3}}[版期]|[日晚早时周]报|农历|发布|来源|编辑"
)
#: A year by its number alone, and not a number of things: 2000袋, but 2025首届.
_IN_NAMES = frozenset("年届级班款首站社行期")
_COUNTED = "|".join([re.escape(word) for word in MEASURE_WORDS if word[0] not in _IN_NAMES])
_YEAR_ALONE = re.compile(
    "(?<![0-9.比较由从自与])20[0-4][0-9]"
    f"(?![0-9.万亿余多]|年[一-鿿]{{0,10}}以来|年的[近约]?[0-9]|{_COUNTED})"
)
#: What may be before a date as part of a dateline: 写于.
_WRITTEN_ON = frozenset({"", "于"})
_AT_A_MEETING = re.compile("在[^，。]{2,24}(?:会议|大会)")
_NEWS_BEHIND = re.compile(rf"(?:专?电|讯|消息)(?![话脑子])|{_AT_A_MEETING.pattern}")
_IN_BRACKETS, _BRACKET_ENDS = (
    re.compile("[(（][^()（）0-9]{0,16}$"),
    re.compile("(?:发布|公布|印发|通过)?[^，。;0-9()（）]{0,16}[)）]"),
)
#: What was announced on a day, which is about that when the article was written.
_ANNOUNCED = re.compile(
    f"[^。;!?]{{0,40}}?(?:发布会|{any_of(MADE_KNOWN)}|获悉|消息|印发|开幕|召开)"
)
#: A line that gives a date gives names beside it, and no sentence.
_NAMES_BEFORE = re.compile(r"[^0-9]{0,30}(?:[0-9]{1,2})?[^0-9]{0,6}$")
_DATE_IN_DIGITS = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})[-./](1[0-2]|0?[1-9])[-./](3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
#: How many days after it was sent a report is printed at the latest.
_DAYS_TO_PRINT = 3
#: Months in which a report on the year before is written.
_FIRST_MONTHS = 3
#: Months in which all of their own year may be told of as well.
LAST_MONTHS = 11
_MONTHS = 12
#: How many years before the last one that an article names its own may lie: later ones are planned
#: for.
_YEARS_AHEAD = 2
_NOT_THE_REPORTS_OWN = frozenset(
    {"比", "较", "到", "至", "由", "从", "自", "与", "同", "于", "是", "为", "占"}
)
#: Words before the year of a record that the report's own year has broken.
_RECORDS = frozenset({"刷新", "打破", "追平", "超过"})
#: Words before a year that is neither the text's own nor the one before it.
_TOLD_OF_BEFORE = frozenset({"与", "同", "和", "跟", "占", "创", "创下"})
_EQUATING = frozenset({"是", "为", "成为", "当于"})
#: What is a multiple of what was then, or the most since: 是2020年的2.4倍, 为1961年以来最高.
_OF_IT = re.compile("的?(?:近|约|超)?[0-9一二两三四五六七八九十]|的(?:同期|水平)")
_COMPARED = ("比", "较", "相比", "相较", "对比")
_COMING_TOO = frozenset({"到", "至", "自", "从"})
#: Before the year of an event that is still awaited.
_AWAITED = re.compile("(?:备战|迎战|冲击|冲刺|申办|筹办|筹备|瞄准|剑指|面向|迎接)[^，。;0-9]{0,6}$")
#: Before a year of whose end a sentence only tells what is expected: 公司预计，…;全年.
_EXPECTED = re.compile("(?:预计|预期|预测|展望)，?[^。!?]{0,60}$")
_COMES = re.compile("(?:[将拟]|计划|预计|力争|争取|有望)[^，。;]{0,6}$")
#: In the sentence of a year up to which plans reach: 按计划，到今年底…，2027年实现.
_AS_PLANNED = re.compile("(?:按照?|根据)(?:计划|规划|方案|安排)，[^。!?]{0,50}$")
_COMES_OR_FOLLOWS = re.compile("(?:下一?届|[将拟]|计划|预计|力争|争取|有望)[^，。;]{0,6}$")
#: By when works are to be done.
WORKS_END = re.compile(
    "[^，。;0-9]{0,8}?(?:建成|完工|竣工|投产|投用|投入使用|投入运营|通车|通航|开通|开业|交付|启用|举[办行])"
)
#: How far before a time such a word may begin.
_COMES_WITHIN = 12
_PRESENT_TOO = frozenset({"截至", "截止", "截止到", "于"})
_TO_COME = re.compile(
    r"，?[^，。;]{0,14}?(?:[将拟]|计划|预计|有望|力争|目标|安排(?![一-鿿]{0,8}[0-9])|任务|打算|展望|底?之?前)"
)
#: What a year is named for that has only begun.
_BEGUN = re.compile(
    "(?:全国|全省|全市)?(?:春运|春节|元旦|新年|寒假|春季|一号文件|以来|第一|首"
    "|第[0-9]{1,3}[周期次]|[^，。;、:0-9]{0,12}(?:工作会|会议|大会|部署会|推进会|动员会|年会|论坛|招标|招生|计划|方案|预算)"
    "(?!执行))"
)


_SAYS = re.compile("(?:介绍|透露|表示|显示|指出|说|称)，$")
_TOLD_AS_OVER = re.compile(f"，|{WHOLE_AREA}|全[镇乡村]")


class Dateline(Struct, frozen=True):
    """When an article was written, as far as it says so; its year is 0 where it does not.

    ``is_dated``: the year is in the dateline. ``titled`` is the year that its title names,
    ``first`` the one that its text is about first, as far as later ones show it; 0 where there is
    none. ``datelines`` are the places of the expressions that say so, and speak of no figure.
    ``is_guessed``: its year is only that behind one that something is compared with. ``published``
    is the day on which it appeared, if that is known.
    """

    written: Moment
    titled: int
    first: int
    is_dated: bool
    datelines: frozenset[int]
    is_guessed: bool = False
    published: Moment | None = None

    def lies_behind(self, moment: Moment) -> bool:
        """Whether ``moment`` was over when the article was written, as far as it says when that
        was, or when it appeared.
        """
        known = [self.written] if self.written.year else []
        if self.published:
            known.append(self.published)
        return any(moment.last_day < one.first_day for one in known)

    def lies_ahead(self, moment: Moment) -> bool:
        """Whether ``moment`` begins after the article was written; False where no dateline says so,
        since a first year may be any.
        """
        return (self.is_dated or self.written.day > 0) and moment.first_day > self.written.last_day


def read_dateline(
    plain: str,
    layout: Layout,
    spoken: Sequence[TimeExpression],
    published: Moment | None = None,
) -> Dateline:
    """When the article ``plain`` was written, from the time expressions ``spoken`` in it; where it
    shows no year, from when it was ``published``, if that is known.
    """
    places = _Datelines(plain, layout)
    datelines = [expression for expression in spoken if places.is_dateline(expression)]
    others = _years_of_the_text(spoken, datelines)
    first = _first_year(plain, others)
    silent = _speaking_of_no_figure(plain, spoken, datelines)
    titled = places.year_of_title(others)
    over = _Years(spoken, others).told_as_over(plain)
    present = max(
        _present_year(plain, spoken, others),
        _year_after_a_beginning(spoken),
        over and over + 1,
        first,
        year_of_anniversary(plain),
    )
    undated = Dateline(
        Moment(present), titled, first, is_dated=False, datelines=silent, published=published
    )
    written = _written_in_full(datelines) or places.date_in_digits()
    if written:
        sent = _sent_before(plain, written, datelines)
        return replace(undated, written=sent or written, is_dated=True)
    announced = datelines[0] if datelines else places.announcement(spoken)
    if published and not present:
        return replace(undated, written=_day_before(published, announced), is_dated=True)
    return _announced(plain, undated, announced, _Years(spoken, others)) if announced else undated


class _Years(Struct, frozen=True):
    """The time expressions of an article in order, and those of them that name a year it may be
    written after.
    """

    spoken: Sequence[TimeExpression]
    named: Sequence[TimeExpression]

    def told_of(self, plain: str) -> list[TimeExpression]:
        """The years that are none to come, and none told of long before."""
        return [
            one
            for one in self.named
            if not (
                _is_to_come(plain, one) or _is_told_of_before(plain, one) or is_awaited(plain, one)
            )
        ]

    def told_as_over(self, plain: str) -> int:
        """The last year that a sentence begins with by its number alone, of a text that calls its
        own 今年 and names no day or month of that year: it is over; 0 where there is none.
        """
        alone = [one for one in self.named if _is_told_whole(plain, one)]
        if not alone or all(one.parts.get("word") != "今年" for one in self.spoken):
            return 0
        told = self.told_of(plain)
        of_days = {_last_year(one) for one in told if one.names_a_part}
        return max({_last_year(one) for one in told if one in alone} - of_days, default=0)

    def year_over(self, plain: str) -> int:
        """The last year of which a later sentence tells all (全年): the last that was named before
        it, or the one that is compared with that; 0 where there is none.
        """
        told = self.told_of(plain)
        wholes = [one.start for one in self.spoken if _is_a_whole_year(plain, one)]
        return max((_reported_year(one) for one in told if _is_near(one, wholes)), default=0)


def _is_told_whole(plain: str, expression: TimeExpression) -> bool:
    """Whether a sentence, or what somebody says in it, begins with a year by its number alone."""
    if expression.start <= _HEAD_OF_YEARS or not _is_one_year(expression):
        return False
    return _goes_on(_TOLD_AS_OVER, plain, expression) and _begins_a_statement(
        plain, expression.start
    )


def _is_near(year: TimeExpression, wholes: Sequence[int]) -> bool:
    """Whether a year stands before what is told of a whole one, or is compared with it."""
    if year.names_a_part:
        return False
    reach = _NEXT_SENTENCE if _is_compared_with(year) else 0
    return any(year.start - reach < place for place in wholes)


def _is_a_whole_year(plain: str, expression: TimeExpression) -> bool:
    """Whether all of a year is told of that is not named beside it: 全年在317件案件中."""
    is_alone = "whole" in expression.parts and not (expression.is_year or expression.lead)
    if not is_alone or expression.is_final or _is_to_come(plain, expression):
        return False
    begin = max(0, expression.start - _LONGEST_LINE)
    return _EXPECTED.search(plain, begin, expression.start) is None


def _reported_year(expression: TimeExpression) -> int:
    """The year that an expression speaks of: that behind one which is compared with it."""
    return _last_year(expression) + _is_compared_with(expression)


def _is_compared_with(expression: TimeExpression) -> bool:
    return expression.lead.startswith(_COMPARED)


def _is_told_of_before(plain: str, expression: TimeExpression) -> bool:
    """Whether a year is that of another event, of a record, or the first one of a count."""
    if expression.lead in _EQUATING:
        return expression.tail.endswith("以来") or _goes_on(_OF_IT, plain, expression)
    return expression.lead in _TOLD_OF_BEFORE or expression.lead.removesuffix("了") in _RECORDS


def _goes_on(words: re.Pattern[str], plain: str, expression: TimeExpression) -> bool:
    """Whether such words stand right behind an expression."""
    return words.match(plain, expression.end) is not None


def is_awaited(plain: str, expression: TimeExpression) -> bool:
    """Whether a year is that of an event which is still to come: 备战2028年."""
    begin = max(0, expression.start - _COMES_WITHIN)
    return _AWAITED.search(plain, begin, expression.start) is not None


def _announced(plain: str, undated: Dateline, announced: TimeExpression, years: _Years) -> Dateline:
    """The dateline of an article whose day is said, but not by a date in full."""
    if announced.names_its_year:
        written = _begin(announced.period(Moment(0))) or Moment(undated.first)
        return replace(undated, written=written, is_dated=True)
    written = _day_without_year(plain, announced, years)
    is_guessed = all(map(_is_compared_with, years.told_of(plain)))
    if undated.written.year > written.year and written.month < _MONTHS:
        # in December a sentence may begin with the number of the text's own year
        written = replace(written, year=undated.written.year)
    return replace(undated, written=written, is_guessed=is_guessed)


def _present_year(
    plain: str, spoken: Sequence[TimeExpression], others: Sequence[TimeExpression]
) -> int:
    """The year after the last one that is told by its number as past, where the text goes on from
    it to its own (2024年，…。今年，…); 0 where that is not known.
    """
    own = [one for one in others if _is_of_the_text(plain, one)]
    last = max(map(_last_year, own), default=0)
    named = [one for one in own if _last_year(one) == last]
    are_alone = all(_is_one_year(one) and one.start > _HEAD_OF_YEARS for one in named)
    return last + 1 if are_alone and _go_on_to_the_present(plain, spoken, named) else 0


def _year_after_a_beginning(spoken: Sequence[TimeExpression]) -> int:
    """The year after the last one since which a text tells something (2024年以来) that calls its
    own 今年; 0 where there is none.
    """
    if all(one.parts.get("word") != "今年" for one in spoken):
        return 0
    begun = [one for one in spoken if one.names_its_year and one.tail == "以来" and not one.lead]
    return max((_last_year(one) + 1 for one in begun if not one.names_a_part), default=0)


def _go_on_to_the_present(
    plain: str, spoken: Sequence[TimeExpression], named: Sequence[TimeExpression]
) -> bool:
    """Whether a part of a sentence begins with one of the years ``named``, and a later one near
    it with 今年.
    """
    present = _openings(plain, [one for one in spoken if one.parts.get("word") == "今年"])
    years = _openings(plain, named)
    return any(0 < later - year < _NEXT_SENTENCE for year in years for later in present)


def _openings(plain: str, expressions: Sequence[TimeExpression]) -> list[int]:
    """The places of those that begin a sentence, or a part of one."""
    return [one.start for one in expressions if plain[one.start - 1 : one.start] in _ENDS_OF_PARTS]


def _begins_a_statement(plain: str, place: int) -> bool:
    """Whether a sentence, or what somebody says in it, begins there: 局长介绍，2024年，…."""
    if plain[place - 1 : place] in _ENDS_OF_PARTS:
        return True
    return _SAYS.search(plain, max(0, place - _NEAR), place) is not None


def _is_of_the_text(plain: str, expression: TimeExpression) -> bool:
    """Whether a year is none that others are compared with, nor one to come."""
    is_own = not expression.lead or expression.lead in _PRESENT_TOO
    return is_own and not _is_to_come(plain, expression)


def _years_of_the_text(
    spoken: Sequence[TimeExpression], datelines: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """The expressions that name their year, those of plans and of datelines aside."""
    taken = {expression.start for expression in datelines}
    return [one for one in spoken if _is_a_year_told(one) and one.start not in taken]


def _is_a_year_told(expression: TimeExpression) -> bool:
    """Whether it names its year, and not that of a plan."""
    return expression.names_its_year and "plan" not in expression.parts


def _speaking_of_no_figure(
    plain: str, spoken: Sequence[TimeExpression], datelines: Sequence[TimeExpression]
) -> frozenset[int]:
    """The places of datelines, those of a meeting aside, and of the days of the week behind
    them.
    """
    said = {one.start for one in datelines if not _AT_A_MEETING.match(plain, one.end)}
    days_of_the_week = (one.start for one in spoken if "weekday" in one.parts)
    return frozenset(said).union(
        place
        for place in days_of_the_week
        if _DATE_BEFORE.search(plain, max(0, place - _NEAR), place)
    )


def _written_in_full(datelines: Sequence[TimeExpression]) -> Moment | None:
    """The day of the first dateline with its year."""
    in_full = next((one for one in datelines if one.names_its_year), None)
    return _begin(in_full.period(Moment(0))) if in_full else None


def _sent_before(plain: str, printed: Moment, datelines: Sequence[TimeExpression]) -> Moment | None:
    """The day on which a report was sent, shortly before that of the page it was ``printed`` on:
    2026年4月6日, above 本报海泽4月5日讯.
    """
    by_wire = next((one for one in datelines if _goes_on(_BY_WIRE, plain, one)), None)
    sent = _begin(by_wire.period(printed)) if by_wire and not by_wire.names_its_year else None
    if sent is None or not (sent.day and printed.day):
        return None
    days = (printed.first_day - sent.first_day).days
    return sent if 0 < days <= _DAYS_TO_PRINT else None


def _day_without_year(plain: str, announced: TimeExpression, years: _Years) -> Moment:
    """The day of a dateline without a year, in the year that the rest of the article shows; that
    year alone where it has no such day.
    """
    day = _begin(announced.period(Moment(_LEAP_YEAR))) or Moment(0)
    year = _year_of(plain, day, years)
    written = parse_moment(str(Moment(year, day.month, day.day))) if year else None
    return written or Moment(year)


def _day_before(published: Moment, announced: TimeExpression | None) -> Moment:
    """The last day before an article was ``published`` that has the month and the day of its
    dateline; that of the publication, where it has no such dateline.
    """
    day = _begin(announced.period(Moment(_LEAP_YEAR))) if announced else None
    if day is None or not day.day or (announced and announced.names_its_year):
        return published
    is_later = replace(day, year=published.year).first_day > published.last_day
    written = Moment(published.year - is_later, day.month, day.day)
    return parse_moment(str(written)) or published


_LEAP_YEAR = 2000


def _begin(period: TimePeriod | None) -> Moment | None:
    return period.start if period else None


def _first_year(plain: str, spoken: Sequence[TimeExpression]) -> int:
    """The first year that an article names and that is none of its past, as far as later ones show
    it.
    """
    own = [one for one in spoken if _may_be_the_reports_own(plain, one)]
    named = _years_not_to_come(plain, own)
    also = _years_not_to_come(plain, [one for one in spoken if _is_up_to(plain, one)])
    last = max([*named, *also], default=0)
    if last:
        return next((year for year in named if year >= last - _YEARS_AHEAD), last)
    return _last_year(own[0]) if own else _year_without_its_word(plain, spoken)


def _year_without_its_word(plain: str, spoken: Sequence[TimeExpression]) -> int:
    """The first year that is written as a number alone near the head, and is none that is still to
    come or in which something began; 0 where there is none.
    """
    alone = _YEAR_ALONE.search(plain, 0, _HEAD)
    other = [one for one in spoken if _is_still_ahead(plain, one) or _is_founding(plain, one)]
    if alone is None or any(one.start <= alone.start() < one.end for one in other):
        return 0
    return int(alone[0])


def _is_still_ahead(plain: str, expression: TimeExpression) -> bool:
    """Whether a year is still to come, as is told of it."""
    is_of_works = _ends_works(plain, expression) or _is_to_come(plain, expression)
    return is_of_works or is_awaited(plain, expression)


def _may_be_the_reports_own(plain: str, expression: TimeExpression) -> bool:
    """Whether a year is none that others are compared with, that is awaited, or before the end of
    which something is to be done (2029年底前).
    """
    is_other = _is_a_deadline(expression) or _is_of_another_year(expression)
    is_other = is_other or _is_as_planned(plain, expression)
    return not (is_other or is_awaited(plain, expression) or _ends_works(plain, expression))


def _ends_works(plain: str, expression: TimeExpression) -> bool:
    """Whether works are to be done by then, which are no news of that year: 计划2028年底建成."""
    if not _goes_on(WORKS_END, plain, expression):
        return False
    begin = max(0, expression.start - _COMES_WITHIN)
    return _COMES_OR_FOLLOWS.search(plain, begin, expression.start) is not None


def _is_a_deadline(expression: TimeExpression) -> bool:
    """Whether it names only by when something is to be: 2029年底前."""
    return expression.tail in BEFORE and expression.names_its_year


def _is_of_another_year(expression: TimeExpression) -> bool:
    """Whether a word before it says that the report's own year is compared with it, or goes on from
    it or up to it.
    """
    lead = expression.lead.removesuffix("了")
    return lead in _NOT_THE_REPORTS_OWN or lead in _RECORDS


def _is_up_to(plain: str, expression: TimeExpression) -> bool:
    """Whether a word before it such as 截至 says that it is no year of plans."""
    # a year of the past may follow these words too
    if expression.lead not in _PRESENT_TOO or _is_said_to_come(plain, expression):
        return False
    return not _is_founding(plain, expression)


def _is_founding(plain: str, expression: TimeExpression) -> bool:
    """Whether it only tells when something began: 创办于2016年."""
    begin = max(0, expression.start - _NEAR)
    return expression.lead == "于" and bool(FOUNDED_BEFORE.search(plain, begin, expression.start))


def _is_said_to_come(plain: str, expression: TimeExpression) -> bool:
    """Whether words before it say that it is to come."""
    begin = max(0, expression.start - _COMES_WITHIN)
    if _COMES.search(plain, begin, expression.start):
        return True
    return _is_as_planned(plain, expression)


def _is_as_planned(plain: str, expression: TimeExpression) -> bool:
    """Whether the sentence of a time says what is planned up to it."""
    begin = max(0, expression.start - _LONGEST_LINE)
    return _AS_PLANNED.search(plain, begin, expression.start) is not None


def _years_not_to_come(plain: str, spoken: Sequence[TimeExpression]) -> list[int]:
    return [_last_year(one) for one in spoken if not _TO_COME.match(plain, one.end)]


def _year_of(plain: str, day: Moment, years: _Years) -> int:
    """The year of a dateline that has only a month and a day: the first in which all that the
    article tells as past lies behind it. Where a part of a year is told of, in that works end by
    its number alone (2028年投产) it may be still to come.
    """
    told = years.told_of(plain)
    of_parts = max((_year_after(plain, day, one) for one in told if one.names_a_part), default=0)
    past = [one for one in told if not (of_parts and _goes_on(WORKS_END, plain, one))]
    after = max((_year_after(plain, day, one) for one in past), default=of_parts)
    over = years.year_over(plain) if day.month < LAST_MONTHS else 0
    over = max(over, years.told_as_over(plain) if day.month < _MONTHS else 0)
    return max(after, over + 1) if over else after


def _is_to_come(plain: str, expression: TimeExpression) -> bool:
    if (
        _is_a_deadline(expression)
        or expression.lead in _COMING_TOO
        or _goes_on(_TO_COME, plain, expression)
    ):
        return True
    return _is_said_to_come(plain, expression)


def _year_after(plain: str, day: Moment, expression: TimeExpression) -> int:
    """The first year in which ``day`` lies behind what ``expression`` names."""
    period = expression.period(Moment(0))
    if period is None or period.start is None:
        return 0
    last = period.end or period.start
    if _is_compared_with(expression):
        return last.year + 1
    if last.month:
        return last.year + ((last.month, last.day) > (day.month, day.day or _MONTHS * 3))
    is_open = period.end is None
    return last.year + _is_over(plain, day, expression, is_open=is_open)


def _is_over(plain: str, day: Moment, expression: TimeExpression, *, is_open: bool) -> bool:
    """Whether a year is over on ``day``, by what is told of it: all of it, or in the first months
    of another.
    """
    if "whole" in expression.parts:
        return True
    has_only_begun = is_open or _goes_on(_BEGUN, plain, expression)
    return day.month <= _FIRST_MONTHS and not has_only_begun


def _last_year(expression: TimeExpression) -> int:
    period = expression.period(Moment(0))
    last = period and (period.end or period.start)
    return last.year if last else _year_of_an_event(expression)


def _year_of_an_event(expression: TimeExpression) -> int:
    """The year by which an event is called whose days are not known: 2025年暑运期间; 0 where it is
    called by none.
    """
    year = expression.parts.get("year", "") if "event" in expression.parts else ""
    return int(year) if year.isdecimal() else 0


def _is_one_year(expression: TimeExpression) -> bool:
    """Whether it is the number of a year, with no word that says how it is meant."""
    is_range = "last" in expression.parts
    return "year" in expression.parts and not (expression.lead or expression.tail or is_range)


class _Datelines:
    """The places of an article that may give its date."""

    def __init__(self, plain: str, layout: Layout) -> None:
        self._plain = plain
        self._layout = layout

    def is_dateline(self, expression: TimeExpression) -> bool:
        """Whether a date says when and where the article was written, and not what it is about."""
        parts = expression.parts
        if expression.lead not in _WRITTEN_ON or expression.tail or "final" in parts:
            return False
        if "day" in parts or "only_day" in parts:
            return self._is_day_of_writing(expression)
        is_month = "year" in parts and "one_month" in parts
        return is_month and self._is_of_an_issue(expression)

    def _is_day_of_writing(self, expression: TimeExpression) -> bool:
        """Whether a day is that of a wire, or near the head or the foot that of the article."""
        before = self._plain[max(0, expression.start - 16) : expression.start]
        if _BY_WIRE.match(self._plain, expression.end) and _NEWS_BEFORE.search(before):
            return True
        if _WIRE_BEFORE.search(before) and self._plain.startswith("(", expression.end):
            return True
        if expression.start <= _HEAD and self._is_in_full_with_a_wire(expression):
            return True
        is_near_an_end = len(self._plain) - expression.end <= _FOOT or expression.start <= _HEAD
        return is_near_an_end and self._is_of_the_article(expression, before)

    def _is_in_full_with_a_wire(self, expression: TimeExpression) -> bool:
        """Whether a date with its year is that of a wire, whoever sent it:
        融媒体中心2025年11月28日讯.
        """
        is_in_full = {"year", "day"} <= expression.parts.keys()
        return is_in_full and _goes_on(_BY_WIRE_ALONE, self._plain, expression)

    def _is_of_the_article(self, expression: TimeExpression, before: str) -> bool:
        """Whether a date near the head or the foot is followed by what is said after datelines, or
        is alone.
        """
        if _NEWS_BEHIND.match(self._plain, expression.end):
            is_meeting = self._plain[expression.end] not in "电讯专消"
            begins = is_meeting or before.endswith(("。", "!", "?"))
            is_after_a_name = _NEWS_BEFORE.search(before) is not None
            return begins or is_after_a_name or self._opens_with_a_place(expression)
        if self._is_in_brackets(expression, before):
            return True
        has_year = "year" in expression.parts
        return "day" in expression.parts and self._gives_a_date(expression.start, has_year=has_year)

    def _opens_with_a_place(self, expression: TimeExpression) -> bool:
        """Whether a paragraph begins with a place and a day: 青都1月6日电(记者."""
        start = self._layout.start(self._layout.line_of(expression.start))
        place = _PLACE.fullmatch(self._plain, start, expression.start)
        return place is not None and _goes_on(_BY_A_REPORTER, self._plain, expression)

    def announcement(self, spoken: Sequence[TimeExpression]) -> TimeExpression | None:
        """A day near the head on which something was announced."""
        near = takewhile(lambda expression: expression.start <= _HEAD, spoken)
        return next((expression for expression in near if self._is_announced(expression)), None)

    def _is_announced(self, expression: TimeExpression) -> bool:
        if "day" not in expression.parts or expression.lead or expression.tail:
            return False
        return _ANNOUNCED.match(self._plain, expression.end) is not None

    def year_of_title(self, spoken: Sequence[TimeExpression]) -> int:
        """The one year that the lines before the text name."""
        for expression in spoken:
            at = self._layout.line_of(expression.start)
            if at >= _LINES_AT_HEAD or not all(self._is_title(line) for line in range(at + 1)):
                return 0
            if _is_one_year(expression):
                return _last_year(expression)
        return 0

    def _is_title(self, at: int) -> bool:
        line = self._layout.text(at)
        return len(line) <= _LONGEST_LINE and "。" not in line and self._layout.stands_alone(at)

    def _is_in_brackets(self, expression: TimeExpression, before: str) -> bool:
        """Whether a date is alone in brackets that end a line: （2025年1月15日公布）."""
        closed = _BRACKET_ENDS.match(self._plain, expression.end)
        if closed is None or "day" not in expression.parts or not _IN_BRACKETS.search(before):
            return False
        begin, end = expression.start - 1, closed.end()
        lines = {self._layout.start(self._layout.line_of(place)) for place in (begin, end)}
        return end == len(self._plain) or bool({begin, end} & lines)

    def _is_of_an_issue(self, expression: TimeExpression) -> bool:
        """Whether a month is that of a magazine: 《岭上》2025年4月　文／甲."""
        if _NUMBER_OF_ISSUE.match(self._plain, expression.end):
            return expression.start <= _HEAD
        is_named = (
            _ISSUE.search(self._layout.text(self._layout.line_of(expression.start))) is not None
        )
        return is_named and self._gives_a_date(expression.start, has_year=True)

    def date_in_digits(self) -> Moment | None:
        """A date such as 2025-03-18 on a line of its own."""
        for found in self._dates_in_digits():
            if self._gives_a_date(found.start(), has_year=True):
                return _date_of(found)
        return None

    def _dates_in_digits(self) -> Iterator[re.Match[str]]:
        plain = self._plain
        yield from _DATE_IN_DIGITS.finditer(plain, 0, _HEAD)
        yield from _DATE_IN_DIGITS.finditer(plain, max(_HEAD, len(plain) - _LONGEST_LINE))

    def _gives_a_date(self, place: int, *, has_year: bool) -> bool:
        """Whether the line of the date at ``place`` holds but that date and names."""
        at = self._layout.line_of(place)
        if _LINES_AT_HEAD <= at < self._layout.lines - _LINES_AT_FOOT:
            return False
        line, before = self._layout.text(at), self._plain[self._layout.start(at) : place]
        is_sentence = len(line) > _LONGEST_LINE or SENTENCE_MARK.search(line)
        if is_sentence or not _NAMES_BEFORE.search(before):
            return False
        return (has_year or _PAGE.search(line) is not None) and self._layout.stands_alone(at)


def _date_of(found: re.Match[str]) -> Moment | None:
    """The date that digits write, with both digits of month and day."""
    return parse_moment("-".join([found[1], *(part.zfill(2) for part in found.groups()[1:])]))
