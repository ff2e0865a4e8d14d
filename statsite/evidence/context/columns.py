"""What a table says of a figure by its place in it: the time and the words over its column, the
time at the head of its row.

2024 of 325万人次 in 客运量 310万人次 325万人次 below 指标 2023年 2024年. Where the one names a year
and the other months, the figure is of those months of that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from statsite.evidence.articles import plain_line
from statsite.evidence.context.figure_case import YEAR, FigureCase
from statsite.evidence.sentence.sums_of_months import may_sum_months, sums_months
from statsite.evidence.table_rows import (
    FARTHEST_HEAD,
    TextCell,
    TextRow,
    follow_one_another,
    words_apart,
)
from statsite.extract.text_places import SENTENCE_MARK
from statsite.grammar.small_numbers import MONTH, small_number
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

_YEAR = re.compile("((?:19|20|21)[0-9]{2})年?")
_BARE_YEAR = re.compile("[0-9]{4}")
_YEAR_OF_A_CELL = re.compile("(?<![0-9.])((?:19|20|21)[0-9]{2})(?=年)")
_OF_A_YEAR = "(?:[0-9]{4}年)?"
_MONTH = re.compile(f"{_OF_A_YEAR}({MONTH})月份?")
_QUARTER = re.compile(f"{_OF_A_YEAR}第?([一二三四1-4])季度?")
_HALF = re.compile(f"{_OF_A_YEAR}([上下])半年")
_FROM_TO = re.compile(f"{_OF_A_YEAR}([1-9]|1[0-2])月?[—~至-]([1-9]|1[0-2])月(?:份|累计)?")
_DAY = re.compile(f"{_OF_A_YEAR}([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日")
#: The day on which months end, of which a level is told: 三季度末, 6月底, 年末.
_AT_THE_END = re.compile(f"{_OF_A_YEAR}(?:第?([一二三四1-4])季度?|({MONTH})月|年)[末底]")
#: The year before that of the column beside, or before this one: 去年同期, 上年一季度.
_THE_YEAR_BEFORE = re.compile("(?:[去上]年度?)(?P<part>.*)|(?P<same>同期)")
_THE_SAME = frozenset({"同期", "同月", "同季", ""})
_MONTHS_OF_A_QUARTER, _MONTHS_OF_A_HALF, _MONTHS = 3, 6, 12
_NUMBER = re.compile("[-+]?[0-9]")
#: A head names two years or more; one alone is the heading of what is below it.
_FEWEST = 2


class ColumnTime(Struct, frozen=True):
    """The time that a table gives to a figure, as far as it says it: a year, the first and last
    month of a part of one, a day of a month; ``is_at_the_end``: the end of those months;
    ``may_be_summed``: those months or all of the year up to their end.
    """

    words: str
    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    is_at_the_end: bool = False
    may_be_summed: bool = False

    def is_another(self, own: TimePeriod) -> bool:
        """Whether a figure of the period ``own`` is of another time."""
        ends = [moment for moment in (own.start, own.end) if moment]
        if self.year is not None and not ends[0].year <= self.year <= ends[-1].year:
            return True
        if self.months is not None and self._are_others(ends):
            return True
        return self.day is not None and {end.day for end in ends} - {0, self.day} != set()

    def _are_others(self, ends: Sequence[Moment]) -> bool:
        """Whether a period with those ends has other months; a year ends in its last one."""
        if self.is_at_the_end:
            return (ends[-1].month or _MONTHS) != (self.months or (0,))[-1]
        months = (ends[0].month, ends[-1].month)
        is_the_sum = self.may_be_summed and months == self._from_january()
        return self.months != months and not is_the_sum

    def _from_january(self) -> tuple[int, int] | None:
        return self.months and (1, self.months[-1])

    def under(self, head: str, beside: Iterable[str]) -> ColumnTime:
        """It as it is under or behind a ``head`` that sums months up to its own, or may do so; what
        else stands ``beside`` that head tells.
        """
        if self.is_at_the_end or self.day is not None or not may_sum_months(head):
            return self
        if sums_months(head, beside):
            return replace(self, months=self._from_january(), words=self.words + head)
        return replace(self, may_be_summed=True)

    def within(self, other: ColumnTime) -> ColumnTime:
        """It with the year that the ``other`` names, where that is of a whole year and this is of
        months without a year.
        """
        if self.months is None or self.year is not None or other.months is not None:
            return self
        return replace(self, year=other.year, words=other.words + self.words)


def time_of_column(case: FigureCase) -> ColumnTime | None:
    """The time over the figure's column, or at the head of its row; None where its table names
    none.
    """
    year, place = _year_of_column(case), _place_in_table(case)
    over = None if year is None else ColumnTime(f"{year}年", year)
    if place is None:
        return _together(over, None, case)
    row, column = place
    first, over = plain_line(row.cells[0].text), over or _time_over(row.head, column, case)
    beside = _time_of_row(first) if column else None
    if beside and row.head:
        heads = [*map(plain_line, row.head)]
        beside = beside.under(heads[column], heads)
    names = case.around.article.names_of_rows(case.around.text.starts[case.start])
    return _together(over and over.under(first, map(plain_line, names)), beside, case)


def _together(
    over: ColumnTime | None, beside: ColumnTime | None, case: FigureCase
) -> ColumnTime | None:
    """What the head over a column and the one of its row say of the time together; months that
    neither gives a year to are of the one that is named above.
    """
    if over is not None and beside is not None:
        over, beside = over.within(beside), beside.within(over)
    is_narrower = beside is not None and beside.months is not None and beside.year is not None
    said = beside if over is None or (is_narrower and over.months is None) else over
    if said is None or said.months is None or said.year is not None:
        return said
    return replace(said, year=_year_above(case))


def _time_over(head: Sequence[str], column: int, case: FigureCase) -> ColumnTime | None:
    """The time that a head names over a column, be it by the one that the head has before."""
    if not head:
        return None
    over = plain_line(head[column])
    before = _THE_YEAR_BEFORE.fullmatch(over)
    return _time_of(over) if before is None else _the_year_before(before, head[:column], case)


def _the_year_before(
    words: re.Match[str], before: Sequence[str], case: FigureCase
) -> ColumnTime | None:
    """The time of a column that ``words`` name by the year before: of the last time in the heads
    ``before``, or the same months as they are of; None where 同期 alone is told of nothing.
    """
    last = next(filter(None, map(_time_of, map(plain_line, reversed(before)))), None)
    if last is None and words["same"]:
        return None
    part = words["part"] or ""
    months = last.months if last and part in _THE_SAME else _months(part)
    year = (last and last.year) or _year_above(case) or _year_of_report(last, case)
    return ColumnTime(words[0], year and year - 1, months)


def _year_of_report(latest: ColumnTime | None, case: FigureCase) -> int | None:
    """The year of the article or, where the months of the ``latest`` column were not over in it,
    the one before; None where that is not known.
    """
    published = case.source.published
    if published.approximate or not published.date.month:
        return None
    last = latest.months[-1] if latest and latest.months else 0
    return published.date.year - (last > published.date.month)


def words_over(case: FigureCase) -> str:
    """What the head of its table has over the figure's column; empty where it has none."""
    place = _place_in_table(case)
    return plain_line(place[0].head[place[1]]) if place and place[0].head else ""


