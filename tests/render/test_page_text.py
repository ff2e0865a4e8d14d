"""The text of a page: what it names is told with it, and it is made HTML from that alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.fingerprint import Fingerprints
from statsite.render.page_text import (
    PageText,
    charts_placed,
    figures_named,
    figures_shown_together,
)
from statsite.render.prose import FigureLink, prose_blocks
from statsite.render.terms import TermLinks

FIGURES = {
    "care.beds": FigureLink("about 300 beds", "figures/care.beds/index.html"),
    "care.homes@2024": FigureLink("12 homes", "figures/care.homes@2024/index.html"),
}
TARGETS = frozenset({"topics/care/index.html", "data/care.csv"})
TERMS = TermLinks({"clinic": "glossary/index.html#clinic"})


def localised(path: str) -> str:
    """The page in another language than the first."""
    return f"en/{path}"


def html(text: PageText) -> str:
    """All of a text."""
    return "".join(block.html for block in text.blocks(str))


@pytest.mark.parametrize(
    ("body", "charts", "figures", "tables"),
    [
        ("No more than words.", (), (), 0),
        ("[[care.beds]] and [[ care.homes@2024 | its homes ]]", (), ("care.beds", "care.homes@2024"), 0),
        ("[[care.beds]], again [[care.beds|beds]]", (), ("care.beds",), 0),
        ("Before\n[[chart:beds]]\nbehind\n[[chart:beds]]\n", ("beds",), ("beds",), 0),
        ("[[table: care.beds, care.homes@2024 | Beds]]", (), (), 1),
        ("[[pair: care.beds, care.homes@2024]]\n\n[[table: care.beds]]", (), (), 2),
        ("> [[care.beds]]\n\n| [[care.homes@2024|a]] |\n|---|\n", (), ("care.beds", "care.homes@2024"), 0),
    ],
)  # fmt: skip
def test_what_a_text_names_is_found_in_it(
    body: str, charts: tuple[str, ...], figures: tuple[str, ...], tables: int
) -> None:
    assert charts_placed(body) == charts
    assert figures_named(body) == figures
    assert len(list(figures_shown_together(body))) == tables


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("topics/care", "en/topics/care/index.html"),
        ("/data/care.csv", "data/care.csv"),
        ("topics/care#beds", "en/topics/care/index.html#beds"),
    ],
)
def test_a_link_leads_to_the_page_in_its_language_or_to_the_file_of_all(
    target: str, address: str
) -> None:
    text = PageText(f"[there]({target})", {}, {}, TARGETS, localised)
    assert f'href="{address}"' in html(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PageText("a", {}, {}, TARGETS, str), PageText("b", {}, {}, TARGETS, str)),
        (
            PageText("[[x]]", {"x": FigureLink("1", "x")}, {}, TARGETS, str),
            PageText("[[x]]", {"x": FigureLink("2", "x")}, {}, TARGETS, str),
        ),
        (PageText("a", {}, {}, TARGETS, str), PageText("a", {}, {}, frozenset(), str)),
        (PageText("clinic", {}, {}, TARGETS, str), PageText("clinic", {}, {}, TARGETS, str, TERMS)),
    ],
    ids=["words", "a figure", "what there is to lead to", "a term"],
)
def test_a_text_is_told_with_all_that_it_is_shown_with(one: PageText, other: PageText) -> None:
    def told(text: PageText) -> object:
        return text.body, text.figures, text.shown, text.targets, text.terms

    assert Fingerprints().of(told(one)) != Fingerprints().of(told(other))


PIECES = st.sampled_from(
    [
        "[[care.beds]]", "[[care.homes@2024|its homes]]", "[[ care.beds | more ]]", "[[none]]",
        "[[care.beds", "|", "]]", "`", "``", "*", "**", "_", "\\", "[", "](topics/care)", "> ", "- ",
        "1. ", "\n", "\n\n", "    ", "\t", "| a | b |\n|---|---|\n", "```\n", "clinic ", "words. ",
        "<b>", "&amp;", "[[chart:beds]]", "care.beds", "@2024",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_figure_is_shown_but_those_that_are_told_with_a_text(body: str) -> None:
    named = {name: FIGURES[name] for name in figures_named(body) if name in FIGURES}
    with_named = list(prose_blocks(body, named, str, str, TERMS))
    assert with_named == list(prose_blocks(body, FIGURES, str, str, TERMS))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_chart_is_placed_but_those_that_are_told_with_a_text(body: str) -> None:
    placed = {block.chart for block in prose_blocks(body, {}, str, str) if block.chart}
    assert placed <= {*charts_placed(body)}
