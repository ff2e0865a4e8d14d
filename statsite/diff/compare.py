"""What changed between two states of a site: figures, rules, charts and prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from fractions import Fraction
from typing import Literal

from statsite.model import ChartRequest, Observation, Prose, Site
from statsite.prose import references
from statsite.quantity import Quantity
from statsite.rules.judge import outcomes

Kind = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that a figure says, before and after; an empty text where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What became of one figure.

    ``before`` and ``after`` are None where it came or went. ``relative`` is the change of its value over the earlier one, None where
    there is none. ``used_in`` names the topics and charts of the later state that show it. ``proof`` says whether its proof changed with it.
    """

    kind: Kind
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
    """A chart, a topic or page in one language, or a source, that came, went or changed; then with its lines that went (``-``) and came (``+``)."""

    what: str
    id: str
    kind: Kind
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs."""

    figures: tuple[FigureChange, ...]
    rules: tuple[RuleChange, ...]
    others: tuple[OtherChange, ...]


def compare(old: Site, new: Site) -> Difference:
    """What changed from ``old`` to ``new``; figures in the order of the new site, those that went last."""
    return Difference(tuple(_figures(old, new)), tuple(_rules(old, new)), tuple(_others(old, new)))


def successor(old: Observation, new: Site) -> Observation | None:
    """What a figure of an earlier state is in ``new``: the one of its id, or the one that was called so."""
    return new.observations.get(old.id) or new.former_ids.get(old.id)


def quantity_words(quantity: Quantity) -> str:
    """What a printed figure was read as: relation and number, or bounds."""
    if quantity.value is None:
        return f"{quantity.decimal_text(quantity.low) or '…'} to {quantity.decimal_text(quantity.high) or '…'}"
    return f"{quantity.relation.value} {quantity.decimal_text(quantity.value)}"


def _figures(old: Site, new: Site) -> Iterator[FigureChange]:
    before = {after.id: one for one in old.observations.values() if (after := successor(one, new))}
    for after in new.observations.values():
        earlier = before.get(after.id)
        if earlier is None:
            yield FigureChange("added", after.id, None, after, (), None, _uses(new, after.id), _proof(old, new, None, after))
        elif change := _change(old, new, earlier, after):
            yield change
    for gone in old.observations.values():
        if successor(gone, new) is None:
            yield FigureChange("removed", gone.id, gone, None, (), None, _uses(old, gone.id), "none")


def _change(old: Site, new: Site, before: Observation, after: Observation) -> FigureChange | None:
    fields = tuple(_fields(old, new, before, after))
    if not fields:
        return None
    kind: Kind = "renamed" if before.id != after.id and len(fields) == 1 else "changed"
    relative = _relative(before.quantity, after.quantity)
    return FigureChange(kind, after.id, before, after, fields, relative, _uses(new, after.id), _proof(old, new, before, after))


def _fields(old: Site, new: Site, before: Observation, after: Observation) -> Iterator[FieldChange]:
    for name, tell in _TOLD.items():
        said, says = tell(old, before), tell(new, after)
        if said != says:
            yield FieldChange(name, said, says)


#: What a figure says, by the word that names it: id first, so that a mere renaming differs in that alone.
_TOLD: Mapping[str, Callable[[Site, Observation], str]] = {
    "id": lambda _, o: o.id,
    "printed": lambda _, o: o.printing.printed or "",
    "read as": lambda _, o: quantity_words(o.quantity),
    "unit": lambda _, o: o.unit,
    "area": lambda _, o: o.area,
    "period": lambda _, o: str(o.period or "unknown"),
    "status": lambda _, o: o.status.value,
    "compared with": lambda _, o: str(o.compared_with or ""),
    "source": lambda _, o: o.source,
    "title": lambda site, o: " / ".join(site.indicators[o.indicator].title.values()),
    "definition": lambda site, o: " / ".join(site.indicators[o.indicator].definition.values()),
    "note": lambda _, o: " / ".join(o.note.values()),
    "further printings": lambda _, o: ", ".join(p.printed or "" for p in o.also),
    "revisions": lambda _, o: "; ".join(f"{r.kind.value} of {r.date}: {r.printed or quantity_words(r.quantity)}" for r in o.revisions),
    "review by": lambda _, o: str(o.review_by or ""),
}


def _relative(before: Quantity, after: Quantity) -> Fraction | None:
    if not before.value or after.value is None or before.value == after.value:
        return None
    return (after.value - before.value) / abs(before.value)


def _proof(old: Site, new: Site, before: Observation | None, after: Observation) -> Literal["changed", "same", "none"]:
    proof = new.proofs.get(after.id)
    if proof is None:
        return "none"
    return "same" if before is not None and old.proofs.get(before.id) == proof else "changed"


def _uses(site: Site, figure: str) -> tuple[str, ...]:
    topics = [f"topic {name}" for name, prose in site.topics.items() if figure in _named(prose)]
    charts = [f"chart {name}" for name, chart in site.charts.items() if figure in _drawn(chart)]
    return (*topics, *charts)


def _named(prose: Prose) -> set[str]:
    documents = prose.documents.values()
    return {r.id for d in documents for r in references(d.body) if r.kind == "figure"} | {lead.id for d in documents for lead in d.leads}


def _drawn(chart: ChartRequest) -> set[str]:
    return {one.id for one in (*chart.data, chart.total, chart.reference) if one}


def _rules(old: Site, new: Site) -> Iterator[RuleChange]:
    before, after = outcomes(old), outcomes(new)
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield RuleChange(name, _text(before.get(name)), _text(after.get(name)))


def _text(outcome: object) -> str | None:
    return None if outcome is None else str(outcome)


def _others(old: Site, new: Site) -> Iterator[OtherChange]:
    for what, things in (("chart", (old.charts, new.charts)), ("source", (old.sources, new.sources))):
        yield from _things(what, *({name: _bare(one) for name, one in listed.items()} for listed in things))
    for what, proses in (("topic", (old.topics, new.topics)), ("page", (old.pages, new.pages))):
        yield from _things(what, *(_documents(listed) for listed in proses))


def _documents(proses: Mapping[str, Prose]) -> dict[str, str]:
    """The words of every topic or page, by id and language."""
    return {f"{name}/{code}": f"{d.title}\n{d.standfirst}\n{d.body}" for name, prose in proses.items() for code, d in prose.documents.items()}


def _bare(thing: object) -> str:
    """A thing without the places it was read at, a line for each field."""
    fields = {name: getattr(thing, name) for name in thing.__slots__ if name not in {"where", "places"}}  # type: ignore[attr-defined]
    ids = {name: [one.id for one in value] if name in {"data", "breaks"} else getattr(value, "id", value) for name, value in fields.items()}
    return "\n".join(f"{name}: {value}" for name, value in ids.items())


def _changed_lines(before: str, after: str) -> tuple[str, ...]:
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return tuple(line for line in lines if line[:1] in {"-", "+"} and not line.startswith(("---", "+++")) and line[1:].strip())


def _things(what: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[OtherChange]:
    for name, thing in after.items():
        if name not in before:
            yield OtherChange(what, name, "added")
        elif before[name] != thing:
            yield OtherChange(what, name, "changed", _changed_lines(before[name], thing))
    yield from (OtherChange(what, name, "removed") for name in before if name not in after)
