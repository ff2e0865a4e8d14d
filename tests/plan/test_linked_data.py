"""Linked data: a number is stated as a value only where the article prints it plainly; datasets say
what they hold, of when and where, and on which terms.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from statsite.pipeline import check
from statsite.plan.edition import Edition
from statsite.plan.linked_data import (
    catalog_linked_data,
    dataset_linked_data,
    figure_linked_data,
)
from tests.support.smallest import SMALLEST
from tests.support.types import WriteSite

DATASET = """\
title: {zh: 养老, en: Care}
description: {zh: 养老床位。, en: Beds in homes.}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    definition: {zh: 机构床位。, en: Those of institutions.}
    unit: bed
    observations:
      - {printed: 31031万张}
      - {key: over, printed: 超过8.5万张, period: 2020}
      - {key: about, printed: 约800张, period: 2021-03}
      - {key: range, printed: 800～1200张, period: ../2030, status: target}
      - {key: rule, printed: 不少于8张, period: unknown, status: standard}
"""


@pytest.fixture
def english(write_site: WriteSite) -> Edition:
    """A site without an address, in English."""
    return check(write_site({"content/datasets/care.yaml": DATASET})).editions[1]


@pytest.fixture
def published(write_site: WriteSite) -> Edition:
    """The same with an address and a licence."""
    settings = (
        SMALLEST["site.yaml"].replace("null", "https://example.org/site/")
        + "data_licence: {name: CC-BY-4.0, url: https://example.org/by}\n"
    )
    files = {"content/datasets/care.yaml": DATASET, "site.yaml": settings}
    return check(write_site(files)).editions[1]


def _value(edition: Edition, figure: str) -> dict[str, Any]:
    told = figure_linked_data(edition, edition.figures[figure])["value"]
    return {key: told.get(key) for key in ("value", "minValue", "maxValue", "description")}


@pytest.mark.parametrize(
    ("figure", "value", "low", "high", "told"),
    [
        ("care.beds", "310310000", "310305000", "310315000", "310.31 million beds"),
        ("care.beds@over", None, "85000", None, "more than 85,000 beds"),
        ("care.beds@about", None, "700", "900", "about 800 beds (by convention)"),
        ("care.beds@range", None, "800", "1200", "800–1,200 beds"),
        ("care.beds@rule", None, "8", None, "at least 8 beds"),
    ],
)
def test_a_qualified_number_is_never_a_value(  # noqa: PLR0913, PLR0917 - columns
    english: Edition, figure: str, value: str | None, low: str, high: str | None, told: str
) -> None:
    assert _value(english, figure) == {
        "value": value,
        "minValue": low,
        "maxValue": high,
        "description": told,
    }


@pytest.mark.parametrize(
    ("figure", "kind"),
    [("care.beds", "measuredValue"), ("care.beds@range", None), ("care.beds@rule", None)],
)
def test_what_was_set_is_not_called_measured(
    english: Edition, figure: str, kind: str | None
) -> None:
    told = figure_linked_data(english, english.figures[figure])
    assert told["variableMeasured"].get("statType") == kind


def test_a_dataset_with_a_target_calls_its_indicator_not_measured(published: Edition) -> None:
    told = dataset_linked_data(published, published.datasets["care"])
    assert [one.get("statType") for one in told["variableMeasured"]] == [None]


def test_an_observation_names_what_is_measured(english: Edition) -> None:
    told = figure_linked_data(english, english.figures["care.beds@over"])
    assert told["variableMeasured"] == {
        "@type": "StatisticalVariable",
        "name": "Beds",
        "identifier": "care.beds",
        "statType": "measuredValue",
        "unitText": "beds",
        "description": "Those of institutions.",
    }
    assert (told["identifier"], told["observationDate"]) == ("care.beds@over", "2020")


def test_a_dataset_says_what_it_holds(english: Edition) -> None:
    told = dataset_linked_data(english, english.datasets["care"])
    assert told["description"] == "Beds in homes. 5 figures · 2020–2030 · China · 1 article"
    assert told["temporalCoverage"] == "2020/2030"
    assert told["spatialCoverage"] == [{"@type": "Place", "name": "China"}]
    assert [one["identifier"] for one in told["variableMeasured"]] == ["care.beds"]
    assert told["creator"]["name"] == "Little site"
    assert told["version"] == "2025-12-01"
    assert "license" not in told


def test_without_an_address_files_are_named_from_the_page(english: Edition) -> None:
    told = dataset_linked_data(english, english.datasets["care"])
    assert [
        (one["encodingFormat"].rpartition(".")[2], one["contentUrl"])
        for one in told["distribution"]
    ] == [
        ("text/csv", "../../../data/care/care.csv"),
        ("text/csv", "care-readable.csv"),
        ("sheet", "care.xlsx"),
        ("application/json", "../../../data/care/care.json"),
    ]


def test_with_an_address_everything_has_its_whole_one(published: Edition) -> None:
    told = dataset_linked_data(published, published.datasets["care"])
    assert told["url"] == "https://example.org/site/en/data/care/"
    assert told["license"] == "https://example.org/by"
    assert told["includedInDataCatalog"]["url"] == "https://example.org/site/en/data/"
    assert [one["contentUrl"] for one in told["distribution"]] == [
        "https://example.org/site/data/care/care.csv",
        "https://example.org/site/en/data/care/care-readable.csv",
        "https://example.org/site/en/data/care/care.xlsx",
        "https://example.org/site/data/care/care.json",
    ]


def test_the_catalogue_lists_every_dataset(published: Edition) -> None:
    told = catalog_linked_data(published)
    assert told["@type"] == "DataCatalog"
    assert told["dataset"] == [
        {
            "@type": "Dataset",
            "name": "Care",
            "description": "Beds in homes.",
            "url": "https://example.org/site/en/data/care/",
            "license": "https://example.org/by",
        }
    ]
    assert json.loads(json.dumps(told)) == told
