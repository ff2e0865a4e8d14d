"""A hundred people, of whom some are counted: shares one within the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import Final

from msgspec import Struct

from charts.layout.bar_rows import WIDE_FROM
from charts.layout.marks import BarSpan, Ending, bar, ending, is_hollow, tail
from charts.layout.scene import Boxes, Edge, Fade, Rectangle, Scene, Shape, Style, write
from charts.layout.text_layout import TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum, DatumStatus
from charts.validation import one_sort, only_points

_MOST: Final = 3
_ALL: Final = 100
_COLUMNS: Final = 20
_GUTTER: Final = 4.0
_SWATCH: Final = 12.0
_KEY_GAP: Final = 4.0
_TONES: Final[tuple[tuple[Token, ...], ...]] = (
    ("accent",),
    ("accent", "accent-2"),
    ("accent-3", "accent", "accent-2"),
)
_REST: Final = Style(fill="rule", name="rest")
_UNDER_HEADING: Final = 4.0
#: Between the hundred and a key beside them.
_BESIDE: Final = 28.0


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Shares of people who are named, 0 to 100, each within the next larger; none so small or large
    that whole people would deny it.
    """
    yield from only_points(spec)
    yield from one_sort(spec)
    yield from _of_nobody(spec)
    if spec.whole != _ALL:
        yield f"{spec.data[0].id}: in no unit of shares in a hundred; bars shows it"
    yield from _too_many(len(spec.data))
    for datum in spec.data:
        yield from _no_share_of_people(datum)


def _of_nobody(spec: ChartSpec) -> Iterator[str]:
    if not spec.words.get("hundred"):
        yield (
            "nothing says who the hundred people are; where they are no people, parts or bars "
            "shows the share"
        )


def _too_many(count: int) -> Iterator[str]:
    if count > _MOST:
        yield f"{count} shares in one hundred people cannot be told apart; at most {_MOST}"


def _no_share_of_people(datum: Datum) -> Iterator[str]:
    value = datum.value_or_zero
    if value < 0:
        yield f"{datum.id}: a negative share of people"
    elif value > _ALL:
        yield f"{datum.id}: {value:g} in a hundred is more than its whole"
    elif _denies_somebody(datum):
        yield f"{datum.id}: {value:g} in a hundred would round to nobody or to everybody"


def _denies_somebody(datum: Datum) -> bool:
    """Whether whole people show nobody or everybody where the share does not say so."""
    value, shown = datum.value_or_zero, people(datum)
    return (shown == 0) != (value == 0) or (shown == _ALL) != (value == _ALL)


def people(datum: Datum) -> int:
    """How many of the hundred are filled: the share rounded to the nearest whole person, a half
    upwards (15.6 % is 16).

    The exact share is always beside the picture as its number.
    """
    return floor(datum.value_or_zero + 0.5)


def lay_out(spec: ChartSpec) -> Scene:
    """Who the hundred are, then five rows of twenty, the innermost share first; the key below on a
    phone, beside on a wide screen.
    """
    nested = sorted(spec.data, key=lambda datum: datum.value_or_zero)
    columns = _columns(spec, nested)
    heading = block(spec.words.get("hundred", ""), columns.across)
    grid = _Grid(heading.height + _UNDER_HEADING, columns.across)
    key = _key(nested, columns.key_width)
    top = _key_top(key, grid, columns)
    shapes = (
        *write(heading, 0.0, 0.0, role="soft"),
        *_people(nested, grid),
        *_write_key(key, columns.key_left, top),
    )
    return Scene(spec.width, max(grid.bottom, top + key.height) + 4.0, shapes)


class _Columns(Struct, frozen=True):
    """How wide the hundred are, and where the key begins and how wide it may be."""

    across: float
    key_left: float
    key_width: float

    @property
    def are_beside(self) -> bool:
        """Whether the key is beside the hundred, not below."""
        return self.key_left > 0


def _columns(spec: ChartSpec, nested: Sequence[Datum]) -> _Columns:
    """Beside each other on a wide screen, where the key has room for its words."""
    across = min(spec.width * 0.6, 400.0)
    beside = _Columns(across, across + _BESIDE, spec.width - across - _BESIDE)
    if spec.width >= WIDE_FROM and _key_fits(nested, beside.key_width):
        return beside
    return _Columns(float(spec.width), 0.0, float(spec.width))


def _key_fits(nested: Sequence[Datum], room: float) -> bool:
    return _key(nested, room).width <= room


def _key_top(key: _Key, grid: _Grid, columns: _Columns) -> float:
    if columns.are_beside:
        return max(grid.top, (grid.top + grid.bottom - key.height) / 2)
    return grid.bottom + 10.0


#: A place for one person: left edge, top, width, height.
_Cell = tuple[float, float, float, float]


class _Grid(Struct, frozen=True):
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

    def cells(self, begin: int, end: int) -> tuple[_Cell, ...]:
        """The places of people from one to before another."""
        return tuple(self.cell(index) for index in range(begin, end))

    def cell(self, index: int) -> _Cell:
        """The place of a person."""
        left = index % _COLUMNS * self.pitch
        top = self.top + index // _COLUMNS * self.step
        return (left, top, self.pitch - _GUTTER, self.step - _GUTTER)


