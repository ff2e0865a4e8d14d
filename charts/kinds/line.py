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
from charts.layout.label_spacing import spread
from charts.layout.marks import away, dot_tail
from charts.layout.scene import LEADER, ZERO, Path, Scene, Shape, horizontal, write
from charts.layout.series import RADIUS
from charts.layout.slope import domain
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
    shapes: list[Shape] = [horizontal(frame.zero, 0.0, frame.right + _LEFT, ZERO)]
    shapes += [
        shape
        for line in lines
        for shape in series.line(line.data, frame.at, tone=line.tone, dash=line.dash)
    ]
    shapes += [*_end_words(lines, frame), *_first_numbers(lines, frame)]
    times = tuple(_times(spec, frame))
    for middle, words in times:
        shapes += write(words, middle, frame.foot + _APART, role="soft", anchor="middle")
    return Scene(spec.width, frame.foot + _APART + LINE + 4.0, tuple(shapes))


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

    def at(self, datum: Datum) -> tuple[float, float]:
        """Where a figure lies."""
        return _LEFT + ((datum.time or 0.0) - self.begin) * self.per_year, self.zero - (
            datum.value or 0.0
        ) * self.per_unit


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
    right = (
        spec.width
        - max(max(line.number.width, line.name.width if line.name else 0.0) for line in lines)
        - _ASIDE
        - 1
    )
    stacked = sum(line.words_height + _APART for line in lines)
    limit = right * _SIDE_SHARE
    top = (
        max(
            block(datum.number, limit, strong=True).height + dot_tail(datum)
            for line in lines
            for datum in _wanted(line, lines)
        )
        + _OVER
        + RADIUS
    )
    high = max(_HIGH_ON_WIDE if spec.width >= _WIDE else _HIGH, stacked)
    low, most = domain(spec.data)
    per_unit = high / (most - low) if most > low else 0.0
    times = [datum.time or 0.0 for datum in spec.data]
    begin, end = min(times), max(times)
    per_year = (right - _LEFT) / (end - begin) if end > begin else 0.0
    return _Frame(
        top + high,
        right,
        limit,
        top + (most * per_unit if per_unit else high),
        per_unit,
        begin,
        per_year,
    )


