"""What may be said of each printing's evidence, from the lock alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from statsite.evidence.lock import figure_fingerprint
from statsite.model import Evidence, Observation, Printing, Proof, Site, Source


class EvidenceState(Struct, frozen=True):
    """How a printing is proven: ``date`` is the day of the proof, empty unless ``evidence`` is
    ``locked``.
    """

    evidence: Evidence
    date: str = ""


def evidence_states(site: Site) -> Mapping[str, EvidenceState]:
    """The state of every printing, and of what is in the place of one of a derived figure, by
    its id.
    """
    return {
        p.id: evidence_state(site, o, p) for o in site.observations.values() for p in o.printings
    }


def printings(site: Site) -> Iterator[tuple[Observation, Printing]]:
    """Every printing with the observation it states; a derived figure is printed nowhere."""
    return ((o, p) for o in site.observations.values() for p in o.printings if not o.is_derived)


def evidence_state(site: Site, observation: Observation, printing: Printing) -> EvidenceState:
    """``locked`` where the lock verifies just what the site says; ``none`` where nothing could;
    else ``unproven``.

    Nothing could where the source has no text, or the editor says why its text cannot be quoted. A
    printing that has a proof never falls back to ``none``: a text that an editor took away must
    show. A proof of the lock's first version verifies nothing. A derived figure is printed nowhere.
    """
    if observation.is_derived:
        return EvidenceState("none")
    proof = site.proofs.get(printing.id)
    if proof is None:
        could_be = _could_be_proven(site, observation, printing)
        return EvidenceState("unproven" if could_be else "none")
    if proof.is_outdated or not _is_of(proof, site, observation, printing):
        return EvidenceState("unproven")
    return EvidenceState("locked", proof.date)


def _could_be_proven(site: Site, observation: Observation, printing: Printing) -> bool:
    """Whether the source has a text, and no editor says why it cannot be quoted."""
    return _has_text(site, printing) and not is_excused(observation, printing)


def _has_text(site: Site, printing: Printing) -> bool:
    source = site.sources.get(printing.source)
    return source is not None and source.text is not None


def is_excused(observation: Observation, printing: Printing) -> bool:
    """Whether an editor says why what a source prints cannot be quoted."""
    return printing.printed is None and bool(observation.because)


def was_proven(site: Site, observation: Observation, printing: Printing) -> bool:
    """Whether a proof of the lock's first version is for just what the site says."""
    proof = site.proofs.get(printing.id)
    return proof is not None and proof.is_outdated and _is_of(proof, site, observation, printing)


def is_too_early(proof: Proof, source: Source) -> bool:
    """Whether a proof is dated before the article appeared in which it found a figure."""
    return proof.date < source.published.not_before.isoformat()


def _is_of(proof: Proof, site: Site, observation: Observation, printing: Printing) -> bool:
    """Whether ``proof`` was made of what the site says of a printing."""
    source = site.sources.get(printing.source)
    return source is not None and proof.figure == figure_fingerprint(observation, printing, source)
