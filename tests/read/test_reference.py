"""The field reference and the JSON Schema are made from the schema, and its examples are true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from statsite.read.entries import nested_entry
from statsite.read.reference import example_text, field_reference, json_schemas
from statsite.read.schema import (
    AreaEntry,
    ChartEntry,
    DatasetEntry,
    Entry,
    IgnoredEntry,
    PageEntry,
    SiteEntry,
    SourceEntry,
    TopicEntry,
    UnitEntry,
)
from statsite.read.yaml_tree import Fields, plain, read_tree

ROOTS = (
    SiteEntry,
    SourceEntry,
    AreaEntry,
    UnitEntry,
    DatasetEntry,
    ChartEntry,
    IgnoredEntry,
    TopicEntry,
    PageEntry,
)


def _below(entry: type[Entry]) -> Iterator[type[Entry]]:
    yield entry
    for field in entry.model_fields.values():
        nested = nested_entry(field.annotation)
        if nested:
            yield from _below(nested)


ENTRIES = tuple(dict.fromkeys(entry for root in ROOTS for entry in _below(root)))
FIELDS = tuple(
    (entry, name, field) for entry in ENTRIES for name, field in entry.model_fields.items()
)


@pytest.mark.parametrize(
    ("entry", "name", "field"),
    FIELDS,
    ids=[f"{entry.__name__}.{name}" for entry, name, _ in FIELDS],
)
def test_every_field_is_described_and_its_examples_are_valid(
    entry: type[Entry], name: str, field: FieldInfo
) -> None:
    assert field.description
    assert field.description.endswith((".", "`"))
    assert field.examples
    for example in field.examples:
        tree = read_tree(f"{name}: {example_text(example)}\n", entry.__name__, [])
        assert isinstance(tree, Fields)
        assert plain(tree.fields[name]) == example
        TypeAdapter(_validated(field)).validate_python(example)


def _validated(field: FieldInfo) -> Any:  # noqa: ANN401 - a type is what it gives
    """The type of a field with its validators."""
    return field.rebuild_annotation()


def test_the_check_of_examples_would_catch_a_wrong_one() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(_validated(AreaEntry.model_fields["kind"])).validate_python("provinz")


def test_the_reference_has_a_row_for_every_field() -> None:
    reference = field_reference()
    for _, name, field in FIELDS:
        assert f"| `{name}` | {'yes' if field.is_required() else 'no'} | " in reference
    assert (
        "| `part_of` | no | Id of the area it lies in; of a group, the area that holds all "
        "its members. | `cn` |"
    ) in reference


def test_every_row_of_the_reference_has_four_cells() -> None:
    rows = [line for line in field_reference().splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {5}


def test_there_is_a_json_schema_for_every_yaml_file() -> None:
    schemas = json_schemas()
    assert set(schemas) == {
        "site.yaml",
        "content/sources/*.yaml",
        "content/areas.yaml",
        "content/units.yaml",
        "content/datasets/*.yaml",
        "content/charts/*.yaml",
        "content/glossary.yaml",
        "content/rules/*.yaml",
        "content/releases.yaml",
        "content/measures.yaml",
        "content/tiles.yaml",
        "content/ignored.yaml",
    }
    by_slug = json.loads(json.dumps(schemas["content/datasets/*.yaml"]))["properties"][
        "indicators"
    ]["patternProperties"]
    (indicator,) = by_slug.values()
    observation = indicator["properties"]["observations"]["items"]
    assert indicator["required"] == ["title", "unit", "observations"]
    assert observation["additionalProperties"] is False
    assert observation["properties"]["status"]["anyOf"][0] == {
        "enum": ["observed", "target", "plan", "standard", "estimate", "derived"]
    }