def _end_words(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """Names and last numbers to the right of the lines' ends, pushed apart where they would touch,
    each joined to the end it left.
    """
    x = frame.right + _ASIDE
    ends = sorted(lines, key=lambda line: frame.at(line.last)[1])
    wanted = [frame.at(line.last)[1] - line.words_height / 2 for line in ends]
    tops = spread(wanted, [line.words_height for line in ends], frame.foot, _APART)
    for line, top in zip(ends, tops, strict=True):
        across, down = frame.at(line.last)
        middle = top + line.words_height / 2
        if abs(middle - down) > _APART or frame.right - across > 1:
            yield Path(((across + RADIUS + 1, down), (x - 3.0, middle)), LEADER)
        if line.name:
            yield from write(line.name, x, top)
        yield from write(
            line.number, x, top + line.words_height - line.number.height, figure=line.last.id
        )


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


def _first_numbers(lines: Sequence[_Line], frame: _Frame) -> Iterator[Shape]:
    """Each row's first number and the highest of a row alone, beside their points; none where
    nothing near its point is free.
    """
    taken: list[_Place] = []
    for line, datum in _numbered(lines, frame):
        words = block(datum.number, frame.limit, strong=True)
        places = (
            _beside(line, datum, words, frame)
            if datum is line.data[0]
            else _centred(line, datum, words, frame)
        )
        free = (
            place
            for place in places
            if _is_clear(place, taken, frame) and not _is_mistaken(place, line, datum, lines, frame)
        )
        place = next(free, None)
        if place is not None:
            taken.append(place)
            yield from write(words, place.left, place.top, figure=datum.id)


def _numbered(lines: Sequence[_Line], frame: _Frame) -> Iterator[tuple[_Line, Datum]]:
    """The figures whose numbers are wanted over the lines."""
    for line in sorted(lines, key=lambda line: frame.at(line.data[0])[1]):
        yield from ((line, datum) for datum in _wanted(line, lines) if datum is not line.last)


def _wanted(line: _Line, lines: Sequence[_Line]) -> list[Datum]:
    """A row's first figure, and the highest of a row alone."""
    highest = max(line.data, key=lambda datum: datum.value or 0.0)
    return list(
        dict.fromkeys(
            [line.data[0], *([highest] if len(lines) == 1 and (highest.value or 0.0) > 0 else [])]
        )
    )


def _centred(line: _Line, datum: Datum, words: TextBlock, frame: _Frame) -> Iterator[_Place]:
    """Over a peak."""
    yield from _over(line, datum, words, max(frame.at(datum)[0] - words.width / 2, 0.0), frame)


def _beside(line: _Line, datum: Datum, words: TextBlock, frame: _Frame) -> Iterator[_Place]:
    """Over the beginning of a line, to the right of it, or under it: wherever the line itself
    leaves room near its first point.
    """
    x, y = frame.at(datum)
    left = max(x - RADIUS, 0.0)
    yield from _over(line, datum, words, left, frame)
    for aside, top in product(_ASIDES, (y - words.height / 2, y - words.height, y)):
        place = _Place(x + RADIUS + aside, top, words)
        near = _reach(line, frame, place.left - _NEAR, place.right + 3 * RADIUS)
        if not any(low - RADIUS < place.bottom and place.top < high + RADIUS for low, high in near):
            yield place
    low = max(high for _, high in _reach(line, frame, left - RADIUS, left + words.width + RADIUS))
    if low - y <= _FARTHEST:
        yield _Place(
            left, low + RADIUS + _NEAR + (dot_tail(datum) if away(datum) > 0 else 0.0), words
        )


def _over(
    line: _Line, datum: Datum, words: TextBlock, left: float, frame: _Frame
) -> Iterator[_Place]:
    high = min(low for low, _ in _reach(line, frame, left - RADIUS, left + words.width + RADIUS))
    if frame.at(datum)[1] - high <= _FARTHEST:
        tail = dot_tail(datum) if away(datum) < 0 else 0.0
        yield _Place(
            left, min(high, frame.at(datum)[1] - tail) - RADIUS - _NEAR - words.height, words
        )


def _reach(line: _Line, frame: _Frame, left: float, right: float) -> Iterator[tuple[float, float]]:
    """How high and how low each stretch of a line comes between two places."""
    for (x, y), (other, below) in pairwise([frame.at(line.data[0]), *map(frame.at, line.data)]):
        if x <= right and other >= left:
            slope = (below - y) / (other - x) if other > x else 0.0
            ends = [y + slope * (place - x) for place in (max(x, left), min(other, right))]
            yield min(ends), max(ends)


def _is_clear(place: _Place, taken: Sequence[_Place], frame: _Frame) -> bool:
    """Whether the number stays in the plot, does not lie across the line of zero, and touches no
    other number.
    """
    inside = place.right <= frame.right and place.top >= 0.0 and place.bottom <= frame.foot + _NEAR
    across = place.top < frame.zero < place.bottom - _NEAR
    return inside and not across and not any(map(place.touches, taken))


def _is_mistaken(
    place: _Place, line: _Line, datum: Datum, lines: Sequence[_Line], frame: _Frame
) -> bool:
    """Whether another line comes as near the number as its own point, or between the two, so that
    the number might be taken for that line's.
    """
    x, y = frame.at(datum)
    apart = max(_STRANGE, place.distance(x, y))
    left, right = min(place.left - apart, x - RADIUS), max(place.right + apart, x + RADIUS)
    top, bottom = min(place.top - apart, y - RADIUS), max(place.bottom + apart, y + RADIUS)
    others = (other for other in lines if other is not line)
    return any(
        low < bottom and top < high
        for other in others
        for low, high in _reach(other, frame, left, right)
    )


def _times(spec: ChartSpec, frame: _Frame) -> Iterator[tuple[float, TextBlock]]:
    """The words of moments below the axis, with their middles: the first and the last, and between
    them as many as have room, evenly.
    """
    labels = {datum.time or 0.0: datum for datum in spec.data}
    placed = [
        (frame.at(datum)[0], block(datum.time_label, spec.width))
        for _, datum in sorted(labels.items())
    ]
    kept = [placed[0], placed[-1]] if len(placed) > 1 else placed
    for every in range(1, len(placed)):
        tried = [*placed[:-1:every], placed[-1]]
        if all(
            other - x >= (one.width + two.width) / 2 + _BETWEEN_TIMES
            for (x, one), (other, two) in pairwise(_inside(tried, spec.width))
        ):
            kept = tried
            break
    yield from _inside(kept, spec.width)


def _inside(
    placed: Sequence[tuple[float, TextBlock]], width: float
) -> list[tuple[float, TextBlock]]:
    return [(min(max(x, words.width / 2), width - words.width / 2), words) for x, words in placed]
