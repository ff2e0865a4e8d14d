"""The times an article names, in order, each with its period and with what it is there for: to
speak of, or to compare with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from statsite.extract.article import ArticleText
from statsite.extract.dateline import LAST_MONTHS, Dateline, is_awaited, read_dateline
from statsite.extract.layout import Layout
from statsite.extract.time_expressions import (
    TimeExpression,
    as_years,
    one_by_one,
    small_number,
    time_expressions,
)
from statsite.periods import Moment, TimePeriod, parse_moment

_TITLE = re.compile(
    r"《[^》]{1,80}》|(?:计划|方案|规划|纲要|意见|办法|指南|草案)[(（][^)）]{1,40}[)）]"
)
#: A title that names the year of the figures it has.
_OF_FIGURES = re.compile(
    "[^》]{0,60}?(?:公报|报告|年报|年鉴|统计|数据|白皮书|蓝皮书|快报"
    "|月报)[^》]{0,12}》[^，。;]{0,8}(?:显示|表明|披露|发布|公布|指出|称)"
)
_LONGEST_HEADING = 30
_NOT_COMPARING = frozenset(
    {
        "",
        "截至",
        "截止",
        "截止到",
        "到",
        "至",
        "自",
        "与",
        "同",
        "和",
        "跟",
        "于",
        "是",
        "为",
        "占",
        "当于",
    }
)
#: What a title calls the report on a year, or on the first half of one.
_REPORT_ON = re.compile("(?:年度|(?P<half>半年度))?(?:业绩)?报告")
_MONTHS_OF_HALF = 6
#: Words for a year with which something began: 从2022年开始。那年….
_THAT_YEAR = frozenset({"那年", "那一年", "这年", "这一年", "当年"})
#: Words for a year that say nothing where none was named before them.
_YEARS_TOLD_OF = _THAT_YEAR - {"当年"} | {"次年", "翌年", "第二年"}
_SAME_PART = frozenset({"同期", "同日", "同月", "同季"})
_EQUATING = frozenset({"是", "为", "占", "当于"})
_BESIDE = frozenset({"与", "同", "和", "跟"})
_UP_TO = frozenset({"到", "至", "截至", "截止", "截止到"})
#: What an expression is called that names a day, by its number or by its distance.
_NAMES_OF_A_DAY = frozenset({"day", "only_day", "near_day"})
#: Parts of an expression by which what something is called tells which time is meant.
_NAMED_TIMES = _NAMES_OF_A_DAY | {"one_month"}
_COMPARED = re.compile(r"[^。;]{0,60}?(?:相比|比较|同期|相当|持平)")
#: Before a part of the year that comes again and again: 每年6月至9月.
_EVERY_YEAR = re.compile("(?:每年|每逢|历年|往年|常年|多年)的?$")
_AS_IN_MOST_YEARS = re.compile("(?:常年|历年|往年|多年)")
_THAN_IN_MOST_YEARS = re.compile("(?:比|较|于|与)(?:历年|往年|常年|多年)的?$")
#: What names a day by what was on it: 正月初一当天.
_NAME_BEFORE = re.compile("[一-鿿](?<![日号天月晚起在于从到至的])$")
_COMPARES = re.compile("(?:由|从|比|较|于|与|同|和|跟|不及|不如|超过|是|为|当于)$")
_AHEAD = re.compile(
    r"(?:^|[，。;、(:“”|等]|力争|争取|确保|计划|目标|提出|要求|明确|其中|预计|并|即)(?:到|至)?$"
)
_IN_BRACKETS = re.compile(r"[(（][^()（）]{0,24}$")
_BRACKET_ENDS = re.compile(r"[^()（）]{0,80}[)）]")
#: A time in brackets that says when a named time is: 第18周(4月28日—5月4日),
#: 春运期间(1月14日至2月22日).
_NAMES_A_TIME = re.compile(
    "(?:周[一二三四五六日天末]?|[前后头][0-9一二两三四五六七八九十]{1,3}[天周]|期间?|节|会|运|赛季?|段|阶段|月|黄金周|长假)$"
)
_IS_A_TIME = re.compile(r"[0-9〇零一二三四五六七八九十年月日号至到~—-]{3,40}[)）]")
_PART_IN_BRACKETS = re.compile("[一-鿿]{0,4}(?:期间?|运|季|周|假|节|段)\\(")
_AMONG_THEM = re.compile(r"其中，?$")
_SENTENCE_END = re.compile("[。!?]")
_PART_END = re.compile("[。!?;]")
_CLAUSE_END = re.compile("[，。!?;]")
#: What lasts up to a time: 预计持续到12月中旬.
_GOES_ON_UP_TO = re.compile("(?:持续|延续|推迟|延长|延期|保持|维持)$")
_TO_COME = re.compile("[^，。;]{0,12}?(?:[将拟]|计划|预计|有望|力争)")
_ALLOTTED = re.compile("[^，。;0-9]{0,12}?(?:安排|预算|计划|目标|任务)")
_WAS = re.compile("[为是仅]|只有")
#: What was done on the day on which figures were made known, which are about another time.
_PUBLISHED = re.compile(
    "[^，。;:0-9]{0,16}?(?:获悉|了解到|(?:发布|公布|通报|披露|印发)的?(?:[^，。"
    ";0-9]{0,12}(?:数据|消息|公报|报告|通报|情况|统计)|[，:]|数据|消息)"
    "|(?:介绍|透露|表示|宣布)[，:]|新闻发布会|举行[^，。;0-9]{0,8}发布会)"
)
_FORESEEN = re.compile(
    "(?:新赛季|新学[年期]|下赛季|下届|预计|预报|预测|有望|可望|将|计划|拟)[^。;!?]{0,16}$"
)
_FROM_A_TIME = re.compile("[从自][今去明]?年?[0-9]{1,4}(?:年|月份?|日)(?:[0-9]{1,2}[月日])?$")
_OPENS = re.compile("(?:开赛|开幕|启动|开始|拉开帷幕|揭幕|开打|鸣枪)")
_PART_OF_EVENT = re.compile("最后一[天日]|首[日天]|第(?P<number>[一二三四五六七八])天|当[天日]")
_NAMES_AN_EVENT = re.compile(
    "[^，。;0-9]{0,16}?(?:联赛|锦标赛|冠军赛|大奖赛|公开赛|邀请赛|运动会|杯|春运|博览会|展览会"
    "|艺术节|文化节|旅游节|音乐节)"
)
#: A part of an event whose days are not given, so that its year says too much: 2025年春运前20天.
_FIRST_DAYS_OF_IT = re.compile(
    "[^，。;0-9]{0,6}?(?:春运|汛期|暑运|暑期|赛季|假期|长假|节日?)(?:期间)?"
    "的?[前头首][0-9一二两三四五六七八九十]{1,3}(?:天|日|周|个月|场|轮)(?![(（])"
)
_NAMES_A_MEETING = re.compile(
    "[^，。;、:的]{2,30}?(?:大会|会议|交流会|研讨[班会]|培训班|论坛|峰会|推进会|座谈会|现场会|年会)"
)
_ENDINGS = "落下帷幕|落幕|闭幕|收官|结束|谢幕|收场|收槌|收兵|闭馆|闭展|完赛|散场"
#: An event of so many days: 10月19日，为期5天的博览会落下帷幕.
_OF_DAYS = re.compile(
    "，?(?:历时|为期)(?P<days>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})天的?[^。;]{0,40}?"
    f"(?:(?P<closes>{_ENDINGS})|开幕|启幕|开赛|举行|启动|拉开帷幕)"
)
#: The same told before its last day: 历时9天的运动会今晚闭幕.
_OF_DAYS_BEFORE = re.compile(
    "(?:历时|为期)(?P<days>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})天的[^，。;]{1,30}$"
)
_CLOSES = re.compile(f"[^，。;0-9的]{{0,12}}?(?:{_ENDINGS})")
#: The months in which holidays may lie, by their names.
_MONTHS_OF_HOLIDAYS = {
    "春节": frozenset({1, 2}),
    "春运": frozenset({1, 2, 3}),
    "清明": frozenset({4}),
    "五一": frozenset({4, 5}),
    "端午": frozenset({5, 6}),
    "中秋": frozenset({9, 10}),
    "国庆": frozenset({9, 10}),
}
#: The most days that something lasts which a text refers to by its name, and the most times of a
#: list, each of which holds those before it.
_LONGEST_EVENT, _LONGEST_LIST = 62, 50
_SOME_DAY = frozenset({"前", "之前", "以前"})
_NEAR = 16
#: How far ahead of its own day a text speaks of a day by its number alone, and how long before its
#: end of a part of the year as over.
_DAYS_FORESEEN, _DAYS_NEARLY_OVER = 9, 20
_MONTHS = 12
#: Months in which parts of the year before are still told of without its name.
_MONTHS_OF_REPORTS = 4
#: What an earlier time says of something that is not a figure of it: a founding; and an attribute
#: that ends in 的.
_FOUNDING = (
    "(?:成立|建成|建立|创建|创办|建校|建院|建厂|建市|设立|始建|开工|动工|竣工|落成|投产|投运"
    "|投用|通车|启用|开业|开馆|开园|开通|通航|开行|挂牌|获批|获评"
    "|入选|列入|生于|被评为|被列|被认定|颁布|出台|印发|施行|实施|修订|上市|出生|入党|毕业(?!生)"
    "|入职|退休|加入|签订|签署)"
)
_FOUNDED = re.compile(
    rf"[一-鿿]{{0,6}}?{_FOUNDING}[^，。;、:()的0-9]{{0,12}}(?<![时后初际前])(?=[，。;、:()的])"
)
#: What an attribute tells of a thing by its day or month: 5月29日启程的探测器.
_NAMED_BY = re.compile(
    f"(?:晚|凌晨)?[一-鿿]{{0,6}}?(?:{_FOUNDING}|启程|出发|发射|升空|下水|开播|出土|首映)的(?![0-9])"
)
_FOUNDED_BEFORE = re.compile("(?:成立|建|创|始建|创建|创办|出生|开工|诞生|设立)$")
_BASIS = re.compile("的基础|(?:不变|可比)?价|为(?:基|100)")
_COMPARED_FROM_AFAR = re.compile("(?:比|较)[^，。;:0-9]{2,14}的$")
#: What is shared out among so many: 以2024年末总股本5亿股为基数.
_SHARED_AMONG = re.compile("[^，。;]{2,24}为基数")
#: What something rose from: 在2020年352亿元的基础上.
_ON_THE_BASIS = re.compile("[^，。;]{1,24}的基础上")
#: What was once so, which its own sentence tells only: 团队2022年曾报告3颗.
_ONCE = re.compile("[^，。;0-9]{0,4}(?:曾|一度)")
_BEGINS = re.compile("[一-鿿]{0,6}?(?:开始|起步|说起|起航)")
_OF_THAT_TIME = re.compile("[^，。;、:()0-9的]{0,8}的")
_ON_RECORD = re.compile("记录|统计|观测|建站|有气象")
#: A share or a multiple of what was then: 是2020年同类案件平均数的8倍.
_SHARE_OF = re.compile(
    "[^，。;0-9]{0,16}的(?:近|约|逾|超)?[0-9.一二两三四五六七八九十半]{1,8}(?:多?倍|成|%|分之)"
)
_RECORD = re.compile(r"(?:同期|历史)?的?(?:最|新[高低]|首|单)")
#: The first of a year by its number is no figure of the year: 今年第一胎, 去年首只.
_ITS_FIRST = re.compile(
    "(?:以来)?(?:的?第[0-9一二三四五六七八九十]{1,3}|首)(?=[个只头胎批场单例家座列艘架届])"
)
_OF_NO_FIGURE = re.compile(
    "第[0-9一二三四五六七八九十]{1,3}(?:[号次届期版辑轮]|周(?![(（]))"
    "|(?:正式)?(?:施行|实施|执行|生效|开始施行)(?=[，。;、:)的]|$)|恰逢|适逢|正值"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time by its place in ``ArticleText.plain``.

    ``period`` is None where it names none (目前). ``lead`` is the word before it that says how it
    is meant. ``is_base``: others are compared with it (比2020年), and it governs no more than a
    figure of its own. ``until`` is where it stops governing: in brackets, after 其中 or if it has
    no end. ``ahead``: it is named as one to come (到2030年). ``is_sure``: its year is printed with
    it, or is before it in its paragraph. ``listed`` are the times of a list that ends with it
    (一季度、二季度).
    """

    start: int
    end: int
    period: TimePeriod | None
    lead: str = ""
    is_base: bool = False
    until: int | None = None
    ahead: bool = False
    in_heading: bool = False
    is_final: bool = False
    is_sure: bool = True
    listed: tuple[TimePeriod, ...] = ()
    is_event: bool = False

    @property
    def is_as_of(self) -> bool:
        """Whether it is the day up to which something is told: 截至6月底, 年末."""
        return self.lead.startswith("截") or self.is_final


