"""Each data file of a site is the rows that it promises."""

from __future__ import annotations

import csv
import io
import json

import pytest

from statsite.plan.data_files import downloads
from statsite.plan.edition import Edition
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


@pytest.fixture
def editions(read_files: ReadFiles) -> list[Edition]:
    """The little site in both languages."""
    return [looked_up(read_files, language) for language in ("zh", "en")]


def _lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_json_and_csv_hold_the_same_figures(editions: list[Edition]) -> None:
    listed = [row["id"] for row in json.loads(downloads.observations_json_file(editions, ""))]
    assert listed == list(editions[0].site.observations)
    assert [row["id"] for row in _lines(downloads.observations_csv_file(editions, ""))] == listed


def test_a_dataset_holds_its_own_figures_only(editions: list[Edition]) -> None:
    assert {
        row["id"].partition(".")[0] for row in _lines(downloads.dataset_csv_file(editions, "loose"))
    } == {"loose"}
    assert "loose" in json.dumps(json.loads(downloads.dataset_json_file(editions, "loose")))


def test_sources_and_rules_and_corrections_are_lists(editions: list[Edition]) -> None:
    assert [row["id"] for row in json.loads(downloads.sources_json_file(editions, ""))] == [
        "bulletin"
    ]
    assert json.loads(downloads.corrections_json_file(editions, "")) == []
    assert isinstance(json.loads(downloads.rules_json_file(editions, "")), list)


def test_the_package_describes_every_table(editions: list[Edition]) -> None:
    described = json.loads(downloads.data_package_file(editions, ""))
    assert {"data/observations.csv", "data/care/care.csv"} <= {
        resource["path"] for resource in described["resources"]
    }
