"""The first mention of a term leads to its definition, and nothing else of a text changes."""

from __future__ import annotations

import time

import pytest

from statsite.render.prose import FigureLink, prose_blocks
from statsite.render.terms import TermLinks

TERMS = TermLinks(
    {"卫生机构": "g#a", "基层卫生机构": "g#b", "village clinic": "g#c", "clinic": "g#d"}
)
FIGURES = {"care.beds": FigureLink("8 clinic beds", "f")}


def html(body: str, terms: TermLinks = TERMS) -> str:
    """The HTML of a body without charts, links to terms as «words|address»."""
    found = "".join(str(block.html) for block in prose_blocks(body, FIGURES, str, str, terms))
    return (
        found.replace('<a class="term" href="', "«").replace('">', "|").replace("</a>", "»")
        if "<a href" not in found
        else found
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("在卫生机构和卫生机构里", "<p>在«g#a|卫生机构»和卫生机构里</p>"),
        ("基层卫生机构，卫生机构。", "<p>«g#b|基层卫生机构»，«g#a|卫生机构»。</p>"),
        (
            "Village clinics and a clinic; clinics.",
            "<p>«g#c|Village clinics» and a «g#d|clinic»; clinics.</p>",
        ),
        (
            "**a clinic** and village clinic",
            "<p><strong>a «g#d|clinic»</strong> and «g#c|village clinic»</p>",
        ),
        (
            "one\n\n- two clinics\n- clinic",
            "<p>one</p>\n<ul>\n<li>two «g#d|clinics»</li>\n<li>clinic</li>\n</ul>",
        ),
        ("`clinic` clinic", "<p><code>clinic</code> «g#d|clinic»</p>"),
        ("subclinical, clinic-like", "<p>subclinical, clinic-like</p>"),
        ("x \\* clinic & <b>clinic", "<p>x * «g#d|clinic» &amp; &lt;b&gt;clinic</p>"),
    ],
)
def test_the_first_mention_is_a_link(body: str, expected: str) -> None:
    assert html(body) == expected


def test_no_mention_in_a_heading_a_link_or_a_figure_is_one() -> None:
    found = html("## clinic\n\n[clinic](about) [[care.beds]]\n\n| clinic |\n|---|\n| x |\n\nclinic")
    assert found.count('class="term"') == 1
    assert found.endswith('<p><a class="term" href="g#d">clinic</a></p>')


def test_each_text_has_its_own_first_mention() -> None:
    assert html("clinic") == html("clinic") == "<p>«g#d|clinic»</p>"


def test_without_terms_a_text_stays_as_it_is() -> None:
    assert html("clinic", TermLinks()) == "<p>clinic</p>"


def test_many_terms_are_found_in_seconds() -> None:
    terms = TermLinks({f"term {index} of many": f"g#{index}" for index in range(500)})
    started = time.process_time()
    html("term 499 of several, " * 1900, terms)
    assert time.process_time() - started < 10
