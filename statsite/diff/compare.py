"""What changed between two states of a site: figures, rules, charts and prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Literal

from msgspec import Struct

from statsite.assess.assessment import Assessment
from statsite.diff.other_changes import OtherChange, other_changes
from statsite.diff.statements import (
    ChangeType,
    Statement,
    apart,
    localised_statement,
    said,
    words_of,
)
from statsite.evidence.state import printings
from statsite.formatting import observation_text
from statsite.model import (
    Document,
    LocalisedText,
    Observation,
    Printing,
    Proof,
    Prose,
    Revision,
    Site,
    Source,
    Unit,
)
from statsite.prose import references
from statsite.quantity import Quantity


class FieldChange(Struct, frozen=True):
    """One thing that a figure says, before and after; an empty text where it said nothing."""

    name: str
    before: str
    after: str


class FigureChange(Struct, frozen=True):
    """What became of one figure.

    ``before`` and ``after`` are None where it came or went. ``relative`` is the change of its value
    over the earlier one, None where there is none. ``used_in`` names the topics and charts of the
    later state that show it. ``proof`` says whether its proof changed with it.
    """

    kind: ChangeType
    id: str
    before: Observation | None
    after: Observation | None
    fields: tuple[FieldChange, ...]
    relative: Fraction | None
    used_in: tuple[str, ...]
    proof: Literal["changed", "same", "none"]


class RuleChange(Struct, frozen=True):
    """A rule and its outcomes; None where it did not exist, or could not be computed."""

    id: str
    before: str | None
    after: str | None


class Proven(Struct, frozen=True):
    """A proof, and the id of the source whose text it is of."""

    source: str
    proof: Proof


class ProofChange(Struct, frozen=True):
    """A printing whose proof came, went or was made again; ``id`` is the printing's, ``printed``
    what it says now.
    """

    id: str
    printed: str
    before: Proven | None
    after: Proven | None


class SiteDifference(Struct, frozen=True):
    """Everything that differs.

    ``restated`` are the figures that did not change themselves, but the label of whose unit, title
    of whose area or citation of whose source did.
    """

    figures: tuple[FigureChange, ...]
    rules: tuple[RuleChange, ...]
    others: tuple[OtherChange, ...]
    restated: tuple[str, ...]
    proofs: tuple[ProofChange, ...]

    @property
    def new_proofs(self) -> int:
        """How many proofs the later state has that the earlier one had not, or not so."""
        return sum(change.after is not None for change in self.proofs)

    @property
    def lost_proofs(self) -> int:
        """How many figures and further printings that are still there have no proof any more."""
        return sum(change.after is None for change in self.proofs)


def compare(earlier: Assessment, later: Assessment) -> SiteDifference:
    """What changed from ``earlier`` to ``later``; figures in the order of the later site, those
    that went last.
    """
    old, new = earlier.site, later.site
    figures = tuple(_figures(old, new))
    changed = {change.id for change in figures}
    restated = tuple(figure for figure in _restated(old, new) if figure not in changed)
    return SiteDifference(
        figures,
        tuple(_rules(earlier, later)),
        tuple(other_changes(old, new)),
        restated,
        tuple(_proofs(old, new)),
    )


def successors(old: Site, new: Site) -> Mapping[str, Observation]:
    """What the figures of ``old`` are in ``new``, by their old ids: those of the same id, else
    those that were called so.

    No two become one: where a figure of ``new`` claims the id of another beside its own, that other
    is gone.
    """
    found = {name: new.observations[name] for name in old.observations if name in new.observations}
    taken = set(found)
    for name in old.observations:
        after = new.former_ids.get(name)
        if name not in found and after is not None and after.id not in taken:
            found[name] = after
            taken.add(after.id)
    return found


def quantity_words(quantity: Quantity) -> str:
    """What a printed figure was read as: relation and number, or bounds."""
    if quantity.value is None:
        return _bounds(quantity)
    return f"{quantity.relation.value} {quantity.decimal_text(quantity.value)}"


def _bounds(quantity: Quantity) -> str:
    """Its lower and its upper bound."""
    low, high = map(quantity.decimal_text, (quantity.low, quantity.high))
    return f"{low or '…'} to {high or '…'}"


def exact_words(quantity: Quantity) -> str:
    """The same with the bounds and the precision, which mostly go without saying."""
    precision = quantity.precision or "unknown"
    return f"{quantity_words(quantity)} ({_bounds(quantity)}, last digit {precision})"


def change_of_reading(before: Quantity, after: Quantity) -> tuple[str, str]:
    """Two quantities in words that differ where they do."""
    short = quantity_words(before), quantity_words(after)
    if before == after or short[0] != short[1]:
        return short
    return apart(Statement.of(before, exact_words(before)), Statement.of(after, exact_words(after)))


def printing_statement(observation: Observation, printing: Printing) -> Statement:
    """A further printing: every field of it but what follows from the others, its id without that
    of the figure, which is compared by itself.
    """
    key = printing.id.removeprefix(observation.id).removeprefix(f"+{printing.source}")
    details = [
        key.replace(".", "key ", 1),
        f"in the {printing.part}" if printing.part else "",
        f"near {printing.near}" if printing.near else "",
        "of no stated time" if printing.is_undated else "",
    ]
    aside = ", ".join(filter(None, details))
    text = f"{_printed_or_read(printing)} in {printing.source}{f' ({aside})' if aside else ''}"
    return Statement.of(_without_reading(printing) | {"id": key}, text)


def _printed_or_read(thing: Printing | Revision) -> str:
    """A number as it is printed, or where nothing prints it what it is."""
    return thing.printed or quantity_words(thing.quantity)


def _without_reading(thing: Printing | Revision) -> dict[str, object]:
    """The fields of a thing but its reading, which follows from what is printed."""
    return {name: value for name, value in said(thing) if name != "reading"}


def label_of(unit: Unit) -> Statement:
    """The label of a unit, as every language writes it, with its pattern."""
    texts = {language: label.texts for language, label in unit.label.items()}
    distinct = dict.fromkeys(chain.from_iterable(texts.values()))
    return Statement.of(texts, " / ".join(distinct))


def borrowed_words(site: Site, observation: Observation) -> Mapping[tuple[str, str], Statement]:
    """What is shown with a figure and is elsewhere: the label of its unit, the title of its area,
    what is cited of its sources.

    By the sort of thing it is at (``unit``, ``area``, ``source``) and that thing's id.
    """
    words = dict[tuple[str, str], Statement]()
    unit, area = site.units.get(observation.unit), site.areas.get(observation.area)
    if unit is not None:
        words["unit", unit.id] = label_of(unit)
    if area is not None:
        words["area", area.id] = localised_statement(area.title)
    for name in sorted({printing.source for printing in observation.printings}):
        if name in site.sources:
            words["source", name] = _cited(site.sources[name])
    return words


def rewritten(
    old: Site, new: Site, before: Observation, after: Observation
) -> tuple[str, str] | None:
    """What readers are shown of a figure before and after, where the unit it has all along writes
    it in another way; None where it does not.
    """
    has_unit = after.unit in old.units and after.unit in new.units
    if not has_unit or _number_as_written(before) != _number_as_written(after):
        return None
    languages = [one for one in new.settings.languages if one in old.settings.languages]
    was, now = _shown(old, before, languages), _shown(new, after, languages)
    return apart(was, now) if was != now else None


def _number_as_written(observation: Observation) -> tuple[str, Quantity, str | None]:
    return observation.unit, observation.quantity, observation.printing.printed


def _shown(site: Site, observation: Observation, languages: Iterable[str]) -> Statement:
    """A figure as prose writes it, and as it is written beside its title where that differs."""
    unit, title = site.units[observation.unit], site.indicators[observation.indicator].title
    texts = [
        str(observation_text(observation, one, language))
        for language in languages
        for one in (unit, unit.beside(title))
    ]
    return Statement.of(texts, " / ".join(dict.fromkeys(texts)))


#: What references and pages tell of a source, by the keys that editors write.
CITED = (
    "title",
    "title_translated",
    "publication",
    "publication_known_from",
    "published",
    "page",
    "producer",
    "kind",
    "url",
    "issue_url",
    "issue",
)


def _cited(source: Source) -> Statement:
    facts = {name: getattr(source, name) for name in CITED}
    facts["publication_known_from"] = bool(source.publication_known_from)
    facts["published"] = source.published.date, source.published.approximate
    return Statement.of(facts, ", ".join(filter(None, _cited_texts(source))))


def _cited_texts(source: Source) -> Iterator[str]:
    published = f"{source.published.date}{' (approximate)' if source.published.approximate else ''}"
    inferred = " (inferred)" if source.publication_known_from else ""
    yield source.title
    yield words_of(source.title_translated)
    yield f"{words_of(source.publication)}{inferred}"
    yield published
    yield f"page {source.page}" if source.page else ""
    yield words_of(source.producer)
    yield source.kind.value
    yield source.url or ""
    yield source.issue_url or ""
    yield f"no. {source.issue}" if source.issue else ""


def _restated(old: Site, new: Site) -> Iterator[str]:
    for name, after in successors(old, new).items():
        was, now = borrowed_words(old, old.observations[name]), borrowed_words(new, after)
        is_reworded = any(was[key] != now[key] for key in was.keys() & now.keys())
        if is_reworded or rewritten(old, new, old.observations[name], after):
            yield after.id


def _figures(old: Site, new: Site) -> Iterator[FigureChange]:
    found = successors(old, new)
    yield from _later_figures(old, new, found)
    users = _users(old)
    for gone in old.observations.values():
        if gone.id not in found:
            used = users.get(gone.id, ())
            yield FigureChange("removed", gone.id, gone, None, (), None, used, "none")


def _later_figures(
    old: Site, new: Site, found: Mapping[str, Observation]
) -> Iterator[FigureChange]:
    """The figures that came or changed; ``found`` is what each earlier one is now."""
    before = {after.id: old.observations[name] for name, after in found.items()}
    users = _users(new)
    for after in new.observations.values():
        used = users.get(after.id, ())
        if after.id not in before:
            proof = _proof(old, new, None, after)
            yield FigureChange("added", after.id, None, after, (), None, used, proof)
        elif change := _change(old, new, before[after.id], after, used):
            yield change


def _change(
    old: Site, new: Site, before: Observation, after: Observation, used: tuple[str, ...]
) -> FigureChange | None:
    changes = tuple(_changes(old, new, before, after))
    if not changes:
        return None
    kind: ChangeType = "renamed" if _is_renamed(before, after, changes) else "changed"
    relative = _relative(before.quantity, after.quantity)
    proof = _proof(old, new, before, after)
    return FigureChange(kind, after.id, before, after, changes, relative, used, proof)


def _is_renamed(before: Observation, after: Observation, changes: Iterable[FieldChange]) -> bool:
    """Whether nothing but the id of a figure changed."""
    return before.id != after.id and {one.name for one in changes} <= {"id", "former ids"}


def _changes(
    old: Site, new: Site, before: Observation, after: Observation
) -> Iterator[FieldChange]:
    for name, statement_of in _FIELDS.items():
        was, now = statement_of(old, before), statement_of(new, after)
        if was != now:
            texts = apart(was, now)
            if name == "read as":
                texts = change_of_reading(before.quantity, after.quantity)
            yield FieldChange(name, *texts)


def formula_of(site: Site, observation: Observation) -> Statement:
    """The rule that defines a derived figure."""
    rule = site.definitions.get(observation.id)
    text = rule.text if rule else ""
    return Statement.of(text, text)


def _plainly(value_of: Callable[[Observation], object]) -> Callable[[Site, Observation], Statement]:
    """The statement of a value that is its own words: an id, a day."""
    return lambda _, o: Statement.of(value_of(o), str(value_of(o) or ""))


def _in_words(
    words_of_figure: Callable[[Observation], LocalisedText],
) -> Callable[[Site, Observation], Statement]:
    return lambda _, o: localised_statement(words_of_figure(o))


#: What a figure says, by the word that names it: id first, so that a mere renaming differs in that
#: alone.
_FIELDS: Mapping[str, Callable[[Site, Observation], Statement]] = {
    "id": _plainly(lambda o: o.id),
    "printed": _plainly(lambda o: o.printing.printed),
    "read as": lambda _, o: Statement.of(o.quantity, quantity_words(o.quantity)),
    "unit": _plainly(lambda o: o.unit),
    "area": _plainly(lambda o: o.area),
    "period": _plainly(lambda o: o.period or "unknown"),
    "status": _plainly(lambda o: o.status.value),
    "compared with": _plainly(lambda o: o.compared_with),
    "source": _plainly(lambda o: o.source),
    "formula": formula_of,
    "title": lambda site, o: localised_statement(site.indicators[o.indicator].title),
    "definition": lambda site, o: localised_statement(site.indicators[o.indicator].definition),
    "note": _in_words(lambda o: o.note),
    "context": _in_words(lambda o: o.context),
    "because": _in_words(lambda o: o.because),
    "near": _plainly(lambda o: o.printing.near),
    "further printings": lambda _, o: _joined([printing_statement(o, one) for one in o.also], ", "),
    "preferred": _in_words(lambda o: o.preferred),
    "revisions": lambda _, o: _joined([_revision_statement(one) for one in o.revisions], "; "),
    "former ids": lambda _, o: Statement.of(o.formerly, ", ".join(one.id for one in o.formerly)),
    "reviewed": lambda _, o: Statement.of(
        o.reviewed, f"by {o.reviewed.by} on {o.reviewed.date}" if o.reviewed else ""
    ),
    "review by": _plainly(lambda o: o.review_by),
    "producer": _in_words(lambda o: o.producer),
}


def _joined(listed: Sequence[Statement], between: str) -> Statement:
    return Statement.of([one.exact for one in listed], between.join(one.text for one in listed))


def _revision_statement(revision: Revision) -> Statement:
    also = "".join(f", {one}" for one in (revision.unit, revision.period) if one)
    text = (
        f"{revision.kind.value} of {revision.date}: {_printed_or_read(revision)}{also}, "
        f"from {revision.source}, {words_of(revision.reason)}"
    )
    return Statement.of(_without_reading(revision), text)


def _relative(before: Quantity, after: Quantity) -> Fraction | None:
    was, now = before.value, after.value
    if not was or now is None or was == now:
        return None
    return (now - was) / abs(was)


def _proof(
    old: Site, new: Site, before: Observation | None, after: Observation
) -> Literal["changed", "same", "none"]:
    proof = new.proofs.get(after.id)
    if proof is None:
        return "none"
    proven = None if before is None else old.proofs.get(before.id)
    return "same" if proven and proof.is_the_same_as(proven) else "changed"


def _proofs(old: Site, new: Site) -> Iterator[ProofChange]:
    earlier = {after.id: name for name, after in successors(old, new).items()}
    proofs = {printing.id: _proven(old, printing) for _, printing in printings(old)}
    for observation, printing in printings(new):
        former_id = earlier.get(observation.id, observation.id)
        behind = printing.id.removeprefix(observation.id)
        was, now = proofs.get(former_id + behind), _proven(new, printing)
        if _is_made_again(was, now):
            yield ProofChange(printing.id, _printed_or_read(printing), was, now)


def _is_made_again(was: Proven | None, now: Proven | None) -> bool:
    """Whether a printing is proven otherwise than before, or only one time."""
    if was is None or now is None:
        return was is not now
    return was.source != now.source or not was.proof.is_the_same_as(now.proof)


def _proven(site: Site, printing: Printing) -> Proven | None:
    proof = site.proofs.get(printing.id)
    return None if proof is None else Proven(printing.source, proof)


def _users(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The topics and charts that show each figure, by its id."""
    found = defaultdict[str, list[str]](list)
    for figure, user in _uses(site):
        found[figure].append(user)
    return {figure: tuple(users) for figure, users in found.items()}


def _uses(site: Site) -> Iterator[tuple[str, str]]:
    for topic, prose in site.topics.items():
        yield from ((figure, f"topic {topic}") for figure in _named(prose))
    for name, chart in site.charts.items():
        yield from ((one.id, f"chart {name}") for one in chart.drawn)


def _named(prose: Prose) -> set[str]:
    return set(chain.from_iterable(map(_named_in, prose.documents.values())))


def _named_in(document: Document) -> Iterator[str]:
    """The figures that a text shows or begins with."""
    yield from (named.id for named in references(document.body) if named.is_figure)
    yield from (lead.id for lead in document.leads)


def _rules(earlier: Assessment, later: Assessment) -> Iterator[RuleChange]:
    before, after = earlier.outcomes, later.outcomes
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield RuleChange(name, _text(before.get(name)), _text(after.get(name)))


def _text(outcome: object) -> str | None:
    return None if outcome is None else str(outcome)
