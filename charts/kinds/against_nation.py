"""Bars of areas with a line across them for the nation."""

from __future__ import annotations

from collections.abc import Iterator

from charts.layout.bar_rows import lay_bars
from charts.layout.scene import Scene
from charts.spec import ChartSpec, DatumRelation


def reasons(spec: ChartSpec) -> Iterator[str]:
    """The line needs one place; a nation's range has two."""
    if spec.reference is None:
        yield "no reference to compare the areas with"
    elif spec.reference.relation is DatumRelation.RANGE:
        yield f"{spec.reference.id}: a range is not a line to compare with"


def lay_out(spec: ChartSpec) -> Scene:
    """As bars, with the nation's number written at the top of its line."""
    return lay_bars(spec, spec.reference)
