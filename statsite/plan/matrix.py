"""Figures side by side: a row for each thing, a column for each year, and one for each year that a
target is set for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from statsite.model import Observation, Status
from statsite.plan.views import FigureView, Presenter

#: Places in the order of columns behind every year: what has no end, and what states no period.
_OPEN, _UNSTATED = 10_000, 10_001


class _Column(Struct, frozen=True, order=True):
    """The last year of a period, and whether that is the year of a target."""

    year: int
    is_target: bool


class RowHead(Struct, frozen=True):
    """What a row is of: its title, the page that leads to, what it is about, and what is counted;
    all but the title may be empty.
    """

    title: str
    address: str = ""
    about: str = ""
    definition: str = ""


class MatrixRow(Struct, frozen=True):
    """A row: its head, and the figures of each column, most often one or none."""

    head: RowHead
    cells: tuple[tuple[FigureView, ...], ...]


class Matrix(Struct, frozen=True):
    """A table of figures by year. ``columns`` are their headings."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def is_sparse(self) -> bool:
        """Whether most cells are empty, so that columns would only keep figures apart."""
        filled = [bool(cell) for row in self.rows for cell in row.cells]
        return sum(filled) * 2 < len(filled)


def matrix(
    presenter: Presenter,
    figures: Iterable[tuple[Observation, FigureView]],
    head: Callable[[Observation], RowHead],
) -> Matrix:
    """The figures as a table; those of one ``head`` share a row, rows are in the order of their
    first figures.
    """
    listed = list(figures)
    columns = sorted({_column(observation) for observation, _ in listed})
    rows: dict[RowHead, dict[_Column, list[FigureView]]] = {}
    for observation, figure in listed:
        rows.setdefault(head(observation), {}).setdefault(_column(observation), []).append(figure)
    told = (MatrixRow(one, _cells(columns, by_column)) for one, by_column in rows.items())
    return Matrix(tuple(_heading(presenter, column) for column in columns), tuple(told))


def _cells(
    columns: Sequence[_Column], figures: dict[_Column, list[FigureView]]
) -> tuple[tuple[FigureView, ...], ...]:
    return tuple(tuple(figures.get(column, ())) for column in columns)


def _column(observation: Observation) -> _Column:
    if observation.period is None:
        return _Column(_UNSTATED, is_target=False)
    end = observation.period.end
    return _Column(end.year if end else _OPEN, observation.status is Status.TARGET)


def _heading(presenter: Presenter, column: _Column) -> str:
    if column.year == _UNSTATED:
        return presenter.interface_text("column-unstated")
    if column.year == _OPEN:
        return presenter.interface_text("column-open")
    return presenter.interface_text("column-target" if column.is_target else "one-year").format(
        first=column.year
    )
