"""What is planned for when, or happened when: moments on a time axis that runs down the page, each
with its figures, of any unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby, pairwise
from math import ceil, floor
from typing import Final

from charts.layout.label_spacing import spread
from charts.layout.marks import dot, dot_tail
from charts.layout.scene import LEADER, RULE, Path, Scene, Shape, vertical, write
from charts.layout.text_layout import LINE, SIZE, TextBlock, block, width
from charts.spec import ChartSpec, Datum, DatumRelation

_AXIS: Final = 6.0
_TICK: Final = 4.0
#: Half of the mark of a year in which nothing is due.
_YEAR: Final = 2.5
_TEXT: Final = 40.0
_DOT: Final = 5.0
_BESIDE: Final = 10.0
_APART: Final = 14.0
_ENTRY_GAP: Final = 6.0
_CLEAR: Final = 15.0
#: How many times as long as its words the axis may grow to tell near moments apart.
_LONGEST: Final = 3.0
_TOP: Final = 3.0
#: The least room for names beside which numbers are: eight characters.
_LEAST_NAME: Final = 8 * SIZE


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Every figure has its moment."""
    for datum in spec.data:
        if datum.time is None:
            yield (
                f"{datum.id}: no time of its own, a moment or two or three whole years, so it has "
                "no place on a time axis"
            )
        if datum.relation is DatumRelation.RANGE:
            yield f"{datum.id}: a range has no mark in this kind of chart; bars can draw it"


def lay_out(spec: ChartSpec) -> Scene:
    """Moments to scale on the axis; each one's figures in words beside it, as near as there is
    room, numbers beside names or below them, whichever takes less height.
    """
    return min((_scene(spec, columns) for columns in _columns(spec)), key=lambda one: one.height)


def _scene(spec: ChartSpec, columns: _Columns) -> Scene:
    placed = _placed(tuple(_moments(spec, columns)))
    axis = vertical(_AXIS, placed[0].place + _TOP, placed[-1].place + _TOP, RULE)
    moments = chain.from_iterable(_drawn(moment, columns) for moment in placed)
    last, years = placed[-1], _years_between(placed)
    height = last.top + last.moment.height + 2 * _TOP
    return Scene(spec.width, height, (axis, *years, *moments))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names begin, beyond the dots and what their qualifiers add, and what room they have;
    where numbers begin, None where they are below the names.
    """

    names: float
    room: float
    numbers: float | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A figure with its name and its number."""

    datum: Datum
    name: TextBlock
    number: TextBlock

    def height(self, columns: _Columns) -> float:
        """Height of both."""
        if columns.numbers:
            return max(self.name.height, self.number.height)
        return self.name.height + self.number.height


