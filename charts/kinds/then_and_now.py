"""How figures changed between moments: a dumbbell for each row, or one row as a line over a time
axis to scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from charts.layout.axis import domain, pixels_per_unit
from charts.layout.bar_rows import Scale, column, name_limit
from charts.layout.marks import dot, dot_tail, joint, tail
from charts.layout.scene import RULE, ZERO, Scene, Shape, horizontal, vertical, write
from charts.layout.slope import slope
from charts.layout.text_layout import TextBlock, block
from charts.layout.timeline import Timeline, bar_room, lay_timeline, place_timeline
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.validation import no_break, one_sort, only_points, rows, times_in_order

_RADIUS: Final = 6.0
_ROW_GAP: Final = 18.0
_SIDE_SHARE: Final = 0.45
_LIFT: Final = 9.0
_APART: Final = 8.0
_PAIR: Final = 2
_NOUGHT_ROOM: Final = 40.0
#: What was, and what is.
_TONES: Final[tuple[Token, ...]] = ("accent-2", "accent")


def reasons(spec: ChartSpec) -> Iterator[str]:
    """At least two moments in each row, in order, all observed or all intended."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    yield from no_break(spec)
    yield from one_sort(spec)
    yield from _without_change(spec)


def _without_change(spec: ChartSpec) -> Iterator[str]:
    for _, data in rows(spec):
        if len(data) < _PAIR:
            yield f"{data[0].id}: one figure shows no change; two moments are needed"


def lay_out(spec: ChartSpec) -> Scene:
    """Pairs in several rows lie across; one row rises over its time axis; whatever is too dense for
    its words runs down the page.
    """
    listed = tuple(rows(spec))
    if _are_pairs([data for _, data in listed]) and _pairs_fit(spec):
        return _dumbbells(spec)
    rising = slope(spec, listed[0][1]) if len(listed) == 1 else None
    return rising or _down_the_page(spec)


def _are_pairs(listed: Sequence[Sequence[Datum]]) -> bool:
    """Whether there are several rows, of two moments each."""
    return len(listed) > 1 and all(len(data) == _PAIR for data in listed)


# several rows, two moments each


class _End(Struct, frozen=True):
    """One end of a dumbbell, with its words."""

    datum: Datum
    number: TextBlock
    when: TextBlock

    @property
    def value(self) -> float:
        """Its place on the scale of values."""
        return self.datum.value_or_zero

    @property
    def width(self) -> float:
        """How wide its words are."""
        return max(self.number.width, self.when.width)

    @property
    def height(self) -> float:
        """How high its words are, the time above the number."""
        return self.when.height + self.number.height


def _end(datum: Datum, room: float) -> _End:
    return _End(
        datum,
        block(datum.number, room * _SIDE_SHARE, strong=True),
        block(datum.time_label, room * _SIDE_SHARE),
    )


def _pairs_fit(spec: ChartSpec) -> bool:
    """Whether the words of both ends of each row fit beside each other."""
    room = spec.width - _names_column(spec)
    return all(_fit([_end(datum, room) for datum in data], room) for _, data in rows(spec))


def _fit(ends: Sequence[_End], room: float) -> bool:
    return sum(end.width for end in ends) + _APART <= room


def _names_column(spec: ChartSpec) -> float:
    """Width of the column of names."""
    return column(spec, (row for row, _ in rows(spec)))


class _Dumbbell(Struct, frozen=True):
    """A row of two moments: its name, in the column ``left`` px wide or, where that is 0, above;
    its ends, between ``left`` and ``right``.
    """

    name: TextBlock
    ends: tuple[_End, ...]
    left: float
    right: float

    @property
    def over(self) -> float:
        """From its upper edge to the middle of the dots."""
        return self._above + max(self._words_height, self._half_name)

    @property
    def _above(self) -> float:
        """Height of a name that is above the words."""
        return 0.0 if self.left else self.name.height + 2

    @property
    def _words_height(self) -> float:
        """From the upper edge of the words to the middle of the dots."""
        return max(end.height for end in self.ends) + _LIFT

    @property
    def under(self) -> float:
        """From the middle of the dots to its lower edge."""
        return max(_LIFT + _nought().height, self._half_name)

    @property
    def _half_name(self) -> float:
        """How far a name beside the dots reaches above and below their middle."""
        return self.name.height / 2 if self.left else 0.0


def _dumbbells(spec: ChartSpec) -> Scene:
    scale = _pair_scale(spec, _names_column(spec))
    shapes: list[Shape] = []
    top = 0.0
    for dumbbell in _rows_of_two(spec):
        if shapes:
            top += _ROW_GAP
        shapes += _named_and_drawn(dumbbell, scale, top)
        top = top + dumbbell.over + dumbbell.under
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _named_and_drawn(dumbbell: _Dumbbell, scale: Scale, top: float) -> Iterator[Shape]:
    middle = top + dumbbell.over
    name_top = middle - dumbbell.name.height / 2 if dumbbell.left else top
    yield from write(dumbbell.name, 0.0, name_top)
    yield from _drawn(dumbbell, scale, middle)


def _rows_of_two(spec: ChartSpec) -> Iterator[_Dumbbell]:
    left = _names_column(spec)
    for row, data in rows(spec):
        ends = tuple(_end(datum, spec.width - left) for datum in data)
        yield _Dumbbell(block(row, name_limit(spec, left)), ends, left, spec.width)


