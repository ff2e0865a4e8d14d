"""Targets, plans and standards: what is due first, and the pages of one year, area,
topic or kind.
"""

from __future__ import annotations

from statsite.plan.targets import choices, choices_of, label, target_groups, told_count
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def test_what_is_due_stands_first_and_what_has_no_year_last(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    found = [
        (
            group.anchor,
            group.title,
            [(area, [figure.id for figure in figures]) for area, _, figures in group.areas],
        )
        for group in target_groups(edition.presenter, "", edition.figures)
    ]
    assert found == [
        ("due", "Targets due, result not recorded", [("Hunan", ["care.beds-planned@2024"])]),
        ("year-2030", "2030", [("Hunan", ["care.beds-planned@2030"])]),
        ("year-none", "No year", [("China", ["loose.staff"])]),
    ]


def test_there_is_a_page_for_every_year_area_topic_and_kind(read_files: ReadFiles) -> None:
    assert choices_of(looked_up(read_files).site) == [
        *(
            "year-2024",
            "year-2030",
            "year-none",
            "area-cn",
            "area-cn-hn",
            "topic-elderly-care",
            "topic-none",
            "status-target",
            "status-standard",
        ),
    ]


def test_a_page_of_an_area_has_its_targets_alone(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    assert [
        group.anchor for group in target_groups(edition.presenter, "area-cn-hn", edition.figures)
    ] == [
        "due",
        "year-2030",
    ]
    assert told_count(edition.presenter, "area-cn-hn") == "2 in all"
    assert told_count(edition.presenter, "area-cn") == "1 in all"


def test_choices_say_how_many_they_lead_to_and_which_is_chosen(read_files: ReadFiles) -> None:
    edition = looked_up(read_files)
    listed = {
        way.title: [(one.label, one.count, one.is_chosen) for one in way.choices]
        for way in choices(edition.presenter, "area-cn-hn")
    }
    assert listed["Area"] == [("China", 1, False), ("Hunan", 2, True)]
    assert list(listed) == ["Area"]
    (topics,) = [way for way in choices(edition.presenter, "") if way.title == "Topic"]
    assert [(one.label, one.count, one.is_chosen) for one in topics.choices] == [
        ("Elderly care", 2, False),
        ("Also in these articles", 1, False),
    ]
    assert label(edition.presenter, "year-none") == "No year"
