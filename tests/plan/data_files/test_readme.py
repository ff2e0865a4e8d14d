"""The archive of a topic holds its figures in every format, and a text that names each file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping

import pytest
from frictionless import Package

from statsite.pipeline import check
from statsite.plan.data_files import data_package
from statsite.plan.outputs import data_files
from tests.support.types import WriteSite

OTHER = """\
title: {zh: 其他, en: Other}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024, status: observed}
indicators:
  people: {title: {zh: 人, en: People}, unit: person, observations: [{printed: 300余人}]}
"""
ADDRESS = "topics/elderly-care/elderly-care.zip"


@pytest.fixture
def files(write_site: WriteSite) -> Mapping[str, bytes]:
    """The files of a site, by their addresses."""
    return dict(data_files(check(write_site({"content/datasets/other.yaml": OTHER})).editions))


def _archive(files: Mapping[str, bytes], address: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(files[address])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_every_dataset_in_every_format(files: Mapping[str, bytes]) -> None:
    held = _archive(files, ADDRESS)
    assert list(held) == [
        "README.txt",
        "care-readable.csv",
        "care.csv",
        "care.json",
        "datapackage.json",
        "elderly-care.xlsx",
        "other-readable.csv",
        "other.csv",
        "other.json",
        "sources.json",
    ]
    assert held["care.csv"] == files["data/care/care.csv"]
    assert held["elderly-care.xlsx"] == files["topics/elderly-care/elderly-care.xlsx"]
    assert [one["id"] for one in json.loads(held["sources.json"])] == ["bulletin"]


def test_the_text_names_every_file_in_the_language_of_the_archive(
    files: Mapping[str, bytes],
) -> None:
    for address, first in ((ADDRESS, "养老服务"), (f"en/{ADDRESS}", "Elderly care")):
        held = _archive(files, address)
        text = held["README.txt"].decode("utf-8")
        assert text.startswith(f"{first}\r\n\r\n")
        assert [name for name in held if name != "README.txt" and f"{name}" not in text] == []
        assert "\n" not in text.replace("\r\n", "")


def test_the_text_says_of_when_it_is_how_to_cite_it_and_what_columns_hold(
    files: Mapping[str, bytes],
) -> None:
    text = _archive(files, f"en/{ADDRESS}")["README.txt"].decode("utf-8")
    assert "As of: 1 December 2025\r\n" in text
    assert "Little site. Elderly care[EB/OL]. (2025-12-01)[access date].\r\n" in text
    assert re.search(r"^title_zh, title_en: What is measured\.\r$", text, re.MULTILINE)


def test_its_data_package_describes_the_tables_beside_it(
    write_site: WriteSite, files: Mapping[str, bytes]
) -> None:
    editions = check(write_site({"content/datasets/other.yaml": OTHER})).editions
    descriptor = data_package.topic_package(editions[:1], "elderly-care")
    assert json.loads(_archive(files, ADDRESS)["datapackage.json"]) == descriptor
    assert [one["path"] for one in descriptor["resources"]] == ["care.csv", "other.csv"]
    assert Package.validate_descriptor(descriptor).valid
