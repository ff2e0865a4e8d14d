"""Tables and pairs in prose name figures that are there, are where they are shown, and put nothing
in an order it has not.
"""

from __future__ import annotations

import pytest

from tests.support.types import ProblemsOf

ABOUT = "content/pages/about/en.md"
FRONT = "---\ntitle: About\n---\n"
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations: [{printed: 799.3万张}, {key: 2020, printed: 700万张, period: 2020}]
  wards:
    title: {zh: 护理床位, en: Nursing beds}
    unit: bed
    observations: [{printed: 300万张}]
  people:
    title: {zh: 老年人, en: Older people}
    unit: person
    observations: [{printed: 31031万人}]
"""
UNITS = (
    "bed: {words: [张], zh: 张, en: {one: bed, other: beds}}\nperson: {words: [人], zh: "
    "人, en: {one: person, other: people}}\n"
)


def page(body: str) -> dict[str, str]:
    """The English page about the site, whose body begins in line 4, beside three indicators."""
    return {ABOUT: FRONT + body, "content/datasets/care.yaml": DATASET, "content/units.yaml": UNITS}


@pytest.mark.parametrize(
    "body",
    [
        "[[table: care.beds, care.beds@2020]]",
        "[[table by value: care.beds,\n  care.wards | Beds of all kinds]]",
        "[[table: care.beds, care.people | Beds and people]]",
        "[[pair: care.beds, care.people]]",
        "Text\n\n[[pair: care.beds, care.wards | Beds]]\n\nText",
    ],
)
def test_what_can_be_shown_is_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert problems_of(page(body)) == ()


@pytest.mark.parametrize(
    ("body", "check", "place"),
    [
        pytest.param(
            "[[table: care.beds,\n care.bed | Beds]]",
            "unknown-id",
            "5:2",
            id="an id that is not there",
        ),
        pytest.param(
            "[[pair: care.beds, care.beds]]", "figure-repeated", "4:20", id="a pair of one figure"
        ),
        pytest.param(
            "[[table: care.beds, care.wards, care.beds | Beds]]",
            "figure-repeated",
            "4:33",
            id="a row twice",
        ),
        pytest.param(
            "Beds: [[pair: care.beds, care.wards]]", "block-in-line", "4:9", id="behind words"
        ),
        pytest.param("- [[pair: care.beds, care.wards]]", "block-in-line", "4:5", id="in a list"),
        pytest.param(
            "[[table biggest first: care.beds, care.beds@2020]]",
            "block-malformed",
            "4:3",
            id="an order there is not",
        ),
        pytest.param(
            "[[pair by value: care.beds, care.wards]]",
            "block-malformed",
            "4:3",
            id="a pair in an order",
        ),
        pytest.param("[[table: care.beds]]", "block-malformed", "4:3", id="a table of one"),
        pytest.param(
            "[[pair: care.beds, care.wards, care.people]]",
            "block-malformed",
            "4:3",
            id="a pair of three",
        ),
        pytest.param(
            "[[table: care.beds, care.wards]]",
            "caption-missing",
            "4:3",
            id="several indicators without a caption",
        ),
        pytest.param(
            "[[table by value: care.people, care.beds | All]]",
            "table-misleads",
            "4:3",
            id="an order over units",
        ),
        pytest.param(
            "[[pair: care.beds, care.wards | 12 beds]]",
            "bare-numeral",
            "4:33",
            id="a number in a caption",
        ),
        pytest.param(
            "[[table care.beds, care.wards]]", "reference-malformed", "4:1", id="no colon"
        ),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_place(
    problems_of: ProblemsOf, body: str, check: str, place: str
) -> None:
    found = [(problem.check, str(problem.location)) for problem in problems_of(page(body))]
    assert (check, f"{ABOUT}:{place}") in found
    assert {name for name, _ in found} == {check}


def test_ids_without_commas_are_told_once_what_parts_them(problems_of: ProblemsOf) -> None:
    found = [
        problem
        for problem in problems_of(page("[[table: care.beds、care.wards | Beds]]"))
        if problem.check == "block-malformed"
    ]
    assert next((str(one.location), one.hint) for one in found) == (
        f"{ABOUT}:4:3",
        "write [[id]] in a sentence",
    )
    assert (f"{ABOUT}:4:10", "write `,` between them") in [
        (str(one.location), one.hint) for one in found
    ]


def test_no_table_stands_in_the_finding_of_a_chart(problems_of: ProblemsOf) -> None:
    chart = (
        "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\nfinding: {zh: "
        '"[[pair: care.beds, care.wards]]", en: Beds}\n'
    )
    found = problems_of({**page("Text"), "content/charts/beds.yaml": chart})
    assert "reference-misplaced" in {problem.check for problem in found}
