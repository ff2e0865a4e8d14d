"""Drawings kept between builds: found by all that they depend on, checked before they are used, and deletable at any time."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

#: The folder of the cache in a site's own folder; git-ignored.
FOLDER = ".cache/charts"

#: Libraries that a drawing depends on.
_LIBRARIES = ("fonttools", "matplotlib", "numpy", "pylopdf-fonts-zh-cn", "segno")

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class DrawingCache:
    """Lists of byte strings by the description of what they were made from. A cache that cannot be read or written is an empty one."""

    folder: Path

    def get(self, description: str) -> list[bytes] | None:
        """What was kept for ``description``; None where there is nothing or it was damaged."""
        try:
            kept = self._file(description).read_bytes()
        except OSError:
            return None
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        if hashlib.sha256(content).digest() != digest:
            return None
        head, _, body = content.partition(b"\n")
        parts, at = list[bytes](), 0
        for length in json.loads(head):
            parts.append(body[at : at + length])
            at += length
        return parts

    def put(self, description: str, parts: Iterable[bytes]) -> None:
        """Keep ``parts`` for ``description``, whole or not at all."""
        listed = list(parts)
        content = json.dumps([len(part) for part in listed]).encode() + b"\n" + b"".join(listed)
        target = self._file(description)
        with suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(name).replace(target)

    def _file(self, description: str) -> Path:
        return self.folder / hashlib.sha256(f"{_renderer()}\0{description}".encode()).hexdigest()


@cache
def _renderer() -> str:
    """A fingerprint of the renderer: its code and the libraries it draws with."""
    digest = hashlib.sha256()
    for path in sorted((Path(__file__).parents[2] / "charts").rglob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
