"""References and links in prose: what is one, where it is, and what is left when they
are blanked.
"""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.problems import line_and_column
from statsite.prose import (
    CHART_LINE,
    FIGURES_LINE,
    FigureBlock,
    ProseLink,
    ProseReference,
    begins_sentence,
    blanked,
    figure_blocks,
    links,
    references,
    sections,
)

MARKUP = st.text(alphabet="[]()|!\\ \n\tab.:-@1/数#`*", max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[care.beds]]", [ProseReference("figure", "care.beds", None, 1, 1)]),
        ("共[[ care.beds@2027 ]]张", [ProseReference("figure", "care.beds@2027", None, 1, 2)]),
        ("[[care.beds|养老床位]]", [ProseReference("figure", "care.beds", "养老床位", 1, 1)]),
        ("[[care.beds|]]", [ProseReference("figure", "care.beds", "", 1, 1)]),
        ("[[care.beds|two\nlines]]", [ProseReference("figure", "care.beds", "two\nlines", 1, 1)]),
        ("甲\n\n乙[[chart:beds]]", [ProseReference("chart", "beds", None, 3, 2)]),
        (
            "[[a.b]][[c.d]]",
            [
                ProseReference("figure", "a.b", None, 1, 1),
                ProseReference("figure", "c.d", None, 1, 8),
            ],
        ),
        ("| [[a.b|x]] |", [ProseReference("figure", "a.b", "x", 1, 3)]),
        ("[[[a.b]]]", [ProseReference("figure", "a.b", None, 1, 2)]),
        ("[[a b]]", []),
        ("[[\na.b]]", []),
        ("[[]]", []),
        ("[[a.b]", []),
        ("[a.b]", []),
        ("[[a.b|[x]]]", []),
        (
            "[[table: a.b,\n c.d | x]]",
            [
                ProseReference("figure", "a.b", None, 1, 10),
                ProseReference("figure", "c.d", None, 2, 2),
            ],
        ),
        (
            "[[pair:a.b,c.d]] [[e.f]]",
            [
                ProseReference("figure", name, None, 1, at)
                for name, at in (("a.b", 8), ("c.d", 12), ("e.f", 18))
            ],
        ),
        (
            "[[table.rows]] [[pair-x.y|a: b]]",
            [
                ProseReference("figure", "table.rows", None, 1, 1),
                ProseReference("figure", "pair-x.y", "a: b", 1, 16),
            ],
        ),
    ],
)
def test_a_reference_is_found_at_its_place(text: str, expected: list[ProseReference]) -> None:
    assert list(references(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见[数据](data)页", [ProseLink("data", 1, 7)]),
        ("甲\n[a](about#来源)", [ProseLink("about#来源", 2, 5)]),
        (
            "[a](https://example.org/x?y=1&z=%E6%95%B0#f)",
            [ProseLink("https://example.org/x?y=1&z=%E6%95%B0#f", 1, 5)],
        ),
        ("[**a**](b)[c](d)", [ProseLink("b", 1, 9), ProseLink("d", 1, 15)]),
        ("[a](javascript:x)", [ProseLink("javascript:x", 1, 5)]),
        ("![a](b)", []),
        ("\\[a](b)", []),
        ("[](b)", []),
        ("[a]()", []),
        ("[a](b c)", []),
        ('[a](b "c")', []),
        ("[a](<b>)", [ProseLink("<b>", 1, 5)]),
        ("[a](b(c))", []),
        ("[a](b[c])", []),
        ("[a](b\\c)", []),
        ("[a] (b)", []),
        ("[[a.b]](c)", []),
        ("[x [[a.b]] y](c)", []),
        ("[a](http://℀.example/)", []),
        ("[a](//数.example/)", []),
    ],
)
def test_a_link_is_found_at_its_target(text: str, expected: list[ProseLink]) -> None:
    assert list(links(text)) == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("共[[care.beds]]张", "共             张"),
        ("[[care.beds|8张]]", "            8张  "),
        ("[8张](data/2024)", " 8张            "),
        ("[[a.b|x\ny]]", "      x\ny  "),
        ("[[chart:x]]\n数", "           \n数"),
        ("![8](9)", "![8](9)"),
        ("[a](b) [[c.d]] 9", " a             9"),
        ("[[table: a.b,\nc.d | 9张\n]]9", "             \n      9张\n  9"),
    ],
)
def test_blanking_leaves_the_words(text: str, rest: str) -> None:
    assert blanked(text) == rest


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("[[chart:x]]", True),
        ("甲\n  [[ chart:x ]]\t\n乙", True),
        ("甲[[chart:x]]", False),
        ("[[chart:x]]。", False),
        ("- [[chart:x]]", False),
        ("> [[chart:x]]", False),
        ("[[chart:x|words]]", False),
        ("[[a.b]]", False),
    ],
)
def test_a_chart_has_a_line_of_its_own(text: str, is_alone: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(CHART_LINE.search(text)) is is_alone


@pytest.mark.parametrize(
    ("text", "kind", "order", "ids", "caption"),
    [
        ("[[table: a.b, c.d]]", "table", "", ("a.b", "c.d"), ""),
        (
            "[[ table  by  value : a.b ,\n c.d@1, | 床位 \n and beds ]]",
            "table",
            "by value",
            ("a.b", "c.d@1"),
            "床位 and beds",
        ),
        ("[[pair:a.b,c.d|]]", "pair", "", ("a.b", "c.d"), ""),
        ("[[table: a.b、c d]]", "table", "", ("a.b、c d",), ""),
        ("[[pair:]]", "pair", "", (), ""),
    ],
)
def test_a_table_or_pair_is_taken_apart(
    text: str, kind: str, order: str, ids: tuple[str, ...], caption: str
) -> None:
    (found,) = figure_blocks(f"甲\n\n{text}")
    assert (found.kind, found.order, found.ids, found.caption, found.line) == (
        kind,
        order,
        ids,
        caption,
        3,
    )
    assert FIGURES_LINE.search(f"甲\n{text}\n乙")


@pytest.mark.parametrize(
    "text",
    [
        "[[table]]",
        "[[table a.b]]",
        "[[tables: a.b]]",
        "[[table: [a]]]",
        "[[chart: table]]",
        "[table: a, b]",
    ],
)
def test_what_has_no_name_and_colon_is_no_table(text: str) -> None:
    assert list[FigureBlock](figure_blocks(text)) == []


@given(MARKUP)
def test_blanking_moves_nothing(text: str) -> None:
    rest = blanked(text)
    assert len(rest) == len(text)
    assert all(after in {before, " "} for before, after in zip(text, rest, strict=True))
    assert rest.count("\n") == text.count("\n")


@given(MARKUP)
def test_every_reference_and_link_stands_where_it_is_said_to(text: str) -> None:
    lines = text.split("\n")
    for reference in references(text):
        assert lines[reference.line - 1][reference.column - 1 :].startswith(
            ("[[", reference.id.partition("\n")[0])
        )
    for link in links(text):
        assert lines[link.line - 1][link.column - 1 :].startswith(link.target)


@given(st.text(max_size=20), st.sampled_from(("", "http://", "//", "https://a", "mailto:")))
def test_every_target_can_be_taken_apart(text: str, before: str) -> None:
    for link in links(f"[a]({before}{text})"):
        urlsplit(link.target)


@given(st.text(alphabet="a\n数", max_size=20), st.integers(0, 20))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    if offset <= len(text):
        line, column = line_and_column(text, offset)
        assert sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1 == offset


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "]",
        "[[",
        "[[a|",
        "[a](",
        "](",
        "[[a",
        "\\[",
        "![",
        "[a](/",
        "[[ ",
        "(",
        "[a](//",
        "|",
        "[[table:",
        "[[table",
        "[[pair: a,",
        "[[table: ,",
        "[[pair: |",
    ],
)
def test_hostile_brackets_are_read_in_seconds(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    started = time.process_time()
    list(references(text))
    list(CHART_LINE.finditer(text))
    list(FIGURES_LINE.finditer(text))
    blanked(text)
    for _ in zip(links(text), range(1000), strict=False):
        pass
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", True),
        ("**", True),
        ("  “", True),
        ("It ended. ", True),
        ("It ended.\n", True),
        ("It ended.” ", True),
        ("It **ended.** ", True),
        ("Did it? (", True),
        ("There were ", False),
        ("In all, ", False),
        ("Beds: ", False),
        ("Some of them, e.g. ", False),
        ("rank vs. ", False),
        ("version 2.", False),
    ],
)
def test_a_word_begins_a_sentence_or_does_not(before: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert begins_sentence(f"{before}about 30 people", len(before)) is expected


def test_sections_are_the_parts_below_headings_of_the_second_level() -> None:
    first, second = sections("Before.\n\n## Beds\n\nWhere [they](about) are [[a.b]].\n\n## Staff\n")
    assert (first.title, first.id) == ("Beds", "beds")
    assert first.words.startswith("Where they are")
    assert "a.b" not in first.words
    assert (second.title, second.words) == ("Staff", "")


def test_of_two_sections_of_one_heading_the_first_is_told() -> None:
    assert [one.words for one in sections("## Beds\n\nOne.\n\n## Beds\n\nTwo.\n")] == ["One."]
