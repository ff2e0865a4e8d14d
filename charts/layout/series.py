"""A row over time as a line: in runs that may be joined, with a dot for each figure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from charts.layout.marks import INTENDED, dot, is_far, is_hollow, link
from charts.layout.scene import Path, Point, Shape, Style
from charts.palette import Token
from charts.spec import Datum

#: Radius of a dot that is seen.
RADIUS: Final = 4.0
#: A step longer than this many usual ones is a gap, where a series keeps to its usual step: in so
#: many of its steps, give or take so much.
_GAP: Final = 1.5
_KEPT: Final = 2 / 3
_ABOUT: Final = 0.1
_DENSE: Final = 12.0
_PAIR: Final = 2
#: A dot no wider than the line, so that each figure has its place in the drawing.
_SPECK: Final = 1.25


def runs(data: Sequence[Datum]) -> Iterator[tuple[Datum, ...]]:
    """The figures that a line may join: not across a gap, a break, or from what was counted to what
    is intended.
    """
    steps = _steps(data)
    longest = _longest_step(steps)
    run = [data[0]]
    for (earlier, later), step in zip(pairwise(data), steps, strict=True):
        if later.starts_anew or step > longest or is_hollow(earlier) != is_hollow(later):
            yield tuple(run)
            run = []
        run.append(later)
    yield tuple(run)


def _steps(data: Sequence[Datum]) -> list[float]:
    return [(later.time or 0.0) - (earlier.time or 0.0) for earlier, later in pairwise(data)]


def _longest_step(steps: Sequence[float]) -> float:
    """The longest step that is not a gap: endless where figures come at no steady pace, so that
    none can be called missing.
    """
    if not steps:
        return math.inf
    usual = median(steps)
    kept = sum(abs(step - usual) <= usual * _ABOUT for step in steps)
    return usual * _GAP if kept >= _KEPT * len(steps) else math.inf


def has_gap(data: Sequence[Datum]) -> bool:
    """Whether the line stops where figures are missing or something else was counted
    from then on.
    """
    ends = [run[-1] for run in runs(data)][:-1]
    return any(is_hollow(end) == is_hollow(data[data.index(end) + 1]) for end in ends)


def stretches(
    data: Sequence[Datum], run: Sequence[Datum]
) -> Iterator[tuple[tuple[Datum, ...], bool]]:
    """The parts of a run, and whether each is no more than a link over years of which nothing is
    known: never where the row keeps its pace.
    """
    keeps_pace = _keeps_pace(data)
    part = [run[0]]
    for earlier, later in pairwise(run):
        if is_far(earlier, later) and not keeps_pace and not is_hollow(later):
            yield tuple(part), False
            yield (earlier, later), True
            part = []
        part.append(later)
    yield tuple(part), False


def _keeps_pace(data: Sequence[Datum]) -> bool:
    return len(data) > _PAIR and math.isfinite(_longest_step(_steps(data)))


def line(
    data: Sequence[Datum],
    at: Callable[[Datum], Point],
    *,
    tone: Token,
    dash: tuple[float, float] | None = None,
) -> Iterator[Shape]:
    """The line of a row whose figures lie ``at`` their places, with a dot for each: seen where it
    is alone, ends a run, or has room.
    """
    has_room = _has_room([at(datum)[0] for datum in data])
    for run in runs(data):
        dashes = INTENDED if is_hollow(run[0]) else dash
        whole = Style(stroke=tone, thickness=2.5, dash=dashes, name="path")
        for part, is_link in stretches(data, run):
            if len(part) > 1:
                yield Path(tuple(map(at, part)), link(tone) if is_link else whole)
        for datum in run:
            is_shown = has_room or datum in {run[0], run[-1]}
            radius = RADIUS if is_shown else _SPECK
            yield from dot(datum, *at(datum), radius=radius, tone=tone, upright=True)


def _has_room(across: Sequence[float]) -> bool:
    """Whether dots at these places along x can be told apart."""
    return all(later - earlier >= _DENSE for earlier, later in pairwise(across))
