"""What is to be reached by when: hollow circles over a time axis, filled where the figure was observed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from charts.layout.marks import dot, dot_tail, is_hollow
from charts.layout.measure import Block, block, width
from charts.layout.rows import column
from charts.layout.scene import LEADER, RULE, Path, Scene, Shape, Style, TextRole, horizontal, vertical, write
from charts.layout.slope import slope
from charts.layout.timeline import lay_timeline, place_timeline
from charts.spec import ChartSpec, Datum
from charts.validation import no_break, only_points, rows, times_in_order

_RADIUS: Final = 8.0
_EDGE: Final = 30.0
_APART: Final = 10.0
_ROW_GAP: Final = 18.0
_LINE_AT: Final = 14.0
_BLOCK_SHARE: Final = 0.45
_PAIR: Final = 2
#: Levels of captions above the axis and as many below, the nearest first.
_STEPS: Final = (1, 2, 3)


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Every figure has its moment, and at least one of them is something to be reached."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    yield from no_break(spec)
    if spec.data and not any(map(is_hollow, spec.data)):
        yield "no target, plan or standard among the figures; then-and-now shows observations"


def lay_out(spec: ChartSpec) -> Scene:
    """One row rises over its time axis, from zero; several lie on axes of one scale, or down the page where words would collide."""
    listed = tuple(rows(spec))
    if len(listed) == 1 and len(spec.data) >= _PAIR:
        rising = slope(spec, spec.data, _sort(spec, spec.data))
        if rising is not None:
            return rising
    return _axes(spec)


def _sort(spec: ChartSpec, data: Sequence[Datum]) -> str:
    return spec.words.get("target", "") if all(map(is_hollow, data)) else ""


def _axes(spec: ChartSpec) -> Scene:
    left = column(spec, (row for row, _ in rows(spec)))
    across = {row: _across(tuple(_moments(spec, data, left)), left, spec.width) for row, data in rows(spec)}
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        name = block(row, left - 16 + 0.01 if left else _name_room(spec))
        body = top if left else top + name.height + 4
        down = place_timeline(data, spec.width - left, bars=False)
        axis = across[row] if all(across.values()) else None
        high = axis.height if axis else down.height
        name_top = top + max(0.0, (axis.line if axis else high / 2) - name.height / 2) if left else top
        shapes += write(name, 0.0, name_top)
        if not left and (row == spec.data[0].row or not all(map(is_hollow, spec.data))):
            shapes += write(block(_sort(spec, data), spec.width), spec.width, top, role="soft", anchor="end")
        shapes += _lay(axis, left, body, spec.width) if axis else lay_timeline(down, left, body)
        top = max(body + high, name_top + name.height)
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _name_room(spec: ChartSpec) -> float:
    word = spec.words.get("target", "")
    return spec.width - (width(word) + _APART if word else 0.0)


@dataclass(frozen=True, slots=True)
class _Moment:
    datum: Datum
    x: float
    number: Block
    when: Block

    @property
    def width(self) -> float:
        """Width of its words."""
        return max(self.number.width, self.when.width)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of words of a moment: the middle of its box, its top as seen from the axis."""

    moment: _Moment
    block: Block
    x: float
    top: float
    role: TextRole

    @property
    def bottom(self) -> float:
        """Lower edge of the box."""
        return self.top + self.block.height


@dataclass(frozen=True, slots=True)
class _Axis:
    """A row on its axis: the words, and how far above and below the axis they reach."""

    moments: tuple[_Moment, ...]
    words: tuple[_Line, ...]
    leaders: tuple[tuple[float, float], ...]

    @property
    def line(self) -> float:
        """Where the axis lies below the top of the row."""
        return max(_LINE_AT, *(-line.top for line in self.words))

    @property
    def height(self) -> float:
        """Height of the row."""
        return self.line + max(_LINE_AT, *(line.bottom for line in self.words))


def _moments(spec: ChartSpec, data: Sequence[Datum], left: float) -> Iterator[_Moment]:
    times = [datum.time or 0.0 for datum in spec.data]
    first, last = min(times), max(times)
    begin, room = left + _EDGE, spec.width - left - 2 * _EDGE
    for datum in data:
        share = ((datum.time or 0.0) - first) / (last - first) if last > first else 0.5
        limit = (spec.width - left) * _BLOCK_SHARE
        yield _Moment(datum, begin + share * room, block(datum.number, limit, strong=True), block(datum.time_label, limit))


