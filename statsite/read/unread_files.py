"""What content declares but could not be read: what is in the files, compared with what came of
them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

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


#: What the tree of a file names of what it declares: the figures of a dataset, the ids that a file
#: maps; None where there is no telling.
Names = tuple[str, ...] | None


class Declaring(Struct, frozen=True):
    """A content file and what its tree names."""

    file: ContentFile
    names: Names


def names_in(file: ContentFile, tree: YamlNode | None, *, is_whole: bool) -> Names:
    """What the ``tree`` of a ``file`` names; the id of a figure is its beginning where there is no
    telling the rest, as where the tree is not the whole file.
    """
    if file.kind is ContentKind.DATASET and tree is not None:
        indicators = child_node(tree, "indicators") if is_whole else None
        return tuple(_figures(file.id, indicators))
    if file.kind in _BY_ID and isinstance(tree, Fields):
        return tuple(tree.fields)
    return None


def unreadable_entities(problems: Iterable[Problem]) -> EntityIds:
    """What may be declared in files that ``problems`` say cannot be found or read as files."""
    return frozenset(
        thing
        for problem in problems
        if problem.severity is Severity.ERROR
        for thing in declared_at(problem.location.path)
    )


def unread_content(
    files: Iterable[Declaring],
    elsewhere: EntityIds,
    site: WrittenSite,
    problems: Iterable[Problem],
) -> UnreadContent:
    """What the ``files`` declare and ``site`` lacks, with what is lost ``elsewhere``."""
    unread = [*_unread_of_files(files, _known(site), _paths_with_errors(problems))]
    ids = elsewhere.union(*(one.ids for one in unread))
    texts = [one.text for one in unread if one.may_name_others]
    if any(what in _NAMING for what, _ in elsewhere):
        texts.append(None)
    return UnreadContent(ids, _words(texts))


class _UnreadOfFile(Struct, frozen=True):
    """What a file declares and the site lacks, by its ids.

    ``may_name_others`` says that areas or figures could be named in what of the file could not be
    read: any word of its ``text``; any at all where that is None.
    """

    ids: EntityIds
    text: str | None
    may_name_others: bool


def _unread_of_files(
    files: Iterable[Declaring], known: Mapping[EntityKind, Collection[str]], faulty: Collection[str]
) -> Iterator[_UnreadOfFile]:
    for one in files:
        ids = frozenset((what, name) for what, name in _declared(one) if name not in known[what])
        is_damaged = bool(ids) or one.file.path in faulty
        yield _UnreadOfFile(ids, _text_left(one.file, ids), is_damaged and _may_name(one.file.kind))


def _paths_with_errors(problems: Iterable[Problem]) -> frozenset[str]:
    return frozenset(
        problem.location.path for problem in problems if problem.severity is Severity.ERROR
    )


def _may_name(kind: ContentKind) -> bool:
    """Whether files of a kind name areas or figures."""
    return DECLARED_ENTITIES.get(kind) in _NAMING


def _text_left(file: ContentFile, lost: EntityIds) -> str | None:
    """What of a file may name the things lost in it; None where any word may."""
    return None if lost & {("area", ""), ("figure", file.id)} else file.text


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
    if None in texts:
        return None
    return frozenset(word for text in texts if text for word in _WORD.findall(text))


def _declared(one: Declaring) -> Iterator[tuple[EntityKind, str]]:
    """What a file declares."""
    kind = one.file.kind
    if kind is ContentKind.DATASET and one.names is not None:
        yield "dataset", one.file.id
        yield from (("figure", figure) for figure in one.names)
        return
    for name in _declared_ids(one):
        yield from declared_entities(kind, name)


def _declared_ids(one: Declaring) -> Iterable[str]:
    """The ids of what a file declares: those it maps, or its own; an empty one stands for any."""
    kind = one.file.kind
    if kind in _BY_ID:
        return [""] if one.names is None else one.names
    if kind is not ContentKind.LOCK:
        return [one.file.id]
    return [""] if one.file.text is None else []


#: The kinds of files that map ids to what they declare.
_BY_ID = frozenset({ContentKind.AREAS, ContentKind.UNITS, ContentKind.RULES, ContentKind.GLOSSARY})


def _figures(dataset: str, indicators: YamlNode | None) -> Iterator[str]:
    if not isinstance(indicators, Fields):
        yield dataset
        return
    for slug, node in indicators.fields.items():
        rows = child_node(node, "observations")
        for row in rows.items if isinstance(rows, Items) else (None,):
            yield f"{dataset}.{slug}{_key_of(row)}"


def _key_of(row: YamlNode | None) -> str:
    """What the key of an observation adds to its id."""
    key = child_node(row, "key")
    return f"@{key.text}" if isinstance(key, Scalar) and key.text else ""
