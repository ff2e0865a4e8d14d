"""Heads of tables that sum the months of a year up to one of them: 累计 beside 当月."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SUM = "累计"
_UNIT = re.compile(r"[(〔【\[][^()〔〕【】\[\]]*[)〕】\]]$")
#: A head of the sum of a year's months, and what such heads stand beside.
_OF_A_YEAR = re.compile(
    "(?:自?(?:[今本当]年|年初|年内|1月份?)(?:以来|起|至本?[月今]|至当月|到本?月)?|1[—~-]本月)累计"
    "(?:[数值量额])?|累计(?:[数值量额])?"
)
_OF_A_MONTH = re.compile("[当本](?:月份?|季度?|期)")


def may_sum_months(head: str) -> bool:
    """Whether a head may be of the sum of months: it says 累计."""
    return _SUM in head


def sums_months(head: str, beside: Iterable[str]) -> bool:
    """Whether a ``head`` is of all months of a year up to one: it says so, or a head ``beside`` it
    is the same without 累计, or of one month. A sum of anything else may be of many years
    (累计装机).
    """
    name = _UNIT.sub("", head)
    others = [_UNIT.sub("", other) for other in beside]
    is_of_one = any(_OF_A_MONTH.match(other) for other in others)
    is_alike = name.replace(_SUM, "", 1) in others
    return may_sum_months(name) and (
        _OF_A_YEAR.fullmatch(name) is not None or is_alike or is_of_one
    )
