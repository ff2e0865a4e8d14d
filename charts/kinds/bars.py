"""Bars in the given order, from zero, each with its number at its end."""

from __future__ import annotations

from collections.abc import Iterator

from charts.layout.bar_rows import lay_bars
from charts.layout.scene import Scene
from charts.spec import ChartSpec


def reasons(spec: ChartSpec) -> Iterator[str]:
    """A total or a line for the nation belongs to other kinds."""
    if spec.total is not None:
        yield "bars do not show a total; parts does"
    if spec.reference is not None:
        yield "bars have no line for the nation; against-nation has"


def lay_out(spec: ChartSpec) -> Scene:
    """Names above the bars on a phone, in a column beside them on a wide screen."""
    return lay_bars(spec)
