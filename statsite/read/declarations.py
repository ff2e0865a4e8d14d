"""Entries: classes that declare field by field what a piece of YAML may hold, and are read so.

A field is an annotation, which says how it is read, and a ``field``, which describes it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import (
    Annotated,
    Any,
    Final,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from statsite.problems import did_you_mean
from statsite.read.field_errors import FieldError, Refused
from statsite.read.text import shown
from statsite.read.yaml_tree import punctuation_hint

#: The languages of a site; None where site.yaml does not tell.
Languages = tuple[str, ...] | None

#: Reads what is written on a site in these languages. Raises Refused.
Read = Callable[[Any, Languages], Any]


@dataclass(frozen=True, slots=True)
class ReadBy:
    """In an annotation: what ``read`` reads of what is written, by itself. Raises Refused."""

    read: Callable[[object], Any]


@dataclass(frozen=True, slots=True)
class ReadInLanguages:
    """In an annotation: what ``read`` reads for a site in its languages. Raises Refused."""

    read: Read


@dataclass(frozen=True, slots=True)
class ThenReadBy:
    """In an annotation: what ``read`` makes of what was read already. Raises Refused."""

    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Length:
    """In an annotation: how many things a list or map holds."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ReadApart:
    """In an annotation: stays as it is written, since the file's reader reads it by itself."""


@dataclass(frozen=True, slots=True, eq=False)
class JsonSchema:
    """In an annotation: what JSON Schema says of it."""

    schema: Mapping[str, object]


_REQUIRED: Final = object()


@dataclass(frozen=True, slots=True)
class Described:
    """What the class of an entry says of a field: it is required unless it has a ``default`` or
    something that makes one.
    """

    description: str
    examples: Sequence[object]
    length: Length
    default: object = _REQUIRED
    default_factory: Callable[[], object] | None = None

    @property
    def is_required(self) -> bool:
        """Whether it has to be written."""
        return self.default is _REQUIRED and self.default_factory is None

    def left_out(self) -> object:
        """Its value where it is not written."""
        return self.default_factory() if self.default_factory else self.default


def field(  # noqa: PLR0913 - one for each thing that may be said
    *,
    description: str,
    examples: Sequence[object],
    default: object = _REQUIRED,
    default_factory: Callable[[], object] | None = None,
    min_length: int = 0,
    max_length: int | None = None,
) -> Any:  # noqa: ANN401 - the type of the field that it describes
    """A field of an entry."""
    length = Length(min_length, max_length)
    return Described(description, examples, length, default, default_factory)


@dataclass(frozen=True, slots=True)
class Declared:
    """A field of an entry: how it is annotated, what is said of it, and what reads it."""

    annotation: Any
    said: Described
    read: Read


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Entry:
    """Keys and values that belong together; an unknown key is a problem."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as its fields are annotated
        for name, declared in fields_of(type(self)).items():
            if name not in given:
                given[name] = declared.said.left_out()
        vars(self).update(given)

    @classmethod
    def read(cls, written: object, languages: Languages) -> Self:
        """The entry that is ``written`` on a site in these languages. Raises Refused with all that
        is wrong in it.
        """
        if not isinstance(written, dict):
            raise Refused(_no_mapping(written))
        fields, parts, given = fields_of(cls), _Parts(languages), dict[str, Any]()
        for name, declared in fields.items():
            if name in written:
                given[name] = parts.read(name, declared.read, written[name])
            elif declared.said.is_required:
                parts.faults.append(FieldError("field-missing", "", at=(name,)))
        parts.faults.extend(_unknown(name, fields) for name in written if name not in fields)
        parts.refuse()
        entry = cls(**given)
        parts.faults.extend(entry.faults(languages))
        parts.refuse()
        return entry

    def faults(self, languages: Languages) -> Iterator[FieldError]:  # noqa: ARG002 - for those that ask
        """What is wrong between its fields, each of which could be read."""
        return iter(())


_FIELDS = dict[type[Entry], Mapping[str, Declared]]()


def fields_of(entry: type[Entry]) -> Mapping[str, Declared]:
    """The fields of an entry by name, in their order."""
    if entry not in _FIELDS:
        _FIELDS[entry] = _declared(entry)
    return _FIELDS[entry]


def _declared(entry: type[Entry]) -> Mapping[str, Declared]:
    """The same, as its annotations say."""
    hints = get_type_hints(entry, include_extras=True)
    return {
        name: Declared(annotation, said, _limited(reader_of(annotation), said.length))
        for name, annotation in hints.items()
        if isinstance(said := getattr(entry, name, None), Described)
    }


def nested_entry(annotation: Any) -> type[Entry] | None:  # noqa: ANN401 - an annotation may be anything
    """The entry that a field of type ``annotation`` holds, alone or in a list or map; None where it
    holds none.
    """
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next(filter(None, map(nested_entry, get_args(annotation))), None)


def reader_of(annotation: Any) -> Read:  # noqa: ANN401 - as above
    """What reads a value of the type ``annotation``."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation.read
    parts = get_args(annotation)
    match get_origin(annotation):
        case kind if kind is Annotated:
            return _annotated(*parts)
        case kind if kind is list:
            return partial(_read_list, reader_of(parts[0]))
        case kind if kind is dict:
            return partial(_read_map, reader_of(parts[0]), reader_of(parts[1]))
        case _:
            return _read_by_shape(alternatives(annotation))


