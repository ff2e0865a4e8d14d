"""One or more rows as lines over a time axis to scale: no line runs across a gap, a break or into
what is only intended.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Final

from msgspec import Struct

from charts.layout import series
from charts.layout.axis import Times, Values, times_across, values_upwards
from charts.layout.label_spacing import spread
from charts.layout.marks import dot_tail, upright_tail
from charts.layout.scene import LEADER, ZERO, Path, Point, Scene, Shape, horizontal, write
from charts.layout.series import RADIUS
from charts.layout.text_layout import LINE, TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.validation import only_points, rows, some_line, times_in_order

_MOST_ROWS: Final = 5

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
    yield from _too_many(len(listed))
    yield from some_line(listed)


def _too_many(count: int) -> Iterator[str]:
    if count > _MOST_ROWS:
        yield f"{count} lines cannot be told apart; at most {_MOST_ROWS}"


def lay_out(spec: ChartSpec) -> Scene:
    """Lines over zero; each row's name and last number are at its end, its first number beside its
    beginning where there is room.
    """
    lines = tuple(_lines(spec))
    frame = _frame(spec, lines)
    shapes = (*_plot(lines, frame), *_words(spec, lines, frame))
    return Scene(spec.width, frame.foot + _APART + LINE + 4.0, shapes)


def _plot(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """The lines, and zero below them."""
    yield horizontal(frame.values.zero, 0.0, frame.right + _LEFT, ZERO)
    yield from _strokes(lines, frame)


def _words(spec: ChartSpec, lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    yield from _end_words(lines, frame)
    yield from _first_numbers(lines, frame)
    yield from _time_words(spec, frame)


class _Line(Struct, frozen=True):
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


class _Frame(Struct, frozen=True):
    """Where the plot lies, ``foot`` at the lowest value and ``right`` at the last moment, how times
    and values become places, and how wide a number over a line may be.
    """

    foot: float
    right: float
    limit: float
    values: Values
    times: Times

    def at(self, datum: Datum) -> Point:
        """Where a figure lies."""
        return self.times.at(datum.time_or_zero), self.values.at(datum.value_or_zero)


def _lines(spec: ChartSpec) -> Iterator[_Line]:
    """The rows; one alone needs no name but the chart's title."""
    listed, limit = tuple(rows(spec)), spec.width * _SIDE_SHARE
    for (row, data), (tone, dash) in zip(listed, _STYLES, strict=False):
        name = block(row, limit) if len(listed) > 1 else None
        yield _Line(data, tone, dash, name, block(data[-1].number, limit, strong=True))


def _frame(spec: ChartSpec, lines: Sequence[_Line]) -> _Frame:
    right = _right_end(spec, lines)
    limit = right * _SIDE_SHARE
    top, high = _room_above(lines, limit), _plot_height(spec, lines)
    values = values_upwards(spec.data, top, high)
    return _Frame(top + high, right, limit, values, times_across(spec.data, _LEFT, right - _LEFT))


def _right_end(spec: ChartSpec, lines: Sequence[_Line]) -> float:
    """Where the last moment lies, which leaves the words at the lines' ends their room."""
    return spec.width - max(line.words_width for line in lines) - _ASIDE - 1


def _room_above(lines: Sequence[_Line], limit: float) -> float:
    """Room for the numbers over the lines, were they all over the highest point."""
    wanted = (datum for line in lines for datum in _wanted(line, lines))
    return max(_height_over(datum, limit) for datum in wanted) + _OVER + RADIUS


def _height_over(datum: Datum, limit: float) -> float:
    """Height of a number and of what its qualifier adds to the dot."""
    return block(datum.number, limit, strong=True).height + dot_tail(datum)


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
    for line, top in _ends_apart(lines, frame):
        yield from _end_leader(line, top + line.words_height / 2, frame)
        yield from _words_at_end(line, frame.right + _ASIDE, top)


def _words_at_end(line: _Line, x: float, top: float) -> Iterator[Shape]:
    """The name of a line, and below it its last number."""
    if line.name:
        yield from write(line.name, x, top)
    number_top = top + line.words_height - line.number.height
    yield from write(line.number, x, number_top, figure=line.last.id)


def _ends_apart(lines: Sequence[_Line], frame: _Frame) -> Iterator[tuple[_Line, float]]:
    """The lines from the highest end to the lowest, each with the top of the words at its end."""
    ends = sorted(lines, key=lambda line: frame.at(line.last)[1])
    wanted = [frame.at(line.last)[1] - line.words_height / 2 for line in ends]
    heights = [line.words_height for line in ends]
    yield from zip(ends, spread(wanted, heights, frame.foot, _APART), strict=True)


def _end_leader(line: _Line, middle: float, frame: _Frame) -> Iterator[Path]:
    """From the end of a line to the ``middle`` of its words, where these are not beside it."""
    end = frame.at(line.last)
    if _is_far_from_words(end, middle, frame):
        words = frame.right + _ASIDE - 3.0
        yield Path(((end[0] + RADIUS + 1, end[1]), (words, middle)), LEADER)


