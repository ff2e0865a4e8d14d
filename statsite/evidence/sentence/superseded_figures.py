"""A figure in whose place its sentence puts another one of the same unit: a first count that was
corrected (初报312座，复核后剩275座), a judgment that was changed, a former state (原有4座，眼下
2座), or the price before a discount (标价200元，打八折).
"""

from __future__ import annotations

import re
from functools import lru_cache

from statsite.grammar.lexicon import HAN_NUMERALS, NUMBER, SCALES
from statsite.grammar.patterns import compiled

#: What is counted, said or judged first, and what a check of it is called.
_FIRST = (
    "起初|最初|最早|最开始|一开始|先是|先(?=[报定说判])|初(?=[步次报检评审查定核算估判])|一审|原审"
    "|(?:前一天|昨[天日]|先前|此前|早先|起初)(?:公布|发布|通报)的|原判|仲裁|送审|报审|上报|申报|报上来|(?:罚|处罚)[^，。;!?0-9]{0,4}是|开出"
)
_CHECKED = (
    "复核|核实|核查|复查|复检|复测|复议|复审|重审|再审|二审|终审|审计|审定|审减|核减|核增|核定|改判"
    "|更正|订正|修订|修正|纠正|下修|上修|下调|上调|剔除|扣除|扣去|甄别|调整|改口|改为|改成"
)
_AFTERWARDS = "后来|随后|之后|其后|最终|最后"
#: A former state, and the one of today.
_FORMERLY = (
    "(?<![还复])原(?=[价有来本先为是])|(?<![0-9年月日天周])以前|从前|过去(?:(?=一[天年月周][^，。;!?0-9]{0,4}[只仅才能])|(?!的?[一二两三几数多十0-9]))|早先"
    "|起初|最初|当初|一度|曾经?(?:拥?有|达|是|为)"
)
_TODAY = "如今|现在|现今|而今|现(?=[有价仅只为已剩])|眼下|目前|当下"
#: Between the two there is no other number, and no more that comes to the first.
_NO_MORE = r"(?![^，。;!?0-9]{0,6}(?:又|再|还|另|新增|陆续))"
_NO_NUMERAL = f"[^。;!?0-9{HAN_NUMERALS}]"
_NUMBERS = f"0123456789.,{HAN_NUMERALS}约近超过逾余多"
_UP_TO_FIGURE = "[^。;!?0-9]{0,16}$"
_BEFORE_A_CHECK = re.compile(f"(?:{_FIRST}){_UP_TO_FIGURE}")
_BEFORE_TODAY = re.compile(f"(?:{_FORMERLY})[^。;!?0-9]{{0,12}}$")
_BETWEEN = (
    f"{_NO_NUMERAL}{{0,12}}?[，;](?:[一-鿿]{{1,2}}个月|[0-9]{{1,2}}[日月])?{_NO_NUMERAL}{{0,12}}?"
)
_CHECK = f"{_BETWEEN}(?:{_CHECKED}|{_AFTERWARDS}){_NO_MORE}{_NO_NUMERAL}{{0,16}}?"
_CHANGE = (
    f"{_BETWEEN}(?:{_TODAY}|{_AFTERWARDS}){_NO_MORE}{_NO_NUMERAL}{{0,16}}?"
    f"(?:一[天年月周]{_NO_NUMERAL}{{1,6}}?)?"
)
_DWINDLED = (
    f"{_NO_NUMERAL}{{0,12}}?[，;][^，。;!?0-9]{{0,8}}[拆毁塌卖丢关撤砍减跑走死倒荒][^，。;!?0-9]{{0,4}}"
    f"(?:只剩|仅剩|剩下?|仅存|只存|尚存|还剩|只有){_NO_NUMERAL}{{0,4}}?"
)
#: The first of two in one clause: 由31万人调整为28万人.
_FROM = re.compile("[由从][^，。;!?0-9]{0,14}$")
_AT_ONCE = f"[^，。;!?0-9]{{0,4}}(?:{_CHECKED})(?:为|至|到|成){_NO_NUMERAL}{{0,4}}"
#: A level that somebody changed, with no time of its own: 把学费从每门课500元降到380元.
_FROM_A_LEVEL = re.compile(
    "[把将][^，。;!?]{0,14}[由从](?![^，。;!?]*[年月日周季前初末底时届期])[^，。;!?0-9]{0,14}$"
)
_TO_A_LEVEL = (
    "[^，。;!?0-9]{0,4}(?:[降减增涨升调提压缩][一-鿿]?|扩大|延长|下降|上升|上涨|[上下]调)"
    "[为至到成][了约]?"
)
#: The first one as it was made known: 由先前公布的2.31万对改为2.28万对.
_PUBLISHED = re.compile(
    r"[由从将把自][^，。;!?0-9]{0,12}?(?:[公颁发宣]布|公告|显示|[通上呈填]报|公开|刊[登出]|登[出载]|挂出|披露|印发|报[出道]|统计|[初首]次?|初始)"
    "[^，。;!?0-9]{0,6}$"
)
_CHANGED = (
    "[^，。;!?0-9]{0,6}?，?(?:重新)?(?:[改变换调]定?|变更|更改|调整|修[正改订]|更正|订正|纠正|核[减增定])(?:为|成|作|到|至|了)+"
    f"{_NO_NUMERAL}{{0,4}}"
)
#: A former state behind the one of today: 提至100万元，此前是80万元.
_WAS_BEFORE = re.compile(
    f"{NUMBER}[^，。;!?0-9]{{1,8}}[，;](?:此前|之前|原来|以前|过去|先前)(?:仅|只|才)?(?:是|为|有)[一-鿿]{{0,4}}$"
)
#: A year or a month is that of the first one by itself.
_DATED = re.compile("[0-9]{2,4}年|[0-9]{1,2}月")
#: What makes a figure the first of two, with what makes the next one the other.
_IN_PLACE_OF = (
    (_FROM, _AT_ONCE),
    (_FROM_A_LEVEL, _TO_A_LEVEL),
    (_PUBLISHED, _CHANGED),
    (_BEFORE_A_CHECK, _CHECK),
    (_BEFORE_TODAY, _CHANGE),
    (_BEFORE_TODAY, _DWINDLED),
)
_IS_FORMER = re.compile(
    "[原初曾旧]|一审|仲裁|送审|上报|申报|以前|从前|过去|(?:前|时)(?:的|$)|第一次|首次"
)

