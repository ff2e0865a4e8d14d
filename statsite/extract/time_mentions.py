"""The times an article names, in order, each with its period and with what it is there for: to
speak of, or to compare with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice, takewhile

from statsite.extract.article import ArticleText
from statsite.extract.begun_times import MONTHS_OF_REPORTS, Beginnings
from statsite.extract.beside_times import (
    NAME_BEFORE,
    SAME_PART,
    THAT_YEAR,
    Beside,
)
from statsite.extract.clock import LAST_MONTH_OF_SEASON, Clock
from statsite.extract.dateline import Dateline, read_dateline
from statsite.extract.editions import editions
from statsite.extract.event_days import with_event
from statsite.extract.joined_times import in_a_list, joined_times
from statsite.extract.layout import Layout
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    is_a_season,
    is_one_day,
    is_one_month,
    is_open,
    is_within_a_year,
    months_before,
    period_years_later,
    same_part_of,
)
from statsite.extract.stretches import BEGINS
from statsite.extract.text_places import SENTENCE_END
from statsite.extract.time_expressions import (
    MONTHS_OF_WINTER,
    TimeExpression,
    time_expressions,
)
from statsite.extract.time_roles import TimeRoles
from statsite.extract.years_of_account import with_years_of_account
from statsite.grammar.seasons import SEASON, SEASON_OF_TWO_YEARS
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod, parse_moment
from statsite.values import replace

_TITLE = re.compile(
    r"《[^》]{1,80}》|(?:计划|方案|规划|纲要|意见|办法|指南|草案)[(（][^)）]{1,40}[)）]"
)
#: A title that names the year of the figures it has.
_OF_FIGURES = re.compile(
    "[^》]{0,60}?(?:公报|报告|年报|年鉴|统计|数据|白皮书|蓝皮书|快报"
    "|月报)[^》]{0,12}》[^，。;]{0,8}(?:显示|表明|披露|发布|公布|指出|称)"
)
#: The same where it is told that it was made known: 发布《2024年统计公报》.
_ARE_MADE_KNOWN = re.compile("(?:发布|公布|披露)了?《[^》，。]{0,12}$")
_MADE_KNOWN_BEFORE = 16
_ARE_FIGURES = re.compile("[^》]{0,60}?(?:公报|报告|年报|年鉴|统计|数据|快报|月报)[^》]{0,12}》")
_YEARS_OF_PLAN = re.compile(
    "(?:方案|计划|规划|行动|白皮书|报告|情况)[(（]?(?P<first>20[0-9]{2})年?[—~至-](?P<last>20[0-9]{2})年?[)）]"
)
#: Where the head of an article ends.
_HEAD = 200
_SO_MANY_YEARS = re.compile(
    "(?<=[。;])(?:未来)?(?P<count>[3-6三四五六])年(?:来(?=，)|[间里内](?=，[^。;!?0-9]{0,12}(?:将|拟|计划|新|改|培))"
    "|(?:内|间)?(?=(?:拟|将|计划|共需?|累计)?(?:新|投|建|培|改|安排|完成|实施|发放)))"
)
_NAMED_BY_YEAR = re.compile(
    "(?<![0-9.—~至-])20[0-9]{2}(?=[一-鿿]{2,12}?(?:马拉松|[联锦公邀挑]?赛|博览会|展|节|运动会|大会|论坛|峰会))(?!年)"
)
#: What became of something in the same part of the next year.
_BECAME = re.compile("[则已]?(?:增至|增加到|增长到|升至|降至|减至|提高到|下降到)")
_SEASON = re.compile(SEASON_OF_TWO_YEARS)
#: Years that are counted behind a day.
_YEARS_SINCE = re.compile("[二两三四五]年间")
#: What says nothing where no beginning was told, and the first day of what began on none that is.
_SAYS_NOTHING_ALONE = re.compile(
    "一年来|首[周月]|此后|随后|之后|[二两三四五]年(?:间(?!，?[累共已])|共)"
)
_FIRST_DAYS = ("首日", "首天")
_NAME_OF_A_BEGINNING = 2
#: A term of school, whose months its year does not tell: 2023年秋季学期.
_TERM = re.compile("的?[春秋]季?学期")
#: What a plan wants in all of its years.
_WANTS = re.compile(
    "(?P<first>20[0-9]{2})年?[—~至-](?P<last>20[0-9]{2})年?[)）]?》"
    "(?=，?(?:提出|明确|计划|要求|部署)?，?[^，。;!?0-9]{0,4}"
    "(?:[2-9两三四五六]年(?![来前]|行动|计划)|本期|期间))"
)
#: What a title calls the report on a year, or on the first half of one.
_REPORT_ON = re.compile("(?:年度?|(?P<half>半年度?|中))?(?:业绩)?报告?(?![名到道送])")
_OF_QUARTERS = re.compile("季报|季度报告?|季度业绩")
_MONTHS_OF_HALF = 6
#: Words for a year that say nothing where none was named before them.
_YEARS_TOLD_OF = THAT_YEAR - {"当年", "同年"} | {"次年", "翌年", "第二年"}
#: Before a part of the year that comes again and again: 每年6月至9月.
_EVERY_YEAR = re.compile("(?:每年|每逢|历年|往年|常年|多年)的?$")
#: The same by its end in the next year: 供暖期为11月1日至次年3月31日.
_UP_TO_THE_NEXT_YEAR = re.compile("[至到~—-](?:次|翌|第二)年[0-9一二三四五六七八九十]{1,3}月")
_AS_IN_MOST_YEARS = re.compile("(?:常年|历年|往年|多年)")
_THAN_IN_MOST_YEARS = re.compile("(?:比|较|于|与|为|是|占|超过?|达)(?:历年|往年|常年|多年)的?$")
#: What a winter is for, in an article on heating.
_HEATING_SEASON = re.compile("(?:采暖|供暖|供热)[季期]")
#: What sums up what a text has told day by day, and how many days that are.
_SUMS_UP = re.compile(
    "(?<=[，。])(?:这次|此次|本次|这场|此轮|本轮)[一-鿿]{2,4}(?:共|累计|中|造成|冲毁|损毁|致使|期间)"
)
_FEWEST_DAYS, _MOST_DAYS, _MOST_SUMS = 3, 15, 20
#: How long it took what began in a month.
_TOOK_SO_MANY_MONTHS = re.compile(
    f"(?P<began>[一-鿿]{{0,4}}?(?:开工|动工|开建|启动|施工|开展)[一-鿿]{{0,4}})，"
    f"(?:历时|历经|经过|用时)(?P<count>{SMALL_NUMBER})个月"
)
#: What happened on a day, and the words by which a sentence comes back to it.
_HAPPENED = re.compile(
    "[^。!?]{0,60}?(?:发生|起火|着火|失火|爆炸|爆燃|泄漏|倒塌|坍塌|垮塌|溜塌|滑坡|相撞|侧翻|脱轨|沉没|决口|溃坝|透水)"
)
_AFTER_IT_HAPPENED = re.compile(
    "(?<=[。;!?”])(?:(?:事故|火灾|火情|爆炸|爆燃|泄漏|地震|险情|灾情|事件|滑坡|塌方)(?:突发|发生)?|事发|案发|震)后，"
)
#: So many years that have passed when a text was written; few are often those of a report.
_YEARS_UP_TO_NOW = re.compile(
    "(?<=[。;!?“”])(?:[这整]整?)?(?P<count>[6-9]|[1-9][0-9]|[六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)年[里间]，"
)
#: What leads to a season that another is compared with, or from which something changed.
_COMPARING = frozenset({"比", "较", "相比", "相较", "由", "从"})
_COMPARES = re.compile("(?:由|从|比|较|于|与|同|和|跟|不及|不如|超过|是|为|当于)$")
#: A part of an event whose days are not given, so that its year says too much: 2025年春运前20天.
_FIRST_DAYS_OF_IT = re.compile(
    f"[^，。;0-9]{{0,6}}?(?:{SEASON}|赛季|假期|长假|节日?)(?:期间)?"
    "的?[前头首][0-9一二两三四五六七八九十]{1,3}(?:天|日|周|个月|场|轮)(?![(（])"
)


def time_mentions(
    article: ArticleText, layout: Layout | None = None, published: Moment | None = None
) -> tuple[Dateline, list[TimeMention]]:
    """When ``article`` was written, and the times it names that figures may be about; ``published``
    is when it appeared, if that is known.
    """
    plain, layout = article.plain, layout or Layout(article)
    spoken = _spoken(plain, layout.passages)
    report = read_dateline(plain, layout, spoken, published)
    mentions: list[TimeMention] = []
    read = _Reader(article, layout, report).mentions(spoken)
    named = (
        _years_of_plans(plain),
        _years_counted(plain),
        _events_to_come(plain, report),
        editions(plain),
    )
    for mention in merge(read, *named, key=lambda one: one.start):
        _add(mentions, mention, plain)
    stories = (
        _days_of_a_story(plain, mentions),
        _years_of_a_story(plain, mentions, report.written),
        _days_of_an_accident(plain, mentions),
        _months_of_works(plain, mentions),
    )
    mentions = list(merge(mentions, *stories, key=lambda one: one.start))
    if _HEATING_SEASON.search(plain):
        mentions = list(map(_of_heating, mentions))
    told = with_event(layout.places, list(with_years_of_account(plain, mentions)), report.written)
    return report, [_as_sure_as_its_season(one, report) for one in told]


def _of_heating(mention: TimeMention) -> TimeMention:
    """``mention``; a winter, in an article on heating, with the years of the season of heating,
    which has more months: 今冬供热面积.
    """
    begin, end = (mention.period.start, mention.period.end) if mention.period else (None, None)
    if begin is None or end is None or (begin.month, end.month) != MONTHS_OF_WINTER or begin.day:
        return mention
    return replace(mention, period=TimePeriod(Moment(begin.year), Moment(end.year)))


def _as_sure_as_its_season(mention: TimeMention, report: Dateline) -> TimeMention:
    """``mention``, unsure where a word such as 本学年 has the years of a season that was over when
    the article was written: the next one may be meant.
    """
    period, written = mention.period, report.written
    if not mention.is_event or period is None or period.end is None or not is_a_season(period):
        return mention
    is_over = (written.year, written.month) > (period.end.year, LAST_MONTH_OF_SEASON)
    return replace(mention, is_sure=mention.is_sure and not is_over)


def _add(mentions: list[TimeMention], mention: TimeMention, plain: str) -> None:
    """Put a time behind ``mentions``: as the end of the last of them, in a list with it, or by
    itself.
    """
    both = joined_times(plain, mentions[-1], mention) if mentions else None
    if both:
        mentions[-1] = both
    else:
        mentions.append(in_a_list(plain, mentions[-1], mention) if mentions else mention)


def _spoken(plain: str, passages: Sequence[int]) -> list[TimeExpression]:
    """The time expressions of a text, those in titles aside."""
    titles = [found.span() for found in _TITLE.finditer(plain)]
    return [one for one in time_expressions(plain, passages) if _is_spoken(plain, titles, one)]


def _is_spoken(plain: str, titles: Sequence[tuple[int, int]], expression: TimeExpression) -> bool:
    return not _inside(titles, expression) or _is_year_of_figures(plain, expression)


def _events_to_come(plain: str, report: Dateline) -> Iterator[TimeMention]:
    """The years in the names of events that are still to come, each to the end of its sentence:
    2026栖河马拉松, in a text of 2025.
    """
    for found in _NAMED_BY_YEAR.finditer(plain):
        year = Moment(int(found[0]))
        if report.lies_ahead(year):
            yield _in_its_sentence(plain, found, TimePeriod(year, year))


def _years_of_plans(plain: str) -> Iterator[TimeMention]:
    """The years in the titles of plans of which is told what they want in them, to the end of that
    sentence: 《方案（2026—2028年）》提出三年投资960亿元.
    """
    for found in _WANTS.finditer(plain):
        first, last = Moment(int(found["first"])), Moment(int(found["last"]))
        if first.year < last.year:
            yield _in_its_sentence(plain, found, TimePeriod(first, last))


def _in_its_sentence(plain: str, found: re.Match[str], period: TimePeriod) -> TimeMention:
    """A time that words name to the end of their sentence."""
    ended = SENTENCE_END.search(plain, found.end())
    until = ended.start() if ended else len(plain)
    return TimeMention(found.start(), found.end(), period, until=until)


def _days_of_a_story(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The days of what a text goes through day by day, where it sums that up: 这次除雪共出动5人."""
    for found in islice(_SUMS_UP.finditer(plain), _MOST_SUMS):
        told = [one.period for one in mentions if one.start < found.start() and not one.is_base]
        days = [one.start for one in told if one and one.start and is_one_day(one)]
        if len(set(days)) < _FEWEST_DAYS or days != sorted(days):
            continue
        if (days[-1].first_day - days[0].first_day).days <= _MOST_DAYS:
            yield replace(
                _in_its_sentence(plain, found, TimePeriod(days[0], days[-1])), is_sure=False
            )


