"""What is to be reached by when: hollow circles on a time axis, filled where the figure was observed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from charts.honesty import only_points, rows, times_in_order
from charts.marks import dot, dot_tail, is_hollow
from charts.measure import Block, block, width
from charts.rows import column
from charts.sheet import RULE, Look, Shape, Sheet, Trace, horizontal, write
from charts.spec import ChartSpec, Datum
from charts.timeline import lay_timeline, timeline

_RADIUS: Final = 8.0
_EDGE: Final = 30.0
_APART: Final = 10.0
_ROW_GAP: Final = 18.0
_LINE_AT: Final = 14.0


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Every figure has its moment, and at least one of them is something to be reached."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    if spec.data and not any(map(is_hollow, spec.data)):
        yield "no target, plan or standard among the figures; then-and-now shows observations"


@dataclass(frozen=True, slots=True)
class _Moment:
    datum: Datum
    x: float
    number: Block
    when: Block


def lay_out(spec: ChartSpec) -> Sheet:
    """Each row on a time axis of the same scale; where words would collide, all axes run down the page instead."""
    left = column(spec, (row for row, _ in rows(spec)))
    across = {row: tuple(_moments(spec, data, left)) for row, data in rows(spec)}
    flat = all(_fits(moments) for moments in across.values())
    shapes: list[Shape] = []
    top = 0.0
    for row, data in rows(spec):
        if shapes:
            top += _ROW_GAP
        name = block(row, left - 16 + 0.01 if left else _name_room(spec))
        body = top if left else top + name.height + 4
        down = timeline(data, spec.width - left, bars=False)
        high = _flat_height(across[row]) if flat else down.height
        name_top = top + max(0.0, (high - name.height) / 2) if left else top
        shapes += write(name, 0.0, name_top)
        if not left and (row == spec.data[0].row or not all(map(is_hollow, spec.data))):
            shapes += _sort(spec, data, top)
        shapes += _flat(across[row], left, body, spec.width) if flat else lay_timeline(down, left, body)
        top = max(body + high, top + name.height)
    return Sheet(spec.width, top + 4.0, tuple(shapes))


def _name_room(spec: ChartSpec) -> float:
    word = spec.words.get("target", "")
    return spec.width - (width(word) + _APART if word else 0.0)


def _sort(spec: ChartSpec, data: Sequence[Datum], top: float) -> Iterator[Shape]:
    word = spec.words.get("target", "")
    if word and all(map(is_hollow, data)):
        yield from write(block(word, spec.width), spec.width, top, name="soft", anchor="end")


def _moments(spec: ChartSpec, data: Sequence[Datum], left: float) -> Iterator[_Moment]:
    times = [datum.time or 0.0 for datum in spec.data]
    first, last = min(times), max(times)
    begin, room = left + _EDGE, spec.width - left - 2 * _EDGE
    for datum in data:
        share = ((datum.time or 0.0) - first) / (last - first) if last > first else 0.5
        limit = (spec.width - left) * 0.45
        yield _Moment(datum, begin + share * room, block(datum.number, limit, strong=True), block(datum.time_label, limit))


def _fits(moments: Sequence[_Moment]) -> bool:
    """Whether no two circles, numbers or times touch when each stands centred at its moment or pushed in from the edge."""
    for one, other in pairwise(moments):
        wide = (max(one.number.width, one.when.width) + max(other.number.width, other.when.width)) / 2
        if other.x - one.x < max(wide + _APART + _EDGE / 2, 2 * _RADIUS + dot_tail(one.datum) + 4):
            return False
    return all(max(moment.number.width, moment.when.width) / 2 <= _EDGE * 1.8 or len(moments) == 1 for moment in moments)


def _flat_height(moments: Sequence[_Moment]) -> float:
    return max(moment.number.height for moment in moments) + 2 * _LINE_AT + max(moment.when.height for moment in moments)


def _flat(moments: Sequence[_Moment], left: float, top: float, right: float) -> Iterator[Shape]:
    numbers = max(moment.number.height for moment in moments)
    line = top + numbers + _LINE_AT
    yield horizontal(line, left, right, RULE)
    yield from _between(moments, line)
    for moment in moments:
        yield from dot(moment.datum, moment.x, line, radius=_RADIUS)
        for text, at, name in ((moment.number, line - _LINE_AT - moment.number.height, "label"), (moment.when, line + _LINE_AT, "soft")):
            x = min(max(moment.x, left + text.width / 2), right - text.width / 2)
            yield from write(text, x, at, name=name, anchor="middle", figure=moment.datum.id)


def _between(moments: Sequence[_Moment], line: float) -> Iterator[Shape]:
    for one, other in pairwise(moments):
        dash = (4.0, 4.0) if is_hollow(one.datum) or is_hollow(other.datum) else None
        yield Trace(((one.x + _RADIUS, line), (other.x - _RADIUS, line)), Look(stroke="accent", thickness=2.0, dash=dash, name="path"))