#: What is asked before a discount, and discounts.
_LIST_PRICE = re.compile(
    "(?:[原标][价售]|原票[价面]|(?:市场|专柜|吊牌|挂牌|门市|划线|建议零售|官方指导|厂家指导|官方)价|票面|定价|正价|全价)"
    "[^，。;!?:0-9]{0,4}$"
)
_DISCOUNT = re.compile(
    "[打按享][^，。;!?0-9]{0,6}折|[一二两三四五六七八九对][一二三四五六七八九]?折(?!射|叠|中|算|合|旧|扣店)|[0-9.]折(?![射叠中算合旧])"
    "|半价|减半|到手|折后|优惠价|特价|秒杀|免费|直降|立减"
)
#: Who alone has it: others pay what is asked.
_FOR_SOME = re.compile(
    "学生|老人|老年|儿童|军人|教师|医护|[0-9]岁|残疾|未成年|凭[^，。;!?]{0,6}证|凭证|优待|团体"
)
_PRICE_BEFORE_DISCOUNT = re.compile("[原标]价|定价|市场价|专柜价|指导价|划线价|吊牌|票面|正价|全价")


def superseded(before: str, figure: str, behind: str, title: str) -> str:
    """The words around a figure by which another one stands in its place, or nothing; an indicator
    whose ``title`` is of what was first is its own.
    """
    return _replaced(before, figure, behind, title) or _before_discount(
        before, figure, behind, title
    )


def _replaced(before: str, figure: str, behind: str, title: str) -> str:
    """The words from a first count, or a former state, up to the number in its place."""
    if _IS_FORMER.search(title):
        return ""
    unit = figure.strip(_NUMBERS)
    if was_before := _WAS_BEFORE.search(before):
        return was_before[0] + figure
    for one, other in _IN_PLACE_OF:
        first, found = one.search(before), _behind(other, unit).match(behind)
        is_dated = one is _BEFORE_TODAY and _DATED.search(re.split("[，。;:]", before)[-1])
        if first and found and not is_dated:
            return first[0] + figure + found[0]
    return ""


@lru_cache(maxsize=512)
def _behind(words: str, unit: str) -> re.Pattern[str]:
    """``words`` behind a figure and a number of its unit behind them."""
    return compiled(rf"{words}{NUMBER}[{SCALES}]*[余多]?{re.escape(unit)}")[0]


def _before_discount(before: str, figure: str, behind: str, title: str) -> str:
    """The words that make a sum the price before a discount which its sentence tells of."""
    if not figure.endswith(("元", "块")) or _PRICE_BEFORE_DISCOUNT.search(title):
        return ""
    found = _LIST_PRICE.search(before)
    rest = re.split("[。!?]", behind)[0]
    told = _DISCOUNT.search(before) or _DISCOUNT.search(rest)
    is_for_all = told and not _FOR_SOME.search(before + rest)
    return found[0] + figure if found and is_for_all else ""
