"""What is to be reached by when: hollow where it is only intended, filled where it was observed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charts.layout.bar_rows import lay_steps
from charts.layout.marks import is_hollow
from charts.layout.scene import Scene
from charts.layout.slope import slope
from charts.spec import ChartSpec
from charts.validation import no_break, only_points, rows, times_in_order

_PAIR: Final = 2


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Every figure has its moment, and at least one of them is something to be reached."""
    yield from only_points(spec)
    yield from times_in_order(spec)
    yield from no_break(spec)
    if not any(map(is_hollow, spec.data)):
        yield "no target, plan or standard among the figures; then-and-now shows observations"


def lay_out(spec: ChartSpec) -> Scene:
    """One row rises over its time axis, from zero; several, or one whose words would collide, are
    steps of bars on one scale from zero.
    """
    return _rising(spec) or lay_steps(spec)


def _rising(spec: ChartSpec) -> Scene | None:
    """One row over its time axis; None for more of them, or where its words would collide."""
    if len(tuple(rows(spec))) == 1 and len(spec.data) >= _PAIR:
        return slope(spec, spec.data, _sort(spec))
    return None


def _sort(spec: ChartSpec) -> str:
    return spec.words.get("target", "") if all(map(is_hollow, spec.data)) else ""
