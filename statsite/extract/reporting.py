"""The time from which an article speaks: its dateline, or the year of its own that it names first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statsite.extract.layout import Layout
from statsite.extract.moments import Expression
from statsite.periods import Moment, parse_moment

#: A dateline stands at the head of an article, some at its foot.
_HEAD, _FOOT = 600, 40
_LINES_AT_HEAD, _LINES_AT_FOOT = 5, 2
_LONGEST_LINE = 60
_NEWS_BEFORE = re.compile(r"(?:本报|本刊|本台|新华社|中新社|中新网|人民网|讯|[报网台社])[^，。;!?]{0,12}$")
_BY_WIRE = re.compile("(?:专?电|讯|消息)(?![话脑子])")
_ISSUE = re.compile("^《[^》]{1,20}》|[文图]/|记者|编辑|摄影|撰文")
_YEAR_ALONE = re.compile(r"(?<![0-9.])20[0-4][0-9](?![0-9.])")
_AT_A_MEETING = re.compile("在[^，。]{2,24}(?:会议|大会)")
_NEWS_BEHIND = re.compile(rf"(?:专?电|讯|消息)(?![话脑子])|{_AT_A_MEETING.pattern}")
_IN_BRACKETS, _BRACKET_ENDS = re.compile("[(（][^()（）0-9]{0,16}$"), re.compile("(?:发布|公布|印发|通过)?[^，。;0-9()（）]{0,12}[)）]")
#: A line that gives a date gives names beside it, and no sentence.
_SENTENCE = re.compile(r"[，。;!?]")
_NAMES_BEFORE = re.compile(r"[^0-9]{0,30}(?:[0-9]{1,2})?[^0-9]{0,6}$")
_DATE_IN_DIGITS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-./](1[0-2]|0?[1-9])[-./](3[01]|[12][0-9]|0?[1-9])(?![0-9])")
#: Months in which a report on the year before is written.
_FIRST_MONTHS = 3
#: How many years before the last one that an article names its own may lie: later ones are planned for.
_YEARS_AHEAD = 2
_NOT_THE_REPORTS_OWN = frozenset({"比", "较", "到", "至", "由", "从", "自", "与", "同", "于", "是", "为", "占"})
_COMES = re.compile("(?:[将拟]|计划|预计|力争|争取|有望)[^，。;]{0,6}$")
_PRESENT_TOO = frozenset({"截至", "截止", "截止到", "于"})
_TO_COME = re.compile(r"[^，。;]{0,12}?(?:[将拟]|计划|预计|有望|力争|底?之?前)")


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


def reported(plain: str, layout: Layout, spoken: Iterable[Expression]) -> Report:
    """When the article ``plain`` was written, from the time expressions ``spoken`` in it."""
    places = _Datelines(plain, layout)
    datelines, own, others = [], [], []
    for expression in spoken:
        if places.is_dateline(expression):
            datelines.append(expression)
        elif expression.names_its_year and "plan" not in expression.parts and expression.lead not in _NOT_THE_REPORTS_OWN:
            own.append(expression)
        elif expression.names_its_year and expression.lead in _PRESENT_TOO and not _COMES.search(plain, max(0, expression.start - 12), expression.start):
            others.append(expression)
    first = _own_year(plain, own, others)
    in_digits = None if datelines else places.date_in_digits()
    if in_digits:
        return Report(in_digits, first if own and own[0].start < _LONGEST_LINE else in_digits.year, is_dated=True, datelines=frozenset())
    if not datelines:
        return Report(Moment(first), first, is_dated=False, datelines=frozenset())
    dateline = next((one for one in datelines if one.names_its_year), datelines[0])
    title = first if own and own[0].start < datelines[0].start else 0
    period = dateline.period(Moment(first)) if first or dateline.names_its_year else None
    written = period.start if period and period.start else Moment(first)
    if own and not dateline.names_its_year and 0 < written.month <= _FIRST_MONTHS and _is_over_only_after(own[0], written):
        written = Moment(written.year + 1, written.month, written.day)
    speaking = frozenset(one.start for one in datelines if not _AT_A_MEETING.match(plain, one.end))
    return Report(written, title or written.year, dateline.names_its_year, speaking)


def _own_year(plain: str, own: Sequence[Expression], others: Sequence[Expression]) -> int:
    """The first year that an article names and that is none of its past, as far as later ones show it.

    ``others`` stand behind words such as 截至, which a year of the past may follow too.
    """
    named, behind = ([_last_year(one) for one in ones if not _TO_COME.match(plain, one.end)] for ones in (own, others))
    last = max([*named, *behind], default=0)
    if last:
        return next((year for year in named if year >= last - _YEARS_AHEAD), last)
    alone = _YEAR_ALONE.search(plain, 0, _HEAD)
    return _last_year(own[0]) if own else int(alone[0]) if alone else 0


def _is_over_only_after(expression: Expression, moment: Moment) -> bool:
    """Whether a time is over only after ``moment``, so that a report on it bears the next year's date."""
    period = expression.period(moment)
    return bool(period and period.end and period.end.last_day > moment.last_day)


