"""Words of closed classes that touch a figure: adverbs, prepositions and conjunctions before its
number, words of place and measure words behind its unit.

Nouns and verbs are made anew every day; these are not. Listed are the few that leave a number as it
is. Any other, by the dictionary, makes it doubtful, whether anybody has thought of it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import NUMERAL
from statsite.grammar.patterns import starts_before
from statsite.grammar.qualifiers import QUALIFIERS_AFTER
from statsite.grammar.word_boundaries import class_at, class_before

#: By the class of the dictionary (of jieba): d adverbs, p prepositions, c conjunctions.
_BEFORE: Mapping[str, frozenset[str]] = {
    "d": frozenset(
        (
            "共", "一共", "总共", "仅", "仅仅", "均", "都", "全", "正", "就是", "还", "只", "也",
            "又", "再", "已", "已经", "则", "却", "便", "即", "仍", "仍然", "刚", "刚刚", "刚好",
            "恰好", "才", "就", "将", "先", "先后", "曾", "曾经", "竟", "竟然", "居然", "连",
            "连续", "接连", "一连", "连年", "连日", "相继", "陆续", "依次", "分别", "共同",
            "独自", "亲自", "单", "一次", "一次性", "一举", "再度", "再次", "逐年", "常年",
            "长期", "历经", "历尽", "凡", "首先", "率先", "最先", "最早", "初次", "随后", "随即",
            "当即", "立即", "立刻", "马上", "顿时", "届时", "至此", "至今", "迄今", "最终",
            "终于", "最新", "特别", "一直", "始终", "不断", "逐步", "逐渐", "稳步", "大幅",
            "快速", "尽快", "赶紧", "连夜", "轮番", "频频", "一再", "屡次", "偶尔", "经常",
            "随时", "按时", "同样", "一同", "一齐", "一并", "互相", "相互", "单独", "纷纷",
            "连连", "一律", "从中", "就此", "据此", "先是", "现已", "早已", "暂时", "事先",
            "如实", "从严",
            # nouns and verbs of the dictionary's adverbs
            "比分", "总得分", "满分", "难度", "进度", "频次", "批次", "轮次", "低速", "匀速",
            "初速", "高速", "进深", "纵深", "极点", "终点", "据点", "起步", "止步", "首都",
            "大将", "首相", "果实", "相声", "相机", "快门", "约旦", "大连", "正定", "首发",
            "到场", "到庭", "到齐", "到来", "到期", "满期", "缓期", "赶来", "赶往", "通往",
            "反对", "同意", "特约", "特许", "特批", "更新", "暂停", "一期", "立足", "越过", "互动",
            "重复", "同步", "偏少", "偏多", "限约",
        )
    ),
    "p": frozenset(
        (
            "为", "在", "由", "以", "比", "从", "对", "给", "向", "用", "与", "于", "把", "被",
            "按", "至", "同", "自", "跟", "因", "凭", "凭借", "通过", "经过", "经由", "据",
            "根据", "依据", "依照", "按照", "基于", "鉴于", "对于", "关于", "针对", "为了",
            "随着", "趁着", "沿着", "顺着", "自从", "每当",
        )
    ),
    "c": frozenset(
        (
            "和", "与", "及", "以及", "及其", "而", "而且", "而是", "但", "但是", "并", "并且",
            "且", "既", "还是", "因为", "因此", "因而", "从而", "由此", "所以", "于是", "然而",
            "可是", "虽然", "尽管", "既然", "接着", "只有", "只要", "只是", "如果", "若", "由于",
            "同时", "此外", "另外", "然后", "此后", "接单", "所",
        )
    ),
}  # fmt: skip
#: Verbs of one character that may be between two numbers: 9胜4平, 1座为12人. Others join them to
#: one: 三百打五百.
_BETWEEN_NUMBERS = frozenset("到至为有达占共增降升减涨跌胜负平进中出入余剩比加乘翻获收售投设建含是")
#: Verbs, and characters of which the dictionary knows no more.
_VERBS = frozenset(("v", "zg"))
#: Words of place and time (class f) of several characters that say where something is, and no side
#: of a number. Those of one are verbs as often: 35人上山.
_PLACES = frozenset(
    (
        "之前", "之后", "以前", "以后", "以来", "中间", "内部", "周边", "沿线", "沿岸", "沿海",
        "上游", "下游",
    )
)  # fmt: skip
_MEASURES, _GENERAL = "q", "个"
#: What is counted although its name is also a measure word: 七口人, 开通5条线.
COUNTED_THINGS = frozenset(
    (
        "人", "人头", "米", "碗", "杯", "箱", "盒", "袋", "筒", "壶", "桶", "瓶", "包", "盘",
        "盆", "罐", "筐", "针", "球", "票", "卡", "门", "桌", "席", "字", "站", "站点", "线",
        "道", "队", "班", "组", "金", "银", "铜", "曲", "单位", "床位", "泊位", "车位", "席位",
        "插座", "号源", "标箱", "标准箱", "自然箱", "系列", "圈", "家", "所", "处", "堂", "里",
        "天", "车", "床",
    )
)  # fmt: skip
#: How verbs end that say how a number is to be taken (相当于, 不啻于), but for these and prices.
_COMPARES = re.compile("(?<![由位处用等对介关基鉴开收报格])于$")


def class_word_before(before: str, figure: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a word of a closed class begins that may say how the number with which
    the ``figure`` begins is to be taken.
    """
    if not shape.begins_with_number:
        return
    word, kind = class_before(before, figure)
    is_a_base = word in COUNTED_THINGS and before.endswith(f"每{word}")
    if word not in _BEFORE.get(kind, (word,)) and not is_a_base:
        yield len(before) - len(word)
    if kind in _VERBS and len(word) == 1 and _joins_numbers(before):
        yield len(before) - len(word)
    yield from starts_before([_COMPARES], before)


def _joins_numbers(before: str) -> bool:
    """Whether ``before`` ends in a verb behind a number that makes one of it and the next."""
    is_number = re.match(NUMERAL, before[-2:-1]) is not None
    return is_number and before[-1] not in _BETWEEN_NUMBERS


def class_word_behind(plain: str, end: int, unit: str) -> Iterator[int]:
    """Where a word of a closed class ends behind the ``unit`` word which ends at ``end``: a side of
    the number, or another unit of measure.
    """
    if not unit:
        return
    word, kind = class_at(plain, end)
    is_place = kind == "f" and len(word) > 1 and word not in (_PLACES | QUALIFIERS_AFTER.keys())
    is_measure = kind == _MEASURES and unit != _GENERAL and word not in COUNTED_THINGS
    if is_place or is_measure:
        yield end + len(word)


def verb_behind(plain: str, end: int) -> Iterator[int]:
    """Where the verb ends behind a bare number that makes one of it and the next: 三百打五百."""
    word, kind = class_at(plain, end)
    is_joined = kind in _VERBS and len(word) == 1 and word not in _BETWEEN_NUMBERS
    if is_joined and re.match(NUMERAL, plain[end + 1 : end + 2]):
        yield end + 1
