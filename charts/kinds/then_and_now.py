"""How figures changed between moments: a dumbbell for each row, or one row as a line over a time axis to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from charts.honesty import one_sort, only_points, rows, times_in_order
from charts.marks import dot, dot_tail, is_hollow, tail
from charts.measure import LINE, Block, block
from charts.rows import GAP, Scale, column
from charts.sheet import RULE, ZERO, Look, Shape, Sheet, Trace, horizontal, vertical, write
from charts.spec import ChartSpec, Datum
from charts.timeline import bar_room, lay_timeline, timeline

_RADIUS: Final = 6.0
_HIGH: Final = 130.0
_ROW_GAP: Final = 18.0
_SIDE_SHARE: Final = 0.45
_LIFT: Final = 9.0
_APART: Final = 8.0
_PAIR: Final = 2


def reasons(spec: ChartSpec) -> Iterator[str]:
    """At least two moments in each row, in order, all observed or all intended."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    yield from one_sort(spec)
    for row, data in rows(spec):
        if len(data) < _PAIR:
            yield f"{row}: one figure shows no change; two moments are needed"


def lay_out(spec: ChartSpec) -> Sheet:
    """Pairs in several rows lie across; one row rises over its time axis; whatever is too dense for its words runs down the page."""
    listed = tuple(rows(spec))
    if len(listed) > 1 and all(len(data) == _PAIR for _, data in listed):
        return _dumbbells(spec)
    if len(listed) == 1:
        slope = _slope(spec, listed[0][1])
        if slope is not None:
            return slope
    return _down_the_page(spec)


def _domain(data: Sequence[Datum]) -> tuple[float, float]:
    values = [datum.value or 0.0 for datum in data]
    return min(0.0, *values), max(0.0, *values)


# several rows, two moments each


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a dumbbell, with its words."""

    datum: Datum
    number: Block
    when: Block

    @property
    def value(self) -> float:
        """Its place on the scale of values."""
        return self.datum.value or 0.0


def _end(datum: Datum, room: float) -> _End:
    return _End(datum, block(datum.number, room * _SIDE_SHARE, strong=True), block(datum.time_label, room * _SIDE_SHARE))


def _dumbbells(spec: ChartSpec) -> Sheet:
    left = column(spec, (row for row, _ in rows(spec)))
    scale = _pair_scale(spec, left)
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        ends = tuple(_end(datum, spec.width - left) for datum in data)
        name = block(row, left - 2 * GAP + 0.01 if left else spec.width)
        numbers, times = max(end.number.height for end in ends), max(end.when.height for end in ends)
        body = top if left else top + name.height + 2
        middle = body + max(numbers + _LIFT, name.height / 2 if left else 0.0)
        shapes += write(name, 0.0, middle - name.height / 2 if left else top)
        shapes += _dumbbell(ends, scale, middle, (left, spec.width))
        top = middle + max(_LIFT + times, name.height / 2 if left else 0.0)
    return Sheet(spec.width, top + 4.0, tuple(shapes))


def _pair_scale(spec: ChartSpec, left: float) -> Scale:
    low, high = _domain(spec.data)
    spare = max(dot_tail(datum) for datum in spec.data)
    room = spec.width - left - 2 * _RADIUS - 2 - spare
    per_unit = room / (high - low) if high > low else 0.0
    return Scale(left + _RADIUS + 1 - low * per_unit, per_unit)


def _dumbbell(ends: Sequence[_End], scale: Scale, middle: float, bounds: tuple[float, float]) -> Iterator[Shape]:
    places = [scale.at(end.value) for end in ends]
    yield horizontal(middle, scale.zero if min(places) >= scale.zero else bounds[0], bounds[1], RULE)
    yield vertical(scale.zero, middle - 7, middle + 7, ZERO)
    dash = (4.0, 4.0) if is_hollow(ends[1].datum) else None
    yield horizontal(middle, min(places), max(places), Look(stroke="accent", thickness=3.0, dash=dash, name="path"))
    for end, x, tone in zip(ends, places, ("accent-2", "accent"), strict=True):
        yield from dot(end.datum, x, middle, radius=_RADIUS, tone=tone)
    for end, x in _apart([(end, end.number, x) for end, x in zip(ends, places, strict=True)], bounds):
        yield from write(end.number, x, middle - _LIFT - end.number.height, anchor="middle", figure=end.datum.id)
    for end, x in _apart([(end, end.when, x) for end, x in zip(ends, places, strict=True)], bounds):
        yield from write(end.when, x, middle + _LIFT, name="soft", anchor="middle", figure=end.datum.id)


def _apart(ends: Sequence[tuple[_End, Block, float]], bounds: tuple[float, float]) -> Iterator[tuple[_End, float]]:
    """Both ends' words centred on their dots, or as near to them as room and bounds allow, in the order of the dots."""
    (first, one, near), (second, other, far) = sorted(ends, key=lambda placed: placed[2])
    short = max(0.0, (one.width + other.width) / 2 + _APART - (far - near))
    left = max(near - short / 2, bounds[0] + one.width / 2)
    right = min(max(far + short / 2, left + (one.width + other.width) / 2 + _APART), bounds[1] - other.width / 2)
    yield first, min(left, right - (one.width + other.width) / 2 - _APART)
    yield second, right