def _last_year(expression: Expression) -> int:
    period = expression.period(Moment(0))
    last = period and (period.end or period.start)
    return last.year if last else 0


class _Datelines:
    """The places of an article that may give its date."""

    def __init__(self, plain: str, layout: Layout) -> None:
        self._plain = plain
        self._layout = layout

    def is_dateline(self, expression: Expression) -> bool:
        """Whether a date says when and where the article was written, and not what it is about."""
        if expression.lead or expression.tail or "final" in expression.parts:
            return False
        if not ("day" in expression.parts or "only_day" in expression.parts):
            return "year" in expression.parts and "one_month" in expression.parts and self._is_of_an_issue(expression)
        plain = self._plain
        before = plain[max(0, expression.start - 16) : expression.start]
        if _BY_WIRE.match(plain, expression.end) and _NEWS_BEFORE.search(before):
            return True
        if len(plain) - expression.end > _FOOT and expression.start > _HEAD:
            return False
        if _NEWS_BEHIND.match(plain, expression.end):
            return bool(_NEWS_BEFORE.search(before)) or plain[expression.end] not in "电讯专消" or before.endswith(("。", "!", "?"))
        if self._is_in_brackets(expression, before):
            return True
        return "day" in expression.parts and self._gives_a_date(expression.start)

    def _is_in_brackets(self, expression: Expression, before: str) -> bool:
        """Whether a date stands alone in brackets that end a line: （2025年1月15日公布）."""
        closed = _BRACKET_ENDS.match(self._plain, expression.end)
        if closed is None or "day" not in expression.parts or not _IN_BRACKETS.search(before):
            return False
        return closed.end() == len(self._plain) or self._layout.start(self._layout.line_of(closed.end())) == closed.end()

    def _is_of_an_issue(self, expression: Expression) -> bool:
        """Whether a month is that of a magazine: 《岭上》2025年4月　文／甲."""
        return self._gives_a_date(expression.start) and _ISSUE.search(self._layout.text(self._layout.line_of(expression.start))) is not None

    def date_in_digits(self) -> Moment | None:
        """A date such as 2025-03-18 on a line of its own."""
        plain = self._plain
        for stretch in ((0, _HEAD), (max(_HEAD, len(plain) - _LONGEST_LINE), len(plain))):
            for found in _DATE_IN_DIGITS.finditer(plain, *stretch):
                if self._gives_a_date(found.start()):
                    return parse_moment("-".join([found[1], *(part.zfill(2) for part in found.groups()[1:])]))
        return None

    def _gives_a_date(self, place: int) -> bool:
        """Whether the line of the date at ``place`` holds but that date and names."""
        at = self._layout.line_of(place)
        if not (at < _LINES_AT_HEAD or at >= self._layout.lines - _LINES_AT_FOOT):
            return False
        line = self._layout.text(at)
        if len(line) > _LONGEST_LINE or _SENTENCE.search(line) or not _NAMES_BEFORE.search(self._plain[self._layout.start(at) : place]):
            return False
        return at == self._layout.lines - 1 or self._layout.stands_alone(at)
