"""What pages say to machines is what they say to people."""

from __future__ import annotations

from statsite.plan.linked_data import dataset_linked_data, figure_linked_data
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def test_a_figure_has_its_number_unit_place_and_article(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    told = figure_linked_data(edition, edition.figures["care.beds"])
    assert told["value"] == {
        "@type": "QuantitativeValue",
        "value": "7993000",
        "minValue": "7993000",
        "maxValue": "7993000",
        "unitText": "beds",
    }
    assert told["observationDate"] == "2024-12-31"
    assert told["isBasedOn"]["publisher"]["name"] == "Some News"
    assert "measurementQualifier" not in told


def test_a_bound_is_no_value_and_a_standard_is_told_as_one(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    told = figure_linked_data(edition, edition.figures["loose.staff"])
    assert told["value"].keys() & {"minValue", "maxValue"} == {"minValue"}
    assert told["measurementQualifier"]
    assert "observationDate" not in told


def test_a_dataset_has_both_files(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    told = dataset_linked_data(edition, edition.datasets["care"])
    assert [one["contentUrl"] for one in told["distribution"]] == [
        "data/care/care.csv",
        "data/care/care.json",
    ]
