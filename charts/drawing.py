"""From a chart spec to its drawing, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charts.layout.marks import conventions
from charts.layout.series import has_gap
from charts.output.svg import svg
from charts.registry import REGISTRY
from charts.spec import ChartRefused, ChartSpec, Drawing
from charts.validation import all_data, general_reasons, rows

#: The names of the kinds that can be drawn.
KINDS: Final = tuple(REGISTRY)
#: Those that say themselves when each figure was.
SHOW_TIME: Final = frozenset(name for name, kind in REGISTRY.items() if kind.shows_time)
#: Those without a scale of values.
MIX_UNITS: Final = frozenset(name for name, kind in REGISTRY.items() if kind.mixes_units)
#: Those whose lines stop where something else was counted from then on.
HAVE_LINES: Final = frozenset(name for name, kind in REGISTRY.items() if kind.has_lines)
#: Those that compare groups of figures.
WANT_GROUPS: Final = frozenset(name for name, kind in REGISTRY.items() if kind.wants_groups)


def refuse(spec: ChartSpec) -> str | None:
    """Why this chart would mislead or cannot be drawn, None where nothing speaks against it.

    A figure is named by its id, so that the reason reads the same in every language. Cheap: nothing is measured or drawn.
    """
    if spec.kind not in REGISTRY:
        return f"unknown kind of chart {spec.kind!r}; known are {', '.join(KINDS)}"
    kind = REGISTRY[spec.kind]
    return next(general_reasons(spec, kind.most), None) or next(kind.reasons(spec), None)


def draw(spec: ChartSpec) -> Drawing:
    """The chart as one SVG element with its height in CSS px. Raises ChartRefused for what ``refuse`` names and for a missing glyph."""
    reason = refuse(spec)
    if reason:
        raise ChartRefused(f"{spec.id}: {reason}")
    scene = REGISTRY[spec.kind].lay_out(spec)
    return Drawing(svg(scene, spec), scene.height, tuple(_conventions(spec)))


def _conventions(spec: ChartSpec) -> Iterator[str]:
    """The conventions of the marks, and that lines stop at gaps where they do."""
    yield from conventions(all_data(spec))
    if REGISTRY[spec.kind].has_lines and any(has_gap(data) for _, data in rows(spec)):
        yield "gap"
