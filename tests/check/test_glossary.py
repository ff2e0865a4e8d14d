"""Titles use the words of the glossary; what is within the right words is not another wording."""

from __future__ import annotations

import pytest

from statsite.problems import Severity
from tests.support.types import ProblemsOf

GLOSSARY = """\
facility:
  term: {zh: 卫生机构, en: health facility}
  definition: {zh: 看病的地方。, en: Where people are treated.}
  also: [health institution, facility, 医疗单位]
worker:
  term: {zh: 卫生人员, en: health worker}
  definition: {zh: 在那里工作的人。, en: Who works there.}
"""


def dataset(zh: str, en: str) -> dict[str, str]:
    """A dataset whose indicator, in line 6, has this title, beside the glossary."""
    text = (
        "title: {zh: 床, en: Beds}\ntopic: elderly-care\ndefaults: {source: bulletin, area: "
        "cn, period: 2024-12-31, status: observed}\n"
        f"indicators:\n  beds:\n    title: {{zh: {zh}, en: {en}}}\n    unit: bed\n    "
        f"observations: [{{printed: 799.3万张}}]\n"
    )
    return {"content/datasets/care.yaml": text, "content/glossary.yaml": GLOSSARY}


@pytest.mark.parametrize(
    "title",
    [
        "Health facilities",
        "Beds in a health facility",
        "Beds in health facility units",
        "Preinstitutional beds",
        "Health institutional care",
    ],
)
def test_a_title_in_the_words_of_the_glossary_is_no_problem(
    problems_of: ProblemsOf, title: str
) -> None:
    assert problems_of(dataset("卫生机构", title)) == ()


@pytest.mark.parametrize(
    ("zh", "en", "told", "words"),
    [
        ("床位", "Beds in Health Institutions", "Health Institutions", "health facility"),
        ("床位", "Beds in a facility", "facility", "health facility"),
        ("各医疗单位的床位", "Beds", "医疗单位", "卫生机构"),
    ],
)
def test_another_wording_is_a_warning_that_names_the_term(
    problems_of: ProblemsOf, zh: str, en: str, told: str, words: str
) -> None:
    (found,) = problems_of(dataset(zh, en))
    assert (found.check, found.severity, found.location.line) == (
        "term-mistranslated",
        Severity.WARNING,
        6,
    )
    assert found.message == f"`{told}` stands here, where the glossary says `{words}`"


def test_the_longest_wording_at_a_place_is_told_alone(problems_of: ProblemsOf) -> None:
    more = (
        "care:\n  term: {zh: 照护, en: care}\n  definition: {zh: 照护。, en: Care.}\n  "
        "also: [health]\n"
    )
    found = problems_of(
        {**dataset("床位", "Beds in health institutions"), "content/glossary.yaml": GLOSSARY + more}
    )
    assert [problem.message for problem in found] == [
        "`health institutions` stands here, where the glossary says `health facility`"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/areas.yaml", "cn: {title: {zh: 全国, en: Health institution}, kind: country}\n"),
        (
            "content/charts/beds.yaml",
            "kind: bars\ntitle: {zh: 床位, en: Health institutions}\ndata: [care.beds]\n",
        ),
        (
            "content/charts/beds.yaml",
            (
                "kind: bars\ntitle: {zh: 图, en: Beds}\ndata: [{id: care.beds, label: {zh: 床, "
                "en: Health institutions}}]\n"
            ),
        ),
        (
            "content/pages/about/en.md",
            "---\ntitle: Health institutions\n---\nAbout a health institution.\n",
        ),
    ],
)
def test_titles_of_all_sorts_are_looked_at_and_texts_are_not(
    problems_of: ProblemsOf, path: str, text: str
) -> None:
    found = [
        problem
        for problem in problems_of({"content/glossary.yaml": GLOSSARY, path: text})
        if problem.check == "term-mistranslated"
    ]
    assert [problem.location.path for problem in found] == [path]


@pytest.mark.parametrize(
    ("addition", "line"),
    [
        ("ward: {term: {zh: 卫生机构, en: ward}, definition: {zh: 房。, en: A room.}}\n", 8),
        (
            (
                "ward: {term: {zh: 病房, en: ward}, definition: {zh: 房。, en: A room.}, also: "
                "[Health Worker]}\n"
            ),
            8,
        ),
        (
            (
                "ward: {term: {zh: 病房, en: ward}, definition: {zh: 房。, en: A room.}, short: "
                "[Health Worker]}\n"
            ),
            8,
        ),
    ],
)
def test_one_wording_means_one_thing(problems_of: ProblemsOf, addition: str, line: int) -> None:
    (found,) = problems_of({"content/glossary.yaml": GLOSSARY + addition})
    assert (found.check, found.location.line) == ("term-ambiguous", line)


def test_the_note_of_the_newest_release_and_a_finding_use_the_words_of_the_glossary_too(
    problems_of: ProblemsOf,
) -> None:
    files = {
        **dataset("床位", "Beds"),
        "content/releases.yaml": (
            "first: {time: '2025-09-01T00:00:00Z', note: {zh: 第一版, en: A health institution}}\n"
            "second: {time: '2025-10-01T00:00:00Z', note: {zh: 再版, en: Each health institution}}\n"
        ),
        "content/charts/beds.yaml": (
            "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
            "finding: {zh: 床位都在这里。, en: Beds of a health institution.}\nchecked: by hand\n"
        ),
    }
    told = [one.location for one in problems_of(files) if one.check == "term-mistranslated"]
    assert sorted((place.path, place.line) for place in told) == [
        ("content/charts/beds.yaml", 4),
        ("content/releases.yaml", 2),
    ]
