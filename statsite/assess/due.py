"""Targets whose time has passed without a result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from statsite.model import Observation, Site, Status

#: The last day that any result covers, by indicator and area.
ResultDays = Mapping[tuple[str, str], dt.date]


def due_targets(site: Site) -> Iterator[str]:
    """The ids of the targets that are due on the day the site speaks from."""
    results, today = _latest_results(site), site.settings.as_of.first_day
    return (o.id for o in site.observations.values() if is_due(o, results, today))


def is_due(observation: Observation, results: ResultDays, today: dt.date) -> bool:
    """Whether it is a target whose last day is before ``today``, and its indicator has no result
    for its area from then on.
    """
    end = observation.period.end if observation.period else None
    if observation.status is not Status.TARGET or end is None or end.last_day >= today:
        return False
    return results.get((observation.indicator, observation.area), dt.date.min) < end.last_day


def _latest_results(site: Site) -> ResultDays:
    found: dict[tuple[str, str], dt.date] = {}
    for o in site.observations.values():
        if o.status is Status.OBSERVED and o.period and o.period.end:
            key = o.indicator, o.area
            found[key] = max(o.period.end.last_day, found.get(key, dt.date.min))
    return found
