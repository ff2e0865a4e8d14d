"""The content folder to a frozen site and everything that is wrong in it, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from statsite.model import Area, Document, Prose, Settings, Site, Unit
from statsite.problems import Location, Problem
from statsite.read.catalogue import languages_in, read_areas, read_chart, read_settings, read_source, read_units
from statsite.read.datasets import Surroundings, read_dataset
from statsite.read.documents import missing_languages, prose_of, read_document
from statsite.read.files import CONTENT, ContentFile, Kind, read_files
from statsite.read.schema import PageEntry, TopicEntry
from statsite.read.text import shown
from statsite.read.values import slug_fault
from statsite.read.yamltree import Fields, Node, read_tree

T = TypeVar("T")

Files = Sequence[ContentFile]
Languages = tuple[str, ...] | None


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """The site in the folder ``root``, without what makes no sense in it, and every problem of every file, by place.

    The site is None only where site.yaml cannot be understood.
    """
    problems: list[Problem] = []
    files = tuple(read_files(root, problems))
    settings, languages = _settings(files, problems)
    site = _site(files, settings, languages, problems)
    problems.sort(key=lambda problem: (problem.where, problem.check, problem.message))
    return site, problems


def _site(files: Files, settings: Settings | None, languages: Languages, problems: list[Problem]) -> Site | None:
    areas = _areas(files, languages, problems)
    units, unit_ids = _units(files, languages, problems)
    sources = _by_id(files, Kind.SOURCE, lambda name, node: read_source(name, node, languages, problems), problems)
    around = Surroundings(languages, sources, units, unit_ids)
    datasets = _by_id(files, Kind.DATASET, lambda name, node: read_dataset(name, node, around, problems), problems)
    charts = _by_id(files, Kind.CHART, lambda name, node: read_chart(name, node, languages, problems), problems)
    topics = _prose(files, Kind.TOPIC, languages, problems)
    pages = _prose(files, Kind.PAGE, languages, problems)
    if settings is None:
        return None
    return Site(settings, sources, areas, units, datasets, charts, topics, pages, _digest(files))


def _trees(files: Files, kind: Kind, problems: list[Problem]) -> Iterator[tuple[str, Node]]:
    """The trees of the files of one kind, with their ids."""
    for file in files:
        if file.kind is kind and file.text is not None:
            tree = read_tree(file.text, file.path, problems)
            if tree is not None:
                yield file.id, tree


def _settings(files: Files, problems: list[Problem]) -> tuple[Settings | None, Languages]:
    for _, tree in _trees(files, Kind.SITE, problems):
        return read_settings(tree, problems), languages_in(tree)
    return None, None


def _areas(files: Files, languages: Languages, problems: list[Problem]) -> dict[str, Area]:
    return {name: area for _, tree in _trees(files, Kind.AREAS, problems) for name, area in read_areas(tree, languages, problems).items()}


def _units(files: Files, languages: Languages, problems: list[Problem]) -> tuple[dict[str, Unit], frozenset[str] | None]:
    """The units, and the ids of all that are declared, readable or not; None for those if units.yaml itself cannot be read."""
    if all(file.kind is not Kind.UNITS for file in files):
        return {}, frozenset()
    for _, tree in _trees(files, Kind.UNITS, problems):
        declared = frozenset(tree.fields) if isinstance(tree, Fields) else None
        return read_units(tree, languages, problems), declared
    return {}, None


def _by_id(files: Files, kind: Kind, read: Callable[[str, Node], T | None], problems: list[Problem]) -> dict[str, T]:
    """The things that the files of one kind write, by id and in the order of file names."""
    read_things = ((name, read(name, tree)) for name, tree in _trees(files, kind, problems))
    return {name: thing for name, thing in read_things if thing is not None and not slug_fault(name)}


def _prose(files: Files, kind: Kind, languages: Languages, problems: list[Problem]) -> dict[str, Prose]:
    """The topics or pages, by id."""
    written = dict[str, dict[str, Document | None]]()
    for file in files:
        if file.kind is kind:
            documents = written.setdefault(file.id, {})
            if languages is None or file.language in languages:
                documents[file.language] = _document(file, languages, problems)
            else:
                problems.append(_stray_language(file, languages))
    for slug, documents in written.items():
        problems.extend(missing_languages(f"{CONTENT}/{kind.value}s/{slug}", documents, languages))
    read = ((slug, prose_of(slug, documents, languages)) for slug, documents in written.items())
    return {slug: prose for slug, prose in read if prose is not None and not slug_fault(slug)}


def _document(file: ContentFile, languages: Languages, problems: list[Problem]) -> Document | None:
    if file.text is None:
        return None
    model = TopicEntry if file.kind is Kind.TOPIC else PageEntry
    return read_document(file.text, file.path, model, languages, problems)


def _stray_language(file: ContentFile, languages: tuple[str, ...]) -> Problem:
    hint = f"languages of site.yaml: {', '.join(languages)}"
    return Problem("unknown-language", f"{shown(file.language)} is no language of this site", Location(file.path), hint)


def _digest(files: Files) -> str:
    """A fingerprint of the files' paths and texts."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.path):
        if file.text is not None:
            for part in (file.path, file.text):
                digest.update(hashlib.sha256(part.encode()).digest())
    return digest.hexdigest()
