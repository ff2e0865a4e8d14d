"""Levels that something kept for so many years or months in a row."""

from __future__ import annotations

import re

from statsite.extract.candidates import Candidate
from statsite.extract.period_shapes import months_before
from statsite.grammar.small_numbers import small_number
from statsite.periods import Moment, TimePeriod

_REACH = 20
_LONGEST = 60
#: 连续10年稳定在, 连续6个月低于.
_KEPT = re.compile(
    "连续(?P<count>[0-9]{1,2}|[二两三四五六七八九十]{1,3})(?P<unit>年|个月)"
    "(?:稳定|保持|维持|均|都|位于|处于)?(?:在|为)?$"
)
_BOUND = re.compile("低于|高于|超过?|不足|达|突破|在")


def in_a_row(figure: Candidate, last: TimePeriod | None) -> TimePeriod | None:
    """The years or months, of which ``last`` is the last, over which a figure is said to have been
    kept: 连续10年稳定在2000万吨以上; None where it is no such level.
    """
    kept = _KEPT.search(figure.plain, max(0, figure.start - _REACH), figure.start)
    end = last.end if last else None
    if kept is None or end is None or end.day:
        return None
    if not (kept[0].endswith(("在", "为")) or _BOUND.match(figure.plain, figure.start)):
        return None
    count = small_number(kept["count"])
    if not 1 < count <= _LONGEST:
        return None
    if kept["unit"] == "年":
        return TimePeriod(Moment(end.year - count + 1), Moment(end.year))
    return TimePeriod(months_before(end, count - 1), end) if end.month else None
