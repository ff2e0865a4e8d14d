"""Comparisons: declared measures, and indicators with several figures."""

from __future__ import annotations

from statsite.plan.comparisons import by_topic, comparison_ids
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def test_a_measure_compares_the_indicators_it_names(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert comparison_ids(edition.site) == ["all-beds"]
    shown = edition.comparisons["all-beds"]
    assert (shown.title, shown.differs, shown.topic) == (
        "Care beds",
        "One is observed, one a target.",
        "elderly-care",
    )
    assert shown.table.columns == ("2024", "Target 2024", "Target 2030", "Period not stated")
    assert [(row.head.title, row.head.about, row.head.definition) for row in shown.table.rows] == [
        ("China", "Beds", ""),
        ("Hunan", "Beds", ""),
        ("Hunan", "Beds to reach", "Including community beds."),
    ]


def test_an_indicator_with_several_figures_needs_no_measure(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, files={"content/measures.yaml": "{}\n"})
    assert comparison_ids(edition.site) == ["care.beds", "care.beds-planned"]
    shown = edition.comparisons["care.beds-planned"]
    assert (shown.title, shown.differs, shown.definition) == (
        "Beds to reach",
        "",
        "Including community beds.",
    )
    assert [(row.head.title, row.head.about) for row in shown.table.rows] == [("Hunan", "")]


def test_a_figure_is_led_to_the_comparisons_of_its_indicator(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert {name: [one.id for one in listed] for name, listed in edition.compared_in.items()} == {
        "care.beds": ["all-beds"],
        "care.beds-planned": ["all-beds"],
    }


def test_comparisons_of_several_topics_stand_last(read_files: ReadFiles) -> None:
    measures = (
        "people: {title: {zh: 人, en: People}, differs: {zh: 不同。, en: They "
        "differ.}, indicators: [care.guests, loose.staff]}\n"
    )
    edition = looked_up(read_files, files={"content/measures.yaml": measures})
    listed = by_topic(edition.comparisons, [("elderly-care", "Elderly care")], "Across topics")
    assert [(title, [one.address for one in group]) for title, group in listed] == [
        (
            "Elderly care",
            [edition.comparisons[name].address for name in ("care.beds", "care.beds-planned")],
        ),
        ("Across topics", [edition.comparisons["people"].address]),
    ]
