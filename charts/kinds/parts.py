"""A whole as one bar, divided into its parts."""

from __future__ import annotations

from collections.abc import Iterator

from charts.layout.divided_bar import Whole, amount, lay_whole, never_negative
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
    if spec.total is not None:
        yield from _over_the_whole(spec, spec.total)
    elif not amount(spec.data):
        yield "parts of nothing: every value is zero"
    if spec.whole is not None and exceeds(amount(spec.data), spec.whole, rounding(spec.data)):
        yield f"the parts add up to {amount(spec.data):g}, more than a whole, {spec.whole:g}"


def _over_the_whole(spec: ChartSpec, total: Datum) -> Iterator[str]:
    whole = _highest(total)
    if whole is None:
        if not amount(spec.data):
            yield "parts of nothing: every value is zero"
        return
    if exceeds(amount(spec.data), whole, rounding((*spec.data, total))):
        yield (
            f"{total.id}: the parts add up to {amount(spec.data):g}, more than their whole, "
            f"{whole:g}"
        )
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
    whole = spec.whole if spec.total is None else spec.total.value
    spare = rounding(spec.data if spec.total is None else (*spec.data, spec.total))
    return whole if whole is not None and exceeds(whole, amount(spec.data), spare) else 0.0


def _notes(spec: ChartSpec, whole: Whole) -> Iterator[TextBlock]:
    """The total, and a word for what is left of it beyond the parts."""
    if spec.total is not None:
        named = f"{spec.words.get('total', spec.total.row)} {spec.total.number}"
        yield block(named + spec.words.get("rounding", ""), spec.width)
    if "rest" in spec.words and whole.has_rest:
        yield block(f"□ {spec.words['rest']}", spec.width)
