"""Time expressions in a Chinese text: how they are written, and the period each names once its year
is known.
"""

from __future__ import annotations

import calendar
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from statsite.extract.begun_times import BEGINNINGS_OF_THINGS, BEGINNINGS_WITHOUT_A_DAY
from statsite.extract.lunar_calendar import FESTIVALS_OF_THE_MOON, lunar_day
from statsite.extract.period_shapes import months_before
from statsite.grammar.lexicon import PLANS
from statsite.grammar.patterns import any_of
from statsite.grammar.seasons import MONTHS_OF_HOLIDAYS, PUBLIC_HOLIDAYS, SEASON_OF_TWO_YEARS
from statsite.grammar.small_numbers import DAY, MONTH, SMALL_NUMBER, WEEKDAY, small_number
from statsite.periods import Moment, TimePeriod, parse_moment
from statsite.values import replace

_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_MONTHS, _MONTHS_OF_QUARTER, _TEN = 12, 3, 10
#: The most parts of a range that are told one by one.
_LONGEST_RANGE = 12
#: The eleventh plan began in 2006; each takes five years.
_PLANS_BEGAN, _YEARS_OF_PLAN = 2006, 5
#: The month of a holiday that begins on its first day, and the day on which it ends in most years.
_HOLIDAYS = {"中秋": (10, 8), "国庆": (10, 7), "五一": (5, 5), "元旦": (1, 3)}
#: The years in which the autumn festival lengthens the national holiday to the eighth.
_LONG_AUTUMN_HOLIDAYS = frozenset({2017, 2020, 2025, 2031})
_MONTH_OF_NATIONAL_DAY, _LONG = 10, 8
_LAST_CENTURY, _LAST_YEAR = 1900, 9999
#: 民国元年 is the year behind this one.
_YEAR_BEFORE_REPUBLIC = 1911

_YEAR = r"(?:(?<![0-9])(?:19|20|21)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
_MONTH_WORD = r"月(?![龄均])份?"
_NO_DAY = r"(?!内|以内|之内|均|龄|报(?!到|名)|元(?![宵旦])|常|子|本|游|后)"
#: Behind a day with its month 日本 is no country: 5月20日本市.
_NO_DAY_OF_MONTH = _NO_DAY.replace("|本", "")
_TO = "[-—~至到]"
_QUARTER = "[一二三四1-4]"
_EVENT = (
    "比赛|赛会|赛事|大会|展会|活动|节日|假日|节假日|运动会|展览|演练|会议|论坛|博览会|双节"
    f"|“?(?:{any_of(MONTHS_OF_HOLIDAYS)})”?"
)
_HOLIDAY = (
    f"(?:{any_of(PUBLIC_HOLIDAYS)}|节日|双节|整个)?(?:假期|小长假|长假|黄金周)(?!经济|消费"
    "|市场|旅游|出行|作业|[车机门]票)"
)
_EVENT_NAMED = (
    f"(?:{_HOLIDAY}|{_EVENT}|赛程|开幕|开赛|启动)(?:期间?的?)?(?:首[日天]"
    f"|第[一二三四五六七八]天|当[天日])|(?:{_EVENT}|{_HOLIDAY}|闭幕|收官)(?:最后一[天日]"
    "|当[天日])"
    rf"|(?:{_EVENT})期间|{_HOLIDAY}|本次(?:比赛|赛事|活动|大会|展会)"
    "|本届(?:比赛|赛事|大会|展会|运动会|赛会|展览|博览会|活动)?(?!政府|领导|班子|党)"
    rf"|(?<=[。，;])赛季期间|整个(?:[防伏]?汛期|防火期|[禁休]渔期|渔季|花期)|(?:本|[上下]一?个?|整个|全|(?<=[。，;])新){SEASON_OF_TWO_YEARS}(?!前)|全季(?![度节])"
    "|(?<=。)首[日天](?![封位次])|(?<=[。，;])首晚|(?<=[。，;])第[二三四五六七八]晚"
    "|(?<=[。，])第[一二三四五六七八]天(?![就才])|最后一个(?:比赛|展)日|首个(?:比赛|展)日|收官[日夜]|决赛[日夜]|(?<=[。;])决赛中(?=，)|(?<![0-9第前后])(?:[2-9]|1[0-9]|[二两三四五六七八九十])天(?:[展赛会假]期)?(?:里|间)(?!接)"
)
_DAYS_LONG = "(?:[0-9三五六七八]天)?"
#: Some days of a month: a third of it, or its first ones.
_FIRST_OF_ALL = "前头"
_SOME_DAYS = f"[上中下]旬|[{_FIRST_OF_ALL}](?:[1-9]|[12][0-9])[天日]"
#: What is planned for a year: 全年计划新建, 全年预算安排; but 完成全年计划的八成.
_PLANNED = "(?![的数内外和与及任指目进]|完成的)(?<![成占为比超按照]全年..)(?:[一-鿿]|[0-9])"
#: A day of a month that is named by a word, or days of it: 当月27日, 上月12日至15日.
_DATE = f"{DAY}[日号]{_NO_DAY}(?:{_TO}{DAY}[日号]{_NO_DAY})?"
#: Festivals of the sun's calendar, by the month and the day of each; they are told of as days where
#: words say so.
_FESTIVALS = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "愚人节": (4, 1),
    "儿童节": (6, 1),
    "教师节": (9, 10),
    "国庆节": (10, 1),
    "双十一": (11, 11),
    "双11": (11, 11),
    "双十二": (12, 12),
    "平安夜": (12, 24),
    "跨年夜": (12, 31),
    "圣诞节": (12, 25),
}
_ON_A_FESTIVAL = f"“?(?:{'|'.join(_FESTIVALS)})”?(?:[当那这]天|当[日晚]|一天|(?=以来))|跨年夜"
#: Days around the lunar new year, and the last of several.
_LUNAR = (
    "除夕(?!夜?[饭宴]|前后|之前)|(?:正月|大年)初[一二三四五六七八九十]"
    "|(?<=[。，;])初[一二三四五六七八](?=[至到]初[一二三四五六七八]，)"
    f"|“?(?:{any_of(FESTIVALS_OF_THE_MOON)})节?”?(?=当[天日晚])"
)
_LUNAR_LAST = "(?:正月|大年)?初[一二三四五六七八九十]"
#: The months of a season that a text gives a year to; a winter is of two years.
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11)}
#: The first and the last month of a winter.
MONTHS_OF_WINTER = 12, 2
_NAMES_OF_SEASONS = frozenset({*_SEASONS, "冬"})
#: After the first of two months that follow each other: 7、8月; not of the number of a section:
#: 一、10月.
_IN_A_ROW = "|".join(
    f"(?<={first})(?=、{following}(?![0-9]))"
    for names in (range(1, 13), "一二三四五六七八九十")
    for first, following in itertools.pairwise(map(str, names))
)
#: Behind a quarter that is told of by 第四季 alone, as in Hong Kong; not of a series: 节目第四季.
_OF_ECONOMY = "[增减升跌录]|同比|按[年季]|实质|本地|末[，的]"
_COUNT = "(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,2})"