def words_beside(case: FigureCase) -> tuple[str, ...]:
    """What the cells of its row hold before the figure, the nearest first; nothing where it is in
    no row that is known.
    """
    place = _place_in_table(case)
    cells = place[0].cells[: place[1]] if place else ()
    return tuple(plain_line(cell.text) for cell in reversed(cells))


def columns_behind_the_first(case: FigureCase) -> int:
    """How many columns the figure's table has behind that of the names; 0 where it is in no row
    that is known.
    """
    place = _place_in_table(case)
    return len(place[0].cells) - 1 if place else 0


def _place_in_table(case: FigureCase) -> tuple[TextRow, int] | None:
    """The row of a table in which the figure is, and the number of its cell, counted from 0."""
    return case.around.article.cell_at(case.around.text.starts[case.start])


def _time_of(head: str) -> ColumnTime | None:
    """The time that a head names: one year, or months of one."""
    years = [int(year) for year in YEAR.findall(head)]
    months, year = _months(head), years[0] if years else None
    if months is not None:
        day = _DAY.fullmatch(head)
        is_at_the_end = _AT_THE_END.fullmatch(head) is not None
        return ColumnTime(head, year, months, int(day[2]) if day else None, is_at_the_end)
    return ColumnTime(f"{year}年", year) if len(years) == 1 else None


def _time_of_row(first: str) -> ColumnTime | None:
    """The time that the first cell of a row is."""
    is_a_time = _YEAR.fullmatch(first) or _months(first)
    return _time_of(first) if is_a_time else None


