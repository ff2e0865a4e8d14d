"""JSON Schema says of each kind of field what its reader takes."""

from __future__ import annotations

from typing import Annotated, Any

import pytest

from statsite.model import Status
from statsite.read.declarations import Entry, JsonSchema, Length, ReadBy, ThenReadBy, field
from statsite.read.json_schema import json_schema

Word = Annotated[str, ReadBy(str), JsonSchema({"type": "string", "pattern": "^[a-z]+$"})]
WORD = {"type": "string", "pattern": "^[a-z]+$"}


class LeafEntry(Entry):
    """What is in it."""

    word: Word = field(description="A word.", examples=["a"])


class TreeEntry(Entry):
    """A tree.

    It holds others.
    """

    leaves: list[LeafEntry] = field(
        description="Its leaves.", examples=[[{"word": "a"}]], min_length=1, max_length=9
    )
    status: Annotated[Status, ReadBy(Status), JsonSchema({"enum": ["observed"]})] = field(
        description="How firm it is.", examples=["observed"], default=Status.OBSERVED
    )
    names: dict[Word, Word] = field(description="Names.", examples=[{}], default_factory=dict)


LEAF = {
    "type": "object",
    "title": "LeafEntry",
    "description": "What is in it.",
    "properties": {"word": {**WORD, "description": "A word.", "examples": ["a"]}},
    "required": ["word"],
    "additionalProperties": False,
}
REFERENCE = {"$ref": "#/$defs/LeafEntry"}


@pytest.mark.parametrize(
    ("annotation", "schema", "defined"),
    [
        (Word, WORD, {}),
        (Word | None, {"anyOf": [WORD, {"type": "null"}]}, {}),
        (list[Word], {"type": "array", "items": WORD}, {}),
        (
            Annotated[list[Word], ThenReadBy(sorted), Length(2, 5)],
            {"type": "array", "items": WORD, "minItems": 2, "maxItems": 5},
            {},
        ),
        (dict[Word, Word], {"type": "object", "patternProperties": {"^[a-z]+$": WORD}}, {}),
        (list[LeafEntry], {"type": "array", "items": REFERENCE}, {"LeafEntry": LEAF}),
        (Word | LeafEntry, {"oneOf": [WORD, REFERENCE]}, {"LeafEntry": LEAF}),
    ],
)
def test_each_kind_of_annotation_has_its_schema(
    annotation: Any,  # noqa: ANN401 - an annotation
    schema: dict[str, Any],
    defined: dict[str, Any],
) -> None:
    assert json_schema(annotation) == {**schema, "$defs": defined}


def test_an_entry_is_an_object_of_its_fields() -> None:
    assert json_schema(TreeEntry) == {
        "type": "object",
        "title": "TreeEntry",
        "description": "A tree.\n\nIt holds others.",
        "properties": {
            "leaves": {
                "type": "array",
                "items": REFERENCE,
                "minItems": 1,
                "maxItems": 9,
                "description": "Its leaves.",
                "examples": [[{"word": "a"}]],
            },
            "status": {
                "enum": ["observed"],
                "description": "How firm it is.",
                "examples": ["observed"],
                "default": "observed",
            },
            "names": {
                "type": "object",
                "patternProperties": {"^[a-z]+$": WORD},
                "description": "Names.",
                "examples": [{}],
            },
        },
        "required": ["leaves"],
        "additionalProperties": False,
        "$defs": {"LeafEntry": LEAF},
    }
