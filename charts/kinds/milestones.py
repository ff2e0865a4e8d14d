"""What is planned for when, or happened when: moments on a time axis that runs down the page, each
with its figures, of any unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from math import ceil, floor
from typing import Final

from msgspec import Struct

from charts.layout.label_spacing import spread
from charts.layout.marks import dot, dot_tail
from charts.layout.scene import LEADER, RULE, Path, Scene, Shape, vertical, write
from charts.layout.text_layout import LINE, SIZE, TextBlock, block, width
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.validation import without_time

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
        yield from _without_place(datum)


def _without_place(datum: Datum) -> Iterator[str]:
    if datum.time is None:
        yield without_time(datum)
    if datum.relation is DatumRelation.RANGE:
        yield f"{datum.id}: a range has no mark in this kind of chart; bars can draw it"


def lay_out(spec: ChartSpec) -> Scene:
    """Moments to scale on the axis; each one's figures in words beside it, as near as there is
    room, numbers beside names or below them, whichever takes less height.
    """
    return min((_scene(spec, columns) for columns in _columns(spec)), key=lambda one: one.height)


def _scene(spec: ChartSpec, columns: _Columns) -> Scene:
    placed = _placed(tuple(_moments(spec, columns)))
    last = placed[-1]
    height = last.top + last.moment.height + 2 * _TOP
    return Scene(spec.width, height, tuple(_shapes(placed, columns)))


def _shapes(placed: Sequence[_PlacedMoment], columns: _Columns) -> Iterator[Shape]:
    """The axis with its years, and the moments beside it."""
    yield _axis(placed)
    yield from _years_between(placed)
    for moment in placed:
        yield from _drawn(moment, columns)


def _axis(placed: Sequence[_PlacedMoment]) -> Shape:
    return vertical(_AXIS, placed[0].place + _TOP, placed[-1].place + _TOP, RULE)


class _Columns(Struct, frozen=True):
    """Where names begin, beyond the dots and what their qualifiers add, and what room they have;
    where numbers begin, None where they are below the names.
    """

    names: float
    room: float
    numbers: float | None


class _Entry(Struct, frozen=True):
    """A figure with its name and its number."""

    datum: Datum
    name: TextBlock
    number: TextBlock

    def height(self, columns: _Columns) -> float:
        """Height of both."""
        if columns.numbers:
            return max(self.name.height, self.number.height)
        return self.name.height + self.number.height


class _Moment(Struct, frozen=True):
    """A time with its figures."""

    time: float
    when: TextBlock
    entries: tuple[_Entry, ...]
    height: float


class _PlacedMoment(Struct, frozen=True):
    """A time with its place on the axis, and the top of its words."""

    moment: _Moment
    place: float
    top: float


def _columns(spec: ChartSpec) -> Iterator[_Columns]:
    """Numbers in a column of their own, where every one fits on a line beside names that may be
    broken; and numbers below the names.
    """
    names, widest = _names_left(spec), max(width(datum.number, strong=True) for datum in spec.data)
    room = spec.width - names - _BESIDE - widest
    taken = _width_in(room, [datum.row for datum in spec.data])
    if taken is not None:
        yield _Columns(names, room, names + taken + _BESIDE)
    yield _Columns(names, spec.width - names, None)


def _names_left(spec: ChartSpec) -> float:
    """Where names begin, beyond every dot and what its qualifier adds."""
    return _TEXT + 2 * _DOT + max(dot_tail(datum) for datum in spec.data) + _BESIDE


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
        yield _Moment(time, when, entries, when.height + _stacked(entries, columns))


def _stacked(entries: Sequence[_Entry], columns: _Columns) -> float:
    """Height of figures below each other."""
    return sum(entry.height(columns) for entry in entries) + _ENTRY_GAP * (len(entries) - 1)


def _moment_of(datum: Datum) -> tuple[float, str]:
    return datum.time_or_zero, datum.time_label


def _entry(datum: Datum, width: float, columns: _Columns) -> _Entry:
    below = width - columns.names
    return _Entry(datum, block(datum.row, columns.room), block(datum.number, below, strong=True))


def _placed(moments: Sequence[_Moment]) -> tuple[_PlacedMoment, ...]:
    """The moments on the axis, each one's words as near to it as there is room."""
    heights = [moment.height + _APART for moment in moments]
    places = _places(moments, heights)
    tops = _tops(places, heights)
    return tuple(_PlacedMoment(*placed) for placed in zip(moments, places, tops, strict=True))


