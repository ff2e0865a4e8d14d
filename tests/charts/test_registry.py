"""Every kind of chart by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from charts import kinds
from charts.registry import REGISTRY, lay_out
from charts.values import replace
from tests.charts.examples import ALL


def test_every_module_of_a_kind_is_listed_under_its_name() -> None:
    modules = {path.stem for path in Path(str(kinds.__file__)).parent.glob("[a-z]*.py")}
    assert {name.replace("-", "_") for name in REGISTRY} == modules


def test_the_examples_that_tests_draw_are_of_every_kind() -> None:
    assert {spec.kind for spec in ALL.values()} == set(REGISTRY)


@pytest.mark.parametrize("name", REGISTRY)
def test_a_sound_chart_of_each_kind_has_no_fault_and_a_place_for_everything(name: str) -> None:
    spec = next(spec for spec in ALL.values() if spec.kind == name)
    assert list(REGISTRY[name].reasons(spec)) == []
    assert REGISTRY[name].lay_out(spec).height > 0


def test_a_layout_is_that_of_its_own_spec_however_often_it_is_asked_for() -> None:
    specs = [replace(spec, width=width) for spec in ALL.values() for width in (360, 640, 360)]
    assert [lay_out(spec) for spec in specs] == [REGISTRY[one.kind].lay_out(one) for one in specs]