# one row over its time axis


@dataclass(frozen=True, slots=True)
class _Place:
    datum: Datum
    x: float
    y: float
    number: Block
    when: Block


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a number stands: the middle of its box, and the box's top."""

    x: float
    top: float
    block: Block

    def touches(self, other: _Label) -> bool:
        """Whether the two boxes overlap."""
        aside = abs(self.x - other.x) < (self.block.width + other.block.width) / 2 + 2
        return aside and self.top < other.top + other.block.height and other.top < self.top + self.block.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return abs(self.x - x) < self.block.width / 2 + 2 and self.top + 2 < y < self.top + self.block.height


@dataclass(frozen=True, slots=True)
class _Room:
    """Where numbers may stand: between ``top`` and ``bottom``, not across the line of zero."""

    width: float
    top: float
    zero: float
    bottom: float

    def holds(self, label: _Label) -> bool:
        """Whether a label lies in it."""
        half, end = label.block.width / 2, label.top + label.block.height
        across = half <= label.x <= self.width - half + 0.01
        return across and label.top >= self.top and end <= self.bottom and not label.top < self.zero < end


def _slope(spec: ChartSpec, data: Sequence[Datum]) -> Sheet | None:
    """The row as a line above zero; None where numbers or times would touch."""
    name = block(data[0].row, spec.width)
    low, high = _domain(data)
    top = name.height + LINE + GAP
    places = tuple(_places(spec, data, top))
    zero = top + _HIGH * (high / (high - low) if high > low else 1.0)
    labels = tuple(_labels(places, _Room(spec.width, name.height, zero, top + _HIGH + 6)))
    if len(labels) < len(places) or not _times_clear(places):
        return None
    shapes = (*write(name, 0.0, 0.0), *_slope_shapes(places, labels, (zero, top + _HIGH), spec.width))
    return Sheet(spec.width, top + _HIGH + 8 + max(place.when.height for place in places) + 4.0, shapes)


def _places(spec: ChartSpec, data: Sequence[Datum], top: float) -> Iterator[_Place]:
    low, high = _domain(data)
    first, last = data[0].time or 0.0, data[-1].time or 0.0
    words = [(block(datum.number, spec.width * 0.45, strong=True), block(datum.time_label, spec.width * 0.45)) for datum in data]
    begin = max(14.0, max(text.width for text in words[0]) / 2)
    end = spec.width - max(14.0, max(text.width for text in words[-1]) / 2, dot_tail(data[-1]) + 8)
    lift = max(0.0, max(number.height for number, _ in words) - LINE)
    for datum, (number, when) in zip(data, words, strict=True):
        x = begin + (end - begin) * ((datum.time or 0.0) - first) / (last - first)
        share = (high - (datum.value or 0.0)) / (high - low) if high > low else 1.0
        yield _Place(datum, x, top + lift + share * (_HIGH - lift), number, when)


