"""What was published and changed without a word: the problems that ``check --against`` adds."""

from __future__ import annotations

from collections.abc import Iterator

from statsite.diff.compare import quantity_words, successor
from statsite.model import Observation, Revision, Site, place_of
from statsite.problems import Location, Problem
from statsite.read.files import CONTENT


def silent_changes(old: Site, new: Site) -> Iterator[Problem]:
    """``published-removed``, ``published-changed``, ``revision-removed``: figures of ``old`` that went, changed or lost their past unsaid."""
    for before in old.observations.values():
        after = successor(before, new)
        if after is None:
            yield from _removed(before, new)
        else:
            yield from _changed(before, after)
            yield from _forgotten(before, after)


def _removed(before: Observation, new: Site) -> Iterator[Problem]:
    if new.lost.holds("figure", before.id) or any(one.id == before.id for release in new.releases.values() for one in release.removed):
        return
    path = f"{CONTENT}/datasets/{before.dataset}.yaml"
    where = new.datasets[before.dataset].where if before.dataset in new.datasets else Location(path)
    hint = f"where it has a new id, write `formerly: [{before.id}]` there; where it is given up, list it under `removed` of a release"
    yield Problem("published-removed", f"`{before.id}` was published and is gone", where, hint)


def _changed(before: Observation, after: Observation) -> Iterator[Problem]:
    said = [
        ("value", before.printing.printed or quantity_words(before.quantity), after.printing.printed or quantity_words(after.quantity)),
        ("unit", before.unit, after.unit),
        ("period", str(before.period or "unknown"), str(after.period or "unknown")),
    ]
    changes = [(name, was, now) for name, was, now in said if was != now]
    if not changes or before.is_derived or any(_records(revision, before, after) for revision in after.revisions[len(before.revisions) :]):
        return
    told = ", ".join(f"{name} {was} -> {now}" for name, was, now in changes)
    where = place_of(after, "printed" if changes[0][0] == "value" else changes[0][0])
    yield Problem("published-changed", f"`{after.id}` was published and changed without a record: {told}", where, _hint(before, after))


def _records(revision: Revision, before: Observation, after: Observation) -> bool:
    """Whether ``revision`` says what the figure said before, its unit and period included where they changed."""
    same_number = revision.printed == before.printing.printed if revision.printed is not None else revision.quantity.value == before.quantity.value
    same_unit = (revision.unit or after.unit) == before.unit
    return same_number and same_unit and (revision.period or after.period) == before.period


def _hint(before: Observation, after: Observation) -> str:
    earlier = f"printed: {before.printing.printed}" if before.printing.printed else f"value: {before.quantity.decimal_text(before.quantity.value)}"
    unit = f", unit: {before.unit}" if before.unit != after.unit else ""
    period = f", period: {before.period}" if before.period != after.period and before.period else ""
    return f"write `revisions: [{{kind: correction, {earlier}{unit}{period}, date: …, reason: {{…}}}}]`"


def _forgotten(before: Observation, after: Observation) -> Iterator[Problem]:
    kept = [(one.kind, one.printed, one.quantity, one.date) for one in after.revisions]
    for revision in before.revisions:
        if (revision.kind, revision.printed, revision.quantity, revision.date) not in kept:
            message = f"`{after.id}` no longer tells its {revision.kind.value} of {revision.date}"
            yield Problem("revision-removed", message, place_of(after, "revisions"), "what was published is never deleted: put it back")
