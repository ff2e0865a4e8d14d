"""A whole as one bar, divided into its parts."""

from __future__ import annotations

from collections.abc import Iterator

from charts.layout.divided_bar import Whole, amount, lay_whole, never_negative, rest_note
from charts.layout.scene import Scene, write
from charts.layout.text_layout import TextBlock, block
from charts.spec import ChartSpec, Datum, DatumRelation
from charts.validation import exceeds, one_sort, only_definite, rounding


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Parts are definite, of one sort, not negative, and together no more than their whole,
    rounding aside.
    """
    yield from only_definite(spec)
    yield from one_sort(spec)
    yield from never_negative(spec)
    yield from _not_of_total(spec)
    if spec.whole is not None:
        yield from _over_unit(amount(spec.data), spec.whole, rounding(spec.data))


def _over_unit(together: float, whole: float, spare: float) -> Iterator[str]:
    """Parts that are more than a whole as the unit has it."""
    if exceeds(together, whole, spare):
        yield f"the parts add up to {together:g}, more than a whole, {whole:g}"


def _not_of_total(spec: ChartSpec) -> Iterator[str]:
    """Parts that cannot be those of the printed total, or of any."""
    whole = None if spec.total is None else _highest(spec.total)
    if spec.total is not None and whole is not None:
        yield from _over_the_whole(spec, spec.total, whole)
    elif not amount(spec.data):
        yield "parts of nothing: every value is zero"


def _over_the_whole(spec: ChartSpec, total: Datum, whole: float) -> Iterator[str]:
    together = amount(spec.data)
    if exceeds(together, whole, rounding((*spec.data, total))):
        yield f"{total.id}: the parts add up to {together:g}, more than their whole, {whole:g}"
    elif whole <= 0:
        yield f"{total.id}: a whole of nothing has no parts"


def _highest(total: Datum) -> float | None:
    """The most that a total may be; None where it has no upper end."""
    if total.relation in {DatumRelation.RANGE, DatumRelation.MORE, DatumRelation.AT_LEAST}:
        return total.high
    return total.value


def lay_out(spec: ChartSpec) -> Scene:
    """Names and numbers above the bar where they fit; else below it, each with a small picture of
    where its part lies.
    """
    whole = Whole(spec.data, max(amount(spec.data), _drawn_whole(spec)), spec.width)
    figure = spec.total.id if spec.total else None
    shapes, top = lay_whole(whole, 0.0)
    for note in _notes(spec, whole):
        shapes += write(note, 0.0, top + 4.0, role="soft", figure=figure)
        top += 4.0 + note.height
    return Scene(spec.width, top + 4.0, tuple(shapes))


def _drawn_whole(spec: ChartSpec) -> float:
    """The printed total or the unit's whole, unless the parts make it up but for rounding: then
    their sum, so that no gap is drawn that does not exist.
    """
    whole, spare = _stated_whole(spec)
    return whole if whole is not None and exceeds(whole, amount(spec.data), spare) else 0.0


def _stated_whole(spec: ChartSpec) -> tuple[float | None, float]:
    """The printed total or the unit's whole, and how far rounding explains a difference."""
    if spec.total is None:
        return spec.whole, rounding(spec.data)
    return spec.total.value, rounding((*spec.data, spec.total))


def _notes(spec: ChartSpec, whole: Whole) -> Iterator[TextBlock]:
    """The total, and a word for what is left of it beyond the parts."""
    if spec.total is not None:
        yield _total_note(spec, spec.total)
    if whole.has_rest:
        yield from rest_note(spec)


def _total_note(spec: ChartSpec, total: Datum) -> TextBlock:
    named = f"{spec.words.get('total', total.row)} {total.number}"
    return block(named + spec.words.get("rounding", ""), spec.width)
