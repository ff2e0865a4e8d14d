"""Measures that compare, and tiles that are apart."""

from __future__ import annotations

from pathlib import Path

from statsite.assess.assessment import assess
from statsite.check.comparisons import measures_compare, tiles_stand_apart
from statsite.model import Site
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST, write_files

MEASURE = (
    "beds: {{title: {{zh: 床位, en: Beds}}, differs: {{zh: 不同。, en: They differ.}}, "
    "indicators: [{}]}}\n"
)
HOMES = (
    "  homes:\n    title: {zh: 家庭床位, en: Beds at home}\n    unit: bed\n    "
    "observations: [{printed: 34.7万张}]\n"
)


def _site(tmp_path: Path, name: str, text: str) -> Site:
    dataset = {"content/datasets/care.yaml": SMALLEST["content/datasets/care.yaml"] + HOMES}
    write_files(tmp_path, {**SMALLEST, **dataset, f"content/{name}.yaml": text})
    site, _ = read_site(tmp_path)
    assert site is not None
    return assess(site).site


def _measures(tmp_path: Path, indicators: str) -> list[str]:
    site = _site(tmp_path, "measures", MEASURE.format(indicators))
    return [problem.check for problem in measures_compare(site)]


def test_two_indicators_compare(tmp_path: Path) -> None:
    assert _measures(tmp_path, "care.beds, care.homes") == []


def test_an_indicator_is_named_once(tmp_path: Path) -> None:
    assert _measures(tmp_path, "care.beds, care.homes, care.beds") == ["measure-repeated"]


def test_one_figure_compares_with_nothing(tmp_path: Path) -> None:
    assert _measures(tmp_path, "care.beds") == ["measure-single"]


def test_an_indicator_that_is_not_known_is_told_elsewhere(tmp_path: Path) -> None:
    assert _measures(tmp_path, "care.bed") == []


def test_two_areas_do_not_share_a_tile(tmp_path: Path) -> None:
    tiles = (
        "a: {column: 1, row: 1, label: {zh: 甲, en: A}}\nb: {column: 1, row: 1, label: "
        "{zh: 乙, en: B}}\n"
    )
    (problem,) = tiles_stand_apart(_site(tmp_path, "tiles", tiles))
    assert (problem.check, problem.location.line) == ("tiles-overlap", 2)