def time_mentions(
    article: ArticleText, layout: Layout | None = None
) -> tuple[Dateline, list[TimeMention]]:
    """When ``article`` was written, and the times it names that figures may be about."""
    plain, layout = article.plain, layout or Layout(article)
    spoken = _spoken(plain)
    report = read_dateline(plain, layout, spoken)
    mentions: list[TimeMention] = []
    for mention in _Clock(article, layout, report).mentions(spoken):
        _add(mentions, mention, plain)
    return report, list(_with_event(plain, mentions))


def _add(mentions: list[TimeMention], mention: TimeMention, plain: str) -> None:
    """Put a time behind ``mentions``: as the end of the last of them, in a list with it, or by
    itself.
    """
    joined = _joined(plain, mentions[-1], mention) if mentions else None
    if joined:
        mentions[-1] = joined
    else:
        mentions.append(_in_a_list(plain, mentions[-1], mention) if mentions else mention)


def _spoken(plain: str) -> list[TimeExpression]:
    """The time expressions of a text, those in titles aside."""
    titles = [found.span() for found in _TITLE.finditer(plain)]
    return [one for one in time_expressions(plain) if _is_spoken(plain, titles, one)]


def _is_spoken(plain: str, titles: Sequence[tuple[int, int]], expression: TimeExpression) -> bool:
    return not _inside(titles, expression) or _is_year_of_figures(plain, expression)


