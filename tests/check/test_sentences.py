"""What a chart's words claim is held against its figures, and no word appears twice in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.types import ProblemsOf

UNITS = 'bed: {words: [张], zh: 张, en: beds}\npercent: {words: ["%"], zh: "%", en: "%"}\n'
DATASET = """\
title: {zh: 养老床位, en: Elderly-care beds}
topic: elderly-care
defaults: {source: bulletin, area: cn, period: 2024-12-31, status: observed}
indicators:
  few: {title: {zh: 少, en: Few}, unit: bed, observations: [{printed: 300张}]}
  more: {title: {zh: 多, en: More}, unit: bed, observations: [{printed: 499张}]}
  open: {title: {zh: 超过, en: Over}, unit: bed, observations: [{printed: 超过200张}]}
  share: {title: {zh: 比重, en: Share}, unit: percent, observations: [{printed: 95%以上}]}
"""
CHART = "content/charts/beds.yaml"
TOPIC = "content/topics/elderly-care/{}.md"
WRITTEN = "---\ntitle: {}\nstandfirst: {}\nleads: [care.few]\n---\n\n{}\n\n[[chart:beds]]\n"


@pytest.fixture
def found(problems_of: ProblemsOf) -> Callable[..., list[str]]:
    """Place and slug of each problem about the words of a little site with one chart of ``few`` and
    ``more``, or of what ``data`` lists.
    """

    def problems(
        chart: str = "", zh: str = "床位。", en: str = "Beds.", data: str = "care.few, care.more"
    ) -> list[str]:
        files = {
            "content/units.yaml": UNITS,
            "content/datasets/care.yaml": DATASET,
            CHART: f"kind: bars\ntitle: {{zh: 床位, en: Beds}}\ndata: [{data}]\n{chart}",
            TOPIC.format("zh"): WRITTEN.format("养老", "养老服务。", zh),
            TOPIC.format("en"): WRITTEN.format("Elderly care", "Care of the old.", en),
        }
        slugs = {"claim-contradicted", "claim-unchecked", "word-doubled"}
        return [f"{p.location} {p.check}" for p in problems_of(files) if p.check in slugs]

    return problems


Found = Callable[..., list[str]]


def finding(zh: str, en: str) -> str:
    """The line of a chart's finding."""
    return f'finding: {{zh: "{zh}", en: "{en}"}}\n'


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("机构最多，为[[care.more]]。", "Institutions are largest, with [[care.more]]."),
        (
            "社区最少，为[[care.few]]。",
            "There are [[care.more]] in institutions and, fewest, [[care.few]] at home.",
        ),
        ("每百张里有几张。", "Of every hundred a few, at most; in all not many."),
    ],
)
def test_a_claim_that_the_figures_bear_out_is_no_problem(zh: str, en: str, found: Found) -> None:
    assert found(finding(zh, en)) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("社区最多，为[[care.few]]。", "The largest is [[care.few]]."),
        ("机构最低，为[[care.more]]。", "The lowest is [[care.more]]."),
    ],
)
def test_a_claim_that_the_figures_contradict_is_an_error(zh: str, en: str, found: Found) -> None:
    places = [f"{CHART}:4:15", f"{CHART}:4:{15 + len(zh) + 2 + len(', en: ')}"]
    assert found(finding(zh, en)) == [f"{place} claim-contradicted" for place in places]


@pytest.mark.parametrize(
    ("zh", "en", "data"),
    [
        ("各项都有下文。", "Each has a successor.", "care.few, care.more"),
        ("大多在机构。", "Most are in institutions.", "care.few, care.more"),
        ("全部在机构。", "All of them are in institutions.", "care.few, care.more"),
        ("机构最大。", "The largest are institutions.", "care.few, care.more"),
        ("机构最大，为[[care.few]]。", "The largest is [[care.few]].", "care.few, care.open"),
    ],
    ids=["each", "most", "all", "no figure named", "an open bound"],
)
def test_a_claim_that_nothing_settles_wants_a_word_on_how_it_was_checked(
    zh: str, en: str, data: str, found: Found
) -> None:
    assert [one.rpartition(" ")[2] for one in found(finding(zh, en), data=data)] == [
        "claim-unchecked"
    ] * 2
    assert found(f"{finding(zh, en)}checked: by hand\n", data=data) == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (
            "床位。",
            "It stands at [[care.share]].",
            ["content/topics/elderly-care/en.md:7:11 word-doubled"],
        ),
        (
            "床位。",
            "Of [[care.few]] beds, some.",
            ["content/topics/elderly-care/en.md:7:4 word-doubled"],
        ),
        (
            "床位。",
            "More or less less of it, in in fact.",
            [
                "content/topics/elderly-care/en.md:7:9 word-doubled",
                "content/topics/elderly-care/en.md:7:26 word-doubled",
            ],
        ),
        ("不到一半的的床位。", "Beds.", ["content/topics/elderly-care/zh.md:7:5 word-doubled"]),
        (
            "超过[[care.open]]床位。",
            "Beds.",
            ["content/topics/elderly-care/zh.md:7:1 word-doubled"],
        ),
    ],
)
def test_a_word_that_stands_twice_is_told_where_it_begins(
    zh: str, en: str, expected: list[str], found: Found
) -> None:
    assert found(zh=zh, en=en) == expected


@pytest.mark.parametrize(
    "en",
    [
        "They say that that had had its day.",
        "At [[care.few|a few]].",
        "A well-known known and [[care.few]].",
    ],
)
def test_what_may_stand_twice_is_no_problem(en: str, found: Found) -> None:
    assert found(en=en) == []


def test_titles_and_notes_are_read_too(found: Found) -> None:
    assert found('note: {zh: 注, en: "Beds of of all kinds."}\n') == [f"{CHART}:4:19 word-doubled"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The fullest account has [[care.beds]].", ["fullest"]),
        ("en", "The latest count is [[care.beds]], the nearest [[care.beds|count]].", []),
        ("en", "The count is [[care.beds|the largest]].", ["largest"]),
        ("zh", "这家医院的账算得最细：[[care.beds]]。", ["最"]),
        ("zh", "最近一次数得[[care.beds]]。", []),
    ],
)
def test_a_superlative_in_a_text_is_a_warning(
    problems_of: ProblemsOf, language: str, text: str, told: list[str]
) -> None:
    title, standfirst = ("养老", "床位。") if language == "zh" else ("Care", "Beds.")
    page = f"---\ntitle: {title}\nstandfirst: {standfirst}\n---\n{text}\n"
    found = problems_of({f"content/topics/elderly-care/{language}.md": page})
    assert [one.message.split("`")[1] for one in found if one.check == "claim-unchecked"] == told
