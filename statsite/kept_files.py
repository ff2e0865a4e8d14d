"""Files of the site before that need not be made again, since all that they are made from is the
same.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct, field

from statsite.fingerprint import Fingerprints, NoFingerprintError
from statsite.problems import Problem
from statsite.results import NOT_KEPT, Results

_T = TypeVar("_T")

#: So many values that were told are remembered; then each is forgotten unless it is told again: of
#: a page, nearly all is its own.
_REMEMBERED = 20_000


class Seen(Struct, frozen=True):
    """A file that was seen to hold what a build wrote: its ``size`` in bytes and ``sha256``, and
    the ``inode`` and time of the last change, ``changed``, in nanoseconds, of that moment.
    """

    size: int
    sha256: str
    inode: int
    changed: int

    def is_of(self, status: os.stat_result) -> bool:
        """Whether a file with this ``status`` is the one that was seen."""
        now = (status.st_size, status.st_ino, status.st_mtime_ns)
        return now == (self.size, self.inode, self.changed) and status.st_uid == os.geteuid()


class Unchanged(Struct, frozen=True):
    """A file of the site before that is to stay as it was ``seen``; ``again`` makes what it holds,
    for when it is no longer there.
    """

    seen: Seen
    again: Callable[[], bytes]

    def __len__(self) -> int:
        return self.seen.size


#: A file by its path, with what it is to hold.
File = tuple[str, bytes | Unchanged]


class MadeFile(Struct, frozen=True):
    """A file as it was made, maybe by another process: the fingerprint of what it was made from,
    its ``key``, is empty where that cannot be told; ``content`` is None where the file of the site
    before holds the same.
    """

    address: str
    content: bytes | None
    key: str = ""


class KeptFiles(Struct):
    """What is known of the site before: the ``keys`` of its files, which are fingerprints of what
    they were made from, and which of them were ``seen`` to be there still, both by address.

    ``engine`` is the fingerprint of what makes files, empty where nothing is to be kept;
    ``outline`` that of what all files were made from but for texts, empty where that is not known;
    ``texts`` those of the texts that files show, by address; ``problems`` are what was wrong with
    all but texts. In the file ``facts`` is kept what the site said but for them, in ``passed`` what
    checks found nothing wrong with; both are None where nothing is. ``now`` are the keys of the new
    site, ``outline_now``, ``texts_now`` and ``problems_now`` are its outline, texts and problems,
    ``results`` are those of its build, of which keys are some.
    """

    engine: str
    keys: Mapping[str, str] = {}
    seen: Mapping[str, Seen] = {}
    outline: str = ""
    texts: Mapping[str, str] = {}
    problems: tuple[Problem, ...] = ()
    facts: Path | None = None
    passed: Path | None = None
    outline_now: str = ""
    texts_now: dict[str, str] = {}
    problems_now: tuple[Problem, ...] = ()
    now: dict[str, str] = {}
    results: Results = NOT_KEPT
    _fingerprints: Fingerprints = field(default_factory=Fingerprints)

    def begin(self, digest: str) -> None:
        """Begin with a site of whose outline this is the digest, empty where it has none."""
        self.outline_now = f"{self.engine} {digest}" if self.engine and digest else ""

    @property
    def is_outline_same(self) -> bool:
        """Whether the site has the outline of the one before."""
        return bool(self.outline_now) and self.outline_now == self.outline

    def found(self, check: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What is wrong with all but the texts of the site, which ``check`` finds of its outline;
        it is asked only where that is another.
        """
        self.problems_now = self.problems if self.is_outline_same else tuple(check())
        return self.problems_now

    def untouched(self, address: str, text: object = None) -> MadeFile | None:
        """The file at ``address``, which shows no ``text`` but this, where the outline of the site
        is the same and so is that, and the file is there still; None where it may be another.
        """
        if not self.outline_now:
            return None
        if text is not None:
            self.texts_now[address] = self._key(text)
        is_same = self.is_outline_same and self._shows_the_same(address)
        if is_same and address in self.keys and address in self.seen:
            return MadeFile(address, None, self.keys[address])
        return None

    def _shows_the_same(self, address: str) -> bool:
        """Whether the file at ``address`` shows the text that it showed before, or no text now and
        then; what cannot be told whole is not the same.
        """
        now = self.texts_now.get(address)
        return now != "" and now == self.texts.get(address)

    def made(self, address: str, tell: Callable[[], _T], make: Callable[[_T], bytes]) -> MadeFile:
        """The file at ``address``, which ``make`` makes of nothing but what ``tell`` tells; its key
        is not remembered before ``file`` takes it.
        """
        if not self.engine:
            return MadeFile(address, make(tell()))
        telling = _Telling(tell)
        key = self.results.of(f"file {address}", lambda: self._key(telling()))
        return MadeFile(address, None if self._is_same(address, key) else make(telling()), key)

    def holding(self, address: str, content: bytes) -> MadeFile:
        """The file at ``address`` that holds what was made already; its key is the digest of it."""
        if not self.engine:
            return MadeFile(address, content)
        key = hashlib.sha256(content).hexdigest()
        return MadeFile(address, None if self._is_same(address, key) else content, key)

    def _is_same(self, address: str, key: str) -> bool:
        return bool(key) and self.keys.get(address) == key and address in self.seen

    def file(self, made: MadeFile, again: Callable[[], bytes]) -> File:
        """A file that was ``made``, as it is written; its key is remembered. ``again`` makes what
        it holds.
        """
        if made.key:
            self.now[made.address] = made.key
        if made.content is None:
            return made.address, Unchanged(self.seen[made.address], again)
        return made.address, made.content

    def _key(self, told: object) -> str:
        """The key of a file that is made of what is ``told``; empty where it has none."""
        if self._fingerprints.remembered > _REMEMBERED:
            self._fingerprints = self._fingerprints.following()
        try:
            return self._fingerprints.of((self.engine, told))
        except NoFingerprintError:
            return ""


class _Telling(Generic[_T]):
    """Tells once what ``tell`` does."""

    def __init__(self, tell: Callable[[], _T]) -> None:
        self._tell = tell
        self._told: list[_T] = []

    def __call__(self) -> _T:
        if not self._told:
            self._told.append(self._tell())
        return self._told[0]