def _time_of_report(plain: str, titled: int, spoken: Sequence[TimeExpression]) -> TimePeriod | None:
    """The time on which the article is a report, as its title says: 2024年年度报告."""
    of_title = (one for one in spoken if _is_year(one, titled)) if titled else ()
    found = next(filter(None, (_REPORT_ON.match(plain, one.end) for one in of_title)), None)
    if found is None:
        return None
    if found["half"]:
        return TimePeriod(Moment(titled, 1), Moment(titled, _MONTHS_OF_HALF))
    return TimePeriod(Moment(titled), Moment(titled))


def _is_year(expression: TimeExpression, number: int) -> bool:
    """Whether an expression names the year of that number."""
    year = Moment(number)
    return expression.names_its_year and expression.period(Moment(0)) == TimePeriod(year, year)


def _inside(spans: Sequence[tuple[int, int]], expression: TimeExpression) -> bool:
    at = bisect_right(spans, (expression.start, expression.end)) - 1
    return at >= 0 and spans[at][0] <= expression.start < spans[at][1]


def _is_year_of_figures(plain: str, expression: TimeExpression) -> bool:
    """Whether a year in a title is that of the figures: 《2024年统计公报》; the years of a plan are
    not.
    """
    return (
        expression.names_its_year
        and "last" not in expression.parts
        and _OF_FIGURES.match(plain, expression.end) is not None
    )


