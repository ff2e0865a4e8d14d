"""Fuzzing what makes pages: the prose pipeline, and the drawing of charts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from hypothesis import strategies as st

import charts
from charts.spec import ChartRefused, ChartSpec, Datum, DatumRelation, DatumStatus, Drawing
from statsite import addresses
from statsite.check.markdown import LONGEST_BLOCK
from statsite.read.text import first_refused
from statsite.render.prose import FigureLink, prose_blocks
from tests.fuzz.target import Target
from tests.fuzz.texts import sometimes_grown, texts_of

_MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<style>*{}</style>", "<a href=javascript:alert(1)>",
    "<!--", "-->", "<![CDATA[", "]]>",
    "&lt;", "&#106;", "&colon;", "javascript:", "JaVaScRiPt:alert(1)", "data:text/html,<script>",
    "vbscript:x", "//evil.example",
    "https://example.org/?a=1&b", "mailto:a@b.cn",
    '"', "'", ' onclick="alert(1)"', "{: onclick=x }", "{#content}", "</p>", "</a>", "</svg>", "<",
    ">", "&", "]]", "</title>", "</text>", "]]>",
)  # fmt: skip
_PROSE = (
    *_MARKUP, "[[care.beds]]", "[[care.beds|床位]]", "[[care.odd]]", "[[chart:beds]]",
    "\n[[chart:beds]]\n", "[[no.such]]", "[", "]", "(", ")",
    "](", "](about)", "[a](about#x)",
    "![a](x)", "[a]: x\n", "`", "```\n", "**", "*", "_", "\\", "# ", "## ", "\n", "\n\n", "    ",
    "- ", "1. ", "> ", "| a | b |\n|---|---|\n",
    "|", "---\n", "===\n", "^", "~", "甲", "a",
)  # fmt: skip

_PAGE = "topics/elderly-care/index.html"
_FIGURES = {
    "care.beds": FigureLink("799.3万张", "figures/care.beds/index.html"),
    "care.odd": FigureLink(
        "<b onclick=x>1</b> & *2* [a](javascript:x)", "figures/care.odd/index.html"
    ),
}
_TAGS = {f"h{level}" for level in range(2, 7)} | {
    "a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_VOID = frozenset(("br", "hr"))
_ATTRIBUTES = {
    "a": {"href", "class", "rel"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}


class _Page(HTMLParser):
    """Reads HTML as a browser would and stops at what no prose may hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        for name, value in attrs:
            assert name in _ATTRIBUTES.get(tag, ()), (tag, name)
            self._check(name, value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def _check(self, name: str, value: str) -> None:
        if name == "href":
            bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", value)
            assert urlsplit(bare).scheme in {"", "http", "https", "mailto"}, value
            assert not re.match(r"(?i)\W*(javascript|vbscript|data):", bare), value
        assert name != "class" or value == "fig"
        assert name != "rel" or value == "noopener noreferrer"
        assert name != "start" or value.isdecimal()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def prose_is_harmless(body: str) -> None:
    """Whatever an editor types, each block is well-formed HTML of harmless elements, attributes and
    addresses, and charts keep their places.
    """
    if first_refused(body.replace("\t", "")):
        return  # no reader lets it through
    link = partial(addresses.relative, base=_PAGE)
    for block in prose_blocks(body, _FIGURES, link, link):
        if block.kind == "chart":
            assert f"[[chart:{block.chart}]]" in body
            continue
        page = _Page()
        page.feed(str(block.html))
        page.close()
        assert not page.open


_LABELS = texts_of(
    (
        *_MARKUP,
        "床位",
        "机构养老床位",
        "Beds in institutions",
        " ",
        "799.3万张",
        "2024年",
        "(",
        "$x^2$",
        "\\frac",
        "%",
    ),
    most=4,
)
_VALUES = st.one_of(
    st.floats(-1e13, 1e13),
    st.integers(-1000, 1000).map(float),
    st.sampled_from((0.0, 1e-9, 50.0, 100.0, float("nan"), float("inf"))),
)


@st.composite
def _data(draw: st.DrawFn, name: str) -> Datum:
    relation = draw(st.sampled_from(DatumRelation))
    value = None if relation is DatumRelation.RANGE else draw(_VALUES)
    low, high = (
        sorted((draw(_VALUES), draw(_VALUES)))
        if relation is DatumRelation.RANGE
        else (value, value)
    )
    return Datum(
        id=name,
        row=draw(_LABELS | st.sampled_from(("a", "b"))),
        number=draw(_LABELS | st.sampled_from(("799.3万张", "超过8.5万对", "−5%"))),
        relation=relation,
        value=value,
        low=draw(st.sampled_from((low, None))),
        high=draw(st.sampled_from((high, None))),
        time=draw(st.none() | st.integers(1990, 2040).map(float)),
        time_label=draw(_LABELS | st.just("2024年")),
        status=draw(st.sampled_from(DatumStatus)),
        group=draw(_LABELS | st.sampled_from(("", "甲", "乙"))),
        precision=draw(st.sampled_from((0.0, 1.0, 1000.0))),
    )


@st.composite
def _specs(draw: st.DrawFn) -> ChartSpec:
    data = [draw(_data(f"care.f{number}")) for number in range(draw(st.integers(1, 6)))]
    return ChartSpec(
        id="beds",
        kind=draw(st.sampled_from(charts.CHART_KINDS)),
        language=draw(st.sampled_from(("zh", "en"))),
        title=draw(_LABELS),
        description=draw(_LABELS),
        data=tuple(data),
        total=draw(st.none() | _data("care.total")),
        reference=draw(st.none() | _data("care.reference")),
        width=draw(st.sampled_from((320, 360, 640, 900))),
        words={key: draw(_LABELS) for key in ("rest", "rounding", "sum", "target", "total")},
        whole=draw(st.sampled_from((None, 100.0))),
    )


_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = {
    f"{_SVG}{name}"
    for name in (
        "svg",
        "desc",
        "title",
        "g",
        "defs",
        "linearGradient",
        "stop",
        "rect",
        "circle",
        "path",
        "text",
        "style",
    )
}
_HANDLER = re.compile(r"(?i)on|style$|.*href$|.*src$")


def drawings_hold_no_markup(spec: ChartSpec) -> None:
    """A refusal with a reason, or a drawing of drawing elements alone, in which every text is text;
    as a page's part and as a file.
    """
    drawing = _drawn(spec)
    if isinstance(drawing, ChartRefused):
        assert str(drawing)
        return
    inline = ET.fromstring(drawing.svg)  # noqa: S314 - our own drawing
    assert not list(inline.iter(f"{_SVG}style"))
    assert inline.get("aria-label") == spec.title
    _assert_drawing(inline)
    _assert_drawing(
        ET.fromstring(  # noqa: S314
            charts.standalone(drawing, spec, (spec.description, spec.title)).partition("\n")[2]
        )
    )


def _drawn(spec: ChartSpec) -> Drawing | ChartRefused:
    try:
        return charts.draw(spec)
    except ChartRefused as refused:
        return refused


def _assert_drawing(root: ET.Element) -> None:
    for element in root.iter():
        assert element.tag in _DRAWN, element.tag
        assert not [name for name in element.attrib if _HANDLER.match(name)], element.attrib
    for number in _numbers(root):
        assert re.fullmatch(r"-?[0-9.]+%?", number), number


def _numbers(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        yield from (
            element.attrib[name]
            for name in ("x", "y", "width", "height", "cx", "cy", "r")
            if name in element.attrib
        )


TARGETS: tuple[Target[Any], ...] = (
    Target("prose", sometimes_grown(texts_of(_PROSE), LONGEST_BLOCK), prose_is_harmless),
    Target("drawings", _specs(), drawings_hold_no_markup),
)
