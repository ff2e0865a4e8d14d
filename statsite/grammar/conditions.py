"""Bounds that are conditions of a rule, whose other side counts: 不足20人不发车 says that there
are at least 20, and 超过500元的部分 nothing of what was paid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.patterns import ends_behind

_TOO_FEW = ("不足", "未满", "不满", "低于", "少于", "不到", "未达", "未到")
_REFUSED = re.compile(
    "(?:的|者)?，?(?:一律|一概|概|将|就|均|则|便|都)?(?:不(?![足满到超低少等同断久止包愿])"
    "|被(?:挡|拒|淘汰)|无法|禁止|谢绝)"
)
_BOUNDS = (*_TOO_FEW, "超过", "超出", "高于", "多于")
_BEYOND = re.compile("的?部分(?![地省区县市企人群])")


def condition_behind(plain: str, start: int, end: int) -> Iterator[int]:
    """Where words end behind the figure from ``start`` to ``end`` by which its bound is the
    condition of a rule.
    """
    if plain.startswith(_TOO_FEW, start):
        yield from ends_behind([_REFUSED], plain, end)
    if plain.startswith(_BOUNDS, start):
        yield from ends_behind([_BEYOND], plain, end)
