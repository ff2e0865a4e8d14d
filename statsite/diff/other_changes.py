"""What changed between two states of a site beside its figures, line by line: what else editors
list, their prose, and the order of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from enum import StrEnum
from itertools import starmap
from typing import Literal

from msgspec import Struct

from statsite.diff.excerpts import common_length
from statsite.diff.statements import ChangeType, Statement, exact, said
from statsite.model import Document, Prose, Reference, Site
from statsite.problems import Location

#: The most lines of one thing that are compared with each other, each with each at worst.
_MOST_COMPARED = 400


class Thing(StrEnum):
    """What beside figures and their proofs is compared: as a summary calls it, before its id."""

    AUDIT = "audit"
    SETTINGS = "settings"
    WORDS = "words of pages"
    UNIT = "unit"
    AREA = "area"
    SOURCE = "source"
    DATASET = "dataset"
    INDICATOR = "indicator"
    RULE = "rule"
    CHART = "chart"
    TOPIC = "topic"
    PAGE = "page"
    TERM = "term"
    MEASURE = "measure"
    TILE = "tile"
    RELEASE = "release"
    FIGURES_LEFT_OUT = "figures left out"
    ORDER_WITHIN = "order within"
    ORDER_OF_FIGURES = "order of figures of"


class OtherChange(Struct, frozen=True):
    """What is not a figure, such as a chart, a unit or a page in one language, and came, went or
    changed; then with its lines that went (``-``) and came (``+``). ``path`` is the file that says
    it.
    """

    what: Thing
    id: str
    kind: ChangeType
    lines: tuple[str, ...] = ()
    path: str = ""


#: What is compared line by line beside figures and prose, and which fields of it are told elsewhere
#: or not at all.
_ENTITIES: Mapping[Thing, Callable[[Site], Mapping[str, object]]] = {
    Thing.SETTINGS: lambda site: {"site.yaml": site.settings},
    Thing.UNIT: lambda site: site.units,
    Thing.AREA: lambda site: site.areas,
    Thing.SOURCE: lambda site: site.sources,
    Thing.DATASET: lambda site: site.datasets,
    Thing.INDICATOR: lambda site: site.indicators,
    Thing.FIGURES_LEFT_OUT: lambda site: site.ignored,
    Thing.RULE: lambda site: {**site.rules, **site.withdrawn_rules},
    Thing.RELEASE: lambda site: site.releases,
    Thing.TERM: lambda site: site.glossary,
    Thing.MEASURE: lambda site: site.measures,
    Thing.TILE: lambda site: site.tiles,
    Thing.AUDIT: lambda site: {f"{one.kind}, {one.changes}": one for one in site.audit},
    Thing.CHART: lambda site: {**site.charts, **site.withdrawn_charts},
}
_SKIPPED_FIELDS: Mapping[Thing, frozenset[str]] = {
    Thing.DATASET: frozenset({"indicators"}),
    Thing.INDICATOR: frozenset({"observations", "title", "definition", "unit"}),
    Thing.RULE: frozenset({"formula", "start"}),
}


class _Lines(Struct, frozen=True):
    """What is said of a thing, line by line, and the file that says it."""

    lines: tuple[Statement, ...]
    path: str


def other_changes(old: Site, new: Site) -> Iterator[OtherChange]:
    """What changed beside figures, from ``old`` to ``new``."""
    for what in _ENTITIES:
        before, after = _bare_entities(old, what), _bare_entities(new, what)
        yield from _things(what, before, after)
        if what not in _ORDERED_BY_FIGURES:
            yield from _reordered(before, after)
    yield from _reordered_figures(old, new)
    yield from _things(Thing.TOPIC, _documents(old.topics), _documents(new.topics))
    yield from _things(Thing.PAGE, _documents(old.pages), _documents(new.pages))


def _bare_entities(site: Site, what: Thing) -> Mapping[str, _Lines]:
    """The things of one sort, by id, without what is compared elsewhere."""
    skipped = _SKIPPED_FIELDS.get(what, frozenset())
    return {name: _bare(thing, skipped) for name, thing in _ENTITIES[what](site).items()}


#: What is in the order of figures, which is compared within each dataset.
_ORDERED_BY_FIGURES = frozenset({Thing.INDICATOR})


def _reordered(before: Mapping[str, _Lines], after: Mapping[str, _Lines]) -> Iterator[OtherChange]:
    """The files that list the same things in another order, which is that of their tables."""
    for path in dict.fromkeys(one.path for one in after.values()):
        was, now = (
            [name for name, one in things.items() if one.path == path] for things in (before, after)
        )
        yield from _other_order(Thing.ORDER_WITHIN, path, was, now, path)


def _reordered_figures(old: Site, new: Site) -> Iterator[OtherChange]:
    """The datasets whose figures come in another order, which is that of their pages."""
    for name in old.datasets.keys() & new.datasets.keys():
        was, now = (
            [one.id for one in site.observations_of(site.datasets[name])] for site in (old, new)
        )
        path = new.datasets[name].location.path
        yield from _other_order(Thing.ORDER_OF_FIGURES, name, was, now, path)


def _other_order(
    what: Thing, name: str, was: Sequence[str], now: Sequence[str], path: str
) -> Iterator[OtherChange]:
    both = set(was) & set(now)
    before, after = ([one for one in ids if one in both] for ids in (was, now))
    if before != after:
        lines = (f"-{', '.join(before)}", f"+{', '.join(after)}")
        yield OtherChange(what, name, "changed", lines, path)


def _documents(proses: Mapping[str, Prose]) -> dict[str, _Lines]:
    """The words of every topic or page, by id and language."""
    return {
        f"{name}/{code}": _document(document)
        for name, prose in proses.items()
        for code, document in prose.documents.items()
    }


def _document(document: Document) -> _Lines:
    leads = ", ".join(lead.id for lead in document.leads)
    texts = (document.title, document.standfirst, document.menu, leads, *document.body.split("\n"))
    return _Lines(tuple(Statement.of(text, text) for text in texts), document.location.path)


def _bare(thing: object, skipped: frozenset[str]) -> _Lines:
    """A thing without the places it was read at, a line for each field or entry that says
    something.
    """
    if isinstance(thing, tuple):
        return _bare_entries(thing)
    told = ((name, value) for name, value in said(thing) if name not in skipped)
    return _Lines(tuple(starmap(_named_line, told)), _path_of(thing))


def _bare_entries(entries: tuple[object, ...]) -> _Lines:
    lines = map(Statement.of, entries, map(_value, entries))
    return _Lines(tuple(lines), _path_of(entries[0]) if entries else "")


def _named_line(name: str, value: object) -> Statement:
    return Statement(f"{name}: {exact(value)}", f"{name}: {_value(value)}")


def _path_of(thing: object) -> str:
    location = getattr(thing, "location", None)
    return location.path if isinstance(location, Location) else ""


def _value(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Reference):
        return value.id
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, Mapping):
        return _named_values(value.items())
    if isinstance(value, Struct) and type(value).__str__ is object.__str__:
        return _named_values(said(value))
    return " ".join(str(value).split())


def _named_values(named: Iterable[tuple[object, object]]) -> str:
    return f"{{{', '.join(f'{name}: {_value(value)}' for name, value in named)}}}"


def _changed_lines(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[str, ...]:
    """The lines that went and came; empty ones too, which part paragraphs, unless all of it is
    new.
    """
    texts = _distinct_texts((*before, *after))
    whole = [texts[one.exact] for one in before], [texts[one.exact] for one in after]
    lines = _marked_lines(*_between_common_ends(*whole))
    return tuple(line for line in lines if before or line[1:].strip())


def _marked_lines(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The lines that went, each behind a minus, and those that came, behind a plus.

    Where very many did, all between the first and the last that differ: finding out which stayed
    takes too long.
    """
    if max(len(old), len(new)) > _MOST_COMPARED:
        return [*(f"-{line}" for line in old), *(f"+{line}" for line in new)]
    head = 2  # the names of the two files, which are none here
    lines = [*unified_diff(old, new, lineterm="", n=0)][head:]
    return [line for line in lines if line[:1] in {"-", "+"}]


