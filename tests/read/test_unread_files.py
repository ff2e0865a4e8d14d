"""What was declared but could not be read is known by its id, so that nothing else is blamed for
its absence.
"""

from __future__ import annotations

import sys

import pytest

from statsite.model import UnreadContent, WrittenSite
from statsite.problems import Problem, Severity
from statsite.read.site import read_site
from tests.support.types import ReadFiles, WriteSite

CARE = "content/datasets/care.yaml"
TITLE = "title: {zh: 床, en: Beds}\n"
DEFAULTS = "defaults: {source: bulletin, area: cn, period: 2024, status: observed}\n"
HEAD = TITLE + DEFAULTS + "indicators:\n"
BEDS = "  beds:\n    title: {zh: 床位, en: Beds}\n    unit: bed\n    observations:\n"
GOOD, BAD = "      - {key: 2024, printed: 10张}\n", "      - {key: 2023, printed: 数十张}\n"
SOURCE = "title: 题\npublication: {zh: 报, en: News}\npublished: {date: 2025}\n"


def _lost(found: tuple[WrittenSite | None, list[Problem]]) -> UnreadContent:
    site, _ = found
    assert site is not None
    return site.lost


def test_a_site_that_can_be_read_has_lost_nothing(read_files: ReadFiles) -> None:
    assert _lost(read_files()) == UnreadContent()
    assert not UnreadContent().may_name("cn")


@pytest.mark.parametrize(
    ("files", "lost", "not_lost"),
    [
        pytest.param(
            {"content/areas.yaml": "cn: {kind: country}\n"},
            ["area cn"],
            ["area cnn", "source cn"],
            id="area",
        ),
        pytest.param(
            {"content/areas.yaml": "cn: [\n"},
            ["area cn", "area any"],
            ["source any"],
            id="every area",
        ),
        pytest.param(
            {"content/areas.yaml": "- cn\n"}, ["area any"], ["unit any"], id="areas in a list"
        ),
        pytest.param(
            {"content/area.yaml": "", "content/areas.yaml": None},
            ["area any"],
            ["unit any"],
            id="areas under a wrong name",
        ),
        pytest.param(
            {"content/units.yaml": "bed: {zh: 张}\n"},
            ["unit bed", "figure care.beds"],
            ["unit ton"],
            id="unit and its figures",
        ),
        pytest.param(
            {"content/sources/plan.yaml": "title: x\n"},
            ["source plan"],
            ["source plans", "source bulletin"],
            id="source",
        ),
        pytest.param(
            {"content/sources/plan.yml": SOURCE},
            ["source plan"],
            ["source plans"],
            id="source with another suffix",
        ),
        pytest.param(
            {"content/sources/plan.yaml": b"\xd0\xd0"},
            ["source plan"],
            ["source plans"],
            id="source in another encoding",
        ),
        pytest.param(
            {"content/sources/old/plan.yaml": SOURCE},
            ["source plan"],
            ["chart plan"],
            id="folder of sources",
        ),
        pytest.param(
            {"content/source/plan.yaml": SOURCE},
            ["source plan"],
            ["chart plan"],
            id="folder of a wrong name",
        ),
        pytest.param(
            {"content/charts/beds.yaml": "kind: [\n"},
            ["chart beds"],
            ["chart bed", "figure beds"],
            id="chart",
        ),
        pytest.param(
            {"content/topics/roads/zh.md": "x"}, ["topic roads"], ["page roads"], id="topic"
        ),
        pytest.param(
            {"content/topics/roads.md": "x"},
            ["topic roads"],
            ["topic road"],
            id="topic without a folder",
        ),
        pytest.param({"content/pages/help/zh.md": "x"}, ["page help"], ["page about"], id="page"),
        pytest.param(
            {CARE: "title: [\n"},
            ["dataset care", "figure care.x@y"],
            ["dataset car", "figure car.x"],
            id="dataset",
        ),
        pytest.param(
            {"content/datasets/more.yml": HEAD},
            ["dataset more", "figure more.x"],
            ["figure care.x"],
            id="dataset called yml",
        ),
        pytest.param(
            {CARE: "title: {zh: 床}\n" + DEFAULTS + "indicators:\n" + BEDS + GOOD},
            ["dataset care", "figure care.beds@2024"],
            ["figure care.beds"],
            id="head of a dataset",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + BAD + GOOD},
            ["figure care.beds@2023"],
            ["dataset care", "figure care.beds@2025", "figure care.beds"],
            id="observation",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + "      - {kye: 2023, printed: 10张}\n"},
            ["figure care.beds@2023", "figure care.beds"],
            ["figure care.beds-more"],
            id="observation whose key is misspelt",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + "      - {key: , printed: 10张}\n"},
            ["figure care.beds@2023"],
            ["figure care.share"],
            id="empty key",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + BAD},
            ["figure care.beds@2023+plan.headline"],
            ["figure care.beds@2024+plan"],
            id="its further printings",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + "      printed: 10张\n"},
            ["figure care.beds@2023"],
            ["figure care.share"],
            id="no list",
        ),
        pytest.param(
            {CARE: TITLE + "indicators: [beds]\n"},
            ["figure care.beds"],
            ["figure more.beds"],
            id="list of indicators",
        ),
        pytest.param(
            {CARE: HEAD + BEDS + GOOD + BEDS + GOOD.replace("2024", "2025")},
            ["figure care.beds@2025"],
            ["figure more.beds"],
            id="indicator twice",
        ),
        pytest.param(
            {CARE: HEAD + BEDS.replace("bed\n", "tonne\n") + GOOD},
            ["figure care.beds@2024"],
            ["figure care.beds"],
            id="figures of an unknown unit",
        ),
        pytest.param(
            {CARE: HEAD.replace("2024", "20244") + BEDS + GOOD},
            ["figure care.beds@2024"],
            ["figure care.beds"],
            id="figures of a wrong default",
        ),
    ],
)
def test_what_cannot_be_read_is_lost_and_nothing_else(
    read_files: ReadFiles,
    files: dict[str, str | bytes | None],
    lost: list[str],
    not_lost: list[str],
) -> None:
    found = _lost(read_files(files))
    assert [one for one in lost if not found.holds(*one.split())] == []
    assert [one for one in not_lost if found.holds(*one.split())] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need POSIX")
