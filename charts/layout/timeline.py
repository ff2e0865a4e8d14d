"""A time axis that runs down the page, for figures whose words do not fit beside each other: one
entry below the other, joined to its moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from charts.layout.bar_rows import NUMBER_GAP, Scale, bar_of
from charts.layout.label_spacing import spread
from charts.layout.marks import dot, dot_tail
from charts.layout.scene import LEADER, RULE, Path, Shape, vertical, write
from charts.layout.text_layout import TextBlock, block
from charts.spec import Datum

_AXIS: Final = 10.0
_TEXT: Final = 52.0
_APART: Final = 8.0
_BAR: Final = 14.0
_HALF_LINE: Final = 10.0
_CLEAR: Final = 15.0
_LONGEST: Final = 2.2
_LARGEST: Final = 6.0
_TIME_SHARE: Final = 0.4


class _Entry(Struct, frozen=True):
    """A figure with its words, the height of its moment and the top of its words."""

    datum: Datum
    words: _Words
    moment: float
    top: float


class _Words(Struct, frozen=True):
    """Time and number, the number ``aside`` px to the right."""

    when: TextBlock
    number: TextBlock
    aside: float

    @property
    def height(self) -> float:
        """Height of the taller."""
        return max(self.when.height, self.number.height)


class Timeline(Struct, frozen=True):
    """A row's entries, placed from 0 downwards."""

    entries: tuple[_Entry, ...]
    height: float


def place_timeline(data: Sequence[Datum], width: float) -> Timeline:
    """Moments to scale, the axis long enough to tell them apart where that is possible, the entries
    as near to theirs as there is room.
    """
    words = tuple(_words(data, width - _TEXT))
    heights = [entry.height + _BAR + 2 + _APART for entry in words]
    axis = _axis(data, heights)
    moments = [_HALF_LINE + share * axis for share in _shares(data)]
    tops = spread([moment - _HALF_LINE for moment in moments], heights, axis + heights[-1])
    entries = tuple(_Entry(*entry) for entry in zip(data, words, moments, tops, strict=True))
    foot = max(tops[-1] + heights[-1] - _APART, moments[-1] + _HALF_LINE)
    return Timeline(entries, foot)


def _words(data: Sequence[Datum], room: float) -> Iterator[_Words]:
    times = _times(data, room)
    widest = max(when.width for when in times)
    aside = widest + _APART if widest else 0.0
    for datum, when in zip(data, times, strict=True):
        yield _Words(when, block(datum.number, room - aside, strong=True), aside)


def _times(data: Sequence[Datum], room: float) -> list[TextBlock]:
    """The words of moments, broken so that the longest number keeps its room."""
    longest = max(block(datum.number, room, strong=True).least for datum in data)
    limit = min(room * _TIME_SHARE, room - _APART - longest)
    return [block(datum.time_label, limit) for datum in data]


def _axis(data: Sequence[Datum], heights: Sequence[float]) -> float:
    dense = sum(heights[:-1])
    shares = _shares(data)
    closest = min((later - earlier for earlier, later in pairwise(shares)), default=1.0)
    return max(dense, min(_CLEAR / closest, dense * _LONGEST))


def _shares(data: Sequence[Datum]) -> list[float]:
    first, last = data[0].time_or_zero, data[-1].time_or_zero
    if last <= first:
        return [0.0] * len(data)
    return [(datum.time_or_zero - first) / (last - first) for datum in data]


def lay_timeline(line: Timeline, left: float, top: float, scale: Scale) -> Iterator[Shape]:
    """Circles on the axis, words beside it, and for each entry its bar from zero."""
    moments = [top + entry.moment for entry in line.entries]
    yield vertical(left + _AXIS, moments[0] - 8, moments[-1] + 8, RULE)
    place = _Place(left, top, _radius(moments), Scale(left + _TEXT + scale.zero, scale.per_unit))
    for entry in line.entries:
        yield from _lay_entry(entry, place)


class _Place(Struct, frozen=True):
    """Where a row is laid: its corner, how large its circles are, and the scale of its bars."""

    left: float
    top: float
    radius: float
    bars: Scale


def _lay_entry(entry: _Entry, place: _Place) -> Iterator[Shape]:
    """A figure's circle, its words, which a line joins to it, and below them its bar."""
    moment, top = place.top + entry.moment, place.top + entry.top
    yield _leader(entry, place.left, moment, top + _HALF_LINE, place.radius)
    yield from dot(entry.datum, place.left + _AXIS, moment, radius=place.radius)
    yield from _write(entry, place.left + _TEXT, top)
    yield from bar_of(entry.datum, place.bars, top + entry.words.height, _BAR)


def _leader(entry: _Entry, left: float, moment: float, words: float, radius: float) -> Path:
    """From the dot at its moment to its words."""
    begin = left + _AXIS + radius + 2 + dot_tail(entry.datum)
    return Path(((begin, moment), (left + _TEXT - 14, words), (left + _TEXT - 5, words)), LEADER)


def _write(entry: _Entry, x: float, top: float) -> Iterator[Shape]:
    yield from write(entry.words.when, x, top, role="soft", figure=entry.datum.id)
    yield from write(entry.words.number, x + entry.words.aside, top, figure=entry.datum.id)


def _radius(moments: Sequence[float]) -> float:
    closest = min((later - earlier for earlier, later in pairwise(moments)), default=_CLEAR)
    return max(2.0, min(_LARGEST, (closest - 2) / 2))


def bar_room(width: float) -> float:
    """Room for bars beside the axis."""
    return width - _TEXT - NUMBER_GAP
