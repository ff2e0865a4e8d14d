"""A text in the wrong language, or left untranslated, is a warning; signs and names that no
language translates are none.
"""

from __future__ import annotations

import pytest

from statsite.problems import Problem, Severity
from tests.support.types import ProblemsOf

CARE = "content/datasets/care.yaml"
DATASET = """\
title: {{zh: 养老床位, en: Elderly-care beds}}
topic: elderly-care
defaults: {{source: bulletin, area: cn, period: 2024-12-31, status: observed}}
indicators: {{beds: {{unit: bed, observations: [{{printed: 799.3万张}}], title: {{zh: "{zh}", en: "{en}"}}}}}}
"""


def found(problems: tuple[Problem, ...]) -> list[str]:
    """Slug and line of each problem, all of them warnings."""
    assert {p.severity for p in problems} <= {Severity.WARNING}
    return [f"{p.check} {p.location.path}:{p.location.line}" for p in problems]


@pytest.mark.parametrize(
    ("zh", "en", "check"),
    [
        ("床位", "床位", "translation-same"),
        ("Beds", "Beds", "translation-same"),
        ("床位", "Number of 床位", "translation-mixed"),
        ("Beds", "Number of beds", "translation-foreign"),
        ("elderly care", "Elderly care", "translation-foreign"),
    ],
)
def test_a_text_in_the_wrong_language_is_a_warning(
    problems_of: ProblemsOf, zh: str, en: str, check: str
) -> None:
    assert found(problems_of({CARE: DATASET.format(zh=zh, en=en)})) == [f"{check} {CARE}:4"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("床位", "Beds"), ("床位", "Beds (床位)"), ("床位", "So-called “床位”"), ("COVID", "COVID"),
        ("PM₂.₅", "PM₂.₅"), ("pH", "pH"), ("km", "km"),
        ("APP下载", "App downloads"), ("H7N9", "H7N9"),
    ],
)  # fmt: skip
def test_translations_signs_and_glosses_are_no_problem(
    problems_of: ProblemsOf, zh: str, en: str
) -> None:
    assert problems_of({CARE: DATASET.format(zh=zh, en=en)}) == ()


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        pytest.param(
            "zh",
            "This page was never written in Chinese.",
            ["translation-foreign content/pages/about/zh.md:4"],
            id="a page in English",
        ),
        pytest.param(
            "en",
            "Words.\n\n本站的说明文字。",
            ["translation-mixed content/pages/about/en.md:6"],
            id="a paragraph in Chinese",
        ),
        pytest.param("en", "The suffix 余 says more than.", [], id="a word that the text is about"),
        pytest.param("en", "    本站的说明文字", [], id="code"),
        pytest.param("zh", "[[care.beds]]", [], id="only a figure"),
    ],
)
def test_a_page_in_the_wrong_language_is_a_warning(
    problems_of: ProblemsOf, path: str, body: str, expected: list[str]
) -> None:
    title = {"zh": "关于", "en": "About"}[path]
    assert (
        found(
            problems_of({f"content/pages/about/{path}.md": f"---\ntitle: {title}\n---\n{body}\n"})
        )
        == expected
    )


def test_a_source_in_english_keeps_its_name(problems_of: ProblemsOf) -> None:
    source = (
        "title: Bulletin\nlanguage: en\npublication: {zh: Nature, en: "
        "Nature}\npublished: {date: 2025-07-28}\n"
    )
    assert problems_of({"content/sources/bulletin.yaml": source}) == ()