@pytest.mark.parametrize(
    ("path", "lost"),
    [
        ("content/sources/plan.yaml", ("source", "plan")),
        ("content/areas.yaml", ("area", "any")),
        ("content/datasets", ("figure", "any.figure")),
        ("content/topics/elderly-care", ("topic", "elderly-care")),
    ],
)
def test_what_stands_behind_a_link_is_lost(
    write_site: WriteSite, path: str, lost: tuple[str, str]
) -> None:
    root = write_site()
    target = root / path
    if target.exists():
        target.rename(root.parent / "elsewhere")
    target.symlink_to(root.parent / "elsewhere")
    found = _lost(read_site(root))
    assert found.holds(*lost)
    assert not found.holds("chart", "beds")


@pytest.mark.skipif(sys.platform == "win32", reason="links need POSIX")
def test_everything_is_lost_where_content_is_a_link(write_site: WriteSite) -> None:
    root = write_site()
    (root / "content").rename(root.parent / "elsewhere")
    (root / "content").symlink_to(root.parent / "elsewhere")
    found = _lost(read_site(root))
    assert all(
        found.holds(what, "any")
        for what in ("source", "area", "unit", "dataset", "figure", "chart", "topic", "page")
    )


def test_a_warning_loses_nothing(read_files: ReadFiles) -> None:
    found = read_files(
        {"content/areas.yaml": "cn: {title: {zh: 全国, en: China}, kind: country}  # \u200b\n"}
    )
    assert [p.severity for p in found[1]] == [Severity.WARNING]
    assert _lost(found) == UnreadContent()


@pytest.mark.parametrize(
    "path", ["content/release.yaml", "content/notes.txt", "content/datasets/.more.yml"]
)
def test_files_that_declare_none_of_these_lose_nothing(read_files: ReadFiles, path: str) -> None:
    assert _lost(read_files({path: "x"})) == UnreadContent()


@pytest.mark.parametrize(
    ("files", "named", "not_named"),
    [
        pytest.param({CARE: HEAD + BEDS + BAD + GOOD}, ["bulletin", "cn", "bed"], ["beds", "plan", "source"], id="a lost figure"),
        pytest.param({CARE: "title: [bulletin\n"}, ["bulletin", "plan"], [], id="a lost dataset: anything"),
        pytest.param({"content/datasets/more.yml": "x"}, ["plan"], [], id="a dataset under a wrong name: anything"),
        pytest.param({"content/areas.yaml": "cn: {title: {zh: 全国, en: China}, kind: nation, part_of: asia}\n"}, ["asia"], ["cn"], id="a lost area"),
        pytest.param({"content/areas.yaml": "cn: [\n"}, ["asia"], [], id="lost areas: anything"),
        pytest.param({"content/units.yaml": "bed: {zh: 张}\n"}, ["bulletin", "cn", "bed"], ["percent"], id="figures of a lost unit"),
        pytest.param({"content/charts/beds.yaml": "kind: [cn\n"}, [], ["cn", "bulletin"], id="a lost chart names none of these"),
        pytest.param({"content/sources/plan.yaml": "title: cn\n"}, [], ["cn", "bulletin"], id="a lost source names none of these"),
        pytest.param({CARE: HEAD + BEDS + GOOD + GOOD.replace("10张", "9张, source: plan")}, ["plan"], ["gazette"], id="a figure that appears twice"),
    ],
)  # fmt: skip
def test_what_lost_things_name_may_be_used(
    read_files: ReadFiles,
    files: dict[str, str | bytes | None],
    named: list[str],
    not_named: list[str],
) -> None:
    lost = _lost(read_files(files))
    assert [name for name in named if not lost.may_name(name)] == []
    assert [name for name in not_named if lost.may_name(name)] == []
