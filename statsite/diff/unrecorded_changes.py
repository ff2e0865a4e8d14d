"""What was published and changed without a word: the problems that ``check --against`` adds.

What a reader sees of a figure may change only with a record that readers see too. Of its number,
unit and period that is a revision, which holds what they were; of anything else a release that
lists the figure under ``changed``; of its id ``formerly``; and a figure goes with a release that
lists it under ``removed``. A chart or a rule goes by being withdrawn. Only what is new since the
earlier state is a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from statsite.diff.compare import (
    borrowed_words,
    change_of_reading,
    label_of,
    printings_of,
    rewritten,
    successors,
    words_of,
)
from statsite.diff.excerpts import differing
from statsite.diff.withdrawals import silent_withdrawals
from statsite.model import Located, Observation, Reference, Release, Revision, Site, location_of
from statsite.problems import Location, Problem
from statsite.read.files import CONTENT

_RELEASES = Location(f"{CONTENT}/releases.yaml")
_RELEASE = (
    "put it back, or list what it concerns under `changed` of a new release, which "
    "tells readers; `diff OLD --format release` drafts it"
)

#: How many figures a message names, and how long the words are that it shows.
_SHOWN, _LONGEST = 5, 200


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure before and after."""

    before: Observation
    after: Observation


def unrecorded_changes(old: Site, new: Site) -> Iterator[Problem]:
    """What readers saw of ``old`` that went or changed unsaid.

    ``published-removed``, ``published-changed``, ``revision-removed``, ``former-id-removed``,
    ``release-removed``, ``release-changed``, ``withdrawal-changed``.
    """
    found = successors(old, new)
    pairs = [_Pair(old.observations[name], after) for name, after in found.items()]
    listed = _listed(old, new, lambda release: release.changed)
    for pair in pairs:
        yield from _changed(old, new, pair, is_listed=_is_listed(pair, listed))
        yield from _forgotten(pair)
    yield from _removed(old, new, found)
    unlisted = [pair for pair in pairs if not _is_listed(pair, listed)]
    yield from _shared(old, new, unlisted)
    yield from _rewritten(old, new, unlisted)
    yield from _former_ids(old, new, found)
    yield from _releases(old, new)
    yield from silent_withdrawals(old, new)


def _listed(
    old: Site, new: Site, field: Callable[[Release], Iterable[Reference]]
) -> frozenset[str]:
    """The ids that releases of ``new`` list and those of ``old`` do not."""
    before = {(release.id, one.id) for release in old.releases.values() for one in field(release)}
    after = {(release.id, one.id) for release in new.releases.values() for one in field(release)}
    return frozenset(figure for _, figure in after - before)


def _is_listed(pair: _Pair, listed: frozenset[str]) -> bool:
    return not listed.isdisjoint({pair.before.id, pair.after.id})


def _removed(old: Site, new: Site, found: Mapping[str, Observation]) -> Iterator[Problem]:
    listed = _listed(old, new, lambda release: release.removed)
    for before in old.observations.values():
        if (
            before.id not in found
            and before.id not in listed
            and not new.lost.holds("figure", before.id)
        ):
            path = f"{CONTENT}/datasets/{before.dataset}.yaml"
            location = (
                new.datasets[before.dataset].location
                if before.dataset in new.datasets
                else Location(path)
            )
            hint = (
                f"where it has a new id, write `formerly: [{before.id}]` there; where it "
                "is given up, list it under `removed` of a new release"
            )
            yield Problem(
                "published-removed", f"`{before.id}` was published and is gone", location, hint
            )


@dataclass(frozen=True, slots=True)
class _ChangedField:
    """Something that a figure says, before and after, and the key an editor writes it with."""

    name: str
    before: str
    after: str
    key: str

    @property
    def text(self) -> str:
        return f"{self.name} {_both(self.before, self.after)}"


def _changed(old: Site, new: Site, pair: _Pair, *, is_listed: bool) -> Iterator[Problem]:
    before, after = pair.before, pair.after
    added = after.revisions[len(before.revisions) :]
    number = [one for one in _number(old, new, pair) if one.before != one.after]
    is_revised = any(_records(revision, before, after) for revision in added)
    if number and not is_revised:
        told = ", ".join(one.text for one in number)
        location = location_of(after, number[0].key)
        yield Problem(
            "published-changed",
            f"`{after.id}` was published and changed without a record: {told}",
            location,
            _hint(before, after),
        )
    others = [one for one in _others(old, new, pair) if one.before != one.after]
    if is_revised and any(revision.source == before.source for revision in added):
        others = [one for one in others if one.key != "source"]
    if others and not is_listed:
        told = ", ".join(one.text for one in others)
        location = location_of(after, others[0].key)
        yield Problem(
            "published-changed",
            f"`{after.id}` was published and changed without a record: {told}",
            location,
            _RELEASE,
        )


