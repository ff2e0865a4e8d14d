"""What checks found nothing wrong with: what a build looked at in vain, the next one need not look
at again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from statsite.disk import read_regular, write_whole
from statsite.loaded_program import is_as_loaded
from statsite.sealed import sealed, unsealed

_T = TypeVar("_T")

#: The largest file that is read, in bytes: a line of 65 is kept of each thing that passed a check.
_LARGEST = 64 * 1024 * 1024


class PassedChecks(Struct):
    """What passed a check by the ``engine`` of this fingerprint, in this build and in the one
    before, which left it in the file at ``path``; without a path, nothing is kept.

    ``_before`` and ``_now`` are digests of all that was told, by the names of checks.
    """

    path: Path | None = None
    engine: str = ""
    _before: dict[str, dict[str, None]] | None = None
    _now: dict[str, dict[str, None]] = {}

    def of(self, check: str, told: str, find: Callable[[], Iterable[_T]]) -> tuple[_T, ...]:
        """What a ``check`` of that name finds: whether it does, ``find`` tells by nothing but what
        is ``told``; which problems these are may depend on more.
        """
        if self.path is None:
            return tuple(find())
        key = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        now = self._now.setdefault(check, {})
        found = () if key in self._passed_before(self.path, check) else tuple(find())
        if not found:
            now[key] = None
        return found

    def _passed_before(self, path: Path, check: str) -> Container[str]:
        """What passed a ``check`` in the build before."""
        if self._before is None:
            self._before = {}
            with suppress(OSError):
                kept = unsealed(read_regular(path, _LARGEST, owner=os.geteuid()), self.engine)
                for line in (kept or b"").decode().splitlines():
                    name, _, key = line.partition(" ")
                    self._before.setdefault(name, {})[key] = None
        return self._before.get(check, ())

    def put(self) -> None:
        """Keep what passed, and of checks that were not asked for what passed them before, unless
        the program was changed since it was loaded.
        """
        if self.path is None or self._before is None:
            return
        passed = {**self._before, **self._now}
        if passed == self._before:
            return
        if not is_as_loaded():
            return
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            lines = "\n".join(f"{check} {key}" for check in passed for key in passed[check])
            content = sealed(lines.encode(), self.engine)
            write_whole(self.path, content, is_lasting=False, is_private=True)
