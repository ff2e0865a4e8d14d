"""One or more rows as lines over a time axis to scale: no line runs across a gap, a break or into
what is only intended.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from charts.layout import series
from charts.layout.axis import depth_of_zero, domain, pixels_per_unit, time_domain
from charts.layout.label_spacing import spread
from charts.layout.marks import dot_tail, upright_tail
from charts.layout.scene import LEADER, ZERO, Path, Point, Scene, Shape, horizontal, write
from charts.layout.series import RADIUS
from charts.layout.text_layout import LINE, TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.validation import only_points, rows, times_in_order

#: The most figures of one chart.
MOST_FIGURES: Final = 400
_MOST_ROWS: Final = 5
_PAIR: Final = 2
_HIGH: Final = 180.0
_HIGH_ON_WIDE: Final = 250.0
_WIDE: Final = 500
_SIDE_SHARE: Final = 0.38
_LEFT: Final = 8.0
_ASIDE: Final = 12.0
_APART: Final = 6.0
_OVER: Final = 8.0
_BETWEEN_TIMES: Final = 14.0
#: Between a point and its number; the farthest that the line may push a number from its point; how
#: near another line may come at most.
_NEAR: Final = 4.0
_FARTHEST: Final = 24.0
_STRANGE: Final = 12.0
_ASIDES: Final = (6.0, 12.0, 18.0, 24.0)
#: Colour and dashes tell the rows apart, dashes alone in greyscale.
_STYLES: Final[tuple[tuple[Token, tuple[float, float] | None], ...]] = (
    ("accent", None), ("ink", None), ("accent-2", (8.0, 3.0)), ("accent-3", (2.0, 3.0)),
    ("soft", (12.0, 4.0)),
)  # fmt: skip


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Figures at moments, in order; two of some row at least, and few enough rows to name at the
    lines' ends.
    """
    yield from only_points(spec)
    yield from times_in_order(spec)
    listed = [data for _, data in rows(spec)]
    if len(listed) > _MOST_ROWS:
        yield f"{len(listed)} lines cannot be told apart; at most {_MOST_ROWS}"
    if all(len(data) < _PAIR for data in listed):
        yield "one figure makes no line; two moments are needed"


def lay_out(spec: ChartSpec) -> Scene:
    """Lines over zero; each row's name and last number are at its end, its first number beside its
    beginning where there is room.
    """
    lines = tuple(_lines(spec))
    frame = _frame(spec, lines)
    shapes = (
        horizontal(frame.zero, 0.0, frame.right + _LEFT, ZERO),
        *_strokes(lines, frame),
        *_end_words(lines, frame),
        *_first_numbers(lines, frame),
        *_time_words(spec, frame),
    )
    return Scene(spec.width, frame.foot + _APART + LINE + 4.0, shapes)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its figures, its style, and the words at its end."""

    data: tuple[Datum, ...]
    tone: Token
    dash: tuple[float, float] | None
    name: TextBlock | None
    number: TextBlock

    @property
    def last(self) -> Datum:
        """Its latest figure."""
        return self.data[-1]

    @property
    def words_height(self) -> float:
        """Height of the words at its end."""
        return (self.name.height if self.name else 0.0) + self.number.height

    @property
    def words_width(self) -> float:
        """Width of the words at its end."""
        return max(self.number.width, self.name.width if self.name else 0.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot lies, ``foot`` at the lowest value and ``right`` at the last moment, how times
    and values become places, and how wide a number over a line may be.
    """

    foot: float
    right: float
    limit: float
    zero: float
    per_unit: float
    begin: float
    per_year: float

    def at(self, datum: Datum) -> Point:
        """Where a figure lies."""
        x = _LEFT + (datum.time_or_zero - self.begin) * self.per_year
        return x, self.zero - datum.value_or_zero * self.per_unit


def _lines(spec: ChartSpec) -> Iterator[_Line]:
    """The rows; one alone needs no name but the chart's title."""
    listed, limit = tuple(rows(spec)), spec.width * _SIDE_SHARE
    for (row, data), (tone, dash) in zip(listed, _STYLES, strict=False):
        yield _Line(
            data,
            tone,
            dash,
            block(row, limit) if len(listed) > 1 else None,
            block(data[-1].number, limit, strong=True),
        )


def _frame(spec: ChartSpec, lines: Sequence[_Line]) -> _Frame:
    right = spec.width - max(line.words_width for line in lines) - _ASIDE - 1
    limit = right * _SIDE_SHARE
    top, high = _room_above(lines, limit), _plot_height(spec, lines)
    low, most = domain(spec.data)
    begin, end = time_domain(spec.data)
    return _Frame(
        foot=top + high,
        right=right,
        limit=limit,
        zero=top + depth_of_zero(high, low, most),
        per_unit=pixels_per_unit(high, low, most),
        begin=begin,
        per_year=pixels_per_unit(right - _LEFT, begin, end),
    )