def _pair_scale(spec: ChartSpec, left: float) -> Scale:
    low, high = domain(spec.data)
    spare = max(dot_tail(datum) for datum in spec.data)
    per_unit = pixels_per_unit(spec.width - left - 2 * _RADIUS - 2 - spare, low, high)
    return Scale(left + _RADIUS + 1 - low * per_unit, per_unit)


def _drawn(dumbbell: _Dumbbell, scale: Scale, middle: float) -> Iterator[Shape]:
    """The dumbbell over the line of its values, which begins at nought, with its words above: times
    below it would be taken for those of a time axis.
    """
    places = [scale.at(end.value) for end in dumbbell.ends]
    yield from _bar(dumbbell, places, scale.zero, middle)
    yield from _dots(dumbbell, places, middle)
    yield from _words(dumbbell, places, middle - _LIFT)
    yield from write(_nought(), scale.zero, middle + _LIFT, role="soft", anchor="middle")


def _dots(dumbbell: _Dumbbell, places: Sequence[float], middle: float) -> Iterator[Shape]:
    for end, x, tone in zip(dumbbell.ends, places, _TONES, strict=True):
        yield from dot(end.datum, x, middle, radius=_RADIUS, tone=tone)


def _nought() -> TextBlock:
    """What stands where the scale of values begins."""
    return block("0", _NOUGHT_ROOM)


def _words(dumbbell: _Dumbbell, places: Sequence[float], bottom: float) -> Iterator[Shape]:
    """The time and below it the number of each end."""
    for end, x in _apart(dumbbell, places):
        yield from _end_words(end, x, bottom - end.number.height)


def _end_words(end: _End, x: float, top: float) -> Iterator[Shape]:
    """The number of an end from ``top`` on, and over it the time."""
    figure, when_top = end.datum.id, top - end.when.height
    yield from write(end.when, x, when_top, role="soft", anchor="middle", figure=figure)
    yield from write(end.number, x, top, anchor="middle", figure=figure)


def _bar(
    dumbbell: _Dumbbell, places: Sequence[float], zero: float, middle: float
) -> Iterator[Shape]:
    """The line of values from zero on, zero itself, and what joins both ends."""
    yield horizontal(middle, _bar_begin(dumbbell, places, zero), dumbbell.right, RULE)
    yield vertical(zero, middle - 7, middle + 7, ZERO)
    yield _joint(dumbbell, places, middle)


def _bar_begin(dumbbell: _Dumbbell, places: Sequence[float], zero: float) -> float:
    """Where the line of values begins: at zero, where nothing is below it."""
    return zero if min(places) >= zero else dumbbell.left


def _joint(dumbbell: _Dumbbell, places: Sequence[float], middle: float) -> Shape:
    """What joins both ends."""
    first, last = (end.datum for end in dumbbell.ends)
    return horizontal(middle, min(places), max(places), joint(first, last, 3.0))


def _apart(dumbbell: _Dumbbell, places: Sequence[float]) -> Iterator[tuple[_End, float]]:
    """Both ends' words centred on their dots, or as near to them as room and bounds allow, in the
    order of the dots.
    """
    placed = zip(dumbbell.ends, places, strict=True)
    (first, near), (second, far) = sorted(placed, key=lambda end: end[1])
    half = (first.width + second.width) / 2
    short = max(0.0, half + _APART - (far - near))
    left = max(near - short / 2, dumbbell.left + first.width / 2)
    right = min(max(far + short / 2, left + half + _APART), dumbbell.right - second.width / 2)
    yield first, min(left, right - half - _APART)
    yield second, right


# anything denser


def _down_the_page(spec: ChartSpec) -> Scene:
    left = _names_column(spec)
    scale = _bar_scale(spec, bar_room(spec.width - left))
    shapes: list[Shape] = []
    top = 0.0
    for down in _rows_down(spec, left):
        shapes += down.shapes(scale)
        top = down.bottom
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _rows_down(spec: ChartSpec, left: float) -> Iterator[_RowDown]:
    """The rows below each other."""
    top = 0.0
    for row, data in rows(spec):
        timeline = place_timeline(data, spec.width - left)
        down = _RowDown(block(row, name_limit(spec, left)), timeline, left, top)
        yield down
        top = down.bottom + _ROW_GAP


class _RowDown(Struct, frozen=True):
    """A row down the page from ``top`` on: its name, in the column ``left`` px wide or, where that
    is 0, above its timeline.
    """

    name: TextBlock
    timeline: Timeline
    left: float
    top: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(self._body + self.timeline.height, self.top + self.name.height)

    @property
    def _body(self) -> float:
        """Where its timeline begins."""
        return self.top if self.left else self.top + self.name.height + 4

    def shapes(self, scale: Scale) -> Iterator[Shape]:
        """The name and the timeline."""
        yield from write(self.name, 0.0, self.top)
        yield from lay_timeline(self.timeline, self.left, self._body, scale)


def _bar_scale(spec: ChartSpec, room: float) -> Scale:
    low, high = domain(spec.data)
    spare = max(tail(datum) for datum in spec.data) + 2.0
    per_unit = pixels_per_unit(room - 2 * spare, low, high)
    return Scale((spare if low < 0 else 0.0) - low * per_unit, per_unit)