def alternatives(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    """The types of a union but that of nothing, which nobody can write."""
    return tuple(one for one in get_args(annotation) if one is not type(None))


def _annotated(of: Any, *said: object) -> Read:  # noqa: ANN401 - as above
    """What reads what is annotated with what is ``said`` of it."""
    read: Read | None = None
    for one in said:
        match one:
            case ReadBy():
                read = partial(_read_alone, one.read)
            case ReadInLanguages():
                read = one.read
            case ReadApart():
                read = _as_written
            case ThenReadBy():
                read = partial(_read_then, read or reader_of(of), one.read)
            case Length():
                read = _limited(read or reader_of(of), one)
    return read or reader_of(of)


def _read_by_shape(of: Sequence[Any]) -> Read:
    """What reads one of several types: an entry where keys and values are written, else a text."""
    if len(of) == 1:
        return reader_of(of[0])
    (entry,) = filter(nested_entry, of)
    (text,) = (one for one in of if one is not entry)
    return partial(_read_either, reader_of(text), reader_of(entry))


def _read_either(text: Read, mapping: Read, written: object, languages: Languages) -> object:
    return (mapping if isinstance(written, dict) else text)(written, languages)


def _read_alone(read: Callable[[object], object], written: object, _: Languages) -> object:
    return read(written)


def _as_written(written: object, _: Languages) -> object:
    return written


def _read_then(
    first: Read, then: Callable[[Any], object], written: object, languages: Languages
) -> object:
    return then(first(written, languages))


@dataclass(frozen=True, slots=True)
class _Parts:
    """Reads the parts of something; what is wrong in them joins ``faults``."""

    languages: Languages
    faults: list[FieldError] = dataclasses.field(default_factory=list)

    def read(self, step: str | int, read: Read, written: object, *, on_key: bool = False) -> Any:  # noqa: ANN401 - what is read
        """What is read of a part that is one ``step`` away, or is the key there."""
        try:
            return read(written, self.languages)
        except Refused as why:
            self.faults.extend(why.below(step, on_key=on_key))

    def refuse(self) -> None:
        """Raise Refused where there are faults."""
        if self.faults:
            raise Refused(*self.faults)


def _read_list(read: Read, written: object, languages: Languages) -> list[object]:
    if not isinstance(written, list):
        raise Refused(_no_list(written))
    parts = _Parts(languages)
    things = [parts.read(index, read, one) for index, one in enumerate(written)]
    parts.refuse()
    return things


def _read_map(
    read_key: Read, read: Read, written: object, languages: Languages
) -> dict[object, object]:
    if not isinstance(written, dict):
        raise Refused(_no_mapping(written))
    parts = _Parts(languages)
    things = {
        parts.read(key, read_key, key, on_key=True): parts.read(key, read, one)
        for key, one in written.items()
    }
    parts.refuse()
    return things


def _limited(read: Read, length: Length) -> Read:
    """What reads no more and no less than so many things; of too many, none is looked at."""
    return read if length == Length() else partial(_read_limited, read, length)


def _read_limited(read: Read, length: Length, written: object, languages: Languages) -> object:
    if isinstance(written, list) and length.most is not None and len(written) > length.most:
        raise Refused(_too_long(length.most))
    found = read(written, languages)
    if isinstance(written, list | dict) and len(written) < length.least:
        raise Refused(FieldError("field-empty", "nothing is listed here"))
    return found


def _unknown(name: str, fields: Iterable[str]) -> FieldError:
    hint = punctuation_hint(name) or did_you_mean(name, list(fields))
    return FieldError("field-unknown", "", hint, (name,), on_key=True)


def _too_long(most: int) -> FieldError:
    hint = "leave out what is not needed, or divide what it is listed in"
    return FieldError("list-too-long", f"more than {most} things are listed here", hint)


def _no_mapping(written: object) -> FieldError:
    hint = punctuation_hint(written) if isinstance(written, str) else ""
    message = f"keys and values are expected, not {_kind(written)}"
    return FieldError("mapping-expected", message, hint)


def _no_list(written: object) -> FieldError:
    hint = "write `[…]`, or items that begin with `- `"
    return FieldError("list-expected", f"a list is expected, not {_kind(written)}", hint)


def _kind(value: object) -> str:
    if isinstance(value, str):
        return shown(value) if value.strip() else "nothing"
    return "a list" if isinstance(value, list) else "keys and values"
