"""What changed between two states of a site: figures, rules, charts and prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import unified_diff
from fractions import Fraction
from typing import Literal

from statsite.assess.assessment import Assessment
from statsite.evidence.state import printings
from statsite.formatting import observation_text
from statsite.model import (
    ChartRequest,
    Document,
    LocalisedText,
    Observation,
    Printing,
    Proof,
    Prose,
    Reference,
    Revision,
    Site,
    Source,
    Unit,
)
from statsite.prose import references
from statsite.quantity import Quantity

#: The most lines of one thing that are compared with each other, each with each at worst.
_MOST_COMPARED = 400

ChangeType = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that a figure says, before and after; an empty text where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FigureChange:
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


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule and its outcomes; None where it did not exist, or could not be computed."""

    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class OtherChange:
    """What is not a figure, such as a chart, a unit or a page in one language, and came, went or
    changed; then with its lines that went (``-``) and came (``+``).
    """

    what: str
    id: str
    kind: ChangeType
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proven:
    """A proof, and the id of the source whose text it is of."""

    source: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class ProofChange:
    """A printing whose proof came, went or was made again; ``id`` is the printing's, ``printed``
    what it says now.
    """

    id: str
    printed: str
    before: Proven | None
    after: Proven | None


@dataclass(frozen=True, slots=True)
class SiteDifference:
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
    def proofs_made(self) -> int:
        """How many proofs the later state has that the earlier one had not, or not so."""
        return sum(change.after is not None for change in self.proofs)


