"""The same line for many areas or indicators: a small panel each, all on one scale, so that they
can be compared at a glance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from charts.layout import series
from charts.layout.axis import Times, Values, domain, times_across, values_upwards
from charts.layout.groups import groups, in_groups
from charts.layout.scene import ZERO, Anchor, Point, Scene, Shape, horizontal, write
from charts.layout.series import RADIUS
from charts.layout.text_layout import TextBlock, block
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.traits import MOST_FIGURES
from charts.validation import only_points, some_line, times_in_order

_MOST_PANELS: Final = 24

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
    yield from in_groups(spec, most_members=MOST_FIGURES[spec.kind])
    yield from _one_row_each(spec)
    yield from times_in_order(spec)
    yield from _bad_panels([data for _, data in groups(spec)])


def _bad_panels(panels: Sequence[tuple[Datum, ...]]) -> Iterator[str]:
    yield from _too_many(len(panels))
    yield from some_line(panels)


def _too_many(count: int) -> Iterator[str]:
    if count > _MOST_PANELS:
        yield f"{count} panels are more than can be taken in; at most {_MOST_PANELS}"


def _one_row_each(spec: ChartSpec) -> Iterator[str]:
    for _, data in groups(spec):
        if any(datum.row != data[0].row for datum in data):
            yield f"{data[0].id}: its group has more than one row; a panel shows one"


def lay_out(spec: ChartSpec) -> Scene:
    """As many panels beside each other as leave their words unbroken; each with its name above and
    its first and last figure below.
    """
    shapes: list[Shape] = []
    top = 0.0
    frame = _frame(spec, _panel_width(spec, _columns(spec)))
    for beside in _panels_by_rows(spec):
        if shapes:
            top += _BELOW
        shapes += _row_of_panels(beside, frame, top)
        top += _row_height(beside, frame)
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _panels_by_rows(spec: ChartSpec) -> Iterator[list[_Panel]]:
    """The panels, as many beside each other as there are columns."""
    columns = _columns(spec)
    width = _panel_width(spec, columns)
    panels = [_panel(group, data, width) for group, data in groups(spec)]
    for first in range(0, len(panels), columns):
        yield panels[first : first + columns]


def _row_height(beside: Sequence[_Panel], frame: _Frame) -> float:
    """Height of panels beside each other, their names and words included."""
    return _names_height(beside) + frame.high + max(panel.words_height for panel in beside)


def _panel_width(spec: ChartSpec, columns: int) -> float:
    return (spec.width - _BESIDE * (columns - 1)) / columns


def _row_of_panels(beside: Sequence[_Panel], frame: _Frame, top: float) -> Iterator[Shape]:
    """Panels beside each other, their plots on one level."""
    top += _names_height(beside)
    for column, panel in enumerate(beside):
        yield from _drawn(panel, frame, column * (frame.width + _BESIDE), top)


def _names_height(beside: Sequence[_Panel]) -> float:
    return max(panel.name.height for panel in beside)


class _End(Struct, frozen=True):
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


class _Panel(Struct, frozen=True):
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


class _Frame(Struct, frozen=True):
    """What all panels share: how times and values become places in a panel."""

    width: float
    high: float
    values: Values
    times: Times

    def at(self, datum: Datum) -> Point:
        """Where a figure lies, in its panel."""
        return self.times.at(datum.time_or_zero), self.values.at(datum.value_or_zero)


def _frame(spec: ChartSpec, width: float) -> _Frame:
    above = _room_above(spec)
    times = times_across(spec.data, _PAD, width - 2 * _PAD)
    values = values_upwards(spec.data, above, _HIGH)
    return _Frame(width, above + _HIGH + _room_below(spec, above), values, times)


def _room_above(spec: ChartSpec) -> float:
    """Room for the dots of the highest value."""
    return _OVER if any(map(_has_tail, spec.data)) else RADIUS + _PAD


def _room_below(spec: ChartSpec, above: float) -> float:
    """Room for the dots of the lowest value: as above, where it is below zero."""
    return above if domain(spec.data)[0] < 0 else RADIUS + 2


def _has_tail(datum: Datum) -> bool:
    """Whether its qualifier is beyond its dot, not in it."""
    return datum.relation not in {DatumRelation.EQUAL, DatumRelation.ABOUT}


def _columns(spec: ChartSpec) -> int:
    """The most columns in which both ends' words are beside each other on a line or two; one where
    even in two they do not.
    """
    tried = (count for count in range(_MOST_COLUMNS, 1, -1) if _all_fit(spec, count))
    return next(tried, 1)


def _all_fit(spec: ChartSpec, columns: int) -> bool:
    """Whether panels are wide enough in so many columns for what they are and say."""
    width = _panel_width(spec, columns)
    if width < _NARROWEST:
        return False
    return all(_fits(data, width) for _, data in groups(spec))


def _fits(data: Sequence[Datum], width: float) -> bool:
    ends = _ends(data, width)
    return _side_by_side(ends, width) and not any(map(_is_long, ends))


def _is_long(end: _End) -> bool:
    """Whether its number takes more lines than numbers beside each other may."""
    return len(end.number.lines) > _LINES


def _ends(data: Sequence[Datum], width: float) -> tuple[_End, ...]:
    """The first and the last figure's words, or the only one's: unbroken where both have room."""
    shown = tuple(dict.fromkeys((data[0], data[-1])))
    room = width - _BETWEEN * (len(shown) - 1)
    whole = _ends_in(shown, room)
    return whole if _side_by_side(whole, width) else _ends_in(shown, room / len(shown))


def _ends_in(shown: Sequence[Datum], room: float) -> tuple[_End, ...]:
    return tuple(_end(datum, room) for datum in shown)


def _side_by_side(ends: Sequence[_End], width: float) -> bool:
    return sum(end.width for end in ends) + _BETWEEN * (len(ends) - 1) <= width


def _end(datum: Datum, limit: float) -> _End:
    return _End(datum, block(datum.time_label, limit), block(datum.number, limit, strong=True))


def _panel(group: str, data: tuple[Datum, ...], width: float) -> _Panel:
    """The panel; where both ends' words have no room beside each other, the last one's are below
    the first one's.
    """
    name, ends = block(group, width, strong=True), _ends(data, width)
    if _side_by_side(ends, width):
        return _Panel(name, data, ends, beside=True)
    return _Panel(name, data, _ends_in([end.datum for end in ends], width), beside=False)


def _drawn(panel: _Panel, frame: _Frame, left: float, top: float) -> Iterator[Shape]:
    """The panel's name, its line over zero from ``top`` on, and the words of its ends."""
    yield from write(panel.name, left, top - panel.name.height)
    yield horizontal(top + frame.values.zero, left, left + frame.width, ZERO)
    yield from _stroke(panel, frame, left, top)
    yield from _end_words(panel, left, left + frame.width, top + frame.high)


def _stroke(panel: _Panel, frame: _Frame, left: float, top: float) -> Iterator[Shape]:
    """The line of a panel."""

    def at(datum: Datum) -> Point:
        return _moved(frame.at(datum), left, top)

    yield from series.line(panel.data, at, tone="accent")


def _end_words(panel: _Panel, left: float, right: float, top: float) -> Iterator[Shape]:
    sides: tuple[tuple[float, Anchor], ...] = ((left, "start"), (right, "end"))
    for end, (x, anchor) in zip(panel.ends, sides, strict=False):
        yield from _write_end(end, x, top, anchor)
        top += 0.0 if panel.beside else end.height


def _write_end(end: _End, x: float, top: float, anchor: Anchor) -> Iterator[Shape]:
    """The time of an end, and below it its number."""
    figure = end.datum.id
    yield from write(end.when, x, top, role="soft", anchor=anchor, figure=figure)
    yield from write(end.number, x, top + end.when.height, anchor=anchor, figure=figure)


def _moved(point: Point, left: float, top: float) -> Point:
    return left + point[0], top + point[1]
