"""A hundred people, of whom some are counted: shares one within the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import Final

from charts.layout.marks import BarSpan, Ending, bar, ending, is_hollow, tail
from charts.layout.measure import Block, block
from charts.layout.rows import WIDE
from charts.layout.scene import Direction, Fade, Rectangle, Scene, Shape, Style, write
from charts.palette import Token
from charts.spec import ChartSpec, Datum, DatumStatus
from charts.validation import one_sort, only_points

_MOST: Final = 3
_ALL: Final = 100
_COLUMNS: Final = 20
_GUTTER: Final = 4.0
_SWATCH: Final = 12.0
_TONES: Final[tuple[tuple[Token, ...], ...]] = (("accent",), ("accent", "accent-2"), ("accent-3", "accent", "accent-2"))
_REST: Final = Style(stroke="faint", thickness=1.0, name="rest")


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Shares of one whole, 0 to 100, each within the next larger; none so small or large that whole people would deny it."""
    yield from only_points(spec)
    yield from one_sort(spec)
    if len(spec.data) > _MOST:
        yield f"{len(spec.data)} shares in one hundred people cannot be told apart; at most {_MOST}"
    for datum in spec.data:
        value = datum.value or 0.0
        if value < 0:
            yield f"{datum.id}: a negative share of people"
        elif value > _ALL:
            yield f"{datum.id}: {value:g} in a hundred is more than its whole"
        elif (people(datum) == 0) != (value == 0) or (people(datum) == _ALL) != (value == _ALL):
            yield f"{datum.id}: {value:g} in a hundred would round to nobody or to everybody"


def people(datum: Datum) -> int:
    """How many of the hundred are filled: the share rounded to the nearest whole person, a half upwards (15.6 % is 16).

    The exact share always stands beside the picture as its number.
    """
    return floor((datum.value or 0.0) + 0.5)


def lay_out(spec: ChartSpec) -> Scene:
    """Five rows of twenty, the innermost share first; the key below on a phone, beside on a wide screen."""
    nested = sorted(spec.data, key=lambda datum: datum.value or 0.0)
    beside = min(spec.width * 0.6, 400.0)
    wide = spec.width >= WIDE and _width(tuple(_key(nested, spec.width - beside - 28.0))) <= spec.width - beside - 28.0
    across = beside if wide else float(spec.width)
    pitch = (across + _GUTTER) / _COLUMNS
    cell = (pitch - _GUTTER, min(pitch + 3.0, 24.0) - _GUTTER)
    grid = tuple(_grid(nested, cell))
    high = 5 * (cell[1] + _GUTTER) - _GUTTER
    left, room = (across + 28.0, spec.width - across - 28.0) if wide else (0.0, float(spec.width))
    key = tuple(_key(nested, room))
    top = max(0.0, (high - _height(key)) / 2) if wide else high + 10.0
    shapes = (*grid, *_write_key(key, left, top))
    return Scene(spec.width, max(high, top + _height(key)) + 4.0, shapes)


def _grid(nested: Sequence[Datum], cell: tuple[float, float]) -> Iterator[Shape]:
    tones = _TONES[len(nested) - 1]
    for index in range(_ALL):
        x = index % _COLUMNS * (cell[0] + _GUTTER)
        y = index // _COLUMNS * (cell[1] + _GUTTER)
        owner = next((place for place, datum in enumerate(nested) if index < people(datum)), None)
        if owner is None:
            yield Rectangle(x + 0.5, y + 0.5, cell[0] - 1, cell[1] - 1, _REST, rounded=2.0)
            yield from _fading(nested, index, tones, (x, y), cell)
        else:
            yield from _person(nested[owner], tones[owner], (x, y), cell, last=index == people(nested[owner]) - 1)


def _person(datum: Datum, tone: Token, at: tuple[float, float], cell: tuple[float, float], *, last: bool) -> Iterator[Shape]:
    if last and ending(datum) in {Ending.NOTCH, Ending.WAVE}:
        edge = at[0] + cell[0] - tail(datum)
        yield from bar(datum, BarSpan(at[0], edge, at[1], cell[1]), tone)
    elif is_hollow(datum):
        style = Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="mark hollow")
        yield Rectangle(at[0] + 0.75, at[1] + 0.75, cell[0] - 1.5, cell[1] - 1.5, style, datum.id, rounded=2.0)
    elif datum.status is DatumStatus.ESTIMATE:
        style = Style(fill=tone, stroke=tone, thickness=1.5, opacity=0.28, name="mark estimate")
        yield Rectangle(at[0] + 0.75, at[1] + 0.75, cell[0] - 1.5, cell[1] - 1.5, style, datum.id, rounded=2.0)
    else:
        yield Rectangle(*at, *cell, Style(fill=tone), datum.id, rounded=2.0)


def _fading(nested: Sequence[Datum], index: int, tones: Sequence[Token], at: tuple[float, float], cell: tuple[float, float]) -> Iterator[Shape]:
    for datum, tone in zip(nested, tones, strict=True):
        if ending(datum) is Ending.FADE and index == people(datum):
            yield Rectangle(*at, *cell, Style(fill=Fade(tone, Direction.RIGHT), name="fade"), datum.id, rounded=2.0)


def _key(nested: Sequence[Datum], room: float) -> Iterator[tuple[Datum, tuple[Token, ...], Block]]:
    """Each share with the tones it takes in: the larger holds the smaller."""
    tones = _TONES[len(nested) - 1]
    for place, datum in reversed([*enumerate(nested)]):
        own = tones[: place + 1]
        yield datum, own, block(f"{datum.row} {datum.number}", room - len(nested) * (_SWATCH + 2) - 6, strong=True)


def _height(key: Sequence[tuple[Datum, tuple[Token, ...], Block]]) -> float:
    return sum(label.height for *_, label in key) + 4.0 * (len(key) - 1)


def _width(key: Sequence[tuple[Datum, tuple[Token, ...], Block]]) -> float:
    return max(label.width for *_, label in key) + len(key) * (_SWATCH + 2) + 6


def _write_key(key: Sequence[tuple[Datum, tuple[Token, ...], Block]], left: float, top: float) -> Iterator[Shape]:
    for datum, tones, label in key:
        for place, tone in enumerate(tones):
            style = Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="key") if is_hollow(datum) else Style(fill=tone, name="key")
            yield Rectangle(left + place * (_SWATCH + 2), top + 4, _SWATCH, _SWATCH, style, rounded=2.0)
        yield from write(label, left + len(key) * (_SWATCH + 2) + 6, top, figure=datum.id)
        top += label.height + 4.0
