"""The figures that are nearest to one among those of its indicator, so that a page of one figure
does not list all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from statsite.model import Observation

#: The most figures that a figure's page lists beside it.
MOST = 12


def neighbours(observations: Sequence[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """For each of an indicator's figures, by id, the others in their order: all where they are few,
    else the nearest.

    Half of these are of its own area and nearest in time, half of its own time and nearest in
    order, as far as there are such.
    """
    if len(observations) <= MOST + 1:
        return {one.id: _others(one, observations) for one in observations}
    rank = {one.id: index for index, one in enumerate(observations)}
    around = _around(observations)
    return {
        one.id: tuple(sorted(_chosen(*around[one.id]), key=lambda other: rank[other.id]))
        for one in observations
    }


def _others(one: Observation, observations: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(other for other in observations if other is not one)


def _around(observations: Sequence[Observation]) -> Mapping[str, list[list[Observation]]]:
    """For each figure those near it in its area, in its time and in the order of the file."""
    areas = _grouped(sorted(observations, key=_position), lambda one: one.area)
    times = _grouped(observations, lambda one: str(one.period))
    found = defaultdict[str, list[list[Observation]]](list)
    for group in (*areas, *times, observations):
        for figure, others in _nearest(group):
            found[figure].append(others)
    return found


def _grouped(
    observations: Iterable[Observation], key: Callable[[Observation], str]
) -> Iterable[list[Observation]]:
    found = defaultdict[str, list[Observation]](list)
    for observation in observations:
        found[key(observation)].append(observation)
    return found.values()


def _position(observation: Observation) -> float:
    return observation.period.position if observation.period else 0.0


def _nearest(group: Sequence[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    """Each figure of a row with those next to it, the nearest first."""
    for index, observation in enumerate(group):
        yield observation.id, [group[at] for at in _beside(index) if 0 <= at < len(group)]


def _beside(index: int) -> Iterator[int]:
    """The places on both sides of one, the nearest first."""
    for step in range(1, MOST + 1):
        yield index - step
        yield index + step


def _chosen(
    of_area: list[Observation], of_time: list[Observation], in_order: list[Observation]
) -> Iterable[Observation]:
    half = MOST // 2
    ranked = (*of_area[:half], *of_time[:half], *of_area[half:], *of_time[half:], *in_order)
    return islice({o.id: o for o in ranked}.values(), MOST)
