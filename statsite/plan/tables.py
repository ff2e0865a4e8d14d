"""Figures that prose shows together: a table, or two of them side by side, with all that keeps them
from being taken for one another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from statsite.model import Observation
from statsite.plan.charts import largest_first, what_is_due
from statsite.plan.views import FigureView, Presenter, SourceView
from statsite.prose import FigureBlock

#: What an editor writes before the colon of a table, where its largest figure is to be first.
BY_VALUE = "by value"


class TableRow(Struct, frozen=True):
    """A figure of a table, and what tells it apart, a text for each of the table's ``heads``."""

    figure: FigureView
    cells: tuple[str, ...]


class TableView(Struct, frozen=True):
    """A table in one language.

    ``about`` tells what all rows share: indicator, area, time, unit. ``heads`` are the columns of
    what differs, the names of rows first; the kind of figures has one wherever not all of them were
    observed.
    """

    caption: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    note: str
    sources: tuple[SourceView, ...]


class PairView(Struct, frozen=True):
    """Two figures side by side; ``units`` says that they are not of one unit and is empty where
    they are.
    """

    caption: str
    figures: tuple[FigureView, ...]
    units: str
    note: str
    sources: tuple[SourceView, ...]


class _Aspect(Struct, frozen=True):
    """Something said of every figure: the head of its column, and what it says of one."""

    head: str
    of: Callable[[FigureView], str]


def figures_together(
    block: FigureBlock, presenter: Presenter, views: Mapping[str, FigureView]
) -> TableView | PairView:
    """The table or pair that an editor asks for; ``views`` holds every figure, and all that the
    block names among them.
    """
    observations = [presenter.site.observations[name] for name in block.ids]
    if block.kind == "pair":
        return _pair(block, observations, presenter, views)
    return _table(block, observations, presenter, views)


def _pair(
    block: FigureBlock,
    observations: list[Observation],
    presenter: Presenter,
    views: Mapping[str, FigureView],
) -> PairView:
    figures = tuple(views[o.id] for o in observations)
    differ = len({o.unit for o in observations}) > 1
    units = _units(figures, presenter) if differ else ""
    return PairView(
        block.caption,
        figures,
        units,
        what_is_due(figures, presenter),
        _sources(figures),
    )


def _table(
    block: FigureBlock,
    listed: list[Observation],
    presenter: Presenter,
    views: Mapping[str, FigureView],
) -> TableView:
    observations = largest_first(listed) if block.order == BY_VALUE else listed
    figures = tuple(views[one.id] for one in observations)
    columns = _columns(_aspects(presenter), figures)
    caption = block.caption or figures[0].title
    return TableView(
        caption=caption,
        about=_about(caption, columns, figures, presenter),
        heads=tuple(aspect.head for aspect in columns),
        rows=tuple(_row(figure, columns) for figure in figures),
        note=what_is_due(figures, presenter),
        sources=_sources(figures),
    )


def _row(figure: FigureView, columns: list[_Aspect]) -> TableRow:
    return TableRow(figure, tuple(aspect.of(figure) for aspect in columns))


def _about(
    caption: str, columns: list[_Aspect], figures: tuple[FigureView, ...], presenter: Presenter
) -> str:
    """What all rows share and the caption does not say, and their unit."""
    heads = {aspect.head for aspect in columns}
    shared = [one.of(figures[0]) for one in _aspects(presenter) if one.head not in heads]
    unsaid = {"", caption, presenter.interface_text("status-observed")}
    told = [words for words in shared if words not in unsaid]
    return presenter.interface_text("separator").join([*told, _units(figures, presenter)])


def _columns(every: tuple[_Aspect, ...], figures: tuple[FigureView, ...]) -> list[_Aspect]:
    """What differs from row to row; beside it how firm figures are, unless all are."""
    differing = [aspect for aspect in every if len(set(map(aspect.of, figures))) > 1]
    named = differing or [every[0]]
    is_firm = all(figure.is_firm for figure in figures)
    return named if is_firm or every[-1] in named else [*named, every[-1]]


def _aspects(presenter: Presenter) -> tuple[_Aspect, ...]:
    """What may tell figures apart, the most telling first, how firm they are last."""
    join = presenter.interface_text("separator").join
    return (
        _Aspect(presenter.interface_text("indicator-column"), lambda figure: figure.title),
        _Aspect(presenter.interface_text("area-column"), lambda figure: figure.where),
        _Aspect(
            presenter.interface_text("period-column"),
            lambda figure: join(filter(None, (figure.when, figure.compared_with))),
        ),
        _Aspect(
            presenter.interface_text("status-column"),
            lambda figure: join(filter(None, (figure.status_label, figure.due))),
        ),
    )


def _units(figures: tuple[FigureView, ...], presenter: Presenter) -> str:
    units = [*dict.fromkeys(figure.unit for figure in figures)]
    said = presenter.interface_text("units-one" if len(units) == 1 else "units-several")
    return said.format(units=presenter.interface_text("list-separator").join(units))


def _sources(figures: tuple[FigureView, ...]) -> tuple[SourceView, ...]:
    return tuple({figure.source.id: figure.source for figure in figures}.values())
