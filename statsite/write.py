"""The only writer of output: files are staged beside it, then swapped in with one rename."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from statsite import addresses

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A file as the manifest lists it."""

    path: str
    size: int
    sha256: str


class WriteError(Exception):
    """The site could not be written; the message says why in one line. The previous output is untouched."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build wrote: how many files and bytes, and how many files differ from the site before."""

    files: int
    size: int
    changed: int


def write_site(files: Iterable[tuple[str, bytes]], output: Path, *, protected: Iterable[Path]) -> Written:
    """Write ``files`` and their manifest to ``output``, which then holds them and nothing else.

    ``protected`` are folders that must not be, or lie inside, the output. Raises WriteError when ``output`` holds files that no build wrote, is
    being written by another build, or cannot be written.
    """
    output = output.absolute()
    _refuse_dangerous(output, protected)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _locked(output):
            _refuse_foreign(output)
            return _stage_and_swap(files, output)
    except OSError as error:
        raise WriteError(f"cannot write {output.name}: {_reason(error)}") from error


def _stage_and_swap(files: Iterable[tuple[str, bytes]], output: Path) -> Written:
    staging = output.with_name(f".{output.name}.staging")
    shutil.rmtree(staging, ignore_errors=True)  # what a build that was killed left behind
    try:
        staging.mkdir()
        entries = [_stage(staging, path, content) for path, content in files]
        manifest = json.dumps([asdict(entry) for entry in sorted(entries)], ensure_ascii=False, indent=1)
        (staging / addresses.MANIFEST).write_text(manifest + "\n", encoding="utf-8")
        before = _manifest(output)
        _swap(staging, output)
        return _summary(entries, before)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _summary(entries: list[_Entry], before: Mapping[str, str]) -> Written:
    now = {entry.path: entry.sha256 for entry in entries}
    changed = sum(before.get(path) != now.get(path) for path in before.keys() | now.keys())
    return Written(len(entries), sum(entry.size for entry in entries), changed)


def _stage(staging: Path, path: str, content: bytes) -> _Entry:
    target = _inside(staging, path)
    if target.exists():
        raise ValueError(f"two pages at one path: {path}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return _Entry(path, len(content), hashlib.sha256(content).hexdigest())


def _inside(root: Path, path: str) -> Path:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts:
        raise ValueError(f"not a path inside the output: {path}")
    return root.joinpath(*parts.parts)


def _swap(staging: Path, output: Path) -> None:
    """Put the staged folder in the output's place in one step; the old one ends up in the staging folder's."""
    if not output.exists():
        staging.rename(output)
    elif not _exchange(staging, output):
        # Without an exchanging rename two renames come nearest: the output is missing for the moment between them.
        aside = output.with_name(f".{output.name}.previous")
        shutil.rmtree(aside, ignore_errors=True)
        output.rename(aside)
        staging.rename(output)
        shutil.rmtree(aside)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL}:
        return False
    raise OSError(number, os.strerror(number))


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Hold the output's lock, which the system drops when its holder dies."""
    with output.with_name(f".{output.name}.lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriteError(f"another build is writing {output.name}; wait for it to end") from error
        yield


def _refuse_dangerous(output: Path, protected: Iterable[Path]) -> None:
    resolved = output.resolve()
    if output.is_symlink():
        raise WriteError(f"{output.name} is a symbolic link; give a folder")
    for folder in (*protected, Path.home(), Path("/")):
        if folder.resolve().is_relative_to(resolved):
            raise WriteError(f"{output.name} would replace {folder.name or folder}; choose a folder of its own")


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise WriteError(f"{output.name} is a file; give a folder")
    known = {addresses.MANIFEST, *_manifest(output)}
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name not in known:
            raise WriteError(f"{output.name} holds {name}, which no build wrote; move it away first")


def _manifest(output: Path) -> dict[str, str]:
    """Hash by path of the files that the build before wrote; empty where there was none."""
    try:
        entries = json.loads((output / addresses.MANIFEST).read_text(encoding="utf-8"))
        return {str(entry["path"]): str(entry["sha256"]) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _reason(error: OSError) -> str:
    names = {
        errno.ENOSPC: "no space left on the disk",
        errno.EFBIG: "a file grew too large",
        errno.EACCES: "permission denied",
        errno.EROFS: "the disk is read-only",
    }
    return names.get(error.errno or 0, error.strerror or str(error))
