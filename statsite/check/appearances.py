"""Since when a figure can have been on the site: not before an article printed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from statsite.model import Observation, Reference, Site


def first_appearance(site: Site, observation: Observation) -> dt.date | None:
    """The day on which the first of a figure's articles can have appeared, those of its revisions
    too; None where none of them is known.
    """
    known = filter(None, map(site.sources.get, _articles(observation)))
    return _earliest(source.published.not_before for source in known)


def _articles(observation: Observation) -> Iterator[str]:
    yield from (one.source for one in observation.revisions)
    yield observation.source


def first_of(site: Site, figures: Iterable[Reference]) -> dt.date | None:
    """The day on which the first article of any of ``figures`` can have appeared; None where none
    is known.
    """
    days = (first_appearance(site, figure) for figure in _present_or_former(site, figures))
    return _earliest(day for day in days if day is not None)


def _present_or_former(site: Site, named: Iterable[Reference]) -> Iterator[Observation]:
    """The figures that are or were called so, as far as they are there."""
    found = (site.observations.get(one.id) or site.former_ids.get(one.id) for one in named)
    return filter(None, found)


def _earliest(days: Iterable[dt.date]) -> dt.date | None:
    return min(days, default=None)
