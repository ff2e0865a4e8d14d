"""Fingerprints of what files are made from: two values have the same one only where they hold the
same.

Values are frozen: texts, numbers, days, and tuples, mappings, frozen Structs and frozen dataclasses
of them, and functions of the program by their names. Anything else may hold more than it shows, and
has none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType, MappingProxyType, NoneType
from typing import Any

from msgspec import Struct

#: Kinds of values that their ``repr`` tells whole.
_TOLD_WHOLE = (NoneType, bool, int, float, Decimal, Fraction, dt.date, dt.datetime, PurePath)


#: What is told in fewer bytes stands as it is in what holds it: to digest and to remember it would
#: take longer than to tell it again.
_SHORT = 200

#: What tells a value as bytes.
_Tell = Callable[[Any], bytes]


class _Way(Struct, frozen=True):
    """How values of one type are told: whether that ``opens`` them, since they hold others, and
    whether there is but one of each value (``is_single``), so that it is told once.
    """

    tell: _Tell
    opens: bool = False
    is_single: bool = False


class NoFingerprintError(TypeError):
    """A value that cannot be told from others."""


def attributes_of(names: Sequence[str]) -> Callable[[Any], Sequence[object]]:
    """What gives the attributes of these names."""
    if not names:
        return lambda _: ()
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


class _LookedAt(Struct, frozen=True):
    """What values were told as, by their ids, and these values: as long as one is held, no other
    gets its id.
    """

    told: dict[int, bytes] = {}
    held: list[object] = []


class Fingerprints:
    """Fingerprints of values that do not change as long as this lives: a part that several share is
    looked at once, and one that was looked at ``before``, and lives still, is not again.
    """

    def __init__(self, before: _LookedAt | None = None) -> None:
        self._texts: dict[str, bytes] = {}
        self._known = _LookedAt()
        self._ways: dict[type, _Way] = {}
        self._before = before or _LookedAt()

    def following(self) -> Fingerprints:
        """Fingerprints that remember the values that these looked at."""
        return Fingerprints(self._known)

    @property
    def remembered(self) -> int:
        """How many values these looked at."""
        return len(self._known.held)

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
        known = self._known.told.get(id(value))
        if known is not None:
            return known
        known = self._before.told.get(id(value))
        if known is not None:
            return self._remembering(value, known)
        way = self._ways.get(kind) or self._way(kind)
        told = way.tell(value)
        if way.opens and len(told) >= _SHORT:
            return self._remembering(value, b"#" + hashlib.sha256(told).digest())
        return self._remembering(value, told) if way.is_single else told

    def _remembering(self, value: object, told: bytes) -> bytes:
        self._known.told[id(value)] = told
        self._known.held.append(value)
        return told

    def _text(self, text: str) -> bytes:
        told = _framed(b"str", text.encode("utf-8", "surrogatepass"))
        self._texts[text] = told
        return told

    def _way(self, kind: type) -> _Way:
        """How values of a ``kind`` are told, found once. Raises NoFingerprintError."""
        whole = _telling_whole(kind)
        is_single = issubclass(kind, NoneType | bool | Enum)
        found = _Way(whole, is_single=is_single) if whole else _Way(self._opening(kind), opens=True)
        self._ways[kind] = found
        return found

    def _opening(self, kind: type) -> _Tell:
        """What opens values of a ``kind`` that hold others, with the fingerprints of these."""
        if issubclass(kind, Struct) or is_dataclass(kind):
            return self._opening_fields(kind)
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
        texts, known, told = self._texts, self._known.told, self.told
        # Most parts were told before: for them no function of this program is called.
        found = [
            (texts.get(part) if type(part) is str else known.get(id(part))) or told(part)
            for part in parts
        ]
        return b"%b %d:" % (name, len(parts)) + b"".join(found)

    def _opening_fields(self, kind: Any) -> _Tell:  # noqa: ANN401 - any Struct or dataclass
        if issubclass(kind, Struct):
            made, names = kind.__struct_config__, kind.__struct_fields__
        else:
            made, names = kind.__dataclass_params__, [one.name for one in fields(kind)]
        if not (made.frozen and made.eq):
            raise NoFingerprintError(f"a {kind.__qualname__} equals none but itself")
        name, parts = _name(kind), attributes_of(names)
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
