"""From a chart spec to its drawing, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from charts.output.key import conventions_of
from charts.output.svg import svg
from charts.registry import REGISTRY, lay_out
from charts.spec import ChartRefused, ChartSpec, Drawing
from charts.validation import general_reasons

#: The names of the kinds that can be drawn.
CHART_KINDS: Final = tuple(REGISTRY)
#: Those that say themselves when each figure was.
SHOW_TIME: Final = frozenset(name for name, kind in REGISTRY.items() if kind.shows_time)
#: Those without a scale of values.
MIX_UNITS: Final = frozenset(name for name, kind in REGISTRY.items() if kind.mixes_units)
#: Those whose lines stop where something else was counted from then on.
HAVE_LINES: Final = frozenset(name for name, kind in REGISTRY.items() if kind.has_lines)
#: The most figures that each shows.
MOST_FIGURES: Final = MappingProxyType({name: kind.most for name, kind in REGISTRY.items()})
#: Those that draw a hundred people, and want to know who they are.
DRAW_PEOPLE: Final = frozenset(name for name, kind in REGISTRY.items() if kind.draws_people)
#: Those that compare groups of figures.
WANT_GROUPS: Final = frozenset(name for name, kind in REGISTRY.items() if kind.wants_groups)


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
    kind = REGISTRY[spec.kind]
    yield from general_reasons(spec, kind.most)
    yield from kind.reasons(spec)


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
