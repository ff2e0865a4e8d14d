"""What a site said when it was last read, but for its texts: reading it again takes longer than all
else that a build of a changed text does.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from contextlib import suppress
from dataclasses import dataclass, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from statsite.disk import read_regular, write_whole
from statsite.model import WrittenSite

#: The largest file that is read, in bytes; all that may be written of a site takes a fifth of it.
_LARGEST = 256 * 1024 * 1024
_DIGEST = hashlib.sha256().digest_size
#: The modules whose dataclasses and enumerations a site is made of.
_MODULES = frozenset(
    {
        "statsite.expressions",
        "statsite.grammar.pieces",
        "statsite.grammar.printed",
        "statsite.model",
        "statsite.periods",
        "statsite.problems",
        "statsite.quantity",
    }
)


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """The facts of the last site that was read without a problem in them, in the file at ``path``,
    by the ``engine`` of this fingerprint; without a path, nothing is kept.
    """

    path: Path | None = None
    engine: str = ""

    def get(self, digest: str) -> WrittenSite | None:
        """The site without its texts that was read from facts of this ``digest``
        (``WrittenSite.facts``); None where another one was kept, or what is kept is damaged.
        """
        if self.path is None:
            return None
        with suppress(OSError, pickle.UnpicklingError):
            kept = read_regular(self.path, _LARGEST, owner=os.geteuid())
            told = kept[_DIGEST:]
            if kept == self._marked(digest, told):
                site: WrittenSite = _OfSites(io.BytesIO(told)).load()
                return site
        return None

    def put(self, site: WrittenSite) -> None:
        """Keep what a ``site`` says but for its texts."""
        if self.path is None:
            return
        told = pickle.dumps(replace(site, topics={}, pages={}, texts={}, digest=""))
        with suppress(OSError):
            write_whole(self.path, self._marked(site.facts, told), is_lasting=False)

    def _marked(self, digest: str, told: bytes) -> bytes:
        """What is ``told`` behind the digest of what it was read from, by what, and of itself."""
        read_from = f"{self.engine}\0{digest}\0".encode()
        return hashlib.sha256(read_from + told).digest() + told


#: Where nothing is kept.
NO_FACTS = KeptFacts()


class _OfSites(pickle.Unpickler):
    """Reads nothing but what a site is made of, of which none does anything."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as pickle takes it
        if (module, name) == (Fraction.__module__, Fraction.__name__):
            return Fraction
        found = getattr(sys.modules.get(module), name, None) if module in _MODULES else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"no part of a site: {module}.{name}")
