"""What a time is named for, which may be to tell of it, to compare with it or to say since when
there is something; and how far it holds.
"""

from __future__ import annotations

import re

from statsite.extract.article import ArticleText
from statsite.extract.beside_times import (
    BESIDE,
    FOUNDED_BEFORE,
    HAS_DAYS_IN_BRACKETS,
    IS_A_TIME,
    LONGEST_HEADING,
    NOT_COMPARING,
    PART_OF_EVENT,
    SAME_PART,
    Beside,
)
from statsite.extract.clock import Clock
from statsite.extract.dateline import WORKS_END, is_awaited
from statsite.extract.layout import Layout
from statsite.extract.period_shapes import is_open
from statsite.extract.text_places import CLAUSE_END, SENTENCE_END
from statsite.extract.time_expressions import TimeExpression
from statsite.grammar.patterns import any_of
from statsite.grammar.seasons import SEASON_OF_TWO_YEARS
from statsite.grammar.status_words import MADE_KNOWN
from statsite.periods import Moment, TimePeriod

_EQUATING = frozenset({"是", "为", "占", "当于"})
_UP_TO = frozenset({"到", "至", "截至", "截止", "截止到"})
#: What an expression is called that names a day, by its number or by its distance.
_NAMES_OF_A_DAY = frozenset({"day", "only_day", "near_day"})
#: Parts of an expression by which what something is called tells which time is meant.
_NAMED_TIMES = _NAMES_OF_A_DAY | {"one_month"}
_COMPARED = re.compile(r"[^。;]{0,60}?(?:相比|比较|同期|相当|持平)")
_AHEAD = re.compile(
    r"(?:^|[，。;、(:“”|等]|力争|争取|确保|计划|目标|提出|要求|明确|其中|预计|并|即)(?:到|至)?$"
)
_IN_BRACKETS = re.compile(r"[(（][^()（）]{0,24}$")
_BRACKET_ENDS = re.compile(r"[^()（）]{0,80}[)）]")
#: What went on since a time, of which no more is told: 自8月以来连跌4个月.
_IN_A_ROW = re.compile("已?(?:持续|连续|连)[^，。;0-9]{0,6}[跌涨升降]")
_THAT_DAY = re.compile("当[天日]|单日|[这那]一?天")
#: A part of what was told of, of which so many may be named before the time: 其中2座有望在6月底前.
_AMONG_THEM = re.compile("其中(?:，?|[^，。;!?0-9]{0,8}[0-9一二两三四五六七八九][^，。;!?]{0,10})$")
#: What another time is held against.
_IN_CONTRAST = re.compile("[，;]而$")
_PART_END = re.compile("[。!?;]")
#: What lasts up to a time: 预计持续到12月中旬.
_GOES_ON_UP_TO = re.compile(
    "(?:持续|延续|推迟|延长|延期|保持|维持|食用|使用|供应|开放|展出|营业|关闭|封闭|停运)$"
)
#: What figures are made known in.
_OF_FIGURES = "数据|公报|报告|通报|情况|统计|[周月季年简快]报"
#: What was done on the day on which figures were made known, which are about another time.
_PUBLISHED = re.compile(
    "，?[^，。;:0-9]{0,16}?(?:获悉|了解到|(?:发布|公布|通报|披露|印发)的?"
    f"(?:(?:《|(?:19|20)[0-9]{{2}}[年至—~-])[^，。;]{{0,40}}?(?:{_OF_FIGURES})"
    f"|[^，。;0-9]{{0,12}}(?:{_OF_FIGURES}|消息|榜单)|[，:]|数据|消息)"
    f"|(?:召开|举行)[^，。;0-9]{{0,12}}会，(?:{any_of(MADE_KNOWN)})"
    "|(?:介绍|透露|表示|宣布)[，:]|(?:发布|公布|披露|印发|出炉|揭晓)[。!]|新闻发布会|举行[^，。;0-9]{0,8}发布会)"
)
#: What a meeting or a contest is called behind its year.
_NAMES_A_MEETING = re.compile(
    "[^，。;、:的]{2,30}?(?:大会|会议|交流会|研讨[班会]|培训班|论坛|峰会|推进会|座谈会|现场会|年会"
    "|锦标赛|联赛|冠军赛|大奖赛|公开赛|邀请赛|挑战赛|巡回赛|总决赛|运动会|马拉松|博览会|交易会|洽谈会|艺术节|文化节|旅游节)"
)
#: A match of a season: 2025—2026赛季职业联赛总决赛.
_MATCH_OF_A_SEASON = re.compile(
    "赛季[^，。;、:的]{2,24}?(?:决赛|揭幕战|(?:第[0-9一二三四五六七八九十]{1,3}|最后一|末)[轮场站])"
)
#: What became of the contest of a season on a day that its clause names: 赛季联赛今晚落幕.
_ON_A_DAY = re.compile(
    f"(?:{SEASON_OF_TWO_YEARS})[^，。;、:的]{{2,24}}?(?:[今昨前当][天日晚夜晨]|(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日)"
    "(?:[早晚]|上午|下午|晚上|凌晨)?(?:在[一-鿿]{1,12})?[一-鿿]{0,4}?(?:落幕|收官|闭幕|结束|战罢|打响|开[赛打幕战]|揭[幕晓]|落下帷幕|拉开|鸣金|收兵|举行|进行|上演|继续)"
)
_SEASON = re.compile(SEASON_OF_TWO_YEARS)
_OF_IT = re.compile(f"(?:{SEASON_OF_TWO_YEARS})?的")
#: What is held, opens or ends is called by its year: 今天，2025年全国高考拉开帷幕.
_IS_HELD = re.compile(
    "[^，。;、:]{2,30}?(?:举行|举办|开幕|启幕|揭幕|开赛|开考|鸣枪|启动|拉开帷幕|落幕|闭幕|收官|落下帷幕)"
)
#: What an earlier time says of something that is not a figure of it: a founding; and an attribute
#: that ends in 的.
_FOUNDING = (
    "(?:成立|立项|建成|建立|创建|创办|建校|建院|建厂|建市|设立|始建|开工|动工|竣工|落成|投产|投运"
    "|投用|通车|启用|开业|开馆|开园|开张|开办|通水|通气|并网|开通|通航|开行|挂牌|获批|获评"
    "|入选|列入|生于|被评为|被列|被认定|颁布|出台|印发|施行|实施|修订|上市|出生|入党|毕业(?!生)"
    "|入职|退休|加入|签订|签署)"
)
_FOUNDED = re.compile(
    rf"[一-鿿]{{0,6}}?{_FOUNDING}[^，。;、:()的0-9]{{0,12}}(?<![时后初际前])(?=[，。;、:()的])"
)
#: What there was at first, behind a founding: 创办于2016年，首届只有5000人.
_FIRST_OF_ALL = re.compile(
    "[^，。;0-9]{0,8}，(?:(?:首[届期批店年]|第一[届期批]|当[时年]|起初|最初)[^，。;]{0,40}"
    "|(?:分[配到]|[调派]到|来到|刚|进)[^，。;0-9]{0,12}时，[^。;]{0,60})"
)
#: What an attribute tells of a thing by its day or month: 5月29日启程的探测器.
_NAMED_BY = re.compile(
    f"(?:晚|凌晨)?[一-鿿]{{0,6}}?(?:{_FOUNDING}|启程|出发|发射|升空|下水|开播|出土|首映|上线|上映|开售|引进|购进|购置)的(?![0-9])"
)
#: Works that begin: what follows is their size, which is of no time.
_WORKS_BEGIN = re.compile("[一-鿿]{0,6}?(?:开工|动工|奠基|开建)(?:建设|兴建)?(?=，)")
_BASIS = re.compile("的基础|(?:不变|可比)?价|为(?:基|100)")
_COMPARED_FROM_AFAR = re.compile("(?:比|较)[^，。;:0-9]{2,14}的$")
#: What somebody reached at another time, with which it is compared: 比他今年4月跑出的10秒23.
_THAN_WHAT = re.compile("(?:比|较)[^，。;:0-9]{1,8}$")
_WAS_REACHED = re.compile("[^，。;:、0-9的]{0,8}的[0-9]")
#: By how much what is told of differs from that: 比他去年的成绩快了近4分钟.
_DIFFERED = re.compile("的?[^，。;:、0-9]{1,8}?[多少高低快慢长短早晚]了?[近约超]?[0-9]")
#: What is shared out among so many: 以2024年末总股本5亿股为基数.
_SHARED_AMONG = re.compile("[^，。;]{2,24}为基数")
#: What was planned for a time, of which a part was done: 全年招聘计划1260名的近三分之一.
_OF_WHAT_WAS_PLANNED = re.compile(
    "[一-鿿]{0,6}?(?:计划|目标|任务)[一-鿿]{0,2}[0-9.]{1,8}[万亿]?[一-鿿]{0,4}的"
    "(?=[近约超逾]?(?:[0-9]|[一二三四五六七八九]成|[一-鿿]{1,2}分之|半))"
)
#: What something rose from: 在2020年352亿元的基础上.
_ON_THE_BASIS = re.compile("[^，。;]{1,24}的基础上")
#: What was once so, which its own sentence tells only: 团队2022年曾报告3颗.
_ONCE = re.compile("[^，。;0-9]{0,4}(?:曾|一度)")
#: From what of a time something is seen: 从今年的客源看.
_IS_SEEN_FROM = re.compile("的?[^，。;!?0-9]{0,14}?(?:看|分析|观察)，")
_BEGINS = re.compile(
    "[一-鿿]{0,6}?(?:开始|起步|说起|起航)|(?:开[打赛幕战板园镰]|启动|启幕|揭幕|打响)"
)
_OF_THAT_TIME = re.compile("[^，。;、:()0-9的]{0,8}的")
_ON_RECORD = re.compile("记录|统计|观测|建站|有气象")
#: A share or a multiple of what was then: 是2020年同类案件平均数的8倍.
_SHARE_OF = re.compile(
    "[^，。;0-9]{0,16}的(?:近|约|逾|超)?[0-9.一二两三四五六七八九十半]{1,8}(?:多?倍|成|%|分之)"
)
#: What has come back to a share of what it was: 恢复到2019年的九成.
_COMES_BACK = re.compile("(?:恢复|修复)$")
_RECORD = re.compile(r"(?:同期|历史)?的?(?:最|新[高低]|首|单)")
#: The first of a year by its number is no figure of the year: 今年第一胎, 去年首只.
_ITS_FIRST = re.compile(
    "(?:以来)?(?:的?第[0-9一二三四五六七八九十百千万]{1,6}|首)(?=[个只头胎批场单例家座列艘架届辆台趟位名次])"
)
_EDITION = re.compile("的?[首上]一?届")
#: What a day is besides, which is told of all the same: 23日恰逢周六，入场9.1万人次.
_IS_ALSO = re.compile("(?:恰逢|适逢|正值)[^，。;!?0-9]{1,12}，")
#: What was done again in a year, which a sentence that begins with the year tells of:
#: 2021年第二次体检，.
_IS_DONE_AGAIN = re.compile(
    "第[一二三四五六七八九十]次(?!会议|全体|党代会|代表)[^，。;!?0-9]{2,8}，"
)
_WEEK_OF_A_MONTH = re.compile("第[一二三四五]周")
_OF_NO_FIGURE = re.compile(
    "(?:已经?|刚刚?|才|正好|满)?[0-9一二三四五六七八九十]{1,4}岁|第[0-9一二三四五六七八九十]{1,3}(?:[号次届期版辑轮]|周(?![(（]))"
    "|(?:正式)?(?:施行|实施|执行|生效|开始施行)(?=[，。;、:)的]|$)|恰逢|适逢|正值"
)


