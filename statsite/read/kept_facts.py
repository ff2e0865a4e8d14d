"""What the files of a site but for its texts, and the engine's words, said when they were last
read: reading them again takes longer than all else that a build of a changed text does.

Each line of the file in which it is kept tells what was read of one file, or of those that are read
together, behind a fingerprint of all that it was read from. It is sealed JSON: a list of values,
each of which names those before it that it holds.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from msgspec import Struct

from statsite import expressions, model, periods, problems, quantity
from statsite.disk import read_regular, write_whole
from statsite.evidence import lock
from statsite.fingerprint import attributes_of
from statsite.grammar import pieces, printed
from statsite.loaded_program import is_as_loaded
from statsite.model import WrittenSite
from statsite.problems import Location, Problem
from statsite.sealed import sealed, unsealed

#: The largest file that is read, in bytes; all that may be written of a site takes a part of it.
_LARGEST = 256 * 1024 * 1024
#: A figure takes a kilobyte of the file, all of which is in memory while a site is read; and of a
#: site of more figures reading is a small part of what builds do.
MOST_FIGURES_KEPT = 10_000

#: How many characters the key of a line has.
_KEY = 64

_T = TypeVar("_T")

#: The modules whose Structs and enumerations a site is made of.
_MODULES: tuple[ModuleType, ...] = (
    expressions, lock, model, periods, pieces, printed, problems, quantity,
)  # fmt: skip


class KeptFacts(Struct):
    """What one build reads of files, by the ``engine`` of this fingerprint, and what the one before
    did, which it left in the file at ``path``; without a path, nothing is kept.

    ``_before`` are the lines of that file by their keys, ``_now`` those that hold now, None where
    there was none: what was read instead without a problem is one of ``_found``.
    """

    path: Path | None = None
    engine: str = ""
    _before: dict[str, bytes] | None = None
    _now: dict[str, bytes | None] = {}
    _found: dict[str, object] = {}

    def of(
        self, texts: Iterable[str], read: Callable[[], tuple[_T, tuple[Problem, ...]]]
    ) -> tuple[_T, tuple[Problem, ...]]:
        """What ``read`` reads of nothing but these ``texts``, and its problems."""
        if self.path is None:
            return read()
        key = _key(self.engine, *texts)
        line = self._lines(self.path).get(key)
        told = unsealed(line[_KEY:], key) if line else None
        if told is not None:
            self._now[key] = line
            kept: _T = _value_of(json.loads(told))
            return kept, ()
        found, problems = read()
        if not problems:
            self._now[key], self._found[key] = None, found
        return found, problems

    def _lines(self, path: Path) -> dict[str, bytes]:
        """The lines that the build before left, by their keys."""
        if self._before is None:
            self._before = {}
            with suppress(OSError):
                kept = read_regular(path, _LARGEST, owner=os.geteuid())
                self._before = {
                    line[:_KEY].decode("ascii", "replace"): line for line in kept.split(b"\n")
                }
        return self._before

    def put(self, site: WrittenSite) -> None:
        """Keep what was read of the files of this ``site``, unless it is too large or the program
        was changed since it was loaded.
        """
        if self.path is None or len(site.observations) > MOST_FIGURES_KEPT:
            return
        if self._now == self._before or not is_as_loaded():
            return
        lines = (line or _line(key, self._found[key]) for key, line in self._now.items())
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(self.path, b"\n".join(lines), is_lasting=False, is_private=True)


def _key(*texts: str) -> str:
    """A fingerprint of texts."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(hashlib.sha256(text.encode()).digest())
    return digest.hexdigest()


def _line(key: str, value: object) -> bytes:
    """A line that tells a ``value``. Raises KeyError where no site is made of it."""
    values = _Values()
    values.number(value)
    told = json.dumps(values.told, ensure_ascii=False, separators=(",", ":"))
    return key.encode() + sealed(told.encode(), key)


#: Where nothing is kept.
NO_FACTS = KeptFacts()


