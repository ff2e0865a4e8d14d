"""What was published and changed without a word: the problems that ``check --against`` adds.

What a reader sees of a figure may change only with a record that readers see too. Of its number,
unit and period that is a revision, which holds what they were; of anything else, such as a unit
that is called more exactly, a release that lists the figure under ``changed``; of its id
``formerly``; and a figure goes with a release that lists it under ``removed``. A chart or a rule
goes by being withdrawn. Only what is new since the earlier state is a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from statsite.diff.compare import (
    CITED,
    borrowed_words,
    change_of_reading,
    formula_of,
    label_of,
    printing_statement,
    rewritten,
    successors,
)
from statsite.diff.excerpts import differing
from statsite.diff.look_alikes import with_codes
from statsite.diff.record_days import backdated_records, last_published
from statsite.diff.statements import Statement, apart, exact, localised_statement, words_of
from statsite.diff.withdrawals import silent_withdrawals
from statsite.model import (
    Indicator,
    LocalisedText,
    Located,
    Observation,
    Printing,
    Reference,
    Release,
    Revision,
    Site,
    UnitFormula,
    location_of,
)
from statsite.problems import Location, Problem
from statsite.quantity import Quantity, Relation, decimal_text
from statsite.site_folder import CONTENT
from statsite.values import replace

_RELEASES = Location(f"{CONTENT}/releases.yaml")
_RELEASE = (
    "put it back, or list what it concerns under `changed` of a new release, which "
    "tells readers; `diff OLD --format release` drafts it"
)

#: How many figures a message names, and how long the words are that it shows.
_SHOWN, _LONGEST = 5, 200


class _Pair(Struct, frozen=True):
    """A figure before and after; ``is_listed`` where a new release says that it changed."""

    before: Observation
    after: Observation
    is_listed: bool

    @property
    def added_revisions(self) -> tuple[Revision, ...]:
        """The revisions that came."""
        return self.after.revisions[len(self.before.revisions) :]


def unrecorded_changes(old: Site, new: Site) -> Iterator[Problem]:
    """What readers saw of ``old`` that went or changed unsaid.

    ``published-removed``, ``published-changed``, ``revision-removed``, ``former-id-removed``,
    ``release-removed``, ``release-changed``, ``release-misdated``, ``revision-misdated``,
    ``withdrawal-changed``, ``withdrawal-misdated``.
    """
    found = successors(old, new)
    pairs = _pairs(old, new, found)
    for pair in pairs:
        yield from _changed_figure(old, new, pair)
    unlisted = [pair for pair in pairs if not pair.is_listed]
    yield from _removed(old, new, found)
    yield from _shared(old, new, unlisted)
    yield from _rewritten(old, new, unlisted)
    yield from _former_ids(old, new, found)
    yield from _releases(old, new)
    yield from silent_withdrawals(old, new)
    yield from backdated_records(old, new, found)


def _pairs(old: Site, new: Site, found: Mapping[str, Observation]) -> list[_Pair]:
    """The figures of ``old`` that are still there, each with what it is now."""
    listed = _listed(old, new, lambda release: release.changed)
    return [_pair(old.observations[name], after, listed) for name, after in found.items()]


def _pair(before: Observation, after: Observation, listed: Collection[str]) -> _Pair:
    return _Pair(before, after, is_listed=before.id in listed or after.id in listed)


def _changed_figure(old: Site, new: Site, pair: _Pair) -> Iterator[Problem]:
    """What changed of a figure's own without a record; a release that lists it is one for all but
    its number and its history.
    """
    yield from _number_changed(old, new, pair)
    if not pair.is_listed:
        yield from _others_changed(old, new, pair)
    yield from _forgotten(pair)


def _listed(
    old: Site, new: Site, field: Callable[[Release], Iterable[Reference]]
) -> frozenset[str]:
    """The ids that releases of ``new`` list and those of ``old`` do not."""
    before = {(release.id, one.id) for release in old.releases.values() for one in field(release)}
    after = {(release.id, one.id) for release in new.releases.values() for one in field(release)}
    return frozenset(figure for _, figure in after - before)


def _removed(old: Site, new: Site, found: Mapping[str, Observation]) -> Iterator[Problem]:
    listed = _listed(old, new, lambda release: release.removed)
    for before in old.observations.values():
        is_recorded = before.id in found or before.id in listed
        if not is_recorded and not new.lost.holds("figure", before.id):
            yield _gone(before, new)


def _gone(before: Observation, new: Site) -> Problem:
    location = Location(f"{CONTENT}/datasets/{before.dataset}.yaml")
    if before.dataset in new.datasets:
        location = new.datasets[before.dataset].location
    hint = (
        f"where it has a new id, write `formerly: [{before.id}]` there; where it "
        "is given up, list it under `removed` of a new release"
    )
    message = f"`{before.id}` was published and is gone"
    return Problem("published-removed", message, location, hint)


class _ChangedField(Struct, frozen=True):
    """Something that a figure says, before and after, and the key an editor writes it with."""

    name: str
    before: Statement
    after: Statement
    key: str

    @property
    def text(self) -> str:
        """The field with what it said and says."""
        texts = apart(self.before, self.after)
        return f"{self.name} {_both(*texts)}"


def _changed(name: str, before: object, after: object, key: str) -> _ChangedField:
    """A field of one plain value, such as an id or a day."""
    was, now = (Statement.of(value, str(value or "")) for value in (before, after))
    return _ChangedField(name, was, now, key)


def _changed_value(pair: _Pair, key: str) -> _ChangedField:
    """The number as it was read."""
    quantities = pair.before.quantity, pair.after.quantity
    texts = change_of_reading(*quantities)
    was, now = (Statement.of(one, text) for one, text in zip(quantities, texts, strict=True))
    return _ChangedField("value", was, now, key)


def _number_changed(old: Site, new: Site, pair: _Pair) -> Iterator[Problem]:
    """That number, unit or period of a figure changed without a revision."""
    changed = [one for one in _number(old, new, pair) if one.before != one.after]
    if changed and not any(_records(one, pair) for one in pair.added_revisions):
        yield _without_record(pair.after, changed, _hint(pair.before, pair.after))


def _others_changed(old: Site, new: Site, pair: _Pair) -> Iterator[Problem]:
    """That something else of a figure changed without a release that lists it; a revision that
    names the former source records that.
    """
    changed = [one for one in _others(old, new, pair) if one.before != one.after]
    if _records_source(pair):
        changed = [one for one in changed if one.key != "source"]
    if changed:
        yield _without_record(pair.after, changed, _RELEASE)


def _records_source(pair: _Pair) -> bool:
    """Whether the added revisions say what a figure said before, and in which source."""
    added = pair.added_revisions
    names_source = any(one.source == pair.before.source for one in added)
    return names_source and any(_records(one, pair) for one in added)


def _without_record(after: Observation, changed: list[_ChangedField], hint: str) -> Problem:
    message = f"`{after.id}` was published and changed without a record: {_texts(changed)}"
    return Problem("published-changed", message, location_of(after, changed[0].key), hint)


def _texts(changed: Iterable[_ChangedField]) -> str:
    return ", ".join(one.text for one in changed)


def _number(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """What a revision must hold where it changed: the number as printed and as read, its unit and
    its period.
    """
    before, after = pair.before, pair.after
    if before.is_derived:
        return
    yield _changed("printed", before.printing.printed, after.printing.printed, "printed")
    yield _changed_value(pair, "printed")
    if before.unit != after.unit and not _is_same_unit(old, new, pair):
        yield _changed("unit", before.unit, after.unit, "unit")
    yield _changed("period", before.period or "unknown", after.period or "unknown", "period")


def _others(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """What else a figure says of its own."""
    before, after = pair.before, pair.after
    yield from _measure(old, new, pair)
    for key, value_of in _OTHER_VALUES.items():
        yield _changed(key.replace("_", " "), value_of(before), value_of(after), key)
    if before.is_derived:
        yield from _formula_fields(old, new, pair)
    else:
        yield _changed("source", before.source, after.source, "source")
    yield _changed("further printings", _lost_printings(pair), "", "also")
    yield _changed("revisions", *_revisions(pair), "revisions")


def _measure(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """Unit and period where no revision is to hold them: a unit that is called more exactly, and
    both of a derived figure, which has no revisions.
    """
    before, after = pair.before, pair.after
    if before.unit != after.unit and (before.is_derived or _is_same_unit(old, new, pair)):
        yield _changed("unit", before.unit, after.unit, "unit")
    if before.is_derived:
        yield _changed("period", before.period or "unknown", after.period or "unknown", "period")


#: What a figure says in one plain value beside its number, unit and period, by its keys.
_OTHER_VALUES: Mapping[str, Callable[[Observation], object]] = {
    "status": lambda figure: figure.status.value,
    "area": lambda figure: figure.area,
    "compared_with": lambda figure: figure.compared_with,
    "producer": lambda figure: words_of(figure.producer),
}


def _formula_fields(old: Site, new: Site, pair: _Pair) -> Iterator[_ChangedField]:
    """The formula of a derived figure, and its value where nothing that it is computed from
    accounts for it.
    """
    before, after = formula_of(old, pair.before), formula_of(new, pair.after)
    yield _ChangedField("formula", before, after, "status")
    if before == after and not _inputs_changed(old, new, pair.after):
        yield _changed_value(pair, "status")


def _lost_printings(pair: _Pair) -> str:
    """The further printings that are no longer there, each by its key, what it prints and where."""
    kept = {_public(pair.after, one).exact for one in pair.after.also}
    printings = (_public(pair.before, one) for one in pair.before.also)
    return ", ".join(one.text for one in printings if one.exact not in kept)


def _public(observation: Observation, printing: Printing) -> Statement:
    """A further printing as readers see it: they are not shown what singles it out in its text."""
    return printing_statement(observation, replace(printing, near=None))


def _revisions(pair: _Pair) -> tuple[str, str]:
    """What the revisions that are still there say beside the number, before and after."""
    texts = [apart(was, now) for was, now in _kept_revisions(pair) if was != now]
    return "; ".join(was for was, _ in texts), "; ".join(now for _, now in texts)


def _kept_revisions(pair: _Pair) -> Iterator[tuple[Statement, Statement]]:
    """What each revision that is still there says beside the number, before and after."""
    for revision, twin in _twins(pair):
        yield _aside(revision), _aside(twin)


def _twins(pair: _Pair) -> Iterator[tuple[Revision, Revision]]:
    """Each revision that is still there, as it was and as it is."""
    after = {_what(one): one for one in pair.after.revisions}
    for revision in pair.before.revisions:
        if _what(revision) in after:
            yield revision, after[_what(revision)]


def _what(revision: Revision) -> tuple[object, ...]:
    return revision.kind, revision.printed, revision.quantity, revision.date


def _aside(revision: Revision) -> Statement:
    parts = (
        revision.date,
        revision.reason,
        revision.source,
        revision.period,
        revision.unit,
    )
    texts = (revision.date, words_of(revision.reason), *parts[2:])
    return Statement.of(parts, ", ".join(str(one) for one in texts if one))


def _is_same_unit(old: Site, new: Site, pair: _Pair) -> bool:
    """Whether a unit of another id is called the same, or one of it is one of the earlier: a
    community hospital is a hospital, so that the number says what it did.
    """
    before, after = pair.before.unit, pair.after.unit
    return _label(old, before) == _label(new, after) or (
        after in new.units and new.units[after].one_is == UnitFormula(Fraction(1), ((before, 1),))
    )


def _label(site: Site, unit: str) -> Statement:
    """The label of a unit; of one that is not there its id."""
    return label_of(site.units[unit]) if unit in site.units else Statement.of(unit, unit)


def _inputs_changed(old: Site, new: Site, derived: Observation) -> bool:
    """Whether a figure that the rule of a derived one names has another number than before: then
    that figure accounts for the change.
    """
    rule = new.definitions.get(derived.id)
    named = [one.id for one in rule.figures if one.id in new.observations] if rule else []
    return any(
        name not in old.observations
        or old.observations[name].quantity != new.observations[name].quantity
        for name in named
    )


def _records(revision: Revision, pair: _Pair) -> bool:
    """Whether ``revision`` says what the figure said before: the number as printed and as read, its
    unit and its period.
    """
    before, after = pair.before, pair.after
    same_number = revision.quantity == before.quantity
    same_unit = (revision.unit or after.unit) == before.unit
    same_period = (revision.period or after.period) == before.period
    return revision.printed == before.printing.printed and same_number and same_unit and same_period


def _hint(before: Observation, after: Observation) -> str:
    unit = f", unit: {before.unit}" if before.unit != after.unit else ""
    has_other_period = before.period != after.period
    is_printed_alike = before.printing.printed and before.printing.printed == after.printing.printed
    if is_printed_alike and not unit and not has_other_period:
        return (
            "the words of its unit read it differently now: put them back, or give the figure a "
            "unit of its own"
        )
    period = f", period: {before.period}" if has_other_period and before.period else ""
    return (
        f"write `revisions: [{{kind: correction, {_as_written(before)}{unit}{period}, date: …, "
        "reason: {…}}]`"
    )


def _as_written(before: Observation) -> str:
    """The number of a figure, as an editor writes it."""
    if before.printing.printed:
        return f"printed: {before.printing.printed}"
    return ", ".join(map(": ".join, _bare(before.quantity)))


def _bare(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """What an editor writes of a number that nothing prints, by its keys."""
    if quantity.value is not None:
        yield "value", decimal_text(quantity.value, quantity.precision)
    if quantity.relation is not Relation.EQUAL:
        yield "relation", f'"{quantity.relation.value}"'
    yield from _bare_bounds(quantity)
    if quantity.precision is not None and quantity.precision > 1:
        yield "precision", decimal_text(quantity.precision, None)


def _bare_bounds(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """The bounds that are not the number itself."""
    for key, bound in (("low", quantity.low), ("high", quantity.high)):
        if bound is not None and bound != quantity.value:
            yield key, decimal_text(bound, quantity.precision)


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


class _SharedWords(Struct, frozen=True):
    """Words of something that figures name, before and after, and the place an editor writes
    them at.
    """

    what: str
    before: Statement
    after: Statement
    location: Location


def _shared(old: Site, new: Site, pairs: Iterable[_Pair]) -> Iterator[Problem]:
    """What figures say by what they name: titles of indicators and areas, labels of units, what is
    cited of a source. Once for all of them.
    """
    found = defaultdict[_SharedWords, list[str]](list)
    for pair in pairs:
        for words in _changed_words(old, new, pair):
            found[words].append(pair.after.id)
    for words, figures in found.items():
        yield _shared_problem(words, figures)


def _changed_words(old: Site, new: Site, pair: _Pair) -> Iterator[_SharedWords]:
    """What a figure says by what it names, where that changed."""
    shared = (*_measured(old, new, pair), *_borrowed(old, new, pair))
    return (words for words in shared if words.before != words.after)


def _shared_problem(words: _SharedWords, figures: list[str]) -> Problem:
    listed = ", ".join(f"`{figure}`" for figure in figures[:_SHOWN])
    more = f" and {len(figures) - _SHOWN} more" if len(figures) > _SHOWN else ""
    texts = _both(*apart(words.before, words.after))
    message = (
        f"{words.what} was published and changed without a record: {texts}; it is shown "
        f"with {listed}{more}"
    )
    return Problem("published-changed", message, words.location, _RELEASE)


def _measured(old: Site, new: Site, pair: _Pair) -> Iterator[_SharedWords]:
    """What is said of the indicator of a figure."""
    was, now = old.indicators[pair.before.indicator], new.indicators[pair.after.indicator]
    yield _words_of_indicator(now, "title", was.title, now.title)
    yield _words_of_indicator(now, "definition", was.definition, now.definition)


def _words_of_indicator(
    indicator: Indicator, key: str, before: LocalisedText, after: LocalisedText
) -> _SharedWords:
    texts = localised_statement(before), localised_statement(after)
    return _SharedWords(f"the {key} of `{indicator.id}`", *texts, location_of(indicator, key))


#: What is shown of a thing that figures name.
_CALLED = {
    "unit": "the label of unit",
    "area": "the title of area",
    "source": "what is cited of source",
}


def _borrowed(old: Site, new: Site, pair: _Pair) -> Iterator[_SharedWords]:
    """What is shown with a figure and is elsewhere, where it is the same thing before and after."""
    before, after = borrowed_words(old, pair.before), borrowed_words(new, pair.after)
    for (what, name), words in after.items():
        if (what, name) in before:
            location = _place_of_words(old, new, what, name)
            yield _SharedWords(f"{_CALLED[what]} `{name}`", before[what, name], words, location)


def _place_of_words(old: Site, new: Site, what: str, name: str) -> Location:
    """Where the words of a unit, an area or a source are written."""
    things: Mapping[str, Mapping[str, Located]] = {
        "unit": new.units,
        "area": new.areas,
        "source": new.sources,
    }
    key = _first_cited_change(old, new, name) if what == "source" else "title"
    return location_of(things[what][name], key)


def _first_cited_change(old: Site, new: Site, source: str) -> str:
    """The key of what is cited of a source that changed, the first of several."""
    before, after = old.sources[source], new.sources[source]
    changed = (
        name for name in CITED if exact(getattr(before, name)) != exact(getattr(after, name))
    )
    return next(changed, "title")


def _rewritten(old: Site, new: Site, pairs: Iterable[_Pair]) -> Iterator[Problem]:
    """Figures that their units write in another way though neither their number nor a word of the
    label changed: by a pattern of another kind, or other words of titles. Once for each unit.
    """
    found = defaultdict[str, list[str]](list)
    for pair in pairs:
        unit = pair.after.unit
        texts = rewritten(old, new, pair.before, pair.after)
        if texts and label_of(old.units[unit]) == label_of(new.units[unit]):
            found[unit].append(f"`{pair.after.id}` {' -> '.join(map(_short, texts))}")
    for unit, figures in found.items():
        yield _rewritten_problem(unit, figures, new.units[unit].location)


def _rewritten_problem(unit: str, figures: Sequence[str], location: Location) -> Problem:
    """One problem for all ``figures`` in a unit, of which the first are shown."""
    shown = ", ".join(figures[:_SHOWN])
    more = f" and {len(figures) - _SHOWN} more" if len(figures) > _SHOWN else ""
    message = (
        f"figures in unit `{unit}` were published and are written in another way without a "
        f"record: {shown}{more}"
    )
    return Problem("published-changed", message, location, _RELEASE)


def _short(words: str) -> str:
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or "nothing"


def _both(before: str, after: str) -> str:
    """Two texts from where they begin to differ."""
    texts = differing(before, after, _LONGEST)
    return " -> ".join(with_codes(_short(text)) for text in texts)


def _former_ids(old: Site, new: Site, found: Mapping[str, Observation]) -> Iterator[Problem]:
    for former, before in old.former_ids.items():
        expected = found.get(before.id)
        now = new.observations.get(former) or new.former_ids.get(former)
        if expected is not None and now is not expected:
            yield _former_id_lost(former, expected, now)


def _former_id_lost(former: str, expected: Observation, now: Observation | None) -> Problem:
    meant = f"means `{now.id}` now" if now else "means nothing now"
    message = f"`{former}` was an id of `{expected.id}` and {meant}: its address was published"
    location, hint = location_of(expected, "formerly"), f"put it back: `formerly: [{former}]`"
    return Problem("former-id-removed", message, location, hint)


_RELEASE_KEPT = (
    "what was published is never deleted: put it back, and say what is to be said in a new release"
)


def _releases(old: Site, new: Site) -> Iterator[Problem]:
    day = last_published(old).isoformat()
    last = max([day, *(one.time for one in old.releases.values())])
    for release in new.releases.values():
        if release.id not in old.releases and release.time <= last:
            yield _belated(release, last)
    for before in old.releases.values():
        yield from _release_changed(before, new.releases.get(before.id))


def _release_changed(before: Release, after: Release | None) -> Iterator[Problem]:
    """That a published release is gone, or says something else."""
    named = f"the release `{before.id}`"
    if after is None:
        message = f"{named} of {before.time} was published and is gone"
        yield Problem("release-removed", message, _RELEASES, _RELEASE_KEPT)
    elif changes := ", ".join(_changes_of_release(before, after)):
        message = f"{named} was published and changed: {changes}"
        yield Problem("release-changed", message, after.location, _RELEASE_KEPT)


def _belated(release: Release, last: str) -> Problem:
    message = f"the release `{release.id}` is new, and not later than what was published on {last}"
    hint = "write the time at which it is published"
    return Problem("release-misdated", message, location_of(release, "time"), hint)


def _changes_of_release(before: Release, after: Release) -> Iterator[str]:
    if before.time != after.time:
        yield f"time {before.time} -> {after.time}"
    if before.note != after.note:
        texts = apart(localised_statement(before.note), localised_statement(after.note))
        yield f"note {_both(*texts)}"
    yield from _unlisted("added", before.added, after.added)
    yield from _unlisted("changed", before.changed, after.changed)
    yield from _unlisted("removed", before.removed, after.removed)


def _unlisted(name: str, before: Iterable[Reference], after: Iterable[Reference]) -> Iterator[str]:
    """The figures that a release listed under ``name`` and lists no longer."""
    kept = {one.id for one in after}
    yield from (f"`{one.id}` is no longer under `{name}`" for one in before if one.id not in kept)
