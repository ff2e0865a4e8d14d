"""The content folder to a frozen site and everything that is wrong in it, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from statsite.evidence.lock import Lock, read_lock
from statsite.model import (
    Area,
    ChartRequest,
    Document,
    Ignored,
    Measure,
    Prose,
    Release,
    Rule,
    Settings,
    Term,
    Tile,
    Unit,
    WrittenSite,
)
from statsite.problems import Location, Problem
from statsite.read.datasets import DatasetContext, read_dataset
from statsite.read.documents import missing_languages, prose_of, read_document
from statsite.read.entities import (
    languages_in,
    overlapping_lines,
    read_areas,
    read_chart,
    read_settings,
    read_source,
    read_units,
)
from statsite.read.files import CONTENT, ContentFile, ContentKind, read_files
from statsite.read.glossary import read_glossary
from statsite.read.ignored import read_ignored
from statsite.read.measures import read_measures, read_tiles
from statsite.read.releases import read_releases
from statsite.read.rules import read_rules
from statsite.read.schema import PageEntry, TopicEntry
from statsite.read.text import shown
from statsite.read.unread_files import EntityIds, Parsed, unread_content, unreadable_entities
from statsite.read.values import slug_error
from statsite.read.yaml_tree import Fields, YamlNode, read_tree

_T = TypeVar("_T")
_W = TypeVar("_W", ChartRequest, Rule)

Files = Sequence[Parsed]
Languages = tuple[str, ...] | None


def read_site(root: Path) -> tuple[WrittenSite | None, list[Problem]]:
    """The site in the folder ``root``, without what makes no sense in it, and every problem of
    every file, by place.

    The site is None only where site.yaml cannot be understood.
    """
    problems: list[Problem] = []
    files = tuple(read_files(root, problems))
    elsewhere = unreadable_entities(problems)
    parsed = tuple(Parsed(file, _tree(file, problems)) for file in files)
    settings, languages = _settings(parsed, problems)
    site = _site(parsed, elsewhere, settings, languages, problems)
    problems.sort(key=lambda problem: (problem.location, problem.check, problem.message))
    return site, problems


def _site(
    files: Files,
    elsewhere: EntityIds,
    settings: Settings | None,
    languages: Languages,
    problems: list[Problem],
) -> WrittenSite | None:
    areas = _areas(files, languages, problems)
    units = _units(files, languages, problems)
    sources = _by_id(
        files, ContentKind.SOURCE, lambda name, node: read_source(name, node, languages, problems)
    )
    problems.extend(overlapping_lines(sources.values()))
    around = DatasetContext(
        languages, units, None if ("unit", "") in elsewhere else _unit_ids(files)
    )
    datasets = _by_id(
        files, ContentKind.DATASET, lambda name, node: read_dataset(name, node, around, problems)
    )
    charts = _by_id(
        files, ContentKind.CHART, lambda name, node: read_chart(name, node, languages, problems)
    )
    topics = _prose(files, ContentKind.TOPIC, languages, problems)
    pages = _prose(files, ContentKind.PAGE, languages, problems)
    if settings is None:
        return None
    lock = _lock(files, problems)
    rules = read_rules((tree for _, tree in _trees(files, ContentKind.RULES)), languages, problems)
    site = WrittenSite(
        settings, sources, areas, units, datasets, _apart(charts), topics, pages, _digest(files),
        proofs=lock.proofs, audit=lock.audit, ignored=_ignored(files, problems),
        rules=_apart(rules), releases=_releases(files, languages, problems),
        glossary=_glossary(files, languages, problems),
        withdrawn_charts=_apart(charts, withdrawn=True),
        withdrawn_rules=_apart(rules, withdrawn=True),
        measures=_measures(files, languages, problems), tiles=_tiles(files, languages, problems),
        texts={
            one.file.path: one.file.text for one in files
            if one.file.text is not None and one.file.kind is not ContentKind.LOCK
        },
    )  # fmt: skip
    return replace(site, lost=unread_content(files, elsewhere, site, problems))


def _apart(things: Mapping[str, _W], *, withdrawn: bool = False) -> dict[str, _W]:
    """Those of ``things`` that were ``withdrawn``, or that were not."""
    return {
        name: thing for name, thing in things.items() if (thing.withdrawn is not None) is withdrawn
    }


def _tree(file: ContentFile, problems: list[Problem]) -> YamlNode | None:
    """The tree of a YAML file."""
    is_yaml = not file.language and file.kind is not ContentKind.LOCK
    return read_tree(file.text, file.path, problems) if file.text is not None and is_yaml else None


def _trees(files: Files, kind: ContentKind) -> Iterator[tuple[str, YamlNode]]:
    """The trees of the files of one kind, with their ids."""
    return (
        (one.file.id, one.tree) for one in files if one.file.kind is kind and one.tree is not None
    )


def _lock(files: Files, problems: list[Problem]) -> Lock:
    """The evidence lock; an empty one where there is none."""
    for one in files:
        if one.file.kind is ContentKind.LOCK and one.file.text is not None:
            lock, malformed = read_lock(one.file.text, one.file.path)
            problems.extend(malformed)
            return lock
    return Lock({}, ())


def _settings(files: Files, problems: list[Problem]) -> tuple[Settings | None, Languages]:
    for _, tree in _trees(files, ContentKind.SITE):
        return read_settings(tree, problems), languages_in(tree)
    return None, None


def _areas(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Area]:
    return {
        name: area
        for _, tree in _trees(files, ContentKind.AREAS)
        for name, area in read_areas(tree, languages, problems).items()
    }


def _units(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Unit]:
    return {
        name: unit
        for _, tree in _trees(files, ContentKind.UNITS)
        for name, unit in read_units(tree, languages, problems).items()
    }


def _ignored(files: Files, problems: list[Problem]) -> dict[str, tuple[Ignored, ...]]:
    return {
        name: entries
        for _, tree in _trees(files, ContentKind.IGNORED)
        for name, entries in read_ignored(tree, problems).items()
    }


def _releases(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Release]:
    return {
        name: release
        for _, tree in _trees(files, ContentKind.RELEASES)
        for name, release in read_releases(tree, languages, problems).items()
    }


def _measures(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Measure]:
    trees = (tree for _, tree in _trees(files, ContentKind.MEASURES))
    return {
        name: measure
        for tree in trees
        for name, measure in read_measures(tree, languages, problems).items()
    }


def _tiles(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Tile]:
    trees = (tree for _, tree in _trees(files, ContentKind.TILES))
    return {
        name: tile for tree in trees for name, tile in read_tiles(tree, languages, problems).items()
    }


def _glossary(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Term]:
    return {
        name: term
        for _, tree in _trees(files, ContentKind.GLOSSARY)
        for name, term in read_glossary(tree, languages, problems).items()
    }


def _unit_ids(files: Files) -> frozenset[str] | None:
    """The ids of all units that are declared, readable or not; None if units.yaml itself cannot be
    read.
    """
    ids = set[str]()
    for one in files:
        if one.file.kind is ContentKind.UNITS:
            if not isinstance(one.tree, Fields):
                return None
            ids.update(one.tree.fields)
    return frozenset(ids)


def _by_id(
    files: Files, kind: ContentKind, read: Callable[[str, YamlNode], _T | None]
) -> dict[str, _T]:
    """The things that the files of one kind write, by id and in the order of file names."""
    read_things = ((name, read(name, tree)) for name, tree in _trees(files, kind))
    return {
        name: thing for name, thing in read_things if thing is not None and not slug_error(name)
    }


def _prose(
    files: Files, kind: ContentKind, languages: Languages, problems: list[Problem]
) -> dict[str, Prose]:
    """The topics or pages, by id."""
    written = dict[str, dict[str, Document | None]]()
    for file in (one.file for one in files if one.file.kind is kind):
        documents = written.setdefault(file.id, {})
        if languages is None or file.language in languages:
            documents[file.language] = _document(file, languages, problems)
        else:
            problems.append(_stray_language(file, languages))
    for slug, documents in written.items():
        folder = f"{CONTENT}/{kind.value}s/{slug}"
        misnamed = {
            path.stem
            for path in (PurePosixPath(p.location.path) for p in problems)
            if str(path.parent) == folder
        }
        problems.extend(missing_languages(folder, {*documents, *misnamed}, languages))
    read = ((slug, prose_of(slug, documents, languages)) for slug, documents in written.items())
    return {slug: prose for slug, prose in read if prose is not None and not slug_error(slug)}


def _document(file: ContentFile, languages: Languages, problems: list[Problem]) -> Document | None:
    if file.text is None:
        return None
    model = TopicEntry if file.kind is ContentKind.TOPIC else PageEntry
    return read_document(file.text, file.path, model, languages, problems)


def _stray_language(file: ContentFile, languages: tuple[str, ...]) -> Problem:
    hint = f"languages of site.yaml: {', '.join(languages)}"
    return Problem(
        "unknown-language",
        f"{shown(file.language)} is not a language of this site",
        Location(file.path),
        hint,
    )


def _digest(files: Files) -> str:
    """A fingerprint of the files' paths and texts."""
    digest = hashlib.sha256()
    for file in sorted((one.file for one in files), key=lambda file: file.path):
        if file.text is not None:
            for part in (file.path, file.text):
                digest.update(hashlib.sha256(part.encode()).digest())
    return digest.hexdigest()
