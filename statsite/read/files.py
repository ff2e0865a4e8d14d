"""The files of a site's content: which there may be, which there are, and their text."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath

from msgspec import Struct

from statsite.disk import read_regular
from statsite.model import EntityKind
from statsite.problems import Location, Problem, Severity, closest, did_you_mean
from statsite.read.text import character_problems, code_point, decode_text, first_refused
from statsite.read.values import slug_error
from statsite.site_folder import CONTENT, LOCK_PATH, SITE_FILE

YAML_LIMIT = 1024 * 1024
MARKDOWN_LIMIT = 256 * 1024
#: How many content files a site may have, and how many bytes they may have together.
FILES_LIMIT, CONTENT_LIMIT = 25_000, 8 * 1024 * 1024
#: How many figures a dataset may hold, each with a page of its own, how many rules a file of rules,
#: and how many terms the glossary.
FIGURES_LIMIT, RULES_LIMIT, TERMS_LIMIT = 1000, 500, 500
#: How many figures and numbers the rules of a file may name together.
OPERANDS_LIMIT = 10_000


class ContentKind(StrEnum):
    """What a content file is about."""

    SITE = "site"
    SOURCE = "source"
    AREAS = "areas"
    UNITS = "units"
    MEASURES = "measures"
    TILES = "tiles"
    DATASET = "dataset"
    CHART = "chart"
    RULES = "rules"
    RELEASES = "releases"
    GLOSSARY = "glossary"
    TOPIC = "topic"
    PAGE = "page"
    IGNORED = "ignored"
    LOCK = "lock"


#: What each kind of content file declares.
DECLARED_ENTITIES: Mapping[ContentKind, EntityKind] = {
    ContentKind.SOURCE: "source",
    ContentKind.AREAS: "area",
    ContentKind.UNITS: "unit",
    ContentKind.DATASET: "dataset",
    ContentKind.CHART: "chart",
    ContentKind.RULES: "rule",
    ContentKind.TOPIC: "topic",
    ContentKind.PAGE: "page",
    ContentKind.GLOSSARY: "term",
    ContentKind.LOCK: "proof",
}

#: Folders of YAML files, one thing a file; a file of rules holds as many as belong together.
_FOLDERS = {
    "sources": ContentKind.SOURCE,
    "datasets": ContentKind.DATASET,
    "charts": ContentKind.CHART,
    "rules": ContentKind.RULES,
}
#: Folders of folders of Markdown files, one a language.
_PROSE = {"topics": ContentKind.TOPIC, "pages": ContentKind.PAGE}
#: Single files.
_FILES = {
    "areas.yaml": ContentKind.AREAS,
    "units.yaml": ContentKind.UNITS,
    "measures.yaml": ContentKind.MEASURES,
    "tiles.yaml": ContentKind.TILES,
    "releases.yaml": ContentKind.RELEASES,
    "glossary.yaml": ContentKind.GLOSSARY,
    "ignored.yaml": ContentKind.IGNORED,
    PurePosixPath(LOCK_PATH).name: ContentKind.LOCK,
}


#: Files by which git changes what a reviewer is shown, or fetches something else; other names that
#: begin with a dot are left aside.
_GIT_FILES = frozenset({".gitattributes", ".gitmodules"})
#: The folder in which Python keeps what it compiled of the modules beside it.
_COMPILED = "__pycache__"
#: Copies that editors, merges and systems leave beside a file.
_KEPT = re.compile(
    r"~$|^#.*#$|\.(?:bak|orig|rej|sw[a-p]|tmp)$|^(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE
)

#: What is in the content folder, by its name without suffix.
_KINDS = {PurePosixPath(name).stem: kind for name, kind in (_FOLDERS | _PROSE | _FILES).items()}


class ContentFile(Struct, frozen=True):
    """A content file.

    ``id`` is its name without suffix, or the folder of a Markdown file whose name is ``language``.

    ``text`` is None where it cannot be read.
    """

    kind: ContentKind
    path: str
    id: str
    language: str
    text: str | None


class _Found(Struct, frozen=True):
    """A regular file or a folder."""

    path: str
    absolute: Path
    is_folder: bool

    @property
    def name(self) -> str:
        return self.absolute.name


def read_files(root: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    """Every content file of the site in ``root``, in the order of paths; what cannot be read or
    does not belong joins ``problems``.

    Nothing is read beyond the files that a site may have.
    """
    size = 0
    for number, file in enumerate(_all_files(root, problems), start=1):
        size += len((file.text or "").encode())
        if number > FILES_LIMIT or size > CONTENT_LIMIT:
            problems.append(_too_much(file.path))
            return
        yield file


def _too_much(path: str) -> Problem:
    """That the content is too large from the file at ``path`` on.

    It is at the whole content: anything may be declared in the rest.
    """
    message = (
        f"a site has at most {FILES_LIMIT} files of {CONTENT_LIMIT // 1024} KiB "
        f"together: `{path}` and what follows is not read"
    )
    return Problem(
        "file-too-large",
        message,
        Location(CONTENT),
        "remove what no page shows, or make two sites of it",
    )


def _all_files(root: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    yield from _settings_file(root / SITE_FILE, problems)
    content = _look(CONTENT, root / CONTENT, problems)
    if content is None:
        message = "there is no folder content"
        problems.extend(_missing(root / CONTENT, CONTENT, message, "create it"))
    elif content.is_folder:
        yield from _content_files(content, problems)
    else:
        problems.append(_stranger(content, "this must be a folder"))


def _settings_file(absolute: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    found = _look(SITE_FILE, absolute, problems)
    if found is None:
        message = f"there is no {SITE_FILE}"
        hint = "a site is a folder with site.yaml and content/"
        problems.extend(_missing(absolute, SITE_FILE, message, hint))
    elif found.is_folder:
        problems.append(_stranger(found, "this must be a file"))
    else:
        yield _file(ContentKind.SITE, found, "", problems=problems)


def regular_text(absolute: Path, path: str, limit: int) -> str | Problem | None:
    """The text of the regular file at ``absolute``, called ``path`` in problems, of at most
    ``limit`` bytes; None where there is no such file.
    """
    problems: list[Problem] = []
    found = _look(path, absolute, problems)
    return next(iter(problems), None) if found is None else _text_of_file(found, limit)


def _text_of_file(found: _Found, limit: int) -> str | Problem:
    """The text of what was found, unless it is a folder."""
    return _stranger(found, "this must be a file") if found.is_folder else _text(found, limit)


def regular_bytes(absolute: Path, path: str, limit: int) -> bytes | Problem:
    """The bytes of the regular file at ``absolute``, called ``path`` in problems, at most ``limit``
    of them.
    """
    try:
        raw = read_regular(absolute, limit + 1)
    except OSError as error:
        return _unreadable(path, error)
    return raw if len(raw) <= limit else _too_large(path, limit)


def files_below(absolute: Path, path: str, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Every regular file below the folder at ``absolute``, called ``path`` in problems, by its
    path; links and whatever else is neither a file nor a folder join ``problems``. Files that an
    editor or a system keeps for itself are passed over, as are names that begin with a dot.
    """
    top = _look(path, absolute, problems)
    if top is not None and not top.is_folder:
        problems.append(_stranger(top, "this must be a folder"))
    waiting = [top] if top is not None and top.is_folder else []
    while waiting:
        for found in _listed(waiting.pop(), problems):
            if found.is_folder and found.name == _COMPILED:
                problems.append(_stranger(found, "delete it: templates hold no modules"))
            elif found.is_folder:
                waiting.append(found)
            elif not _KEPT.search(found.name):
                yield found.path, found.absolute