def _times_clear(places: Sequence[_Place]) -> bool:
    return all(other.x - one.x >= (one.when.width + other.when.width) / 2 + _APART for one, other in pairwise(places))


def _labels(places: Sequence[_Place], room: _Room) -> Iterator[_Label]:
    """A place for each number, clear of the line and of the others; ends early where one finds none."""
    line = tuple(_along(places))
    taken: list[_Label] = []
    for place in places:
        fitting = (label for label in _candidates(place) if _is_clear(label, taken, line, room))
        label = next(fitting, None)
        if label is None:
            return
        taken.append(label)
        yield label


def _candidates(place: _Place) -> Iterator[_Label]:
    half, high = place.number.width / 2, place.number.height
    for top in (place.y - _RADIUS - 4 - high, place.y + _RADIUS + 3):
        for aside in (0.0, -half, half):
            yield _Label(place.x + aside, top, place.number)
    for aside in (-half - _RADIUS - 6, half + _RADIUS + 6 + dot_tail(place.datum)):
        yield _Label(place.x + aside, place.y - high / 2, place.number)


def _is_clear(label: _Label, taken: Sequence[_Label], line: Sequence[tuple[float, float]], room: _Room) -> bool:
    return room.holds(label) and not any(map(label.touches, taken)) and not any(label.holds(*point) for point in line)


def _along(places: Sequence[_Place]) -> Iterator[tuple[float, float]]:
    """Points along the line, close enough together that none of its crossings with a box is missed."""
    for one, other in pairwise(places):
        steps = max(1, int((abs(other.x - one.x) + abs(other.y - one.y)) / 4))
        yield from ((one.x + (other.x - one.x) * step / steps, one.y + (other.y - one.y) * step / steps) for step in range(steps + 1))


def _slope_shapes(places: Sequence[_Place], labels: Sequence[_Label], heights: tuple[float, float], width: float) -> Iterator[Shape]:
    zero, bottom = heights
    yield horizontal(zero, 0.0, width, ZERO)
    for place in places:
        yield vertical(place.x, min(place.y, zero), max(place.y, zero), RULE)
    dash = (4.0, 4.0) if is_hollow(places[-1].datum) else None
    yield Trace(tuple((place.x, place.y) for place in places), Look(stroke="accent", thickness=2.5, dash=dash, name="path"))
    for place, label in zip(places, labels, strict=True):
        yield from dot(place.datum, place.x, place.y, radius=_RADIUS)
        yield from write(place.number, label.x, label.top, anchor="middle", figure=place.datum.id)
        yield from write(place.when, place.x, bottom + 8, name="soft", anchor="middle", figure=place.datum.id)


# anything denser


def _down_the_page(spec: ChartSpec) -> Sheet:
    left = column(spec, (row for row, _ in rows(spec)))
    width = spec.width - left
    scale = _bar_scale(spec, bar_room(width))
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        name = block(row, left - 2 * GAP + 0.01 if left else spec.width)
        body = top if left else top + name.height + 4
        down = timeline(data, width, bars=True)
        shapes += (*write(name, 0.0, top), *lay_timeline(down, left, body, scale))
        top = max(body + down.height, top + name.height)
    return Sheet(spec.width, top + 4.0, tuple(shapes))


def _bar_scale(spec: ChartSpec, room: float) -> Scale:
    low, high = _domain(spec.data)
    spare = max(tail(datum) for datum in spec.data) + 2.0
    per_unit = (room - 2 * spare) / (high - low) if high > low else 0.0
    return Scale((spare if low < 0 else 0.0) - low * per_unit, per_unit)
