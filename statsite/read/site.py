"""The content folder to a frozen site and everything that is wrong in it, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from statsite.evidence.lock import Lock, read_lock
from statsite.model import (
    Area,
    ChartRequest,
    Document,
    Prose,
    Rule,
    Settings,
    Source,
    Unit,
    WrittenDataset,
    WrittenSite,
)
from statsite.problems import Location, Problem
from statsite.read.datasets import DatasetContext, read_dataset
from statsite.read.documents import missing_languages, prose_of, read_document
from statsite.read.entities import (
    Languages,
    languages_in,
    overlapping_lines,
    read_areas,
    read_chart,
    read_settings,
    read_source,
    read_units,
)
from statsite.read.files import ContentFile, ContentKind, read_files
from statsite.read.glossary import read_glossary
from statsite.read.ignored import read_ignored
from statsite.read.kept_facts import NO_FACTS, KeptFacts
from statsite.read.measures import read_measures, read_tiles
from statsite.read.releases import read_releases
from statsite.read.rules import read_rules
from statsite.read.schema import PageEntry, TopicEntry
from statsite.read.text import shown
from statsite.read.unread_files import EntityIds, Parsed, unread_content, unreadable_entities
from statsite.read.values import slug_error
from statsite.read.yaml_tree import Fields, YamlNode, read_tree
from statsite.results import NOT_KEPT, Results
from statsite.site_folder import CONTENT, is_prose

_T = TypeVar("_T")
_W = TypeVar("_W", ChartRequest, Rule)

Files = Sequence[Parsed]


def read_site(
    root: Path, results: Results = NOT_KEPT, kept: KeptFacts = NO_FACTS
) -> tuple[WrittenSite | None, list[Problem]]:
    """The site in the folder ``root``, without what makes no sense in it, and every problem of
    every file, by place. What is read of each file is one of the ``results`` of the build; facts
    that were ``kept`` are not read again.

    The site is None only where site.yaml cannot be understood.
    """
    problems: list[Problem] = []
    files = tuple(read_files(root, problems))
    facts = None if problems else kept.get(_digest_of_facts(files))
    if facts is not None:
        site: WrittenSite | None = _with_texts(facts, files, problems, results)
    else:
        site = _read_whole(files, problems, results)
    problems.sort(key=lambda problem: (problem.location, problem.check, problem.message))
    return site, problems


def has_sound_facts(problems: Iterable[Problem]) -> bool:
    """Whether of the ``problems`` that ``read_site`` found all are of texts."""
    return all(is_prose(problem.location.path) for problem in problems)


def _read_whole(
    files: Sequence[ContentFile], problems: list[Problem], results: Results
) -> WrittenSite | None:
    """The site in the ``files``."""
    elsewhere = unreadable_entities(problems)
    parsed = tuple(Parsed(file, _tree(file, problems, results)) for file in files)
    settings, languages = _settings(parsed, problems)
    return _site(_Reader(parsed, languages, problems, results), elsewhere, settings)


def _with_texts(
    facts: WrittenSite, files: Sequence[ContentFile], problems: list[Problem], results: Results
) -> WrittenSite:
    """The site of these ``facts``, which were read without a problem, with the texts in ``files``
    of which all could be opened.
    """
    documents = tuple(Parsed(file, None) for file in files if file.language)
    reader = _Reader(documents, facts.settings.languages, problems, results)
    site = replace(
        facts,
        topics=reader.prose(ContentKind.TOPIC),
        pages=reader.prose(ContentKind.PAGE),
        digest=_digest(files),
        texts=_texts(files),
    )
    return _with_lost(site, reader, frozenset())


@dataclass(frozen=True, slots=True)
class _Content:
    """What pages are made of."""

    sources: dict[str, Source]
    areas: dict[str, Area]
    units: dict[str, Unit]
    datasets: dict[str, WrittenDataset]
    charts: dict[str, ChartRequest]
    topics: dict[str, Prose]
    pages: dict[str, Prose]


def _site(reader: _Reader, elsewhere: EntityIds, settings: Settings | None) -> WrittenSite | None:
    content = _content(reader, elsewhere)
    if settings is None:
        return None
    return _with_lost(_whole_site(settings, content, reader), reader, elsewhere)


def _with_lost(site: WrittenSite, reader: _Reader, elsewhere: EntityIds) -> WrittenSite:
    """``site`` that says what of it was not read."""
    return replace(site, lost=unread_content(reader.files, elsewhere, site, reader.problems))


def _content(reader: _Reader, elsewhere: EntityIds) -> _Content:
    units = reader.listed(ContentKind.UNITS, read_units)
    sources = reader.by_id(ContentKind.SOURCE, read_source)
    reader.problems.extend(overlapping_lines(sources.values()))
    return _Content(
        sources=sources,
        areas=reader.listed(ContentKind.AREAS, read_areas),
        units=units,
        datasets=_datasets(reader, units, elsewhere),
        charts=reader.by_id(ContentKind.CHART, read_chart),
        topics=reader.prose(ContentKind.TOPIC),
        pages=reader.prose(ContentKind.PAGE),
    )


def _datasets(
    reader: _Reader, units: Mapping[str, Unit], elsewhere: EntityIds
) -> dict[str, WrittenDataset]:
    """The datasets, by id, read against the ``units`` of the site."""
    unit_ids = None if ("unit", "") in elsewhere else _unit_ids(reader.files)
    around = DatasetContext(reader.languages, units, unit_ids)
    return reader.by_id(
        ContentKind.DATASET,
        lambda name, node, _, problems: read_dataset(name, node, around, problems),
        (*units.values(), unit_ids),
    )


def _whole_site(settings: Settings, content: _Content, reader: _Reader) -> WrittenSite:
    """The site of ``content`` and of what is written beside it."""
    lock, rules = reader.lock(), reader.rules()
    return WrittenSite(
        settings, content.sources, content.areas, content.units, content.datasets,
        _apart(content.charts), content.topics, content.pages, _digest(reader.contents),
        proofs=lock.proofs, audit=lock.audit,
        ignored=reader.listed(
            ContentKind.IGNORED, lambda tree, _, problems: read_ignored(tree, problems)
        ),
        rules=_apart(rules), releases=reader.listed(ContentKind.RELEASES, read_releases),
        glossary=reader.listed(ContentKind.GLOSSARY, read_glossary),
        withdrawn_charts=_apart(content.charts, withdrawn=True),
        withdrawn_rules=_apart(rules, withdrawn=True),
        measures=reader.listed(ContentKind.MEASURES, read_measures),
        tiles=reader.listed(ContentKind.TILES, read_tiles), texts=_texts(reader.contents),
        facts=_digest_of_facts(reader.contents),
    )  # fmt: skip


def _texts(files: Iterable[ContentFile]) -> dict[str, str]:
    """The texts of all files that editors write, by path."""
    return {
        file.path: file.text
        for file in files
        if file.text is not None and file.kind is not ContentKind.LOCK
    }


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the files kind by kind; what is wrong in them joins ``problems``."""

    files: Files
    languages: Languages
    problems: list[Problem]
    results: Results

    @property
    def contents(self) -> Iterator[ContentFile]:
        """The files without their trees."""
        return (one.file for one in self.files)

    def listed(
        self,
        kind: ContentKind,
        read: Callable[[YamlNode, Languages, list[Problem]], Mapping[str, _T]],
    ) -> dict[str, _T]:
        """What the files of a kind list, by id."""
        listed: dict[str, _T] = {}
        for file, tree in _trees(self.files, kind):
            read_one = partial(read, tree, self.languages)
            listed |= self._read(f"{kind} {file}", (tree,), read_one)
        return listed

    def _read(self, name: str, of: tuple[object, ...], read: Callable[[list[Problem]], _T]) -> _T:
        """What ``read`` reads of what is ``of``, in the languages of the site."""
        languages = ",".join(self.languages) if self.languages else None

        def found() -> tuple[_T, tuple[Problem, ...]]:
            problems = list[Problem]()
            return read(problems), tuple(problems)

        thing, problems = self.results.made_of(f"read {name}", (languages, *of), found)
        self.problems.extend(problems)
        return thing

    def by_id(
        self,
        kind: ContentKind,
        read: Callable[[str, YamlNode, Languages, list[Problem]], _T | None],
        around: tuple[object, ...] = (),
    ) -> dict[str, _T]:
        """What the files of a kind write, one each, by id and in the order of file names; they are
        read against what is ``around`` them.
        """
        written = (
            (
                name,
                self._read(
                    f"{kind} {name}", (tree, *around), partial(read, name, tree, self.languages)
                ),
            )
            for name, tree in _trees(self.files, kind)
        )
        return _with_ids(written)

    def rules(self) -> dict[str, Rule]:
        """The rules of all files, by id."""
        trees = tuple(tree for _, tree in _trees(self.files, ContentKind.RULES))
        return self._read("rules", trees, partial(read_rules, trees, self.languages))

    def lock(self) -> Lock:
        """The evidence lock; an empty one where there is none."""
        for one in self.files:
            if one.file.kind is ContentKind.LOCK and one.file.text is not None:
                return self._lock_of(one.file, one.file.text)
        return Lock({}, ())

    def _lock_of(self, file: ContentFile, text: str) -> Lock:
        return self._read("lock", (text,), partial(_lock, file))

    def prose(self, kind: ContentKind) -> dict[str, Prose]:
        """The topics or pages, by id."""
        written = self._documents(kind)
        for slug, documents in written.items():
            self._report_missing_languages(f"{CONTENT}/{kind.value}s/{slug}", documents)
        return _with_ids(
            (slug, prose_of(slug, documents, self.languages)) for slug, documents in written.items()
        )

    def _report_missing_languages(self, folder: str, documents: Iterable[str]) -> None:
        """Report the languages that a folder of ``documents`` lacks, misnamed files aside."""
        tried = {*documents, *_misnamed(folder, self.problems)}
        self.problems.extend(missing_languages(folder, tried, self.languages))

    def _documents(self, kind: ContentKind) -> dict[str, dict[str, Document | None]]:
        """The documents of each topic or page, by language; None where one cannot be read."""
        written = dict[str, dict[str, Document | None]]()
        languages = self.languages
        for file in (one.file for one in self.files if one.file.kind is kind):
            documents = written.setdefault(file.id, {})
            if languages is None or file.language in languages:
                documents[file.language] = self._read(
                    file.path, (file.text,), partial(_document, file, languages)
                )
            else:
                self.problems.append(_stray_language(file, languages))
        return written


