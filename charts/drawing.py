"""From a chart spec to its drawing, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from charts.output.key import conventions_of
from charts.output.svg import svg
from charts.registry import REGISTRY, lay_out
from charts.spec import ChartRefused, ChartSpec, Drawing
from charts.traits import CHART_KINDS, MOST_FIGURES
from charts.validation import general_reasons


def refuse(spec: ChartSpec) -> str | None:
    """Why this chart would mislead or cannot be drawn, None where nothing speaks against it.

    A figure is named by its id, so that the reason reads the same in every language. Cheap: nothing
    is measured or drawn.
    """
    if spec.kind not in REGISTRY:
        return f"unknown kind of chart {spec.kind!r}; known are {', '.join(CHART_KINDS)}"
    return next(_reasons(spec), None)


def _reasons(spec: ChartSpec) -> Iterator[str]:
    """All that speaks against a chart of a known kind."""
    yield from general_reasons(spec, MOST_FIGURES[spec.kind])
    yield from REGISTRY[spec.kind].reasons(spec)


def draw(spec: ChartSpec) -> Drawing:
    """The chart as one SVG element with its height in CSS px.

    Raises ChartRefused for what ``refuse`` names and for a missing glyph.
    """
    _refuse_misleading(spec)
    scene = lay_out(spec)
    return Drawing(svg(scene, spec), scene.height, tuple(conventions_of(spec, scene)))


def _refuse_misleading(spec: ChartSpec) -> None:
    reason = refuse(spec)
    if reason:
        raise ChartRefused(f"{spec.id}: {reason}")
