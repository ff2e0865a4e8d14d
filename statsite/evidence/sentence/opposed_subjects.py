"""Words of which a figure's indicator is called by one and its clause by another of the same kind:
出口 and 进口, 最高 and 最低, 门诊 and 住院.
"""

from __future__ import annotations

import itertools
import re

#: The words of each kind: a figure of one is none of the others.
_KINDS = tuple(
    tuple(map(re.compile, kind))
    for kind in (
        ("进口", "(?<!进)出口(?!处|气)", "进出口"),
        ("入境", "(?<!入)出境(?!线)", "出入境"),
        ("最高", "最低"),
        ("最大", "最小"),
        ("男(?!科)", "(?<![子妇儿])女(?![儿婿])"),
        ("城镇|城市|城里", "农村|乡村|乡下|村镇"),
        ("死亡|遇难|身亡|死者|罹难|致死", "受伤|轻伤|重伤|伤者|致伤", "伤亡", "失踪|失联"),
        ("出生", "死亡"),
        ("结婚", "离婚"),
        ("(?<!经)营业?收(?:入)?", "利润|净利", "支出|成本"),
        ("收入(?!院)", "支出"),
        ("顺差", "逆差"),
        ("赞成|支持", "反对", "弃权"),
        ("国有|国营", "私营|民营|民企", "外资|外商"),
        ("(?<!非)(?:公立|公办)", "民营|民办|社会办|私立|非公立|非公办"),
        ("(?<!医)门诊", "住院"),
        ("医[生师](?!院)", "护士|护师", "药师"),
        ("职工(?!基本)", "居民(?!可)"),
        ("一级", "二级", "三级", "四级"),
        ("(?<!中)小学", "(?<!大)中学(?!生均)|初中|高中", "中小学", "大学|高校", "幼儿园"),
        ("金牌", "银牌", "铜牌", "奖牌"),
        ("公路", "铁路", "航空|民航", "水路|水运"),
        ("货车|卡车", "客车|轿车|乘用车"),
        ("小麦", "玉米", "水稻|稻谷|大米", "大豆", "棉花|皮棉"),
        ("石油|原油", "天然气", "煤炭|原煤"),
        ("流入|迁入|转入", "流出|迁出|转出"),
        ("买入|购入|收购", "卖出|售出|抛售"),
        ("上涨|涨幅|涨价", "下跌|跌幅|降价"),
        ("第一产业", "第二产业", "第三产业"),
        ("(?<!不)合格(?!证)", "不合格|劣质"),
        ("(?<!不)满意", "不满意|不满(?=$|[的，])"),
    )
)
#: What is not so, in a title: 不合格食用油.
_DENIAL = re.compile(
    "(?:不(?!含|包|动产|锈钢|良)|未(?!来)|非(?!遗|洲|公|常|法))[一-鿿]{2}|[缺漏逃旷弃][考课勤检税诊赛]"
)
_AGE = re.compile(r"(?<![0-9~—-])([0-9]{1,3})(?:周岁|岁)")


#: All but one kind, in a title, and what says so in other words: 不是国有的, 国有以外的.
_ALL_BUT = re.compile(
    "非(国有|公有|公立|公办|公募|农业|食品|住宅|化石|处方|工业|金融|贫困|户籍|流通)"
)
_BUT_FOR = re.compile("非|不是|不属|以外|之外|除")


#: Kinds of people and what they are kinds of, and words for the number of all.
_PEOPLE = (("男", "sex"), ("女", "sex"), ("城镇", "place"), ("农村", "place"), ("城市", "place"))
_OF_ALL = re.compile("合起来|合计|加起来|总体|总的|综合|全部|平均|共")
#: What is not so of what counts before a figure, and in a title.
_NOT_SO = re.compile("(?:(?<![除并无莫是若])非|[不未])(?P<so>[一-鿿]{2})")
_DENIED_IN_TITLE = re.compile("[非不未无免拒缺]")
#: Words before a number, up to the number or mark before.
_HEAD = re.compile("[0-9.%，、;:。!?]")
_HOW_MANY = re.compile(
    "[一单双两三多各全独](?:方(?![面位向法式米案])|[侧边胎孩]|车(?![道间站辆])|[人户](?=[^数口均次]))"
)


def opposed_subject(clause: str, title: str) -> str:
    """The word of a figure's ``clause`` that is of a kind with one of its indicator's ``title``,
    but another, where the clause has the title's own nowhere; or nothing.
    """
    found = (_opposed(kind, clause, title) for kind in _KINDS)
    return next(filter(None, found), "") or _other_age(clause, title) or _left_out(clause, title)


def denied_elsewhere(clause: str, sentence: str, title: str) -> str:
    """The figure's ``clause``, where its indicator is of what is not so (不合格, 未整改), and other
    words of the ``sentence`` say that alone; or nothing.
    """
    denials = _DENIAL.findall(title)
    is_elsewhere = any(word in sentence and word not in clause for word in denials)
    return clause if is_elsewhere else ""


def denied_kind(before: str, title: str) -> str:
    """What is said not to be what a ``title`` names, right before a figure (非居民用水 for
    居民用水), or nothing.
    """
    if _DENIED_IN_TITLE.search(title):
        return ""
    head = _HEAD.split(before)[-1]
    denied = (found for found in _NOT_SO.finditer(head) if found["so"] in title)
    return next((found[0] for found in denied if head.count(found["so"]) == 1), "")


def other_many(before: str, title: str) -> str:
    """A word right before a figure for how many have or do what it counts, where the ``title`` has
    another one of the same: 一方 for 双方, 多车 for 单车; or nothing.
    """
    own, said = (
        {found[0] for found in _HOW_MANY.finditer(text)}
        for text in (title, _HEAD.split(before)[-1])
    )
    others = (one for one in sorted(said - own) if any(one[1] == other[1] for other in own))
    return "" if said & own else next(others, "")


def part_by_kind(before: str, behind: str, title: str) -> str:
    """The word right before a figure for one of two kinds of people (男性41.2%，女性3.6%，合起来),
    where the sentence has a number of the other and one of all, and the ``title`` neither; or
    nothing.
    """
    head, rest = _HEAD.split(before)[-1], re.split("[。;!?]", behind)[0]
    for one, other in itertools.permutations(_PEOPLE, 2):
        is_one = one[0] in head and other[0] not in head
        if is_one and one[1] == other[1] and re.search(f"{other[0]}[^，、]*[0-9]", rest):
            is_of_all = _OF_ALL.search(rest) and one[0] not in title and other[0] not in title
            return one[0] if is_of_all else ""
    return ""


def _opposed(kind: tuple[re.Pattern[str], ...], clause: str, title: str) -> str:
    """The word of a kind that only the clause has, where the title has another one alone."""
    named = [word for word in kind if word.search(title)]
    if len(named) != 1 or named[0].search(clause):
        return ""
    return next((seen[0] for word in kind if (seen := word.search(clause))), "")


def _other_age(clause: str, title: str) -> str:
    """An age in the clause, where the title has another one alone."""
    own, said = set(_AGE.findall(title)), _AGE.search(clause)
    return said[0] if said and own and not own & set(_AGE.findall(clause)) else ""


def _left_out(clause: str, title: str) -> str:
    """The word of the clause that is of the one kind that the title leaves out, or nothing."""
    said = (word for word in _ALL_BUT.findall(title) if word in clause)
    return "" if _BUT_FOR.search(clause) else next(said, "")
