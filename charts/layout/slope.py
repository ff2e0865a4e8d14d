"""One row as a line that rises or falls from zero over a time axis to scale, each number above its
own dot where there is room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from charts.layout.axis import depth_of_zero, domain, pixels_per_unit
from charts.layout.marks import away, dot, joint, upright_tail
from charts.layout.scene import RULE, ZERO, Path, Point, Scene, Shape, horizontal, vertical, write
from charts.layout.text_layout import TextBlock, block
from charts.spec import ChartSpec, Datum

_RADIUS: Final = 7.0
_HIGH: Final = 130.0
_APART: Final = 8.0
_OVER: Final = 4.0
_UNDER: Final = 3.0
_ASIDE: Final = 6.0
_EDGE: Final = 14.0
_BLOCK_SHARE: Final = 0.45
#: The least part of the width that the line takes.
_LEAST_SHARE: Final = 0.25
_SPECK: Final = _RADIUS + 6.0
#: Whether the first and the last number are beside their dots instead of above them, in the order
#: in which it is tried.
_OUTSIDE: Final = ((False, False), (True, True), (True, False), (False, True))


def slope(spec: ChartSpec, data: Sequence[Datum], sort: str = "") -> Scene | None:
    """The row with ``sort`` (such as "target") at its right; None where numbers or times would
    touch.
    """
    tried = (_slope(spec, data, sort, outside) for outside in _OUTSIDE)
    return next((scene for scene in tried if scene is not None), None)


class _Place(Struct, frozen=True):
    """A figure's dot, its words, and whether its number should be left (-1) or right (1) of it."""

    datum: Datum
    x: float
    y: float
    number: TextBlock
    when: TextBlock
    outside: int

    @property
    def beside(self) -> float:
        """From its dot to the middle of a number beside it."""
        return self.number.width / 2 + _RADIUS + _ASIDE

    @property
    def over(self) -> float:
        """Room its dot takes upwards."""
        return _RADIUS + upright_tail(self.datum, -1)

    @property
    def under(self) -> float:
        """Room its dot takes downwards."""
        return _RADIUS + upright_tail(self.datum, 1)


class _Label(Struct, frozen=True):
    """Where a number is: the middle of its box, and the box's top."""

    x: float
    top: float
    block: TextBlock

    @property
    def bottom(self) -> float:
        """Lower edge of the box."""
        return self.top + self.block.height

    def touches(self, other: _Label) -> bool:
        """Whether the two boxes overlap."""
        aside = abs(self.x - other.x) < (self.block.width + other.block.width) / 2 + 2
        return aside and self.top < other.bottom and other.top < self.bottom

    def crosses(self, x: float) -> bool:
        """Whether a vertical line at ``x`` runs through the box or almost."""
        return abs(self.x - x) < self.block.width / 2 + 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return self.crosses(x) and self.top < y < self.bottom + 2


class _Room(Struct, frozen=True):
    """Where numbers may be: between ``top`` and ``bottom``, not across the line of zero."""

    width: float
    top: float
    zero: float
    bottom: float

    def holds(self, label: _Label) -> bool:
        """Whether a label lies in it."""
        half = label.block.width / 2
        across = half <= label.x <= self.width - half + 0.01
        return (
            across
            and label.top >= self.top
            and label.bottom <= self.bottom
            and not label.top < self.zero < label.bottom
        )


class _Height(Struct, frozen=True):
    """From values to y, ``foot`` below all dots."""

    zero: float
    per_unit: float
    foot: float

    def at(self, value: float) -> float:
        """Where ``value`` lies, in CSS px."""
        return self.zero - value * self.per_unit


