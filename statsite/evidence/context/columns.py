"""The year that the head of a table gives to the column of a figure: 2024 of 325万人次 in
客运量 310万人次 325万人次 below 指标 2023年 2024年.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from statsite.evidence.articles import plain_line
from statsite.evidence.context.figure_case import FigureCase

_CELL = re.compile(r"[^\s|]+")
_YEAR = re.compile("((?:19|20|21)[0-9]{2})年?")
_NUMBER = re.compile("[-+]?[0-9]")
_SENTENCE = re.compile("[，。;!?]")
_FARTHEST = 20
#: A head names two years or more; one alone is the heading of what is below it.
_FEWEST = 2


def year_of_column(case: FigureCase) -> int | None:
    """The year over the figure's column; None where no head above its line names years, or its
    line has not as many cells as that.
    """
    given, first = case.around.article.given, case.around.text.starts[case.start]
    begin, end = given.rfind("\n", 0, first) + 1, given.find("\n", first)
    line = given[begin : end if end >= 0 else len(given)]
    if _SENTENCE.search(plain_line(line)):
        return None
    head = _head_above(case.around.file or tuple(given.split("\n")), case)
    return _year_over(head, _cells(line), first - begin) if head else None


def _head_above(lines: Sequence[str], case: FigureCase) -> list[str]:
    """The cells of the nearest line above the figure's that names years; empty where a sentence
    is between, or none does.
    """
    number = case.around.line_of(case.start)
    for line in reversed(lines[max(0, number - 1 - _FARTHEST) : number - 1]):
        cells = [cell for cell, _ in _cells(line)]
        if _SENTENCE.search(plain_line(line)):
            break
        if len([*_years(cells)]) >= _FEWEST:
            return cells
    return []


def _year_over(head: Sequence[str], row: Sequence[tuple[str, int]], at: int) -> int | None:
    """The year in the ``head`` over the cell of ``row`` that begins at ``at``: the cell with its
    number in the row, whose name may have no head, or among the numbers where there are as many as
    years.
    """
    if len(row) == len(head) + 1 and not _NUMBER.match(row[0][0]):
        row = row[1:]
    if len(row) != len(head):
        head = [cell for cell in head if _YEAR.fullmatch(cell)]
        row = [(cell, start) for cell, start in row if _NUMBER.match(cell)]
    if len(row) != len(head):
        return None
    over = (name for name, (_, start) in zip(head, row, strict=True) if start == at)
    return next(_years(over), None)


def _cells(line: str) -> list[tuple[str, int]]:
    """The cells of a line, which blanks or bars part, and where each begins."""
    return [(found[0], found.start()) for found in _CELL.finditer(line)]


def _years(cells: Iterable[str]) -> Iterator[int]:
    """The years among ``cells``."""
    return (int(year[1]) for cell in cells if (year := _YEAR.fullmatch(cell)))
