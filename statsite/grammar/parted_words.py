"""Qualifiers that are parted from their number: by a bracket, a quotation mark, a dash or a comma;
colloquial ones that the grammar does not read; and two bounds of one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_DIGITS, IN_CLAUSE, NUMBER, NUMERAL, SCALES
from statsite.grammar.negation import LIMITS
from statsite.grammar.patterns import (
    both_sides,
    compiled,
    ends_behind,
    starts_before,
    starts_of_pairs,
)
from statsite.grammar.qualifiers import ADVERBS, WORD, saying
from statsite.quantity import Relation

_ABOUT = saying(Relation.ABOUT, without=("≈",))
_NEAR = saying(Relation.JUST_UNDER)
_ANY = f"(?:{_ABOUT}|{_NEAR}|{LIMITS}|{'|'.join(ADVERBS)})"
_VERB = "(?:[了过到于为有合达占]|达到)?"
_OPENING = r"[(\[“‘《「『【<\"']"
_CLOSING = r"[)\]”’》」』】>\"']"
_MARKS = rf"(?:{_OPENING}|—{{1,2}})"

_BEFORE_NUMBER = compiled(
    rf"{_ANY}{_VERB}{_MARKS}{{1,2}}$",
    rf"{_OPENING}{_ANY}{_VERB}{_CLOSING}{_VERB}$",
    rf"{_ANY}\({IN_CLAUSE}{{1,4}}\)$",
    rf"(?:{'|'.join(ADVERBS)}|{_ABOUT})[，、,…]+$",
    rf"{_ANY}了?{IN_CLAUSE}{{0,10}}(?:保持|创造|创下|设定|定下)的$",
    f"(?:{'|'.join(ADVERBS)})(?:也|要|都|仍)?[是有为]{IN_CLAUSE}{{0,16}}的$",
    (
        rf"{_ANY}了?(?:小小|可观|令人{WORD}{{2}}|巨大|庞大|天量|可怜|微不足道|寥寥|整|仅仅|历史性"
        "|空前|史无前例)的?$"
    ),
    # colloquial
    "(?:无需|无须|不用|不必|用不着|要不了|用不了|花不了|费不了)(?:花|等|到|上)?$",
    "(?:冲刺|剑指|瞄准|上探|下探|直奔|奔着|朝着|迈向|冲向|问鼎)(?:每)?$",
    "限(?:购|领|量|时|报|载|乘|坐|售|投|发|选|填|用|带|停)(?:每人|每户)?$",
    "最(?:[长远短慢高大多]|迟|晚)(?:可[达到以]?|达|为|不[过超]|能|至|到)$",
    "(?:粗算|保守估[计算]|少说|多说|号称|自称)(?:也?有|在|达|为|约)?$",
    "(?:^|[，。;、!?:])上$|[达有收卖发报](?:到)?上$",
)
#: Where nothing behind the number says on which side of it the truth is.
_HELD_AT = compiled("(?:徘徊|波动|浮动|游走)[在于]$|(?:控制|限制|限定|封顶)在$")
_RANGE = re.compile(rf"{NUMBER}[^，]{{0,6}}(?:[至~-]|—{{1,2}})[-负]?{NUMBER}")
_BEFORE_ANY = compiled(
    r"零下，$",
    rf"(?<![{HAN_DIGITS}{SCALES}0-9])零下(?:摄氏)?，?$",
    r"负(?:值|数)[为是:，]*$|(?:[为是达至](?:到)?)一$|-\.$|(?<![0-9A-Za-z])\.$|(?<![0-9.])0[。，]$",
)
_BEHIND = compiled(
    r"[”’]?\((?:[^)]{0,4})(?:至少|以上|以下|左右|上下|约|估[算计]?|预估|暂估|概数|不完全统计|粗略|最高|最低|最多|封顶|起|以内|不足|不到|将?近|逾|超过?|[上下]限|底线|毛数|水分)"
    r"[^)]{0,4}\)",
    "不等(?=$|[，。;])",
    rf"{_CLOSING}(?:以[上下内]|左右|上下|之内|开外|出头|不到)",
    r"[，、](?:以[上下内]|左右|上下)(?=$|[，。;!?])",
    r"[，、]?(?:甚至|乃至)(?:是|到|于|达|高达|多达)?" + NUMBER,
    r"起跳|来[重高长宽深厚粗远]|以外|朝外|量级|数量级|为底线|为底|托底|保底|兜底|还挂零",
    r"(?:持平)?(?:略|稍|微)[高低多少大小](?!于|高)",
    rf"[与和到至]{NUMBER}[^，。;、0-9]{{0,4}}(?:之间)?(?:徘徊|波动|震荡|浮动|摆动|不等)",
    r"(?:徘徊|震荡|波动)(?=$|[，。;])",
    rf"[，、](?:最多|至多|顶多){NUMBER}",
)
# Words on both sides of a number.
_ON_BOTH_SIDES = both_sides(
    (r"稳定[在于]$", r"(?:的)?(?:一线|附近|水平|上方|下方|区间|关口|高位|低位)"),
    (
        r"[向朝往奔]$",
        r"(?:的)?(?:目标|大关|关口)?(?:迈进|冲刺|进军|靠拢|逼近|发起冲击|挺进|进发|看齐|进击)",
    ),
    (r"奔$", r"岁?(?:的人|了|去)"),
    (r"最[低小少短]$", r"[^，。;!?]{0,2}[、，及和至到]?最[高大多长]"),
    (r"最[高大多长]$", r"[^，。;!?]{0,2}[、，及和至到]?最[低小少短]"),
    (rf"最[低小少短](?:为|是)?{NUMBER}{WORD}{{0,4}}[、，及和至到]?最[高大多长]$", ""),
    (rf"最[高大多长](?:为|是)?{NUMBER}{WORD}{{0,4}}[、，及和至到]?最[低小少短]$", ""),
)
_ABOVE = f"(?:{saying(Relation.MORE, Relation.AT_LEAST)})"
_BELOW = f"(?:{saying(Relation.LESS, Relation.AT_MOST)})"
_OPPOSITES = ((re.compile(_ABOVE), _BELOW), (re.compile(_BELOW), _ABOVE))
_AND = "[、，]?(?:[且但并而及又]|同时)?"


def parted_before(before: str, figure: str, shape: FigureShape, behind: str) -> Iterator[int]:
    """Where in ``before`` a qualifier begins that a mark parts from the ``figure`` behind it, or
    the first of two bounds.
    """
    yield from starts_before(_BEFORE_ANY, before)
    if shape.begins_with_number:
        yield from starts_before(_patterns_before_number(figure, shape), before)
        yield from starts_of_pairs(_ON_BOTH_SIDES, before, behind)
    else:
        opposites = _opposite_bounds(figure)
        yield from starts_before((_first_bound(one, shape.measure) for one in opposites), before)


def _patterns_before_number(figure: str, shape: FigureShape) -> Iterator[re.Pattern[str]]:
    """What parts a qualifier from the number with which a ``figure`` begins."""
    yield from _BEFORE_NUMBER
    if not _has_both_ends(figure, shape):
        yield from _HELD_AT
    if shape.measure:
        yield _range_with_more(shape.measure)


def _has_both_ends(figure: str, shape: FigureShape) -> bool:
    return shape.is_qualified_behind or _RANGE.search(figure) is not None


def _opposite_bounds(figure: str) -> Iterator[str]:
    """The words for a bound on the other side of the one with which a ``figure`` begins."""
    return (opposite for bound, opposite in _OPPOSITES if bound.match(figure))


def parted_behind(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where a qualifier ends that a mark parts from the figure before it."""
    if shape.is_qualified_behind:
        return
    yield from ends_behind(_BEHIND, plain, end)
    if shape.measure:
        yield from ends_behind([_up_and_down(shape.measure)], plain, end)


