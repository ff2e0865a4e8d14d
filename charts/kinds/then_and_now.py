"""How figures changed between moments: a dumbbell for each row, or one row as a line over a time
axis to scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from charts.layout.bar_rows import NUMBER_GAP, Scale, column
from charts.layout.marks import dot, dot_tail, joint, tail
from charts.layout.scene import RULE, ZERO, Scene, Shape, horizontal, vertical, write
from charts.layout.slope import domain, slope
from charts.layout.text_layout import TextBlock, block
from charts.layout.timeline import bar_room, lay_timeline, place_timeline
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.validation import no_break, one_sort, only_points, rows, times_in_order

_RADIUS: Final = 6.0
_ROW_GAP: Final = 18.0
_SIDE_SHARE: Final = 0.45
_LIFT: Final = 9.0
_APART: Final = 8.0
_PAIR: Final = 2
#: What was, and what is.
_TONES: Final[tuple[Token, ...]] = ("accent-2", "accent")


def reasons(spec: ChartSpec) -> Iterator[str]:
    """At least two moments in each row, in order, all observed or all intended."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    yield from no_break(spec)
    yield from one_sort(spec)
    for _, data in rows(spec):
        if len(data) < _PAIR:
            yield f"{data[0].id}: one figure shows no change; two moments are needed"


def lay_out(spec: ChartSpec) -> Scene:
    """Pairs in several rows lie across; one row rises over its time axis; whatever is too dense for
    its words runs down the page.
    """
    listed = tuple(rows(spec))
    if len(listed) > 1 and all(len(data) == _PAIR for _, data in listed) and _pairs_fit(spec):
        return _dumbbells(spec)
    if len(listed) == 1:
        rising = slope(spec, listed[0][1])
        if rising is not None:
            return rising
    return _down_the_page(spec)


# several rows, two moments each


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a dumbbell, with its words."""

    datum: Datum
    number: TextBlock
    when: TextBlock

    @property
    def value(self) -> float:
        """Its place on the scale of values."""
        return self.datum.value or 0.0


def _end(datum: Datum, room: float) -> _End:
    return _End(
        datum,
        block(datum.number, room * _SIDE_SHARE, strong=True),
        block(datum.time_label, room * _SIDE_SHARE),
    )


def _pairs_fit(spec: ChartSpec) -> bool:
    """Whether both numbers and both times of each row fit beside each other."""
    room = spec.width - column(spec, (row for row, _ in rows(spec)))
    pairs = [[_end(datum, room) for datum in data] for _, data in rows(spec)]
    words = [
        blocks
        for ends in pairs
        for blocks in ([end.number for end in ends], [end.when for end in ends])
    ]
    return all(sum(one.width for one in blocks) + _APART <= room for blocks in words)


def _dumbbells(spec: ChartSpec) -> Scene:
    left = column(spec, (row for row, _ in rows(spec)))
    scale = _pair_scale(spec, left)
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        ends = tuple(_end(datum, spec.width - left) for datum in data)
        name = block(row, left - 2 * NUMBER_GAP + 0.01 if left else spec.width)
        numbers, times = (
            max(end.number.height for end in ends),
            max(end.when.height for end in ends),
        )
        body = top if left else top + name.height + 2
        middle = body + max(numbers + _LIFT, name.height / 2 if left else 0.0)
        shapes += write(name, 0.0, middle - name.height / 2 if left else top)
        shapes += _dumbbell(ends, scale, middle, (left, spec.width))
        top = middle + max(_LIFT + times, name.height / 2 if left else 0.0)
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _pair_scale(spec: ChartSpec, left: float) -> Scale:
    low, high = domain(spec.data)
    spare = max(dot_tail(datum) for datum in spec.data)
    room = spec.width - left - 2 * _RADIUS - 2 - spare
    per_unit = room / (high - low) if high > low else 0.0
    return Scale(left + _RADIUS + 1 - low * per_unit, per_unit)


def _dumbbell(
    ends: Sequence[_End], scale: Scale, middle: float, bounds: tuple[float, float]
) -> Iterator[Shape]:
    places = [scale.at(end.value) for end in ends]
    yield horizontal(
        middle, scale.zero if min(places) >= scale.zero else bounds[0], bounds[1], RULE
    )
    yield vertical(scale.zero, middle - 7, middle + 7, ZERO)
    yield horizontal(middle, min(places), max(places), joint(ends[0].datum, ends[1].datum, 3.0))
    for end, x, tone in zip(ends, places, _TONES, strict=True):
        yield from dot(end.datum, x, middle, radius=_RADIUS, tone=tone)
    for end, x in _apart(
        [(end, end.number, x) for end, x in zip(ends, places, strict=True)], bounds
    ):
        yield from write(
            end.number, x, middle - _LIFT - end.number.height, anchor="middle", figure=end.datum.id
        )
    for end, x in _apart([(end, end.when, x) for end, x in zip(ends, places, strict=True)], bounds):
        yield from write(
            end.when, x, middle + _LIFT, role="soft", anchor="middle", figure=end.datum.id
        )


def _apart(
    ends: Sequence[tuple[_End, TextBlock, float]], bounds: tuple[float, float]
) -> Iterator[tuple[_End, float]]:
    """Both ends' words centred on their dots, or as near to them as room and bounds allow, in the
    order of the dots.
    """
    (first, one, near), (second, other, far) = sorted(ends, key=lambda placed: placed[2])
    short = max(0.0, (one.width + other.width) / 2 + _APART - (far - near))
    left = max(near - short / 2, bounds[0] + one.width / 2)
    right = min(
        max(far + short / 2, left + (one.width + other.width) / 2 + _APART),
        bounds[1] - other.width / 2,
    )
    yield first, min(left, right - (one.width + other.width) / 2 - _APART)
    yield second, right


# anything denser


def _down_the_page(spec: ChartSpec) -> Scene:
    left = column(spec, (row for row, _ in rows(spec)))
    width = spec.width - left
    scale = _bar_scale(spec, bar_room(width))
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        name = block(row, left - 2 * NUMBER_GAP + 0.01 if left else spec.width)
        body = top if left else top + name.height + 4
        down = place_timeline(data, width)
        shapes += (*write(name, 0.0, top), *lay_timeline(down, left, body, scale))
        top = max(body + down.height, top + name.height)
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _bar_scale(spec: ChartSpec, room: float) -> Scale:
    low, high = domain(spec.data)
    spare = max(tail(datum) for datum in spec.data) + 2.0
    per_unit = (room - 2 * spare) / (high - low) if high > low else 0.0
    return Scale((spare if low < 0 else 0.0) - low * per_unit, per_unit)
