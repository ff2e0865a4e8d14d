"""Fingerprints of what files are made from: two values have the same one only where they hold the
same.

Values are frozen: texts, numbers, days, and tuples, mappings and frozen dataclasses of them, and
functions of the program by their names. Anything else may hold more than it shows, and has none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType, MappingProxyType, NoneType
from typing import Any

#: Kinds of values that their ``repr`` tells whole.
_TOLD_WHOLE = (NoneType, bool, int, float, Decimal, Fraction, dt.date, dt.datetime, PurePath)


#: What is told in fewer bytes stands as it is in what holds it: to digest and to remember it would
#: take longer than to tell it again.
_SHORT = 200

#: What tells a value as bytes.
_Tell = Callable[[Any], bytes]


@dataclass(frozen=True, slots=True)
class _Way:
    """How values of one type are told, and whether that ``opens`` them, since they hold others."""

    tell: _Tell
    opens: bool


class NoFingerprintError(TypeError):
    """A value that cannot be told from others."""


def attributes_of(names: list[str]) -> Callable[[Any], Sequence[object]]:
    """What gives the attributes of these names."""
    if not names:
        return lambda _: ()
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


class Fingerprints:
    """Fingerprints of values that do not change as long as this lives: a part that several share is
    looked at once, and one that was looked at ``before``, and lives still, is not again.
    """

    def __init__(self, before: Mapping[int, tuple[object, bytes]] | None = None) -> None:
        self._texts: dict[str, bytes] = {}
        self._known: dict[int, tuple[object, bytes]] = {}
        self._ways: dict[type, _Way] = {}
        self._before = before or {}

    def following(self) -> Fingerprints:
        """Fingerprints that remember the values that these looked at."""
        return Fingerprints(self._known)

    @property
    def remembered(self) -> int:
        """How many values these looked at."""
        return len(self._known)

    def of(self, value: object) -> str:
        """The fingerprint of ``value``. Raises NoFingerprintError."""
        return hashlib.sha256(self.told(value)).hexdigest()

    def told(self, value: object) -> bytes:
        """``value`` as bytes with which those of no other value begin: of what holds others, a
        digest where it would be long.
        """
        kind = type(value)
        if kind is str:
            return self._texts.get(value) or self._text(value)  # type: ignore[call-overload,arg-type]
        known = self._known.get(id(value)) or self._known_before(value)
        if known is not None:
            return known[1]
        way = self._ways.get(kind) or self._way(kind)
        told = way.tell(value)
        if not way.opens or len(told) < _SHORT:
            return told
        digest = b"#" + hashlib.sha256(told).digest()
        # The value is held, so that no other one gets its id.
        self._known[id(value)] = value, digest
        return digest

    def _known_before(self, value: object) -> tuple[object, bytes] | None:
        """A value that was looked at before, with its digest; None where it was not."""
        known = self._before.get(id(value))
        if known is not None:
            self._known[id(value)] = known
        return known

    def _text(self, text: str) -> bytes:
        told = _framed(b"str", text.encode("utf-8", "surrogatepass"))
        self._texts[text] = told
        return told

    def _way(self, kind: type) -> _Way:
        """How values of a ``kind`` are told, found once. Raises NoFingerprintError."""
        whole = _telling_whole(kind)
        found = _Way(whole, opens=False) if whole else _Way(self._opening(kind), opens=True)
        self._ways[kind] = found
        return found

    def _opening(self, kind: type) -> _Tell:
        """What opens values of a ``kind`` that hold others, with the fingerprints of these."""
        if is_dataclass(kind):
            return self._opening_dataclass(kind)
        if issubclass(kind, dict | MappingProxyType):
            return self._mapping
        if issubclass(kind, set | frozenset):
            return lambda value: self._all(b"set", sorted(value, key=self.told))
        if issubclass(kind, list | tuple):
            return lambda value: self._all(b"sequence", value)
        if issubclass(kind, partial):
            return lambda value: self._all(b"partial", (value.func, value.args, value.keywords))
        return _of_function

    def _mapping(self, value: Mapping[object, object]) -> bytes:
        return self._all(b"mapping", [part for pair in value.items() for part in pair])

    def _all(self, name: bytes, parts: Sequence[object]) -> bytes:
        texts, told = self._texts, self.told
        # Most parts are texts that were told before: for them no function is called.
        found = [(texts.get(part) if type(part) is str else None) or told(part) for part in parts]
        return b"%b %d:" % (name, len(parts)) + b"".join(found)

    def _opening_dataclass(self, kind: Any) -> _Tell:  # noqa: ANN401 - any dataclass
        made = kind.__dataclass_params__
        if not (made.frozen and made.eq):
            raise NoFingerprintError(f"a {kind.__qualname__} equals none but itself")
        name, parts = _name(kind), attributes_of([field.name for field in fields(kind)])
        return lambda value: self._all(name, parts(value))


def _telling_whole(kind: type) -> _Tell | None:
    """What tells values of a ``kind`` that hold no other one; None where they do."""
    name = _name(kind)
    if issubclass(kind, Enum):
        return lambda value: _framed(name, value.name.encode())
    if issubclass(kind, str):
        return lambda value: _framed(name, value.encode("utf-8", "surrogatepass"))
    if issubclass(kind, _TOLD_WHOLE):
        return lambda value: _framed(name, repr(value).encode())
    if issubclass(kind, re.Pattern):
        return lambda value: _framed(name, repr((value.pattern, value.flags)).encode())
    if issubclass(kind, bytes):
        return lambda value: _framed(b"bytes", value)
    return None


def _framed(name: bytes, content: bytes) -> bytes:
    return b"%b %d:" % (name, len(content)) + content


def _name(kind: type | Callable[..., object]) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__}".encode()


def _of_function(value: object) -> bytes:
    """A function by its name, where nothing but its text says what it does."""
    if isinstance(value, FunctionType) and not value.__closure__ and "<" not in value.__qualname__:
        return _framed(b"function", _name(value))
    raise NoFingerprintError(f"a {type(value).__qualname__} may hold anything")
