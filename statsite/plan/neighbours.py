"""The figures that are nearest to one among those of its indicator, so that a page of one figure
does not list all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

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
        return {
            o.id: tuple(other for other in observations if other is not o) for o in observations
        }
    rank = {o.id: index for index, o in enumerate(observations)}
    areas, times = (
        defaultdict[str, list[Observation]](list),
        defaultdict[str, list[Observation]](list),
    )
    for observation in sorted(observations, key=_position):
        areas[observation.area].append(observation)
    for observation in observations:
        times[str(observation.period)].append(observation)
    near = [_nearest(group) for group in (*areas.values(), *times.values(), observations)]
    around = defaultdict[str, list[list[Observation]]](list)
    for figure, others in chain.from_iterable(near):
        around[figure].append(others)
    return {
        o.id: tuple(sorted(_chosen(*around[o.id]), key=lambda other: rank[other.id]))
        for o in observations
    }


def _position(observation: Observation) -> float:
    return observation.period.position if observation.period else 0.0


def _nearest(group: Sequence[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    """Each figure of a row with those next to it, the nearest first."""
    for index, observation in enumerate(group):
        both = ((index - step, index + step) for step in range(1, MOST + 1))
        yield (
            observation.id,
            [group[at] for at in chain.from_iterable(both) if 0 <= at < len(group)],
        )


def _chosen(
    of_area: list[Observation], of_time: list[Observation], in_order: list[Observation]
) -> Iterable[Observation]:
    half = MOST // 2
    ranked = (*of_area[:half], *of_time[:half], *of_area[half:], *of_time[half:], *in_order)
    return islice({o.id: o for o in ranked}.values(), MOST)
