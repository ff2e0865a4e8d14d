"""The same line for many areas or indicators: a small panel each, all on one scale, so that they
can be compared at a glance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from charts.layout import series
from charts.layout.groups import groups, in_groups
from charts.layout.scene import ZERO, Anchor, Point, Scene, Shape, horizontal, write
from charts.layout.series import RADIUS
from charts.layout.slope import domain
from charts.layout.text_layout import TextBlock, block
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.validation import only_points, times_in_order

#: The most figures of one chart.
MOST_FIGURES: Final = 400
_MOST_PANELS: Final = 24
_PAIR: Final = 2
#: The most lines of a number where panels are beside each other.
_LINES: Final = 2
_BESIDE: Final = 24.0
_BELOW: Final = 22.0
_HIGH: Final = 72.0
#: The narrowest panel, in CSS px.
_NARROWEST: Final = 150.0
_MOST_COLUMNS: Final = 4
_BETWEEN: Final = 12.0
_PAD: Final = 6.0
#: A dot's qualifier is over it.
_OVER: Final = 24.0


def reasons(spec: ChartSpec) -> Iterator[str]:
    """One row over time in each group; two moments of some group at least, and few enough panels to
    take in.
    """
    yield from only_points(spec)
    yield from in_groups(spec, most_members=MOST_FIGURES)
    listed = tuple(groups(spec))
    for _, data in listed:
        if len({datum.row for datum in data}) > 1:
            yield f"{data[0].id}: its group has more than one row; a panel shows one"
    yield from times_in_order(spec)
    if len(listed) > _MOST_PANELS:
        yield f"{len(listed)} panels are more than can be taken in; at most {_MOST_PANELS}"
    if all(len(data) < _PAIR for _, data in listed):
        yield "one figure makes no line; two moments are needed"


def lay_out(spec: ChartSpec) -> Scene:
    """As many panels beside each other as leave their words unbroken; each with its name above and
    its first and last figure below.
    """
    columns = _columns(spec)
    width = (spec.width - _BESIDE * (columns - 1)) / columns
    panels = [_panel(group, data, width) for group, data in groups(spec)]
    frame = _frame(spec, width)
    shapes: list[Shape] = []
    top = 0.0
    for row, line in groupby(enumerate(panels), key=lambda placed: placed[0] // columns):
        beside = [panel for _, panel in line]
        top += _BELOW if row else 0.0
        heading = max(panel.name.height for panel in beside)
        for column, panel in enumerate(beside):
            shapes += _drawn(
                panel,
                frame,
                column * (width + _BESIDE),
                top + heading - panel.name.height,
                top + heading,
            )
        top += heading + frame.high + max(panel.words_height for panel in beside)
    return Scene(spec.width, top + 4.0, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _End:
    """The words below one end of a line."""

    datum: Datum
    when: TextBlock
    number: TextBlock

    @property
    def height(self) -> float:
        """Height of both."""
        return self.when.height + self.number.height

    @property
    def width(self) -> float:
        """Width of the wider."""
        return max(self.when.width, self.number.width)


@dataclass(frozen=True, slots=True)
class _Panel:
    """A group: its name, its figures, and the words of its ends."""

    name: TextBlock
    data: tuple[Datum, ...]
    ends: tuple[_End, ...]
    beside: bool

    @property
    def words_height(self) -> float:
        """Height of the words below."""
        heights = [end.height for end in self.ends]
        return max(heights) if self.beside else sum(heights)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all panels share: how times and values become places in a panel."""

    width: float
    high: float
    zero: float
    per_unit: float
    begin: float
    per_year: float

    def at(self, datum: Datum) -> Point:
        """Where a figure lies, in its panel."""
        return _PAD + ((datum.time or 0.0) - self.begin) * self.per_year, self.zero - (
            datum.value or 0.0
        ) * self.per_unit


def _frame(spec: ChartSpec, width: float) -> _Frame:
    low, most = domain(spec.data)
    per_unit = _HIGH / (most - low) if most > low else 0.0
    times = [datum.time or 0.0 for datum in spec.data]
    begin, end = min(times), max(times)
    per_year = (width - 2 * _PAD) / (end - begin) if end > begin else 0.0
    above = (
        _OVER
        if any(
            datum.relation not in {DatumRelation.EQUAL, DatumRelation.ABOUT} for datum in spec.data
        )
        else RADIUS + _PAD
    )
    below = above if low < 0 else RADIUS + 2
    return _Frame(
        width,
        above + _HIGH + below,
        above + (most * per_unit if per_unit else _HIGH),
        per_unit,
        begin,
        per_year,
    )


def _columns(spec: ChartSpec) -> int:
    """The most columns in which both ends' words are beside each other on a line or two; one where
    even in two they do not.
    """
    for columns in range(_MOST_COLUMNS, 1, -1):
        width = (spec.width - _BESIDE * (columns - 1)) / columns
        if width >= _NARROWEST and all(_fits(data, width) for _, data in groups(spec)):
            return columns
    return 1


def _fits(data: Sequence[Datum], width: float) -> bool:
    ends = _ends(data, width)
    return all(len(end.number.lines) <= _LINES for end in ends) and _side_by_side(ends, width)


def _ends(data: Sequence[Datum], width: float) -> tuple[_End, ...]:
    """The first and the last figure's words, or the only one's: unbroken where both have room."""
    shown = tuple(dict.fromkeys((data[0], data[-1])))
    room = width - _BETWEEN * (len(shown) - 1)
    whole = tuple(_end(datum, room) for datum in shown)
    return (
        whole
        if _side_by_side(whole, width)
        else tuple(_end(datum, room / len(shown)) for datum in shown)
    )


def _side_by_side(ends: Sequence[_End], width: float) -> bool:
    return sum(end.width for end in ends) + _BETWEEN * (len(ends) - 1) <= width


def _end(datum: Datum, limit: float) -> _End:
    return _End(datum, block(datum.time_label, limit), block(datum.number, limit, strong=True))


def _panel(group: str, data: tuple[Datum, ...], width: float) -> _Panel:
    """The panel; where both ends' words have no room beside each other, the last one's are below
    the first one's.
    """
    ends = _ends(data, width)
    if _side_by_side(ends, width):
        return _Panel(block(group, width, strong=True), data, ends, beside=True)
    return _Panel(
        block(group, width, strong=True),
        data,
        tuple(_end(end.datum, width) for end in ends),
        beside=False,
    )


def _drawn(
    panel: _Panel, frame: _Frame, left: float, name_top: float, top: float
) -> Iterator[Shape]:
    """The panel's name, its line over zero, and the words of its ends."""
    yield from write(panel.name, left, name_top)
    yield horizontal(top + frame.zero, left, left + frame.width, ZERO)
    yield from series.line(
        panel.data, lambda datum: _moved(frame.at(datum), left, top), tone="accent"
    )
    below = top + frame.high
    sides: tuple[tuple[float, Anchor], ...] = ((left, "start"), (left + frame.width, "end"))
    for end, (x, anchor) in zip(panel.ends, sides, strict=False):
        yield from write(end.when, x, below, role="soft", anchor=anchor, figure=end.datum.id)
        yield from write(end.number, x, below + end.when.height, anchor=anchor, figure=end.datum.id)
        below += 0.0 if panel.beside else end.height


def _moved(point: Point, left: float, top: float) -> Point:
    return left + point[0], top + point[1]