#: Behind a part of the day, and not behind what is early or late by so much: 比去年早4天.
_NO_COUNT = "(?![0-9]{1,3}[天日年周个小分]|[一二两三四五六七八九十半]{1,3}[天周个年])"

_LEAD = (
    "(?P<lead>截至|截止到?|到|至|自|从|由|相?比(?:于|起|之)?|对比|相?较(?:于|之)?|不[及如]"
    "|(?:刷新|打破|追平)了?|创下?|成为|超过"
    r"|高于|低于|多于|少于|好于|优于|大于|小于|当于|(?<!关)于|与|同|和|跟|是|为|占)?"
)
_SEASON = f"(?={SEASON_OF_TWO_YEARS}|[一-鿿]{{2}}年度|[一-鿿]{{2}}季(?![度节前后]))"
_YEAR_NAMED = (
    f"(?P<year>{_YEAR})(?:年?(?:{_TO}|/(?=[0-9]{{2,4}}年?[学赛雪榨财采供度)]))(?P<last>{_YEAR}"
    f"|[0-9]{{2}})(?:年(?!代)|{_SEASON})|年(?![版代]|修订)|{_SEASON}|(?=届))(?:学年度?|度)?"
    "|(?P<word>今明两年|过去的?一年|今年|年初(?=以来|至今)|开年(?=以来)|本年|去年|上年|前年|明年|来年|当年(?!价)|同年|[那这]一?年|次年|翌年"
    "|第二年(?!级)|(?<=[。，;!?])(?:[两二三四五六七八九]年之?后|第[三四五六]年)(?=[一-鿿]{0,4}，)"
    "|(?:(?<=[。，;!?])|(?<=[。，;!?][一-鿿]{2}))[头第]一年(?=，)|(?<![0-9一二两三四五六七八九十几多])年内|上一年|今冬明春|去冬今春|(?<!过)[今去][春夏秋冬](?!节))度?"
    "|(?:20|上个?)世纪(?P<decade>[1-9]0|[一二三四五六七八九]十)年代"
    "|(?P<whole_decade>(?:19|20)[0-9]0)年代"
    rf"|(?P<years_ago>{SMALL_NUMBER})年前(?!后)"
    rf"|[“\"]?十(?P<plan>[{PLANS}])五[”\"]?(?P<stretch>期间|时期|那[五5]年|以来|期?末"
    "|(?:规划)?的?(?:收官(?:之年|那年|年)|末年|最后一年|开局(?:之年|那年|年)|首年|第[一二三四五1-5]年)|前[一二三四1-4]年)"
    rf"|民国(?P<republic>{SMALL_NUMBER}|元)年"
)
_PART_NAMED = (
    r"(?P<half>上半年|下半年)|(?<=年)(?P<opening_month>首月)"
    f"|(?:(?<![赛节会展考产婚选学术岗行])前|(?<![码巨寸源])头)(?P<first_months>(?<!头(?=一个)){_COUNT})个?月(?![底末初])"
    f"|[前头](?P<first_quarters>{_QUARTER}|两)个?季度"
    f"|第?(?P<quarter>{_QUARTER})(?:(?:{_TO}"
    f"|(?:、{_QUARTER}){{0,2}}、)(?P<last_quarter>{_QUARTER}))?(?:季度|(?<=第[一二三四])季(?={_OF_ECONOMY}))"
    f"|(?P<whole>全年(?![龄级]|的?(?:目标)?(?:任务|目标|指标|(?:预算|计划)(?!{_PLANNED}))(?![为是:]))"
    "|(?<![0-9〇零一二三四五六七八九])年(?=[末底](?!考)))"
    f"|(?:(?<![0-9.个])|(?<=[整这]个))(?P<month>{MONTH})(?:(?:{_MONTH_WORD})?{_TO}"
    f"|(?:{_IN_A_ROW})(?:、{MONTH}){{0,10}}、)"
    f"(?P<last_month>{MONTH}){_MONTH_WORD}(?!{DAY}[日号]|[上中下]旬)"
    f"|(?:(?<![0-9.个])|(?<=[整这]个)|(?<=[^0-9.][0-9]\\.))(?!三月三(?![日号]))(?P<one_month>{MONTH}){_MONTH_WORD}(?:(?P<third>{_SOME_DAYS})"
    f"|(?P<day>{DAY})(?:[日号]{_NO_DAY_OF_MONTH}"
    f"|(?={_TO}{DAY}[日号]))(?:{_TO}(?P<last_day>{DAY})[日号]{_NO_DAY_OF_MONTH})?)?"
    f"|(?<![0-9.个月每前后上同第几数半])(?!一日[一二两三多]|[一二三四五六七八九]日:)(?P<only_day>{DAY})(?:日{_NO_DAY}"
    f"|(?={_TO}{DAY}日))(?:{_TO}(?P<only_last_day>{DAY})日{_NO_DAY})?"
    f'|(?P<holiday>[“"]?五一[”"]?(?:国际)?(?:劳动节)?{_DAYS_LONG}(?:小长假|假期|长假)'
    f"|国庆节?{_DAYS_LONG}(?:黄金周|假期|长假)|国庆(?:节?、?和?)?中秋(?:假期|长假)"
    '|元旦(?:小长假|假期)|(?:[“"]?五一[”"]?|国庆节?|元旦)(?:期间|(?=[前头后][两二三四五六]天)))'
    "(?P<of_holiday>首[日天]|第[一二三四五六七八]天|[前头后][两二三四五六]天)?"
    f"|(?P<festival>{_ON_A_FESTIVAL})"
    f"|(?P<lunar>{_LUNAR})(?:{_TO}(?P<last_lunar>{_LUNAR_LAST}))?(?:当[天日晚])?"
    "|(?P<season>(?<=年)(?:[春夏秋冬]季(?!学期|高考|招)|冬天|(?<=[0-9]年)[春夏秋]天))"
    "|(?P<reported>报告期(?:(?=末)|内))"
    r"|(?P<then>届时|到时候?|(?<!中)那时候?|(?<![适应])当时|彼时)"
    rf"|(?P<same>当天|当日|当晚|当月(?P<same_date>{_DATE})?|(?<=[，。;])月(?=[末底])|(?<=通车|开通|开业|开园|开馆|启用|开放|投用|开市|复航|复课)首[日天])|(?P<next_day>(?<![点时分]至)(?<![点时分]到)(?:次日|翌日|隔天))"
    "|(?P<day_before>(?<![以之目提期节])前一[天日夜晚])"
    r"|(?P<weekday>(?<![每逢])(?<!每周[一二三四五六日天]、)(?<!在周[一二三四五六日天]、)(?!(?<=在)周[一二三四五六日天]、周|周[一二三四五六日天]周)(?<!周[一二三四五六日天])(?:上个?|本|这)?"
    rf"{WEEKDAY})(?![期刊报年之至到—-])"
    rf"|(?P<event>(?<!上届)(?:{_EVENT_NAMED}))"
    "|(?P<two_days>[今昨][明今]两?[天日])|(?P<near_day>[今昨前明][天日](?!起)"
    "|[今昨明][晨早晚夜]|(?<![目提以之])前晚|截至(?:目前|发稿)时?)"
    rf"|(?P<near_month>本月|上个?月(?![嫂饼琴])|这个月)(?:(?P<near_third>{_SOME_DAYS})|(?P<near_date>{_DATE}))?"
    r"|(?P<near_week>上一?周(?![一二三四五六日天末边围岁期刊年]))"
    r"|(?P<near_quarter>上个?季度)"
)
#: What the names of a part's groups begin with where no year is before it: a pattern has each name
#: once.
_ALONE = "alone_"
_NAMED = re.compile(
    f"{_LEAD}(?:(?:{_YEAR_NAMED})(?:{_PART_NAMED})?"
    f"|{_PART_NAMED.replace('(?P<', f'(?P<{_ALONE}')})"
    f"(?P<final>年末|年底|月末|月底|末|底)?(?:凌晨|拂晓|清晨|早上?{_NO_COUNT}|上午|中午|午后|下午|傍晚|晚[上间]?{_NO_COUNT}"
    "|夜间|深夜|午夜)?(?:零时|[0-9]{1,2}(?:时(?:[0-9]{1,2}分)?许?|:[0-9]{2}))?"
    "(?P<tail>同(?:[期日月季]|一[天日])|(?!专?[电讯]|创(?!办|立|建|刊|设)|刷新)[一-鿿]{0,10}?以来|[一-鿿]{0,6}?(?<!截)至今(?![年天日早晚晨])|起(?![飞点步来草诉吊降伏航跑火])|开始|之前|以前"
    "|前(?![三十两列往后期0-9]))?"
)
_VAGUE = re.compile(
    "(?<!截至)(?:目前|当前)(?!预计)|(?<![0-9])(?:[本这]周(?![一二三四五六日天边围岁期刊年])|上周(?=末))|眼下|(?<![瓦小])时下(?![调降跌])|(?<=[，。;])(?:至今|迄今)(?=[一-鿿])|(?<![应相正适])当下(?![降属游])|近年来?"
    "|(?<![出体表实呈展发])现在|如今|(?<![比较与同超于])往年(?!同期|平均|的)|现有(?!的)|入[春夏秋冬汛伏](?:之前|以前|前)|(?:入[春夏秋冬汛伏]|开[春学]"
    f"|建[成院校园市]|改革开放|{any_of(BEGINNINGS_OF_THINGS)}"
    "|有记录|有统计|有气象记录)以来(?!第|首|最|新|单|同期)"
    "|(?:(?<=[。，;!?\\n])|^)(?:(?![年月日天周期节旬季晨午夜晚][一-鿿]{0,2}?以来)[一-鿿]){2,12}?(?<![年月日天周期节旬季起])以来(?=，)"
    f"|(?:{any_of(PUBLIC_HOLIDAYS)}|元宵|节日)(?:前后|前夕|前(?!一|两|三))|下一步"
    "|下个?(?:学期|阶段)"
    "|近[一二两三四五六七八九十0-9]{1,3}(?:个月|周|天)来?|[一二两三四五六七八九十0-9]{1,3}(?:个月|周|天)来(?=[，的])"
    "|[一二两三四五六七八九十0-9]{1,3}个多月来|节[前后][一二两三四五六七八九十0-9]{1,3}[天周](?!起)"
    "|过去(?!一年)[一二三四五六七八九十两0-9]{1,3}年|近[一二两三四五六七八九十0-9]{1,3}年来?"
    "|(?<![0-9—至-])(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十]{1,3})年间(?=，?[累共已])"
    "|(?<=[。;!?“”])(?:[6-9]|[1-9][0-9]|[六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)年[里间](?=，)"
    "|(?!一年来)[0-9一二三四五六七八九十]{1,3}年来|一年来(?=，)|(?<=[，。;])[三四五345]年(?=累计)"
    "|(?<=[。，;])[两二三四五六七八九]年过去(?=，)"
    "|(?<=[。，;])[两二三四五六七八九]个月(?:里|间)?(?=，|[合共累])"
    "|[一二两三四五六七八九十0-9]{1,3}年多来|(?<=[。，;])[二两三四五]年间(?=，)|(?<=[一-鿿])(?<![第前后近十])[二两三四五]年(?=共[一-鿿])"
    f"|(?<=[，。;!?通业园馆用放售播映线])首[周月](?!末|票|播|度|份)|(?:{any_of(BEGINNINGS_WITHOUT_A_DAY)})的?首[日天]"
    "|(?:此后|随后|之后)的?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个月|天|周)(?:[内里间中]|时间)?(?![后前])"
)
_NUMBER_OF_A_DAY = re.compile(DAY)
_TIME = re.compile(rf"(?P<vague>{_VAGUE.pattern})|{_NAMED.pattern}")
#: The names of the parts, in the order of their groups.
_NAMES = tuple([(name.removeprefix(_ALONE), at) for name, at in _TIME.groupindex.items()])
#: How many years from the one in which a text was written the year is that a word means.
YEARS_FROM_NOW = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "过去一年": -1,
    "过去的一年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
}
#: So many years after the year that the text has just spoken of, which 第三年 counts too.
_YEARS_AFTER = re.compile("(?P<count>[两二三四五六七八九])年之?后|[头第](?P<place>[一三四五六])年")
_YEARS_LATER = {**YEARS_FROM_NOW, "次年": 1, "翌年": 1, "第二年": 1}
#: Words for a year and the next one.
_TWO_YEARS = frozenset({"今明两年", "今冬明春", "去冬今春"})
#: Words that count from the year the text has just spoken of, not from the year in which it was
#: written.
COUNTED_FROM_THE_TEXT = frozenset(
    {
        "本年",
        "当年",
        "同年",
        "上年",
        "上一年",
        "那年",
        "那一年",
        "这年",
        "这一年",
        "次年",
        "翌年",
        "第二年",
    }
)
#: How many days or months they lie behind the day on which the text was written.
_WEEK = 7
_DAYS = {"昨": -1, "前": -2, "明": 1}
_SINCE = ("以来", "起", "开始", "至今")
BEFORE = frozenset({"之前", "以前", "前"})
#: What of a five-year plan is one year of it.
_YEAR_OF_PLAN = re.compile("(?P<first>开局|首年)|收官|末|最后|第(?P<number>[一二三四五1-5])年")
#: Names of an expression's parts: those that give its year, a part of one, several months, a day,
#: and what is counted from the day of writing.
_NAMES_OF_YEARS = frozenset({"year", "plan", "decade", "whole_decade", "republic"})
_NAMES_OF_MONTHS = frozenset(
    {
        "half",
        "opening_month",
        "first_months",
        "first_quarters",
        "quarter",
        "whole",
        "month",
        "season",
    }
)
_NAMES_OF_PARTS = _NAMES_OF_MONTHS | {"one_month", "holiday", "festival", "lunar"}
_NAMES_OF_DAYS = frozenset({"one_month", "only_day", "same", "next_day", "day_before"})
_NAMES_OF_NEAR_DAYS = frozenset(
    {
        "only_day",
        "then",
        "same",
        "next_day",
        "day_before",
        "near_day",
        "two_days",
        "near_month",
        "near_quarter",
        "near_week",
        "weekday",
    }
)
#: Parts that are counted from the day that the text speaks of.
_NAMES_FROM_THE_DAY_TOLD = frozenset({"same", "next_day", "day_before"})
_NAMES_FROM_TODAY = frozenset(
    {"near_day", "two_days", "near_month", "near_quarter", "near_week", "weekday"}
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression by its place in ``ArticleText.plain``, and its parts by their names in this
    module's patterns.

    ``known`` are the periods that were worked out for it, by the time from which each was counted;
    expressions of the same parts share them.
    """

    start: int
    end: int
    parts: Mapping[str, str]
    known: dict[Moment, TimePeriod | None] = field(compare=False, repr=False)

    @property
    def lead(self) -> str:
        """The word before it that says how it is meant: 到, 比, 由, …, or nothing."""
        return self.parts.get("lead", "")

    @property
    def tail(self) -> str:
        """The word after it that says how it is meant: 以来, 前, 同期, …, or nothing."""
        return self.parts.get("tail", "")

    @property
    def is_vague(self) -> bool:
        """Whether it names no period: 目前, 近年来."""
        return "vague" in self.parts

    @property
    def is_final(self) -> bool:
        """Whether it names the last day of a period: 年末, 6月底."""
        return "final" in self.parts

    @property
    def names_its_year(self) -> bool:
        """Whether its year needs nothing else to be known."""
        return not _NAMES_OF_YEARS.isdisjoint(self.parts)

    @property
    def is_year(self) -> bool:
        """Whether it names a year, by its number or by a word such as 去年."""
        return self.names_its_year or "word" in self.parts or "years_ago" in self.parts

    @property
    def names_a_part(self) -> bool:
        """Whether it names a part of a year, or a day."""
        return not _NAMES_OF_PARTS.isdisjoint(self.parts)

    @property
    def is_part_without_day(self) -> bool:
        """Whether it names the whole of a year or several months of it, which are told of once they
        are over.
        """
        return not _NAMES_OF_MONTHS.isdisjoint(self.parts)

    @property
    def counts_from_the_text(self) -> bool:
        """Whether its year is counted from the year last spoken of: 上年, 当年, or none at all."""
        return self.parts.get("word", "") in COUNTED_FROM_THE_TEXT or self.is_years_after

    @property
    def is_years_after(self) -> bool:
        """Whether it is so many years after the year last spoken of: 两年后, 第三年."""
        return _YEARS_AFTER.match(self.parts.get("word", "")) is not None

    @property
    def counts_from_today(self) -> bool:
        """Whether it is a day or a month counted from the day on which the text was written: 昨天,
        上月.
        """
        return not _NAMES_FROM_TODAY.isdisjoint(self.parts)

    @property
    def counts_from_the_day_told(self) -> bool:
        """Whether it is counted from the day that the text speaks of: 当日, 次日, 前一天."""
        return not _NAMES_FROM_THE_DAY_TOLD.isdisjoint(self.parts)

    @property
    def is_a_season_of_a_year(self) -> bool:
        """Whether it is a season by a word, of which no more days are known: 去冬, 今夏."""
        return self.parts.get("word", "")[1:] in _NAMES_OF_SEASONS and not self.names_a_part

    @property
    def is_this_winter(self) -> bool:
        """Whether it is the winter, which began in the year before where that of the text has just
        begun: 今冬.
        """
        return self.parts.get("word") == "今冬"

    @property
    def is_up_to_now(self) -> bool:
        """Whether it is the day on which the text was written: 截至目前."""
        return self.parts.get("near_day", "").startswith("截")

    @property
    def needs_a_day(self) -> bool:
        """Whether it says nothing where the day or month that it is counted from is not known."""
        return not _NAMES_OF_NEAR_DAYS.isdisjoint(self.parts)

    @property
    def day(self) -> int:
        """The number of the day that it names without a month; 0 if it names none."""
        return small_number(self.parts.get("only_day", "0"))

    @property
    def month(self) -> int:
        """The number of the last month that it names; 0 if it names none."""
        name = self.parts.get("last_month", self.parts.get("one_month"))
        return small_number(name) if name else 0

    @property
    def years_later(self) -> int:
        """How many years its year lies behind the one that it is counted from."""
        ago, word = self.parts.get("years_ago"), self.parts.get("word", "")
        if ago is not None:
            return -small_number(ago)
        if after := _YEARS_AFTER.match(word):
            return small_number(after["count"] or after["place"]) - (after["count"] is None)
        return _YEARS_LATER.get(word, -1 if word.startswith("去") else 0)

    def each(self, now: Moment) -> tuple[TimePeriod, ...]:
        """The months, quarters or years of a range of them, one by one; nothing for what names no
        range.
        """
        period, months = self.period(now), self._months_of_each
        if not months or self.lead == "自" or period is None or period.end is None:
            return ()
        first, last = self._ends(now) or (Moment(0), Moment(0))
        if period.start is None or first.day:
            return ()
        last = replace(last, month=max(0, last.month - months + 1))
        return one_by_one(_part(first, months), _part(last, months))

    @property
    def _months_of_each(self) -> int:
        """How many months each part of a range has; of years one, and 0 if it names no range."""
        if "last_quarter" in self.parts:
            return _MONTHS_OF_QUARTER
        return 1 if "last_month" in self.parts or "last" in self.parts else 0

    def period(self, now: Moment) -> TimePeriod | None:
        """The period it names; what it leaves out is that of ``now``, the time the text speaks of.

        None where there is no such period.
        """
        if now not in self.known:
            self.known[now] = self._period(now)
        return self.known[now]

    def _period(self, now: Moment) -> TimePeriod | None:
        is_known = self.names_its_year or 0 < now.year < _LAST_YEAR
        ends = self._ends(now) if is_known else None
        if ends is None or not _are_in_order(*ends):
            return None
        first, last = ends
        if self.is_final:
            last = first = _last_day(last)
        if self._is_without_end(first, last):
            return TimePeriod(first, None)
        if self.tail in BEFORE:
            return TimePeriod(None, last)
        return as_years(first, last)

    def _is_without_end(self, first: Moment, last: Moment) -> bool:
        """Whether it names only a beginning: 2012年以来, 自2024年."""
        if self.lead == "自" and first == last:
            return True
        return self.tail.endswith(_SINCE) or self.parts.get("stretch") == "以来"

    def _ends(self, now: Moment) -> tuple[Moment, Moment] | None:
        """The first and the last moment that it names."""
        if "plan" in self.parts:
            return self._plan()
        if "decade" in self.parts or "whole_decade" in self.parts:
            return self._decade()
        if "last" in self.parts:
            first = _year(self.parts["year"])
            return Moment(first), Moment(_last_of_years(first, self.parts["last"]))
        if self.counts_from_today:
            return self._near(now)
        if self.parts.get("word") in _TWO_YEARS:
            return Moment(now.year), Moment(now.year + 1)
        return self._within(self._number_of_year(now), now)

    def _number_of_year(self, now: Moment) -> int:
        """The number of the year that it names, by its number or as one of the Republic, or else
        that of ``now``.
        """
        if "republic" in self.parts:
            return _YEAR_BEFORE_REPUBLIC + small_number(self.parts["republic"].replace("元", "一"))
        return _year(self.parts["year"]) if "year" in self.parts else now.year

    def _decade(self) -> tuple[Moment, Moment]:
        begin = self._first_of_decade()
        return Moment(begin), Moment(begin + 9)

    def _first_of_decade(self) -> int:
        if "whole_decade" in self.parts:
            return int(self.parts["whole_decade"])
        return _LAST_CENTURY + small_number(self.parts["decade"])

    def _within(self, year: int, now: Moment) -> tuple[Moment, Moment] | None:
        """A year, or a part of it."""
        if "event" in self.parts:
            return None
        for name, days_in in (
            ("holiday", self._holiday),
            ("festival", self._festival),
            ("lunar", self._lunar),
        ):
            if name in self.parts:
                return days_in(year)
        if not _NAMES_OF_DAYS.isdisjoint(self.parts):
            return self._days(year, now)
        is_winter = self.is_a_season_of_a_year and self.parts["word"].endswith("冬")
        if self.parts.get("season", "").startswith("冬") or is_winter:
            first, last = MONTHS_OF_WINTER
            return Moment(year, first), Moment(year + 1, last)
        first, last = self._months() or (0, 0)
        return (Moment(year, first), Moment(year, last)) if first <= last <= _MONTHS else None

    def _festival(self, year: int) -> tuple[Moment, Moment]:
        """The day of a festival of the sun's calendar."""
        words = self.parts["festival"]
        month_and_day = next(known for name, known in _FESTIVALS.items() if name in words)
        day = Moment(year, *month_and_day)
        return day, day

    def _lunar(self, year: int) -> tuple[Moment, Moment] | None:
        """The day or days around the lunar new year that it names."""
        first = lunar_day(self.parts["lunar"].removeprefix("“"), year)
        last = lunar_day(self.parts.get("last_lunar", self.parts["lunar"]), year)
        return (first, last) if first and last else None

    def _holiday(self, year: int) -> tuple[Moment, Moment]:
        month, days = next(
            known for name, known in _HOLIDAYS.items() if name in self.parts["holiday"]
        )
        is_long = month == _MONTH_OF_NATIONAL_DAY and year in _LONG_AUTUMN_HOLIDAYS
        first, last = 1, max(days, _LONG) if is_long else days
        part = self.parts.get("of_holiday", "")
        number = small_number(part.strip("首第前头后天日") or "1") if part else 0
        if part.startswith(("前", "头")):
            last = number
        elif part.startswith("后"):
            first = last - number + 1
        elif part:
            first = last = max(1, number)
        return Moment(year, month, first), Moment(year, month, last)

    def _same(self, now: Moment) -> tuple[Moment, Moment] | None:
        """The day that the text speaks of, the one after or before it, or its month."""
        if self.parts.get("same", "").endswith("月"):
            moment = Moment(now.year, now.month)
            return (moment, moment) if now.month else None
        if "same_date" in self.parts:
            return _dates_of(Moment(now.year, now.month), self.parts["same_date"])
        if not now.day:
            return None
        later = ("next_day" in self.parts) - ("day_before" in self.parts)
        day = date(now.year, now.month, now.day) + timedelta(later)
        moment = Moment(day.year, day.month, day.day)
        return moment, moment

    def _near(self, today: Moment) -> tuple[Moment, Moment] | None:
        """A day or a month near ``today``."""
        if not today.month:
            return None
        if "near_quarter" in self.parts:
            return _quarter_before(today)
        if "near_month" in self.parts:
            is_last = self.parts["near_month"].startswith("上")
            moment = months_before(replace(today, day=0), 1) if is_last else today
            if "near_third" in self.parts:
                return _third(replace(moment, day=0), self.parts["near_third"])
            if "near_date" in self.parts:
                return _dates_of(moment, self.parts["near_date"])
            return replace(moment, day=0), replace(moment, day=0)
        return self._near_days(today) if today.day else None

    def _near_days(self, today: Moment) -> tuple[Moment, Moment]:
        """A day or two near ``today``, or the week before it, from Monday to Sunday."""
        if "near_week" in self.parts:
            weekday = today.first_day.weekday()
            return _days_from(today, -_WEEK - weekday), _days_from(today, -1 - weekday)
        if "two_days" in self.parts:
            words = self.parts["two_days"]
            first, last = _DAYS.get(words[0], 0), _DAYS.get(words[1], 0)
            return _days_from(today, first), _days_from(today, last)
        if "weekday" in self.parts:
            day = _weekday(self.parts["weekday"], date(today.year, today.month, today.day))
            moment = Moment(day.year, day.month, day.day)
        else:
            moment = _days_from(today, _DAYS.get(self.parts["near_day"][0], 0))
        return moment, moment

    def _plan(self) -> tuple[Moment, Moment]:
        """The years of a five-year plan, or the first few of them."""
        years, stretch = years_of_plan(self.parts["plan"]), self.parts["stretch"]
        if one := _YEAR_OF_PLAN.search(stretch):
            year = Moment(years[small_number(one["number"]) - 1 if one["number"] else -1])
            year = Moment(years[0]) if one["first"] else year
            return year, year
        begin = years[0]
        end = years[small_number(stretch[1]) - 1] if stretch.startswith("前") else years[-1]
        return Moment(begin), Moment(end)

    def _months(self) -> tuple[int, int] | None:
        """The first and the last month of a part of a year; None for a whole year."""
        parts = self.parts
        if named := self._named_months():
            return named
        if "first_months" in parts:
            return 1, small_number(parts["first_months"])
        if "first_quarters" in parts:
            return 1, small_number(parts["first_quarters"]) * _MONTHS_OF_QUARTER
        if "quarter" in parts:
            return _months_of_quarters(parts["quarter"], parts.get("last_quarter"))
        if "month" in parts:
            return small_number(parts["month"]), small_number(parts["last_month"])
        return None

    def _named_months(self) -> tuple[int, int] | None:
        """The first and the last month of a half, a season, or the first month."""
        parts = self.parts
        if "half" in parts:
            return (1, 6) if parts["half"].startswith("上") else (7, _MONTHS)
        if self.is_a_season_of_a_year:
            return _SEASONS.get(parts["word"][1:])
        if "season" in parts:
            return next(months for name, months in _SEASONS.items() if name in parts["season"])
        return (1, 1) if "opening_month" in parts else None

    def _days(self, year: int, now: Moment) -> tuple[Moment, Moment] | None:
        """A month, or days of one."""
        parts = self.parts
        if not _NAMES_FROM_THE_DAY_TOLD.isdisjoint(parts):
            return self._same(now)
        month = small_number(parts["one_month"]) if "one_month" in parts else now.month
        if "third" in parts:
            return _third(Moment(year, month), parts["third"])
        day = small_number(parts.get("day", parts.get("only_day", "0")))
        last_day = parts.get("last_day", parts.get("only_last_day"))
        return _existing(Moment(year, month, day), small_number(last_day) if last_day else day)


def years_of_plan(number: str) -> range:
    """The years of a five-year plan by its number from the eleventh on: 一 for 十一五."""
    begin = _PLANS_BEGAN + _YEARS_OF_PLAN * (small_number(number) - 1)
    return range(begin, begin + _YEARS_OF_PLAN)


def one_by_one(first: TimePeriod, last: TimePeriod) -> tuple[TimePeriod, ...]:
    """The parts from ``first`` to ``last`` where both are months, quarters or years; nothing where
    they are no such parts, or too many.
    """
    if first.start is None or first.end is None or last.start is None or last.end is None:
        return ()
    if first.start.day or bool(first.start.month) != bool(last.start.month):
        return ()
    if first.start.month:
        return _parts_of_a_year((first.start, first.end), (last.start, last.end))
    are_years = first.start == first.end and last.start == last.end
    return _years(first.start.year, last.start.year) if are_years else ()


def _years(first: int, last: int) -> tuple[TimePeriod, ...]:
    return tuple(map(_whole_year, range(first, last + 1)[:_LONGEST_RANGE]))


def _whole_year(year: int) -> TimePeriod:
    return TimePeriod(Moment(year), Moment(year))


def _parts_of_a_year(
    first: tuple[Moment, Moment], last: tuple[Moment, Moment]
) -> tuple[TimePeriod, ...]:
    """The months or quarters from the first one to the last, each given by its own first and last
    month; nothing where they are of two years or two sizes.
    """
    begin, size = first[0], first[1].month - first[0].month + 1
    if begin.year != last[0].year or size not in {1, _MONTHS_OF_QUARTER}:
        return ()
    if last[1].month - last[0].month + 1 != size:
        return ()
    months = range(begin.month, last[0].month + 1, size)
    return tuple([_part(replace(begin, month=month), size) for month in months])


def as_years(first: Moment, last: Moment) -> TimePeriod:
    """A period; all the months of a year are that year: 1—12月."""
    is_whole = first.month == 1 and last == Moment(first.year, _MONTHS)
    if is_whole:
        return TimePeriod(Moment(first.year), Moment(last.year))
    return TimePeriod(first, last)


def _are_in_order(first: Moment, last: Moment) -> bool:
    """Whether two moments are of years that there are, and the last does not lie before the
    first.
    """
    are_known = 0 < first.year < _LAST_YEAR and 0 < last.year < _LAST_YEAR
    return are_known and first.first_day <= last.last_day


def _last_of_years(first: int, last: str) -> int:
    """The last year of a range, of which the century may be left out: 2016—20."""
    is_short = len(last) <= len("20")
    return first // 100 * 100 + int(last) if is_short else _year(last)


def _quarter_before(today: Moment) -> tuple[Moment, Moment]:
    """The quarter before the one of ``today``."""
    last = (today.month - 1) // _MONTHS_OF_QUARTER * _MONTHS_OF_QUARTER
    year = today.year if last else today.year - 1
    last = last or _MONTHS
    return Moment(year, last - _MONTHS_OF_QUARTER + 1), Moment(year, last)


def _months_of_quarters(first: str, last: str | None) -> tuple[int, int]:
    """The first and the last month of a quarter, or of several."""
    before = small_number(first) - 1
    return before * _MONTHS_OF_QUARTER + 1, small_number(last or first) * _MONTHS_OF_QUARTER


def _existing(first: Moment, last_day: int) -> tuple[Moment, Moment] | None:
    """A day and a later one of its month, or a month; None where they do not exist."""
    last = replace(first, day=last_day)
    return (first, last) if first.month and _exists(first) and _exists(last) else None


def _dates_of(month: Moment, words: str) -> tuple[Moment, Moment] | None:
    """27日, or 12日至15日, of a month; None where it has no such days."""
    days = [small_number(found) for found in _NUMBER_OF_A_DAY.findall(words)]
    return _existing(replace(month, day=days[0]), days[-1])


def _part(start: Moment, months: int) -> TimePeriod:
    """So many months from one on, or a year."""
    return TimePeriod(
        start, replace(start, month=start.month + months - 1) if start.month else start
    )


def _third(month: Moment, name: str) -> tuple[Moment, Moment]:
    """上旬, 中旬 and 下旬: the first or second ten days of a month, or the rest; and 前25天."""
    if name[0] in _FIRST_OF_ALL:
        return replace(month, day=1), replace(month, day=int(name[1:-1]))
    first = "上中下".index(name[0]) * _TEN + 1
    last = _last_day(month).day if name[0] == "下" else first + _TEN - 1
    return replace(month, day=first), replace(month, day=last)


def _days_from(today: Moment, days: int) -> Moment:
    day = today.first_day + timedelta(days)
    return Moment(day.year, day.month, day.day)


def _weekday(words: str, today: date) -> date:
    """The last such day of the week up to ``today``; with 上, that of the week before."""
    number = "一二三四五六日".find(words[-1].replace("天", "日"))
    day = today - timedelta((today.weekday() - number) % _WEEK)
    is_of_this_week = day >= today - timedelta(today.weekday())
    return day - timedelta(_WEEK) if words.startswith("上") and is_of_this_week else day


def time_expressions(plain: str, passages: Sequence[int] = ()) -> Iterator[TimeExpression]:
    """The time expressions of ``plain``, in order; none goes on from one of its ``passages`` into
    the next, as the date of a page and 今年以来 below it would.
    """
    at = 0
    while found := _TIME.search(plain, at):
        at = found.end()
        following = bisect_right(passages, found.start())
        if following < len(passages) and passages[following] < at:
            at = passages[following]
            found = _TIME.match(plain, found.start(), at)
        if found:
            yield TimeExpression(found.start(), found.end(), *_parts(found.groups()))


@lru_cache(maxsize=4096)
def _parts(
    groups: tuple[str | None, ...],
) -> tuple[Mapping[str, str], dict[Moment, TimePeriod | None]]:
    """The parts of an expression by their names, and where its periods are kept: the same for all
    of the same parts, as a long file has them.
    """
    return {name: text for name, at in _NAMES if (text := groups[at - 1])}, {}


def _exists(moment: Moment) -> bool:
    return parse_moment(str(moment)) is not None


def _year(text: str) -> int:
    return int(text.translate(_HAN_DIGITS))


def _last_day(moment: Moment) -> Moment:
    """年末 and 月底 as a day."""
    month = moment.month or _MONTHS
    return Moment(moment.year, month, calendar.monthrange(moment.year, month)[1])