def _with_ids(read: Iterable[tuple[str, _T | None]]) -> dict[str, _T]:
    """What could be read and has an id that it may have."""
    return {name: thing for name, thing in read if thing is not None and not slug_error(name)}


def _misnamed(folder: str, problems: Iterable[Problem]) -> set[str]:
    """The names without suffix of the files of ``folder`` that ``problems`` are about."""
    paths = (PurePosixPath(problem.location.path) for problem in problems)
    return {path.stem for path in paths if str(path.parent) == folder}


def _apart(things: Mapping[str, _W], *, withdrawn: bool = False) -> dict[str, _W]:
    """Those of ``things`` that were ``withdrawn``, or that were not."""
    return {
        name: thing for name, thing in things.items() if (thing.withdrawn is not None) is withdrawn
    }


def _tree(file: ContentFile, problems: list[Problem], results: Results) -> YamlNode | None:
    """The tree of a YAML file."""
    text = file.text
    if text is None or file.language or file.kind is ContentKind.LOCK:
        return None
    tree, found = results.made_of(
        f"tree {file.path}", (text,), lambda: _tree_and_problems(text, file.path)
    )
    problems.extend(found)
    return tree


def _tree_and_problems(text: str, path: str) -> tuple[YamlNode | None, tuple[Problem, ...]]:
    problems = list[Problem]()
    return read_tree(text, path, problems), tuple(problems)


