"""Drawings kept between builds: found by all that they depend on, checked before they are used, and deletable at any time.

What is kept is published unread, so it must have been drawn by this user's own builds. The cache lies outside the site and the repository around it,
where no pull request can put a file, and in a folder that no other user can write to.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from charts.layout.measure import font_path
from statsite.disk import read_regular, reason, remove_unfinished, write_whole

#: Libraries that a drawing depends on.
_LIBRARIES = ("fonttools", "matplotlib", "numpy", "pillow", "pylopdf-fonts-zh-cn", "segno")

_MARK = b"statsite drawing\n"
_DIGEST = hashlib.sha256().digest_size
_LENGTH = struct.Struct(">Q")
#: The largest entry that is read, in bytes.
_LARGEST = 64 * 1024 * 1024
#: How many links may lead to the folder.
_LINKS = 40


class CacheUnusable(Exception):  # noqa: N818 - named for what happened
    """The folder of the cache cannot be trusted or made; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class DrawingCache:
    """Lists of byte strings by the description of what they were made from, in ``folder``; without one, nothing is kept.

    An entry is the mark of the format, the digest of its description, the digest of all that follows, and each part behind its length. Whatever
    is odd about one, it counts as none.
    """

    folder: Path | None = None

    def get(self, description: str) -> list[bytes] | None:
        """What was kept for ``description``; None where there is nothing, or anything but what ``put`` writes."""
        if self.folder is None:
            return None
        key = _key(description)
        try:
            return _unpacked(key, read_regular(self.folder / key.hex(), _LARGEST, owner=os.geteuid()))
        except (OSError, struct.error):
            return None

    def put(self, description: str, parts: Iterable[bytes]) -> None:
        """Keep ``parts`` for ``description``, whole or not at all."""
        if self.folder is None:
            return
        key = _key(description)
        with suppress(OSError):
            write_whole(self.folder / key.hex(), _packed(key, parts))


def open_cache(named: Path | None, site: Path) -> DrawingCache:
    """The cache of the site in the folder ``site``: in the folder that is ``named``, else in the user's own folder of caches.

    Raises CacheUnusable where that folder cannot be made, where others could put something into it, or where it lies in the site or its repository.
    """
    folder = Path(os.path.abspath(named or _usual_folder()))  # noqa: PTH100 - links are to be looked at, not resolved
    try:
        _make(folder)
        trusted = _trusted(folder, site)
    except (CacheUnusable, OSError) as error:
        told = reason(error) if isinstance(error, OSError) else error
        raise CacheUnusable(f"the cache {folder} is not used: {told}") from error
    remove_unfinished(trusted)
    return DrawingCache(trusted)


def _trusted(folder: Path, site: Path) -> Path:
    """Where ``folder`` lies without links. Raises CacheUnusable where somebody else may have put something into it."""
    resolved = folder.resolve(strict=True)
    for step in _steps(folder):
        _refuse_open(step)
    if not resolved.is_dir():
        raise CacheUnusable("it is not a folder")
    if resolved.stat().st_uid != os.geteuid():
        raise CacheUnusable("it belongs to another user")
    if resolved.is_relative_to(_repository(site.resolve())):
        raise CacheUnusable("it lies in the site or its repository, where a change to the site could fill it")
    return resolved


def _usual_folder() -> Path:
    """As the XDG Base Directory specification has it: a relative path in the variable counts as none."""
    try:
        given = Path(os.environ.get("XDG_CACHE_HOME", ""))
        return (given if given.is_absolute() else Path.home() / ".cache") / "statsite"
    except RuntimeError as error:
        raise CacheUnusable("there is no home folder to keep drawings in; name a folder with --cache") from error


def _make(folder: Path) -> None:
    """Make ``folder`` and those around it that are missing, for this user alone."""
    for one in (*reversed(folder.parents), folder):
        if not one.exists():
            one.mkdir(0o700, exist_ok=True)


def _steps(path: Path) -> Iterator[Path]:
    """Every folder and link that the system passes on its way to an absolute ``path``."""
    at, ahead, links = Path("/"), list(reversed(path.parts[1:])), 0
    yield at
    while ahead:
        step = at.parent if (name := ahead.pop()) == ".." else at / name
        yield step
        if not step.is_symlink():
            at = step
            continue
        links += 1
        if links > _LINKS:
            raise CacheUnusable("it leads through too many links")
        target = step.readlink()
        at = Path("/") if target.is_absolute() else at
        ahead.extend(reversed(target.parts[1:] if target.is_absolute() else target.parts))


def _refuse_open(step: Path) -> None:
    """Raise CacheUnusable where another user could exchange what stands at ``step`` or in it. Only a sticky folder may be open to others."""
    status = step.lstat()
    if status.st_uid not in {0, os.geteuid()}:
        raise CacheUnusable(f"{step} belongs to another user")
    if stat.S_ISDIR(status.st_mode) and status.st_mode & 0o022 and not status.st_mode & stat.S_ISVTX:
        raise CacheUnusable(f"others can write to {step}")


def _repository(site: Path) -> Path:
    """The work tree that ``site`` stands in, or ``site`` itself."""
    return next((folder for folder in (site, *site.parents) if os.path.lexists(folder / ".git")), site)


def _key(description: str) -> bytes:
    return hashlib.sha256(f"{renderer()}\0{description}".encode()).digest()


def _packed(key: bytes, parts: Iterable[bytes]) -> bytes:
    body = b"".join(_LENGTH.pack(len(part)) + part for part in parts)
    return _MARK + key + hashlib.sha256(body).digest() + body


def _unpacked(key: bytes, entry: bytes) -> list[bytes] | None:
    """The parts of an entry; None where it is not that of ``key``, or damaged. Raises struct.error where it ends too early."""
    body = entry[len(_MARK) + 2 * _DIGEST :]
    if entry != _MARK + key + hashlib.sha256(body).digest() + body:
        return None
    parts, at = list[bytes](), 0
    while at < len(body):
        (length,) = _LENGTH.unpack_from(body, at)
        at += _LENGTH.size
        parts.append(body[at : at + length])
        at += length
    return parts if at == len(body) else None


@cache
def renderer() -> str:
    """A fingerprint of what draws: its code, the libraries it draws with, and the font."""
    digest, root = hashlib.sha256(), Path(__file__).parents[2]
    for path in (*sorted((root / "charts").rglob("*.py")), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(f"{path.relative_to(root)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    digest.update(hashlib.sha256(Path(font_path()).read_bytes()).digest())
    return digest.hexdigest()