class _Clock:
    """The time that the text speaks of, expression by expression: what one leaves out, it takes
    from those before it.
    """

    def __init__(self, article: ArticleText, layout: Layout, report: Dateline) -> None:
        self._plain = article.plain
        self._sentences = article.sentence_ends
        self._layout = layout
        self._report = report
        self._own, self._own_level = report.titled, 0
        self._headings = list(layout.headings())[::-1]
        self._now, self._last = Moment(0), report.written
        self._month_of_days = self._named_at = 0
        self._months_of_days: dict[int, int] = {}
        self._passage = -1
        self._spoken_of: TimePeriod | None = None
        self._spoken_of_before: TimePeriod | None = None
        self._month_told: Moment | None = None
        self._begun = (0, 0)
        self._to_come: TimePeriod | None = None
        self._long_ago: TimePeriod | None = None
        self._longer_ago: TimePeriod | None = None
        self._long_ago_passage = 0
        self._end_or_beginning: tuple[int, TimePeriod] | None = None
        self._reported: TimePeriod | None = None

    def mentions(self, spoken: Sequence[TimeExpression]) -> Iterator[TimeMention]:
        """The times that ``spoken`` name."""
        self._reported = _time_of_report(self._plain, self._report.titled, spoken)
        for expression in spoken:
            self._enter(expression)
            if expression.start in self._report.datelines:
                continue
            mention = self._mention(expression)
            if mention is not None:
                yield mention

    def _enter(self, expression: TimeExpression) -> None:
        """Forget the year of the passage before, where a new one begins; a heading's year stays for
        its section.
        """
        passage = self._layout.passage_of(expression.start)
        if passage != self._passage:
            self._begin_passage(passage)
        while self._headings and self._layout.start(self._headings[-1]) <= expression.start:
            self._pass_heading(self._headings.pop())
        if self._is_year_of_section(expression):
            self._begin_section(expression)

    def _begin_section(self, expression: TimeExpression) -> None:
        self._own = _year_of(expression) or self._own
        self._own_level = self._layout.level(self._layout.line_of(expression.start))

    def _begin_passage(self, passage: int) -> None:
        self._passage = passage
        self._now, self._begun = Moment(0), (0, 0)
        start = self._spoken_of.start if self._spoken_of else None
        if start is not None and not start.day:
            self._spoken_of_before = self._spoken_of
        self._spoken_of = None

    def _is_year_of_section(self, expression: TimeExpression) -> bool:
        """Whether a year in a heading is that of its section."""
        if not expression.names_its_year or expression.lead:
            return False
        return self._is_in_heading(expression) and expression.start not in self._report.datelines

    def _pass_heading(self, line: int) -> None:
        """Forget the year of the section before, where one begins that is not part of it."""
        level = self._layout.level(line)
        is_alike = bool(level) == bool(self._own_level)
        if is_alike and level <= self._own_level:
            self._own = self._report.titled

    def _mention(self, expression: TimeExpression) -> TimeMention | None:
        """The time that an expression names; None where it names none that figures may be about."""
        if "then" in expression.parts and not expression.is_vague:
            return self._then(expression)
        if self._names_no_period(expression) or self._refers_to_no_year(expression):
            return self._without_period(expression)
        if "reported" in expression.parts:
            return self._of_report(expression)
        return self._counted(expression)

    def _counted(self, expression: TimeExpression) -> TimeMention | None:
        """The time that an expression names once it is known from when it is counted."""
        moment, is_sure = self._moment(expression)
        period = expression.period(moment)
        if period is None and expression.is_up_to_now:
            return self._without_period(expression)
        if self._names_nothing(expression, period):
            return None
        if period and expression.is_year and self._goes_on(_FIRST_DAYS_OF_IT, expression):
            self._remember(period, expression)
            return self._without_period(expression)
        period = self._since_up_to(expression, self._same_part(expression, period))
        return self._named(expression, period, moment, is_sure=is_sure)

    def _of_report(self, expression: TimeExpression) -> TimeMention | None:
        """报告期内, 报告期末: the time that the title's report is on, or its last day; None where
        the title names none.
        """
        period, moment = self._reported, Moment(0)
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
        截至2月26日，今年以来, or 自2004年以来，截至2月26日.
        """
        end, self._end_or_beginning = self._end_or_beginning, None
        if end and period and self._plain[end[0] : expression.start] in {"，", ""}:
            both = _from_one_to_another(end[1], period, is_up_to=expression.lead.startswith("截"))
            if both:
                return both
        is_end = expression.lead.startswith("截") and _is_one_day(period)
        if period and (is_end or _is_open(period)):
            self._end_or_beginning = expression.end, period
        return period

    def _names_no_period(self, expression: TimeExpression) -> bool:
        """Whether it is vague, an event, or a part of every year."""
        if expression.is_vague or "event" in expression.parts:
            return True
        return not expression.is_year and self._is_of_every_year(expression)

    def _is_of_every_year(self, expression: TimeExpression) -> bool:
        if self._goes_on(_AS_IN_MOST_YEARS, expression):
            return True
        return bool(self._found_before(_EVERY_YEAR, expression))

    def _refers_to_no_year(self, expression: TimeExpression) -> bool:
        """Whether 那年 or 第二年 stands in a passage that names no year before it, or is that of
        something that is told of: 上岛那年.
        """
        if expression.parts.get("word") not in _YEARS_TOLD_OF:
            return False
        return self._is_of_a_name(expression) or not self._year_named_before(expression)

    def _is_of_a_name(self, expression: TimeExpression) -> bool:
        """Whether what is told of stands before a year: 上岛那年."""
        return bool(self._found_before(_NAME_BEFORE, expression))

    def _without_period(self, expression: TimeExpression) -> TimeMention:
        compares = _COMPARES if expression.is_vague else _THAN_IN_MOST_YEARS
        lead = self._found_before(compares, expression)[:1]
        is_event = "event" in expression.parts and not expression.is_vague
        start, end = expression.start, expression.end
        return TimeMention(start, end, None, lead, bool(lead), is_event=is_event)

    def _names_nothing(self, expression: TimeExpression, period: TimePeriod | None) -> bool:
        """Whether it is a day that is not known, or only the name of something: 2025届."""
        if period is None and expression.needs_a_day:
            return True
        return self._plain.startswith("届", expression.end) and not self._is_earlier(expression)

    def _same_part(
        self, expression: TimeExpression, period: TimePeriod | None
    ) -> TimePeriod | None:
        """去年同期: the part of the year that was spoken of, in another year."""
        if expression.tail not in _SAME_PART or expression.names_a_part:
            return period
        return _shifted(self._spoken_of or self._spoken_of_before, period)

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
        is_base, background = self._is_base(expression), self._background(expression)
        ahead = period is not None and self._looks_ahead(expression, period)
        if period is not None and not is_base and background is None and not ahead:
            self._remember(period, expression)
        if self._speaks_of_no_figure(expression):
            return None
        self._keep_for_then(period, expression, ahead=ahead)
        return TimeMention(
            expression.start,
            expression.end,
            period,
            expression.lead,
            is_base,
            self._until(expression, period) if background is None else background,
            ahead,
            self._is_in_heading(expression),
            _is_last_day(expression),
            is_sure,
            expression.each(moment),
        )

    def _goes_on(self, pattern: re.Pattern[str], expression: TimeExpression) -> bool:
        """Whether ``pattern`` matches right behind an expression."""
        return pattern.match(self._plain, expression.end) is not None

    def _found_before(self, pattern: re.Pattern[str], expression: TimeExpression) -> str:
        """What ``pattern`` finds near before an expression, or nothing."""
        begin = max(0, expression.start - _NEAR)
        found = pattern.search(self._plain, begin, expression.start)
        return found[0] if found else ""

    def _keep_for_then(
        self, period: TimePeriod | None, expression: TimeExpression, *, ahead: bool
    ) -> None:
        """Remember what 届时 and 当时 may mean: the last time that is to come, and the last of an
        earlier year.
        """
        last = (period.end or period.start) if period else None
        if last is None:
            return
        written = self._report.written
        if ahead or (written.year and last.last_day > written.last_day):
            self._to_come = period
        elif last.year < (written.year or self._report.first):
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
        is_beginning = expression.lead in {"由", "从"} and self._spoken_of == self._long_ago
        return (is_beginning and self._longer_ago) or self._long_ago

    def _is_in_heading(self, expression: TimeExpression) -> bool:
        """Whether it is in the heading of a section, which may be the first words of a
        paragraph.
        """
        line = self._layout.line_of(expression.start)
        if self._layout.is_heading(line):
            return True
        start = self._layout.start(line)
        is_near = (
            expression.start - start < _LONGEST_HEADING
            and _SENTENCE_END.search(self._plain, start, expression.start) is None
        )
        return is_near and self._layout.is_numbered(line)

    def _moment(self, expression: TimeExpression) -> tuple[Moment, bool]:
        """The time from which the expression's own is counted, and whether it is near."""
        if expression.names_its_year:
            return Moment(0, self._month(expression), self._now.day), True
        if expression.counts_from_today:
            return self._month_compared(expression) or self._report.written, self._has_date
        if "same" in expression.parts or "next_day" in expression.parts:
            is_of_a_name = bool(self._found_before(_NAME_BEFORE, expression))
            return self._last, self._is_named_here(expression) and not is_of_a_name
        if expression.is_year and not expression.counts_from_the_text:
            year = self._report.written.year or self._report.titled
            moment = Moment(year and year + expression.years_later, self._now.month)
            return moment, self._has_date and "word" in expression.parts
        return self._moment_of_the_text(expression)

    def _month_compared(self, expression: TimeExpression) -> Moment | None:
        """The month that 上月 lies before where it is compared with one, or told of beside it; None
        where it is that before the report.
        """
        if not expression.parts.get("near_month", "").startswith("上") or not self._month_told:
            return None
        is_compared = expression.lead not in _NOT_COMPARING or expression.lead in _BESIDE
        return self._month_told if is_compared or self._was(expression) else None

    @property
    def _has_date(self) -> bool:
        """Whether the article says when it was written."""
        if self._report.is_guessed:
            return False
        return self._report.is_dated or self._report.written.day > 0

    def _moment_of_the_text(self, expression: TimeExpression) -> tuple[Moment, bool]:
        """The same of an expression whose year is that of which the text speaks."""
        month, day = self._month(expression), self._now.day
        named = self._year_named_before(expression)
        if named:
            return Moment(named, month, day), True
        year = self._year_of_section(expression, month)
        is_near = bool(self._own or self._report.written.month)
        is_known = is_near and (bool(self._own) or not self._report.is_guessed)
        is_sure = is_known and not self._may_be_another_day(expression)
        return Moment(year and year + expression.years_later, month, day), is_sure

    def _year_named_before(self, expression: TimeExpression) -> int:
        """The year that an expression has from one named before it in its passage; else 0."""
        named = self._year_begun(expression)
        if named or not self._now.year or self._comes_back_to_the_present(expression):
            return named
        if self._is_whole_year_before(expression) or self._is_not_over(expression):
            return 0
        return self._now.year + expression.years_later

    def _is_not_over(self, expression: TimeExpression) -> bool:
        """Whether a part of the year named last ends long after the article was written, and is not
        told as to come: 四季度, in a text of March.
        """
        written = self._report.written
        is_of_report = self._report.is_dated and self._now.year == written.year
        if not (is_of_report and written.month and expression.is_part_without_day):
            return False
        if expression.is_year or expression.lead or self._is_planned(expression):
            return False
        period = expression.period(Moment(self._now.year))
        end = period.end if period else None
        return end is not None and (end.last_day - written.last_day).days > _DAYS_NEARLY_OVER

    def _is_whole_year_before(self, expression: TimeExpression) -> bool:
        """Whether all of a year is told of (全年在460件案件中) on a day of the next one, which is
        the last time named: 4月22日，….
        """
        written = self._report.written
        if "whole" not in expression.parts or not 0 < written.month < LAST_MONTHS:
            return False
        is_day_of_report = self._now.day > 0 and self._now.year == written.year
        return is_day_of_report and not (expression.lead or self._is_to_come(expression))

    def _year_begun(self, expression: TimeExpression) -> int:
        """The year that 那年 means where something began in it, named last; else 0."""
        if expression.parts.get("word") not in _THAT_YEAR:
            return 0
        begun_at, begun = self._begun
        return begun if begun_at > self._named_at else 0

    def _year_of_section(self, expression: TimeExpression, month: int) -> int:
        """The year of a section, of the article, or of a part of a year the nearest to it."""
        written = self._report.written
        if self._own and "whole" in expression.parts:
            return self._own
        may_be_of_another = not self._own or expression.is_part_without_day
        if written.month and not expression.is_year and may_be_of_another:
            return max(self._own, self._nearest_year(expression, month))
        return self._own or written.year or self._report.first

    def _is_named_here(self, expression: TimeExpression) -> bool:
        """Whether the day, or the month, that 当日 or 当月 means was named in the same passage."""
        is_month = expression.parts.get("same") == "当月"
        is_known = self._last.month > 0 if is_month else self._last.day > 0
        if not is_known or self._passage < 0:
            return False
        return self._named_at >= self._layout.passages[self._passage]

    def _comes_back_to_the_present(self, expression: TimeExpression) -> bool:
        """Whether a part of a year is not one of the past year named before, which is not that of
        the section: a sentence has ended since.
        """
        written = self._report.written
        if expression.is_year or not written.month:
            return False
        if self._now.year >= written.year or self._now.year == self._own:
            return False
        at = bisect_right(self._sentences, self._named_at)
        return at < len(self._sentences) and self._sentences[at] <= expression.start

    def _nearest_year(self, expression: TimeExpression, month: int) -> int:
        """The year of a part of one without it: the last one in which it lies behind the report, or
        the next one if it is told as to come.
        """
        written = self._report.written
        period = expression.period(Moment(written.year, month, self._now.day))
        first = period and (period.start or period.end)
        last = period and (period.end or period.start)
        if not isinstance(first, Moment) or not isinstance(last, Moment):
            return written.year
        return written.year + self._years_from_report(expression, first, last)

    def _years_from_report(self, expression: TimeExpression, first: Moment, last: Moment) -> int:
        """1 where a part of the report's year, from ``first`` to ``last``, is told of the next
        year, -1 where of the year before, else 0.
        """
        written = self._report.written
        if self._is_to_come(expression):
            return int(last.last_day < written.first_day and "one_month" in expression.parts)
        if expression.is_part_without_day:
            return -self._is_of_last_year(expression, first, last)
        return -((first.first_day - written.last_day).days > _DAYS_FORESEEN)

    def _is_of_last_year(self, expression: TimeExpression, first: Moment, last: Moment) -> bool:
        """Whether a part of a year that ends long after the report is that of the year before."""
        written = self._report.written
        is_of_a_part = "whole" not in expression.parts and first.month <= 1
        is_early = written.month <= _MONTHS_OF_REPORTS or is_of_a_part
        is_far_ahead = (last.last_day - written.last_day).days > _DAYS_NEARLY_OVER
        return (is_early or expression.is_final) and is_far_ahead

    def _is_planned(self, expression: TimeExpression) -> bool:
        """Whether a time is told as to come, or what is allotted or aimed at for it."""
        is_allotted = self._goes_on(_ALLOTTED, expression)
        return is_allotted or self._is_to_come(expression)

    def _is_to_come(self, expression: TimeExpression) -> bool:
        if expression.tail in _SOME_DAY or self._goes_on(_TO_COME, expression):
            return True
        return self._is_up_to_a_time_to_come(expression) or self._is_foreseen(expression)

    def _is_foreseen(self, expression: TimeExpression) -> bool:
        return bool(self._found_before(_FORESEEN, expression))

    def _is_up_to_a_time_to_come(self, expression: TimeExpression) -> bool:
        """到8月: whether a time is led by such a word, and is no end of a stretch: 从5月到8月."""
        if expression.lead not in {"到", "至"} or self._plain.startswith("的", expression.end):
            return False
        return not self._found_before(_FROM_A_TIME, expression)

    def _month(self, expression: TimeExpression) -> int:
        """The month of a day without one: that of the days named before it, the one with which the
        same day was named, or the one nearest to the day on which the text was written.
        """
        written = self._report.written
        if "only_day" not in expression.parts:
            return self._now.month or written.month
        if self._now.day and self._now.month:
            is_next = expression.lead in {"到", "至"} and expression.day < self._now.day
            return self._now.month % _MONTHS + 1 if is_next else self._now.month
        return self._months_of_days.get(expression.day) or self._month_of_the_text(expression)

    def _month_of_the_text(self, expression: TimeExpression) -> int:
        """The month of a day that was not named before with it."""
        if self._report.written.day:
            return self._month_near_report(expression)
        return self._now.month or self._month_of_days or self._report.written.month

    def _may_be_another_day(self, expression: TimeExpression) -> bool:
        """Whether a day by its number alone is one that was named before with its month, and may be
        that of the report's month too.
        """
        known = None if self._now.day else self._months_of_days.get(expression.day)
        if known is None or "only_day" not in expression.parts:
            return False
        return known != self._month_of_the_text(expression)

    def _month_near_report(self, expression: TimeExpression) -> int:
        """The month of the report, or that before it for a day that is not told as to come."""
        if self._is_of_month_before(expression):
            return self._report.written.month - 1 or _MONTHS
        return self._report.written.month

    def _is_of_month_before(self, expression: TimeExpression) -> bool:
        """Whether a day would be too far ahead in the month of the report."""
        is_late = expression.day > self._report.written.day + _DAYS_FORESEEN
        return is_late and not self._is_to_come(expression)

    def _remember(self, period: TimePeriod, expression: TimeExpression) -> None:
        """Take over what the text now speaks of: its year, month and day."""
        last = period.end
        if last is None:
            self._remember_beginning(period, expression)
            return
        is_part = expression.is_part_without_day
        if last.month and not is_part:
            self._keep_for_same_day(last)
        self._keep_month_of_days(expression, period, last)
        month = (0 if is_part else last.month) or self._now.month
        self._keep_for_month_before(period, last)
        self._now = Moment(last.year, month, self._day_after(expression, last))
        self._named_at, self._spoken_of = expression.start, period

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
        if begin is None or begin.year < self._report.written.year or not begin.month:
            return
        self._now = replace(self._now, year=begin.year)
        self._named_at = expression.start

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
        names_a_day = "day" in expression.parts or "only_day" in expression.parts
        return last.day if names_a_day else self._now.day

    def _is_base(self, expression: TimeExpression) -> bool:
        """Whether something is compared with a time, or counted from it."""
        lead = expression.lead
        if lead in {"由", "从"}:
            return self._is_beginning_of_change(expression)
        is_same_part = expression.tail in _SAME_PART and not self._is_of_a_sentence(expression)
        if lead in _BESIDE:
            return is_same_part or self._goes_on(_COMPARED, expression)
        if self._is_of_records(expression) or self._is_attribute(expression):
            return True
        if lead in _EQUATING:
            return self._is_of_a_share(expression)
        if self._is_compared_from_afar(expression):
            return True
        return lead not in _NOT_COMPARING or is_same_part or self._is_aside(expression)

    def _is_of_a_sentence(self, expression: TimeExpression) -> bool:
        """2024年同期，两项分别为: whether what follows is about a time, and compares nothing with
        it.
        """
        is_first = not expression.lead and self._opens_a_sentence(expression)
        return is_first and self._plain.startswith("，", expression.end)

    def _is_beginning_of_change(self, expression: TimeExpression) -> bool:
        """由2020年的: whether something changed from what it was then, and did not begin then."""
        is_since = expression.tail.endswith(("起", "开始", "以来", "至今"))
        is_range = not {"last", "last_month", "last_day"}.isdisjoint(expression.parts)
        if is_range and not self._plain.startswith("的", expression.end):
            return False
        return not is_since and not self._goes_on(_BEGINS, expression)

    def _is_compared_from_afar(self, expression: TimeExpression) -> bool:
        """Whether words stand between a time and that something is compared with it:
        比人口普查的2020年, 在2020年352亿元的基础上.
        """
        if not self._is_earlier(expression):
            return False
        if self._found_before(_COMPARED_FROM_AFAR, expression):
            return True
        is_in = self._plain.startswith("在", expression.start - 1)
        return is_in and self._goes_on(_ON_THE_BASIS, expression)

    def _is_of_a_share(self, expression: TimeExpression) -> bool:
        """是2020年的2.4倍: whether something is a share or a multiple of what was then."""
        if self._plain.startswith("的", expression.end):
            return True
        return self._goes_on(_SHARE_OF, expression)

    def _is_of_records(self, expression: TimeExpression) -> bool:
        """Whether records are kept since a time, or prices and indices based on it."""
        if self._goes_on(_BASIS, expression):
            return True
        if not expression.tail.endswith("以来"):
            return False
        is_record = self._goes_on(_RECORD, expression)
        return is_record or _ON_RECORD.search(expression.tail) is not None

    def _is_earlier(self, expression: TimeExpression) -> bool:
        """Whether it names a year before the one that the text speaks of."""
        period = expression.period(self._moment(expression)[0]) if expression.is_year else None
        written = self._report.written.year if self._report.is_dated else 0
        year = self._now.year or self._own or written or self._report.first
        return bool(period and period.end and period.end.year < year)

    def _is_past(self, expression: TimeExpression) -> bool:
        """Whether it names a year before the one in which the article was written."""
        year = _year_of(expression) if expression.names_its_year else 0
        return 0 < year < self._report.written.year

    def _is_attribute(self, expression: TimeExpression) -> bool:
        """Whether an earlier time only tells which one is meant: 打破1991年创下的纪录."""
        if not self._now.year or expression.lead in _UP_TO:
            return False
        return self._goes_on(_OF_THAT_TIME, expression) and self._is_told_within(expression)

    def _is_told_within(self, expression: TimeExpression) -> bool:
        """Whether an earlier time is named within a sentence."""
        return self._is_earlier(expression) and not self._opens_a_sentence(expression)

    def _background(self, expression: TimeExpression) -> int | None:
        """Where a time ends that only tells among how many something is shared out, or since when
        there is something.
        """
        shared = _SHARED_AMONG.match(self._plain, expression.end)
        return shared.end() if shared else self._end_of_founding(expression)

    def _end_of_founding(self, expression: TimeExpression) -> int | None:
        """Where an earlier time ends that only tells since when there is something:
        该港于2016年建成.
        """
        is_earlier = self._is_earlier(expression)
        if not (is_earlier or self._is_past(expression)):
            return self._end_of_name(expression)
        if expression.lead == "于" and self._found_before(_FOUNDED_BEFORE, expression):
            return expression.end
        founded = _FOUNDED.match(self._plain, expression.end)
        if founded is None:
            return None
        names_it = is_earlier or self._plain.startswith("的", founded.end())
        if not names_it:
            return None
        self._keep_for_that_year(expression)
        return founded.end()

    def _end_of_name(self, expression: TimeExpression) -> int | None:
        """Where a time ends that only tells which one is meant: 5月29日启程的探测器."""
        if expression.lead or _NAMED_TIMES.isdisjoint(expression.parts):
            return None
        named = _NAMED_BY.match(self._plain, expression.end)
        return named.end() if named else None

    def _keep_for_that_year(self, expression: TimeExpression) -> None:
        """Remember the year with which something began, which 当年 may mean: 2004年通航当年."""
        period = expression.period(self._moment(expression)[0])
        if period and period.end:
            self._begun = expression.start, period.end.year

    def _is_aside(self, expression: TimeExpression) -> bool:
        """Whether an earlier year only tells what something was then: …, 2022年为43.5万吨;
        去年为4亿元.
        """
        month = expression.parts.get("near_month")
        if not self._was(expression) or (month is None and not self._now.year):
            return False
        return (month or "").startswith("上") or self._is_earlier(expression)

    def _was(self, expression: TimeExpression) -> bool:
        """Whether it only says what something was then: 上月为."""
        return not expression.lead and self._goes_on(_WAS, expression)

    def _speaks_of_no_figure(self, expression: TimeExpression) -> bool:
        """Whether it only names something by its time, or says something of the time itself:
        2025年第3次会议, 自2026年1月1日起施行, 今年恰逢.
        """
        is_day = not _NAMES_OF_A_DAY.isdisjoint(expression.parts)
        if is_day and self._goes_on(_PUBLISHED, expression):
            return True
        if self._is_base(expression):
            return False
        if self._is_of_a_meeting(expression) or is_awaited(self._plain, expression):
            return True
        if expression.is_year and self._now.day and self._goes_on(_ITS_FIRST, expression):
            return True
        return self._goes_on(_OF_NO_FIGURE, expression)

    def _is_of_a_meeting(self, expression: TimeExpression) -> bool:
        """Whether a year is part of the name of a meeting whose day was named before it in its
        sentence: 7月26日，某省主办的2025年经验交流会.
        """
        now, named_at = self._now, self._named_at
        is_year_alone = "year" in expression.parts and not expression.names_a_part
        if not (now.day and is_year_alone) or expression.lead:
            return False
        is_here = bisect_right(self._sentences, named_at) == bisect_right(
            self._sentences, expression.start
        )
        return is_here and self._goes_on(_NAMES_A_MEETING, expression)

    def _looks_ahead(self, expression: TimeExpression, period: TimePeriod) -> bool:
        """Whether a time is told as one to come: without a beginning, or 到 at the head of its
        clause.
        """
        last = period.end or period.start
        if last is None or self._report.lies_behind(last):
            return False
        if period.start is None:
            return True
        if expression.lead not in {"到", "至"} or self._plain.startswith("的", expression.end):
            return False
        lead_ends = expression.start + len(expression.lead)
        return _AHEAD.search(self._plain[max(0, expression.start - 2) : lead_ends]) is not None

    def _opens_a_clause(self, expression: TimeExpression) -> bool:
        start = expression.start
        return start == self._layout.passages[self._passage] or self._plain[start - 1] in "。;，"

    def _opens_a_sentence(self, expression: TimeExpression) -> bool:
        start = expression.start
        return start == self._layout.passages[self._passage] or self._plain[start - 1] == "。"

    def _until(self, expression: TimeExpression, period: TimePeriod | None) -> int | None:
        """Where a time in brackets, one of a part (其中) or one without an end (2012年以来) stops
        governing.
        """
        before = self._plain[max(0, expression.start - _LONGEST_HEADING) : expression.start]
        if self._is_of_a_part(expression, before):
            return self._next_end(_PART_END, expression)
        if self._is_of_a_sentence_alone(expression, period):
            return self._next_end(_SENTENCE_END, expression)
        if expression.lead in _UP_TO and _GOES_ON_UP_TO.search(before):
            return self._next_end(_CLAUSE_END, expression)
        opened = _IN_BRACKETS.search(before)
        return self._end_of_bracket(expression, before[: opened.start()]) if opened else None

    def _is_of_a_part(self, expression: TimeExpression, before: str) -> bool:
        """Whether a time holds for a part of its sentence: 其中, 当日."""
        if _AMONG_THEM.search(before):
            return True
        return self._is_part_of_event(expression) and not self._opens_a_sentence(expression)

    def _is_of_a_sentence_alone(
        self, expression: TimeExpression, period: TimePeriod | None
    ) -> bool:
        """Whether a time holds in its sentence only: one without an end, or of what was once so."""
        is_open = period is not None and period.end is None
        if is_open and not self._opens_a_clause(expression):
            return True
        return self._goes_on(_ONCE, expression) and self._is_past(expression)

    def _next_end(self, pattern: re.Pattern[str], expression: TimeExpression) -> int | None:
        """Where the sentence, or the part of it, in which an expression is ends."""
        ended = pattern.search(self._plain, expression.end)
        return ended.start() if ended else None

    def _is_part_of_event(self, expression: TimeExpression) -> bool:
        """Whether it is a day of what was told before: 当日, 首日."""
        if "same" in expression.parts:
            return True
        return _PART_OF_EVENT.search(self._plain, expression.start, expression.end) is not None

    def _end_of_bracket(self, expression: TimeExpression, before: str) -> int | None:
        """Where the bracket of an expression ends; None where it only says when the time that is
        named ``before`` it is.
        """
        closed = _BRACKET_ENDS.match(self._plain, expression.end)
        if closed is None:
            return None
        is_time_alone = _IS_A_TIME.fullmatch(self._plain, expression.start, closed.end())
        return None if is_time_alone and _NAMES_A_TIME.search(before) else closed.end()