def _distinct_texts(lines: Iterable[Statement]) -> Mapping[str, str]:
    """What is shown of each line, by its exact form: this itself where lines that differ would
    read the same.
    """
    alike = defaultdict[str, set[str]](set)
    for one in lines:
        alike[one.text].add(one.exact)
    return {
        form: text if len(forms) == 1 else form for text, forms in alike.items() for form in forms
    }


def _between_common_ends(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Two texts without the lines that both begin and end with."""
    first = common_length(old, new)
    last = common_length(old[first:][::-1], new[first:][::-1])
    return old[first : len(old) - last], new[first : len(new) - last]


def _things(
    what: Thing, before: Mapping[str, _Lines], after: Mapping[str, _Lines]
) -> Iterator[OtherChange]:
    for name, thing in after.items():
        was = before.get(name)
        if was is None or was.lines != thing.lines:
            yield _came_or_changed(what, name, was, thing)
    for name, gone in before.items():
        if name not in after:
            yield OtherChange(what, name, "removed", (), gone.path)


def _came_or_changed(what: Thing, name: str, was: _Lines | None, now: _Lines) -> OtherChange:
    how: Literal["added", "changed"] = "added" if was is None else "changed"
    lines = _changed_lines(() if was is None else was.lines, now.lines)
    return OtherChange(what, name, how, lines, now.path)
