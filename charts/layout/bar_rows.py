"""Bars one below the other, each with its name and number: the layout that ``bars``,
``grouped-bars`` and ``against-nation`` share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from msgspec import Struct

from charts.layout.groups import groups, members
from charts.layout.marks import (
    FADE,
    TONES,
    BarSpan,
    Ending,
    bar,
    ending,
    ends,
    is_hollow,
    range_bar,
    tail,
    wave,
)
from charts.layout.scene import (
    ZERO,
    Anchor,
    Boxes,
    Edge,
    Fade,
    Path,
    Rectangle,
    Scene,
    Shape,
    Style,
    vertical,
    write,
)
from charts.layout.text_layout import LINE, TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.values import replace

#: From this width on, names are in a column left of the bars.
WIDE_FROM: Final = 560
#: Room between a mark and its number.
NUMBER_GAP: Final = 8.0

_COLUMN_SHARE: Final = 0.38
_NUMBER_SHARE: Final = 0.55
_SHORTEST: Final = 0.3
_MANY: Final = 12
_ROW_GAP: Final = 12.0
_MEMBER_GAP: Final = 3.0
_NAMED_MEMBER_GAP: Final = 8.0
_GROUP_GAP: Final = 18.0
_SHORT_COLUMN_SHARE: Final = 0.24
_NAME_GAP: Final = 4.0
_BELOW: Final = 4.0
#: The line for the nation: how thick it is, how far it stands out of a bar, and how strong the
#: shade is that opens it at its label.
_LINE: Final = 1.25
_OUT: Final = 3.0
_SHADE: Final = 0.45
_LINE_WAVE: Final = 2.0
_LINE_ROOM: Final = 6.0
_MARK: Final = 9.0
_LINE_SWING: Final = 9.0
#: What is left of a whole beyond a bar.
_REST: Final = Style(fill="rule", opacity=0.5, name="rest")


class Scale(Struct, frozen=True):
    """From values to x; no mark reaches beyond ``most``."""

    zero: float
    per_unit: float
    most: float = math.inf

    def at(self, value: float) -> float:
        """Where ``value`` lies, in CSS px."""
        return self.zero + value * self.per_unit


class BarRow(Struct, frozen=True):
    """A figure with its name and number, broken into lines; the first of a group with the group's
    name as ``heading``.
    """

    datum: Datum
    name: TextBlock
    number: TextBlock
    tone: Token = "accent"
    heading: TextBlock | None = None


class Plan(Struct, frozen=True):
    """What is settled before the first row is placed; ``whole`` is where a share of everything
    would end, None where bars are not shares.
    """

    left: float
    right: float
    scale: Scale
    beside: bool
    wide: bool
    thickness: float
    gap: float
    whole: float | None
    reference: Datum | None


def column(spec: ChartSpec, names: Iterable[str]) -> float:
    """Width of the column of names, its gap included; 0 where names are above."""
    return 0.0 if spec.width < WIDE_FROM else _wrapped_column(spec, names)


def _wrapped_column(spec: ChartSpec, names: Iterable[str]) -> float:
    """Width of a column of names that may take several lines, its gap included."""
    widest = max((block(name, spec.width * _COLUMN_SHARE).width for name in names), default=0.0)
    return widest + 2 * NUMBER_GAP


def lay_bars(spec: ChartSpec, reference: Datum | None = None) -> Scene:
    """All bars on one scale from zero, with ``reference`` as a line across them; many names are
    beside their bars on a phone too.
    """
    naming = name_of(spec)
    names = [naming(datum) for datum in spec.data]
    left = _wrapped_column(spec, names) if len(names) > _MANY else column(spec, names)
    return _lay_rows(
        spec,
        [_row(spec, datum, naming(datum), left) for datum in spec.data],
        left,
        reference,
        gap=_ROW_GAP,
    )


def lay_groups(spec: ChartSpec) -> Scene:
    """The bars of each group under its name, close together, all on one scale from zero; few rows
    have their tone in every group.
    """
    left = _short_column(spec, members(spec)) or column(spec, members(spec))
    tones = _member_tones(spec)
    rows = [
        replace(_row(spec, datum, datum.row, left), tone=tones[datum.row], heading=heading)
        for heading, datum in _headed(spec)
    ]
    return _lay_rows(spec, rows, left, None, gap=_MEMBER_GAP if left else _NAMED_MEMBER_GAP)


def _member_tones(spec: ChartSpec) -> dict[str, Token]:
    """The tone of each row: its own where there are enough of them."""
    listed = members(spec)
    if len(listed) > len(TONES):
        return dict.fromkeys(listed, TONES[0])
    return dict(zip(listed, TONES, strict=False))


def lay_steps(spec: ChartSpec) -> Scene:
    """The figures of each row under its name, each with its time, all on one scale from zero and in
    one tone.
    """
    steps = replace(
        spec,
        data=tuple(replace(datum, group=datum.row, row=datum.time_label) for datum in spec.data),
    )
    left = _short_column(steps, members(steps)) or column(steps, members(steps))
    rows = [
        replace(_row(steps, datum, datum.row, left), heading=heading)
        for heading, datum in _headed(steps)
    ]
    return _lay_rows(steps, rows, left, None, gap=_MEMBER_GAP if left else _NAMED_MEMBER_GAP)


def _headed(spec: ChartSpec) -> Iterator[tuple[TextBlock | None, Datum]]:
    for group, data in groups(spec):
        for datum in data:
            yield (block(group, spec.width, strong=True) if datum is data[0] else None), datum


def _short_column(spec: ChartSpec, names: Iterable[str]) -> float:
    """Width of a column of names so short that even a phone has room for it; 0 where they are
    longer.
    """
    widest = max(block(name, spec.width).width for name in names)
    return widest + 2 * NUMBER_GAP if widest <= spec.width * _SHORT_COLUMN_SHARE else 0.0


def _lay_rows(
    spec: ChartSpec, rows: Sequence[BarRow], left: float, reference: Datum | None, *, gap: float
) -> Scene:
    plan = _plan(spec, rows, left, reference, gap)
    placed = tuple(_placed(rows, plan))
    bottom = placed[-1][1] + _height(rows[-1], plan)
    shapes = [*_zero_lines(placed, plan), *_reference_label(plan), *_under(placed, plan)]
    for row, top in placed:
        shapes += _lay(row, plan, top)
    if plan.whole is not None:
        shapes += _scale_words(spec, plan, plan.whole, bottom + _BELOW)
        bottom += _BELOW + LINE
    return Scene(spec.width, bottom + _BELOW, tuple(shapes))


def _scale_words(spec: ChartSpec, plan: Plan, whole: float, top: float) -> Iterator[Shape]:
    """What the ends of the scale of shares are."""
    end = block(spec.words.get("whole", f"{spec.whole:g}"), spec.width)
    yield from write(block("0", spec.width), plan.scale.zero, top, role="soft")
    yield from write(end, whole, top, role="soft", anchor="end")


def _placed(rows: Sequence[BarRow], plan: Plan) -> Iterator[tuple[BarRow, float]]:
    """Each row with its top."""
    top = 0.0 if plan.reference is None else _reference_text(plan.reference, plan).height + 14.0
    for row in rows:
        if row is not rows[0]:
            top += plan.gap if row.heading is None else _GROUP_GAP
        if row.heading is not None:
            top += row.heading.height + _NAME_GAP
        yield row, top
        top += _height(row, plan)


def name_of(spec: ChartSpec) -> _Naming:
    """How the figures of this chart are called: by row, with the time where several share a row."""
    counts = Counter(datum.row for datum in spec.data)
    return _Naming(frozenset(row for row, count in counts.items() if count > 1))


class _Naming(Struct, frozen=True):
    shared: frozenset[str]

    def __call__(self, datum: Datum) -> str:
        return f"{datum.row} {datum.time_label}".strip() if datum.row in self.shared else datum.row


def name_limit(spec: ChartSpec, left: float) -> float:
    """Room for a name in a column ``left`` px wide, or above the bars where there is none."""
    return left - 2 * NUMBER_GAP + 0.01 if left else spec.width


def _row(spec: ChartSpec, datum: Datum, name: str, left: float) -> BarRow:
    number = block(datum.number, (spec.width - left) * _NUMBER_SHARE, strong=True)
    return BarRow(datum, block(name, name_limit(spec, left)), number)


def _plan(
    spec: ChartSpec, rows: Sequence[BarRow], left: float, reference: Datum | None, gap: float
) -> Plan:
    whole = _whole(spec, rows, reference)
    scale, beside = _fitting_scale(rows, spec.width - left, whole, reference)
    end = None if whole is None else left + scale.at(whole)
    return Plan(
        left=left,
        right=spec.width,
        scale=Scale(left + scale.zero, scale.per_unit, math.inf if end is None else end),
        beside=beside,
        wide=bool(left),
        thickness=22.0 if len(rows) <= _MANY else 17.0,
        gap=gap,
        whole=end,
        reference=reference,
    )


def _fitting_scale(
    rows: Sequence[BarRow], room: float, whole: float | None, reference: Datum | None
) -> tuple[Scale, bool]:
    """The scale, and whether numbers are beside the bars: only where that leaves these long enough
    to be compared.
    """
    extent = _extent(rows) if whole is None else whole
    scale = _scale(rows, room, whole, reference, beside=True)
    is_long_enough = not extent or extent * scale.per_unit >= room * _SHORTEST
    if is_long_enough and scale.zero < room:
        return scale, True
    return _scale(rows, room, whole, reference, beside=False), False


def _scale(
    rows: Sequence[BarRow],
    room: float,
    whole: float | None,
    reference: Datum | None,
    *,
    beside: bool,
) -> Scale:
    if whole is None:
        return _scale_of_amounts(rows, room, reference, beside=beside)
    return _scale_of_shares(rows, room, whole, beside=beside)


def _whole(spec: ChartSpec, rows: Sequence[BarRow], reference: Datum | None) -> float | None:
    """What a whole is where every figure is a share of one, so that bars show how much of it they
    are; else None.
    """
    whole = spec.whole
    values = [_reference_value(reference), *(end for row in rows for end in ends(row.datum))]
    if whole is None or any(not 0 <= value <= whole for value in values):
        return None
    return whole


def _scale_of_shares(rows: Sequence[BarRow], room: float, whole: float, *, beside: bool) -> Scale:
    """From nothing to the whole, with a column for the numbers behind it."""
    numbers = NUMBER_GAP + max(row.number.width for row in rows) + 1.0 if beside else 1.0
    return Scale(0.0, max(0.0, room - numbers) / whole)


def _extent(rows: Sequence[BarRow]) -> float:
    """From the lowest to the highest end of all bars."""
    reached = [ends(row.datum) for row in rows]
    return max(high for _, high in reached) - min(low for low, _ in reached)


class _Reach(Struct, frozen=True):
    """How far something reaches to one side of zero: units of the scale, and px beyond them."""

    units: float
    pixels: float


def _scale_of_amounts(
    rows: Sequence[BarRow], room: float, reference: Datum | None, *, beside: bool
) -> Scale:
    """The largest scale on which everything has room on both sides of zero."""
    left = [_Reach(0.0, 0.0), *_reaches(rows, -1, reference, beside=beside)]
    right = [_Reach(0.0, 0.0), *_reaches(rows, 1, reference, beside=beside)]
    per_unit = _most_pixels(left, right, room)
    return Scale(max(reach.units * per_unit + reach.pixels for reach in left), per_unit)


def _most_pixels(left: Sequence[_Reach], right: Sequence[_Reach], room: float) -> float:
    """The most px a unit may take."""
    both = [
        (room - one.pixels - other.pixels, one.units + other.units)
        for one, other in product(left, right)
    ]
    return max(0.0, min((free / span for free, span in both if span > 0), default=0.0))


def _reaches(
    rows: Sequence[BarRow], side: int, reference: Datum | None, *, beside: bool
) -> Iterator[_Reach]:
    """How far rows and line reach on one side."""
    for row in rows:
        yield from _reach(row, side, reference, beside=beside)
    if reference is not None and side == _outward(reference):
        yield _Reach(abs(_reference_value(reference)), _LINE_ROOM)


def _reach(row: BarRow, side: int, reference: Datum | None, *, beside: bool) -> Iterator[_Reach]:
    """How far a row reaches on one side; its number may have to step over the line."""
    low, high = ends(row.datum)
    units = high if side > 0 else -low
    if side != _side(row.datum):
        yield _Reach(units, 0.0)
        return
    pixels = _mark_gap(row.datum) + (NUMBER_GAP + row.number.width if beside else 0.0)
    yield _Reach(units, pixels)
    if beside and reference is not None:
        yield _Reach(max(0.0, _reference_value(reference) * side), pixels + _LINE_ROOM)


def _mark_gap(datum: Datum) -> float:
    """Room a mark takes beyond its value, in CSS px."""
    return max(tail(datum), 2.0)


def _side(datum: Datum) -> int:
    low, high = ends(datum)
    return -1 if low < 0 and high <= 0 else 1


def _reference_value(reference: Datum | None) -> float:
    return 0.0 if reference is None else reference.value_or_zero


def _outward(reference: Datum) -> int:
    """Which way lies away from zero at the line: 1 to the right, -1 to the left."""
    return -1 if _reference_value(reference) < 0 else 1


def _height(row: BarRow, plan: Plan) -> float:
    if not plan.wide:
        return _over(row, plan) + max(plan.thickness, row.number.height if plan.beside else 0.0)
    if plan.beside:
        return max(row.name.height, plan.thickness, row.number.height)
    return max(row.name.height, row.number.height + 4 + plan.thickness)


def _over(row: BarRow, plan: Plan) -> float:
    """What is above the bar where the name does."""
    return row.name.height + _NAME_GAP + (0.0 if plan.beside else row.number.height)


def _bar_top(row: BarRow, plan: Plan, top: float) -> float:
    if plan.wide and plan.beside:
        return top + (_height(row, plan) - plan.thickness) / 2
    if plan.wide:
        return top + row.number.height + 4
    spare = max(0.0, row.number.height - plan.thickness) / 2 if plan.beside else 0.0
    return top + _over(row, plan) + spare


def _under(placed: Sequence[tuple[BarRow, float]], plan: Plan) -> Iterator[Shape]:
    """What lies below the bars: the whole of which each is a share, and the line for the nation, in
    one piece where no name is in its way.
    """
    tops = [_bar_top(row, plan, top) for row, top in placed]
    if plan.whole is not None:
        yield _wholes(tops, plan, plan.whole)
    if plan.reference is not None and plan.wide:
        bottom = tops[-1] + plan.thickness + _OUT
        yield from _line(plan.reference, plan, placed[0][1] - 4, bottom)
    elif plan.reference is not None:
        for top in tops:
            yield from _line(plan.reference, plan, top - _OUT, top + plan.thickness + _OUT)


def _wholes(tops: Sequence[float], plan: Plan, whole: float) -> Boxes:
    zero = plan.scale.zero
    return Boxes(tuple((zero, top, whole - zero, plan.thickness) for top in tops), _REST)


def _lay(row: BarRow, plan: Plan, top: float) -> Iterator[Shape]:
    """A row: heading, name, bar and number."""
    yield from _names(row, plan, top)
    bar_top = _bar_top(row, plan, top)
    yield from bar_of(row.datum, plan.scale, bar_top, plan.thickness, row.tone)
    if plan.reference is not None:
        yield from _line_over(row.datum, plan.reference, plan, bar_top)
    if plan.beside:
        yield from _number_beside(row, plan, bar_top + plan.thickness / 2)
    else:
        number_top = top if plan.wide else top + row.name.height
        yield from write(row.number, plan.left, number_top, figure=row.datum.id)


def _names(row: BarRow, plan: Plan, top: float) -> Iterator[Shape]:
    """What a group is called, over its first row, and what the row is called."""
    if row.heading is not None:
        yield from write(row.heading, 0.0, top - row.heading.height - _NAME_GAP)
    if plan.wide:
        top += (_height(row, plan) - row.name.height) / 2
    yield from write(row.name, 0.0, top, figure=row.datum.id)


def _number_beside(row: BarRow, plan: Plan, middle: float) -> Iterator[Shape]:
    anchor: Anchor = "start" if _side(row.datum) > 0 else "end"
    top = middle - row.number.height / 2
    yield from write(row.number, _number_x(row, plan), top, anchor=anchor, figure=row.datum.id)


def bar_of(
    datum: Datum, scale: Scale, top: float, thickness: float, tone: Token = "accent"
) -> Iterator[Shape]:
    """The mark of a figure, range or not."""

    def span(bound: float | None) -> BarSpan:
        return BarSpan(scale.zero, scale.at(bound or 0.0), top, thickness, scale.most)

    if datum.relation is DatumRelation.RANGE:
        yield from range_bar(datum, span(datum.low), span(datum.high), tone)
    else:
        yield from bar(datum, span(datum.value), tone)


def _number_x(row: BarRow, plan: Plan) -> float:
    """Behind the whole, else beyond the bar's end, and beyond the line where that would run through
    the number.
    """
    if plan.whole is not None:
        return plan.whole + NUMBER_GAP
    side, x = _side(row.datum), _beyond_bar(row.datum, plan.scale)
    if plan.reference is None:
        return x
    line = plan.scale.at(_reference_value(plan.reference))
    is_crossed = -NUMBER_GAP < (line - x) * side < row.number.width + 3
    return line + side * (NUMBER_GAP + 2.0) if is_crossed else x


def _beyond_bar(datum: Datum, scale: Scale) -> float:
    """Where a number is beyond the end of a bar."""
    low, high = ends(datum)
    side = _side(datum)
    return scale.at(high if side > 0 else low) + side * (_mark_gap(datum) + NUMBER_GAP)


def _zero_lines(placed: Sequence[tuple[BarRow, float]], plan: Plan) -> Iterator[Shape]:
    """The line of zero at each bar, where something is below zero; one for all where no name or
    heading is in its way.
    """
    if not _is_below_zero(placed, plan):
        return
    if plan.wide and not any(row.heading for row, _ in placed):
        (_, top), (last, bottom) = placed[0], placed[-1]
        yield vertical(plan.scale.zero, top, bottom + _height(last, plan), ZERO)
        return
    yield from (_zero_line(row, top, plan) for row, top in placed)


def _zero_line(row: BarRow, top: float, plan: Plan) -> Shape:
    """The line of zero at the bar of a row."""
    begin = top + (0.0 if plan.wide else _over(row, plan)) - 2
    return vertical(plan.scale.zero, begin, top + _height(row, plan) + 2, ZERO)


def _is_below_zero(placed: Sequence[tuple[BarRow, float]], plan: Plan) -> bool:
    return _reference_value(plan.reference) < 0 or any(ends(row.datum)[0] < 0 for row, _ in placed)


def _reference_text(reference: Datum, plan: Plan) -> TextBlock:
    return block(f"{reference.row} {reference.number}", plan.right - plan.left, strong=True)


def _line_over(datum: Datum, reference: Datum, plan: Plan, top: float) -> Iterator[Path]:
    """The line across a bar: cut out of the bar where it is filled there, else as everywhere."""
    low, high = ends(datum)
    is_filled = low < _reference_value(reference) < high and not is_hollow(datum)
    yield from _line(reference, plan, top, top + plan.thickness, "paper" if is_filled else "ink")


def _line(
    reference: Datum, plan: Plan, top: float, bottom: float, tone: Token = "ink"
) -> Iterator[Path]:
    """A stretch of the line; wavy for "about"."""
    x = plan.scale.at(_reference_value(reference))
    dash = (4.0, 3.0) if is_hollow(reference) else None
    style = Style(stroke=tone, thickness=_LINE, dash=dash, name="reference")
    if ending(reference) is Ending.WAVE:
        times = max(1, round((bottom - top) / _LINE_SWING))
        yield Path(wave(x, top, bottom, _LINE_WAVE, times), style)
    else:
        yield vertical(x, top, bottom, style)


def _reference_label(plan: Plan) -> Iterator[Shape]:
    """The nation's name and number over its line."""
    reference = plan.reference
    if reference is None:
        return
    text = _reference_text(reference, plan)
    line = plan.scale.at(_reference_value(reference))
    x = min(max(line - text.width / 2, plan.left), plan.right - text.width)
    yield from write(text, x, 0.0, figure=reference.id)
    for shape in _reference_mark(reference, plan, text.height + 1):
        yield replace(shape, figure=reference.id)


def _reference_mark(reference: Datum, plan: Plan, top: float) -> Iterator[Path | Rectangle]:
    """The upper end of the line, with what its qualifier adds: a shade over what may be true as
    well fades out there, clear of the bars.
    """
    x = plan.scale.at(_reference_value(reference))
    yield from _line(reference, plan, top, top + _MARK)
    if ending(reference) is Ending.NOTCH:
        yield vertical(x + 4, top, top + _MARK, Style(stroke="ink", thickness=1.0, name="notch"))
    if ending(reference) is Ending.FADE:
        yield _shade(reference, plan, top)


def _shade(reference: Datum, plan: Plan, top: float) -> Rectangle:
    x = plan.scale.at(_reference_value(reference))
    towards, room = Edge.LEFT, x - plan.left
    if _outward(reference) > 0:
        towards, room = Edge.RIGHT, plan.right - x
    long = min(FADE, room)
    left = x if towards.is_forward else x - long
    style = Style(fill=Fade("ink", towards), opacity=_SHADE, name="fade")
    return Rectangle(left, top, long, _MARK, style)
