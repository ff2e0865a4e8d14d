"""Workbooks whose sheets take all of their cells at once, and write them letter by letter as
xlsxwriter does, which takes several times as long for one cell after another.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

#: A cell: its column, from 0, what it holds, and how it looks.
Cell = tuple[int, str | float, Format]

#: How many rows are told together how wide they are.
_TOGETHER = 16
#: A text of so many characters fits into a cell, whatever they are.
_SURE_TO_FIT = 16_000


class FilledWorkbook(Workbook):  # type: ignore[misc]  # the library ships no types
    """A workbook that gives the parts it consists of as they are: the library packs them, which
    takes a third of its time, and they would be unpacked again.
    """

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), {"in_memory": True})
        self._parts = _Parts()

    def parts(self) -> dict[str, io.StringIO]:
        """Its parts by their paths; it takes nothing more."""
        self.close()
        return self._parts.made

    def _get_packager(self) -> _Parts:
        return self._parts


class _Parts(Packager):  # type: ignore[misc]  # as above
    """Keeps the parts of a workbook, so that nothing is left to pack."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, io.StringIO] = {}

    def _create_package(self) -> list[object]:
        self.made = {path: text for text, path, _is_binary in super()._create_package()}
        return []


class FilledSheet(Worksheet):  # type: ignore[misc]  # the library ships no types
    """A sheet with the rows of cells that it was filled with, and nothing else in them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str] = []

    def fill(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Have these ``rows``, from the first one on, each with its cells from left to right."""
        waiting, first = iter(rows), 0
        while together := list(islice(waiting, _TOGETHER)):
            self._rows.extend(self._written(first, together))
            first += len(together)

    def _written(self, first: int, rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
        """The rows that hold anything, of those that are told their width together."""
        filled = [(number, row) for number, row in enumerate(rows, first) if row]
        if not filled:
            return
        left = min(row[0][0] for _, row in filled)
        right = max(row[-1][0] for _, row in filled)
        for number, row in filled:
            self._check_dimensions(number, row[0][0])
            self._check_dimensions(number, row[-1][0])
            cells = "".join([self._cell(number, cell) for cell in row])
            yield f'<row r="{number + 1}" spans="{left + 1}:{right + 1}">{cells}</row>'

    def _cell(self, row: int, cell: Cell) -> str:
        column, held, look = cell
        place = f'<c r="{_letters(column)}{row + 1}" s="{look._get_xf_index()}"'  # noqa: SLF001 - no other way to its number
        if isinstance(held, str):
            return f'{place} t="s"><v>{self._number_of(row, column, held)}</v></c>'
        return f"{place}><v>{held:.16G}</v></c>"

    def _number_of(self, row: int, column: int, text: str) -> int:
        """The number of a text among those of the workbook."""
        if len(text) > _SURE_TO_FIT:  # the library knows how much of it does
            self.write_string(row, column, text)
            return int(self.table[row].pop(column).string)
        return int(self.str_table._get_shared_string_index(text))  # noqa: SLF001 - as ``write_string`` does

    def _write_sheet_data(self) -> None:
        """Write the rows, when the library asks for them."""
        if not self._rows:
            super()._write_sheet_data()
            return
        self._xml_start_tag("sheetData")
        self.fh.writelines(self._rows)
        self._rows.clear()
        self._xml_end_tag("sheetData")


@lru_cache
def _letters(column: int) -> str:
    """The letters that stand for a column."""
    return str(xl_col_to_name(column))
