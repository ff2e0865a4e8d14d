"""What is not finished is an error wherever it is; what is finished is none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statsite.problems import Problem, Severity
from tests.support.types import ProblemsOf

DATASET = """\
title: {{zh: 养老床位, en: Elderly-care beds}}
topic: elderly-care
defaults: {{source: bulletin, area: cn, period: 2024-12-31, status: observed}}
indicators:
  beds:
    title: {{zh: {zh}, en: {en}}}
    unit: bed
    observations:
      - printed: 799.3万张
"""
ABOUT = "content/pages/about/en.md"
ABOUT_ZH = "content/pages/about/zh.md"
SOURCE = (
    "title: 养老床位公报\ntitle_translated: {en: Bulletin}\npublication: {zh: 某报, en: "
    "Some News}\npublished: {date: 2025-07-28}\n"
)


def unfinished(problems: tuple[Problem, ...]) -> list[str]:
    """The places of what is not finished, each an error."""
    assert all(p.severity is Severity.ERROR for p in problems if p.check == "unfinished")
    return [str(p.location) for p in problems if p.check == "unfinished"]


@pytest.mark.parametrize(
    ("zh", "en", "column"),
    [
        ("床位", "TODO", 25),
        ("床位", "Beds (TODO)", 31),
        ("床位", '"TODO: beds"', 26),
        ("TODO", "Beds", 17),
        ("待补充", "Beds", 17),
        ("床位（待核对）", "Beds", 19),
        ("待翻译", "Beds", 17),
        ("床位", "TBD", 25),
        ("床位", "FIXME", 25),
        ("床位", "???", 25),
        ("床位？？？", "Beds", 19),
        ("床位", "…", 25),
        ("床位", "...", 25),
        ("床位", '"-"', 26),
        ("床位", "placeholder", 25),
        ("床位", "to be translated", 25),
        ("床位", '"[insert title here]"', 26),
        ("床位", "Lorem ipsum dolor", 25),
        ("占位文字", "Beds", 17),
        ("床位", "xxx", 25),
        ("床位", "ToDo", 25),
        ("床位", '"todo: beds"', 26),
        ("床位", "T O D O", 25),
        ("床位", "ＴＯＤＯ", 25),
        ("床位", "ТОDО", 25),
        ("床位", "**TO**DO", 27),
        ("床位", "TO&#68;O", 25),
        ("床位", "tbc", 25),
        ("床位", "Beds tbd", 30),
        ("床位", "WIP", 25),
        ("床位", "To be confirmed.", 25),
        ("床位", "Coming soon!", 25),
        ("床位", '"[placeholder text]"', 26),
        ("床位", "work in progress", 25),
        ("需补充", "Beds", 17),
        ("床位（需要核对）", "Beds", 19),
        ("待定稿", "Beds", 17),
        ("此处待填写", "Beds", 17),
        ("敬请期待", "Beds", 17),
        ("床位：内容待完善，敬请期待", "Beds", 26),
        ("内容待完善", "Beds", 17),
        ("此处待定", "Beds", 17),
        ("待核实", "Beds", 17),
        ("待補充", "Beds", 17),
        ("待 补 充", "Beds", 17),
        ("尚未完成", "Beds", 17),
        ("床位", "Beds TBA", 30),
        ("床位", "To come", 25),
        ("床位", "To be\u00a0written", 25),
        ("床位", "𝐓𝐎𝐃𝐎", 25),
        ("床位", "Ⓣⓞⓓⓞ：", 25),
        ("床位", "ᴛᴏᴅᴏ", 25),
        ("床位", "T.O.D.O.", 25),
        ("床位", "T-O-D-O", 25),
        ("床位", "n/a", 25),
        ("床位", "Fix me later", 25),
        ("床位", '"To do: count"', 26),
        ("床位", "Dummy text for now", 25),
        ("床位", "Beds of ____", 33),
        ("床位", "figure-01", 25),
        ("床位", '"figure-01"', 26),
        ("床位", "'indicator-01'", 26),
        ("床位", "Figure-1", 25),
        ("床位", "Beds of FIGURE-01 in towns", 33),
        ("见图figure-02。", "Beds", 19),
        ("床位", "Beds (indicator-3)", 31),
        ("床位", "todo", 25),
        ("床位", "Beds todo", 30),
        ("床位", "Beds (Todo)", 30),
        ("床位", "Beds (to do)", 30),
        ("床位", '"to do: check"', 26),
        ("床位", "To do", 25),
        ("xxx待补", "Beds", 17),
        ("床位TODO", "Beds", 19),
        ("TBD床位", "Beds", 17),
    ],
)
def test_a_text_that_is_not_written_yet_is_an_error_where_it_stands(
    problems_of: ProblemsOf, zh: str, en: str, column: int
) -> None:
    assert unfinished(
        problems_of({"content/datasets/care.yaml": DATASET.format(zh=zh, en=en)})
    ) == [f"content/datasets/care.yaml:6:{column}"]


@pytest.mark.parametrize(
    ("files", "places"),
    [
        pytest.param(
            {ABOUT: "---\ntitle: About\n---\n\nWords.\n\nTODO: more\n"},
            [f"{ABOUT}:7:1"],
            id="a text",
        ),
        pytest.param(
            {ABOUT: "---\ntitle: About\n---\n\nSome words [to be written].\n"},
            [f"{ABOUT}:5:12"],
            id="brackets",
        ),
        pytest.param({ABOUT: "---\ntitle: TBD\n---\n"}, [f"{ABOUT}:2:8"], id="a title"),
        pytest.param(
            {"content/pages/about/zh.md": "---\ntitle: 关于\n---\n\n此处填写说明\n"},
            ["content/pages/about/zh.md:5:1"],
            id="a Chinese paragraph",
        ),
        pytest.param(
            {"content/sources/bulletin.yaml": f"{SOURCE}# TODO: which page?\n"},
            ["content/sources/bulletin.yaml:5:3"],
            id="a comment",
        ),
        pytest.param(
            {"content/ignored.yaml": "bulletin:\n  - {printed: 5张, reason: TODO}\n"},
            ["content/ignored.yaml:2:27"],
            id="a reason",
        ),
        pytest.param(
            {
                "content/datasets/care.yaml": DATASET.format(zh="床位", en="Beds").replace(
                    "  beds:", "  figure-01:"
                )
            },
            ["content/datasets/care.yaml:5:3"],
            id="an id of a draft",
        ),
    ],
)
def test_unfinished_work_is_found_in_every_sort_of_file(
    problems_of: ProblemsOf, files: Mapping[str, str], places: list[str]
) -> None:
    assert unfinished(problems_of(files)) == places


def test_a_draft_refuses_a_build_though_nothing_else_is_wrong_with_its_words(
    problems_of: ProblemsOf,
) -> None:
    problems = problems_of(
        {
            "content/datasets/more.yaml": DATASET.format(zh="床位", en="TODO").replace(
                "  beds:", "  figure-1:"
            )
        }
    )
    assert unfinished(problems) == [
        "content/datasets/more.yaml:5:3",
        "content/datasets/more.yaml:6:25",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Figure 1 shows beds? No.", "---", "***", "- a", "What is to be done?", "a - b",
        "Write to us here.", "The todo list.", "XXL",
        "wait ...", "A [link](about)", "A method to do it.", "The mastodon, a todo list.",
        "See <https://statistics.gov.cn/figure-01.html>.", "The file figure-01.png.",
        "At [the report](https://statistics.gov.cn/report?id=figure-01#figure-01).",
        "Configure-1, the chart-topping city.",
        "Beds that are to be confirmed by the county are left out.",
    ],
)  # fmt: skip
def test_finished_english_is_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert unfinished(problems_of({ABOUT: f"---\ntitle: About\n---\n\n{body}\n"})) == []


@pytest.mark.parametrize(
    "body",
    ["制度有待补充和完善。", "结果待定的项目不计。", "座位和占位。", "怎么回事？", "……", "——"],
)
def test_finished_chinese_is_no_problem(problems_of: ProblemsOf, body: str) -> None:
    assert unfinished(problems_of({ABOUT_ZH: f"---\ntitle: 关于\n---\n\n说明：{body}\n"})) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("床位需补充", "Much is left to do: more beds are coming soon"),
        ("待定稿的床位", "What a placeholder bed is, and swipes"),
        ("床位", "*All* beds_to_do and `beds`"),
        ("床位", "Медицинский ТВС"),
    ],
)
def test_ordinary_words_are_finished(problems_of: ProblemsOf, zh: str, en: str) -> None:
    dataset = DATASET.format(zh=zh, en=f'"{en}"')
    assert unfinished(problems_of({"content/datasets/care.yaml": dataset})) == []
