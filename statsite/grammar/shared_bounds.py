"""Bounds that stand once, before the colon of a list, and hold for each of its figures: 均不少于：
教师12名、保育员8名.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.patterns import any_of, compiled, starts_before

_BOUNDS = (
    "不少于", "不低于", "不小于", "不多于", "不高于", "不大于", "不超过", "不得超过",
    "不得少于", "不得低于", "超过", "超", "高于", "多于", "低于", "少于", "不足", "不到",
    "大约", "约", "约为", "接近", "近", "至少", "至多", "最多", "最少", "起码", "顶多", "上限",
    "下限", "最高限额", "限额", "封顶", "保底", "估算", "估计", "概数", "约数", "估计数",
    "估算值", "均为估算", "均为估计", "均为约数", "均为概数", "左右", "以上", "以下",
)  # fmt: skip
_ITEM = "[^。;!?:]{0,40}[、，和及]"
_NAME = "[^，。;!?:、0-9]{0,10}"
_BEFORE = compiled(rf"[(]?(?:{any_of(_BOUNDS)})[)]?(?:为|是|如下)?:(?:{_ITEM})?{_NAME}$")


def shared_before(before: str, shape: FigureShape) -> Iterator[int]:
    """Where in ``before`` a bound begins that holds for a whole list, of which the figure is."""
    if shape.begins_with_number and not shape.is_qualified_behind:
        yield from starts_before(_BEFORE, before)
