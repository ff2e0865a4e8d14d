"""The record of a build: what it was made from, what it said, and the files it wrote, by which the
next one knows that nothing is to be done.

A record counts only where every byte that a build reads is the same: the content, the site's own
templates, the engine's code and templates, the installed libraries, and the options. Whatever is
odd about one, it counts as none, and the site is built. A build that failed leaves none: what it
failed by may have been a machine short of time, memory or open files.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from charts.font_files import bold_path, font_path
from statsite.addresses import MANIFEST
from statsite.cache_folder import BUILDS
from statsite.disk import (
    CLOCK_TICK,
    FileIdentity,
    file_digest,
    read_regular,
    states_in,
    write_whole,
)
from statsite.installed_libraries import installed
from statsite.kept_files import KeptFiles, Seen
from statsite.problems import Problem
from statsite.problems import from_json as problem_from_json
from statsite.read.tracked_files import tracked_cache
from statsite.site_folder import CONTENT, SITE_FILE, TEMPLATES_FOLDER
from statsite.values import replace

_ENGINE = Path(__file__).resolve().parents[1]
#: What of the engine's folder a build runs or reads.
_ENGINE_PARTS = ("build.py", "charts", "statsite", TEMPLATES_FOLDER)
#: Those of them that hold modules alone, beside which Python keeps what it compiled of them.
_MODULES = frozenset({"charts", "statsite"})
#: What of a site's folder a build reads: what it tells, and its own templates.
_SITE_PARTS = (CONTENT, SITE_FILE)

#: So many bytes at the beginning of a font hold its table directory, which has a checksum of each
#: table (OpenType 1.9, Organization of an OpenType font).
_TABLE_DIRECTORY = 4096
#: The largest record, and the largest file of an output that is hashed, in bytes.
_LARGEST = 256 * 1024 * 1024
#: How much a part of a folder may hold that goes into a digest, in bytes: no build reads as much of
#: one, and to hash all that files claim to hold may take hours.
_LARGEST_PART = 128 * 1024 * 1024
#: Format of the records; a record of another one counts as none.
_VERSION = 2

#: Size, times of the last change of content and of status in nanoseconds, inode and mode of a file;
#: of a folder its mode alone counts.
State = tuple[int, int, int, int, int]


class Record(Struct, frozen=True):
    """A build that wrote a site: the digest of its ``inputs``, its ``problems`` and what it
    reported.

    ``outputs`` are the files and folders it wrote by their paths, that of the output itself among
    them; ``manifest`` is the SHA-256 of their manifest; ``written`` the time at which they were
    listed, in nanoseconds.
    """

    inputs: str
    problems: tuple[Problem, ...]
    report: str
    outputs: Mapping[str, State]
    manifest: str = ""
    written: int = 0


class RecordFile(Struct, frozen=True):
    """Where the record of the builds of one site into one output is kept, in a ``folder`` that
    nobody else can fill.
    """

    folder: Path
    site: Path
    output: Path

    def read(self) -> Record | None:
        """The record of the last build; None where there is none that can be read."""
        try:
            return _from_json(json.loads(read_regular(self.path, _LARGEST, owner=os.geteuid())))
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, record: Record) -> None:
        """Keep ``record``. Raises OSError."""
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(self.path, json.dumps(_as_json(record)).encode(), is_private=True)

    def kept_files(self, record: Record | None, engine: str) -> KeptFiles:
        """What is known of the files of the last build, of which there is a ``record``: those that
        are as it left them, and what each was made from.
        """
        try:
            found = self._read_kept(record) if record else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            found = None
        if record is None or found is None:
            return KeptFiles(engine, facts=self._facts, passed=self._passed)
        seen = seen_files(record, self.output)
        return replace(found, engine=engine, seen=seen, facts=self._facts, passed=self._passed)

    def _read_kept(self, record: Record) -> KeptFiles | None:
        """What is known of the site of the build of which ``record`` tells, beside its files; None
        where what is kept is of another one. Raises as odd contents make it.
        """
        told = json.loads(read_regular(self._keys, _LARGEST, owner=os.geteuid()))
        if told["manifest"] != record.manifest:
            return None
        return KeptFiles(
            "",
            _texts_in(told["keys"]),
            outline=str(told["outline"]),
            texts=_texts_in(told["texts"]),
            problems=tuple(map(problem_from_json, told["problems"])),
        )

    def write_keys(self, record: Record, kept: KeptFiles) -> None:
        """Keep what each file was made from of the build of which ``record`` tells. Raises
        OSError.
        """
        told = {
            "manifest": record.manifest,
            "outline": kept.outline_now,
            "texts": kept.texts_now,
            "problems": [problem.as_json() for problem in kept.problems_now],
            "keys": kept.now,
        }
        write_whole(self._keys, json.dumps(told).encode(), is_private=True)

    @property
    def spare(self) -> Path:
        """Where the site before is kept, to become the next one."""
        return self.path.with_suffix(".spare")

    @property
    def _keys(self) -> Path:
        return self.path.with_suffix(".keys.json")

    @property
    def _facts(self) -> Path:
        return self.path.with_suffix(".facts")

    @property
    def _passed(self) -> Path:
        return self.path.with_suffix(".passed")

    @property
    def path(self) -> Path:
        """The file of the record."""
        named = "\0".join(map(os.path.realpath, (self.site, self.output)))
        return self.folder / BUILDS / f"{hashlib.sha256(os.fsencode(named)).hexdigest()}.json"


def _texts_in(found: Mapping[object, object]) -> dict[str, str]:
    return {str(name): str(text) for name, text in found.items()}


#: What JSON can tell of a record as it is.
_TOLD_AS_IT_IS = ("inputs", "report", "outputs", "manifest", "written")


def _as_json(record: Record) -> dict[str, Any]:
    told = {name: getattr(record, name) for name in _TOLD_AS_IT_IS}
    problems = [problem.as_json() for problem in record.problems]
    return {"version": _VERSION, "problems": problems, **told}


def _from_json(found: object) -> Record | None:
    """The record that ``_as_json`` told; None where it is another thing.

    Raises ValueError where a part of it is.
    """
    match found:
        case {
            "version": int(version),
            "inputs": str(inputs),
            "problems": list(problems),
            "report": str(report),
            "outputs": dict(outputs),
            "manifest": str(manifest),
            "written": int(written),
        } if version == _VERSION:
            states = {path: _state(state) for path, state in outputs.items()}
            told = tuple(problem_from_json(one) for one in problems)
            return Record(inputs, told, report, states, manifest, written)
    return None


def _state(found: object) -> State:
    if not isinstance(found, list) or any(type(one) is not int for one in found):
        raise ValueError("not the state of a file")
    size, content, status, inode, mode = found
    return size, content, status, inode, mode


class Inputs(Struct, frozen=True):
    """Digests of what a build depends on: of ``all``, and of the ``engine`` alone, with the
    libraries, the options and the site's own templates: of what makes files, not of what these
    tell.

    ``states`` is one of when each file of all was last changed, ``engine_states`` of the engine
    alone: who finds these the same before and after knows that nobody changed a file and put it
    back meanwhile.
    """

    all: str
    engine: str
    states: str
    engine_states: str


def inputs_of(site: Path, options: Iterable[object]) -> Inputs | None:
    """What a build of ``site`` with ``options`` depends on; None where a file of it cannot be
    read.
    """
    digest, states = hashlib.sha256(), hashlib.sha256()
    try:
        _add(digest, _engine_inputs(site, options, states))
        engine, engine_states = digest.hexdigest(), states.hexdigest()
        _add(digest, _content_inputs(site, states))
    except OSError:
        return None
    return Inputs(digest.hexdigest(), engine, states.hexdigest(), engine_states)


def _add(digest: hashlib._Hash, lines: Iterable[str]) -> None:
    for line in lines:
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))


def _engine_inputs(site: Path, options: Iterable[object], states: hashlib._Hash) -> Iterator[str]:
    yield repr((_VERSION, sys.version, sorted(installed()), tuple(options)))
    yield from map(_font, filter(None, (font_path(), bold_path())))
    for part in _ENGINE_PARTS:
        yield from _described(_ENGINE / part, part, states, is_code=part in _MODULES)
    yield from _described(site / TEMPLATES_FOLDER, TEMPLATES_FOLDER, states)


def _font(path: str) -> str:
    """A line for the font at ``path``, which may be another though its library has the same
    version. Raises OSError.
    """
    with open(path, "rb") as font:  # noqa: PTH123 - a name
        head = font.read(_TABLE_DIRECTORY)
        return f"{os.fstat(font.fileno()).st_size} {hashlib.sha256(head).hexdigest()}"


def _content_inputs(site: Path, states: hashlib._Hash) -> Iterator[str]:
    for part in _SITE_PARTS:
        yield from _described(site / part, part, states)
    yield from map(str, tracked_cache(site))


def _described(
    path: Path, name: str, states: hashlib._Hash, *, is_code: bool = False
) -> Iterator[str]:
    """A line for ``path``, and for all below where it is a folder, however deep: name, kind, and
    the digest of a file's bytes or the target of a link. Of code, what Python compiled is left out.
    When each was last changed is added to ``states``. Raises OSError, also where all are too large.
    """
    waiting, left = [(os.fspath(path), name)], _LARGEST_PART
    while waiting:
        at, called = waiting.pop()
        kind, content, size = _kind_and_content(at, states, left)
        left -= size
        yield repr((called, kind, content))
        if kind == stat.S_IFDIR:
            names = _names_in(at, is_code=is_code)
            waiting += [(f"{at}/{entry}", f"{called}/{entry}") for entry in names]


def _names_in(folder: str, *, is_code: bool) -> list[str]:
    """What is in a folder, in order."""
    names = sorted(os.listdir(folder))  # noqa: PTH208 - names, which are sorted
    return [name for name in names if not is_code or name != "__pycache__"]


def _kind_and_content(path: str, states: hashlib._Hash, left: int) -> tuple[int, str, int]:
    """The kind of the file at ``path``, 0 where there is none, what it holds, and how many bytes
    that are. Raises OSError, also where they are more than ``left``.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return 0, "", 0
    mode = status.st_mode
    if not stat.S_ISDIR(mode):  # beside code, Python writes what it compiles
        states.update(repr((path, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)).encode())
    if stat.S_ISREG(mode):
        if status.st_size > left:
            raise OSError(errno.EFBIG, "no build reads as much", path)
        return stat.S_IFREG, file_digest(path, status), status.st_size
    return stat.S_IFMT(mode), os.readlink(path) if stat.S_ISLNK(mode) else "", 0  # noqa: PTH115 - a path that is only a name here