def _year_of(expression: TimeExpression) -> int:
    """The last year that an expression names itself; 0 where it names none."""
    period = expression.period(Moment(0))
    return period.end.year if period and period.end else 0


def _is_one_named_day(expression: TimeExpression, period: TimePeriod, last: Moment) -> bool:
    """Whether it is one day that is named by its number."""
    return last.day > 0 and "day" in expression.parts and period.start == last


def _is_last_day(expression: TimeExpression) -> bool:
    """Whether it is the end of a part of the year that is spoken of: 年末, but not 截至2024年末."""
    if expression.names_its_year or expression.lead.startswith("截"):
        return False
    return expression.is_final


def _shifted(spoken_of: TimePeriod | None, base: TimePeriod | None) -> TimePeriod | None:
    """去年同期: the same part of another year."""
    if spoken_of is None or base is None or base.start is None:
        return base
    if spoken_of.start is None or spoken_of.end is None:
        return base
    by = base.start.year - spoken_of.end.year
    start, end = _years_later(spoken_of.start, by), _years_later(spoken_of.end, by)
    return TimePeriod(start, end) if start and end else base


def _is_open(period: TimePeriod | None) -> bool:
    """Whether a period has a beginning only."""
    return period is not None and period.start is not None and period.end is None


def _is_one_day(period: TimePeriod | None) -> bool:
    if period is None or period.start is None:
        return False
    return period.start.day > 0 and period.start == period.end


