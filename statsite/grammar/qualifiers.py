"""The words before, between and after numbers that say how the true number relates to them, and
which of them agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from statsite.grammar.lexicon import HAN_NUMERALS, NUMERAL, SCALES
from statsite.grammar.parts_of_words import (
    begins_another_word,
    begins_longer_word,
    ends_another_word,
)
from statsite.grammar.patterns import any_of
from statsite.quantity import Relation

_MORE = (
    "超过", "超出", "超", "逾", "多于", "高于", "大于", "长于", "快于", "好于", "重于", "宽于",
    "厚于", "晚于", "迟于", "多过", "突破", ">",
)  # fmt: skip
_LESS = (
    "短于", "慢于", "轻于", "窄于", "薄于", "早于", "不足", "不到", "不满", "未满", "低于", "少于",
    "小于", "不及", "不够", "不达", "达不到", "<",
)  # fmt: skip

#: The words before a number, and what they say of it.
QUALIFIERS_BEFORE: Mapping[str, Relation] = {
    **dict.fromkeys(_MORE, Relation.MORE),
    **dict.fromkeys(
        (
            "不少于",
            "不低于",
            "不小于",
            "不下于",
            "不下",
            "不止",
            "不亚于",
            "至少",
            "最少",
            "起码",
            "年满",
            "已满",
            "≥",
        ),
        Relation.AT_LEAST,
    ),
    **dict.fromkeys(
        ("接近", "将近", "逼近", "直逼", "几近", "近乎", "几乎", "近"), Relation.JUST_UNDER
    ),
    **dict.fromkeys(_LESS, Relation.LESS),
    **dict.fromkeys(
        (
            "不超过",
            "不超",
            "不高于",
            "不多于",
            "不大于",
            "不突破",
            "不出",
            "至多",
            "最多",
            "顶多",
            "小于等于",
            "≤",
        ),
        Relation.AT_MOST,
    ),
    "大于等于": Relation.AT_LEAST,
    **dict.fromkeys(
        ("大约", "大概", "大致", "差不多", "估摸着", "估摸", "约", "≈"), Relation.ABOUT
    ),
}
#: The words after a number and its unit, and what they say of it.
QUALIFIERS_AFTER: Mapping[str, Relation] = {
    **dict.fromkeys(
        (
            "及以上",
            "或以上",
            "(含)以上",
            "以上",
            "往上",
            "朝上",
            "打底",
            "起步",
            "起",
            "+",
        ),
        Relation.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "及以下",
            "或以下",
            "(含)以下",
            "以下",
            "往下",
            "朝下",
            "以内",
            "以里",
            "之内",
            "内",
            "封顶",
        ),
        Relation.AT_MOST,
    ),
    **dict.fromkeys(
        ("(不含)以上", "出头", "开外", "还挂零", "挂零", "有奇", "打不住", "还多", "强"),
        Relation.MORE,
    ),
    **dict.fromkeys(("(不含)以下", "不到"), Relation.LESS),
    **dict.fromkeys(("弱",), Relation.JUST_UNDER),
    **dict.fromkeys(("左右", "上下"), Relation.ABOUT),
}
#: Words after a number that say it is passed by a little: as with 余, the true number stays below
#: the next step.
PASSED_BY_A_LITTLE = frozenset({"出头", "还挂零", "挂零", "有奇", "强"})
#: Words after a number that qualify only a share, a multiple or a number with a scale: 500强 is a
#: ranking.
ONLY_BEHIND_SHARES = frozenset({"强", "弱"})
#: Words after a number that qualify only a price: 5日起 is a time, 3起 counts events.
ONLY_BEHIND_PRICES = frozenset({"起"})

#: Words that forbid: a limit that follows in the same clause is turned round (不得超过,
#: 一般不应连续超过).
FORBIDDING = (
    "不得", "不应该", "不应当", "不应", "不宜", "不准", "不许", "不允许", "不该", "不要", "严禁",
    "禁止", "切勿", "请勿", "切忌", "不建议",
)  # fmt: skip
#: What makes another word of such a word: 不得不, 不要求, 禁止类项目.
NO_BAN = "(?!(?<=不得)[不已]|而知|[求紧脸]|[类性区令标线牌]|期间)"
#: Words that deny: a limit is turned round where it follows at once or after a light word
#: (尚未超过, 不会再高于).
DENYING = (
    "不能", "不会", "不可能", "不可以", "不可", "不再", "不曾", "没有", "没能", "没", "未能",
    "未曾", "尚未", "仍未", "并未", "从未", "均未",
    "都未", "未", "从不", "决不", "绝不", "并不", "并非", "绝非", "不是", "无法", "难以", "很难",
    "不予",
    "避免", "防止", "严防", "不至于", "不致",
)  # fmt: skip
#: Every word that turns a limit round.
NEGATIONS = (*FORBIDDING, *DENYING)
_LIGHT = (
    "一般", "原则上", "连续", "累计", "再次", "再", "明显", "大幅", "显著", "同时", "长期", "总体",
    "整体", "普遍", "能够", "能", "会", "够",
    "曾经", "曾", "有", "出现", "任何", "一次性", "一次", "一直", "真正", "单独", "合计", "随意",
    "单次", "人均", "平均", "擅自",
    "应", "得", "可以", "可",
)  # fmt: skip
_REACHED = ("达到", "达", "满", "到", "及", "够")

#: Verbs and particles that may be between a qualifier and its number, by what the qualifier says.
_PARTICLES: Mapping[Relation, tuple[str, ...]] = {
    Relation.ABOUT: (
        "占到", "占了", "占比为", "占比", "占", "有", "为", "合", "达到", "达", "计", "需要", "需",
        "须", "是", "相当于", "折合", "等于", "共有",
        "共", "增长", "增加", "下降", "减少", "提高", "上升", "上涨",
    ),
    Relation.MORE: ("了", "过", "到", "至", "于", "达到", "达"),
    Relation.LESS: ("了", "到", "于"),
    Relation.AT_MOST: ("了", "到"),
    Relation.AT_LEAST: ("了", "到"),
    Relation.JUST_UNDER: ("于", "了", "达到", "达", "占", "有"),
}  # fmt: skip
#: Every such word.
PARTICLES = tuple(dict.fromkeys(word for words in _PARTICLES.values() for word in words))

#: Words that qualify a round number only: 过半, 过万, 过九成, 客运量过130万; 上百 is read as
#: reaching a hundred, or more.
_BEFORE_ROUND = {"过": Relation.MORE, "破": Relation.MORE, "上": Relation.AT_LEAST}
#: Words that bound a number which follows at once: 最长15天, but 最长不得超过15天.
_BEFORE_AT_ONCE = {
    **dict.fromkeys(("最长", "最慢", "最远", "最高不过", "最长不过"), Relation.AT_MOST),
    **dict.fromkeys(("最短", "须满", "需满", "应满"), Relation.AT_LEAST),
    **dict.fromkeys(
        ("限购", "限领", "限载", "限乘", "限坐", "限报", "限选", "限带", "限停", "限投"),
        Relation.AT_MOST,
    ),
}
#: Qualifiers that may be separated from their number by other words: 至少建成2个 has no shorter
#: span with qualifier and number.
ADVERBS = ("至少", "最少", "至多", "最多", "顶多", "起码")
_STRONGER = {
    frozenset({Relation.MORE, Relation.AT_LEAST}): Relation.MORE,
    frozenset({Relation.LESS, Relation.AT_MOST}): Relation.LESS,
}

#: What joins the two numbers of a range; 和 and 与 do where 之间 follows.
JOINER = re.compile(r"—{1,2}|[~-]|至|到|[和与](?=[^，。;、]{1,16}之间)")
#: What may close a range.
BETWEEN = "之间"

#: Unit words before which 近 names the recent past: 近两年 is a time, not a size.
NAMES_A_TIME = frozenset(
    {"年", "年度", "个月", "月", "周", "星期", "个星期", "季度", "个季度", "天", "日", "晚"}
)

#: A character of a word that holds no numeral.
WORD = rf"(?:[^\W_a-zA-Z0-9{HAN_NUMERALS}半数几]|[数几](?![{SCALES}]))"
#: What a difference is measured from: 高于全国平均水平3个百分点 bounds no share.
_MEASURED_FROM = (
    "平均|均值|水平|上年|去年|前年|同期|往年|上月|上期|目标|计划|预期|预算|标准|年初|年末"
)


def saying(*relations: Relation, without: Sequence[str] = ()) -> str:
    """A pattern of the words before a number that say one of ``relations``."""
    return any_of(
        word
        for word, said in QUALIFIERS_BEFORE.items()
        if said in relations and word not in without
    )


#: Words of colour and opening marks that may be between a qualifier and its number.
COLOUR = "(?:(?:整整|足足|短短|区区|惊人的|罕见的|创纪录的)?[“‘《「『]?)"
#: What a qualifier of one character is only the beginning of: 超重率, 近视率, 逾期率, 约束性.
BEGINS_A_WORD = (
    "(?:(?<=超)[重标时期市算声导额级龄载员纲限频薄低]|(?<=逾)[期越]|(?<=近)[视日年期代郊亲景况来些]"
    "|(?<=约)[束定谈翰旦请会法稿])"
)


def _with_particle(relation: Relation) -> str:
    particles = any_of(_PARTICLES[relation])
    return rf"(?:{saying(relation)})(?:{particles}|\((?:{particles})\))?{COLOUR}"


#: What turns a limit round, and what may be between it and the limit.
TURNING = (
    rf"(?:(?:{any_of(FORBIDDING)}){NO_BAN}(?:{any_of(_LIGHT)}|(?![不未没的]){WORD}){{0,12}}?"
    rf"|(?:没有|无)(?:任何一?|一(?!例外)|哪一?){WORD}{{1,12}}?|无一(?!例外)"
    rf"|(?:尚未|从未|仍未|并未|未曾|不曾)(?!的){WORD}{{1,2}}?"
    f"|(?:{any_of(DENYING)})(?:[让使把将令给在因对被像如按照](?:(?!的){WORD}){{1,8}}?"
    f"|(?:{any_of(_LIGHT)})*))"
)
_SIMPLE = "|".join(_with_particle(relation) for relation in _PARTICLES)
#: What a rate is counted for, between a qualifier and its number: 超过每小时30毫米,
#: 不低于每人每月200元.
_FOR_EACH = (
    "(?:每(?:个?小时|分钟|秒|天|日|年|月|学[年期]|人|户|生|次|亩|公顷|[平立]方米|公里|千瓦时|公斤|吨|升|斤)){1,2}"
    f"(?={NUMERAL})"
)
#: The whole that a share is of, between a qualifier and the share.
_NO_LIMIT = (
    "(?:(?!超|逾|[高低多少大小长短]于|突破|不[足到满]|接近|至少|至多|最[多少])"
    rf"(?:[上同每单]一|{WORD}))"
)
#: A time with a number in it, of which something is the whole: 超过一季度总数的一半.
_NUMBERED_TIME = (
    "(?:(?:[0-9]{4}|[0-9]{2})年|[0-9]{1,2}(?:[至到-][0-9]{1,2})?月份?|[上下前]半[年月]"
    "|[第前]?[一二两三四1-4]个?季度|[0-9一二两三四五六七八九十]{1,3}(?:个月|天|日))"
)
#: Of what a time had in all, or only as a half or a multiple of it: 超过2019年的82% compares rates.
_OF_A_TIME = (
    f"{_NO_LIMIT}{{0,6}}?{_NUMBERED_TIME}(?:{_NO_LIMIT}{{0,6}}?总{WORD}{{1,4}}的"
    f"|{_NO_LIMIT}{{0,6}}?的(?=一?半|[0-9.一二两三四五六七八九十]{{1,5}}(?:分之|倍)))"
)
_A_WHOLE = re.compile(
    f"(?![不未没意额级声载龄时]|{BEGINS_A_WORD}|{_FOR_EACH})(?:{_OF_A_TIME}|{_NO_LIMIT}{{1,12}}的"
    f"|(?<![超高]出)(?!{WORD}{{0,8}}(?:{_MEASURED_FROM})){_NO_LIMIT}{{1,8}}?)(?={NUMERAL})"
)
_BEFORE_PATTERN = re.compile(
    f"{TURNING}(?:(?P<more>{any_of((*_MORE, '破'))})|(?P<less>{any_of(_LESS)}))(?:了|过|到"
    f"|至)?(?:{_FOR_EACH})?"
    f"|(?P<unreached>(?:{any_of(NEGATIONS)})(?:{any_of(_LIGHT)})*(?:{any_of(_REACHED)}))"
    f"(?={NUMERAL})"
    f"|(?P<adverb>{any_of(ADVERBS)})(?!{any_of(QUALIFIERS_BEFORE)})"
    f"(?:(?!的){WORD}){{1,8}}?(?={NUMERAL})"
    rf"|(?P<simple>{_SIMPLE})(?P<for_each>{_FOR_EACH})?"
    rf"|[(\[“](?P<enclosed>{any_of(QUALIFIERS_BEFORE)})[)\]”](?={NUMERAL})"
    rf"|(?P<at_once>{any_of(_BEFORE_AT_ONCE)})(?={NUMERAL})"
    rf"|不\([得能应宜可准许]\)(?:(?P<no_more>{any_of(_MORE)})|(?P<no_less>{any_of(_LESS)}))"
    r"|(?P<round>[过破](?=一?半|十?[万亿]|[百千])|过(?=[一二三四五六七八九1-9]成|[0-9.]+[万亿])|破(?=[0-9.]+(?:[万亿%元吨度℃]|公里|千米|米))|上(?=十?[万亿]|[百千]))"
)
#: The characters with which a qualifier may begin.
FIRST_CHARACTERS = frozenset(
    word[0]
    for word in (*QUALIFIERS_BEFORE, *NEGATIONS, *_BEFORE_ROUND, *_BEFORE_AT_ONCE, "无", *"([“")
)
#: In brackets after a number: 3000元(左右).
_ENCLOSED_AFTER: Mapping[str, Relation] = {
    **QUALIFIERS_AFTER,
    **dict.fromkeys(("约", "大约", "约数", "概数", "估算", "估算值", "估计"), Relation.ABOUT),
    **dict.fromkeys(("至少", "最少", "起码"), Relation.AT_LEAST),
    **dict.fromkeys(("最多", "至多"), Relation.AT_MOST),
}
_AFTER_PATTERN = re.compile(
    rf"{any_of(QUALIFIERS_AFTER)}|[(\[](?P<enclosed>{any_of(_ENCLOSED_AFTER)})[)\]]"
)
# What a thing started from, not what it costs at least: 从5人起步.
_STARTING = frozenset({"起步", "起"})
_STARTED_FROM = re.compile(r"[从由自][^，。;!?:]*$")
_STARTED_WITHIN = 14
_WORD_OF = re.compile(any_of(QUALIFIERS_BEFORE))
#: What a limit says that is turned round (不得超过), by the group of ``_BEFORE_PATTERN``.
_TURNED: Mapping[str, Relation] = {
    "more": Relation.AT_MOST,
    "no_more": Relation.AT_MOST,
    "less": Relation.AT_LEAST,
    "no_less": Relation.AT_LEAST,
    "unreached": Relation.LESS,
}


class Qualifier(Struct, frozen=True):
    """A qualifying word with what separates it from its number: what it says and where it is.

    ``of_whole`` says that it names the whole that a share or a multiple is of (不足全国的1/3): only
    such a one may follow.
    """

    relation: Relation
    start: int
    end: int
    of_whole: bool = False


def qualifiers_before(plain: str, at: int) -> tuple[Qualifier, ...]:
    """The qualifiers that begin at ``at``, one after the other (``最多不超过``); none where ``at``
    lies in another word (附近).
    """
    if plain[at : at + 1] not in FIRST_CHARACTERS or ends_another_word(plain, at):
        return ()
    found: list[Qualifier] = []
    while match := _BEFORE_PATTERN.match(plain, at):
        start, at = match.span()
        whole = _A_WHOLE.match(plain, at) if _may_name_a_whole(match) else None
        at = whole.end() if whole else at
        found.append(Qualifier(_relation_of(match), start, at, of_whole=whole is not None))
    return tuple(found)


def _may_name_a_whole(match: re.Match[str]) -> bool:
    """Whether the words of a match may have the whole of a share behind them: a limit, but not one
    of so much for each.
    """
    return bool(match["more"] or match["less"] or (match["simple"] and not match["for_each"]))


def _relation_of(match: re.Match[str]) -> Relation:
    """What the words of a match say."""
    turned = next((said for group, said in _TURNED.items() if match[group]), None)
    if turned is not None:
        return turned
    if match["at_once"]:
        return _BEFORE_AT_ONCE[match["at_once"]]
    if match["round"]:
        return _BEFORE_ROUND[match["round"]]
    return _said_by_first_word(match["adverb"] or match["simple"] or match["enclosed"])


def _said_by_first_word(text: str) -> Relation:
    """What the word says with which ``text`` begins."""
    word = _WORD_OF.match(text)
    if word is None:
        raise ValueError(text)
    return QUALIFIERS_BEFORE[word[0]]


def qualifier_after(plain: str, at: int) -> Qualifier | None:
    """The qualifier that is at ``at``, after a number and its unit; None where another word begins
    there (内部, 上下游).
    """
    found = _AFTER_PATTERN.match(plain, at)
    if found is None or begins_longer_word(plain, *found.span()):
        return None
    if begins_another_word(plain, *found.span()):
        return None
    if found[0] in _STARTING and _STARTED_FROM.search(plain, max(0, at - _STARTED_WITHIN), at):
        return None
    return Qualifier(_ENCLOSED_AFTER[found["enclosed"] or found[0]], found.start(), found.end())


def agreed(first: Relation, second: Relation) -> Relation | None:
    """What two qualifiers of one number say together; None if they contradict each other.

    Two that point the same way give the stronger one (``超过…以上`` is ``>``), two of a kind give
    that kind (``约…左右``). 近 agrees with nothing but itself. ``约…余`` gives ``≈``: the 约
    loosens what 余 says, and less is claimed.
    """
    return first if first is second else _STRONGER.get(frozenset({first, second}))
