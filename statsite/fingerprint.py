"""Fingerprints of what files are made from: two values have the same one only where they hold the
same.

Values are frozen: texts, numbers, days, and tuples, mappings and frozen dataclasses of them, and
functions of the program by their names. Anything else may hold more than it shows, and has none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from pathlib import PurePath
from types import FunctionType, MappingProxyType, NoneType
from typing import Any

#: Kinds of values that their ``repr`` tells whole.
_TOLD_WHOLE = (NoneType, bool, int, float, Decimal, Fraction, dt.date, dt.datetime, PurePath)


class NoFingerprintError(TypeError):
    """A value that cannot be told from others."""


class Fingerprints:
    """Fingerprints of values that do not change as long as this lives: a part that several share is
    looked at once.
    """

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}
        self._known: dict[int, tuple[object, bytes]] = {}
        self._fields: dict[type, tuple[bytes, tuple[str, ...]]] = {}

    def of(self, value: object) -> str:
        """The fingerprint of ``value``. Raises NoFingerprintError."""
        return hashlib.sha256(self._told(value)).hexdigest()

    def _told(self, value: object) -> bytes:
        """``value`` as bytes with which those of no other value begin: of what holds others, a
        digest.
        """
        if type(value) is str:
            return self._texts.get(value) or self._text(value)
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        whole = _told_whole(value)
        if whole is not None:
            return whole
        digest = b"#" + hashlib.sha256(self._opened(value)).digest()
        # The value is held, so that no other one gets its id.
        self._known[id(value)] = value, digest
        return digest

    def _text(self, text: str) -> bytes:
        told = _framed(b"str", text.encode("utf-8", "surrogatepass"))
        self._texts[text] = told
        return told

    def _opened(self, value: object) -> bytes:
        """A value that holds others, with the fingerprints of these."""
        if is_dataclass(value) and not isinstance(value, type):
            return self._of_dataclass(value)
        if isinstance(value, dict | MappingProxyType):
            return self._all(b"mapping", [part for pair in value.items() for part in pair])
        if isinstance(value, set | frozenset):
            return self._all(b"set", sorted(value, key=self._told))
        if isinstance(value, list | tuple):
            return self._all(b"sequence", value)
        if isinstance(value, partial):
            return self._all(b"partial", (value.func, value.args, value.keywords))
        return _of_function(value)

    def _all(self, name: bytes, parts: Sequence[object]) -> bytes:
        return b"%b %d:" % (name, len(parts)) + b"".join(map(self._told, parts))

    def _of_dataclass(self, value: Any) -> bytes:  # noqa: ANN401 - any dataclass
        kind = type(value)
        if kind not in self._fields:
            made = kind.__dataclass_params__
            if not (made.frozen and made.eq):
                raise NoFingerprintError(f"a {kind.__qualname__} equals none but itself")
            self._fields[kind] = _name(kind), tuple(field.name for field in fields(kind))
        name, names = self._fields[kind]
        return self._all(name, [getattr(value, one) for one in names])


def _told_whole(value: object) -> bytes | None:
    """A value that holds no other one; None where it is none of these."""
    if isinstance(value, Enum):
        return _framed(_name(type(value)), value.name.encode())
    if isinstance(value, str):
        return _framed(_name(type(value)), value.encode("utf-8", "surrogatepass"))
    if isinstance(value, _TOLD_WHOLE):
        return _framed(_name(type(value)), repr(value).encode())
    if isinstance(value, bytes):
        return _framed(b"bytes", value)
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
