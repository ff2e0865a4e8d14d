"""Rows of bars: names and bars apart."""

from __future__ import annotations

import pytest

from charts.layout.text_layout import LINE
from charts.spec import ChartSpec
from tests.charts.drawn import group, points, read, text_boxes
from tests.charts.examples import AGAINST, MIXED, ORGANISATIONS


@pytest.mark.parametrize(
    "spec", [ORGANISATIONS, MIXED, AGAINST], ids=["bounds", "mixed", "against"]
)
def test_on_a_phone_a_name_keeps_its_distance_from_its_bar(spec: ChartSpec) -> None:
    root = read(spec)
    for datum in (datum for datum in spec.data if datum.value != 0):
        name = next(text_boxes(group(root, datum.id)))
        marks = [y for _, y in points(group(root, datum.id))]
        assert min(marks) >= name.top + LINE + 4
