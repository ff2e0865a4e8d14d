"""The list to search: what is in it, in which words and numbers, and in how many parts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from statsite.plan import searching
from statsite.plan.edition import Edition
from statsite.plan.searching import found_by, index, list_part, parts
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def _rows(edition: Edition) -> dict[str, list[Any]]:
    """The rows of the list by their addresses."""
    return {row[3]: row for part in parts(edition.site) for row in _handed_over(edition, part)[0]}


def _handed_over(edition: Edition, part: str) -> tuple[list[list[Any]], str]:
    """What a part of the list hands to the search script: rows, and traditional characters."""
    script = list_part([edition], part).decode()
    rows, variants = json.loads(
        f"[{script.removeprefix('addToSearchList(').removesuffix(');' + chr(10))}]"
    )
    return rows, variants


def test_chinese_titles_are_found_by_pinyin_and_by_traditional_characters(
    read_files: ReadFiles,
) -> None:
    rows, variants = _handed_over(looked_up(read_files, "zh"), "1")
    (words,) = [row[4] for row in rows if row[1] == "养老床位" and "indicators" in row[3]]
    assert "yanglaochuangwei" in words.split()
    assert "養养" in variants
    english, _ = _handed_over(looked_up(read_files), "1")
    assert not any("yanglao" in row[4] for row in english)


def test_topics_areas_comparisons_figures_datasets_sources_and_pages_are_found(
    read_files: ReadFiles,
) -> None:
    rows = _rows(looked_up(read_files))
    assert {
        *(
            "en/topics/elderly-care/index.html",
            "en/areas/cn-hn/index.html",
            "en/indicators/all-beds/index.html",
            "en/figures/care.beds/index.html",
        ),
        *(
            "en/data/care/index.html",
            "en/sources/bulletin/index.html",
            "en/about/index.html",
            "en/targets/index.html",
        ),
    } <= set(rows)


def test_a_figure_is_found_by_its_number_and_by_the_words_of_every_language(
    read_files: ReadFiles,
) -> None:
    row = _rows(looked_up(read_files))["en/figures/care.beds/index.html"]
    assert row == [
        *(
            "Figure",
            "Beds",
            "7.993 million beds · end of 2024 · China",
            "en/figures/care.beds/index.html",
        ),
        *("床位 全国 799.3万张", ["7993000"], "2024-12-31"),
        4 + 8,  # it opens the topic
    ]


def test_what_is_yet_to_come_is_no_more_recent_than_its_article(read_files: ReadFiles) -> None:
    rows = _rows(looked_up(read_files))
    assert rows["en/figures/care.beds-planned@2030/index.html"][6] == "2025-07-28"


def test_bounds_that_nothing_prints_are_no_numbers_to_find(read_files: ReadFiles) -> None:
    dataset = (
        "title: {zh: 甲, en: A}\ndefaults: {source: bulletin, area: cn, period: "
        "unknown, status: observed}\nindicators:\n"
    )
    figures = (
        "  a: {title: {zh: 乙, en: B}, unit: bed, observations: [{printed: 百余张}, "
        "{key: b, printed: 800～1200张}, {key: c, value: 79.0}]}\n"
    )
    rows = _rows(looked_up(read_files, files={"content/datasets/some.yaml": dataset + figures}))
    numbers = [rows[f"en/figures/some.a{key}/index.html"][5] for key in ("", "@b", "@c")]
    assert numbers == [["100"], ["800", "1200"], ["79"]]


def test_a_long_list_comes_in_parts(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "PART", 10)
    edition = looked_up(read_files)
    assert len(list(found_by(edition.site))) == 32
    assert parts(edition.site) == ("1", "2", "3", "4")
    assert [list_part([edition], part).count(b"index.html") for part in parts(edition.site)] == [
        10,
        10,
        10,
        2,
    ]


def test_the_index_holds_everything_by_letter(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, "zh")
    found = index(edition)
    assert sum(map(len, found.values())) == len(list(found_by(edition.site)))
    assert [(entry.title, sort) for entry, sort in found["C"]] == [
        ("重庆市", "地区"),
        *(("床位", "数字"), ("床位", "数字")),
        *(("床位目标", "数字"), ("床位目标", "数字")),
    ]


SETTINGS = """\
title: {zh: 站, en: Site}
languages: [zh, en]
as_of: 2025-12-01
topics: [elderly-care]
synonyms: [[Beds, 病床, places to lie], [nobody, 没人]]
"""


def test_what_a_title_names_is_found_by_other_words_for_it(read_files: ReadFiles) -> None:
    rows = _rows(looked_up(read_files, files={"site.yaml": SETTINGS}))
    words = rows["en/figures/care.beds/index.html"][4]
    assert "places to lie" in words
    assert "病床" in words
    assert "nobody" not in words


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Care BEDS", "beds 床"),  # in capitals, at the end
        ("病床", "beds"),  # a word of one letter, within another
        ("Bedside care, embedsed", ""),  # no word of its own
        ("老人的床", "beds elders"),  # of two groups, in their order
    ],
)
def test_words_that_readers_type_are_found_wherever_another_of_their_group_stands(
    read_files: ReadFiles, title: str, found: str
) -> None:
    topic = f"---\ntitle: {title}\nstandfirst: Told.\n---\n\nText.\n"
    files = {
        "site.yaml": SETTINGS.replace("synonyms: ", "synonyms: [[beds, 床], [老人, elders]] #"),
        "content/topics/elderly-care/en.md": topic,
        "content/topics/elderly-care/zh.md": topic,
    }
    row = _rows(looked_up(read_files, files=files))["en/topics/elderly-care/index.html"]
    words = row[4].split()
    assert [word for word in words if word in {"beds", "床", "老人", "elders"}] == found.split()


def test_a_section_of_a_topic_is_found_by_the_words_below_its_heading(
    read_files: ReadFiles,
) -> None:
    topic = "---\ntitle: {0}\nstandfirst: {1}\n---\n\n## {2}\n\n{3}\n"
    told = ("Care", "For the old.", "Where the beds are", "Most are in towns.")
    files = {
        "content/topics/elderly-care/en.md": topic.format(*told),
        "content/topics/elderly-care/zh.md": topic.format(
            "养老", "为老人。", "床位在哪", "多在城里。"
        ),
    }
    row = _rows(looked_up(read_files, files=files))[
        "en/topics/elderly-care/index.html#where-the-beds-are"
    ]
    assert row[:3] == ["Section of a page", "Where the beds are", "Care"]
    assert row[4] == "Most are in towns."


def test_a_section_of_a_page_that_editors_wrote_is_found_too(read_files: ReadFiles) -> None:
    page = "---\ntitle: {0}\nstandfirst: {1}\n---\n\n## {2}\n\n{3}\n"
    files = {
        "content/pages/about/en.md": page.format("About", "What this is.", "On paper", "Print it."),
        "content/pages/about/zh.md": page.format("关于", "这是什么。", "纸上", "请打印。"),
    }
    row = _rows(looked_up(read_files, files=files))["en/about/index.html#on-paper"]
    assert row[1:3] == ["On paper", "About"]
    assert row[4] == "Print it."


def test_the_targets_of_an_area_or_a_year_are_found(read_files: ReadFiles) -> None:
    rows = _rows(looked_up(read_files))
    assert rows["en/targets/area-cn-hn/index.html"][1:3] == [
        "Targets, plans and standards: Hunan",
        "2 in all · Targets due, result not recorded · 2030",
    ]
    assert rows["en/targets/year-2030/index.html"][1] == "Targets, plans and standards: 2030"