def listed(output: Path) -> dict[str, State]:
    """``output`` itself, as ``./``, and every file and folder below it, by its path.

    Raises OSError where there is no such folder.
    """
    if output.is_symlink():
        raise NotADirectoryError(str(output))
    found = {"./": _state_of(output.stat())}
    waiting = [""]
    while waiting:
        below = _states_in(output, waiting.pop())
        found |= below
        waiting += [path for path in below if path.endswith("/")]
    return found


def _states_in(output: Path, folder: str) -> dict[str, State]:
    """What is in a ``folder`` of ``output``, by its path; that of a folder ends with a slash."""
    found = dict[str, State]()
    for path, status in states_in(output, folder):
        end = "/" if stat.S_ISDIR(status.st_mode) else ""
        found[f"{path}{end}"] = _state_of(status)
    return found


def _state_of(status: os.stat_result) -> State:
    if stat.S_ISDIR(status.st_mode):
        return 0, 0, 0, 0, status.st_mode
    times = status.st_mtime_ns, status.st_ctime_ns
    return status.st_size, *times, status.st_ino, status.st_mode


def recorded(record: Record, output: Path, made: Mapping[str, FileIdentity]) -> Record:
    """``record`` with the files that now are in ``output``, which the build has just ``made``.

    Raises OSError, also where somebody wrote into one of them since.
    """
    found = listed(output)
    if any(_identity_of(found.get(path)) != identity for path, identity in made.items()):
        raise OSError(errno.ESTALE, "changed meanwhile", str(output))
    return replace(
        record, outputs=found, manifest=_digest_of(output / MANIFEST), written=time.time_ns()
    )