def declared_at(path: str) -> Iterator[tuple[EntityKind, str]]:
    """What the file or folder at ``path``, which cannot be read or has a wrong name, may declare;
    an empty id stands for any of its sort.

    >>> list(declared_at("content/charts/beds.yml")), list(declared_at("content/area.yaml"))
    ([('chart', 'beds')], [('area', '')])
    """
    if PurePosixPath(path).name.startswith("."):
        return
    homes, name = _homes_at(PurePosixPath(path))
    for kind in (_KINDS.get(home) for home in homes if home):
        if kind is not None:
            yield from declared_entities(kind, "" if kind is ContentKind.RULES else name)


#: What a file may end in that was meant to be one of content/ itself.
_SUFFIXES_MEANT = frozenset({"", ".yaml", ".yml", ".lock"})


def _homes_at(path: PurePosixPath) -> tuple[list[str | None], str]:
    """Which places of content/ a path may mean, and the id that its file has there."""
    match path.parts:
        case (root,) if root == CONTENT:
            return [*_KINDS], ""
        case (root, home) if root == CONTENT and PurePosixPath(home).suffix in _SUFFIXES_MEANT:
            return [closest(PurePosixPath(home).stem, _KINDS)], ""
        case (root, home, one, *_) if root == CONTENT:
            has_id = home in _PROSE or PurePosixPath(one).suffix
            return [home], PurePosixPath(one).stem if has_id else ""
    return [], ""


