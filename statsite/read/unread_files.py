"""What content declares but could not be read: what is in the files, compared with what came of
them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from statsite.model import EntityKind, UnreadContent, WrittenSite
from statsite.problems import Problem, Severity
from statsite.read.files import (
    DECLARED_ENTITIES,
    ContentFile,
    ContentKind,
    declared_at,
    declared_entities,
)
from statsite.read.yaml_tree import Fields, Items, Scalar, YamlNode, child_node

EntityIds = frozenset[tuple[EntityKind, str]]

#: What names sources, areas and units.
_NAMING = {"dataset", "area"}

#: What may be an id among the values of a file: a word that is not a key.
_WORD = re.compile(r"(?<![a-z0-9-])[a-z0-9][a-z0-9-]*(?![a-z0-9-]|\s*:)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A content file and its tree; None where it has none."""

    file: ContentFile
    tree: YamlNode | None


def unreadable_entities(problems: Iterable[Problem]) -> EntityIds:
    """What may be declared in files that ``problems`` say cannot be found or read as files."""
    return frozenset(
        thing
        for problem in problems
        if problem.severity is Severity.ERROR
        for thing in declared_at(problem.location.path)
    )


def unread_content(
    parsed: Iterable[Parsed], elsewhere: EntityIds, site: WrittenSite, problems: Iterable[Problem]
) -> UnreadContent:
    """What ``parsed`` declares and ``site`` lacks, with what is lost ``elsewhere``."""
    ids, known = set(elsewhere), _known(site)
    texts: list[str | None] = [None] if any(what in _NAMING for what, _ in elsewhere) else []
    faults = {
        (problem.location.path, problem.check)
        for problem in problems
        if problem.severity is Severity.ERROR
    }
    faulty = {path for path, _ in faults}
    for one in parsed:
        lost = {
            (what, name)
            for what, name in _declared(
                one, is_whole=(one.file.path, "duplicate-key") not in faults
            )
            if name not in known[what]
        }
        ids |= lost
        if DECLARED_ENTITIES.get(one.file.kind) in _NAMING and (lost or one.file.path in faulty):
            texts.append(None if lost & {("area", ""), ("figure", one.file.id)} else one.file.text)
    return UnreadContent(frozenset(ids), _words(texts))


def _known(site: WrittenSite) -> Mapping[EntityKind, Collection[str]]:
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
    return (
        None
        if None in texts
        else frozenset(word for text in texts if text for word in _WORD.findall(text))
    )


def _declared(one: Parsed, *, is_whole: bool) -> Iterator[tuple[EntityKind, str]]:
    """What a file declares; the id of a figure is its beginning where there is no telling the rest,
    as where the tree is not the whole file.
    """
    kind, tree = one.file.kind, one.tree
    if kind in {ContentKind.AREAS, ContentKind.UNITS, ContentKind.RULES, ContentKind.GLOSSARY}:
        names = tree.fields if isinstance(tree, Fields) else [""]
        yield from (thing for name in names for thing in declared_entities(kind, name))
    elif kind is ContentKind.DATASET and tree is not None:
        yield "dataset", one.file.id
        yield from (
            ("figure", figure)
            for figure in _figures(
                one.file.id, child_node(tree, "indicators") if is_whole else None
            )
        )
    elif kind is not ContentKind.LOCK or one.file.text is None:
        yield from declared_entities(kind, "" if kind is ContentKind.LOCK else one.file.id)


def _figures(dataset: str, indicators: YamlNode | None) -> Iterator[str]:
    if not isinstance(indicators, Fields):
        yield dataset
        return
    for slug, node in indicators.fields.items():
        rows = child_node(node, "observations")
        for row in rows.items if isinstance(rows, Items) else (None,):
            key = child_node(row, "key")
            yield (
                f"{dataset}.{slug}@{key.text}"
                if isinstance(key, Scalar) and key.text
                else f"{dataset}.{slug}"
            )