def _number(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """What a revision must hold where it changed: the number as printed and as read, its unit and
    its period.
    """
    before, after = pair.before, pair.after
    if before.is_derived:
        return
    yield _ChangedField(
        "printed", before.printing.printed or "", after.printing.printed or "", "printed"
    )
    yield _ChangedField("value", *change_of_reading(before.quantity, after.quantity), "printed")
    if before.unit != after.unit and _label(old, before.unit) != _label(new, after.unit):
        yield _ChangedField("unit", before.unit, after.unit, "unit")
    yield _ChangedField(
        "period", str(before.period or "unknown"), str(after.period or "unknown"), "period"
    )


def _others(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """What else a figure says of its own."""
    before, after = pair.before, pair.after
    if before.unit != after.unit and _label(old, before.unit) == _label(new, after.unit):
        yield _ChangedField("unit", before.unit, after.unit, "unit")
    yield _ChangedField("status", before.status.value, after.status.value, "status")
    yield _ChangedField("area", before.area, after.area, "area")
    yield _ChangedField(
        "compared with",
        str(before.compared_with or ""),
        str(after.compared_with or ""),
        "compared_with",
    )
    if before.is_derived:
        formula = _formula(old, before), _formula(new, after)
        yield _ChangedField("formula", *formula, "status")
        if formula[0] == formula[1] and not _inputs_changed(old, new, after):
            yield _ChangedField(
                "value", *change_of_reading(before.quantity, after.quantity), "status"
            )
    else:
        yield _ChangedField("source", before.source, after.source, "source")
    kept = set(printings_of(after))
    lost = [one for one in printings_of(before) if one not in kept]
    yield _ChangedField("further printings", ", ".join(lost), "", "also")
    yield _ChangedField("revisions", *_revisions(pair), "revisions")


def _revisions(pair: _Pair) -> tuple[str, str]:
    """What the revisions that are still there say beside the number, before and after."""
    twins = {_what(one): one for one in pair.after.revisions}
    kept = [(one, twin) for one in pair.before.revisions if (twin := twins.get(_what(one)))]
    return "; ".join(_aside(one) for one, _ in kept), "; ".join(_aside(twin) for _, twin in kept)


def _what(revision: Revision) -> tuple[object, ...]:
    return revision.kind, revision.printed, revision.quantity, revision.date


def _aside(revision: Revision) -> str:
    told = (
        revision.date,
        words_of(revision.reason),
        revision.source,
        revision.period,
        revision.unit,
    )
    return ", ".join(str(one) for one in told if one)


def _label(site: Site, unit: str) -> str:
    """The label of a unit; of one that is not there its id."""
    return label_of(site.units[unit]) if unit in site.units else unit


def _formula(site: Site, observation: Observation) -> str:
    rule = site.definitions.get(observation.id)
    return rule.text if rule else ""


def _inputs_changed(old: Site, new: Site, derived: Observation) -> bool:
    """Whether a figure that the rule of a derived one names has another number than before: then
    that figure accounts for the change.
    """
    rule = new.definitions.get(derived.id)
    inputs = (
        [new.observations[one.id] for one in rule.figures if one.id in new.observations]
        if rule
        else []
    )
    return any(
        one.id not in old.observations or old.observations[one.id].quantity != one.quantity
        for one in inputs
    )


def _records(revision: Revision, before: Observation, after: Observation) -> bool:
    """Whether ``revision`` says what the figure said before: the number as printed and as read, its
    unit and its period.
    """
    same_number = (
        revision.quantity == before.quantity
        if revision.printed is not None
        else revision.quantity.value == before.quantity.value
    )
    same_unit = (revision.unit or after.unit) == before.unit
    same_period = (revision.period or after.period) == before.period
    return revision.printed == before.printing.printed and same_number and same_unit and same_period


def _hint(before: Observation, after: Observation) -> str:
    if (
        before.printing.printed == after.printing.printed
        and before.unit == after.unit
        and before.period == after.period
    ):
        return (
            "the words of its unit read it differently now: put them back, or give the figure a "
            "unit of its own"
        )
    earlier = (
        f"printed: {before.printing.printed}"
        if before.printing.printed
        else f"value: {before.quantity.decimal_text(before.quantity.value)}"
    )
    unit = f", unit: {before.unit}" if before.unit != after.unit else ""
    period = f", period: {before.period}" if before.period != after.period and before.period else ""
    return (
        f"write `revisions: [{{kind: correction, {earlier}{unit}{period}, date: …, reason: "
        f"{{…}}}}]`"
    )


def _forgotten(pair: _Pair) -> Iterator[Problem]:
    kept = {_what(one) for one in pair.after.revisions}
    for revision in pair.before.revisions:
        if _what(revision) not in kept:
            message = (
                f"`{pair.after.id}` no longer tells its {revision.kind.value} of {revision.date}"
            )
            yield Problem(
                "revision-removed",
                message,
                location_of(pair.after, "revisions"),
                "what was published is never deleted: put it back",
            )


def _shared(old: Site, new: Site, pairs: Iterable[_Pair]) -> Iterator[Problem]:
    """What figures say by what they name: titles of indicators and areas, labels of units, what is
    cited of a source. Once for all of them.
    """
    found = dict[tuple[str, str, str], tuple[Location, list[str]]]()
    for pair in pairs:
        for what, before, after, location in (
            *_measured(old, new, pair),
            *_borrowed(old, new, pair),
        ):
            if before != after:
                found.setdefault((what, before, after), (location, []))[1].append(pair.after.id)
    for (what, before, after), (location, figures) in found.items():
        listed = ", ".join(f"`{figure}`" for figure in figures[:_SHOWN])
        more = f" and {len(figures) - _SHOWN} more" if len(figures) > _SHOWN else ""
        told = _both(before, after)
        message = (
            f"{what} was published and changed without a record: {told}; it is shown "
            f"with {listed}{more}"
        )
        yield Problem("published-changed", message, location, _RELEASE)


def _rewritten(old: Site, new: Site, pairs: Iterable[_Pair]) -> Iterator[Problem]:
    """Figures that their units write in another way though neither their number nor a word of the
    label changed: by a pattern of another kind, or other words of titles. Once for each unit.
    """
    found = defaultdict[str, list[tuple[str, str]]](list)
    for pair in pairs:
        unit = pair.after.unit
        told = rewritten(old, new, pair.before, pair.after)
        if told and label_of(old.units[unit]) == label_of(new.units[unit]):
            found[unit].append((pair.after.id, " -> ".join(map(_short, told))))
    for unit, figures in found.items():
        shown = ", ".join(f"`{figure}` {told}" for figure, told in figures[:_SHOWN])
        more = f" and {len(figures) - _SHOWN} more" if len(figures) > _SHOWN else ""
        message = (
            f"figures in unit `{unit}` were published and are written in another way without a "
            f"record: {shown}{more}"
        )
        yield Problem("published-changed", message, new.units[unit].location, _RELEASE)


_What = tuple[str, str, str, Location]


def _measured(old: Site, new: Site, pair: _Pair) -> Iterator[_What]:
    """What is said of the indicator of a figure: what it is called, its words before and after, its
    place.
    """
    was, now = old.indicators[pair.before.indicator], new.indicators[pair.after.indicator]
    yield (
        f"the title of `{now.id}`",
        words_of(was.title),
        words_of(now.title),
        location_of(now, "title"),
    )
    yield (
        f"the definition of `{now.id}`",
        words_of(was.definition),
        words_of(now.definition),
        location_of(now, "definition"),
    )


def _borrowed(old: Site, new: Site, pair: _Pair) -> Iterator[_What]:
    """What is shown with a figure and is elsewhere, where it is the same thing before and after."""
    before, after = borrowed_words(old, pair.before), borrowed_words(new, pair.after)
    for (what, name), words in after.items():
        if (what, name) in before:
            things: Mapping[str, Mapping[str, Located]] = {
                "unit": new.units,
                "area": new.areas,
                "source": new.sources,
            }
            called = {
                "unit": "the label of unit",
                "area": "the title of area",
                "source": "what is cited of source",
            }[what]
            yield (
                f"{called} `{name}`",
                before[what, name],
                words,
                location_of(things[what][name], "title"),
            )


def _short(words: str) -> str:
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or "nothing"


def _both(before: str, after: str) -> str:
    """Two texts from where they begin to differ."""
    return " -> ".join(_short(text) for text in differing(before, after, _LONGEST))


def _former_ids(old: Site, new: Site, found: Mapping[str, Observation]) -> Iterator[Problem]:
    for former, before in old.former_ids.items():
        expected, now = (
            found.get(before.id),
            new.observations.get(former) or new.former_ids.get(former),
        )
        if expected is None or now is expected:
            continue
        meant = f"means `{now.id}` now" if now else "means nothing now"
        message = f"`{former}` was an id of `{expected.id}` and {meant}: its address was published"
        yield Problem(
            "former-id-removed",
            message,
            location_of(expected, "formerly"),
            f"put it back: `formerly: [{former}]`",
        )


def _releases(old: Site, new: Site) -> Iterator[Problem]:
    for before in old.releases.values():
        after = new.releases.get(before.id)
        hint = (
            "what was published is never deleted: put it back, and say what is to be said "
            "in a new release"
        )
        if after is None:
            yield Problem(
                "release-removed",
                f"the release `{before.id}` of {before.time} was published and is gone",
                _RELEASES,
                hint,
            )
        elif changes := [*_changes_of_release(before, after)]:
            yield Problem(
                "release-changed",
                f"the release `{before.id}` was published and changed: {', '.join(changes)}",
                after.location,
                hint,
            )


def _changes_of_release(before: Release, after: Release) -> Iterator[str]:
    if before.time != after.time:
        yield f"time {before.time} -> {after.time}"
    if before.note != after.note:
        yield f"note {_both(words_of(before.note), words_of(after.note))}"
    for name, was, now in (
        ("added", before.added, after.added), ("changed", before.changed, after.changed),
        ("removed", before.removed, after.removed),
    ):  # fmt: skip
        kept = {one.id for one in now}
        yield from (f"`{one.id}` is no longer under `{name}`" for one in was if one.id not in kept)
