"""The checks that kinds share: would this chart mislead, or can it not be drawn?

Cheap, without drawing or measuring.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Final

from charts.layout.groups import first_places
from charts.layout.marks import is_hollow
from charts.layout.text_layout import LONGEST_NUMBER, longest_number
from charts.spec import ChartSpec, Datum, DatumRelation

#: The narrowest and widest chart, in CSS px.
WIDTHS: Final = (320, 900)

_INDEFINITE: Final = frozenset(DatumRelation) - {DatumRelation.EQUAL, DatumRelation.ABOUT}
_SLUG: Final = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
_FIRST_EMOJI: Final = 0x1F000
#: Room for the last digits of binary numbers in a comparison.
_FLOAT_SPARE: Final = 1e-9
_PAIR: Final = 2


def general_reasons(spec: ChartSpec, most: int) -> Iterator[str]:
    """What no kind can draw: no figure, more than ``most``, one without a value, text that cannot
    be shown.
    """
    yield from _bad_count(len(spec.data), most)
    yield from _bad_frame(spec)
    yield from chain.from_iterable(map(_bad_datum, all_data(spec)))
    yield from _repeated(all_data(spec))
    yield from _unshowable(spec)


def _bad_count(count: int, most: int) -> Iterator[str]:
    if not count:
        yield "no figure to draw"
    if count > most:
        yield too_many_figures(count, most)


def too_many_figures(count: int, most: int) -> str:
    """Why a chart of ``count`` figures is refused, where its kind shows ``most``."""
    return f"{count} figures are more than the {most} a chart shows legibly"


def _bad_frame(spec: ChartSpec) -> Iterator[str]:
    yield from _bad_width(spec.width)
    if not _SLUG.fullmatch(spec.id):
        yield f"a chart's id is a slug, not {spec.id!r}"


def _bad_width(width: int) -> Iterator[str]:
    narrowest, widest = WIDTHS
    if not narrowest <= width <= widest:
        yield f"a chart is between {narrowest} and {widest} px wide, not {width}"


def all_data(spec: ChartSpec) -> tuple[Datum, ...]:
    """All figures of a chart, its total and its reference included."""
    return tuple(datum for datum in (*spec.data, spec.total, spec.reference) if datum is not None)


def _bad_datum(datum: Datum) -> Iterator[str]:
    yield from _bad_number(datum)
    yield from _bad_value(datum)
    if not all(map(_is_finite, (datum.value, datum.low, datum.high, datum.time))):
        yield f"{datum.id}: a number that is not finite"


def _bad_number(datum: Datum) -> Iterator[str]:
    if not datum.number.strip():
        yield f"{datum.id}: no number to show"
    yield from _too_long(datum)


def _too_long(datum: Datum) -> Iterator[str]:
    if longest_number(datum.number) > LONGEST_NUMBER:
        yield (
            f"{datum.id}: a number of more than {LONGEST_NUMBER} characters has no room on a "
            "phone; take a larger unit"
        )


def _bad_value(datum: Datum) -> Iterator[str]:
    if datum.relation is DatumRelation.RANGE:
        yield from _range(datum)
    elif datum.value is None:
        yield f"{datum.id}: no value; what is absent is never drawn as zero"


def _is_finite(number: float | None) -> bool:
    return number is None or math.isfinite(number)


def _range(datum: Datum) -> Iterator[str]:
    if datum.low is datum.high is None:
        yield f"{datum.id}: a range without ends"
    elif _is_upside_down(datum):
        yield f"{datum.id}: a range whose low end is above its high end"


def _is_upside_down(datum: Datum) -> bool:
    return datum.low is not None and datum.high is not None and datum.low > datum.high


def _repeated(data: Iterable[Datum]) -> Iterator[str]:
    seen: set[str] = set()
    for datum in data:
        if datum.id in seen:
            yield f"{datum.id} occurs twice"
        seen.add(datum.id)


def _unshowable(spec: ChartSpec) -> Iterator[str]:
    for char in sorted(set().union(*_texts(spec))):
        reason = _why_unshowable(char)
        if reason:
            yield f"{_named(char)}: {reason}"


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}"


def _texts(spec: ChartSpec) -> Iterator[str]:
    """Everything that a drawing writes or says."""
    yield from (spec.title, spec.description, *spec.words.values())
    yield from chain.from_iterable(map(_texts_of, all_data(spec)))


def _texts_of(datum: Datum) -> tuple[str, ...]:
    return (datum.group, datum.row, datum.number, datum.time_label)


def _why_unshowable(char: str) -> str | None:
    category = unicodedata.category(char)
    return _why_never_seen(category) or _why_not_drawn(char, category)


def _why_never_seen(category: str) -> str | None:
    if category in {"Cn", "Co"}:
        return "a character that Unicode gives no meaning"
    if category[0] == "C" or category in {"Zl", "Zp"}:
        return "a control character has no place in a label"
    return None


def _why_not_drawn(char: str, category: str) -> str | None:
    if ord(char) >= _FIRST_EMOJI and category == "So":
        return "emoji are not drawn"
    if unicodedata.bidirectional(char) in {"R", "AL"}:
        return "right-to-left text is not drawn"
    return None


def only_points(spec: ChartSpec) -> Iterator[str]:
    """For kinds in which every figure is one place on a scale: no ranges."""
    for datum in spec.data:
        if datum.relation is DatumRelation.RANGE:
            yield f"{datum.id}: a range has no single place in this kind of chart; bars can draw it"


def only_definite(spec: ChartSpec) -> Iterator[str]:
    """For kinds whose marks join on: a bound has no end at which the next one could begin."""
    for datum in spec.data:
        if datum.relation in _INDEFINITE:
            yield (
                f"{datum.id}: known only as a bound or a range, so it is not a definite part of a "
                "whole; bars can draw it"
            )


def one_sort(spec: ChartSpec) -> Iterator[str]:
    """For kinds that compare or add: what was counted does not mix with what is only intended."""
    if len({is_hollow(datum) for datum in all_data(spec)}) > 1:
        yield (
            "targets, plans or standards are shown beside observations as if they had been reached"
        )


def no_break(spec: ChartSpec) -> Iterator[str]:
    """For kinds that join all figures of a row: none of them counts something else than the one
    before.
    """
    for datum in spec.data:
        if datum.starts_anew:
            yield (
                f"{datum.id}: something else was counted from here on, so that nothing may join "
                "it to the figure before; line draws the break"
            )


def times_in_order(spec: ChartSpec) -> Iterator[str]:
    """For kinds with a time axis: every figure has a time, and within a row they come in order,
    each moment once.
    """
    yield from _without_time(spec)
    for _, data in rows(spec):
        yield from _unordered(datum for datum in data if datum.time is not None)


def _unordered(data: Iterable[Datum]) -> Iterator[str]:
    for earlier, later in pairwise(data):
        yield from _out_of_order(earlier, later)


def _without_time(spec: ChartSpec) -> Iterator[str]:
    return (without_time(datum) for datum in spec.data if datum.time is None)


def without_time(datum: Datum) -> str:
    """Why a figure without a moment has no place in a chart with a time axis."""
    return (
        f"{datum.id}: no time of its own, a moment or two or three whole years, so it has "
        "no place on a time axis"
    )


def some_line(listed: Iterable[Sequence[Datum]]) -> Iterator[str]:
    """For kinds of lines: some row at least has two moments."""
    if all(len(data) < _PAIR for data in listed):
        yield "one figure makes no line; two moments are needed"


def _out_of_order(earlier: Datum, later: Datum) -> Iterator[str]:
    if later.time_or_zero == earlier.time_or_zero:
        yield _out_of_place(later, "at the same time as", earlier)
    elif later.time_or_zero < earlier.time_or_zero:
        yield _out_of_place(later, "earlier than", earlier)


def _out_of_place(datum: Datum, how: str, before: Datum) -> str:
    return (
        f"{datum.id}: {how} {before.id}, which comes before it; list the figures of "
        "a series in their order of time, each time once"
    )


def rows(spec: ChartSpec) -> Iterator[tuple[str, tuple[Datum, ...]]]:
    """The figures row by row, those of one name in two groups apart, in the order in which rows
    first occur.
    """
    for (_, row), data in groupby(_row_by_row(spec), key=_row):
        yield row, tuple(data)


def _row_by_row(spec: ChartSpec) -> list[Datum]:
    order = first_places(map(_row, spec.data))
    return sorted(spec.data, key=lambda datum: order[_row(datum)])


def _row(datum: Datum) -> tuple[str, str]:
    return datum.group, datum.row


def rounding(data: Iterable[Datum]) -> float:
    """How far rounding may have moved the sum of the figures: half of each one's last printed
    digit.
    """
    return sum(datum.precision for datum in data) / 2


def exceeds(amount: float, whole: float, spare: float) -> bool:
    """Whether ``amount`` is more than ``whole`` by more than rounding explains."""
    return amount > whole + spare + _FLOAT_SPARE * max(abs(amount), abs(whole))
