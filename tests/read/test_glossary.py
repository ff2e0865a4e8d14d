"""The glossary is read term by term, and what is wrong in it is told at its place."""

from __future__ import annotations

import pytest

from statsite.read.files import TERMS_LIMIT
from tests.support.types import ReadFiles

PATH = "content/glossary.yaml"
TERM = "{term: {zh: 床位, en: bed}, definition: {zh: 床。, en: A bed.}"


def test_a_term_is_read_with_all_that_is_said_of_it(read_files: ReadFiles) -> None:
    site, problems = read_files(
        {
            PATH: (
                f"bed: {TERM}, standard: {{zh: 标准, en: Standard}}, also: [berth, 铺位]}}\nward: "
                f"{TERM}}}\n"
            )
        }
    )
    assert problems == []
    assert site is not None
    bed, ward = site.glossary.values()
    assert (bed.id, bed.term["en"], bed.definition["zh"], bed.standard["en"], bed.also) == (
        "bed",
        "bed",
        "床。",
        "Standard",
        ("berth", "铺位"),
    )
    assert (ward.id, dict(ward.standard), ward.also) == ("ward", {}, ())
    assert str(bed.locations["also.1"]).startswith(f"{PATH}:1:")


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("- bed\n", "mapping-expected"),
        (
            "Bed: {term: {zh: 床位, en: bed}, definition: {zh: 床。, en: A bed.}}\n",
            "slug-malformed",
        ),
        ("bed: {term: {zh: 床位}, definition: {zh: 床。, en: A bed.}}\n", "translation-missing"),
        ("bed: {term: {zh: 床位, en: bed}}\n", "field-missing"),
        (f"bed: {TERM}, see: x}}\n", "field-unknown"),
    ],
)
def test_what_makes_no_term_is_told(read_files: ReadFiles, text: str, check: str) -> None:
    site, problems = read_files({PATH: text})
    assert [problem.check for problem in problems] == [check]
    assert problems[0].location.path == PATH
    assert site is not None
    assert dict(site.glossary) == {}


def test_there_are_no_more_terms_than_pages_can_look_for(read_files: ReadFiles) -> None:
    text = "".join(f"t{index}: {TERM}}}\n" for index in range(TERMS_LIMIT + 1))
    site, problems = read_files({PATH: text})
    assert [(problem.check, problem.location.line) for problem in problems] == [
        ("file-too-large", TERMS_LIMIT + 1)
    ]
    assert site is not None
    assert len(site.glossary) == TERMS_LIMIT


def test_a_link_to_a_glossary_that_cannot_be_read_is_not_blamed(read_files: ReadFiles) -> None:
    site, _ = read_files({PATH: "bed: {\n"})
    assert site is not None
    assert {what for what, _ in site.lost.ids} == {"term"}