def _lock(file: ContentFile, problems: list[Problem]) -> Lock:
    """The evidence lock in a file that can be read."""
    lock, malformed = read_lock(file.text or "", file.path)
    problems.extend(malformed)
    return lock


def _trees(files: Files, kind: ContentKind) -> Iterator[tuple[str, YamlNode]]:
    """The trees of the files of one kind, with their ids."""
    return (
        (one.file.id, one.tree) for one in files if one.file.kind is kind and one.tree is not None
    )


def _settings(files: Files, problems: list[Problem]) -> tuple[Settings | None, Languages]:
    for _, tree in _trees(files, ContentKind.SITE):
        return read_settings(tree, problems), languages_in(tree)
    return None, None


def _unit_ids(files: Files) -> frozenset[str] | None:
    """The ids of all units that are declared, readable or not; None if units.yaml itself cannot be
    read.
    """
    trees = [one.tree for one in files if one.file.kind is ContentKind.UNITS]
    read = [tree for tree in trees if isinstance(tree, Fields)]
    if len(read) < len(trees):
        return None
    return frozenset(chain.from_iterable(tree.fields for tree in read))


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


def _digest_of_facts(files: Iterable[ContentFile]) -> str:
    """A fingerprint of the files that are no texts in Markdown."""
    return _digest(file for file in files if not file.language)


def _digest(files: Iterable[ContentFile]) -> str:
    """A fingerprint of the files' paths and texts."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.path):
        if file.text is not None:
            for part in (file.path, file.text):
                digest.update(hashlib.sha256(part.encode()).digest())
    return digest.hexdigest()