def _from_one_to_another(
    before: TimePeriod, period: TimePeriod, *, is_up_to: bool
) -> TimePeriod | None:
    """The days from a beginning up to a day, where one of both times is a beginning alone and the
    other a day; ``is_up_to``: the later of them says so.
    """
    if _is_open(period):
        return _from_up_to(period, before) if _is_one_day(before) else None
    is_end = is_up_to and _is_one_day(period)
    return _from_up_to(before, period) if is_end and _is_open(before) else None


def _from_up_to(since: TimePeriod | None, up_to: TimePeriod) -> TimePeriod | None:
    """The days from the first one of a time without an end to another day; any other time as it
    is.
    """
    first = since.start if since else None
    if since is None or first is None or since.end:
        return since
    begin = replace(first, month=first.month or 1, day=first.day or 1)
    return TimePeriod(begin, up_to.end)


def _years_later(moment: Moment, years: int) -> Moment | None:
    """The same moment of another year; None where there is none, as of 29 February."""
    return parse_moment(str(replace(moment, year=moment.year + years)))


def _joined(plain: str, first: TimeMention, last: TimeMention) -> TimeMention | None:
    """10月31日至11月2日: one time of two, each an end of it."""
    if first.period is None or last.period is None:
        return None
    if _says_when(plain, first, last):
        return replace(first, end=last.end, period=last.period, listed=last.listed)
    if not _are_ends(plain, first, last):
        return None
    begin, end = first.period.start, last.period.end
    if begin is None or end is None or begin.first_day > end.last_day:
        return None
    return replace(
        first,
        end=last.end,
        period=as_years(begin, end),
        is_base=first.is_base and first.lead not in {"由", "从"},
        until=last.until,
        listed=one_by_one(first.period, last.period),
    )


