"""The charts that are measured are of every kind, and none is refused."""

from __future__ import annotations

import charts
from bench.drawing import COMPARED, SPECS


def test_a_sound_chart_of_every_kind_is_measured() -> None:
    assert {name: spec.kind for name, spec in SPECS.items()} == {
        name: name for name in charts.CHART_KINDS
    }
    assert [charts.refuse(spec) for spec in SPECS.values()] == [None] * len(SPECS)
    assert set(COMPARED) <= set(SPECS)
