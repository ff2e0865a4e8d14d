"""What may be said of each printing's evidence, from the lock alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from statsite.evidence.lock import figure_fingerprint
from statsite.model import Evidence, Observation, Printing, Site


@dataclass(frozen=True, slots=True)
class Standing:
    """How a printing is proven: ``date`` is the day of the proof, empty unless ``evidence`` is ``locked``."""

    evidence: Evidence
    date: str = ""


def standings(site: Site) -> Mapping[str, Standing]:
    """The standing of every printing by its id."""
    return {p.id: standing(site, o, p) for o, p in printings(site)}


def printings(site: Site) -> Iterator[tuple[Observation, Printing]]:
    """Every printing with the observation it states."""
    return ((o, p) for o in site.observations.values() for p in o.printings)


def standing(site: Site, observation: Observation, printing: Printing) -> Standing:
    """``locked`` where the lock vouches for just what the site says; ``none`` where there is no text or nothing printed; else ``unproven``."""
    source = site.sources.get(printing.source)
    if source is None or source.text is None or printing.printed is None:
        return Standing("none")
    proof = site.proofs.get(printing.id)
    if proof is None or proof.figure != figure_fingerprint(observation, printing, source):
        return Standing("unproven")
    return Standing("locked", proof.date)