def _says_when(plain: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether a time in brackets says which part of the year before it is meant:
    2025年暑期(7月—8月).
    """
    if last.until is not None or not _PART_IN_BRACKETS.fullmatch(plain, first.end, last.start):
        return False
    closed = plain.find(")", last.end) + 1
    return _IS_A_TIME.fullmatch(plain, last.start, closed) is not None


def _are_ends(plain: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether two times are joined as the ends of one."""
    is_from_to = first.lead in {"自", "从"} and last.lead in {"至", "到"}
    if first.until != last.until and not is_from_to:
        return False
    between = plain[first.end : last.start]
    if not between:
        return last.lead in {"至", "到"}
    return between in {"-", "—", "~", "至", "到"}


def _with_event(plain: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """``mentions``, those that name an event without its days (比赛期间) with them; where the
    article does not give its days, without them.
    """
    event = _event(plain, mentions)
    for mention in mentions:
        if event.days and mention in event.ends:
            yield replace(mention, period=event.days, until=None)
        elif mention.is_event:
            period = event.period_of(plain[mention.start : mention.end])
            if period:
                yield replace(mention, period=period)
        elif not (event.called and _is_day(mention) and _CLOSES.match(plain, mention.end)):
            yield mention


@dataclass(frozen=True, slots=True)
class _Event:
    """What an article says of when an event is, which it refers to by its name.

    ``ends`` are the times of its first and last day, ``days`` the period between them, ``held`` the
    first days that the article tells of. ``named`` and ``season`` are the years that the event, or
    its season, is called by.
    """

    ends: tuple[TimeMention, ...]
    days: TimePeriod | None
    held: TimePeriod | None
    named: TimePeriod | None
    season: TimePeriod | None

    @property
    def called(self) -> TimePeriod | None:
        """The years it is called by."""
        return self.season or self.named

    def period_of(self, words: str) -> TimePeriod | None:
        """The period that ``words`` for it, or for a part of it, mean."""
        if words.endswith("赛季"):
            return _of_season(words, self.called)
        return self._period_of_days(words, self.days or self.held)

    def _period_of_days(self, words: str, days: TimePeriod | None) -> TimePeriod | None:
        return None if _is_another_holiday(words, days) else _of_event(words, days, self.named)


def _event(plain: str, mentions: Sequence[TimeMention]) -> _Event:
    ends, days = _ends_and_days(plain, mentions)
    return _Event(
        ends,
        days,
        _first_period(one for one in mentions if _is_held(one)),
        _first_period(one for one in mentions if _names_an_event(plain, one)),
        _first_period(
            one for one in mentions if "赛季" in plain[one.start : one.end + len("赛季")]
        ),
    )


#: The times that name an end of an event, and its days.
_EndsAndDays = tuple[tuple[TimeMention, ...], TimePeriod | None]


def _ends_and_days(plain: str, mentions: Sequence[TimeMention]) -> _EndsAndDays:
    """The times that name an end of the event, and its days."""
    of_days = (_event_of_days(plain, one) for one in mentions if _is_day(one))
    return next(filter(None, of_days), None) or _opened_and_closed(plain, mentions)


def _event_of_days(plain: str, day: TimeMention) -> _EndsAndDays | None:
    """An event of which a day is told as the first or the last of so many."""
    behind = _OF_DAYS.match(plain, day.end)
    if behind:
        return _of_so_many_days(day, behind["days"], behind["closes"])
    before = _OF_DAYS_BEFORE.search(plain, max(0, day.start - _NEAR * 3), day.start)
    closes = _CLOSES.match(plain, day.end)
    return _of_so_many_days(day, before["days"], closes[0]) if before and closes else None


def _of_so_many_days(day: TimeMention, days: str, closes: str | None) -> _EndsAndDays:
    """An event of so many days that ends, or begins, with a ``day``."""
    return (day,), _so_many_days(day, small_number(days), closes)


def _opened_and_closed(plain: str, mentions: Sequence[TimeMention]) -> _EndsAndDays:
    """An event whose first and last day are told."""
    opened, closed = _opening(plain, mentions), _closing(plain, mentions)
    if not opened or not closed:
        return (), None
    return (opened, closed), _from_to(opened, closed)


def _so_many_days(end: TimeMention, days: int, closes: str | None) -> TimePeriod | None:
    """The ``days`` that end, or begin, with a day."""
    day = end.period.start if end.period else None
    if day is None or not 0 < days <= _LONGEST_EVENT:
        return None
    other = _day_of(day, 1 - days if closes else days - 1).start
    return TimePeriod(other, day) if closes else TimePeriod(day, other)


def _opening(plain: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day on which something is said to begin."""
    ends = [*(one.start for one in mentions[1:]), len(plain)]
    for one, end in zip(mentions, ends, strict=False):
        if _is_day(one) and _OPENS.search(plain, one.start, min(end, one.end + _NEAR)):
            return one
    return None


def _closing(plain: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day on which something is said to end."""
    closing = (one for one in mentions if _is_day(one) and _CLOSES.match(plain, one.end))
    return next(closing, None)


def _first_period(mentions: Iterable[TimeMention]) -> TimePeriod | None:
    """The first period that ``mentions`` name."""
    return next((one.period for one in mentions if one.period), None)


def _is_held(mention: TimeMention) -> bool:
    """Whether a time is of several days, and none that others are compared with."""
    return _is_of_days(mention.period) and not mention.is_base


def _names_an_event(plain: str, mention: TimeMention) -> bool:
    return not mention.is_base and _NAMES_AN_EVENT.match(plain, mention.end) is not None


def _of_event(words: str, whole: TimePeriod | None, named: TimePeriod | None) -> TimePeriod | None:
    """The days of an event that ``words`` name: 假期首日, 比赛期间; the year it is called by where
    its days are not given.
    """
    part = _PART_OF_EVENT.search(words)
    if whole is None or whole.start is None or whole.end is None:
        return None if part else named
    if part is None:
        return whole
    if part[0].startswith("最后") or words.startswith(("闭幕", "收官")):
        return TimePeriod(whole.end, whole.end)
    later = "一二三四五六七八".find(part["number"]) if part["number"] else 0
    return _day_of(whole.start, later)


def _is_another_holiday(words: str, days: TimePeriod | None) -> bool:
    """Whether ``words`` name a holiday of other months than those of an event's ``days``:
    春节假期, beside 10月1日至8日.
    """
    months = next((months for name, months in _MONTHS_OF_HOLIDAYS.items() if name in words), None)
    if months is None or days is None or days.start is None or days.end is None:
        return False
    return months.isdisjoint({days.start.month, days.end.month})


def _day_of(first: Moment, later: int) -> TimePeriod:
    """The day so many days after the first one."""
    day = first.first_day + timedelta(later)
    moment = Moment(day.year, day.month, day.day)
    return TimePeriod(moment, moment)


def _of_season(words: str, season: TimePeriod | None) -> TimePeriod | None:
    """本赛季, or 上赛季: the years before."""
    if season is None or season.start is None or season.end is None:
        return None
    by = 1 if words.startswith("上") else 0
    return TimePeriod(
        replace(season.start, year=season.start.year - by),
        replace(season.end, year=season.end.year - by),
    )


def _is_day(mention: TimeMention) -> bool:
    return not mention.is_base and mention.period is not None and _is_from_a_day(mention.period)


def _is_from_a_day(period: TimePeriod) -> bool:
    """Whether a period is a day, or begins with one and has no end."""
    start = period.start
    return start is not None and start.day > 0 and period.end in {None, start}


def _from_to(opened: TimeMention, closed: TimeMention) -> TimePeriod | None:
    """The days from the one on which something began to that on which it ended; None where they
    are too many.
    """
    days = TimePeriod(
        opened.period.start if opened.period else None,
        closed.period.start if closed.period else None,
    )
    return days if _is_of_days(days) else None


def _is_of_days(period: TimePeriod | None) -> bool:
    """Whether a period is of several days, and not too many for an event."""
    if period is None or period.start is None or period.end is None:
        return False
    if not (period.start.day and period.end.day):
        return False
    return 0 < (period.end.first_day - period.start.first_day).days <= _LONGEST_EVENT


def _in_a_list(plain: str, before: TimeMention, mention: TimeMention) -> TimeMention:
    """``mention``, with the times listed before it if it is in a list."""
    if before.period is None or mention.period is None or len(before.listed) >= _LONGEST_LIST:
        return mention
    between = plain[before.end : mention.start]
    is_listed = mention.lead in _BESIDE if not between else between in {"、", "和", "与", "及"}
    if not is_listed:
        return mention
    earlier = [_no_later(one, mention.period) for one in before.listed or (before.period,)]
    listed = (*earlier, mention.period)
    return replace(mention, listed=listed, is_base=before.is_base, period=_all_of(listed))


def _no_later(one: TimePeriod, last: TimePeriod) -> TimePeriod:
    """A time of a list that ends with ``last``, in the year before where it lies behind that."""
    start, end = one.start, one.end
    if start is None or end is None or last.end is None or start.first_day <= last.end.last_day:
        return one
    first, final = _years_later(start, -1), _years_later(end, -1)
    return TimePeriod(first, final) if first and final else one


def _all_of(listed: Sequence[TimePeriod]) -> TimePeriod:
    """The months or parts of years that are ``listed`` as one where they follow each other, else
    the last of them: 7月、8月.
    """
    last = listed[-1]
    if one_by_one(listed[0], last) != tuple(listed):
        return last
    return TimePeriod(listed[0].start, last.end)
