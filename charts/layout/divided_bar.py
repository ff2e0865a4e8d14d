"""A whole as one bar, divided into its parts, each named and numbered above it or, where that has
no room, below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from charts.layout.marks import THINNEST, TONES, BarSpan, bar, tail
from charts.layout.scene import Anchor, Rectangle, Shape, Style, write
from charts.layout.text_layout import TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.values import replace

#: Height of the bar.
BAR: Final = 34.0

_GAP: Final = 2.0
_APART: Final = 14.0
_KEY: Final = 64.0
_OUTLINE: Final = Style(stroke="faint", thickness=1.0, name="key")
_UNBROKEN: Final = 1e6
_PAIR: Final = 2


class Whole(Struct, frozen=True):
    """The parts of a whole of ``amount``, in the data's unit, on a bar of ``width``; ``named``
    where labels above the bar say each part's name.
    """

    data: tuple[Datum, ...]
    amount: float
    width: float
    named: bool = True
    high: float = BAR

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """From where to where each part reaches along x."""
        return tuple(self._spans())

    def _spans(self) -> Iterator[tuple[float, float]]:
        at = 0.0
        for datum in self.data:
            long = datum.value_or_zero / self.amount * self.width
            yield at, at + long
            at += long

    @property
    def has_rest(self) -> bool:
        """Whether the parts leave something of the whole."""
        return self.width - self.spans[-1][1] > 1

    def tone(self, index: int) -> Token:
        """The colour of a part."""
        return TONES[index % max(_PAIR, min(len(TONES), len(self.data)))]


def lay_whole(whole: Whole, top: float) -> tuple[list[Shape], float]:
    """The bar with its labels, beginning at ``top``, and its lower edge."""
    direct = _direct(whole)
    over = max((label.height for label in direct), default=0.0)
    shapes: list[Shape] = []
    for datum, label in zip(whole.data, direct, strict=False):
        shapes += _write_label(datum, label, top + over)
    top += over + (2.0 if direct else 0.0)
    shapes += _bar(whole, top)
    top += whole.high
    if direct:
        return shapes, top
    listed, top = _lay_list(whole, top + _APART)
    return [*shapes, *listed], top


def _lay_list(whole: Whole, top: float) -> tuple[list[Shape], float]:
    """The parts below each other, beginning at ``top``, and the lower edge."""
    shapes: list[Shape] = []
    for index, datum in enumerate(whole.data):
        shapes += _listed(whole, index, top)
        top += _listed_text(whole, datum).height + 4.0
    return shapes, top


class _Placed(Struct, frozen=True):
    """A label above the bar: name and number on two lines, or both in ``number``."""

    x: float
    name: TextBlock | None
    number: TextBlock
    anchor: Anchor

    @property
    def width(self) -> float:
        """Width of the wider line."""
        return max(self.number.width, self.name.width if self.name else 0.0)

    @property
    def height(self) -> float:
        """Height of both."""
        return self.number.height + (self.name.height if self.name else 0.0)

    @property
    def left(self) -> float:
        """Left edge."""
        return self.x - self.width if self.anchor == "end" else self.x


def _bar(whole: Whole, top: float) -> Iterator[Shape]:
    for index, datum in enumerate(whole.data):
        yield from bar(datum, _part(whole, index, top), whole.tone(index))
    if whole.has_rest:
        rest, style = whole.spans[-1][1], Style(stroke="faint", thickness=1.0, name="rest")
        yield Rectangle(rest + 0.5, top + 0.5, whole.width - rest - 1, whole.high - 1, style)


def _part(whole: Whole, index: int, top: float) -> BarSpan:
    """Where a part lies: with a gap behind it and room for its ending, where it is not the last."""
    left, right = whole.spans[index]
    gap = _GAP if right < whole.width - 0.01 and right - left > 2 * _GAP else 0.0
    end = right - max(gap, min(tail(whole.data[index]), right - left))
    return BarSpan(min(left, whole.width - THINNEST), end, top, whole.high)


def _direct(whole: Whole) -> list[_Placed]:
    """The labels above the bar, on one line or on two; none where one would not be over its own
    part.
    """
    for split in (False, True) if whole.named else (False,):
        placed = list(_above(whole, split=split))
        if len(placed) == len(whole.data):
            return placed
    return []


def _above(whole: Whole, *, split: bool) -> Iterator[_Placed]:
    """A label for each part, as near its left edge as there is room; ends early where one would not
    be over its own part.
    """
    free = 0.0
    for datum, (left, right) in zip(whole.data, whole.spans, strict=True):
        label = _label(whole, datum, max(free, left), split=split)
        if label.x + label.width > whole.width:
            label = replace(label, x=float(whole.width), anchor="end")
        if not free <= label.left <= max(left, right - _APART):
            return
        free = label.left + label.width + _APART
        yield label


def _label(whole: Whole, datum: Datum, x: float, *, split: bool) -> _Placed:
    if split:
        number = block(datum.number, _UNBROKEN, strong=True)
        return _Placed(x, block(datum.row, _UNBROKEN), number, "start")
    words = f"{datum.row} {datum.number}" if whole.named else datum.number
    return _Placed(x, None, block(words, _UNBROKEN, strong=True), "start")


def _write_label(datum: Datum, label: _Placed, bottom: float) -> Iterator[Shape]:
    top = bottom - label.height
    if label.name is not None:
        yield from write(label.name, label.x, top, anchor=label.anchor, figure=datum.id)
    yield from write(
        label.number, label.x, bottom - label.number.height, anchor=label.anchor, figure=datum.id
    )


def _listed_text(whole: Whole, datum: Datum) -> TextBlock:
    return block(f"{datum.row} {datum.number}", whole.width - _KEY - 10, strong=True)


def _listed(whole: Whole, index: int, top: float) -> Iterator[Shape]:
    """A small picture of the whole bar with this part filled, then its name and number."""
    datum = whole.data[index]
    yield Rectangle(0.5, top + 4.5, _KEY - 1, 11.0, _OUTLINE)
    if datum.value:
        left, right = (edge / whole.width * _KEY for edge in whole.spans[index])
        filled = Style(fill=whole.tone(index), name="key")
        yield Rectangle(left, top + 4, max(right - left, 1.0), 12.0, filled)
    yield from write(_listed_text(whole, datum), _KEY + 10, top, figure=datum.id)


def never_negative(spec: ChartSpec) -> Iterator[str]:
    """For kinds that divide wholes: no part is less than nothing."""
    for datum in spec.data:
        if datum.value_or_zero < 0:
            yield f"{datum.id}: a part of a whole is never negative"


def amount(data: Sequence[Datum]) -> float:
    """What the parts add up to."""
    return sum(datum.value_or_zero for datum in data)


def rest_note(spec: ChartSpec) -> Iterator[TextBlock]:
    """A word for what is left of a whole beyond its parts, where the chart has one."""
    if "rest" in spec.words:
        yield block(f"□ {spec.words['rest']}", spec.width)
