"""Several wholes side by side, each divided into the same parts: how the shares differ, whatever
the wholes' sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from charts.layout.divided_bar import Whole, amount, lay_whole, never_negative, rest_note
from charts.layout.groups import all_alike, each_once, groups, in_groups, members
from charts.layout.marks import TONES
from charts.layout.scene import Rectangle, Scene, Shape, Style, write
from charts.layout.text_layout import TextBlock, block
from charts.palette import Token
from charts.spec import ChartSpec, Datum
from charts.validation import exceeds, one_sort, only_definite, rounding

_MOST_MEMBERS: Final = 6
_GROUP_GAP: Final = 18.0
_HEADING_GAP: Final = 4.0
_BAR: Final = 26.0
_SWATCH: Final = 12.0
_BESIDE: Final = 6.0
_BETWEEN: Final = 18.0
_BELOW: Final = 4.0
#: What bars of equal length want of their parts.
_CHECKS: Final = (each_once, all_alike, only_definite, one_sort, never_negative)


def reasons(spec: ChartSpec) -> Iterator[str]:
    """The same definite parts in every group, none negative, together no more than a whole where
    the unit says what a whole is.
    """
    yield from in_groups(spec, most_members=_MOST_MEMBERS)
    yield from chain.from_iterable(check(spec) for check in _CHECKS)
    for _, data in groups(spec):
        yield from _no_whole(spec, data)


def _no_whole(spec: ChartSpec, data: tuple[Datum, ...]) -> Iterator[str]:
    if not amount(data):
        yield f"{data[0].id}: its group is a whole of nothing"
    if spec.whole is not None:
        yield from _over_the_whole(data, spec.whole)


def _over_the_whole(data: tuple[Datum, ...], whole: float) -> Iterator[str]:
    together = amount(data)
    if exceeds(together, whole, rounding(data)):
        yield (
            f"{data[0].id}: the parts of its group add up to {together:g}, more than a "
            f"whole, {whole:g}"
        )


def lay_out(spec: ChartSpec) -> Scene:
    """A bar as long as every other for each group; few parts are named once in a key and numbered
    above their bars, many are named at each bar.
    """
    keyed = len(members(spec)) <= len(TONES)
    wholes = [(group, _whole(spec, data, named=not keyed)) for group, data in groups(spec)]
    shapes, top = _key(spec) if keyed else ([], 0.0)
    for group, whole in wholes:
        if shapes:
            top += _GROUP_GAP
        drawn, top = _lay_group(group, whole, top)
        shapes += drawn
    notes, top = _lay_notes(tuple(_notes(spec, [whole for _, whole in wholes])), top)
    return Scene(spec.width, top + _BELOW, (*shapes, *notes))


def _lay_group(group: str, whole: Whole, top: float) -> tuple[list[Shape], float]:
    """A group's name and its bar, and the lower edge."""
    heading = block(group, whole.width, strong=True)
    drawn, bottom = lay_whole(whole, top + heading.height + _HEADING_GAP)
    return [*write(heading, 0.0, top), *drawn], bottom


def _lay_notes(notes: tuple[TextBlock, ...], top: float) -> tuple[list[Shape], float]:
    """The notes below each other, and the lower edge."""
    shapes: list[Shape] = []
    for note in notes:
        shapes += write(note, 0.0, top + _BELOW + _HEADING_GAP, role="soft")
        top += _BELOW + _HEADING_GAP + note.height
    return shapes, top


def _whole(spec: ChartSpec, data: tuple[Datum, ...], *, named: bool) -> Whole:
    """The group's bar: as much as the unit's whole, unless the parts make it up but for rounding;
    else what the parts make up.
    """
    full = amount(data)
    if spec.whole is not None and exceeds(spec.whole, full, rounding(data)):
        full = spec.whole
    return Whole(_in_order(spec, data), full, spec.width, named=named, high=_BAR)


def _in_order(spec: ChartSpec, data: tuple[Datum, ...]) -> tuple[Datum, ...]:
    """The parts of a group as the chart names them."""
    order = {row: place for place, row in enumerate(members(spec))}
    return tuple(sorted(data, key=lambda datum: order[datum.row]))


def _key(spec: ChartSpec) -> tuple[list[Shape], float]:
    """Each part's colour and name, on as few lines as have room, and the lower edge."""
    whole = _whole(spec, next(data for _, data in groups(spec)), named=False)
    names = [block(row, spec.width - _SWATCH - _BESIDE) for row in members(spec)]
    shapes: list[Shape] = []
    top = 0.0
    for index, (name, left, top) in enumerate(_running(names, spec.width)):
        shapes += _named_swatch(name, whole.tone(index), left, top)
    return shapes, top + names[-1].height


def _named_swatch(name: TextBlock, tone: Token, left: float, top: float) -> Iterator[Shape]:
    """A part's colour, and its name beside it."""
    yield Rectangle(left, top + _BESIDE - 2, _SWATCH, _SWATCH, Style(fill=tone, name="key"))
    yield from write(name, left + _SWATCH + _BESIDE, top)


def _running(names: list[TextBlock], width: float) -> Iterator[tuple[TextBlock, float, float]]:
    """The names of a key with the left edge and the top of each: beside each other, on the next
    line where there is no room.
    """
    left = top = high = 0.0
    for name in names:
        if left and left + _SWATCH + _BESIDE + name.width > width:
            left, top = 0.0, top + high
        yield name, left, top
        left += _SWATCH + _BESIDE + name.width + _BETWEEN
        high = name.height


def _notes(spec: ChartSpec, wholes: list[Whole]) -> Iterator[TextBlock]:
    """What a full bar is where the unit does not say it, and a word for what is left of it beyond
    the parts.
    """
    if spec.whole is None and "sum" in spec.words:
        yield block(spec.words["sum"], spec.width)
    if any(whole.has_rest for whole in wholes):
        yield from rest_note(spec)