def declared_entities(kind: ContentKind, thing_id: str) -> Iterator[tuple[EntityKind, str]]:
    """What a file of one kind declares: a dataset its figures as well, the lock its proofs, the
    settings nothing.
    """
    if kind in DECLARED_ENTITIES:
        yield DECLARED_ENTITIES[kind], thing_id
    if kind is ContentKind.DATASET:
        yield "figure", thing_id


def _missing(absolute: Path, path: str, message: str, hint: str) -> Iterator[Problem]:
    if not os.path.lexists(absolute):
        yield Problem("file-missing", message, Location(path), hint)


def _content_files(content: _Found, problems: list[Problem]) -> Iterator[ContentFile]:
    for found in _listed(content, problems):
        name = found.name
        if found.is_folder and name in _FOLDERS:
            yield from _yaml_files(_FOLDERS[name], found, problems)
        elif found.is_folder and name in _PROSE:
            yield from _prose_files(_PROSE[name], found, problems)
        elif not found.is_folder and name in _FILES:
            yield _file(_FILES[name], found, "", problems=problems)
        else:
            problems.append(_stranger(found, _hint(found)))


def _yaml_files(
    kind: ContentKind, folder: _Found, problems: list[Problem]
) -> Iterator[ContentFile]:
    for found in _listed(folder, problems):
        stem = found.absolute.stem
        if found.is_folder:
            problems.append(_stranger(found, f"move its files up to {folder.path}"))
        elif found.absolute.suffix != ".yaml":
            problems.append(_stranger(found, _suffix_hint(found.absolute)))
        else:
            problems.extend(_name_problems(stem, found))
            yield _file(kind, found, stem, problems=problems)


def _suffix_hint(absolute: Path) -> str:
    if absolute.suffix.lower() in {".yml", ".yaml"}:
        return f"rename it to {absolute.stem}.yaml"
    return "only .yaml files are read here"


def _prose_files(
    kind: ContentKind, folder: _Found, problems: list[Problem]
) -> Iterator[ContentFile]:
    for found in _listed(folder, problems):
        if found.is_folder:
            yield from _documents_in(kind, found, problems)
        else:
            problems.append(_stranger(found, f"write {folder.path}/<id>/<language>.md"))


def _documents_in(
    kind: ContentKind, folder: _Found, problems: list[Problem]
) -> Iterator[ContentFile]:
    """The documents of a folder, and what is wrong with its name."""
    problems.extend(_name_problems(folder.name, folder))
    yield from _documents(kind, folder, problems)


def _documents(kind: ContentKind, folder: _Found, problems: list[Problem]) -> Iterator[ContentFile]:
    """The documents of one topic or page, one for each language."""
    for document in _listed(folder, problems):
        stem, suffix = document.absolute.stem, document.absolute.suffix
        if document.is_folder or suffix != ".md":
            problems.append(_stranger(document, "only <language>.md files are read here"))
        else:
            yield _file(kind, document, folder.name, language=stem, problems=problems)


