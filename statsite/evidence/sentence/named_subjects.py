"""Whether a figure's sentence names what its indicator is of: a number whose sentence has no word
of the title was taken for another indicator's.
"""

from __future__ import annotations

import itertools
import re

#: What a title may say beside its subject: how it is counted, where, and in brackets what it leaves
#: out.
_NO_SUBJECT = re.compile(
    r"\([^)]*\)|[^一-鿿]+|人数|户数|次数|天数|个数|数量|总[数量额]|总人口|余额|规模|情况|水平|人次|金额|数额|比[例重率]|占比"
    "|全[国省市县区]|以[上下]|新增|累计|平均|增长率|增速|[总率数量额的及与和]"
)
_HAN = re.compile("[一-鿿]")
#: Titles of fewer characters (票价, 面积) are said in many other words.
_SHORTEST_TITLE = 3


def is_named(names: tuple[str, ...], sentence: str) -> bool:
    """Whether a sentence has two characters together of the subject by which one of ``names`` calls
    an indicator; so it has where they name no subject that could be looked for.
    """
    wanted = [_pairs(name) for name in names if len(_HAN.findall(name)) >= _SHORTEST_TITLE]
    wanted = [pairs for pairs in wanted if pairs]
    return not wanted or any(pair in sentence for pairs in wanted for pair in pairs)


def _pairs(name: str) -> frozenset[str]:
    """Every two characters that stand together in the subject of a title."""
    parts = _NO_SUBJECT.sub(" ", name).split()
    return frozenset("".join(pair) for part in parts for pair in itertools.pairwise(part))