def _days_of_an_accident(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The day on which something happened, where a sentence comes back to it: 事故发生后，."""
    for found in islice(_AFTER_IT_HAPPENED.finditer(plain), _MOST_SUMS):
        days = [one for one in mentions if one.start < found.start() and is_one_day(one.period)]
        happened = (one for one in days if not one.is_base and _HAPPENED.match(plain, one.end))
        first = next(happened, None)
        if first is not None and first.period is not None:
            yield replace(_in_its_sentence(plain, found, first.period), is_sure=False)


def _months_of_works(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The months that works took from the one in which they began: 2023年10月开工，历时29个月，."""
    for begun in mentions:
        took = _TOOK_SO_MANY_MONTHS.match(plain, begun.end)
        first = begun.period.start if begun.period and is_one_month(begun.period) else None
        if took is None or first is None:
            continue
        last = parse_moment(str(months_before(first, 1 - small_number(took["count"]))))
        if last is not None:
            told = _in_its_sentence(plain, took, TimePeriod(first, last))
            yield replace(told, start=took.end("began"), is_sure=False)


def _years_of_a_story(
    plain: str, mentions: Sequence[TimeMention], written: Moment
) -> Iterator[TimeMention]:
    """The years up to now that open a sentence, where the year from which they are counted was
    named, and go on in the sentences behind it: 1994年，她来到山里。…。31年里，.
    """
    for found in islice(_YEARS_UP_TO_NOW.finditer(plain), _MOST_SUMS):
        first = Moment(written.year - small_number(found["count"]))
        told = (one.period for one in mentions if one.start < found.start())
        if any(one and one.start and one.start.year == first.year for one in told):
            years = TimePeriod(first, Moment(written.year))
            yield TimeMention(found.start(), found.end(), years, is_sure=False)


def _years_counted(plain: str) -> Iterator[TimeMention]:
    """So many years that open a sentence, which are those of a plan or a report in the head of the
    article: 三年新增托位3万个, below 《方案（2025—2027年）》.
    """
    plan = _YEARS_OF_PLAN.search(plain, 0, _HEAD)
    if plan is None:
        return
    first, last = Moment(int(plan["first"])), Moment(int(plan["last"]))
    for found in _SO_MANY_YEARS.finditer(plain, plan.end()):
        if small_number(found["count"]) == last.year - first.year + 1:
            counted = _in_its_sentence(plain, found, TimePeriod(first, last))
            yield replace(counted, until=None) if found[0].endswith("来") else counted


def _inside(spans: Sequence[tuple[int, int]], expression: TimeExpression) -> bool:
    at = bisect_right(spans, (expression.start, expression.end)) - 1
    return at >= 0 and spans[at][0] <= expression.start < spans[at][1]


def _is_year_of_figures(plain: str, expression: TimeExpression) -> bool:
    """Whether a year in a title is that of the figures: 《2024年统计公报》; the years of a plan are
    not.
    """
    if not expression.names_its_year or "last" in expression.parts:
        return False
    if _OF_FIGURES.match(plain, expression.end):
        return True
    begin = expression.start - _MADE_KNOWN_BEFORE
    return bool(
        _ARE_MADE_KNOWN.search(plain, max(0, begin), expression.start)
        and _ARE_FIGURES.match(plain, expression.end)
    )


class _Reader:
    """Reads the times of an article one by one; the ``clock`` goes on with each."""

    def __init__(self, article: ArticleText, layout: Layout, report: Dateline) -> None:
        self._plain = article.plain
        self._beside = Beside(article.plain)
        self._layout = layout
        self._clock = Clock(article, layout, report)
        self._roles = TimeRoles(article, layout, self._clock)
        self._beginnings = Beginnings(layout.places)
        self._is_open_here = False
        self._to_come: TimePeriod | None = None
        self._long_ago: TimePeriod | None = None
        self._longer_ago: TimePeriod | None = None
        self._long_ago_passage = 0
        self._end_or_beginning: tuple[int, TimePeriod] | None = None
        self._reported: TimePeriod | None = None
        self._told_first: TimePeriod | None = None

    def mentions(self, spoken: Sequence[TimeExpression]) -> Iterator[TimeMention]:
        """The times that ``spoken`` name."""
        self._reported = _time_of_report(self._plain, self._clock.report.titled, spoken)
        for expression in spoken:
            self._clock.enter(expression)
            if expression.start in self._clock.report.datelines:
                continue
            mention = self._mention(expression)
            if mention is not None:
                yield mention

    def _mention(self, expression: TimeExpression) -> TimeMention | None:
        """The time that an expression names; None where it names none that figures may be about."""
        if "then" in expression.parts and not expression.is_vague:
            return self._then(expression)
        if first := self._first_day(expression):
            return first
        if expression.tail in SAME_PART and expression.is_a_season_of_a_year:
            return self._without_period(expression)
        if self._names_no_period(expression) or self._refers_to_no_year(expression):
            return self._without_period(expression)
        if "reported" in expression.parts:
            return self._of_report(expression)
        return self._counted(expression)

    def _first_day(self, expression: TimeExpression) -> TimeMention | None:
        """The first day of what the article has told the beginning of: 开通首日, behind
        去年12月26日开通.
        """
        start, end = expression.start, expression.end
        if "same" not in expression.parts:
            return None
        written = self._clock.report.written
        counted = self._beginnings.counted(max(0, start - _NAME_OF_A_BEGINNING), end, written)
        if counted is None:
            return None
        until = self._roles.until(expression, counted[0])
        name = self._plain[max(0, start - _NAME_OF_A_BEGINNING * 2) : start - _NAME_OF_A_BEGINNING]
        lead = "".join(_COMPARES.findall(name))
        is_base = bool(lead)
        return TimeMention(start, end, counted[0], lead, is_base, until=until, is_sure=False)

    def _counted(self, expression: TimeExpression) -> TimeMention | None:
        """The time that an expression names once it is known from when it is counted."""
        moment, is_sure = self._clock.moment(expression)
        period = expression.period(moment)
        if period is None and expression.is_up_to_now:
            return self._without_period(expression)
        if self._names_nothing(expression, period):
            return None
        if period and expression.is_year and self._beside.goes_on(_FIRST_DAYS_OF_IT, expression):
            self._clock.remember(period, expression)
            return self._without_period(expression)
        period = self._since_up_to(expression, self._same_part(expression, period))
        if self._is_of_half_a_year(expression):
            period = _first_half(period)
        is_unknown = self._is_same_part_unknown(expression)
        is_sure = is_sure and not (is_unknown or self._beside.goes_on(_TERM, expression))
        return self._named(expression, period, moment, is_sure=is_sure)

    def _is_of_half_a_year(self, expression: TimeExpression) -> bool:
        """Whether a year is that of a report on its first half: 2025年半年报."""
        report = _REPORT_ON.match(self._plain, expression.end)
        return expression.names_its_year and report is not None and bool(report["half"])

    def _of_report(self, expression: TimeExpression) -> TimeMention | None:
        """报告期内, 报告期末: the time that the title's report is on, of one on quarters the first
        that is told of, or its last day; None where the title names none.
        """
        is_of_quarter = _OF_QUARTERS.search(self._plain, 0, _HEAD) is not None
        period = self._reported or (self._told_first if is_of_quarter else None)
        moment = Moment(0)
        if period is None or period.end is None:
            return None
        if expression.is_final:
            day = period.end.last_day
            moment = Moment(day.year, day.month, day.day)
            period = TimePeriod(moment, moment)
        return self._named(expression, period, moment, is_sure=True)

    def _since_up_to(
        self, expression: TimeExpression, period: TimePeriod | None
    ) -> TimePeriod | None:
        """From a beginning up to a day, where one is named directly before the other:
        截至2月26日，今年以来, or 自2004年以来，截至2月26日, or 自9月15日启动，截至11月20日.
        """
        end, self._end_or_beginning = self._end_or_beginning, None
        if end and period and self._are_beside(end[0], expression.start):
            both = _from_one_to_another(end[1], period, is_up_to=expression.lead.startswith("截"))
            if both:
                return both
        is_end = expression.lead.startswith("截") and is_one_day(period)
        if period and (is_end or is_open(period)):
            self._end_or_beginning = expression.end, period
        return period

    def _are_beside(self, end: int, start: int) -> bool:
        """Whether nothing stands between two times, or only that something began on the first:
        自9月15日启动，截至11月20日.
        """
        between = self._plain[end:start].removesuffix("，")
        return not between or BEGINS.fullmatch(between) is not None

    def _names_no_period(self, expression: TimeExpression) -> bool:
        """Whether it is vague, an event, or a part of every year."""
        if expression.is_vague or "event" in expression.parts or self._is_no_whole_year(expression):
            return True
        return not expression.is_year and self._is_of_every_year(expression)

    def _is_no_whole_year(self, expression: TimeExpression) -> bool:
        """Whether 过去一年 is told when no year has just ended."""
        is_past = expression.parts.get("word", "").startswith("过去")
        return is_past and not 0 < self._clock.report.written.month <= MONTHS_OF_REPORTS

    def _is_of_every_year(self, expression: TimeExpression) -> bool:
        if self._beside.goes_on(_AS_IN_MOST_YEARS, expression):
            return True
        if self._beside.goes_on(_UP_TO_THE_NEXT_YEAR, expression):
            return not self._clock.year_named_before(expression)
        return bool(self._beside.found_before(_EVERY_YEAR, expression))

    def _refers_to_no_year(self, expression: TimeExpression) -> bool:
        """Whether 那年 or 第二年 stands in a passage that names no year before it, or is that of
        something that is told of: 上岛那年.
        """
        is_told_of = expression.parts.get("word") in _YEARS_TOLD_OF
        if not (is_told_of or expression.is_years_after):
            return False
        is_that_year = expression.parts.get("word") in THAT_YEAR
        if is_that_year and self._is_of_a_name(expression):
            return True
        return not self._clock.year_named_before(expression)

    def _is_of_a_name(self, expression: TimeExpression) -> bool:
        """Whether what is told of stands before a year: 上岛那年."""
        return bool(self._beside.found_before(NAME_BEFORE, expression))

    def _without_period(self, expression: TimeExpression) -> TimeMention | None:
        """An expression that names no period, but for what is counted from times that the article
        has told (上线以来).
        """
        compares = _COMPARES if expression.is_vague else _THAN_IN_MOST_YEARS
        lead = self._beside.found_before(compares, expression)[:1]
        is_event = "event" in expression.parts and not expression.is_vague
        if expression.lead in _COMPARING and _SEASON.search(expression.parts.get("event", "")):
            lead = expression.lead
        start, end = expression.start, expression.end
        counted = None
        if expression.is_vague and not lead:
            counted = self._beginnings.counted(start, end, self._clock.report.written)
        if counted:
            period, is_sure = counted
            until = self._layout.places.sentence_end(end)
            return TimeMention(start, end, period, until=until, is_sure=is_sure)
        if _SAYS_NOTHING_ALONE.match(self._plain, start) and not self._is_of_years_since(start):
            return None
        if self._plain.endswith(_FIRST_DAYS, start, end) and expression.is_vague:
            return TimeMention(start, end, None, until=self._layout.places.clause_end(end))
        return TimeMention(start, end, None, lead, bool(lead), is_event=is_event)

    def _is_of_years_since(self, start: int) -> bool:
        """Whether years are counted behind a day, of which nothing is told that they are:
        2020年12月1日，试点启动。五年间，.
        """
        is_behind_a_day = is_one_day(self._clock.spoken_of)
        return is_behind_a_day and _YEARS_SINCE.match(self._plain, start) is not None

    def _names_nothing(self, expression: TimeExpression, period: TimePeriod | None) -> bool:
        """Whether it is a day that is not known, or only the name of something: 2026届, in a text
        of 2025, or 2025届 behind a month of that year.
        """
        if period is None and expression.needs_a_day:
            return True
        if not self._plain.startswith("届", expression.end):
            return False
        if period is None or period.end is None or self._is_of_its_months(expression, period.end):
            return True
        return self._clock.report.lies_ahead(period.end)

    def _is_of_its_months(self, expression: TimeExpression, year: Moment) -> bool:
        """Whether the sentence of a year has named a month or a day of it or of a later one, in the
        same passage: 6月，2025届9人离校; 上周，2006届学生寄来.
        """
        now, named_at = self._clock.now, self._clock.named_at
        if not now.month or now.year < year.year or expression.lead in _COMPARING:
            return False
        is_here = self._layout.passage_of(named_at) == self._layout.passage_of(expression.start)
        return is_here and self._layout.places.in_one_sentence(named_at, expression.start)

    def _same_part(
        self, expression: TimeExpression, period: TimePeriod | None
    ) -> TimePeriod | None:
        """去年同期: the part of the year that was spoken of, in another year; 一年前为, so many
        years before it; 全年 behind the years of a season in its sentence, all of that.
        """
        spoken_of = self._clock.spoken_of
        if spoken_of and self._is_all_of_a_season(expression, spoken_of):
            return spoken_of
        if "years_ago" in expression.parts and spoken_of and not expression.names_a_part:
            is_of_it = expression.lead in _COMPARING or self._clock.was(expression)
            return period_years_later(spoken_of, expression.years_later) if is_of_it else period
        if spoken_of and self._goes_on_from_last_year(expression, spoken_of):
            return same_part_of(spoken_of, period)
        if expression.tail not in SAME_PART or expression.names_a_part:
            return period
        return same_part_of(self._clock.spoken_of_before, period)

    def _goes_on_from_last_year(self, expression: TimeExpression, spoken_of: TimePeriod) -> bool:
        """Whether 今年 tells what became of a part of the year before: 去年一季度5人，今年增至6."""
        is_year = expression.parts.get("word") == "今年" and not expression.names_a_part
        if not is_year or expression.tail or not self._beside.goes_on(_BECAME, expression):
            return False
        start, last_year = spoken_of.start, self._clock.report.written.year - 1
        if start is None or not start.month or start.year != last_year:
            return False
        is_here = self._layout.places.in_one_sentence(self._clock.named_at, expression.start)
        return is_here and is_within_a_year(spoken_of)

    def _is_all_of_a_season(self, expression: TimeExpression, spoken_of: TimePeriod) -> bool:
        """Whether all of a year is told of in the sentence of a season or a fiscal year."""
        if "whole" not in expression.parts or expression.is_year or expression.is_final:
            return False
        is_here = self._layout.places.in_one_sentence(self._clock.named_at, expression.start)
        return is_here and is_a_season(spoken_of)

    def _is_same_part_unknown(self, expression: TimeExpression) -> bool:
        """Whether 去年同期 is told of what has gone on since a month, which is no part of a year:
        10月以来，…，上年同期为.
        """
        if expression.tail not in SAME_PART or expression.names_a_part:
            return False
        return self._is_open_here

    def _named(
        self,
        expression: TimeExpression,
        period: TimePeriod | None,
        moment: Moment,
        *,
        is_sure: bool,
    ) -> TimeMention | None:
        """The mention of a time whose period is known, or that has none: ``moment`` is that from
        which it was counted.
        """
        is_base, background = self._roles.is_base(expression), self._roles.background(expression)
        ahead = period is not None and self._roles.looks_ahead(expression, period)
        if not is_base:
            self._is_open_here = is_open(period)
        is_of_news = expression.counts_from_today or self._roles.tells_of_news(expression)
        is_of_another = is_base and not is_one_day(period)
        if period is not None and not (ahead or is_of_news or is_of_another):
            self._beginnings.keep(expression.start, expression.end, period)
        is_aside = is_base or background is not None or self._roles.ends_works_to_come(expression)
        if period is not None and not (is_aside or ahead):
            self._clock.remember(period, expression)
            if self._told_first is None and _may_be_reported_on(period):
                self._told_first = period
        if self._roles.speaks_of_no_figure(expression):
            return None
        if not (is_base and self._clock.now.day):
            self._keep_for_then(period, expression, ahead=ahead)
        return TimeMention(
            expression.start,
            expression.end,
            period,
            expression.lead,
            is_base,
            self._roles.until(expression, period) if background is None else background,
            ahead,
            self._clock.is_in_heading(expression),
            _is_last_day(expression),
            is_sure,
            expression.each(moment),
        )

    def _keep_for_then(
        self, period: TimePeriod | None, expression: TimeExpression, *, ahead: bool
    ) -> None:
        """Remember what 届时 and 当时 may mean: the last time that is to come, and the last of an
        earlier year.
        """
        last = (period.end or period.start) if period else None
        if last is None:
            return
        written = self._clock.report.written
        if ahead or (written.year and last.last_day > written.last_day):
            self._to_come = period
        elif last.year < (written.year or self._clock.report.first):
            if period != self._long_ago:
                self._longer_ago = self._long_ago
            self._long_ago = period
            self._long_ago_passage = self._layout.passage_of(expression.start)

    def _then(self, expression: TimeExpression) -> TimeMention | None:
        """届时, 那时: the time to come, or the one long ago, that was named before.

        None for 当时 of what is being told, where none was named in its passage or the one before.
        """
        is_coming = expression.parts["then"].startswith(("届", "到")) or expression.lead == "到"
        if not is_coming and self._is_far_from_long_ago(expression):
            return None
        period = self._to_come if is_coming else self._time_long_ago(expression)
        if period is None and not is_coming:
            return None
        is_base = bool(expression.lead) and not is_coming
        return TimeMention(
            expression.start,
            expression.end,
            period,
            expression.lead,
            is_base,
            ahead=is_coming and period is not None,
            is_sure=False,
        )

    def _is_far_from_long_ago(self, expression: TimeExpression) -> bool:
        passages = self._layout.passage_of(expression.start) - self._long_ago_passage
        return self._long_ago is not None and passages > 1

    def _time_long_ago(self, expression: TimeExpression) -> TimePeriod | None:
        """What 当时 means: the past time that was named last; that before it, where something
        changed since then up to the last: 到去年底，由当时的21条增至48条.
        """
        is_beginning = expression.lead in {"由", "从"} and self._clock.spoken_of == self._long_ago
        return (is_beginning and self._longer_ago) or self._long_ago


def _may_be_reported_on(period: TimePeriod) -> bool:
    """Whether a time is a year or a part of one, as a report is on."""
    return is_within_a_year(period) and period.start is not None and not period.start.day


def _time_of_report(plain: str, titled: int, spoken: Sequence[TimeExpression]) -> TimePeriod | None:
    """The time on which the article is a report, as its title says, or tells of one that was made
    known, as its head does: 2024年年度报告.
    """
    near = takewhile(lambda one: one.start < _HEAD, spoken)
    named = [one for one in near if one.names_its_year and _REPORT_ON.match(plain, one.end)]
    of_title = [one for one in named if _is_year(one, titled)]
    for one in [*of_title, *named]:
        year = one.period(Moment(0))
        found = _REPORT_ON.match(plain, one.end)
        if found and is_within_a_year(year):
            return _first_half(year) if found["half"] else year
    return None


def _first_half(year: TimePeriod | None) -> TimePeriod | None:
    """The first half of a year; any other time as it is."""
    if year is None or year.start is None or year.start != year.end or year.start.month:
        return year
    number = year.start.year
    return TimePeriod(Moment(number, 1), Moment(number, _MONTHS_OF_HALF))


def _is_year(expression: TimeExpression, number: int) -> bool:
    """Whether an expression names the year of that number."""
    year = Moment(number)
    return expression.names_its_year and expression.period(Moment(0)) == TimePeriod(year, year)


def _is_last_day(expression: TimeExpression) -> bool:
    """Whether it is the end of a part of the year that is spoken of: 年末, but not 截至2024年末."""
    if expression.names_its_year or expression.lead.startswith("截"):
        return False
    return expression.is_final


def _from_one_to_another(
    before: TimePeriod, period: TimePeriod, *, is_up_to: bool
) -> TimePeriod | None:
    """The days from a beginning up to a day, where one of both times is a beginning alone and the
    other a day; ``is_up_to``: the later of them says so.
    """
    if is_open(period):
        return _from_up_to(period, before) if is_one_day(before) else None
    is_end = is_up_to and is_one_day(period)
    return _from_up_to(before, period) if is_end and is_open(before) else None


def _from_up_to(since: TimePeriod | None, up_to: TimePeriod) -> TimePeriod | None:
    """The days from the first one of a time without an end to another day; any other time as it
    is.
    """
    first = since.start if since else None
    if since is None or first is None or since.end:
        return since
    begin = replace(first, month=first.month or 1, day=first.day or 1)
    return TimePeriod(begin, up_to.end)
