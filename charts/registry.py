"""The kinds of charts, by name: how each is checked and laid out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from charts.kinds import (
    against_nation,
    bars,
    grouped_bars,
    line,
    milestones,
    parts,
    people_in_100,
    shares,
    small_multiples,
    targets,
    then_and_now,
)
from charts.layout.scene import Scene
from charts.spec import ChartSpec


class ChartKind(Struct, frozen=True):
    """A kind of chart: what would make it mislead, said without drawing, and where everything
    lies.
    """

    reasons: Callable[[ChartSpec], Iterator[str]]
    lay_out: Callable[[ChartSpec], Scene]


REGISTRY: Final[Mapping[str, ChartKind]] = MappingProxyType(
    {
        "bars": ChartKind(bars.reasons, bars.lay_out),
        "grouped-bars": ChartKind(grouped_bars.reasons, grouped_bars.lay_out),
        "parts": ChartKind(parts.reasons, parts.lay_out),
        "shares": ChartKind(shares.reasons, shares.lay_out),
        "line": ChartKind(line.reasons, line.lay_out),
        "small-multiples": ChartKind(small_multiples.reasons, small_multiples.lay_out),
        "then-and-now": ChartKind(then_and_now.reasons, then_and_now.lay_out),
        "targets": ChartKind(targets.reasons, targets.lay_out),
        "milestones": ChartKind(milestones.reasons, milestones.lay_out),
        "people-in-100": ChartKind(people_in_100.reasons, people_in_100.lay_out),
        "against-nation": ChartKind(against_nation.reasons, against_nation.lay_out),
    }
)

#: The layouts made last: picture, card and the page's drawings of a chart share most widths.
_LAID_OUT: Final[deque[tuple[ChartSpec, Scene]]] = deque(maxlen=12)


def lay_out(spec: ChartSpec) -> Scene:
    """Where everything of a chart lies. Raises ChartRefused for a missing glyph."""
    for known, scene in _LAID_OUT:
        if known == spec:
            return scene
    scene = REGISTRY[spec.kind].lay_out(spec)
    _LAID_OUT.append((spec, scene))
    return scene