def second_bound(plain: str, start: int, end: int, shape: FigureShape) -> Iterator[int]:
    """Where another bound of the number that is bounded between ``start`` and ``end`` ends."""
    if shape.begins_with_number or not shape.measure:
        return
    yield from ends_behind(_second_bounds(plain[start:end], shape.measure), plain, end)


def _second_bounds(figure: str, measure: str) -> Iterator[re.Pattern[str]]:
    """What bounds the same number to the other side."""
    return (_second_bound(one, measure) for one in _opposite_bounds(figure))


@lru_cache(maxsize=512)
def _range_with_more(measure: str) -> re.Pattern[str]:
    """A first number of the same unit with 多 or 余: 30多人到50多人."""
    word = re.escape(measure)
    return re.compile(
        rf"{NUMERAL}(?:[多余]{word}|{word}[多余])(?:[至到]|—{{1,2}}|[~-])$"
        rf"|{NUMERAL}{word}[、，]{NUMBER}{word}[、，](?:甚至|乃至)$"
    )


@lru_cache(maxsize=512)
def _up_and_down(measure: str) -> re.Pattern[str]:
    """Two bounds or a row that goes on: 30人上、50人下; 5家、6家，甚至10家."""
    word = re.escape(measure)
    return re.compile(
        rf"上[、，]?{NUMBER}{word}下|(?:[、，]{NUMBER}{word})+[、，]?(?:甚至|乃至)(?:是|到)?{NUMBER}"
    )


@lru_cache(maxsize=512)
def _first_bound(words: str, measure: str) -> re.Pattern[str]:
    """A bound of the same number before another one: 大于60平方米且."""
    return re.compile(rf"{words}(?:等于)?{NUMBER}(?:{re.escape(measure)})?{_AND}$")


@lru_cache(maxsize=512)
def _second_bound(words: str, measure: str) -> re.Pattern[str]:
    """A bound of the same number behind another one: 且不超过90平方米."""
    return re.compile(rf"{_AND}{words}{NUMBER}(?:{re.escape(measure)})")