def _is_far_from_words(end: Point, middle: float, frame: _Frame) -> bool:
    across, down = end
    return abs(middle - down) > _APART or frame.right - across > 1


class _Place(Struct, frozen=True):
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
        aside = max(self.left - x, 0.0, x - self.right)
        return math.hypot(aside, max(self.top - y, 0.0, y - self.bottom))

    def touches(self, other: _Place) -> bool:
        """Whether two numbers are closer than they may."""
        return self._is_beside(other) and self._is_level_with(other)

    def _is_beside(self, other: _Place) -> bool:
        return self.left < other.right + _OVER and other.left < self.right + _OVER

    def _is_level_with(self, other: _Place) -> bool:
        return self.top < other.bottom + _NEAR and other.top < self.bottom + _NEAR


class _Wanted(Struct, frozen=True):
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
        place = next(_free_places(wanted, taken, lines, frame), None)
        if place is not None:
            taken.append(place)
            yield from write(place.words, place.left, place.top, figure=wanted.datum.id)


def _free_places(
    wanted: _Wanted, taken: Sequence[_Place], lines: Sequence[_Line], frame: _Frame
) -> Iterator[_Place]:
    """The places in which a number is clear of all others and taken for no other line's."""
    for place in _places(wanted, frame):
        if _is_clear(place, taken, frame) and not _is_mistaken(place, wanted, lines, frame):
            yield place


def _numbered(lines: Sequence[_Line], frame: _Frame) -> Iterator[_Wanted]:
    """The figures whose numbers are wanted over the lines."""
    for line in sorted(lines, key=lambda line: frame.at(line.data[0])[1]):
        for datum in _wanted(line, lines):
            if datum is not line.last:
                yield _Wanted(line, datum, block(datum.number, frame.limit, strong=True))


def _wanted(line: _Line, lines: Sequence[_Line]) -> list[Datum]:
    """A row's first figure, and the highest of a row alone."""
    first = line.data[0]
    if len(lines) > 1:
        return [first]
    highest = max(line.data, key=lambda datum: datum.value_or_zero)
    return [first, highest] if highest.value_or_zero > 0 and highest != first else [first]


def _places(wanted: _Wanted, frame: _Frame) -> Iterator[_Place]:
    """Where a number may be, the best place first: for a beginning wherever the line itself leaves
    room near its first point, for a peak over it.
    """
    x = frame.at(wanted.datum)[0]
    if wanted.datum is wanted.line.data[0]:
        yield from _around_beginning(wanted, max(x - RADIUS, 0.0), frame)
    else:
        yield from _over(wanted, max(x - wanted.words.width / 2, 0.0), frame)