def _name_problems(name: str, found: _Found) -> Iterator[Problem]:
    fault = slug_error(name)
    if fault:
        yield Problem(
            fault.check, f"the name is an id: {fault.message}", Location(found.path), fault.hint
        )


def _stranger(found: _Found, hint: str) -> Problem:
    return Problem(
        "file-unknown",
        f"this {'folder' if found.is_folder else 'file'} does not belong here",
        Location(found.path),
        hint,
    )


def _hint(found: _Found) -> str:
    """What a file or folder of content/ that is not known may have been meant to be."""
    folders = {*_FOLDERS, *_PROSE}
    if found.name in folders:
        return "this must be a folder"
    names = folders if found.is_folder else _FILES
    return "this must be a file" if found.name in _FILES else did_you_mean(found.name, list(names))


def _listed(folder: _Found, problems: list[Problem]) -> Iterator[_Found]:
    """What is in ``folder``, by name without suffix; names that begin with a dot aside, of which
    those that steer git are problems.
    """
    try:
        names = [path.name for path in folder.absolute.iterdir()]
    except OSError as error:
        problems.append(_unreadable(folder.path, error))
        return
    for name in sorted(names, key=lambda name: (Path(name).stem, name)):
        path = f"{folder.path}/{_printable(name)}"
        if name.casefold() in _GIT_FILES:
            problems.append(_steers_git(path))
        elif not name.startswith("."):
            found = _look(path, folder.absolute / name, problems)
            if found:
                yield found


def _steers_git(path: str) -> Problem:
    message = "this steers how git shows or fetches files, and content is data only"
    hint = "delete it; what the whole repository needs belongs at its top"
    return Problem("file-refused", message, Location(path), hint)


def _look(path: str, absolute: Path, problems: list[Problem]) -> _Found | None:
    """The file or folder at ``absolute``; None where there is none or it is neither."""
    try:
        mode = absolute.lstat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        problems.append(_unreadable(path, error))
        return None
    refused = _refused(path, absolute.name, mode)
    if refused is not None:
        problems.append(refused)
        return None
    return _Found(path, absolute, stat.S_ISDIR(mode))


def _refused(path: str, name: str, mode: int) -> Problem | None:
    """Why a file system's entry of this ``name`` and ``mode`` is not read; None where it is."""
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        kind = "a symbolic link" if stat.S_ISLNK(mode) else "neither a file nor a folder"
        hint = "put a copy of the file here"
        return Problem("file-not-regular", f"this is {kind}", Location(path), hint)
    if _printable(name) != name:
        message = "the name holds a character that no file name may hold"
        return Problem("slug-malformed", message, Location(path), "rename it")
    return None


def _printable(name: str) -> str:
    """``name`` with what cannot be printed written as code points."""
    return "".join(f"<{code_point(c)}>" if c == "\n" or first_refused(c) else c for c in name)


def _file(
    kind: ContentKind, found: _Found, file_id: str, *, language: str = "", problems: list[Problem]
) -> ContentFile:
    text = _text(found, MARKDOWN_LIMIT if language else YAML_LIMIT)
    if isinstance(text, Problem):
        problems.append(text)
        return ContentFile(kind, found.path, file_id, language, None)
    refused = list(character_problems(text, found.path))
    problems.extend(refused)
    bad = any(problem.severity is Severity.ERROR for problem in refused)
    return ContentFile(kind, found.path, file_id, language, None if bad else text)


def _text(found: _Found, limit: int) -> str | Problem:
    raw = regular_bytes(found.absolute, found.path, limit)
    return raw if isinstance(raw, Problem) else decode_text(raw, found.path)


def _too_large(path: str, limit: int) -> Problem:
    return Problem(
        "file-too-large", f"the file is larger than {limit // 1024} KiB", Location(path), "split it"
    )


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem("file-unreadable", f"this cannot be read: {error.strerror}", Location(path))