def _digest_of(path: Path) -> str:
    return file_digest(os.fspath(path), path.lstat())


def _identity_of(state: State | None) -> FileIdentity | None:
    """What tells one file from another, of its state."""
    return (state[0], state[1], state[3]) if state else None


def seen_files(record: Record, output: Path) -> Mapping[str, Seen]:
    """The files of ``output`` that are as the build of which ``record`` tells left them, by their
    paths; none where another manifest lies there.
    """
    try:
        return {} if output.is_symlink() else _SeenFiles(record, output, _hashes(record, output))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


class _SeenFiles(Mapping[str, Seen]):
    """The files of ``output``, by their paths, that are as the build of which ``record`` tells left
    them; each is looked at when it is asked for, by the process that asks. ``hashes`` are those of
    what the build wrote.
    """

    def __init__(self, record: Record, output: Path, hashes: Mapping[str, str]) -> None:
        self._record, self._output, self._hashes = record, output, hashes
        self._looked_at = dict[str, Seen | None]()

    def __getitem__(self, path: str) -> Seen:
        if path not in self._looked_at:
            self._looked_at[path] = self._look_at(path)
        found = self._looked_at[path]
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._hashes if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def _look_at(self, path: str) -> Seen | None:
        """The file at ``path``; None where it is not as the build left it."""
        if path not in self._hashes:
            return None
        try:
            state = _state_of(os.lstat(f"{self._output}/{path}"))
        except OSError:
            return None
        is_touched = _is_touched(path, state, self._record)
        return None if is_touched else _seen_as(state, self._hashes[path])


