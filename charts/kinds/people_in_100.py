"""A hundred people, of whom some are counted: shares one within the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from charts.layout.bar_rows import WIDE_FROM
from charts.layout.marks import BarSpan, Ending, bar, ending, is_hollow, tail
from charts.layout.scene import Boxes, Direction, Fade, Rectangle, Scene, Shape, Style, write
from charts.layout.text_layout import TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum, DatumStatus
from charts.validation import one_sort, only_points

_MOST: Final = 3
_ALL: Final = 100
_COLUMNS: Final = 20
_GUTTER: Final = 4.0
_SWATCH: Final = 12.0
_TONES: Final[tuple[tuple[Token, ...], ...]] = (
    ("accent",),
    ("accent", "accent-2"),
    ("accent-3", "accent", "accent-2"),
)
_REST: Final = Style(fill="rule", name="rest")
_UNDER_HEADING: Final = 4.0


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Shares of people who are named, 0 to 100, each within the next larger; none so small or large
    that whole people would deny it.
    """
    yield from only_points(spec)
    yield from one_sort(spec)
    if not spec.words.get("hundred"):
        yield (
            "nothing says who the hundred people are; where they are no people, parts or bars "
            "shows the share"
        )
    if spec.whole != _ALL:
        yield f"{spec.data[0].id}: in no unit of shares in a hundred; bars shows it"
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
    """How many of the hundred are filled: the share rounded to the nearest whole person, a half
    upwards (15.6 % is 16).

    The exact share is always beside the picture as its number.
    """
    return floor((datum.value or 0.0) + 0.5)


def lay_out(spec: ChartSpec) -> Scene:
    """Who the hundred are, then five rows of twenty, the innermost share first; the key below on a
    phone, beside on a wide screen.
    """
    nested = sorted(spec.data, key=lambda datum: datum.value or 0.0)
    beside = min(spec.width * 0.6, 400.0)
    wide = (
        spec.width >= WIDE_FROM
        and _width(tuple(_key(nested, spec.width - beside - 28.0))) <= spec.width - beside - 28.0
    )
    across = beside if wide else float(spec.width)
    heading = block(spec.words.get("hundred", ""), across)
    grid = _Grid(heading.height + _UNDER_HEADING, across)
    left, room = (across + 28.0, spec.width - across - 28.0) if wide else (0.0, float(spec.width))
    key = tuple(_key(nested, room))
    top = max(grid.top, (grid.top + grid.bottom - _height(key)) / 2) if wide else grid.bottom + 10.0
    shapes = (
        *write(heading, 0.0, 0.0, role="soft"),
        *_people(nested, grid),
        *_write_key(key, left, top),
    )
    return Scene(spec.width, max(grid.bottom, top + _height(key)) + 4.0, shapes)


#: A place for one person: left edge, top, width, height.
_Cell = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Grid:
    """A hundred places, ``across`` px wide."""

    top: float
    across: float

    @property
    def pitch(self) -> float:
        """From one place to the next in a row."""
        return (self.across + _GUTTER) / _COLUMNS

    @property
    def step(self) -> float:
        """From one row to the next."""
        return min(self.pitch + 3.0, 24.0)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + _ALL / _COLUMNS * self.step - _GUTTER

    def cell(self, index: int) -> _Cell:
        """The place of a person."""
        across, down = index % _COLUMNS, index // _COLUMNS
        return (
            across * self.pitch,
            self.top + down * self.step,
            self.pitch - _GUTTER,
            self.step - _GUTTER,
        )


def _people(nested: Sequence[Datum], grid: _Grid) -> Iterator[Shape]:
    """The rest of the hundred as one shape, and each share's own people as one, those of the
    smaller ones left out.
    """
    if people(nested[-1]) < _ALL:
        yield Boxes(tuple(grid.cell(index) for index in range(people(nested[-1]), _ALL)), _REST)
    begin = 0
    for datum, tone in zip(nested, _TONES[len(nested) - 1], strict=True):
        yield from _filled(datum, tone, [grid.cell(index) for index in range(begin, people(datum))])
        begin = people(datum)
    for datum, tone in zip(nested, _TONES[len(nested) - 1], strict=True):
        if ending(datum) is Ending.FADE and people(datum) < _ALL:
            yield Rectangle(
                *grid.cell(people(datum)),
                Style(fill=Fade(tone, Direction.RIGHT), name="fade"),
                datum.id,
            )


def _filled(datum: Datum, tone: Token, cells: list[_Cell]) -> Iterator[Shape]:
    """The people of a share; what its qualifier adds is in the last of them."""
    style, inset = _style(datum, tone)
    last = cells.pop() if cells and ending(datum) in {Ending.NOTCH, Ending.WAVE} else None
    if cells:
        yield Boxes(
            tuple(
                (x + inset, y + inset, wide - 2 * inset, high - 2 * inset)
                for x, y, wide, high in cells
            ),
            style,
            datum.id,
        )
    if last is not None:
        x, y, wide, high = last
        yield from bar(datum, BarSpan(x, x + wide - tail(datum), y, high), tone)


def _style(datum: Datum, tone: Token) -> tuple[Style, float]:
    """How people are drawn, and how far in from the edges of their places."""
    if is_hollow(datum):
        return Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="mark hollow"), 0.75
    if datum.status is DatumStatus.ESTIMATE:
        return Style(
            fill=tone, stroke=tone, thickness=1.5, opacity=0.28, name="mark estimate"
        ), 0.75
    return Style(fill=tone), 0.0


def _key(
    nested: Sequence[Datum], room: float
) -> Iterator[tuple[Datum, tuple[Token, ...], TextBlock]]:
    """Each share with the tones it takes in: the larger holds the smaller."""
    tones = _TONES[len(nested) - 1]
    for place, datum in reversed([*enumerate(nested)]):
        own = tones[: place + 1]
        yield (
            datum,
            own,
            block(
                f"{datum.row} {datum.number}", room - len(nested) * (_SWATCH + 2) - 6, strong=True
            ),
        )


def _height(key: Sequence[tuple[Datum, tuple[Token, ...], TextBlock]]) -> float:
    return sum(label.height for *_, label in key) + 4.0 * (len(key) - 1)


def _width(key: Sequence[tuple[Datum, tuple[Token, ...], TextBlock]]) -> float:
    return max(label.width for *_, label in key) + len(key) * (_SWATCH + 2) + 6


def _write_key(
    key: Sequence[tuple[Datum, tuple[Token, ...], TextBlock]], left: float, top: float
) -> Iterator[Shape]:
    for datum, tones, label in key:
        for place, tone in enumerate(tones):
            style = (
                Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="key")
                if is_hollow(datum)
                else Style(fill=tone, name="key")
            )
            yield Rectangle(
                left + place * (_SWATCH + 2), top + 4, _SWATCH, _SWATCH, style, rounded=2.0
            )
        yield from write(label, left + len(key) * (_SWATCH + 2) + 6, top, figure=datum.id)
        top += label.height + 4.0
