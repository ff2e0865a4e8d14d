"""What checks found nothing wrong with: what a build looked at in vain, the next one need not look
at again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from statsite.disk import read_regular, write_whole
from statsite.loaded_program import is_as_loaded
from statsite.problems import Problem
from statsite.sealed import sealed, unsealed

#: The largest file that is read, in bytes: a line of 65 is kept of each file and chart.
_LARGEST = 64 * 1024 * 1024


@dataclass(slots=True)
class PassedChecks:
    """What passed a check by the ``engine`` of this fingerprint, in this build and in the one
    before, which left it in the file at ``path``; without a path, nothing is kept.

    ``_before`` and ``_now`` are digests of a check with all that it was told.
    """

    path: Path | None = None
    engine: str = ""
    _before: frozenset[str] | None = None
    _now: dict[str, None] = field(default_factory=dict)

    def of(
        self, check: str, told: str, find: Callable[[], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """What a ``check`` of that name finds: whether it does, ``find`` tells by nothing but what
        is ``told``; which problems these are may depend on more.
        """
        if self.path is None:
            return tuple(find())
        key = hashlib.sha256(f"{check}\0{told}".encode("utf-8", "surrogatepass")).hexdigest()
        found = () if key in self._passed_before(self.path) else tuple(find())
        if not found:
            self._now[key] = None
        return found

    def _passed_before(self, path: Path) -> frozenset[str]:
        """What passed in the build before."""
        if self._before is None:
            self._before = frozenset()
            with suppress(OSError):
                kept = unsealed(read_regular(path, _LARGEST, owner=os.geteuid()), self.engine)
                self._before = frozenset((kept or b"").decode("ascii", "replace").split("\n"))
        return self._before

    def put(self) -> None:
        """Keep what passed, where anything was checked, unless the program was changed since it was
        loaded.
        """
        if self.path is None or self._before is None or self._now.keys() == self._before:
            return
        if not is_as_loaded():
            return
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            content = sealed("\n".join(self._now).encode(), self.engine)
            write_whole(self.path, content, is_lasting=False, is_private=True)