def _people(nested: Sequence[Datum], grid: _Grid) -> Iterator[Shape]:
    """The rest of the hundred as one shape, and each share's own people as one, those of the
    smaller ones left out.
    """
    if people(nested[-1]) < _ALL:
        yield Boxes(grid.cells(people(nested[-1]), _ALL), _REST)
    tones = _TONES[len(nested) - 1]
    yield from _own_people(nested, tones, grid)
    for datum, tone in zip(nested, tones, strict=True):
        yield from _fade(datum, tone, grid)


def _own_people(nested: Sequence[Datum], tones: Sequence[Token], grid: _Grid) -> Iterator[Shape]:
    begin = 0
    for datum, tone in zip(nested, tones, strict=True):
        yield from _filled(datum, tone, grid.cells(begin, people(datum)))
        begin = people(datum)


def _fade(datum: Datum, tone: Token, grid: _Grid) -> Iterator[Shape]:
    """What may be more than a share, in the place behind its people."""
    if ending(datum) is Ending.FADE and people(datum) < _ALL:
        yield Rectangle(*grid.cell(people(datum)), _fading(tone), datum.id)


def _fading(tone: Token) -> Style:
    return Style(fill=Fade(tone, Edge.RIGHT), name="fade")


def _filled(datum: Datum, tone: Token, cells: tuple[_Cell, ...]) -> Iterator[Shape]:
    """The people of a share; what its qualifier adds is in the last of them."""
    if cells and ending(datum) in {Ending.NOTCH, Ending.WAVE}:
        yield from _alike(datum, tone, cells[:-1])
        yield from bar(datum, _span_in(cells[-1], tail(datum)), tone)
    else:
        yield from _alike(datum, tone, cells)


def _span_in(cell: _Cell, tail: float) -> BarSpan:
    """One person as a bar, which leaves its qualifier room."""
    x, y, wide, high = cell
    return BarSpan(x, x + wide - tail, y, high)


def _alike(datum: Datum, tone: Token, cells: tuple[_Cell, ...]) -> Iterator[Shape]:
    """People of a share as one shape."""
    style, inset = _style(datum, tone)
    if cells:
        yield Boxes(tuple(_inset(cell, inset) for cell in cells), style, datum.id)


def _inset(cell: _Cell, inset: float) -> _Cell:
    """A place without so much at each of its edges."""
    x, y, wide, high = cell
    return (x + inset, y + inset, wide - 2 * inset, high - 2 * inset)


def _style(datum: Datum, tone: Token) -> tuple[Style, float]:
    """How people are drawn, and how far in from the edges of their places."""
    if is_hollow(datum):
        return Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="mark hollow"), 0.75
    if datum.status is DatumStatus.ESTIMATE:
        return Style(
            fill=tone, stroke=tone, thickness=1.5, opacity=0.28, name="mark estimate"
        ), 0.75
    return Style(fill=tone), 0.0


class _KeyEntry(Struct, frozen=True):
    """A share with the tones it takes in, the larger those of the smaller, and its words."""

    datum: Datum
    tones: tuple[Token, ...]
    label: TextBlock


class _Key(Struct, frozen=True):
    """What the shares are, the largest first; all words begin behind as many swatches as there are
    shares.
    """

    entries: tuple[_KeyEntry, ...]

    @property
    def height(self) -> float:
        """Height of all entries."""
        labels = sum(entry.label.height for entry in self.entries)
        return labels + _KEY_GAP * (len(self.entries) - 1)

    @property
    def words_left(self) -> float:
        """From its left edge to the words, behind the swatches."""
        return len(self.entries) * (_SWATCH + 2) + 6

    @property
    def width(self) -> float:
        """Width of the widest entry."""
        return max(entry.label.width for entry in self.entries) + self.words_left


def _key(nested: Sequence[Datum], room: float) -> _Key:
    limit = room - len(nested) * (_SWATCH + 2) - 6
    entries = (_entry(nested, place, limit) for place in range(len(nested)))
    return _Key(tuple(reversed([*entries])))


def _entry(nested: Sequence[Datum], place: int, limit: float) -> _KeyEntry:
    datum, tones = nested[place], _TONES[len(nested) - 1]
    label = block(f"{datum.row} {datum.number}", limit, strong=True)
    return _KeyEntry(datum, tones[: place + 1], label)


def _write_key(key: _Key, left: float, top: float) -> Iterator[Shape]:
    for entry in key.entries:
        yield from _swatches(entry, left, top)
        yield from write(entry.label, left + key.words_left, top, figure=entry.datum.id)
        top += entry.label.height + _KEY_GAP


def _swatches(entry: _KeyEntry, left: float, top: float) -> Iterator[Shape]:
    for place, tone in enumerate(entry.tones):
        yield _swatch(_swatch_style(entry.datum, tone), left + place * (_SWATCH + 2), top + 4)


def _swatch(style: Style, left: float, top: float) -> Rectangle:
    return Rectangle(left, top, _SWATCH, _SWATCH, style, rounded=2.0)


def _swatch_style(datum: Datum, tone: Token) -> Style:
    if is_hollow(datum):
        return Style(stroke=tone, thickness=1.5, dash=(3.0, 2.0), name="key")
    return Style(fill=tone, name="key")