def _slope(
    spec: ChartSpec, data: Sequence[Datum], sort: str, outside: tuple[bool, bool]
) -> Scene | None:
    aside = block(sort, spec.width)
    name = block(data[0].row, spec.width - (aside.width + _APART if sort else 0.0))
    height = _height(spec, data, name.height)
    places = tuple(_places(spec, data, height, outside))
    room = _Room(spec.width, name.height, height.zero, height.foot + 6)
    labels = _all_labels(places, room)
    if labels is None:
        return None
    words = (*write(name, 0.0, 0.0), *write(aside, spec.width, 0.0, role="soft", anchor="end"))
    shapes = (*words, *_shapes(places, labels, height, spec.width))
    return Scene(spec.width, _bottom(places, height), shapes)


def _all_labels(places: Sequence[_Place], room: _Room) -> tuple[_Label, ...] | None:
    """A place for every number; None where the line is too short, or words would touch."""
    if not _is_wide_enough(places, room.width):
        return None
    labels = tuple(_labels(places, room))
    return labels if len(labels) == len(places) and _times_clear(places) else None


def _is_wide_enough(places: Sequence[_Place], width: float) -> bool:
    return places[-1].x - places[0].x >= width * _LEAST_SHARE


def _bottom(places: Sequence[_Place], height: _Height) -> float:
    """Lower edge of the words of moments."""
    return height.foot + 8 + max(place.when.height for place in places) + 4.0


def _words(spec: ChartSpec, datum: Datum) -> tuple[TextBlock, TextBlock]:
    limit = spec.width * _BLOCK_SHARE
    return block(datum.number, limit, strong=True), block(datum.time_label, limit)


def _height(spec: ChartSpec, data: Sequence[Datum], top: float) -> _Height:
    low, high = domain(data)
    top += _room_above(spec, data)
    below = max(upright_tail(datum, 1) for datum in data)
    zero = top + depth_of_zero(_HIGH, low, high)
    return _Height(zero, pixels_per_unit(_HIGH, low, high), top + _HIGH + below)


def _room_above(spec: ChartSpec, data: Sequence[Datum]) -> float:
    """Room for the numbers over the dots, were they all over the highest one."""
    numbers = max(_words(spec, datum)[0].height for datum in data)
    return numbers + _RADIUS + _OVER + _UNDER + max(upright_tail(datum, -1) for datum in data)


def _places(
    spec: ChartSpec, data: Sequence[Datum], height: _Height, outside: tuple[bool, bool]
) -> Iterator[_Place]:
    at = _across(spec, data, outside)
    sides = [0] * len(data)
    sides[0], sides[-1] = -int(outside[0]), int(outside[1])
    for datum, side in zip(data, sides, strict=True):
        y = height.at(datum.value_or_zero)
        yield _Place(datum, at(datum), y, *_words(spec, datum), side)


def _across(
    spec: ChartSpec, data: Sequence[Datum], outside: tuple[bool, bool]
) -> Callable[[Datum], float]:
    """Where along x a figure lies: the first and the last as near the edges as their words let
    them.
    """
    first, last = data[0].time_or_zero, data[-1].time_or_zero
    begin = _margin(spec, data[0], outside=outside[0])
    end = spec.width - _margin(spec, data[-1], outside=outside[1])
    return lambda datum: begin + (end - begin) * (datum.time_or_zero - first) / (last - first)


def _margin(spec: ChartSpec, datum: Datum, *, outside: bool) -> float:
    number, when = _words(spec, datum)
    beside = number.width + _RADIUS + _ASIDE + 1 if outside else number.width / 2
    return max(_EDGE, beside, when.width / 2)


def _times_clear(places: Sequence[_Place]) -> bool:
    return all(
        other.x - one.x >= (one.when.width + other.when.width) / 2 + _APART
        for one, other in pairwise(places)
    )


def _labels(places: Sequence[_Place], room: _Room) -> Iterator[_Label]:
    """A place for each number, clear of the line, of the dots and of the others; ends early where
    one finds none.
    """
    line = (*_along(places), *_tails(places))
    taken: list[_Label] = []
    for place in places:
        fitting = (
            label for label in _candidates(place, room) if _is_clear(label, taken, line, room)
        )
        label = next(fitting, None)
        if label is None:
            return
        taken.append(label)
        yield label