class TimeRoles:
    """What the time expressions of an article are there for, by the words beside them and the time
    that the ``clock`` has come to.
    """

    def __init__(self, article: ArticleText, layout: Layout, clock: Clock) -> None:
        self._plain = article.plain
        self._beside = Beside(article.plain)
        self._places = layout.places
        self._clock = clock

    def is_base(self, expression: TimeExpression) -> bool:
        """Whether something is compared with a time, or counted from it."""
        lead = expression.lead
        if lead in {"由", "从"}:
            return self._is_beginning_of_change(expression)
        is_same_part = expression.tail in SAME_PART and not self._is_of_a_sentence(expression)
        if lead in BESIDE:
            return is_same_part or self._beside.goes_on(_COMPARED, expression)
        told_of = (self._is_of_records, self._is_attribute, self._is_level_to_come_back_to)
        if any(is_so(expression) for is_so in told_of):
            return True
        if lead in _EQUATING:
            return self._is_of_a_share(expression)
        if self._is_compared_from_afar(expression):
            return True
        return lead not in NOT_COMPARING or is_same_part or self._is_aside(expression)

    def _is_of_a_sentence(self, expression: TimeExpression) -> bool:
        """2024年同期，两项分别为: whether what follows is about a time, and compares nothing with
        it.
        """
        is_first = not expression.lead and self._places.opens_a_sentence(expression.start)
        return is_first and self._plain.startswith("，", expression.end)

    def _is_beginning_of_change(self, expression: TimeExpression) -> bool:
        """由2020年的: whether something changed from what it was then, and did not begin then."""
        is_since = expression.tail.endswith(("起", "开始", "以来", "至今"))
        is_range = not {"last", "last_month", "last_day"}.isdisjoint(expression.parts)
        if is_range and not self._beside.goes_on(_OF_IT, expression):
            return False
        is_no_change = (_BEGINS, _IS_SEEN_FROM)
        return not is_since and not any(
            self._beside.goes_on(words, expression) for words in is_no_change
        )

    def _is_compared_from_afar(self, expression: TimeExpression) -> bool:
        """Whether words stand between a time and that something is compared with it:
        比人口普查的2020年, 比他今年4月跑出的10秒23, 在2020年352亿元的基础上.
        """
        is_than = not expression.lead and self._beside.found_before(_THAN_WHAT, expression)
        if is_than and any(
            self._beside.goes_on(words, expression) for words in (_WAS_REACHED, _DIFFERED)
        ):
            return True
        if not self._clock.is_earlier(expression):
            return False
        if self._beside.found_before(_COMPARED_FROM_AFAR, expression):
            return True
        is_in = self._plain.startswith("在", expression.start - 1)
        return is_in and self._beside.goes_on(_ON_THE_BASIS, expression)

    def _is_of_a_share(self, expression: TimeExpression) -> bool:
        """是2020年的2.4倍: whether something is a share or a multiple of what was then."""
        if self._plain.startswith("的", expression.end):
            return True
        return self._beside.goes_on(_SHARE_OF, expression)

    def _is_of_records(self, expression: TimeExpression) -> bool:
        """Whether records are kept since a time, or prices and indices based on it."""
        if self._beside.goes_on(_BASIS, expression):
            return True
        if not expression.tail.endswith("以来"):
            return False
        is_record = self._beside.goes_on(_RECORD, expression)
        return is_record or _ON_RECORD.search(expression.tail) is not None

    def _is_level_to_come_back_to(self, expression: TimeExpression) -> bool:
        """Whether a share or a multiple of what was in an earlier year is reached:
        恢复到2019年的九成.
        """
        comes_back = self._beside.found_before(_COMES_BACK, expression)
        if expression.lead not in {"到", "至"} or not comes_back or expression.names_a_part:
            return False
        return self._beside.goes_on(_SHARE_OF, expression)

    def _is_attribute(self, expression: TimeExpression) -> bool:
        """Whether an earlier time only tells which one is meant: 打破1991年创下的纪录."""
        if not self._clock.now.year or expression.lead in _UP_TO:
            return False
        return self._beside.goes_on(_OF_THAT_TIME, expression) and self._is_told_within(expression)

    def _is_told_within(self, expression: TimeExpression) -> bool:
        """Whether an earlier time is named within a sentence."""
        is_first = self._places.opens_a_sentence(expression.start)
        return not is_first and self._clock.is_earlier(expression)

    def background(self, expression: TimeExpression) -> int | None:
        """Where a time ends that only tells among how many something is shared out, or since when
        there is something.
        """
        told = (_SHARED_AMONG, _OF_WHAT_WAS_PLANNED)
        shared = next(filter(None, (one.match(self._plain, expression.end) for one in told)), None)
        if shared:
            return shared.end()
        if self._is_season_of_a_contest(expression):
            return expression.end
        founded = self._end_of_founding(expression)
        first = founded is not None and _FIRST_OF_ALL.match(self._plain, founded)
        return first.end() if first else founded

    def _end_of_founding(self, expression: TimeExpression) -> int | None:
        """Where an earlier time ends that only tells since when there is something:
        该港于2016年建成.
        """
        begun = None if expression.tail else _WORKS_BEGIN.match(self._plain, expression.end)
        if begun:
            if expression.names_its_year:
                self._clock.keep_for_that_year(expression)
            return begun.end()
        is_earlier = self._clock.is_earlier(expression)
        if not (is_earlier or self._clock.is_past(expression)):
            return self._end_of_name(expression)
        if expression.lead == "于" and self._beside.found_before(FOUNDED_BEFORE, expression):
            return expression.end
        founded = _FOUNDED.match(self._plain, expression.end)
        if founded is None:
            return None
        names_it = is_earlier or self._plain.startswith("的", founded.end())
        if not names_it:
            return None
        self._clock.keep_for_that_year(expression)
        return founded.end()

    def _end_of_name(self, expression: TimeExpression) -> int | None:
        """Where a time ends that only tells which one is meant: 5月29日启程的探测器."""
        if expression.lead or _NAMED_TIMES.isdisjoint(expression.parts):
            return None
        named = _NAMED_BY.match(self._plain, expression.end)
        return named.end() if named else None

    def _is_aside(self, expression: TimeExpression) -> bool:
        """Whether an earlier year only tells what something was then: …, 2022年为43.5万吨;
        去年为4亿元; or any time that is set against the one told of: 前三季度增长4%，而上半年为3%.
        """
        near = expression.parts.get("near_month", expression.parts.get("near_week", ""))
        if not self._clock.was(expression) or not (near or self._clock.now.year):
            return False
        is_earlier = near.startswith("上") or self._clock.is_earlier(expression)
        return is_earlier or self._is_set_against(expression)

    def _is_set_against(self, expression: TimeExpression) -> bool:
        """Whether 而 sets a time against one that was named before it in its sentence."""
        if not self._plain.startswith("而", expression.start - 1):
            return False
        return self._places.in_one_sentence(self._clock.named_at, expression.start)

    def tells_of_news(self, expression: TimeExpression) -> bool:
        """Whether it is the day on which figures were made known, which are about another time."""
        is_day = not _NAMES_OF_A_DAY.isdisjoint(expression.parts)
        return is_day and self._beside.goes_on(_PUBLISHED, expression)

    def speaks_of_no_figure(self, expression: TimeExpression) -> bool:
        """Whether it only names something by its time, or says something of the time itself:
        2025年第3次会议, 自2026年1月1日起施行, 今年恰逢.
        """
        if self.tells_of_news(expression):
            return True
        if self.is_base(expression) or self._is_season_of_a_contest(expression):
            return False
        if self._is_of_a_meeting(expression) or is_awaited(self._plain, expression):
            return True
        if self._is_of_the_first(expression):
            return True
        if self._beside.goes_on(_IS_DONE_AGAIN, expression):
            return not self._places.opens_a_sentence(expression.start)
        is_of_none = self._beside.goes_on(_OF_NO_FIGURE, expression)
        return is_of_none and not self._is_told_besides(expression)

    def _is_told_besides(self, expression: TimeExpression) -> bool:
        """Whether what stands behind a day or a month only says more of it: 23日恰逢周六,
        12月第三周.
        """
        if not _NAMES_OF_A_DAY.isdisjoint(expression.parts):
            return self._beside.goes_on(_IS_ALSO, expression)
        is_month = "one_month" in expression.parts
        return is_month and self._beside.goes_on(_WEEK_OF_A_MONTH, expression)

    def _is_of_the_first(self, expression: TimeExpression) -> bool:
        """Whether a year, told of on a day, is only that of its first one: 今年第一胎; not the
        earlier one of something that is held again and again: 2011年首届赛事.
        """
        if not (expression.is_year and self._clock.now.day):
            return False
        return self._beside.goes_on(_ITS_FIRST, expression) and not self._is_of_an_edition(
            expression
        )

    def _is_of_an_edition(self, expression: TimeExpression) -> bool:
        """Whether an earlier year is that of another edition of an event: 2019年首届总决赛."""
        return self._clock.is_past(expression) and self._beside.goes_on(_EDITION, expression)

    def _is_of_a_meeting(self, expression: TimeExpression) -> bool:
        """Whether a year is part of the name of a meeting whose day was named before it in its
        sentence: 7月26日，某省主办的2025年经验交流会.
        """
        now, named_at = self._clock.now, self._clock.named_at
        is_range = "last" in expression.parts
        is_year_alone = "year" in expression.parts and not (expression.names_a_part or is_range)
        if not (now.day and is_year_alone) or expression.lead:
            return False
        if self._is_of_an_edition(expression):
            return False
        if not self._places.in_one_sentence(named_at, expression.start):
            return False
        names_it = self._beside.goes_on(_NAMES_A_MEETING, expression)
        return names_it or self._beside.goes_on(_IS_HELD, expression)

    def _is_season_of_a_contest(self, expression: TimeExpression) -> bool:
        """Whether the years of a season are in the name of a contest, or of what is held, whose
        day was named before in its sentence (5月17日晚，2025—2026赛季职业联赛总决赛), or is in
        its clause.
        """
        if not expression.lead and self._beside.goes_on(_ON_A_DAY, expression):
            return True
        is_held = self._beside.goes_on(_SEASON, expression) and self._is_of_a_meeting(expression)
        is_match = self._beside.goes_on(_MATCH_OF_A_SEASON, expression)
        if expression.lead or not (is_match or is_held):
            return False
        is_here = self._places.in_one_sentence(self._clock.named_at, expression.start)
        return self._clock.now.day > 0 and is_here

    def looks_ahead(self, expression: TimeExpression, period: TimePeriod) -> bool:
        """Whether a time is told as one to come: without a beginning, or 到 at the head of its
        clause.
        """
        last = period.end or period.start
        if last is None or self._clock.report.lies_behind(last):
            return False
        if period.start is None:
            return True
        if expression.counts_from_today and not self._clock.report.lies_ahead(last):
            return False  # 到今天清晨
        if expression.lead not in {"到", "至"} or self._plain.startswith("的", expression.end):
            return False
        lead_ends = expression.start + len(expression.lead)
        return _AHEAD.search(self._plain[max(0, expression.start - 2) : lead_ends]) is not None

    def ends_works_to_come(self, expression: TimeExpression) -> bool:
        """Whether works are to be done by a year that is still ahead, of which the text does not go
        on to speak: 2028年投产。…，全年预计.
        """
        year = expression.period(Moment(0)) if expression.names_its_year else None
        is_ahead = bool(year and year.end and self._clock.report.lies_ahead(year.end))
        return is_ahead and self._beside.goes_on(WORKS_END, expression)

    def until(self, expression: TimeExpression, period: TimePeriod | None) -> int | None:
        """Where a time in brackets, one of a part (其中) or one without an end (2012年以来) stops
        governing.
        """
        before = self._plain[max(0, expression.start - LONGEST_HEADING) : expression.start]
        if self._is_of_a_part(expression, before):
            is_of_an_aim = _AMONG_THEM.search(before) and self._lies_ahead(period)
            return self._next_end(CLAUSE_END if is_of_an_aim else _PART_END, expression)
        if _IN_CONTRAST.search(before):
            return self._next_end(_PART_END, expression)
        is_of_a_class = self._plain.startswith("届", expression.end)
        goes_on_since = is_open(period) and self._beside.goes_on(_IN_A_ROW, expression)
        if goes_on_since or (is_of_a_class and self._clock.was(expression)):
            return self._next_end(CLAUSE_END, expression)
        if is_of_a_class or self._is_of_a_sentence_alone(expression, period):
            return self._next_end(SENTENCE_END, expression)
        if expression.lead in _UP_TO and _GOES_ON_UP_TO.search(before):
            return self._next_end(CLAUSE_END, expression)
        opened = _IN_BRACKETS.search(before)
        return self._end_of_bracket(expression, before[: opened.start()]) if opened else None

    def _lies_ahead(self, period: TimePeriod | None) -> bool:
        """Whether a time is still to come, so that what is aimed at in its part is told in one
        clause: 到2027年新建46所，其中明年17所，….
        """
        last = period.end if period else None
        return last is not None and self._clock.report.lies_ahead(last)

    def _is_of_a_part(self, expression: TimeExpression, before: str) -> bool:
        """Whether a time holds for a part of its sentence: 其中, 当日; but not 截至当日."""
        if _AMONG_THEM.search(before):
            return True
        if expression.lead.startswith("截"):
            return False
        is_that_day = self._is_part_of_event(expression) or self._is_one_of_several(expression)
        return is_that_day and not self._places.opens_a_sentence(expression.start)

    def _is_one_of_several(self, expression: TimeExpression) -> bool:
        """Whether a day is told as one of those of something longer: 5月1日当天."""
        is_day = not _NAMES_OF_A_DAY.isdisjoint(expression.parts)
        return is_day and self._beside.goes_on(_THAT_DAY, expression)

    def _is_of_a_sentence_alone(
        self, expression: TimeExpression, period: TimePeriod | None
    ) -> bool:
        """Whether a time holds in its sentence only: one without an end, or of what was once so."""
        if period is not None and period.end is None and not self._is_topic(expression):
            return True
        return self._beside.goes_on(_ONCE, expression) and self._clock.is_past(expression)

    def _is_topic(self, expression: TimeExpression) -> bool:
        """Whether a time opens a clause, as one of what follows does; not behind who speaks
        (答:自2021年).
        """
        is_first = self._places.opens_a_clause(expression.start)
        return is_first and not self._plain.endswith(":", 0, expression.start)

    def _next_end(self, pattern: re.Pattern[str], expression: TimeExpression) -> int | None:
        """Where the sentence, or the part of it, in which an expression is ends."""
        ended = pattern.search(self._plain, expression.end)
        return ended.start() if ended else None

    def _is_part_of_event(self, expression: TimeExpression) -> bool:
        """Whether it is a day of what was told before: 当日, 首日."""
        if "same" in expression.parts:
            return True
        return PART_OF_EVENT.search(self._plain, expression.start, expression.end) is not None

    def _end_of_bracket(self, expression: TimeExpression, before: str) -> int | None:
        """Where the bracket of an expression ends; None where it only says when the time that is
        named ``before`` it is.
        """
        closed = _BRACKET_ENDS.match(self._plain, expression.end)
        if closed is None:
            return None
        is_time_alone = IS_A_TIME.fullmatch(self._plain, expression.start, closed.end())
        return None if is_time_alone and HAS_DAYS_IN_BRACKETS.search(before) else closed.end()
