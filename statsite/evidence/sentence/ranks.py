"""A place in a row of ranks, where its indicator counts: 排第6位 is no number of six."""

from __future__ import annotations

import re

_RANK = re.compile("(?:位[居列]|排名?|名列|列|居)?第$")
#: The first so many of a row, among which something is: 位居全国前6.
_AMONG_THE_FIRST = re.compile(
    "(?:位[居列]|排名?|名列|[居列]|跻身|进入|[闯挤]进)[^，。;!?:0-9]{0,6}前$"
)
_BARE = re.compile("[0-9一二三四五六七八九十百]+[名位强]?")
_OF_A_RANK = re.compile("[第次序]|排[名行位]|位[居列置]|名列|等级")


def rank_as_count(before: str, figure: str, title: str) -> str:
    """The words that make a rank of a figure, where the ``title`` of its indicator is of none; or
    nothing.
    """
    found = _RANK.search(before)
    if found is None and _BARE.fullmatch(figure):
        found = _AMONG_THE_FIRST.search(before)
    return found[0] + figure if found and not _OF_A_RANK.search(title) else ""