@dataclass(frozen=True, slots=True)
class _Moment:
    """A time with its figures."""

    time: float
    when: TextBlock
    entries: tuple[_Entry, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _PlacedMoment:
    """A time with its place on the axis, and the top of its words."""

    moment: _Moment
    place: float
    top: float


def _columns(spec: ChartSpec) -> Iterator[_Columns]:
    """Numbers in a column of their own, where every one fits on a line beside names that may be
    broken; and numbers below the names.
    """
    names = _TEXT + 2 * _DOT + max(dot_tail(datum) for datum in spec.data) + _BESIDE
    widest = max(width(datum.number, strong=True) for datum in spec.data)
    room = spec.width - names - _BESIDE - widest
    taken = _width_in(room, [datum.row for datum in spec.data])
    if taken is not None:
        yield _Columns(names, room, names + taken + _BESIDE)
    yield _Columns(names, spec.width - names, None)


def _width_in(room: float, names: Sequence[str]) -> float | None:
    """How wide the names are when broken to ``room``; None where that is too narrow for them."""
    if room < min(_LEAST_NAME, max(map(width, names))):
        return None
    taken = max(block(name, room).width for name in names)
    return taken if taken <= room else None


def _moments(spec: ChartSpec, columns: _Columns) -> Iterator[_Moment]:
    ordered = sorted(spec.data, key=_moment_of)
    for (time, label), data in groupby(ordered, key=_moment_of):
        entries = tuple(_entry(datum, spec.width, columns) for datum in data)
        when = block(label, spec.width - _TEXT, strong=True)
        heights = sum(entry.height(columns) for entry in entries) + _ENTRY_GAP * (len(entries) - 1)
        yield _Moment(time, when, entries, when.height + heights)


def _moment_of(datum: Datum) -> tuple[float, str]:
    return datum.time_or_zero, datum.time_label


def _entry(datum: Datum, width: float, columns: _Columns) -> _Entry:
    below = width - columns.names
    return _Entry(datum, block(datum.row, columns.room), block(datum.number, below, strong=True))


def _placed(moments: Sequence[_Moment]) -> tuple[_PlacedMoment, ...]:
    """The moments on the axis, each one's words as near to it as there is room."""
    heights = [moment.height + _APART for moment in moments]
    places = _places(moments, heights)
    foot = places[-1] + heights[-1] - LINE / 2
    tops = spread([place - LINE / 2 for place in places], heights, foot)
    return tuple(_PlacedMoment(*placed) for placed in zip(moments, places, tops, strict=True))


def _places(listed: Sequence[_Moment], heights: Sequence[float]) -> list[float]:
    """The moments' places on the axis, to scale; one below the other where all are at one time."""
    first, last = listed[0].time, listed[-1].time
    if first == last:
        return list(accumulate(heights[:-1], initial=LINE / 2))
    shares = [(moment.time - first) / (last - first) for moment in listed]
    long = _axis_length(shares, heights)
    return [LINE / 2 + share * long for share in shares]


def _axis_length(shares: Sequence[float], heights: Sequence[float]) -> float:
    """Long enough for the words and to tell near moments apart where that is possible."""
    steps = [later - earlier for earlier, later in pairwise(shares)]
    closest = min(step for step in steps if step > 0)
    wanted = max(height / step for height, step in zip(heights, steps, strict=False) if step > 0)
    dense = sum(heights[:-1])
    return max(dense, min(max(_CLEAR / closest, wanted), dense * _LONGEST))


def _years_between(placed: Sequence[_PlacedMoment]) -> Iterator[Shape]:
    """A mark on the axis for each year without a moment, so that its scale can be seen; none where
    they would run together.
    """
    first, last = placed[0], placed[-1]
    begin, end = first.moment.time, last.moment.time
    length, span = last.place - first.place, end - begin
    if not span or length / span < _CLEAR:
        return
    taken = {moment.moment.time for moment in placed}
    for year in range(ceil(begin), floor(end) + 1):
        if year not in taken:
            yield _year_mark(first.place + (year - begin) / span * length + _TOP)


def _year_mark(place: float) -> Shape:
    return Path(((_AXIS - _YEAR, place), (_AXIS + _YEAR, place)), RULE)


def _drawn(placed: _PlacedMoment, columns: _Columns) -> Iterator[Shape]:
    top = placed.top + _TOP
    yield from _leaders(placed.place + _TOP, top + LINE / 2)
    yield from write(placed.moment.when, _TEXT, top)
    top += placed.moment.when.height
    for entry in placed.moment.entries:
        yield from _figure(entry, columns, top)
        top += entry.height(columns) + _ENTRY_GAP


def _leaders(place: float, words: float) -> Iterator[Shape]:
    """The mark of a moment on the axis, and what joins it to its words."""
    yield Path(((_AXIS + _TICK, place), (_TEXT - 14, words), (_TEXT - 6, words)), LEADER)
    yield Path(((_AXIS - _TICK, place), (_AXIS + _TICK, place)), LEADER)


def _figure(entry: _Entry, columns: _Columns, top: float) -> Iterator[Shape]:
    """A dot, and name and number on one line or on two."""
    figure = entry.datum.id
    yield from dot(entry.datum, _TEXT + _DOT + 1, top + LINE / 2, radius=_DOT)
    yield from write(entry.name, columns.names, top, figure=figure)
    if columns.numbers is not None:
        yield from write(entry.number, columns.numbers, top, figure=figure)
    else:
        yield from write(entry.number, columns.names, top + entry.name.height, figure=figure)
