"""JSON Schema of what entries declare, for completion in an editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from inspect import getdoc
from typing import Annotated, Any, get_args, get_origin

from statsite.read.declarations import (
    Declared,
    Entry,
    JsonSchema,
    Length,
    alternatives,
    fields_of,
)

_Schema = dict[str, Any]

_NOTHING: Mapping[str, str] = {"type": "null"}


def json_schema(annotation: Any) -> _Schema:  # noqa: ANN401 - an annotation may be anything
    """The JSON Schema of a file that holds what is annotated so."""
    made = _Schemas()
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return {**made.entry(annotation), "$defs": made.entries}
    return {**made.of(annotation), "$defs": made.entries}


@dataclass(frozen=True, slots=True)
class _Schemas:
    """Makes schemas; those of the ``entries`` in them stand once, by name."""

    entries: dict[str, _Schema] = field(default_factory=dict)

    def of(self, annotation: Any) -> _Schema:  # noqa: ANN401 - as above
        """What is annotated so."""
        if isinstance(annotation, type) and issubclass(annotation, Entry):
            return self._named(annotation)
        parts = get_args(annotation)
        match get_origin(annotation):
            case kind if kind is Annotated:
                return self._annotated(*parts)
            case kind if kind is list:
                return {"type": "array", "items": self.of(parts[0])}
            case kind if kind is dict:
                pattern = self.of(parts[0])["pattern"]
                return {"type": "object", "patternProperties": {pattern: self.of(parts[1])}}
            case _:
                return self._union(annotation)

    def entry(self, entry: type[Entry]) -> _Schema:
        """What an entry holds."""
        fields = fields_of(entry)
        required = [name for name, one in fields.items() if one.said.is_required]
        return {
            "type": "object",
            "title": entry.__name__,
            "description": getdoc(entry),
            "properties": {name: self._field(one) for name, one in fields.items()},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _named(self, entry: type[Entry]) -> _Schema:
        name = entry.__name__
        if name not in self.entries:
            self.entries[name] = {}
            self.entries[name] = self.entry(entry)
        return {"$ref": f"#/$defs/{name}"}

    def _annotated(self, of: Any, *said: object) -> _Schema:  # noqa: ANN401 - as above
        told = next((one.schema for one in said if isinstance(one, JsonSchema)), None)
        schema = dict(told) if told is not None else self.of(of)
        for length in (one for one in said if isinstance(one, Length)):
            schema |= _bounds(schema, length)
        return schema

    def _union(self, annotation: Any) -> _Schema:  # noqa: ANN401 - as above
        listed = [self.of(one) for one in alternatives(annotation)]
        schema = listed[0] if len(listed) == 1 else {"oneOf": listed}
        is_optional = type(None) in get_args(annotation)
        return {"anyOf": [schema, dict(_NOTHING)]} if is_optional else schema

    def _field(self, declared: Declared) -> _Schema:
        schema, said = self.of(declared.annotation), declared.said
        schema |= _bounds(schema, said.length)
        schema |= {"description": said.description, "examples": list(said.examples)}
        if said.is_required or said.default_factory:
            return schema
        default = said.default.value if isinstance(said.default, Enum) else said.default
        return {**schema, "default": default}


def _bounds(schema: _Schema, length: Length) -> _Schema:
    """How many things there may be in a list or map."""
    things = "Items" if schema.get("type") == "array" else "Properties"
    least = {f"min{things}": length.least} if length.least else {}
    most = {f"max{things}": length.most} if length.most is not None else {}
    return {**least, **most}
