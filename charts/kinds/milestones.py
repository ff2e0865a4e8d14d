"""What is planned for when, or happened when: moments on a time axis that runs down the page, each
with its figures, of any unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from charts.layout.label_spacing import spread
from charts.layout.marks import dot, dot_tail
from charts.layout.scene import LEADER, RULE, Path, Scene, Shape, vertical, write
from charts.layout.text_layout import LINE, TextBlock, block, width
from charts.spec import ChartSpec, Datum, DatumRelation

_AXIS: Final = 6.0
_TICK: Final = 4.0
_TEXT: Final = 40.0
_DOT: Final = 5.0
_BESIDE: Final = 10.0
_APART: Final = 14.0
_ENTRY_GAP: Final = 6.0
_CLEAR: Final = 15.0
#: How many times as long as its words the axis may grow to tell near moments apart.
_LONGEST: Final = 3.0
_TOP: Final = 3.0


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
    room.
    """
    columns = _columns(spec)
    listed = tuple(_moments(spec, columns))
    heights = [moment.height + _APART for moment in listed]
    places = _places(listed, heights)
    tops = spread(
        [place - LINE / 2 for place in places], heights, places[-1] + heights[-1] - LINE / 2
    )
    shapes: list[Shape] = [vertical(_AXIS, places[0] + _TOP, places[-1] + _TOP, RULE)]
    for moment, place, top in zip(listed, places, tops, strict=True):
        shapes += _drawn(moment, columns, place + _TOP, top + _TOP)
    return Scene(spec.width, tops[-1] + listed[-1].height + 2 * _TOP, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names begin, beyond the dots and what their qualifiers add, and where numbers do:
    there, or None where they are below the names.
    """

    names: float
    numbers: float | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A figure with its name and its number."""

    datum: Datum
    name: TextBlock
    number: TextBlock

    def height(self, columns: _Columns) -> float:
        """Height of both."""
        return (
            max(self.name.height, self.number.height)
            if columns.numbers
            else self.name.height + self.number.height
        )


@dataclass(frozen=True, slots=True)
class _Moment:
    """A time with its figures."""

    time: float
    when: TextBlock
    entries: tuple[_Entry, ...]
    height: float


def _columns(spec: ChartSpec) -> _Columns:
    """Numbers in a column of their own where every name and number fits on one line."""
    names = _TEXT + 2 * _DOT + max(dot_tail(datum) for datum in spec.data) + _BESIDE
    numbers = names + max(width(datum.row) for datum in spec.data) + _BESIDE
    widest = max(width(datum.number, strong=True) for datum in spec.data)
    return _Columns(names, numbers if numbers + widest <= spec.width else None)


def _moments(spec: ChartSpec, columns: _Columns) -> Iterator[_Moment]:
    room = spec.width - columns.names
    ordered = sorted(spec.data, key=lambda datum: (datum.time or 0.0, datum.time_label))
    for (time, label), data in groupby(
        ordered, key=lambda datum: (datum.time or 0.0, datum.time_label)
    ):
        entries = tuple(
            _Entry(datum, block(datum.row, room), block(datum.number, room, strong=True))
            for datum in data
        )
        when = block(label, spec.width - _TEXT, strong=True)
        heights = sum(entry.height(columns) for entry in entries) + _ENTRY_GAP * (len(entries) - 1)
        yield _Moment(time, when, entries, when.height + heights)


def _places(listed: Sequence[_Moment], heights: Sequence[float]) -> list[float]:
    """The moments' places on the axis, to scale, the axis long enough for the words and to tell
    near moments apart where that is possible.
    """
    first, last = listed[0].time, listed[-1].time
    if first == last:
        places = [LINE / 2]
        for height in heights[:-1]:
            places.append(places[-1] + height)
        return places
    shares = [(moment.time - first) / (last - first) for moment in listed]
    dense = sum(heights[:-1])
    closest = min(later - earlier for earlier, later in pairwise(shares) if later > earlier)
    wanted = max(
        height / (later - earlier)
        for height, (earlier, later) in zip(heights, pairwise(shares), strict=False)
        if later > earlier
    )
    long = max(dense, min(max(_CLEAR / closest, wanted), dense * _LONGEST))
    return [LINE / 2 + share * long for share in shares]


def _drawn(moment: _Moment, columns: _Columns, place: float, top: float) -> Iterator[Shape]:
    words = top + LINE / 2
    yield Path(((_AXIS + _TICK, place), (_TEXT - 14, words), (_TEXT - 6, words)), LEADER)
    yield Path(((_AXIS - _TICK, place), (_AXIS + _TICK, place)), LEADER)
    yield from write(moment.when, _TEXT, top)
    top += moment.when.height
    for entry in moment.entries:
        yield from dot(entry.datum, _TEXT + _DOT + 1, top + LINE / 2, radius=_DOT)
        yield from write(entry.name, columns.names, top, figure=entry.datum.id)
        if columns.numbers is not None:
            yield from write(entry.number, columns.numbers, top, figure=entry.datum.id)
        else:
            yield from write(
                entry.number, columns.names, top + entry.name.height, figure=entry.datum.id
            )
        top += entry.height(columns) + _ENTRY_GAP
