"""The kinds of charts, by name: how each is checked and laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from charts.honesty import MOST
from charts.kinds import against_nation, bars, line, parts, people_in_100, targets, then_and_now
from charts.sheet import Sheet
from charts.spec import ChartSpec


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: what would make it mislead, said without drawing, where everything lies, and the most figures that it shows."""

    reasons: Callable[[ChartSpec], Iterator[str]]
    lay_out: Callable[[ChartSpec], Sheet]
    most: int = MOST


REGISTRY: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "bars": Kind(bars.reasons, bars.lay_out),
        "parts": Kind(parts.reasons, parts.lay_out),
        "line": Kind(line.reasons, line.lay_out, line.MOST),
        "then-and-now": Kind(then_and_now.reasons, then_and_now.lay_out),
        "targets": Kind(targets.reasons, targets.lay_out),
        "people-in-100": Kind(people_in_100.reasons, people_in_100.lay_out),
        "against-nation": Kind(against_nation.reasons, against_nation.lay_out),
    }
)
