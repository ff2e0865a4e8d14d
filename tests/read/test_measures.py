"""Measures and tiles: read by id, with what they name in its place."""

from __future__ import annotations

from pathlib import Path

from statsite.model import WrittenSite
from statsite.problems import Problem
from statsite.read.site import read_site
from tests.support.smallest import SMALLEST, write_files

MEASURES = """\
beds:
  title: {zh: 床位, en: Beds}
  differs: {zh: 口径不同。, en: They count differently.}
  indicators: [care.beds, care.homes]
"""


def _read(tmp_path: Path, **files: str) -> tuple[WrittenSite, list[Problem]]:
    write_files(
        tmp_path, {**SMALLEST, **{f"content/{name}.yaml": text for name, text in files.items()}}
    )
    site, problems = read_site(tmp_path)
    assert site is not None
    return site, problems


def test_a_measure_names_its_indicators_where_they_stand(tmp_path: Path) -> None:
    site, problems = _read(tmp_path, measures=MEASURES)
    measure = site.measures["beds"]
    assert [(one.id, one.location.line, one.location.column) for one in measure.indicators] == [
        ("care.beds", 4, 16),
        ("care.homes", 4, 27),
    ]
    assert measure.differs["en"] == "They count differently."
    assert problems == []


def test_a_measure_must_say_how_its_indicators_differ(tmp_path: Path) -> None:
    site, problems = _read(
        tmp_path,
        measures=MEASURES.replace("  differs: {zh: 口径不同。, en: They count differently.}\n", ""),
    )
    assert [problem.check for problem in problems] == ["field-missing"]
    assert site.measures == {}


def test_a_tile_may_be_of_an_area_that_is_not_declared(tmp_path: Path) -> None:
    site, problems = _read(
        tmp_path, tiles="cn-hn: {column: 5, row: 6, label: {zh: 湖南, en: HN}}\n"
    )
    tile = site.tiles["cn-hn"]
    assert (tile.column, tile.row, tile.label["zh"]) == (5, 6, "湖南")
    assert problems == []


def test_a_place_is_counted_from_one(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, tiles="cn-hn: {column: 0, row: 6, label: {zh: 湖南, en: HN}}\n")
    assert [(problem.check, problem.location.column) for problem in problems] == [
        ("number-malformed", 17)
    ]
