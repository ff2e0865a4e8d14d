"""A record that is new since a state was published is not older than that state: what it tells of
was still otherwise then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from statsite.model import ChartRequest, Observation, Revision, Rule, Site, location_of
from statsite.problems import Problem

_Things = Mapping[str, ChartRequest] | Mapping[str, Rule]


def backdated_records(old: Site, new: Site, found: Mapping[str, Observation]) -> Iterator[Problem]:
    """``revision-misdated``, ``withdrawal-misdated``: changes and withdrawals that ``new`` tells
    and ``old`` does not, dated before ``old`` was published.

    ``found`` is what each figure of ``old`` is now.
    """
    published = last_published(old)
    for name, after in found.items():
        added = _added(old.observations[name].revisions, after.revisions)
        for revision in added:
            if revision.date.first_day < published:
                yield _revision_before(revision, published)
    yield from _withdrawn_before(old.charts, new.withdrawn_charts, published)
    yield from _withdrawn_before(old.rules, new.withdrawn_rules, published)


def last_published(site: Site) -> dt.date:
    """The latest day on which a site says that it was published: the one it speaks from, or that
    of its last release.
    """
    releases = (dt.date.fromisoformat(one.time[:10]) for one in site.releases.values())
    return max([site.settings.as_of.first_day, *releases])


def _added(before: Iterable[Revision], after: Iterable[Revision]) -> Iterator[Revision]:
    """The revisions that came, wherever in the list."""
    told = set(map(_says, before))
    return (one for one in after if _says(one) not in told)


def _says(revision: Revision) -> tuple[object, ...]:
    return (revision.date, revision.kind, revision.printed, revision.quantity)


def _revision_before(revision: Revision, published: dt.date) -> Problem:
    message = (
        f"this change is new and dated {revision.date}, before the state of {published} that it "
        "changes"
    )
    hint = "write the day on which the figure was changed on the site"
    return Problem("revision-misdated", message, location_of(revision, "date"), hint)


def _withdrawn_before(old: _Things, withdrawn: _Things, published: dt.date) -> Iterator[Problem]:
    """Of what ``old`` still shows, that which is withdrawn before it was."""
    for name, thing in withdrawn.items():
        withdrawal = thing.withdrawn
        if name in old and withdrawal is not None and withdrawal.on.first_day < published:
            message = (
                f"`{name}` is withdrawn on {withdrawal.on}, and the state of {published} still "
                "shows it"
            )
            hint = "write the day of the withdrawal"
            location = location_of(thing, "withdrawn.on")
            yield Problem("withdrawal-misdated", message, location, hint)
