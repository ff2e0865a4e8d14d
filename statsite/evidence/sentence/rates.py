"""Words beside a figure that say it is so many per something: 每户, 时速, 千人床位, 50元一斤."""

from __future__ import annotations

import re

from statsite.grammar.patterns import first_words

_UP_TO_FIGURE = "[^，。;!?:0-9]{0,8}$"
_HEADS_A_CLAUSE = r"(?:^|(?<=[，。;、:(“年\n]))"
#: What is told of one of something: 单车净利润, 单店日销.
_YIELD = (
    "利润|净利|毛利|收入|成本|售价|均价|价格|产值|产量|销售|销量|日销|营收|亏损|费用|投资额?|能耗|补贴|客流|电耗|油耗|造价"
    "|运费|奖励|补助|租金|价|成绩|重|产"
)
#: What goods and services are sold by.
_SOLD_BY = (
    "公斤|千克|市斤|斤|吨|克|两|亩|平方米|平米|平|立方米|方|升|毫升|瓶|箱|盒|包|袋|筐|件|只|条|套|张|桌|间|晚|天|日|个?小时"
    "|分钟|次|趟|位|人|份|杯|碗|盘|度|字|页|股|手|公里|里"
)
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        (
            "(?:(?:人|户|亩|日|月|年|周|校|村|县|场|店|单车|单店|单日|单位面积|每|套|生|件|床|头|吨|棚|台|班|劳|株|单)均(?!衡|匀|等|价)|(?:套|吨|头|株|件|单)均价|平均每[天日月年周人户亩家个所村县车]"
            "|单位面积|吨钢|每(?:[0-9一二三十百千万]*(?:人|户|亩|公顷|天|日|小时|分钟|秒|平方公里|平方米|公里|吨|名|家|所|个|位|万人|千人|辆|台|股|平米)))"
            f"{_UP_TO_FIGURE}"
        ),
        "(?<![0-9一二三四五六七八九十数几上近超成])百公里[^，。;!?:0-9内外远开]{0,8}$",
        # What the economy takes for so much of its output: 万元工业增加值用水量.
        (
            rf"{_HEADS_A_CLAUSE}[百千万亿]{{1,2}}元(?:[^，。;!?:0-9]{{0,10}}(?:能耗|电耗|水耗|用水量|用电量"
            rf"|耗水量|耗电量|排放量|综合能耗)){_UP_TO_FIGURE}"
        ),
        f"(?:[时车航流转秒网]速|亩产|单产|[日月]产|[日月年时周]薪|客单价|单价|(?<![个上下当本])[日月年时]租|月供){_UP_TO_FIGURE}",
        rf"{_HEADS_A_CLAUSE}[十百千万]{{1,2}}(?:人口?|公里|户|亩|名)(?![以上多余次])[^，。;!?:0-9一二三四五六七八九()|]{{0,10}}$",
        (
            rf"单(?:车|票|店|台|件|户|套|房|井|箱|柜|吨|机|瓦|株|床|亩|客|杯|桶|斤|平|片|厂|项目|人|日)(?:{_YIELD})"
            f"{_UP_TO_FIGURE}"
        ),
        (
            r"(?<![0-9个首今昨当每近本节假平末一二三四五六七八九十上下])[日月周](?:收入|进账|入账|入(?=$|[约近超达逾过就能]))"
            r"(?!账款)[^，。;!?:0-9]{0,4}$"
        ),
        rf"(?<![0-9个首今昨当每近本节假平末上下单])[日月周](?:均?销|耗|售)(?!售总额|量单位){_UP_TO_FIGURE}",
        r"(?<!查)按(?:人头|人数|人|户|亩|床位|床|件|次|车|学生|职工)(?:均|计|数|每)?(?!口|员|民|事|籍|型|度)[^，。;!?:0-9]{0,12}$",
        r"每(?!年|逢|当|隔|到|天都|况)[一-鿿]{1,12}$",
        r"(?:每逢|逢|每到)[^，。;!?:0-9]{1,6}，[^，。;!?:0-9]{0,8}$",
        r"一[人户家村校县班车店厂天][一每][^。;!?0-9]{0,10}$",
        r"(?:^|(?<=[，。;年月日]))一(?:亩|公顷|平方米|公里|个人|人|户|台|辆|头|棵|株)(?:地|田|家庭)?(?!次|起)[^，。;!?:0-9]{0,8}$",
        r"([人户家个天月村校县班车店厂])\1[^，。;!?:0-9]{0,6}$",
        r"(?:每|(?<=[^0-9]))[0-9]{1,3}股?(?:派|送|转增?)[^，。;!?:0-9]{0,4}$",
        rf"(?:每[一二三四五六七八九十百千]+|{_HEADS_A_CLAUSE}[十百千万])[人名个户家][^，。;!?:0-9]{{0,3}}[中里][就便约]?有$",
    )
)
_PER_TITLE = re.compile("[人户亩日月年车床校村店次件]均|平均|每")
_PER_SENTENCE = re.compile(
    "[均每/按单]|全天|24小时|[一1](?:[个名户天年月周次亩])|月薪|年薪|日薪|时速|率"
)
_PRICE_BEFORE = re.compile(
    rf"(?<![第之唯统同另进])一(?:{_SOLD_BY})(?:只?[卖要收需]|能?[卖收]|售价?|得|价格?|[收计付花]费|租金)?(?:为|是)?$"
)
_BEHIND = re.compile(
    r"一[班组桌队间车船批](?=$|[，。;!?、)的])|(?:编|组|拼|合|凑)(?:成|为)一"
    rf"|每(?:一|1)?(?:{_SOLD_BY}|分|秒|年|月|周|户|家|班|车|台|辆|头|棵|米|公顷)(?=$|[，。;!?、)的计每])"
)
_PRICE_BEHIND = re.compile(
    rf"(?:[一两三四五六七八九十]|[0-9]{{1,2}}|/)(?:{_SOLD_BY})(?=$|[，。;!?、)的计起])"
)


def rate_before(before: str) -> str:
    """The words right before a figure that say it is so many per something, or nothing."""
    found = (pattern.search(before) for pattern in _BEFORE)
    return first_words(found)


def total_of_rate(sentence: str, title: str) -> bool:
    """Whether a whole sentence tells of nothing per something, though its indicator's ``title``
    does: 人均支出 of 全年支出500元.
    """
    return _PER_TITLE.search(title) is not None and _PER_SENTENCE.search(sentence) is None


def rate_of_price(before: str, behind: str) -> str:
    """What a price is the price of one of, by the words right beside it: 一公斤卖, 一斤; or
    nothing.
    """
    found = _PRICE_BEHIND.match(behind) or _PRICE_BEFORE.search(before)
    return found[0] if found else ""


def rate_behind(behind: str) -> str:
    """The words right behind a figure that say it is so many per something, or nothing."""
    found = _BEHIND.match(behind)
    return found[0] if found else ""
