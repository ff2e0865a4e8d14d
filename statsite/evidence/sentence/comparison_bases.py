"""Which time a change is measured from, as the words right before it say: 环比 from the time just
before, 同比 from the same one a year earlier.
"""

from __future__ import annotations

import datetime as dt
import re

from statsite.grammar.lexicon import IN_CLAUSE
from statsite.periods import Moment, TimePeriod

_SAID = re.compile(
    rf"(环比|[比较]上[个一]?[月季周]|同比|比上年同期|[比较]去年同期){IN_CLAUSE}{{0,10}}$"
)
_OF_A_YEAR_BEFORE = frozenset({"同比", "比上年同期", "比去年同期", "较去年同期"})
_LONGEST_GAP = dt.timedelta(days=1)


def base_misnamed(before: str, own: TimePeriod, base: TimePeriod) -> str:
    """The words in ``before`` that measure a change from another time than ``base``, where the
    change is of ``own``; or nothing.
    """
    said = _SAID.search(before)
    if said is None or None in {own.start, own.end, base.start, base.end}:
        return ""
    if said[1] in _OF_A_YEAR_BEFORE:
        return "" if _is_a_year_before(base, own) else said[1]
    return said[1] if _is_apart(base, own) else ""


def _is_a_year_before(base: TimePeriod, own: TimePeriod) -> bool:
    """Whether ``base`` is the same time of an earlier year as ``own``, as far as both say it."""
    both = ((base.start, own.start), (base.end, own.end))
    return all(_same_time_of_a_year(one, other) for one, other in both if one and other)


def _same_time_of_a_year(one: Moment, other: Moment) -> bool:
    return one.year == other.year - 1 and one.month in {other.month, 0}


def _is_apart(base: TimePeriod, own: TimePeriod) -> bool:
    """Whether other days are between the end of ``base`` and the beginning of ``own``."""
    if base.end is None or own.start is None:
        return False
    return own.start.first_day - base.end.last_day > _LONGEST_GAP
