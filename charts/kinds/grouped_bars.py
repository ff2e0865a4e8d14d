"""Bars in groups: the same few rows for several areas, times or indicators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charts.layout.bar_rows import lay_groups
from charts.layout.groups import each_once, groups, in_groups
from charts.layout.scene import Scene
from charts.spec import ChartSpec

_MOST_MEMBERS: Final = 5


def reasons(spec: ChartSpec) -> Iterator[str]:
    """Two groups or more of a few rows each; where every group has one figure, groups
    say nothing.
    """
    yield from in_groups(spec, most_members=_MOST_MEMBERS)
    yield from each_once(spec)
    if _are_single_figures(spec):
        yield "every group has one figure only; bars shows that"


def _are_single_figures(spec: ChartSpec) -> bool:
    return all(len(data) == 1 for _, data in groups(spec))


def lay_out(spec: ChartSpec) -> Scene:
    """Each group under its name; its rows beside their bars where their names are short or the
    screen is wide, else above them.
    """
    return lay_groups(spec)
