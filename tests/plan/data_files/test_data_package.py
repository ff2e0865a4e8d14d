"""The data package describes every table in the words of every language, names terms and articles,
and is one by the published standard.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from statsite.pipeline import check
from statsite.plan.data_files import data_package, exports
from statsite.plan.outputs import data_files
from tests.support.building import REAL, BuildOnce
from tests.support.types import WriteSite

#: Tables with every sort of figure, in two languages and in one.
SITES = ("gallery", "one-language", REAL)

LICENCE = (
    "data_licence: {name: CC-BY-4.0, url: https://creativecommons.org/licenses/by/4.0/}\n"
    "licence: {zh: 注明本站, en: Name this site}\n"
)
LOOSE = """\
title: {zh: 其他, en: Other}
description: {zh: 其他数字。, en: Other figures.}
defaults: {source: report, area: cn, period: 2024, status: observed}
indicators:
  people: {title: {zh: 人, en: People}, unit: person, observations: [{printed: 300余人}]}
"""
REPORT = """\
title: 年报
publication: {zh: 某局, en: An office}
published: {date: 2025-05, approximate: true, known_from: {zh: 文中线索, en: the text}}
kind: report
url: https://example.org/report
"""


def _package(root: Path) -> dict[str, Any]:
    return data_package.site_package(check(root).editions)


def _with(root: Path, more: str) -> Path:
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    return root


def test_each_csv_is_described_with_its_columns_in_their_order(write_site: WriteSite) -> None:
    editions = check(
        write_site({"content/datasets/loose.yaml": LOOSE.replace("report", "bulletin")})
    ).editions
    tables = {path: text for path, text in data_files(editions) if path.endswith(".csv")}
    resources = data_package.site_package(editions)["resources"]
    assert [one["path"] for one in resources] == [
        "data/observations.csv",
        "data/care/care.csv",
        "data/loose/loose.csv",
    ]
    for one in resources:
        header = tables[one["path"]].decode("utf-8-sig").partition("\r\n")[0].split(",")
        assert [field["name"] for field in one["schema"]["fields"]] == header


def test_a_column_is_told_in_every_language_of_the_site(write_site: WriteSite) -> None:
    fields = {f["name"]: f for f in _package(write_site())["resources"][0]["schema"]["fields"]}
    assert fields["value"] == {
        "name": "value",
        "type": "number",
        "title": "数值 / Value",
        "description": "印出的数，折成基本单位；区间为空。\n\nThe printed number in base units; empty for a range.",
    }
    assert fields["title_en"]["title"] == fields["title_zh"]["title"] == "指标 / Indicator"
    assert {name for name, field in fields.items() if field["type"] == "number"} == set(
        exports.COLUMNS_OF_NUMBERS
    )
    assert fields["conventional"]["type"] == "boolean"


def test_the_articles_of_a_table_are_its_sources(write_site: WriteSite) -> None:
    root = write_site({"content/datasets/loose.yaml": LOOSE, "content/sources/report.yaml": REPORT})
    package = _package(root)
    bulletin = {"title": "养老床位公报 (某报, 2025-07-28)"}
    report = {"title": "年报 (某局, 2025-05~)", "path": "https://example.org/report"}
    assert package["sources"] == [bulletin, report]
    assert [one["sources"] for one in package["resources"]] == [
        [bulletin, report],
        [bulletin],
        [report],
    ]


def test_the_licence_is_that_of_the_site(write_site: WriteSite) -> None:
    assert "licenses" not in _package(write_site())
    assert _package(_with(write_site(), LICENCE))["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "注明本站",
        }
    ]


def test_a_site_with_an_address_names_it(write_site: WriteSite) -> None:
    assert "homepage" not in _package(write_site())
    settings = write_site() / "site.yaml"
    text = settings.read_text("utf-8").replace("null", "https://example.org/health")
    settings.write_text(text, encoding="utf-8")
    assert _package(settings.parent)["homepage"] == "https://example.org/health"


def test_the_package_speaks_from_the_day_of_the_site(write_site: WriteSite) -> None:
    package = _package(write_site())
    assert (package["version"], package["created"]) == ("2025-12-01", "2025-12-01T00:00:00Z")


@pytest.mark.parametrize("name", SITES)
def test_the_package_and_every_row_of_its_tables_are_valid(name: str, built: BuildOnce) -> None:
    root = built(name).root
    descriptor = json.loads((root / "datapackage.json").read_text("utf-8"))
    report = Package(descriptor, basepath=str(root)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert len(report.tasks) == len(descriptor["resources"]) > 1
