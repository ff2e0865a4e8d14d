"""A change and the level that it leads to: 下跌3%至12.5元 is no range."""

from __future__ import annotations

import re
from functools import lru_cache

from statsite.grammar.lexicon import NUMBER
from statsite.grammar.patterns import any_of

#: Verbs that say by how much something changes.
_CHANGES = (
    "增长", "增加", "增", "上升", "上涨", "上行", "上调", "涨", "升", "下降", "下跌", "下行",
    "下调", "下滑", "下挫", "跌", "降", "减少", "减", "回升", "回落", "回调", "回暖", "提高",
    "提升", "扩大", "缩小", "收窄", "收缩", "放缓", "加快", "延长", "缩短", "走高", "走低", "攀升",
    "滑落", "高开", "低开", "收涨", "收跌",
)  # fmt: skip
_CHANGE = rf"(?:{any_of(_CHANGES)})(?:了|约|近|超|逾)?"
_ENDS_IN_A_CHANGE = re.compile(rf"{_CHANGE}$")
_LONGEST_CHANGE = 24
_TO_A_LEVEL = re.compile(rf"[至到]{NUMBER}(?:[%‰]|(?!\d)\w)")
_LEVEL = re.compile(r"[%‰]|[^\W\d_]")


def is_level_of_a_change(before: str, measure: str) -> bool:
    """Whether ``before`` ends with a change in another unit than ``measure`` and 至 or 到, so that
    the figure behind it is the level reached: 下跌3%至.
    """
    return bool(measure) and _change_to(measure).search(before) is not None


def is_change_to_a_level(plain: str, start: int, unit: str, end: int) -> bool:
    """Whether a number with ``unit`` that begins at ``start`` is by how much something changes, and
    the number behind it, which ends at ``end``, is in another unit: 下行3个基点至1.68%.
    """
    if not unit or plain.startswith(unit, end) or not _LEVEL.match(plain, end):
        return False
    return bool(_ENDS_IN_A_CHANGE.search(plain[:start]))


def ends_in_change_to_a_level(plain: str, end: int, unit: str) -> bool:
    """As ``is_change_to_a_level``, of a number with ``unit`` that ends at ``end``."""
    level = _TO_A_LEVEL.match(plain, end)
    return (
        level is not None
        and not plain.startswith(unit, level.end() - 1)
        and _change_of(unit).search(plain[max(0, end - _LONGEST_CHANGE) : end]) is not None
    )


@lru_cache(maxsize=512)
def _change_of(unit: str) -> re.Pattern[str]:
    return re.compile(rf"{_CHANGE}{NUMBER}{re.escape(unit)}$")


@lru_cache(maxsize=512)
def _change_to(measure: str) -> re.Pattern[str]:
    word = re.escape(measure)
    return re.compile(rf"{_CHANGE}{NUMBER}(?!{word})(?:[%‰]|(?!\d)\w){{1,4}}[至到]$")
