"""A whole as one bar, divided into its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from charts.honesty import exceeds, one_sort, only_definite, rounding
from charts.marks import Span, bar, tail
from charts.measure import Block, block
from charts.sheet import Box, Look, Shape, Sheet, write
from charts.spec import ChartSpec, Datum

#: Tones in turn; neighbours always differ, and a paper-coloured gap parts them.
TONES: Final = ("accent", "accent-2", "accent-3")

_GAP: Final = 2.0
_BAR: Final = 34.0
_APART: Final = 14.0
_KEY: Final = 64.0
_UNBROKEN: Final = 1e6
_THINNEST: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Placed:
    """A label above the bar: name and number on two lines, or both in ``number``."""

    x: float
    name: Block | None
    number: Block
    anchor: str

    @property
    def width(self) -> float:
        """Width of the wider line."""
        return max(self.number.width, self.name.width if self.name else 0.0)

    @property
    def height(self) -> float:
        """Height of both."""
        return self.number.height + (self.name.height if self.name else 0.0)


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Parts are definite, of one sort, not negative, and together no more than their whole, rounding aside."""
    yield from only_definite(spec)
    yield from one_sort(spec)
    for datum in spec.data:
        if (datum.value or 0.0) < 0:
            yield f"{datum.id}: a part of a whole is never negative"
    if spec.total is not None:
        yield from _over_the_whole(spec, spec.total)
    elif not _sum(spec):
        yield "parts of nothing: every value is zero"


def _over_the_whole(spec: ChartSpec, total: Datum) -> Iterator[str]:
    whole = total.high if total.relation == "range" else total.value
    if total.relation in {">", "≥"}:
        whole = total.high
    if whole is None:
        if not _sum(spec):
            yield "parts of nothing: every value is zero"
        return
    spare = rounding(total) + sum(map(rounding, spec.data))
    if exceeds(_sum(spec), whole, spare):
        yield f"the parts add up to {_sum(spec):g}, more than their whole {total.number}"
    elif whole <= 0:
        yield f"{total.id}: a whole of nothing has no parts"


def _sum(spec: ChartSpec) -> float:
    return sum(datum.value or 0.0 for datum in spec.data)


def lay_out(spec: ChartSpec) -> Sheet:
    """Names and numbers above the bar where they fit; else below it, each with a small picture of where its part lies."""
    spans = tuple(_spans(spec))
    direct = _direct(spec, spans)
    over = max((label.height for label in direct), default=0.0)
    top = over + (2.0 if direct else 0.0)
    shapes: list[Shape] = [shape for datum, label in zip(spec.data, direct, strict=False) for shape in _write_label(datum, label, over)]
    shapes += _bar(spec, spans, top)
    top += _BAR
    if not direct:
        top += _APART
        for index, datum in enumerate(spec.data):
            listed = _listed(spec, spans, index, top)
            shapes += listed
            top += _listed_text(spec, datum).height + 4.0
    for note in _notes(spec, spans):
        shapes += write(note, 0.0, top + 4.0, name="soft", figure=spec.total.id if spec.total else None)
        top += 4.0 + note.height
    return Sheet(spec.width, top + 4.0, tuple(shapes))


def _spans(spec: ChartSpec) -> Iterator[tuple[float, float]]:
    whole = max(_sum(spec), _drawn_whole(spec))
    at = 0.0
    for datum in spec.data:
        long = (datum.value or 0.0) / whole * spec.width
        yield at, at + long
        at += long


def _drawn_whole(spec: ChartSpec) -> float:
    """The printed total, unless the parts make it up but for rounding: then their sum, so that no gap is drawn that does not exist."""
    if spec.total is None or spec.total.value is None:
        return 0.0
    spare = rounding(spec.total) + sum(map(rounding, spec.data))
    return spec.total.value if exceeds(spec.total.value, _sum(spec), spare) else 0.0


def _tone(spec: ChartSpec, index: int) -> str:
    return TONES[index % len(TONES[: max(2, min(3, len(spec.data)))])]


def _bar(spec: ChartSpec, spans: Sequence[tuple[float, float]], top: float) -> Iterator[Shape]:
    for index, (datum, (left, right)) in enumerate(zip(spec.data, spans, strict=True)):
        gap = _GAP if right < spec.width - 0.01 and right - left > 2 * _GAP else 0.0
        yield from bar(
            datum, Span(min(left, spec.width - _THINNEST), right - max(gap, min(tail(datum), right - left)), top, _BAR), _tone(spec, index)
        )
    rest = spans[-1][1]
    if spec.width - rest > 1:
        yield Box(rest + 0.5, top + 0.5, spec.width - rest - 1, _BAR - 1, Look(stroke="faint", thickness=1.0, name="rest"))


def _direct(spec: ChartSpec, spans: Sequence[tuple[float, float]]) -> list[_Placed]:
    """The labels above the bar, on one line or on two; none where one would not stand over its own part."""
    for split in (False, True):
        placed = list(_above(spec, spans, split=split))
        if len(placed) == len(spec.data):
            return placed
    return []


def _above(spec: ChartSpec, spans: Sequence[tuple[float, float]], *, split: bool) -> Iterator[_Placed]:
    free = 0.0
    for datum, (left, right) in zip(spec.data, spans, strict=True):
        label = _label(datum, max(free, left), split=split)
        if label.x + label.width > spec.width:
            label = replace(label, x=float(spec.width), anchor="end")
        start = label.x - label.width if label.anchor == "end" else label.x
        if start < free or start > max(left, right - _APART):
            return
        free = start + label.width + _APART
        yield label


def _label(datum: Datum, x: float, *, split: bool) -> _Placed:
    if split:
        return _Placed(x, block(datum.row, _UNBROKEN), block(datum.number, _UNBROKEN, strong=True), "start")
    return _Placed(x, None, block(f"{datum.row} {datum.number}", _UNBROKEN, strong=True), "start")


def _write_label(datum: Datum, label: _Placed, bottom: float) -> Iterator[Shape]:
    top = bottom - label.height
    if label.name is not None:
        yield from write(label.name, label.x, top, anchor=label.anchor, figure=datum.id)
    yield from write(label.number, label.x, bottom - label.number.height, anchor=label.anchor, figure=datum.id)


def _listed_text(spec: ChartSpec, datum: Datum) -> Block:
    return block(f"{datum.row} {datum.number}", spec.width - _KEY - 10, strong=True)


def _listed(spec: ChartSpec, spans: Sequence[tuple[float, float]], index: int, top: float) -> Iterator[Shape]:
    """A small picture of the whole bar with this part filled, then its name and number."""
    datum = spec.data[index]
    left, right = (edge / spec.width * _KEY for edge in spans[index])
    yield Box(0.5, top + 4.5, _KEY - 1, 11.0, Look(stroke="faint", thickness=1.0, name="key"))
    yield Box(left, top + 4, max(right - left, 1.0), 12.0, Look(fill=_tone(spec, index), name="key"))
    yield from write(_listed_text(spec, datum), _KEY + 10, top, figure=datum.id)


def _notes(spec: ChartSpec, spans: Sequence[tuple[float, float]]) -> Iterator[Block]:
    """The total, and a word for what is left of it beyond the parts."""
    if spec.total is not None:
        named = f"{spec.words.get('total', spec.total.row)} {spec.total.number}"
        yield block(named + spec.words.get("rounding", ""), spec.width)
    if "rest" in spec.words and spec.width - spans[-1][1] > 1:
        yield block(f"□ {spec.words['rest']}", spec.width)
