"""Numbers that cannot count what comes whole: 1.5台 where item 1 of a list says 5台, 2.0版; and one
of several sums (三个100亿元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.patterns import starts_before

#: Measure words of things of which there is a fraction only on the average.
_COMES_WHOLE = frozenset(
    (
        "人", "名", "位", "户", "家", "所", "个", "台", "辆", "架", "艘", "列", "件", "项", "座",
        "栋", "幢", "棵", "株", "头", "只", "匹", "尾", "支", "条", "起", "宗", "例", "种", "类",
        "款", "部", "册", "届", "期", "批", "版", "场", "次", "处", "间",
    )
)  # fmt: skip
_DECIMALS = re.compile(r"[^0-9]{0,4}[0-9]+\.[0-9]")
_ON_THE_AVERAGE = re.compile("[均每率]|密度|折合|相当|标准")
#: So many of the sums that are named behind it. A single one is the sum itself.
_SEVERAL = re.compile(
    r"(?:(?<![0-9.])(?:[2-9]|[1-9][0-9]+)|[两二三四五六七八九十百几]|第[一二三四五六七八九十0-9]+)个$"
)
#: Measures of which several things have one each: 两个3岁男孩; and what tells of one thing twice.
_OF_EACH = frozenset({"", "岁", "周岁", "番"})


def several_before(before: str, shape: FigureShape, measure: str) -> Iterator[int]:
    """Where in ``before`` the number begins of sums like the figure (三个 of 三个100亿元), whose
    unit word is ``measure``.
    """
    is_sum = measure not in _COMES_WHOLE | _OF_EACH
    if is_sum and shape.begins_with_number:
        yield from starts_before([_SEVERAL], before)


def fraction_of_a_thing(figure: str, around: str, shape: FigureShape, measure: str) -> bool:
    """Whether the ``figure`` counts a fraction of what comes whole, and the text ``around`` it
    tells of no average.
    """
    if measure not in _COMES_WHOLE or shape.has_scale:
        return False
    return _DECIMALS.match(figure) is not None and not _ON_THE_AVERAGE.search(around)
