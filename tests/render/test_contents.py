"""The list of what is on a page of prose, and the places that links lead to in it."""

from __future__ import annotations

from statsite.render.contents import Heading, contents
from statsite.render.prose import FigureLink, prose_blocks

FIGURES = {"care.beds": FigureLink("799.3万张", "figures/care.beds/index.html")}


def test_headings_of_the_second_level_are_listed_across_charts_without_their_marks() -> None:
    body = "## 床位 *多少*\n\n### 其中\n\n[[chart:beds]]\n\n## 有[[care.beds]]\n"
    assert contents(prose_blocks(body, FIGURES, str, str)) == [
        Heading("床位-多少", "床位 多少"),
        Heading("有7993万张", "有799.3万张"),
    ]


def test_a_figure_has_a_place_where_it_first_stands_and_only_there() -> None:
    html = "".join(
        block.html
        for block in prose_blocks(
            "先是[[care.beds]]，\n\n[[chart:a]]\n\n又是[[care.beds|床位]]。\n", FIGURES, str, str
        )
    )
    assert html.count('id="figure-care.beds"') == 1
    assert html.index('id="figure-care.beds"') < html.index("又是")


def test_no_heading_takes_the_place_of_a_figure() -> None:
    assert 'id="text-figure-care"' in "".join(
        block.html for block in prose_blocks("## Figure care\n", FIGURES, str, str)
    )
