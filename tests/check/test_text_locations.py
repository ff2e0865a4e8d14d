"""A character that a chart cannot show is found where an editor wrote it."""

from __future__ import annotations

import pytest

from statsite.assess.assessment import assess
from statsite.check.text_locations import location_of_character
from tests.support.smallest import SMALLEST
from tests.support.types import ReadFiles

CHART = "content/charts/beds.yaml"
BARS = "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [{id: care.beds, label: {zh: 标签, en: Label}}]\n"
AREAS, DATASET, SOURCE, UNITS, SITE = (
    "content/areas.yaml",
    "content/datasets/care.yaml",
    "content/sources/bulletin.yaml",
    "content/units.yaml",
    "site.yaml",
)


@pytest.mark.parametrize(
    ("path", "old"),
    [
        pytest.param(CHART, "zh: 床位", id="the chart's title"),
        pytest.param(CHART, "标签", id="a label"),
        pytest.param(DATASET, "indicators", id="nowhere"),
        pytest.param(AREAS, "全国", id="the area"),
        pytest.param(SOURCE, "某报", id="the publication"),
        pytest.param(SITE, "小站", id="the site"),
    ],
)
def test_it_is_looked_for_in_all_that_the_chart_shows(
    read_files: ReadFiles, path: str, old: str
) -> None:
    files = {**SMALLEST, CHART: BARS}
    files[path] = files[path].replace(old, old if old == "indicators" else f"{old}ᚠ")
    site, _ = read_files(files)
    assert site is not None
    found = location_of_character(assess(site).site, "beds", "zh", "ᚠ")
    expected = CHART if old == "indicators" else path
    assert found.path == expected
    if old != "indicators":
        line = files[path].splitlines()[found.line - 1]
        assert "ᚠ" in line
