"""“Now” is the day of the site, not that of an old figure."""

from __future__ import annotations

import pytest

from statsite.problems import Severity
from tests.support.types import ProblemsOf

DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, status: observed}
indicators:
  beds:
    title: {zh: 床位, en: Beds}
    unit: bed
    observations:
      - {printed: 799.3万张, period: 2024-12-31}
      - {key: 2019, printed: 700万张, period: 2019}
      - {key: since, printed: 900万张, period: 2019/..}
      - {key: undated, printed: 800万张, period: unknown}
      - {key: aim, printed: 950万张, period: 2020, status: target}
"""
OLD = "title: 公报\ntitle_translated: {en: Bulletin}\npublication: {zh: 某报, en: Some News}\n"


def files(language: str, text: str, published: str = "2025-07-28") -> dict[str, str]:
    """A site whose text of one language has this body."""
    page = f"---\ntitle: {{}}\nstandfirst: {{}}\n---\n{text} [[care.beds]]\n"
    words = ("养老", "床位。") if language == "zh" else ("Care", "Beds.")
    return {
        "content/datasets/care.yaml": DATASET,
        "content/sources/bulletin.yaml": f"{OLD}published: {{date: {published}}}\n",
        f"content/topics/elderly-care/{language}.md": page.format(*words),
    }


@pytest.mark.parametrize(
    ("language", "text", "word", "figure"),
    [
        ("en", "There are now [[care.beds@2019]].", "now", "care.beds@2019"),
        ("zh", "目前有[[care.beds@2019]]。", "目前", "care.beds@2019"),
        (
            "en",
            "Currently, that is [[care.beds]] and [[care.beds@2019]].",
            "Currently",
            "care.beds@2019",
        ),
    ],
)
def test_an_old_figure_beside_now_is_a_warning(
    problems_of: ProblemsOf, language: str, text: str, word: str, figure: str
) -> None:
    found = [one for one in problems_of(files(language, text)) if one.check == "now-outdated"]
    assert [one.severity for one in found] == [Severity.WARNING]
    assert found[0].message.startswith(f"`{word}` stands beside `{figure}`")


@pytest.mark.parametrize(
    "text",
    [
        "There are now [[care.beds]].",
        "There are now [[care.beds@since]].",
        "There are now [[care.beds@undated]].",
        "The aim was [[care.beds@aim]]; it has passed now.",
        "In 2019 there were [[care.beds@2019]]. Now there are more.",
        "What is known of [[care.beds@2019]] stands here.",
    ],
)
def test_what_is_of_the_last_year_or_in_another_sentence_is_none(
    problems_of: ProblemsOf, text: str
) -> None:
    found = problems_of(files("en", text))
    assert [one for one in found if one.check == "now-outdated"] == []


def test_a_figure_without_a_time_is_as_old_as_its_article(problems_of: ProblemsOf) -> None:
    text = "There are now [[care.beds@undated]]."
    found = problems_of(files("en", text, published="2024-03-05"))
    assert "now-outdated" in {one.check for one in found}