def _tops(places: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Where the words of each moment begin."""
    foot = places[-1] + heights[-1] - LINE / 2
    return spread([place - LINE / 2 for place in places], heights, foot)


def _places(listed: Sequence[_Moment], heights: Sequence[float]) -> list[float]:
    """The moments' places on the axis, to scale; one below the other where all are at one time."""
    if listed[0].time == listed[-1].time:
        return list(accumulate(heights[:-1], initial=LINE / 2))
    shares = _shares(listed)
    long = _axis_length(shares, heights)
    return [LINE / 2 + share * long for share in shares]


def _shares(listed: Sequence[_Moment]) -> list[float]:
    """How much of the axis lies above each moment, 0 to 1."""
    first = listed[0].time
    span = listed[-1].time - first
    return [(moment.time - first) / span for moment in listed]


def _axis_length(shares: Sequence[float], heights: Sequence[float]) -> float:
    """Long enough for the words and to tell near moments apart where that is possible."""
    steps = [later - earlier for earlier, later in pairwise(shares)]
    dense = sum(heights[:-1])
    wanted = max(_clear_length(steps), _wordy_length(steps, heights))
    return max(dense, min(wanted, dense * _LONGEST))


def _clear_length(steps: Sequence[float]) -> float:
    """As long as keeps the closest moments apart."""
    return _CLEAR / min(step for step in steps if step > 0)


def _wordy_length(steps: Sequence[float], heights: Sequence[float]) -> float:
    """As long as leaves all words beside their moments."""
    return max(height / step for height, step in zip(heights, steps, strict=False) if step > 0)


def _years_between(placed: Sequence[_PlacedMoment]) -> Iterator[Shape]:
    """A mark on the axis for each year without a moment, so that its scale can be seen; none where
    they would run together.
    """
    first, last = placed[0], placed[-1]
    length, span = last.place - first.place, last.moment.time - first.moment.time
    if not span or length / span < _CLEAR:
        return
    for year in _empty_years(placed):
        yield _year_mark(first.place + (year - first.moment.time) / span * length + _TOP)


def _empty_years(placed: Sequence[_PlacedMoment]) -> Iterator[int]:
    """The years from the first moment to the last at whose beginning there is none."""
    times = [moment.moment.time for moment in placed]
    return (year for year in _years(times[0], times[-1]) if year not in times)


def _years(begin: float, end: float) -> range:
    return range(ceil(begin), floor(end) + 1)


def _year_mark(place: float) -> Shape:
    return Path(((_AXIS - _YEAR, place), (_AXIS + _YEAR, place)), RULE)


def _drawn(placed: _PlacedMoment, columns: _Columns) -> Iterator[Shape]:
    when, top = placed.moment.when, placed.top + _TOP
    yield from _leaders(placed.place + _TOP, top + LINE / 2)
    yield from write(when, _TEXT, top)
    yield from _figures(placed.moment.entries, columns, top + when.height)


def _figures(entries: Sequence[_Entry], columns: _Columns, top: float) -> Iterator[Shape]:
    """The figures of a moment below each other."""
    for entry in entries:
        yield from _figure(entry, columns, top)
        top += entry.height(columns) + _ENTRY_GAP


def _leaders(place: float, words: float) -> Iterator[Shape]:
    """The mark of a moment on the axis, and what joins it to its words."""
    yield _joined_to_words(place, words)
    yield Path(((_AXIS - _TICK, place), (_AXIS + _TICK, place)), LEADER)


def _joined_to_words(place: float, words: float) -> Path:
    return Path(((_AXIS + _TICK, place), (_TEXT - 14, words), (_TEXT - 6, words)), LEADER)


def _figure(entry: _Entry, columns: _Columns, top: float) -> Iterator[Shape]:
    """A dot, and name and number on one line or on two."""
    yield from dot(entry.datum, _TEXT + _DOT + 1, top + LINE / 2, radius=_DOT)
    yield from write(entry.name, columns.names, top, figure=entry.datum.id)
    yield from _number(entry, columns, top)


def _number(entry: _Entry, columns: _Columns, top: float) -> Iterator[Shape]:
    """A number in its column, or below its name."""
    figure = entry.datum.id
    if columns.numbers is not None:
        return write(entry.number, columns.numbers, top, figure=figure)
    return write(entry.number, columns.names, top + entry.name.height, figure=figure)