def _across(moments: tuple[_Moment, ...], left: float, right: float) -> _Axis | None:
    """Numbers above and times below the axis; else both together, alternately above and below; None where circles or words would touch."""
    if any(other.x - one.x < 2 * _RADIUS + dot_tail(one.datum) + 4 for one, other in pairwise(moments)):
        return None
    if _fits(moments):
        return _Axis(moments, tuple(_in_line(moments, left, right)), ())
    return _staggered(moments, left, right)


def _fits(moments: Sequence[_Moment]) -> bool:
    """Whether no two numbers or times touch when each stands centred at its moment or pushed in from the edge."""
    for one, other in pairwise(moments):
        if other.x - one.x < (one.width + other.width) / 2 + _APART + _EDGE / 2:
            return False
    return all(moment.width / 2 <= _EDGE * 1.8 or len(moments) == 1 for moment in moments)


def _in_line(moments: Sequence[_Moment], left: float, right: float) -> Iterator[_Line]:
    for moment in moments:
        yield _Line(moment, moment.number, _within(moment.x, moment.number, left, right), -_LINE_AT - moment.number.height, "label")
        yield _Line(moment, moment.when, _within(moment.x, moment.when, left, right), _LINE_AT, "soft")


def _within(x: float, text: Block, left: float, right: float) -> float:
    return min(max(x, left + text.width / 2), right - text.width / 2)


@dataclass(frozen=True, slots=True)
class _Caption:
    """Number and time of a moment, one below the other, on a level (upwards negative); from the second on a line leads to its circle."""

    moment: _Moment
    level: int
    left: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.moment.width

    def collides(self, other: _Caption) -> bool:
        """Whether the words touch, or a line to one of them runs through the other."""
        if self.level * other.level < 0:
            return False
        if self.level == other.level:
            return self.left < other.right + _APART and other.left < self.right + _APART
        near, far = sorted((self, other), key=lambda caption: abs(caption.level))
        return near.left - 4 < far.moment.x < near.right + 4


def _staggered(moments: tuple[_Moment, ...], left: float, right: float) -> _Axis | None:
    placed: list[_Caption] = []
    for moment in moments:
        free = (caption for caption in _candidates(moment, left, right) if not any(map(caption.collides, placed)))
        caption = next(free, None)
        if caption is None:
            return None
        placed.append(caption)
    lines = tuple(line for caption in placed for line in _caption_lines(caption, _step(moments)))
    leaders = tuple(_leader(caption, _step(moments)) for caption in placed if abs(caption.level) > 1)
    return _Axis(moments, lines, leaders)


def _candidates(moment: _Moment, left: float, right: float) -> Iterator[_Caption]:
    """Centred on its circle if that is possible near the axis, else to a side of it, else farther away."""
    middle, sides = moment.x - moment.width / 2, (moment.x - _RADIUS, moment.x + _RADIUS - moment.width)
    for step in _STEPS:
        for begin in (middle, *sides):
            for level in (-step, step):
                yield _Caption(moment, level, min(max(begin, left), right - moment.width))


def _step(moments: Sequence[_Moment]) -> float:
    return max(moment.number.height + moment.when.height for moment in moments) + 6.0


def _caption_lines(caption: _Caption, step: float) -> Iterator[_Line]:
    moment = caption.moment
    out = _LINE_AT + (abs(caption.level) - 1) * step
    top = out if caption.level > 0 else -out - moment.number.height - moment.when.height
    middle = caption.left + moment.width / 2
    yield _Line(moment, moment.number, middle, top, "label")
    yield _Line(moment, moment.when, middle, top + moment.number.height, "soft")


def _leader(caption: _Caption, step: float) -> tuple[float, float]:
    out = _LINE_AT + (abs(caption.level) - 1) * step
    return caption.moment.x, out - 2 if caption.level > 0 else 2 - out


def _lay(axis: _Axis, left: float, top: float, right: float) -> Iterator[Shape]:
    line = top + axis.line
    yield horizontal(line, left, right, RULE)
    for x, reach in axis.leaders:
        yield vertical(x, line, line + reach, LEADER)
    yield from _between(axis.moments, line)
    for moment in axis.moments:
        yield from dot(moment.datum, moment.x, line, radius=_RADIUS)
    for words in axis.words:
        yield from write(words.block, words.x, line + words.top, role=words.role, anchor="middle", figure=words.moment.datum.id)


def _between(moments: Sequence[_Moment], line: float) -> Iterator[Shape]:
    for one, other in pairwise(moments):
        dash = (4.0, 4.0) if is_hollow(one.datum) or is_hollow(other.datum) else None
        begin = one.x + _RADIUS + dot_tail(one.datum)
        yield Path(((begin, line), (other.x - _RADIUS, line)), Style(stroke="accent", thickness=2.0, dash=dash, name="path"))
