"""Drawings kept between builds: found by all that they depend on, checked before they are used, and
deletable at any time.

What is kept is published unread, so it must have been drawn by this user's own builds: its folder
is one that ``statsite.cache_folder`` trusts.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

from charts.font_files import bold_path, font_path
from statsite.disk import file_digest, read_regular, write_whole
from statsite.installed_libraries import version_of
from statsite.loaded_program import is_as_loaded, modules

#: Libraries that a drawing depends on.
_LIBRARIES = ("fonttools", "matplotlib", "numpy", "pillow", "pylopdf-fonts-zh-cn", "segno")

_MARK = b"statsite drawing\n"
_DIGEST = hashlib.sha256().digest_size
_LENGTH = struct.Struct(">Q")
#: The largest entry that is read, in bytes.
_LARGEST = 64 * 1024 * 1024


class DrawingCache(Struct, frozen=True):
    """Lists of byte strings by the description of what they were made from, in ``folder``; without
    one, nothing is kept.

    An entry is the mark of the format, the digest of its description, the digest of all that
    follows, and each part behind its length. Whatever is odd about one, it counts as none.
    """

    folder: Path | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was kept yet."""
        if self.folder is None:
            return True
        with os.scandir(self.folder) as entries:
            return all(one.is_dir() for one in entries)

    def has(self, description: str) -> bool:
        """Whether something lies where what was kept for ``description`` would."""
        return (
            self.folder is not None
            and bool(renderer())
            and os.path.lexists(self.folder / _key(description).hex())
        )

    def get(self, description: str) -> list[bytes] | None:
        """What was kept for ``description``; None where there is nothing, or anything but what
        ``put`` writes.
        """
        if self.folder is None or not renderer():
            return None
        key = _key(description)
        try:
            return _unpacked(
                key, read_regular(self.folder / key.hex(), _LARGEST, owner=os.geteuid())
            )
        except (OSError, struct.error):
            return None

    def put(self, description: str, parts: Iterable[bytes]) -> None:
        """Keep ``parts`` for ``description``, whole or not at all."""
        if self.folder is None or not renderer():
            return
        key = _key(description)
        with suppress(OSError):
            # Not flushed, which takes as long as a drawing: what is damaged counts as none.
            write_whole(
                self.folder / key.hex(), _packed(key, parts), is_lasting=False, is_private=True
            )


def _key(description: str) -> bytes:
    return hashlib.sha256(f"{renderer()}\0{description}".encode()).digest()


def _packed(key: bytes, parts: Iterable[bytes]) -> bytes:
    body = b"".join(_LENGTH.pack(len(part)) + part for part in parts)
    return _MARK + key + hashlib.sha256(body).digest() + body


def _unpacked(key: bytes, entry: bytes) -> list[bytes] | None:
    """The parts of an entry; None where it is not that of ``key``, or damaged.

    Raises struct.error where it ends too early.
    """
    body = entry[len(_MARK) + 2 * _DIGEST :]
    if entry != _MARK + key + hashlib.sha256(body).digest() + body:
        return None
    parts, at = list[bytes](), 0
    while at < len(body):
        (length,) = _LENGTH.unpack_from(body, at)
        begin = at + _LENGTH.size
        at = begin + length
        parts.append(body[begin:at])
    return parts if at == len(body) else None


@cache
def renderer() -> str:
    """A fingerprint of what draws: the program, the libraries it draws with, and the fonts.

    It is empty where a file of the program was changed since this process began to load it, or by a
    clock that was ahead: that may run the one or the other, and what it draws is not kept.
    """
    digest = hashlib.sha256()
    for name, path in modules():
        digest.update(f"{name}\0{_digest_of(path)}\0".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version_of(library)}\0".encode())
    for font in filter(None, (font_path(), bold_path())):
        digest.update(_digest_of(font).encode())
    return digest.hexdigest() if is_as_loaded() else ""


def _digest_of(path: str) -> str:
    """The digest of a file, or of that to which a link leads."""
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        return _digest_of(os.path.realpath(path))
    return file_digest(path, status)
