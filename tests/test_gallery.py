"""The gallery shows every kind of chart, each with the YAML that makes it."""

from __future__ import annotations

import pytest
import yaml

import charts
from tests.support.building import BuildOnce
from tests.support.paths import SITES

REQUESTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((SITES / "gallery/content/charts").glob("*.yaml"))
}


def test_every_kind_has_a_chart() -> None:
    assert {yaml.safe_load(text)["kind"] for text in REQUESTS.values()} == set(charts.CHART_KINDS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_chart_stands_above_its_own_yaml(language: str, built: BuildOnce) -> None:
    page = built("gallery").page(language, "topics/gallery/index.html")
    main = page.only("main")
    shown = [
        element
        for element in main.all()
        if element.tag == "pre" or "chart-figure" in element.classes
    ]
    pairs = list(zip(shown[::2], shown[1::2], strict=True))
    assert {
        figure.get("id").removeprefix("chart-"): written.raw_text for figure, written in pairs
    } == REQUESTS
