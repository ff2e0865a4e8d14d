"""What is said, as it is compared and as it is shown: two texts joined of other parts may read the
same, so the parts themselves are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from statsite.diff.excerpts import visible
from statsite.model import LocalisedText
from statsite.problems import Location

#: What became of a thing from one state of a site to another.
ChangeType = Literal["added", "removed", "renamed", "changed"]

#: Fields that say where a thing is written, not what it says.
_PLACES = frozenset({"location", "locations"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that is said: its ``exact`` form, by which alone two are equal, and the ``text``
    that is shown of it.
    """

    exact: str
    text: str = field(compare=False)

    @classmethod
    def of(cls, value: object, text: str) -> Statement:
        """``value``, shown as ``text``."""
        return cls(exact(value), text)


def localised_statement(words: LocalisedText) -> Statement:
    """What is said in every language."""
    return Statement.of(words, words_of(words))


def apart(before: Statement, after: Statement) -> tuple[str, str]:
    """The texts of two, or where these read the same and the two are not, the exact forms."""
    if before.text == after.text and before != after:
        return visible(before.exact), visible(after.exact)
    return before.text, after.text


def words_of(words: LocalisedText) -> str:
    """Words in every language, on one line."""
    return " / ".join(" ".join(text.split()) for text in words.values())


def exact(value: object) -> str:
    """A value without the places it was read at, as JSON: no two that differ are the same text."""
    return json.dumps(_parts(value), ensure_ascii=False)


def _parts(value: object) -> object:
    if isinstance(value, Struct):
        return _named_parts(said(value))
    if isinstance(value, Mapping):
        return _named_parts(value.items())
    if isinstance(value, tuple | list):
        return [_parts(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(exact(one) for one in value)
    return value if value is None or isinstance(value, bool) else str(value)


def _named_parts(named: Iterable[tuple[object, object]]) -> dict[str, object]:
    return {str(name): _parts(one) for name, one in named}


def said(thing: object) -> Iterator[tuple[str, object]]:
    """The fields of a Struct that say something, the places it was read at aside."""
    if isinstance(thing, Struct):
        for name in thing.__struct_fields__:
            value = getattr(thing, name)
            is_place = name in _PLACES or isinstance(value, Location)
            if not is_place and value not in (None, "", (), {}):
                yield name, value
