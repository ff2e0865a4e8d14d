"""A place in a row of ranks, where its indicator counts: 排第6位 is no number of six."""

from __future__ import annotations

import re

_RANK = re.compile("(?:位[居列]|排名?|名列|列|居)?第$")
_OF_A_RANK = re.compile("[第次序]|排[名行位]|位[居列置]|名列|等级")


def rank_as_count(before: str, figure: str, title: str) -> str:
    """The words that make a rank of a figure, where the ``title`` of its indicator is of none; or
    nothing.
    """
    found = _RANK.search(before)
    return found[0] + figure if found and not _OF_A_RANK.search(title) else ""
