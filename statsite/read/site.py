"""The content folder to a frozen site and everything that is wrong in it, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from msgspec import Struct

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
from statsite.read.unread_files import (
    Declaring,
    EntityIds,
    Names,
    names_in,
    unread_content,
    unreadable_entities,
)
from statsite.read.values import slug_error
from statsite.read.yaml_tree import YamlNode, read_tree
from statsite.results import NOT_KEPT, Results
from statsite.site_folder import CONTENT
from statsite.values import replace

_T = TypeVar("_T")
_W = TypeVar("_W", ChartRequest, Rule)


def read_site(
    root: Path, results: Results = NOT_KEPT, kept: KeptFacts = NO_FACTS
) -> tuple[WrittenSite | None, list[Problem]]:
    """The site in the folder ``root``, without what makes no sense in it, and every problem of
    every file, by place. What is read of each file is one of the ``results`` of the build; what was
    ``kept`` of the build before is not read again.

    The site is None only where site.yaml cannot be understood.
    """
    problems: list[Problem] = []
    files = tuple(read_files(root, problems))
    elsewhere = unreadable_entities(problems)
    reader = _Reader(files, None, problems, results, kept)
    settings, languages = reader.settings()
    site = _site(replace(reader, languages=languages), elsewhere, settings)
    problems.sort(key=lambda problem: (problem.location, problem.check, problem.message))
    return site, problems


class _Content(Struct, frozen=True):
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
    site = _whole_site(settings, content, reader)
    lost = unread_content(reader.declaring(), elsewhere, site, reader.problems)
    return replace(site, lost=lost)


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
    unit_ids = None if ("unit", "") in elsewhere else reader.unit_ids()
    around = DatasetContext(reader.languages, units, unit_ids)
    return reader.by_id(
        ContentKind.DATASET,
        lambda name, node, _, problems: read_dataset(name, node, around, problems),
        (str(unit_ids is None), _digest(reader.of_kind(ContentKind.UNITS))),
    )


def _whole_site(settings: Settings, content: _Content, reader: _Reader) -> WrittenSite:
    """The site of ``content`` and of what is written beside it."""
    lock, rules = reader.lock(), reader.rules()
    return WrittenSite(
        settings, content.sources, content.areas, content.units, content.datasets,
        _apart(content.charts), content.topics, content.pages, _digest(reader.files),
        proofs=lock.proofs, audit=lock.audit,
        ignored=reader.listed(
            ContentKind.IGNORED, lambda tree, _, problems: read_ignored(tree, problems)
        ),
        rules=_apart(rules), releases=reader.listed(ContentKind.RELEASES, read_releases),
        glossary=reader.listed(ContentKind.GLOSSARY, read_glossary),
        withdrawn_charts=_apart(content.charts, withdrawn=True),
        withdrawn_rules=_apart(rules, withdrawn=True),
        measures=reader.listed(ContentKind.MEASURES, read_measures),
        tiles=reader.listed(ContentKind.TILES, read_tiles), texts=_texts(reader.files),
        facts=_digest_of_facts(reader.files),
    )  # fmt: skip


def _texts(files: Iterable[ContentFile]) -> dict[str, str]:
    """The texts of all files that editors write, by path."""
    return {
        file.path: file.text
        for file in files
        if file.text is not None and file.kind is not ContentKind.LOCK
    }


class _Reader(Struct, frozen=True):
    """Reads the files kind by kind; what is wrong in them joins ``problems``, and what their trees
    name ``names``, by path.
    """

    files: Sequence[ContentFile]
    languages: Languages
    problems: list[Problem]
    results: Results
    kept: KeptFacts
    names: dict[str, Names] = {}

    def of_kind(self, kind: ContentKind) -> tuple[ContentFile, ...]:
        """The files of a kind."""
        return tuple(file for file in self.files if file.kind is kind)

    def declaring(self) -> Iterator[Declaring]:
        """The files with what their trees name."""
        return (Declaring(file, self.names.get(file.path)) for file in self.files)

    def settings(self) -> tuple[Settings | None, Languages]:
        """The settings of the site, and its languages."""
        return self._read(ContentKind.SITE, self.of_kind(ContentKind.SITE), _settings)

    def listed(
        self,
        kind: ContentKind,
        read: Callable[[YamlNode, Languages, list[Problem]], Mapping[str, _T]],
    ) -> dict[str, _T]:
        """What the file of a kind lists, by id."""
        return self._read(kind, self.of_kind(kind), partial(_listed, read, self.languages))

    def by_id(
        self,
        kind: ContentKind,
        read: Callable[[str, YamlNode, Languages, list[Problem]], _T | None],
        around: tuple[str, ...] = (),
    ) -> dict[str, _T]:
        """What the files of a kind write, one each, by id and in the order of file names; they are
        read against what these texts say is ``around`` them.
        """
        return _with_ids(
            (
                file.id,
                self._read(kind, (file,), partial(_written, read, file.id, self.languages), around),
            )
            for file in self.of_kind(kind)
        )

    def unit_ids(self) -> frozenset[str] | None:
        """The ids of all units that are declared, readable or not, once units were read; None if
        units.yaml itself cannot be read.
        """
        names = [self.names.get(file.path) for file in self.of_kind(ContentKind.UNITS)]
        return None if None in names else frozenset(chain.from_iterable(filter(None, names)))

    def rules(self) -> dict[str, Rule]:
        """The rules of all files, by id."""
        return self._read(
            ContentKind.RULES,
            self.of_kind(ContentKind.RULES),
            lambda trees, problems: read_rules(trees, self.languages, problems),
        )

    def _read(
        self,
        kind: ContentKind,
        files: Iterable[ContentFile],
        read: Callable[[Sequence[YamlNode], list[Problem]], _T],
        around: tuple[str, ...] = (),
    ) -> _T:
        """What ``read`` reads of the trees of ``files`` of one kind, in the languages of the site,
        against what these texts say is ``around`` them.
        """
        read_from = tuple(file for file in files if file.text is not None)
        languages = ",".join(self.languages or ())
        texts = [kind, languages, *around, *chain.from_iterable(map(_told, read_from))]
        name = " ".join([kind, *(file.path for file in read_from)])
        thing, names = self._made(name, tuple(texts), partial(_read_trees, read_from, read))
        self.names.update(zip((file.path for file in read_from), names, strict=True))
        return thing

    def _made(
        self, name: str, texts: tuple[str, ...], make: Callable[[], tuple[_T, tuple[Problem, ...]]]
    ) -> _T:
        """What ``make`` makes of nothing but these ``texts``."""
        thing, problems = self.results.made_of(
            f"read {name}", texts, lambda: self.kept.of(texts, make)
        )
        self.problems.extend(problems)
        return thing

    def lock(self) -> Lock:
        """The evidence lock; an empty one where there is none."""
        for file in self.of_kind(ContentKind.LOCK):
            if file.text is not None:
                return self._made("lock", ("lock", *_told(file)), partial(_lock, file))
        return Lock({}, ())

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
        for file in self.of_kind(kind):
            documents = written.setdefault(file.id, {})
            if languages is None or file.language in languages:
                documents[file.language] = self._document(file)
            else:
                self.problems.append(_stray_language(file, languages))
        return written

    def _document(self, file: ContentFile) -> Document | None:
        read_from = ",".join(self.languages or ()), file.text
        document, problems = self.results.made_of(
            f"read {file.path}", read_from, partial(_document, file, self.languages)
        )
        self.problems.extend(problems)
        return document


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


def _told(file: ContentFile) -> tuple[str, str]:
    """What is read of a file that can be: where it is and what it says."""
    return file.path, file.text or ""


def _read_trees(
    files: Sequence[ContentFile], read: Callable[[Sequence[YamlNode], list[Problem]], _T]
) -> tuple[tuple[_T, tuple[Names, ...]], tuple[Problem, ...]]:
    """What ``read`` reads of the trees of ``files`` that can be read, what each of them names, and
    what is wrong in them.
    """
    trees = [_tree(file) for file in files]
    found = list[Problem]()
    thing = read([tree for tree, _ in trees if tree is not None], found)
    names = tuple(
        names_in(file, tree, is_whole=all(one.check != "duplicate-key" for one in wrong))
        for file, (tree, wrong) in zip(files, trees, strict=True)
    )
    return (thing, names), (*chain.from_iterable(wrong for _, wrong in trees), *found)


def _tree(file: ContentFile) -> tuple[YamlNode | None, list[Problem]]:
    """The tree of a YAML file, and what is wrong with it."""
    problems = list[Problem]()
    return read_tree(file.text or "", file.path, problems), problems


def _settings(
    trees: Iterable[YamlNode], problems: list[Problem]
) -> tuple[Settings | None, Languages]:
    for tree in trees:
        return read_settings(tree, problems), languages_in(tree)
    return None, None


def _listed(
    read: Callable[[YamlNode, Languages, list[Problem]], Mapping[str, _T]],
    languages: Languages,
    trees: Iterable[YamlNode],
    problems: list[Problem],
) -> dict[str, _T]:
    """What ``trees`` list, by id."""
    return {
        name: thing for tree in trees for name, thing in read(tree, languages, problems).items()
    }


def _written(
    read: Callable[[str, YamlNode, Languages, list[Problem]], _T | None],
    name: str,
    languages: Languages,
    trees: Iterable[YamlNode],
    problems: list[Problem],
) -> _T | None:
    """What the file of that ``name`` writes, of whose ``trees`` there is at most one."""
    return next((read(name, tree, languages, problems) for tree in trees), None)


def _lock(file: ContentFile) -> tuple[Lock, tuple[Problem, ...]]:
    """The evidence lock in a file that can be read."""
    lock, malformed = read_lock(file.text or "", file.path)
    return lock, tuple(malformed)


def _document(
    file: ContentFile, languages: Languages
) -> tuple[Document | None, tuple[Problem, ...]]:
    if file.text is None:
        return None, ()
    model = TopicEntry if file.kind is ContentKind.TOPIC else PageEntry
    problems = list[Problem]()
    return read_document(file.text, file.path, model, languages, problems), tuple(problems)


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