def _around_beginning(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[_Place]:
    yield from _over(wanted, left, frame)
    yield from _beside(wanted, frame)
    yield from _under(wanted, left, frame)


def _over(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[_Place]:
    """Over the line, where that is near enough to the point."""
    y = frame.at(wanted.datum)[1]
    high = min(high for high, _ in _reach_along(wanted, left, frame))
    if y - high <= _FARTHEST:
        yield _place_over(wanted, left, min(high, y - upright_tail(wanted.datum, -1)))


def _place_over(wanted: _Wanted, left: float, above: float) -> _Place:
    """A number so high that the dot and a gap have room below it."""
    return _Place(left, above - RADIUS - _NEAR - wanted.words.height, wanted.words)


def _beside(wanted: _Wanted, frame: _Frame) -> Iterator[_Place]:
    """To the right of the point, where the line does not run through the number."""
    for place in _tried_beside(wanted, frame.at(wanted.datum)):
        if not _is_crossed(place, wanted.line, frame):
            yield place


def _tried_beside(wanted: _Wanted, point: Point) -> Iterator[_Place]:
    """Level with the point, above and below it, the nearest first."""
    (x, y), height = point, wanted.words.height
    for aside, top in product(_ASIDES, (y - height / 2, y - height, y)):
        yield _Place(x + RADIUS + aside, top, wanted.words)


def _under(wanted: _Wanted, left: float, frame: _Frame) -> Iterator[_Place]:
    """Under the line, where that is near enough to the point."""
    low = max(low for _, low in _reach_along(wanted, left, frame))
    if low - frame.at(wanted.datum)[1] <= _FARTHEST:
        yield _place_under(wanted, left, low)


def _place_under(wanted: _Wanted, left: float, below: float) -> _Place:
    """A number so low that the dot, its qualifier and a gap have room above it."""
    top = below + RADIUS + _NEAR + upright_tail(wanted.datum, 1)
    return _Place(left, top, wanted.words)


def _is_crossed(place: _Place, line: _Line, frame: _Frame) -> bool:
    near = _reach(line, frame, place.left - _NEAR, place.right + 3 * RADIUS)
    return any(_overlaps(reach, place.top, place.bottom) for reach in near)


def _overlaps(reach: tuple[float, float], top: float, bottom: float) -> bool:
    """Whether a line between two heights, as thick as a dot, comes between ``top`` and
    ``bottom``.
    """
    high, low = reach
    return high - RADIUS < bottom and top < low + RADIUS


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
    ends = (max(begin[0], left), min(end[0], right))
    heights = [_height_at(place, begin, end) for place in ends]
    return min(heights), max(heights)


def _height_at(place: float, begin: Point, end: Point) -> float:
    """Where a straight line lies at a ``place`` along x."""
    x, y = begin
    return y + _steepness(begin, end) * (place - x)


def _steepness(begin: Point, end: Point) -> float:
    """How far a straight line falls for each px to the right."""
    (x, y), (other, below) = begin, end
    return (below - y) / (other - x) if other > x else 0.0


def _is_clear(place: _Place, taken: Sequence[_Place], frame: _Frame) -> bool:
    """Whether the number stays in the plot, does not lie across the line of zero, and touches no
    other number.
    """
    is_apart = not any(map(place.touches, taken))
    return is_apart and _is_inside(place, frame) and not _is_on_zero(place, frame)


def _is_on_zero(place: _Place, frame: _Frame) -> bool:
    return place.top < frame.values.zero < place.bottom - _NEAR


def _is_inside(place: _Place, frame: _Frame) -> bool:
    return place.right <= frame.right and place.top >= 0.0 and place.bottom <= frame.foot + _NEAR


def _is_mistaken(place: _Place, wanted: _Wanted, lines: Sequence[_Line], frame: _Frame) -> bool:
    """Whether another line comes as near the number as its own point, or between the two, so that
    the number might be taken for that line's.
    """
    near = _surroundings(place, frame.at(wanted.datum))
    others = (line for line in lines if line is not wanted.line)
    return any(_enters(other, near, frame) for other in others)


def _enters(line: _Line, box: _Box, frame: _Frame) -> bool:
    """Whether a line runs through a part of the plot."""
    reaches = _reach(line, frame, box.left, box.right)
    return any(map(box.is_level_with, reaches))


class _Box(Struct, frozen=True):
    """A part of the plot, in CSS px."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> _Box:
        """It and as much around it."""
        return _Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def is_level_with(self, reach: tuple[float, float]) -> bool:
        """Whether what reaches from one height to another comes between top and bottom."""
        high, low = reach
        return high < self.bottom and self.top < low


def _surroundings(place: _Place, point: Point) -> _Box:
    """Number and point, with as much around the number as lies between the two."""
    apart = max(_STRANGE, place.distance(*point))
    number = _Box(place.left, place.top, place.right, place.bottom)
    return _around(number.grown(apart), _Box(*point, *point).grown(RADIUS))


def _around(one: _Box, other: _Box) -> _Box:
    """The smallest box that holds both."""
    return _Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _time_words(spec: ChartSpec, frame: _Frame) -> Iterator[Shape]:
    """The words of moments below the axis: the first and the last, and between them as many as have
    room, evenly.
    """
    for middle, words in _thinned(_all_times(spec, frame), spec.width):
        yield from write(words, middle, frame.foot + _APART, role="soft", anchor="middle")


def _all_times(spec: ChartSpec, frame: _Frame) -> list[_TimeWords]:
    """The words of every moment, each once, at its place."""
    labels = {datum.time_or_zero: datum.time_label for datum in spec.data}
    blocks = {time: block(label, spec.width) for time, label in labels.items()}
    return [(frame.times.at(time), blocks[time]) for time in sorted(blocks)]


#: The middle of a moment's words, and the words.
_TimeWords = tuple[float, TextBlock]


def _thinned(placed: Sequence[_TimeWords], width: float) -> list[_TimeWords]:
    """All words, or every second, every third and so on, the last one always: the most that do not
    touch.
    """
    fewest = [placed[0], placed[-1]]
    tried = (_every(placed, step) for step in range(1, len(placed) + 1))
    inside = (_inside(chosen, width) for chosen in tried)
    return next(filter(_are_apart, inside), _inside(fewest, width))


def _every(placed: Sequence[_TimeWords], step: int) -> list[_TimeWords]:
    """Those so many steps apart, and the last one."""
    return [*placed[:-1:step], placed[-1]]


def _are_apart(placed: Sequence[_TimeWords]) -> bool:
    return all(_is_room_between(one, other) for one, other in pairwise(placed))


def _is_room_between(one: _TimeWords, other: _TimeWords) -> bool:
    (x, words), (other_x, other_words) = one, other
    return other_x - x >= (words.width + other_words.width) / 2 + _BETWEEN_TIMES


def _inside(placed: Sequence[_TimeWords], width: float) -> list[_TimeWords]:
    return [(_moved_inside(middle, words, width), words) for middle, words in placed]


def _moved_inside(middle: float, words: TextBlock, width: float) -> float:
    """The middle of words that stay within the chart."""
    return min(max(middle, words.width / 2), width - words.width / 2)