def _candidates(place: _Place, room: _Room) -> Iterator[_Label]:
    """Where a number may be, the best place first."""
    if place.outside:
        yield _beside(place, place.outside, room)
    yield from _over_and_under(place)
    yield _beside(place, -1, room)
    yield _beside(place, 1, room)


def _over_and_under(place: _Place) -> Iterator[_Label]:
    half, height = place.number.width / 2, place.number.height
    for top in (place.y - place.over - _OVER - height, place.y + place.under + _UNDER):
        for aside in (0.0, -half, half):
            yield _Label(place.x + aside, top, place.number)


def _beside(place: _Place, side: int, room: _Room) -> _Label:
    """Left (-1) or right (1) of the dot, and on its side of zero."""
    height = place.number.height
    top = place.y - height / 2
    on_its_side = min(top, room.zero - height) if away(place.datum) < 0 else max(top, room.zero)
    return _Label(place.x + side * place.beside, on_its_side, place.number)


def _is_clear(label: _Label, taken: Sequence[_Label], line: Iterable[Point], room: _Room) -> bool:
    return (
        room.holds(label)
        and not any(map(label.touches, taken))
        and not any(label.holds(*point) for point in line)
    )


def _along(places: Sequence[_Place]) -> Iterator[Point]:
    """Points along the line, close enough together that none of its crossings with a
    box is missed.
    """
    for one, other in pairwise(places):
        yield from _between(one, other)


def _between(one: _Place, other: _Place) -> Iterator[Point]:
    across, down = other.x - one.x, other.y - one.y
    steps = max(1, int((abs(across) + abs(down)) / 4))
    for step in range(steps + 1):
        yield one.x + across * step / steps, one.y + down * step / steps


def _tails(places: Sequence[_Place]) -> Iterator[Point]:
    """Points on the dots and on what their qualifiers add."""
    for place in places:
        for aside in (-_RADIUS, 0.0, _RADIUS):
            yield from (
                (place.x + aside, place.y + down)
                for down in (-place.over, -_RADIUS, 0.0, _RADIUS, place.under)
            )


def _shapes(
    places: Sequence[_Place], labels: Sequence[_Label], height: _Height, width: float
) -> Iterator[Shape]:
    yield horizontal(height.zero, 0.0, width, ZERO)
    for place in places:
        yield from _drop(place, labels, height.zero)
    for one, other in pairwise(places):
        yield Path(((one.x, one.y), (other.x, other.y)), joint(one.datum, other.datum))
    for place, label in zip(places, labels, strict=True):
        yield from _figure(place, label, height.foot + 8)


def _figure(place: _Place, label: _Label, foot: float) -> Iterator[Shape]:
    """The dot, its number, and its moment below."""
    figure = place.datum.id
    yield from dot(place.datum, place.x, place.y, radius=_RADIUS, upright=True)
    yield from write(place.number, label.x, label.top, anchor="middle", figure=figure)
    yield from write(place.when, place.x, foot, role="soft", anchor="middle", figure=figure)


def _drop(place: _Place, labels: Sequence[_Label], zero: float) -> Iterator[Shape]:
    """From the dot to zero, with a gap wherever a number is in the way; what would be no more than
    a speck is left out.
    """
    at, end = sorted((place.y, zero))
    for label in sorted(
        (label for label in labels if label.crosses(place.x)), key=lambda label: label.top
    ):
        if at < label.bottom and label.top < end:
            yield from _stretch(place.x, at, label.top)
            at = label.bottom
    yield from _stretch(place.x, at, end)


def _stretch(x: float, top: float, bottom: float) -> Iterator[Shape]:
    if bottom - top > _SPECK:
        yield vertical(x, top, bottom, RULE)
