"""The time from which an article speaks: its dateline, or the year of its own that it names first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from statsite.extract.moments import Expression
from statsite.periods import Moment

#: A dateline stands at the head of an article, some at its foot.
_HEAD, _FOOT = 600, 40
_NEWS_BEFORE = re.compile(r"(?:本报|本刊|本台|新华社|中新社|中新网|人民网|讯|[报网台])[^，。;!?]{0,12}$")
_AT_A_MEETING = re.compile("在[^，。]{2,24}(?:会议|大会)")
_NEWS_BEHIND = re.compile(rf"(?:电|讯)(?![话脑子])|(?:发布|公布|印发)?[)）]|{_AT_A_MEETING.pattern}")
_ON_A_LINE_OF_ITS_OWN = re.compile(r"[^0-9，。;!?]{0,24}$")
#: Months in which a report on the year before is written.
_FIRST_MONTHS = 3
_NOT_THE_REPORTS_OWN = frozenset({"比", "较", "到", "由", "从", "自", "与", "同", "于", "是", "为", "占"})


@dataclass(frozen=True, slots=True)
class Report:
    """When an article was written, as far as it says so; its year is 0 where it does not.

    ``is_dated``: the year stands in the dateline. ``own_year`` is the year that its title names, else the one in which it was written; 0 where
    neither is told. ``datelines`` are the places of the expressions that say so, and speak of no figure.
    """

    written: Moment
    own_year: int
    is_dated: bool
    datelines: frozenset[int]

    @property
    def is_early_in_its_year(self) -> bool:
        """Whether it is dated so early that a whole year it speaks of is the one before."""
        return 0 < self.written.month <= _FIRST_MONTHS and self.own_year == self.written.year

    def lies_behind(self, moment: Moment) -> bool:
        """Whether ``moment`` was over when the article was written, as far as it says when that was."""
        return bool(self.written.year) and moment.last_day < self.written.first_day

    def lies_ahead(self, moment: Moment) -> bool:
        """Whether ``moment`` begins after the article was written; False where no dateline says so, since a first year may be any."""
        return self.is_dated and moment.first_day > self.written.last_day


def reported(plain: str, line_starts: tuple[int, ...], spoken: Iterable[Expression]) -> Report:
    """When the article ``plain`` was written, from the time expressions ``spoken`` in it."""
    datelines, own = [], []
    for expression in spoken:
        if _is_dateline(plain, expression, line_starts):
            datelines.append(expression)
        elif expression.names_its_year and "plan" not in expression.parts and expression.lead not in _NOT_THE_REPORTS_OWN:
            own.append(expression)
    first = _last_year(own[0]) if own else 0
    if not datelines:
        return Report(Moment(first), first, is_dated=False, datelines=frozenset())
    dateline = datelines[0]
    title = first if own and own[0].start < dateline.start else 0
    period = dateline.period(Moment(first)) if first or dateline.names_its_year else None
    written = period.start if period and period.start else Moment(first)
    if own and not dateline.names_its_year and 0 < written.month <= _FIRST_MONTHS and _is_over_only_after(own[0], written):
        written = Moment(written.year + 1, written.month, written.day)
    speaking = frozenset(one.start for one in datelines if not _AT_A_MEETING.match(plain, one.end))
    return Report(written, title or written.year, dateline.names_its_year, speaking)


def _is_over_only_after(expression: Expression, moment: Moment) -> bool:
    """Whether a time is over only after ``moment``, so that a report on it bears the next year's date."""
    period = expression.period(moment)
    return bool(period and period.end and period.end.last_day > moment.last_day)


def _last_year(expression: Expression) -> int:
    period = expression.period(Moment(0))
    return period.end.year if period and period.end else 0


def _is_dateline(plain: str, expression: Expression, line_starts: tuple[int, ...]) -> bool:
    """Whether a date says when and where the article was written, and not what it is about."""
    if not ("day" in expression.parts or "only_day" in expression.parts) or expression.lead or expression.tail:
        return False
    if len(plain) - expression.end > _FOOT and expression.start > _HEAD:
        return False
    before = plain[max(0, expression.start - 16) : expression.start]
    if _NEWS_BEHIND.match(plain, expression.end):
        return bool(_NEWS_BEFORE.search(before)) or plain[expression.end] not in "电讯" or before.endswith(("。", "!", "?"))
    return _fills_a_line(plain, expression, line_starts)


def _fills_a_line(plain: str, expression: Expression, line_starts: tuple[int, ...]) -> bool:
    """Whether the date ends a line on which nothing but a name stands before it."""
    behind = bisect_left(line_starts, expression.end)
    ends_a_line = expression.end == len(plain) or line_starts[behind : behind + 1] == (expression.end,)
    line = line_starts[bisect_right(line_starts, expression.start) - 1]
    return ends_a_line and _ON_A_LINE_OF_ITS_OWN.match(plain[line : expression.start]) is not None
