"""Numbers that name a place in a row, and count nothing: 第35名医生, 第3批, 前10家, 35床.

What makes a number a place, 第 and 前, is said once for all measure words; told apart by words are
only the few that keep it a number that counts: a rank by itself (第3位), and a time that 前 closes
(目前35家).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.amounts import UnitWords
from statsite.grammar.bare_numbers import SENTENCE_GOES_ON
from statsite.grammar.figure_shape import TIME_UNITS, FigureShape
from statsite.grammar.lexicon import HAN_DIGITS, SCALES
from statsite.grammar.patterns import starts_before
from statsite.grammar.word_boundaries import began_before

#: The measure words of ranks. A figure may be a rank, but then its unit counts no people.
_OF_RANKS = frozenset({"", "位", "名"})
_PEOPLE = frozenset({"人", "名", "位"})
_RANK = re.compile(
    rf"(?:第|[Nn][Oo][.．]?|№|倒数第?)[0-9{HAN_DIGITS}{SCALES}]*(?:[、和及与]第?[0-9{HAN_DIGITS}]+)*[、和及与]?第?$"
)
#: The first or the last of a row (头一百名, 末三名), and a volume of a work (卷三十二).
_END_OF_A_ROW = re.compile(rf"末|头(?=[{HAN_DIGITS}{SCALES}])")
_OF_A_ROW = frozenset({"名", "位", "人", "个", "家", "批"})
_VOLUME = re.compile("(?<![试答问画考案宗胶书投开阅])卷$")
_OF_A_WORK = frozenset({"章", "回", "首", "篇", "页", ""})
#: A number that is not a rank but a place in a row: the 10000th visitor.
_LARGE = re.compile(rf"[0-9]{{4}}|[0-9.{HAN_DIGITS}]*[百千万亿]")
_UNCOUNTED = frozenset({"", "元", *TIME_UNITS.split("|")})
_LAST = re.compile("(?:^|[，。;、!?:排居])后$")
#: What 前 closes that is a time: 目前, 此前, 改造前. Behind anything else it says which of a row.
_A_TIME = re.compile(
    "(?:[目此日之以当年月天周提先眼事会赛战午生课饭节假班岗婚孕产术疫跟面史从行向支超夜期时"
    "造工业改革并合治施训疗建迁放幕始束开立运动市灾收诊院发疆]|(?<=到)来)前$"
)
#: What is called by its number unless words of counting are before it, and these words.
_CALLED_BY_NUMBER = frozenset({"床", "室", "楼", "版", "团", "线", "季度", "号", "式"})
#: What is called by its number where somebody is, lives or goes.
_PLACES = frozenset(
    {"栋", "幢", "层", "排", "桌", "页", "版", "站", "路", "线", "口", "门", "窗口"}
)
_LOCATED = re.compile(
    "(?:住|住[在进]|搬[进到]|位于|坐落于|(?<![看听遇可])见|[本该此]书|翻[到开至]|[请来走去回]到|走进|登上|乘坐?|坐在|[栋幢]|[0-9]号)$"
)
_COUNTING = re.compile(
    "(?:[有设增减达到为至共了约均扩近超加放建置占余少多供配缺需送赠发购备调运捐被毯褥帐计数床张]|床位|编制|规模|连续)$"
)


def ordinal_before(
    plain: str, start: int, end: int, shape: FigureShape, units: UnitWords
) -> Iterator[int]:
    """Where words begin that make a place in a row of the number from ``start`` to ``end``."""
    before = plain[:start]
    if not (before and shape.begins_with_number):
        return
    own = shape.unit or units.at(plain, end)
    measured = end if shape.unit else end + len(own)
    if shape.measure in _PEOPLE and "人" in units.longest_first:
        yield from starts_before([_RANK], before)
    if before.endswith("第") and not _is_a_rank(plain, start, measured, own):
        yield start - 1
    if own == "%":
        yield from starts_before([_LAST], before)
    if before.endswith("前") and own not in _UNCOUNTED and not _A_TIME.search(before):
        yield start - 1
    if _is_called_by_number(before, own, shape) or _is_end_of_a_row(plain, start, own):
        yield start - 1
    if own in _PLACES and not shape.has_scale:
        yield from starts_before([_LOCATED], before)
    if own in _OF_A_WORK:
        yield from starts_before([_VOLUME], before)


def number_of_a_thing(plain: str, start: int, end: int, shape: FigureShape) -> Iterator[int]:
    """Where the character ends behind a number with which a text begins, that only names a bed or a
    room.
    """
    if start == 0 and end < len(plain) and _is_called_by_number("", shape.unit, shape):
        yield end + 1


def _is_a_rank(plain: str, start: int, end: int, own: str) -> bool:
    """Whether 第 makes a rank of a number, and not a place in a row of what is named behind it:
    第35名医生.
    """
    following = plain[end : end + 1]
    names_nothing = not following.isalpha() or following in SENTENCE_GOES_ON
    return own in _OF_RANKS and names_nothing and not _LARGE.match(plain, start)


def _is_end_of_a_row(plain: str, start: int, own: str) -> bool:
    """Whether 末, or 头 before a number in Chinese, makes those at an end of a row of it, and ends
    no other word.
    """
    is_end = own in _OF_A_ROW and _END_OF_A_ROW.match(plain[start - 1 : start + 1]) is not None
    return is_end and not began_before(plain, start - 1)


def _is_called_by_number(before: str, own: str, shape: FigureShape) -> bool:
    """Whether a number is that of a bed, a room or a floor."""
    is_name = own in _CALLED_BY_NUMBER and not shape.has_scale
    return is_name and (own == "楼" or not _COUNTING.search(before))
