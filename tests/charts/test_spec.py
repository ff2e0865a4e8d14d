"""What a chart shows is finished and frozen, and can be sent to another process."""

from __future__ import annotations

import pickle

import pytest

from charts.spec import ChartSpec, DatumRelation, DatumStatus
from tests.charts.drawn import chart, figure
from tests.charts.examples import ALL


@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_a_spec_is_the_same_in_another_process(spec: ChartSpec) -> None:
    assert pickle.loads(pickle.dumps(spec)) == spec  # noqa: S301 - written by this test


def test_a_spec_does_not_change() -> None:
    spec = chart("bars", figure("a", "1", 1))
    with pytest.raises(AttributeError, match="immutable"):
        spec.title = "x"  # type: ignore[misc]  # that is what is tried


@pytest.mark.parametrize("word", ["about", "<>", ""])
def test_relations_and_statuses_are_known_words(word: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        DatumRelation(word)
    with pytest.raises(ValueError, match="is not a valid"):
        DatumStatus(word)
