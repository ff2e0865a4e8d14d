"""Figures beside a time that others are compared with: its own (比2020年的31.2), or one that tells
the difference from it (比2020年高3个百分点).
"""

from __future__ import annotations

import re

from statsite.extract.candidates import Candidate
from statsite.extract.mention import TimeMention

_OF_THE_BASE = re.compile(r"的$|^(?:的|为|是|仅|仅为|只有|还?要|还?需要?|只[需要]|才|[(])?$")
_OF_IT = re.compile("的[一-鿿]{1,8}")
#: What a time that is compared with says itself: 去年同期增速为.
_THAT_WAS = re.compile("[一-鿿]{0,8}(?:为|是|仅为|只有|仅有)(?:上涨|下降|增长|下跌|减少|增加)?")
_SHARED = re.compile(r"成|半|分之|/|[%‰倍]")
_OF_OTHERS = re.compile("[^，。;0-9]{0,16}的$")
#: Leads of what a figure is a share or a multiple of: 是2020年的2.4倍.
_EQUATING = frozenset({"", "到", "至", "于", "是", "为", "占", "当于"})
#: Units of what is only a difference, and words before what something changed from.
_POINTS = frozenset({"个百分点", "百分点"})
_LEADS_OF_CHANGE = frozenset({"由", "从"})
CHANGED = re.compile(r"增|减|提高|上升|下降|降|升|多|少|高|低|快|慢|翻|缩|扩|涨|跌")


def is_figure_of_base(base: TimeMention, between: str, *, goes_on: bool) -> bool:
    """Whether the words ``between`` a time that is compared with and a figure say that it is its
    figure, and not the difference; ``goes_on``: the text tells behind it what that became
    (由上月下降7.1%转为).
    """
    if _OF_THE_BASE.search(between) or _is_named_with_it(between):
        return True
    if not base.lead:
        return _THAT_WAS.fullmatch(between) is not None
    return base.lead in {"由", "从"} and (goes_on or _is_unchanged(between))


def _is_named_with_it(between: str) -> bool:
    """Whether words only say of what the figure of that time is: 比2023年的食堂12家."""
    return _OF_IT.fullmatch(between) is not None and _is_unchanged(between)


def _is_unchanged(between: str) -> bool:
    return CHANGED.search(between) is None


def is_a_difference(figure: Candidate, base: TimeMention) -> bool:
    """Whether a figure can only be the difference from what was then:
    高于去年同期0.6个百分点.
    """
    if figure.plain.startswith("翻", figure.start):
        return True
    return figure.unit in _POINTS and base.lead not in _LEADS_OF_CHANGE


def is_share_of(figure: Candidate, base: TimeMention, between: str) -> bool:
    """Whether a figure is a share or a multiple of what was then: 是2020年的2.4倍."""
    is_of_it = between.startswith("的") or _OF_OTHERS.fullmatch(between) is not None
    if base.lead not in _EQUATING or not is_of_it:
        return False
    printed = figure.plain[figure.start : figure.end] + figure.unit
    return _SHARED.search(printed) is not None