class _Values(Struct):
    """Values as JSON tells them: a text as it is; a place, as most are, as the number of its path,
    its line and column; any other as the name of its kind and the numbers of the values that it
    holds, or nothing, true or false. A mapping holds a tuple of its keys, which many share, and
    what is under each.
    """

    told: list[Any] = []
    _texts: dict[str, int] = {}
    _keys: dict[tuple[str, ...], int] = {}
    _numbers: dict[int, int] = {}
    _held: list[object] = []

    def number(self, value: object) -> Any:  # noqa: ANN401 - a number, or what JSON tells as it is
        """The number of a value, which is told if it was not. Raises KeyError where no site is made
        of it.
        """
        if value is None or value is True or value is False:
            return value
        if type(value) is str:
            return self._number_of_text(value)
        known = self._numbers.get(id(value))
        if known is None:
            known = self._numbers[id(value)] = self._add(self._told_of(value))
            self._held.append(value)  # so that no other one gets its id
        return known

    def _told_of(self, value: Any) -> list[Any]:  # noqa: ANN401 - as above
        """What tells a value that is no text."""
        if type(value) is Location:
            return [self._number_of_text(value.path), value.line, value.column]
        name, parts_of = _opening(type(value))
        parts = [self.number(part) for part in parts_of(value)]
        return [name, self._number_of_keys(value), *parts] if name == "mapping" else [name, *parts]

    def _number_of_keys(self, value: Mapping[str, object]) -> int:
        """The number of the keys of a mapping."""
        keys, numbers = tuple(value), [self._number_of_text(key) for key in value]
        known = self._keys.get(keys)
        if known is None:
            known = self._keys[keys] = self._add(["tuple", *numbers])
        return known

    def _number_of_text(self, text: str) -> int:
        """The number of a text. Raises KeyError where it is something else."""
        if type(text) is not str:
            raise KeyError(text)
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = self._add(text)
        return known

    def _add(self, told: object) -> int:
        self.told.append(told)
        return len(self.told) - 1


#: What kinds of values are called that hold others, or that a text tells, and what each holds.
_OPENED: dict[type, tuple[str, Callable[[Any], Iterable[object]]]] = {
    tuple: ("tuple", iter),
    list: ("list", iter),
    frozenset: ("set", iter),
    dict: ("mapping", lambda value: value.values()),
    int: ("int", lambda value: (str(value),)),
    Fraction: ("fraction", lambda value: (str(value),)),
}


def _opening(kind: type) -> tuple[str, Callable[[Any], Iterable[object]]]:
    """What a kind is called, and what tells its parts. Raises KeyError."""
    found = _OPENED.get(kind)
    if found is None:
        name = f"{kind.__module__}.{kind.__qualname__}"
        found = _OPENED[kind] = (name, _telling(_KINDS[name]))
    return found


def _telling(kind: type[Struct | Enum]) -> Callable[[Any], Iterable[object]]:
    """What tells the parts of values of a kind."""
    if issubclass(kind, Enum):
        return lambda value: (value.name,)
    return attributes_of(kind.__struct_fields__)


def _value_of(told: list[Any]) -> Any:  # noqa: ANN401 - the last of the values
    """The last of the values that are ``told``."""
    values, made = list[Any](), _MADE
    for one in told:
        if type(one) is str:
            values.append(one)
        elif type(one[0]) is int:
            path, line, column = one
            values.append(Location(values[path], line, column))
        else:
            name, *parts = one
            values.append(made[name](*[values[it] if type(it) is int else it for it in parts]))
    return values[-1]


def _kinds() -> Iterator[tuple[str, type[Struct | Enum]]]:
    for module in _MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Struct | Enum):
                yield f"{kind.__module__}.{kind.__qualname__}", kind


_KINDS: dict[str, type[Struct | Enum]] = dict(_kinds())


def _making(kind: type[Struct | Enum]) -> Callable[..., Any]:
    if issubclass(kind, Enum):
        return lambda name: kind[name]
    by_place = len(kind.__match_args__)
    names = kind.__struct_fields__[by_place:]
    if not names:
        return kind
    return lambda *parts: kind(*parts[:by_place], **dict(zip(names, parts[by_place:], strict=True)))


#: What makes a value of a kind of its parts.
_MADE: dict[str, Callable[..., Any]] = {
    "tuple": lambda *parts: parts,
    "list": lambda *parts: list(parts),
    "set": lambda *parts: frozenset(parts),
    "mapping": lambda keys, *values: dict(zip(keys, values, strict=True)),
    "int": int,
    "fraction": Fraction,
    **{name: _making(kind) for name, kind in _kinds()},
}
