"""Prose as HTML: figures and links resolved everywhere, nothing an editor types becomes live, and
nobody waits for hostile text.
"""

from __future__ import annotations

import re
import time
from functools import partial
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import addresses
from statsite.check.markdown import LONGEST_BLOCK
from statsite.check.prose import LONGEST_TEXT
from statsite.plan.outputs import linked
from statsite.prose import links
from statsite.render.prose import FigureLink, ProseBlock, prose_blocks

PAGE = "topics/elderly-care/index.html"
FIGURES = {
    "care.beds": FigureLink("799.3万张", "figures/care.beds/index.html"),
    "care.beds@2027": FigureLink("<b>1</b> & *2*", "figures/care.beds@2027/index.html"),
}
LINK = partial(addresses.relative, base=PAGE)
KNOWN = frozenset({"data/care/care.csv"})

BEDS = '<a class="fig" href="../../figures/care.beds/index.html">799.3万张</a>'
WORDS = '<a class="fig" href="../../figures/care.beds/index.html">床位</a>'

TAGS = {
    "a",
    "br",
    "code",
    "em",
    "strong",
    "sub",
    "sup",
    "blockquote",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "ul",
}
TAGS |= {"table", "tbody", "td", "th", "thead", "tr", "h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {"href", "class", "rel", "id"}


def blocks(body: str) -> list[ProseBlock]:
    """The blocks of a topic's body."""
    return list(prose_blocks(body, FIGURES, LINK, lambda target: LINK(linked(target, KNOWN))))


def html(body: str) -> str:
    """The HTML of a body without charts, without the places of figures, which test_contents.py
    tests, and without the buttons beside them, which test_card_buttons.py tests.
    """
    whole = "".join(str(block.html) for block in blocks(body))
    return re.sub(r' id="figure-[^"]*"|<button [^>]*></button>', "", whole)


class _Reader(HTMLParser):
    """Collects the tags, attributes, addresses and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.hrefs: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.hrefs += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(body: str) -> _Reader:
    """The rendered body, as a browser reads it."""
    reader = _Reader()
    reader.feed(html(body))
    reader.close()
    return reader


def assert_dead(body: str) -> _Reader:
    """That nothing but harmless tags, attributes and addresses is left of a body."""
    page = read(body)
    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert {urlsplit(href.strip()).scheme for href in page.hrefs} <= {"", "http", "https", "mailto"}
    return page


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("共[[care.beds]]。", f"<p>共{BEDS}。</p>"),
        ("[[care.beds|床位]]", f"<p>{WORDS}</p>"),
        ("[[care.beds| ]]", f"<p>{BEDS}</p>"),
        ("[[ care.beds ]]", f"<p>{BEDS}</p>"),
        (
            "**[[care.beds]]**与*[[care.beds|床位]]*",
            f"<p><strong>{BEDS}</strong>与<em>{WORDS}</em></p>",
        ),
        ("**共[[care.beds]]床**", f"<p><strong>共{BEDS}床</strong></p>"),
        ("[[care.beds|**床**位]]", f"<p>{WORDS.replace('床位', '<strong>床</strong>位')}</p>"),
        (
            "- [[care.beds]]\n- [[care.beds|床位]]",
            f"<ul>\n<li>{BEDS}</li>\n<li>{WORDS}</li>\n</ul>",
        ),
        ("> [[care.beds]]", f"<blockquote>\n<p>{BEDS}</p>\n</blockquote>"),
        ("[[care.beds]][[care.beds|床位]]", f"<p>{BEDS}{WORDS}</p>"),
        ("[[[care.beds]]]", f"<p>[{BEDS}]</p>"),
        ("`[[care.beds|床位]]`", "<p><code>[[care.beds|床位]]</code></p>"),
        ("[[no.figure]]", "<p>[[no.figure]]</p>"),
        ("甲[[chart:beds]]", "<p>甲[[chart:beds]]</p>"),
        (
            "[[care.beds@2027]]",
            (
                '<p><a class="fig" '
                'href="../../figures/care.beds@2027/index.html">&lt;b&gt;1&lt;/b&gt; &amp; '
                "*2*</a></p>"
            ),
        ),
    ],
)
def test_a_figure_stands_wherever_it_is_named(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[[care.pairs]] were signed.", ">More than"),
        ("Signed: [[care.pairs]].", ">more than"),
        ("- [[care.pairs]]\n- and [[care.pairs]]", ">More than"),
        ("## [[care.pairs]]", ">More than"),
        ("| [[care.pairs]] |\n|---|\n| x |", ">More than"),
        ("It rose. **[[care.pairs]]** came.", ">More than"),
        ("[[care.pairs|pairs]] were signed.", ">pairs<"),
    ],
)
def test_a_figure_that_begins_a_sentence_has_a_capital_letter(body: str, expected: str) -> None:
    figures = {"care.pairs": FigureLink("more than 85,000 pairs", "figures/care.pairs/index.html")}
    whole = "".join(str(block.html) for block in prose_blocks(body, figures, str, str))
    assert expected in re.sub(r"<button [^>]*></button>", "", whole)


def test_a_figure_stands_in_a_heading() -> None:
    assert html("## 床位[[care.beds]]") == f'<h2 id="床位7993万张">床位{BEDS}</h2>'


def test_a_figure_with_words_stands_in_a_table_cell() -> None:
    cells = re.findall(
        "<td>(.*?)</td>",
        html("| 名 | 数 |\n|---|---:|\n| 甲 | [[care.beds|床位]] |\n| [[care.beds]] | `a` |"),
    )
    assert cells == ["甲", WORDS, BEDS, "<code>a</code>"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[数据](data)", '<a href="../../data/index.html">数据</a>'),
        ("[a](about#来源)", '<a href="../../about/index.html#来源">a</a>'),
        ("[a](/topics/elderly-care/)", '<a href="index.html">a</a>'),
        ("[a](#here)", '<a href="#here">a</a>'),
        ("[a](figures/care.beds@2027)", '<a href="../../figures/care.beds@2027/index.html">a</a>'),
        ("[a](data/care/care.csv)", '<a href="../../data/care/care.csv">a</a>'),
        ("[*a*](about)", '<a href="../../about/index.html"><em>a</em></a>'),
        (
            "[a](https://example.org/?a=1&copy=2#f)",
            '<a href="https://example.org/?a=1&amp;copy=2#f" rel="noopener noreferrer">a</a>',
        ),
        (
            "[a](mailto:a@example.org)",
            '<a href="mailto:a@example.org" rel="noopener noreferrer">a</a>',
        ),
    ],
)
def test_a_link_from_the_sites_root_becomes_relative(body: str, expected: str) -> None:
    assert html(body) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "body",
    [
        "[a](b c)",
        '[a](about "title")',
        "[a][about]",
        "[a]: about",
        "![a](about)",
        "\\[a](about)",
        "[a]()",
        "[](about)",
        "[a [b] c](about)",
        "<https://example.org>",
    ],
)
def test_what_is_no_link_is_shown_as_it_is_typed(body: str) -> None:
    page = read(body)
    assert page.hrefs == []
    assert page.text.replace("\\", "") == body.replace("\\", "")


@given(st.text(alphabet="[]()|!\\`*_< >\n#a.:/数-", max_size=30))
def test_what_is_checked_as_a_link_is_what_is_rendered_as_one(text: str) -> None:
    """So that no link escapes the check; in code it is checked and not rendered."""
    rendered = len(read(text).hrefs)
    assert rendered <= len(list(links(text)))


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "text <img src=x onerror=alert(1)> text",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "<math><mtext></p><script>alert(1)</script>",
    "<!-- --><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<base href=//evil.example>",
    "<form action=//evil.example><input>",
    "<div markdown=1>*x*</div>",
    "[a](javascript:alert(1))",
    "[a](javascript:alert)",
    "[a](JaVaScRiPt:alert)",
    "[a](java&#115;cript:alert)",
    "[a](javascript&colon;alert)",
    "[a](&#106;avascript:alert)",
    "[a](java\tscript:alert)",
    "[a](java\nscript:alert)",
    "[a](\x01javascript:alert)",
    "[a](vbscript:x)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "![a](javascript:alert)",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![a](x){onerror=alert(1)}",
    "[a]: javascript:alert(1)\n\n[a]",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<https://example.org/" onclick=alert(1)>',
    '[a](about"onclick="alert)',
    "[a](about'onclick='alert)",
    '[a](https://example.org/"onmouseover="alert)',
    '[x" onclick=alert(1)](about)',
    "# x {: onclick=alert(1)}",
    "## x {#content onclick=alert(1)}",
    "x\n{: onclick=alert(1)}",
    "[[care.beds|<script>alert(1)</script>]]",
    "[[care.beds|<img src=x onerror=alert(1)>]]",
    "[[<script>alert(1)</script>]]",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03",
]  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_markdown_gives_no_live_markup(body: str) -> None:
    assert_dead(body)


@given(st.text(alphabet="<>/\"'=&#;:()[]!`*_ \n\tascriptonjv1-{}|\\", max_size=60))
def test_no_text_gives_live_markup(body: str) -> None:
    assert_dead(body)


@pytest.mark.parametrize(
    "body",
    [
        "{{ 7*7 }}",
        "{% include '/etc/passwd' %}",
        "{# gone #}",
        "{{ config }}",
        "${7*7}",
        "<%= 7*7 %>",
        "[TOC]",
    ],
)
def test_template_text_stays_as_it_is_typed(body: str) -> None:
    assert (
        re.sub(r"\s+", " ", read(body).text) == body.replace("*", "")
        if body.count("*") > 1
        else read(body).text == body
    )


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Content", "text-content"),
        ("Chart beds", "text-chart-beds"),
        ("Sources", "sources"),
        ("来源", "来源"),
    ],
)
def test_a_heading_takes_no_id_of_the_page(heading: str, slug: str) -> None:
    assert html(f"## {heading}") == f'<h2 id="{slug}">{heading}</h2>'


def test_headings_of_one_name_have_ids_of_their_own() -> None:
    ids = re.findall(r'id="([^"]+)"', html("## a\n\n## a\n\n### a"))
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize(
    "before",
    ["甲", "- 甲", "1. 甲\n\n    乙", "> 甲", "    code", "| a | b |\n|---|---|\n| c | d |", "## 甲", "`甲", "**甲", "<div>", "[甲", ""],
)  # fmt: skip
@pytest.mark.parametrize("after", ["乙", "- 乙", "    code", "===", "---", "## 乙", ""])
def test_a_chart_on_a_line_of_its_own_parts_the_prose(before: str, after: str) -> None:
    found = blocks(f"{before}\n[[chart:beds]]\n{after}")
    assert [block.chart for block in found if block.kind == "chart"] == ["beds"]
    assert all(
        "\ue000" not in block.html and "beds" not in block.html
        for block in found
        if block.kind == "prose"
    )


def test_blocks_come_in_their_order() -> None:
    found = [
        (block.kind, block.chart)
        for block in blocks("[[chart:a]]\n\n甲\n\n[[chart:b]]\n[[chart:c]]\n乙")
    ]
    assert found == [("chart", "a"), ("prose", ""), ("chart", "b"), ("chart", "c"), ("prose", "")]


def test_a_table_or_pair_parts_the_prose_on_lines_of_its_own() -> None:
    found = blocks(
        "甲\n[[table by value: care.beds,\n care.beds@2027 | 床位]]\n乙\n\n[[pair: care.beds, "
        "care.beds@2027]]\n[[chart:a]]"
    )
    assert [(block.kind, str(block.html)) for block in found] == [
        ("prose", "<p>甲</p>\n"), ("table", ""), ("prose", "\n<p>乙</p>\n"), ("pair", ""),
        ("chart", ""),
    ]  # fmt: skip
    tables = [block.written for block in found if block.written]
    assert [(one.order, one.ids, one.caption) for one in tables] == [
        ("by value", ("care.beds", "care.beds@2027"), "床位"),
        ("", ("care.beds", "care.beds@2027"), ""),
    ]  # fmt: skip


def test_a_figure_that_no_sentence_holds_has_its_place_in_the_first_table_or_pair() -> None:
    table, words, pair = blocks(
        "[[table: care.beds, care.beds@2027 | 床位]]\n\n[[care.beds]]\n\n[[pair: care.beds, "
        "care.beds@2027]]"
    )
    assert table.anchors == {"care.beds@2027"}
    assert 'id="figure-care.beds"' in words.html
    assert pair.anchors == frozenset()


def test_a_table_inside_a_sentence_stays_as_it_is_typed() -> None:
    assert html("甲[[pair: care.beds, care.beds]]") == "<p>甲[[pair: care.beds, care.beds]]</p>"


def test_a_body_of_nothing_has_no_blocks() -> None:
    assert blocks("\n \n") == []


def as_checked(text: str) -> str:
    """``text`` split where the checks ask for it, half as long as they allow."""
    parts = (part[:LONGEST_BLOCK] for part in re.split(r"\n[ \t]*\n", text))
    unit = "\n\n".join(parts) + "\n\n"
    return (unit * LONGEST_TEXT)[: LONGEST_TEXT // 2]


SLOW = {
    "nested brackets": "[" * 5000 + "x" + "]" * 5000,
    "open brackets": "[" * 10_000,
    "open links": "[a](" * 4000,
    "open references": "[[a|" * 4000,
    "open images": "![" * 4000,
    "references": "[[care.beds]]" * 4000,
    "tables of figures": "[[table: care.beds]]\n" * 2000,
    "open tables of figures": "[[table: a, " * 1000,
    "links": "[a](about)" * 4000,
    "backticks": "`a" * 4000,
    "more and more backticks": " ".join("`" * count for count in range(1, 120)),
    "stars": "*a" * 4000,
    "emphasis in emphasis": "*_" * 2000 + "a" + "_*" * 2000,
    "stars and bars": "*a_b" * 2000,
    "backslashes": "\\" * 8000,
    "escapes": "\\*" * 4000,
    "less than": "<" * 8000,
    "entities": "&amp;" * 1600,
    "quotations": ">" * 40,
    "lists": "\n\n".join("    " * depth + "- a" for depth in range(10)),
    "lines": "---\n" * 2000,
    "headings": "# a\n" * 2000,
    "underlines": "a\n=\n" * 2000,
    "tables": "|a" * 400 + "\n" + "|-" * 400 + "\n" + ("|a" * 400 + "\n") * 8,
    "paragraphs": "a\n\n" * 2000,
    "empty lines": "\n" * 8000,
    "spaces": " " * 8000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_what_the_checks_let_pass_is_rendered_in_seconds(text: str) -> None:
    body = as_checked(text)
    started = time.process_time()
    blocks(body)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "[" * 250_000,
        "[" * 100_000 + "]" * 100_000,
        "[a](" * 60_000,
        "[[a|" * 60_000,
        "![" * 120_000,
        "<" * 250_000,
    ],
)
def test_brackets_are_rendered_in_seconds_however_many(text: str) -> None:
    started = time.process_time()
    blocks(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("说明如下：\n- 甲\n- 乙", "<p>说明如下：</p><ul><li>甲</li><li>乙</li></ul>"),
        (
            "As follows:\n* one\n* two\n\nMore.",
            "<p>As follows:</p><ul><li>one</li><li>two</li></ul><p>More.</p>",
        ),
        ("As follows:\n1. one\n2. two", "<p>As follows:</p><ol><li>one</li><li>two</li></ol>"),
        ("## Head\n- one", '<h2 id="head">Head</h2><ul><li>one</li></ul>'),
        ("- one\ngoes on\n- two", "<ul><li>onegoes on</li><li>two</li></ul>"),
        (
            "- one\n1. first\n2. second",
            "<ul><li>one</li></ul><ol><li>first</li><li>second</li></ol>",
        ),
        ("- one\n\n1. first", "<ul><li>one</li></ul><ol><li>first</li></ol>"),
        ("3. third\n4. fourth", '<ol start="3"><li>third</li><li>fourth</li></ol>'),
        (
            "Text\n| a | b |\n|---|---|\n| c | d |",
            "<p>Text</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
        ),
        (
            "> Text:\n> - one\n> - two",
            "<blockquote><p>Text:</p><ul><li>one</li><li>two</li></ul></blockquote>",
        ),
        ("> Text\n- one", "<blockquote><p>Text</p></blockquote><ul><li>one</li></ul>"),
        ("Text\n---\nmore", "<p>Text</p><hr><p>more</p>"),
        ("Text\n- - -\nmore", "<p>Text</p><hr><p>more</p>"),
        ("from 2020\n2024. A year", "<p>from 20202024. A year</p>"),
        ("a minus:\n-5 and - 5", "<p>a minus:-5 and - 5</p>"),
        ("- one\n\n    more\n- two", "<ul><li><p>one</p><p>more</p></li><li><p>two</p></li></ul>"),
    ],
)
def test_a_list_or_table_straight_below_text_is_one(body: str, expected: str) -> None:
    assert html(body).replace("\n", "") == expected
