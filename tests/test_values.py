"""Values of the program: what they are, and how one is made of another."""

from __future__ import annotations

import ast

import pytest

from statsite.problems import Location
from statsite.values import replace
from tests.support.paths import ROOT


def test_a_value_is_made_of_another_by_the_fields_that_differ() -> None:
    value = Location("content/areas.yaml", 3, 7)
    assert replace(value, line=5) == Location("content/areas.yaml", 5, 7)
    with pytest.raises(TypeError):
        replace(value, lines=1)  # type: ignore[call-arg]


def test_a_class_is_a_dataclass_only_where_a_struct_cannot_be_it() -> None:
    found = {
        node.name: bool(node.bases) or "compare=False" in ast.unparse(node)
        for package in ("statsite", "charts")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(one).split("(")[0] == "dataclass" for one in node.decorator_list)
    }
    assert [name for name, has_reason in found.items() if not has_reason] == []
    assert "EnglishFigures" in found