def _months(head: str) -> tuple[int, int] | None:
    """The first and the last month of the part of a year that a head is."""
    if found := _MONTH.fullmatch(head):
        return _part(small_number(found[1]), 1)
    if found := _QUARTER.fullmatch(head):
        return _part(small_number(found[1]), _MONTHS_OF_A_QUARTER)
    if found := _FROM_TO.fullmatch(head):
        return int(found[1]), int(found[2])
    if found := _DAY.fullmatch(head):
        return _part(int(found[1]), 1)
    if found := _AT_THE_END.fullmatch(head):
        return _months_up_to(found)
    found = _HALF.fullmatch(head)
    return _part("上下".index(found[1]) + 1, _MONTHS_OF_A_HALF) if found else None


def _months_up_to(end: re.Match[str]) -> tuple[int, int]:
    """The months of the part of a year at the ``end`` of which something is told."""
    if end[1]:
        return _part(small_number(end[1]), _MONTHS_OF_A_QUARTER)
    return _part(small_number(end[2]), 1) if end[2] else (1, _MONTHS)


def _part(number: int, size: int) -> tuple[int, int]:
    """The months of the part with that number, of so many months each."""
    return (number - 1) * size + 1, number * size


def _year_above(case: FigureCase) -> int | None:
    """The last year that is named before the figure's line; None where there is none."""
    article = case.around.article
    lines = article.given[: case.around.text.starts[case.start]].split("\n")[:-1]
    above = (_years_named(line, article.rows.get(number)) for number, line in enumerate(lines))
    years = [*chain.from_iterable(above)]
    return int(years[-1]) if years else None


def _years_named(line: str, row: TextRow | None) -> list[str]:
    """The years that a line names; the numbers in a row below a head are none, but for those that
    say so and the one that it begins with.
    """
    if row is None or not row.head:
        return YEAR.findall(line)
    first = row.cells[0].text
    return [*YEAR.findall(first), *_YEAR_OF_A_CELL.findall(line[row.cells[0].end :])]


def _year_of_column(case: FigureCase) -> int | None:
    """The year over the figure's column, whatever parts the cells; None where no head above its
    line names years, or its line has not as many cells as that.
    """
    given, first = case.around.article.given, case.around.text.starts[case.start]
    begin, end = given.rfind("\n", 0, first) + 1, given.find("\n", first)
    line = given[begin : end if end >= 0 else len(given)]
    if SENTENCE_MARK.search(plain_line(line)):
        return None
    head = _head_above(case.around.file or tuple(given.split("\n")), case)
    return _year_over(head, words_apart(line), first - begin) if head else None


def _head_above(lines: Sequence[str], case: FigureCase) -> list[str]:
    """The cells of the nearest line above the figure's that names years; empty where a sentence
    is between, or none does.
    """
    number = case.around.line_of(case.start)
    for line in reversed(lines[max(0, number - 1 - FARTHEST_HEAD) : number - 1]):
        cells = [cell.text for cell in words_apart(line)]
        if SENTENCE_MARK.search(plain_line(line)):
            break
        if _names_years(cells):
            return cells
    return []


def _names_years(cells: Sequence[str]) -> bool:
    """Whether the cells of a line name two years or more and are no row of months; where a bare
    number is among them, all follow one another.
    """
    years = [*_years(cells)]
    if len(years) < _FEWEST or _months(plain_line(cells[0])) is not None:
        return False
    return follow_one_another(years) or not any(map(_BARE_YEAR.fullmatch, cells))


def _year_over(head: Sequence[str], row: Sequence[TextCell], at: int) -> int | None:
    """The year in the ``head`` over the cell of ``row`` that begins at ``at``: the cell with its
    number in the row, whose name may have no head, or among the numbers where there are as many as
    years.
    """
    if len(row) == len(head) + 1 and not _NUMBER.match(row[0].text):
        row = row[1:]
    if len(row) != len(head):
        head = [cell for cell in head if _YEAR.fullmatch(cell)]
        row = [cell for cell in row if _NUMBER.match(cell.text)]
    if len(row) != len(head):
        return None
    over = (name for name, cell in zip(head, row, strict=True) if cell.start == at)
    return next(_years(over), None)


def _years(cells: Iterable[str]) -> Iterator[int]:
    """The years among ``cells``."""
    return (int(year[1]) for cell in cells if (year := _YEAR.fullmatch(cell)))
