"""A sheet that is filled at once is the one that xlsxwriter writes cell by cell, byte by byte, and
the parts of a workbook are those that xlsxwriter packs.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from statsite.plan.data_files.worksheets import FilledSheet, FilledWorkbook

#: The cells of a row: what each column holds, None where it is empty.
Row = Sequence[str | float | None]

CREATED = {"created": dt.datetime(2025, 3, 31)}  # noqa: DTZ001 - as the library wants it
CELLS = st.none() | st.text() | st.floats(allow_nan=False, allow_infinity=False)


def parts(sheets: Sequence[Sequence[Row]], *, at_once: bool) -> Mapping[str, bytes]:
    """The parts of a workbook of these sheets, whose texts and numbers look different."""
    return _filled(sheets) if at_once else _by_the_library(sheets)


def _filled(sheets: Sequence[Sequence[Row]]) -> Mapping[str, bytes]:
    book = FilledWorkbook()
    book.set_properties(CREATED)
    for rows in sheets:
        _fill(book, rows)
    return {name: part.getvalue().encode() for name, part in book.parts().items()}


def _by_the_library(sheets: Sequence[Sequence[Row]]) -> Mapping[str, bytes]:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties(CREATED)
    for rows in sheets:
        _write(book, rows)
    book.close()
    with zipfile.ZipFile(target) as made:
        return {name: made.read(name) for name in made.namelist()}


def _looks(book: xlsxwriter.Workbook) -> Callable[[str | float], object]:
    text, number = book.add_format({"num_format": "@"}), book.add_format({"num_format": "0.0"})
    return lambda cell: text if isinstance(cell, str) else number


def _fill(book: xlsxwriter.Workbook, rows: Sequence[Row]) -> None:
    look = _looks(book)
    book.add_worksheet(None, FilledSheet).fill(
        [
            [(column, cell, look(cell)) for column, cell in enumerate(row) if cell is not None]
            for row in rows
        ]
    )


def _write(book: xlsxwriter.Workbook, rows: Sequence[Row]) -> None:
    look, page = _looks(book), book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(number, column, cell, look(cell))
            elif cell is not None:
                page.write_number(number, column, cell, look(cell))


@given(st.lists(st.lists(st.lists(CELLS, max_size=4), max_size=40), min_size=1, max_size=3))
def test_any_cells_are_written_as_by_the_library(sheets: list[list[Row]]) -> None:
    assert parts(sheets, at_once=True) == parts(sheets, at_once=False)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [[], [None, "x"]],
        [["a"] * 30],
        [["a"], *[[None]] * 40, [None, None, "b"]],
        [["x" * 40_000, "养" * 16_001, "𠀀" * 20_000, "x" * 40_000]],
        [["<r>a</r>", " a ", "a\nb", "\x00\x1f\ufffe", "_x0041_", "&<>\"'", ""]],
        [[1.0, 0.1, 1e300, -2.5, 1 / 3, 123456789012345680.0]],
    ],
)
def test_rarer_cells_too(rows: list[Row]) -> None:
    sheets: list[list[Row]] = [rows, [["a", 1.0]], rows]
    assert parts(sheets, at_once=True) == parts(sheets, at_once=False)
