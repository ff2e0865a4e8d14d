"""What content declares but could not be read: what stands in the files, compared with what came of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from statsite.model import Lost, Thing, WrittenSite
from statsite.problems import Problem, Severity
from statsite.read.files import THINGS, ContentFile, Kind, declared_at, things
from statsite.read.yamltree import Fields, Items, Node, Scalar, child

Ids = frozenset[tuple[Thing, str]]

#: What names sources, areas and units.
_NAMING = {"dataset", "area"}

#: What may be an id among the values of a file: a word that is not a key.
_WORD = re.compile(r"(?<![a-z0-9-])[a-z0-9][a-z0-9-]*(?![a-z0-9-]|\s*:)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A content file and its tree; None where it has none."""

    file: ContentFile
    tree: Node | None


def mislaid(problems: Iterable[Problem]) -> Ids:
    """What may be declared in files that ``problems`` say cannot be found or read as files."""
    return frozenset(thing for problem in problems if problem.severity is Severity.ERROR for thing in declared_at(problem.where.path))


def losses(parsed: Iterable[Parsed], elsewhere: Ids, site: WrittenSite, problems: Iterable[Problem]) -> Lost:
    """What ``parsed`` declares and ``site`` lacks, with what is lost ``elsewhere``."""
    ids, known = set(elsewhere), _known(site)
    texts: list[str | None] = [None] if any(what in _NAMING for what, _ in elsewhere) else []
    faults = {(problem.where.path, problem.check) for problem in problems if problem.severity is Severity.ERROR}
    faulty = {path for path, _ in faults}
    for one in parsed:
        lost = {(what, name) for what, name in _declared(one, is_whole=(one.file.path, "duplicate-key") not in faults) if name not in known[what]}
        ids |= lost
        if THINGS.get(one.file.kind) in _NAMING and (lost or one.file.path in faulty):
            texts.append(None if lost & {("area", ""), ("figure", one.file.id)} else one.file.text)
    return Lost(frozenset(ids), _words(texts))


def _known(site: WrittenSite) -> Mapping[Thing, Collection[str]]:
    return {
        "source": site.sources,
        "area": site.areas,
        "unit": site.units,
        "dataset": site.datasets,
        "figure": site.observations,
        "chart": {*site.charts, *site.withdrawn_charts},
        "rule": {*site.rules, *site.withdrawn_rules},
        "topic": site.topics,
        "page": site.pages,
        "term": site.glossary,
        "proof": site.proofs,
    }


def _words(texts: Collection[str | None]) -> frozenset[str] | None:
    """The words of ``texts``, or None if one of them is not known."""
    return None if None in texts else frozenset(word for text in texts if text for word in _WORD.findall(text))


def _declared(one: Parsed, *, is_whole: bool) -> Iterator[tuple[Thing, str]]:
    """What a file declares; the id of a figure is its beginning where there is no telling the rest, as where the tree is not the whole file."""
    kind, tree = one.file.kind, one.tree
    if kind in {Kind.AREAS, Kind.UNITS, Kind.RULES, Kind.GLOSSARY}:
        names = tree.fields if isinstance(tree, Fields) else [""]
        yield from (thing for name in names for thing in things(kind, name))
    elif kind is Kind.DATASET and tree is not None:
        yield "dataset", one.file.id
        yield from (("figure", figure) for figure in _figures(one.file.id, child(tree, "indicators") if is_whole else None))
    elif kind is not Kind.LOCK or one.file.text is None:
        yield from things(kind, "" if kind is Kind.LOCK else one.file.id)


def _figures(dataset: str, indicators: Node | None) -> Iterator[str]:
    if not isinstance(indicators, Fields):
        yield dataset
        return
    for slug, node in indicators.fields.items():
        rows = child(node, "observations")
        for row in rows.items if isinstance(rows, Items) else (None,):
            key = child(row, "key")
            yield f"{dataset}.{slug}@{key.text}" if isinstance(key, Scalar) and key.text else f"{dataset}.{slug}"