def compare(earlier: Assessment, later: Assessment) -> SiteDifference:
    """What changed from ``earlier`` to ``later``; figures in the order of the later site, those
    that went last.
    """
    old, new = earlier.site, later.site
    figures = tuple(_figures(old, new))
    told = {change.id for change in figures}
    restated = tuple(figure for figure in _restated(old, new) if figure not in told)
    return SiteDifference(
        figures,
        tuple(_rules(earlier, later)),
        tuple(_others(old, new)),
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
        return (
            f"{quantity.decimal_text(quantity.low) or '…'} to "
            f"{quantity.decimal_text(quantity.high) or '…'}"
        )
    return f"{quantity.relation.value} {quantity.decimal_text(quantity.value)}"


def exact_words(quantity: Quantity) -> str:
    """The same with the bounds and the precision, which mostly go without saying."""
    low, high = (
        quantity.decimal_text(quantity.low) or "…",
        quantity.decimal_text(quantity.high) or "…",
    )
    return (
        f"{quantity_words(quantity)} ({low} to {high}, last digit "
        f"{quantity.precision or 'unknown'})"
    )


def change_of_reading(before: Quantity, after: Quantity) -> tuple[str, str]:
    """Two quantities in words that differ where they do."""
    short = quantity_words(before), quantity_words(after)
    return (
        (exact_words(before), exact_words(after))
        if before != after and short[0] == short[1]
        else short
    )


def words_of(words: LocalisedText) -> str:
    """Words in every language, on one line."""
    return " / ".join(" ".join(text.split()) for text in words.values())


def printings_of(observation: Observation) -> tuple[str, ...]:
    """What each further printing says and where."""
    return tuple(
        f"{printing.printed or quantity_words(printing.quantity)} in {printing.source}"
        for printing in observation.also
    )


def label_of(unit: Unit) -> str:
    """The label of a unit, as every language writes it, with its pattern."""
    return " / ".join(dict.fromkeys(text for label in unit.label.values() for text in label.texts))


def borrowed_words(site: Site, observation: Observation) -> Mapping[tuple[str, str], str]:
    """What is shown with a figure and is elsewhere: the label of its unit, the title of its area,
    what is cited of its sources.

    By the sort of thing it is at (``unit``, ``area``, ``source``) and that thing's id.
    """
    words = dict[tuple[str, str], str]()
    if observation.unit in site.units:
        words["unit", observation.unit] = label_of(site.units[observation.unit])
    if observation.area in site.areas:
        words["area", observation.area] = words_of(site.areas[observation.area].title)
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
    is_same = (before.unit, before.quantity, before.printing.printed) == (
        after.unit,
        after.quantity,
        after.printing.printed,
    )
    if not is_same or after.unit not in old.units.keys() & new.units.keys():
        return None
    languages = [one for one in new.settings.languages if one in old.settings.languages]
    was, now = _shown(old, before, languages), _shown(new, after, languages)
    return (was, now) if was != now else None


def _shown(site: Site, observation: Observation, languages: Iterable[str]) -> str:
    """A figure as prose writes it, and as it is written beside its title where that differs."""
    unit, title = site.units[observation.unit], site.indicators[observation.indicator].title
    texts = (
        str(observation_text(observation, one, language))
        for language in languages
        for one in (unit, unit.beside(title))
    )
    return " / ".join(dict.fromkeys(texts))


def _cited(source: Source) -> str:
    published = f"{source.published.date}{' (approximate)' if source.published.approximate else ''}"
    told = (
        source.title,
        words_of(source.title_translated),
        _publication(source),
        published,
        words_of(source.producer),
    )
    return ", ".join(one for one in told if one)


def _publication(source: Source) -> str:
    return f"{words_of(source.publication)}{' (inferred)' if source.publication_known_from else ''}"


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
        earlier, used = before.get(after.id), users.get(after.id, ())
        if earlier is None:
            proof = _proof(old, new, None, after)
            yield FigureChange("added", after.id, None, after, (), None, used, proof)
        elif change := _change(old, new, earlier, after, used):
            yield change


def _change(
    old: Site, new: Site, before: Observation, after: Observation, used: tuple[str, ...]
) -> FigureChange | None:
    changes = tuple(_changes(old, new, before, after))
    if not changes:
        return None
    names = {change.name for change in changes}
    is_renamed = before.id != after.id and names <= {"id", "former ids"}
    kind: ChangeType = "renamed" if is_renamed else "changed"
    relative = _relative(before.quantity, after.quantity)
    proof = _proof(old, new, before, after)
    return FigureChange(kind, after.id, before, after, changes, relative, used, proof)


def _changes(
    old: Site, new: Site, before: Observation, after: Observation
) -> Iterator[FieldChange]:
    for name, tell in _FIELD_TEXTS.items():
        said, says = tell(old, before), tell(new, after)
        if name == "read as":
            said, says = change_of_reading(before.quantity, after.quantity)
        if said != says:
            yield FieldChange(name, said, says)


#: What a figure says, by the word that names it: id first, so that a mere renaming differs in that
#: alone.
_FIELD_TEXTS: Mapping[str, Callable[[Site, Observation], str]] = {
    "id": lambda _, o: o.id,
    "printed": lambda _, o: o.printing.printed or "",
    "read as": lambda _, o: quantity_words(o.quantity),
    "unit": lambda _, o: o.unit,
    "area": lambda _, o: o.area,
    "period": lambda _, o: str(o.period or "unknown"),
    "status": lambda _, o: o.status.value,
    "compared with": lambda _, o: str(o.compared_with or ""),
    "source": lambda _, o: o.source,
    "formula": lambda site, o: site.definitions[o.id].text if o.id in site.definitions else "",
    "title": lambda site, o: words_of(site.indicators[o.indicator].title),
    "definition": lambda site, o: words_of(site.indicators[o.indicator].definition),
    "note": lambda _, o: words_of(o.note),
    "context": lambda _, o: words_of(o.context),
    "because": lambda _, o: words_of(o.because),
    "near": lambda _, o: o.printing.near or "",
    "further printings": lambda _, o: ", ".join(printings_of(o)),
    "preferred": lambda _, o: words_of(o.preferred),
    "revisions": lambda _, o: "; ".join(_revision_text(one) for one in o.revisions),
    "former ids": lambda _, o: ", ".join(one.id for one in o.formerly),
    "reviewed": lambda _, o: f"by {o.reviewed.by} on {o.reviewed.date}" if o.reviewed else "",
    "review by": lambda _, o: str(o.review_by or ""),
}


def _revision_text(revision: Revision) -> str:
    before = f"{revision.printed or quantity_words(revision.quantity)}"
    also = "".join(f", {one}" for one in (revision.unit, revision.period) if one)
    return (
        f"{revision.kind.value} of {revision.date}: {before}{also}, from {revision.source}, "
        f"{words_of(revision.reason)}"
    )


def _relative(before: Quantity, after: Quantity) -> Fraction | None:
    if not before.value or after.value is None or before.value == after.value:
        return None
    return (after.value - before.value) / abs(before.value)


def _proof(
    old: Site, new: Site, before: Observation | None, after: Observation
) -> Literal["changed", "same", "none"]:
    proof = new.proofs.get(after.id)
    if proof is None:
        return "none"
    return "same" if before is not None and old.proofs.get(before.id) == proof else "changed"


def _proofs(old: Site, new: Site) -> Iterator[ProofChange]:
    earlier = {after.id: name for name, after in successors(old, new).items()}
    was = {printing.id: _proven(old, printing) for _, printing in printings(old)}
    for observation, printing in printings(new):
        behind = printing.id.removeprefix(observation.id)
        former = earlier.get(observation.id, observation.id) + behind
        proven, now = was.get(former), _proven(new, printing)
        if proven != now:
            printed = printing.printed or quantity_words(printing.quantity)
            yield ProofChange(printing.id, printed, proven, now)


def _proven(site: Site, printing: Printing) -> Proven | None:
    proof = site.proofs.get(printing.id)
    return None if proof is None else Proven(printing.source, proof)


def _users(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The topics and charts that show each figure, by its id."""
    found = defaultdict[str, list[str]](list)
    for topic, prose in site.topics.items():
        for figure in _named(prose):
            found[figure].append(f"topic {topic}")
    for name, chart in site.charts.items():
        for figure in _drawn(chart):
            found[figure].append(f"chart {name}")
    return {figure: tuple(users) for figure, users in found.items()}


def _named(prose: Prose) -> set[str]:
    documents = prose.documents.values()
    shown = {named.id for one in documents for named in references(one.body) if named.is_figure}
    return shown | {lead.id for one in documents for lead in one.leads}


def _drawn(chart: ChartRequest) -> set[str]:
    return {one.id for one in (*chart.data, chart.total, chart.reference) if one}


def _rules(earlier: Assessment, later: Assessment) -> Iterator[RuleChange]:
    before, after = earlier.outcomes, later.outcomes
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield RuleChange(name, _text(before.get(name)), _text(after.get(name)))


def _text(outcome: object) -> str | None:
    return None if outcome is None else str(outcome)


#: What the counts of an audit are called.
AUDIT = "audit"

#: What is compared line by line beside figures and prose, and which fields of it are told elsewhere
#: or not at all.
_ENTITIES: Mapping[str, Callable[[Site], Mapping[str, object]]] = {
    "settings": lambda site: {"site.yaml": site.settings},
    "unit": lambda site: site.units,
    "area": lambda site: site.areas,
    "source": lambda site: site.sources,
    "dataset": lambda site: site.datasets,
    "indicator": lambda site: site.indicators,
    "figures left out": lambda site: site.ignored,
    "rule": lambda site: {**site.rules, **site.withdrawn_rules},
    "release": lambda site: site.releases,
    "term": lambda site: site.glossary,
    "measure": lambda site: site.measures,
    "tile": lambda site: site.tiles,
    AUDIT: lambda site: {f"{one.kind}, {one.changes}": one for one in site.audit},
    "chart": lambda site: {**site.charts, **site.withdrawn_charts},
}
_SKIPPED_FIELDS: Mapping[str, frozenset[str]] = {
    "dataset": frozenset({"indicators"}),
    "indicator": frozenset({"observations", "title", "definition", "unit"}),
    "rule": frozenset({"formula", "text_location", "start"}),
}
_LOCATION_FIELDS = frozenset({"location", "locations"})


def _others(old: Site, new: Site) -> Iterator[OtherChange]:
    for what, of in _ENTITIES.items():
        untold = _SKIPPED_FIELDS.get(what, frozenset())
        yield from _things(what, _bare_texts(of(old), untold), _bare_texts(of(new), untold))
    yield from _reordered(old, new)
    yield from _things("topic", _documents(old.topics), _documents(new.topics))
    yield from _things("page", _documents(old.pages), _documents(new.pages))


def _bare_texts(things: Mapping[str, object], untold: frozenset[str]) -> dict[str, str]:
    return {name: _bare(thing, untold) for name, thing in things.items()}


def _reordered(old: Site, new: Site) -> Iterator[OtherChange]:
    """The datasets whose figures come in another order, which is that of their pages."""
    for name in old.datasets.keys() & new.datasets.keys():
        was, now = (
            [one.id for one in site.observations_of(site.datasets[name])] for site in (old, new)
        )
        both = set(was) & set(now)
        before, after = ([one for one in ids if one in both] for ids in (was, now))
        if before != after:
            lines = (f"-{', '.join(before)}", f"+{', '.join(after)}")
            yield OtherChange("order of figures of", name, "changed", lines)


def _documents(proses: Mapping[str, Prose]) -> dict[str, str]:
    """The words of every topic or page, by id and language."""
    return {
        f"{name}/{code}": _document(document)
        for name, prose in proses.items()
        for code, document in prose.documents.items()
    }


def _document(document: Document) -> str:
    leads = ", ".join(lead.id for lead in document.leads)
    return f"{document.title}\n{document.standfirst}\n{leads}\n{document.body}"


def _bare(thing: object, untold: frozenset[str]) -> str:
    """A thing without the places it was read at, a line for each field or entry that says
    something.
    """
    if isinstance(thing, tuple):
        return "\n".join(_value(one) for one in thing)
    return "\n".join(
        f"{name}: {_value(value)}" for name, value in _said(thing) if name not in untold
    )


def _said(thing: object) -> Iterator[tuple[str, object]]:
    """The fields of a thing that say something, its places aside."""
    if is_dataclass(thing):
        for one in fields(thing):
            value = getattr(thing, one.name)
            if one.name not in _LOCATION_FIELDS and value not in (None, "", (), {}):
                yield one.name, value


def _value(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Reference):
        return value.id
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, Mapping):
        return _named_values(value.items())
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        return _named_values(_said(value))
    return " ".join(str(value).split())


def _named_values(named: Iterable[tuple[object, object]]) -> str:
    return f"{{{', '.join(f'{name}: {_value(value)}' for name, value in named)}}}"


def _changed_lines(before: str, after: str) -> tuple[str, ...]:
    """The lines that went and came; empty ones too, which part paragraphs, unless all of it is new.

    Where very many did, all between the first and the last that differ: finding out which stayed
    takes too long.
    """
    old, new = _between_common_ends(before.splitlines(), after.splitlines())
    if max(len(old), len(new)) > _MOST_COMPARED:
        lines = [*(f"-{line}" for line in old), *(f"+{line}" for line in new)]
    else:
        head = 2  # the names of the two files, which are none here
        lines = [*unified_diff(old, new, lineterm="", n=0)][head:]
    told = (line for line in lines if line[:1] in {"-", "+"})
    return tuple(line for line in told if before or line[1:].strip())


def _between_common_ends(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Two texts without the lines that both begin and end with."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    return old[first : len(old) - last], new[first : len(new) - last]


def _common(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with in common."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def _things(
    what: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[OtherChange]:
    for name, thing in after.items():
        if name not in before:
            yield OtherChange(what, name, "added", _changed_lines("", thing))
        elif before[name] != thing:
            yield OtherChange(what, name, "changed", _changed_lines(before[name], thing))
    yield from (OtherChange(what, name, "removed") for name in before if name not in after)