def _seen_as(state: State, sha256: str) -> Seen:
    size, changed, _, inode, _ = state
    return Seen(size, sha256, inode, changed)


def still_there(record: Record, output: Path) -> Record | None:
    """``record``, with the state of the files brought up to date, where ``output`` holds just what
    the build wrote; None where it does not.

    A file that is as it was left counts by its size, times and inode; one that was touched since is
    hashed against the manifest.
    """
    try:
        found = listed(output)
        touched = _touched(found, record)
        if found.keys() != record.outputs.keys() or not _are_whole(touched, record, output):
            return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return replace(record, outputs=found, written=time.time_ns()) if touched else record


def _touched(found: Mapping[str, State], record: Record) -> dict[str, State]:
    return {path: state for path, state in found.items() if _is_touched(path, state, record)}


def _is_touched(path: str, state: State, record: Record) -> bool:
    """Whether a file is not as the build left it, or may have been changed in the same moment."""
    return record.outputs.get(path) != state or state[2] > record.written - CLOCK_TICK


def _are_whole(touched: Mapping[str, State], record: Record, output: Path) -> bool:
    """Whether the files that were touched hold what the build wrote."""
    hashes = _hashes(record, output) if touched else {}
    return all(_is_whole(path, record, state, output, hashes) for path, state in touched.items())


def _is_whole(
    path: str, record: Record, state: State, output: Path, hashes: Mapping[str, str]
) -> bool:
    """Whether a file that was touched holds what the build wrote, in its mode."""
    if state[-1] != record.outputs[path][-1] or path.endswith("/"):
        return False
    return path == MANIFEST or _digest_of(output / path) == hashes[path]


def _hashes(record: Record, output: Path) -> Mapping[str, str]:
    """The SHA-256 of every file by its path; raises what ``_entries`` does."""
    return {entry["path"]: entry["sha256"] for entry in _entries(record, output)}


def _entries(record: Record, output: Path) -> list[dict[str, Any]]:
    """The entries of the manifest that the build wrote.

    Raises OSError, and ValueError where that is another one.
    """
    content = read_regular(output / MANIFEST, _LARGEST)
    if hashlib.sha256(content).hexdigest() != record.manifest:
        raise ValueError("another manifest")
    entries: list[dict[str, Any]] = json.loads(content)
    return entries
