"""What one figure says must be possible, and said once."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.evidence.lock import FILE_NAME
from statsite.evidence.state import printings, standing
from statsite.model import Observation, Site, place_of
from statsite.problems import Location, Problem, Severity

_PROVE = "run `build.py verify --update` with the articles' texts"
_LOCK = Location(f"content/{FILE_NAME}")


def observations_are_distinct(site: Site) -> Iterator[Problem]:
    """``duplicate-observation``: one indicator, area, period and status with two figures from one source."""
    first: dict[tuple[object, ...], Observation] = {}
    for observation in site.observations.values():
        facts = (observation.indicator, observation.area, observation.period, observation.status, observation.compared_with, observation.source)
        earlier = first.setdefault(facts, observation)
        if earlier is not observation:
            message = f"`{observation.id}` is about the same indicator, area, period and status as `{earlier.id}` at line {earlier.where.line}"
            yield Problem("duplicate-observation", message, observation.where, "a further printing of one fact goes under `also`")


def sources_precede_the_site(site: Site) -> Iterator[Problem]:
    """``source-after-site``: an article from after the day the site speaks from."""
    as_of = site.settings.as_of
    for source in site.sources.values():
        if source.published.date.first_day > as_of.last_day:
            message = f"`{source.id}` appeared {source.published.date}, after the site's `as_of` {as_of}"
            yield Problem("source-after-site", message, place_of(source, "published.date"), "move `as_of` in site.yaml on", Severity.WARNING)


def figures_are_proven(site: Site) -> Iterator[Problem]:
    """``figure-unproven``: a figure that the evidence lock does not vouch for as it stands; ``proof-unused``: a proof of no figure."""
    for observation, printing in printings(site):
        is_lost = site.lost.holds("proof", printing.id) or site.lost.holds("source", printing.source)
        if not is_lost and standing(site, observation, printing).evidence == "unproven":
            state = (
                "differs from what its proof in the evidence lock vouches for" if printing.id in site.proofs else "has no proof in the evidence lock"
            )
            yield Problem("figure-unproven", f"`{printing.id}` {state}", place_of(printing, "printed"), _PROVE, Severity.WARNING)
    known = {printing.id for _, printing in printings(site)}
    for name in site.proofs:
        if name not in known and not site.lost.holds("figure", name):
            yield Problem("proof-unused", f"the evidence lock holds a proof of `{name}`, which is no figure", _LOCK, _PROVE, Severity.WARNING)