def _room_above(lines: Sequence[_Line], limit: float) -> float:
    """Room for the numbers over the lines, were they all over the highest point."""
    highest = max(
        block(datum.number, limit, strong=True).height + dot_tail(datum)
        for line in lines
        for datum in _wanted(line, lines)
    )
    return highest + _OVER + RADIUS


def _plot_height(spec: ChartSpec, lines: Sequence[_Line]) -> float:
    """From the highest to the lowest value: no less than the words at the lines' ends take."""
    stacked = sum(line.words_height + _APART for line in lines)
    return max(_HIGH_ON_WIDE if spec.width >= _WIDE else _HIGH, stacked)


def _strokes(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """The lines themselves, with their dots."""
    for line in lines:
        yield from series.line(line.data, frame.at, tone=line.tone, dash=line.dash)


def _end_words(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """Names and last numbers to the right of the lines' ends, pushed apart where they would touch,
    each joined to the end it left.
    """
    x = frame.right + _ASIDE
    for line, top in _ends_apart(lines, frame):
        yield from _end_leader(line, top + line.words_height / 2, frame)
        if line.name:
            yield from write(line.name, x, top)
        number_top = top + line.words_height - line.number.height
        yield from write(line.number, x, number_top, figure=line.last.id)


def _ends_apart(lines: Sequence[_Line], frame: _Frame) -> Iterator[tuple[_Line, float]]:
    """The lines from the highest end to the lowest, each with the top of the words at its end."""
    ends = sorted(lines, key=lambda line: frame.at(line.last)[1])
    heights = [line.words_height for line in ends]
    wanted = [
        frame.at(line.last)[1] - height / 2 for line, height in zip(ends, heights, strict=True)
    ]
    yield from zip(ends, spread(wanted, heights, frame.foot, _APART), strict=True)


def _end_leader(line: _Line, middle: float, frame: _Frame) -> Iterator[Path]:
    """From the end of a line to the ``middle`` of its words, where these are not beside it."""
    across, down = frame.at(line.last)
    if abs(middle - down) > _APART or frame.right - across > 1:
        words = frame.right + _ASIDE - 3.0
        yield Path(((across + RADIUS + 1, down), (words, middle)), LEADER)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number may be: its box, in CSS px."""

    left: float
    top: float
    words: TextBlock

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.words.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.words.height

    def distance(self, x: float, y: float) -> float:
        """How far a point lies from the box."""
        return math.hypot(
            max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom)
        )

    def touches(self, other: _Place) -> bool:
        """Whether two numbers are closer than they may."""
        across = self.left < other.right + _OVER and other.left < self.right + _OVER
        return across and self.top < other.bottom + _NEAR and other.top < self.bottom + _NEAR


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A figure whose number is wanted near its point, not at its line's end."""

    line: _Line
    datum: Datum
    words: TextBlock


def _first_numbers(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """Each row's first number and the highest of a row alone, beside their points; none where
    nothing near its point is free.
    """
    taken: list[_Place] = []
    for wanted in _numbered(lines, frame):
        free = (
            place
            for place in _places(wanted, frame)
            if _is_clear(place, taken, frame) and not _is_mistaken(place, wanted, lines, frame)
        )
        place = next(free, None)
        if place is not None:
            taken.append(place)
            yield from write(place.words, place.left, place.top, figure=wanted.datum.id)


def _numbered(lines: Sequence[_Line], frame: _Frame) -> Iterator[_Wanted]:
    """The figures whose numbers are wanted over the lines."""
    for line in sorted(lines, key=lambda line: frame.at(line.data[0])[1]):
        for datum in _wanted(line, lines):
            if datum is not line.last:
                yield _Wanted(line, datum, block(datum.number, frame.limit, strong=True))


def _wanted(line: _Line, lines: Sequence[_Line]) -> list[Datum]:
    """A row's first figure, and the highest of a row alone."""
    wanted = [line.data[0]]
    highest = max(line.data, key=lambda datum: datum.value_or_zero)
    if len(lines) == 1 and highest.value_or_zero > 0 and highest != line.data[0]:
        wanted.append(highest)
    return wanted


def _places(wanted: _Wanted, frame: _Frame) -> Iterator[_Place]:
    """Where a number may be, the best place first: for a beginning wherever the line itself leaves
    room near its first point, for a peak over it.
    """
    x = frame.at(wanted.datum)[0]
    if wanted.datum is not wanted.line.data[0]:
        yield from _over(wanted, max(x - wanted.words.width / 2, 0.0), frame)
        return
    left = max(x - RADIUS, 0.0)
    yield from _over(wanted, left, frame)
    yield from _beside(wanted, frame)
    yield from _under(wanted, left, frame)


def _over(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[_Place]:
    """Over the line, where that is near enough to the point."""
    y = frame.at(wanted.datum)[1]
    high = min(high for high, _ in _reach_along(wanted, left, frame))
    if y - high <= _FARTHEST:
        above = min(high, y - upright_tail(wanted.datum, -1))
        yield _Place(left, above - RADIUS - _NEAR - wanted.words.height, wanted.words)


def _beside(wanted: _Wanted, frame: _Frame) -> Iterator[_Place]:
    """To the right of the point, where the line does not run through the number."""
    x, y = frame.at(wanted.datum)
    height = wanted.words.height
    for aside, top in product(_ASIDES, (y - height / 2, y - height, y)):
        place = _Place(x + RADIUS + aside, top, wanted.words)
        if not _is_crossed(place, wanted.line, frame):
            yield place


def _under(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[_Place]:
    """Under the line, where that is near enough to the point."""
    low = max(low for _, low in _reach_along(wanted, left, frame))
    if low - frame.at(wanted.datum)[1] <= _FARTHEST:
        top = low + RADIUS + _NEAR + upright_tail(wanted.datum, 1)
        yield _Place(left, top, wanted.words)


def _is_crossed(place: _Place, line: _Line, frame: _Frame) -> bool:
    near = _reach(line, frame, place.left - _NEAR, place.right + 3 * RADIUS)
    return any(high - RADIUS < place.bottom and place.top < low + RADIUS for high, low in near)


def _reach_along(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[tuple[float, float]]:
    """The reach of a figure's own line along its number."""
    return _reach(wanted.line, frame, left - RADIUS, left + wanted.words.width + RADIUS)


def _reach(line: _Line, frame: _Frame, left: float, right: float) -> Iterator[tuple[float, float]]:
    """How high and how low each stretch of a line comes between two places."""
    points = [frame.at(datum) for datum in line.data]
    for begin, end in pairwise([points[0], *points]):
        if begin[0] <= right and end[0] >= left:
            yield _reach_of_stretch(begin, end, left, right)


def _reach_of_stretch(begin: Point, end: Point, left: float, right: float) -> tuple[float, float]:
    (x, y), (other, below) = begin, end
    slope = (below - y) / (other - x) if other > x else 0.0
    ends = [y + slope * (place - x) for place in (max(x, left), min(other, right))]
    return min(ends), max(ends)


def _is_clear(place: _Place, taken: Sequence[_Place], frame: _Frame) -> bool:
    """Whether the number stays in the plot, does not lie across the line of zero, and touches no
    other number.
    """
    inside = place.right <= frame.right and place.top >= 0.0 and place.bottom <= frame.foot + _NEAR
    across = place.top < frame.zero < place.bottom - _NEAR
    return inside and not across and not any(map(place.touches, taken))


def _is_mistaken(place: _Place, wanted: _Wanted, lines: Sequence[_Line], frame: _Frame) -> bool:
    """Whether another line comes as near the number as its own point, or between the two, so that
    the number might be taken for that line's.
    """
    near = _surroundings(place, frame.at(wanted.datum))
    return any(
        high < near.bottom and near.top < low
        for other in lines
        if other is not wanted.line
        for high, low in _reach(other, frame, near.left, near.right)
    )


@dataclass(frozen=True, slots=True)
class _Box:
    """A part of the plot, in CSS px."""

    left: float
    top: float
    right: float
    bottom: float


def _surroundings(place: _Place, point: Point) -> _Box:
    """Number and point, with as much around the number as lies between the two."""
    x, y = point
    apart = max(_STRANGE, place.distance(x, y))
    return _Box(
        min(place.left - apart, x - RADIUS),
        min(place.top - apart, y - RADIUS),
        max(place.right + apart, x + RADIUS),
        max(place.bottom + apart, y + RADIUS),
    )


def _time_words(spec: ChartSpec, frame: _Frame) -> Iterator[Shape]:
    """The words of moments below the axis: the first and the last, and between them as many as have
    room, evenly.
    """
    labels = {datum.time_or_zero: datum for datum in spec.data}
    placed = [
        (frame.at(datum)[0], block(datum.time_label, spec.width))
        for _, datum in sorted(labels.items())
    ]
    for middle, words in _thinned(placed, spec.width):
        yield from write(words, middle, frame.foot + _APART, role="soft", anchor="middle")


#: The middle of a moment's words, and the words.
_TimeWords = tuple[float, TextBlock]


def _thinned(placed: Sequence[_TimeWords], width: float) -> list[_TimeWords]:
    """All words, or every second, every third and so on, the last one always: the most that do not
    touch.
    """
    tried = (
        _inside([*placed[:-1:every], placed[-1]], width) for every in range(1, len(placed) + 1)
    )
    return next(filter(_are_apart, tried), _inside([placed[0], placed[-1]], width))


def _are_apart(placed: Sequence[_TimeWords]) -> bool:
    return all(
        other - x >= (one.width + two.width) / 2 + _BETWEEN_TIMES
        for (x, one), (other, two) in pairwise(placed)
    )


def _inside(placed: Sequence[_TimeWords], width: float) -> list[_TimeWords]:
    return [(min(max(x, words.width / 2), width - words.width / 2), words) for x, words in placed]
