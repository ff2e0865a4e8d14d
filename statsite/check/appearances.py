"""Since when a figure can have been on the site: not before an article printed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from statsite.model import Observation, Reference, Site


def first_appearance(site: Site, observation: Observation) -> dt.date | None:
    """The day on which the first of a figure's articles can have appeared, those of its revisions
    too; None where none of them is known.
    """
    names = (*(one.source for one in observation.revisions), observation.source)
    known = (site.sources[name] for name in names if name in site.sources)
    return min((source.published.not_before for source in known), default=None)


def first_of(site: Site, figures: Iterable[Reference]) -> dt.date | None:
    """The day on which the first article of any of ``figures`` can have appeared; None where none
    is known.
    """
    found = (site.observations.get(one.id) or site.former_ids.get(one.id) for one in figures)
    days = (first_appearance(site, figure) for figure in found if figure is not None)
    return min((day for day in days if day is not None), default=None)
