"""Markdown prose to HTML: figures and links resolved, raw HTML shown as text, the result sanitised
by an allow-list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from markupsafe import Markup
from msgspec import Struct

from statsite.language.figure_text import capitalised
from statsite.on_demand import OnDemand
from statsite.plan.tables import PairView, TableView
from statsite.plan.views import FigureView
from statsite.prose import (
    CHART_LINE,
    FIGURES_LINE,
    LINK,
    REFERENCE,
    FigureBlock,
    begins_sentence,
    figure_anchor,
    figure_block,
    heading_id,
    with_empty_lines,
)
from statsite.render.card_buttons import BUTTON_ATTRIBUTES, CardButtons
from statsite.render.headings import with_breaks
from statsite.render.terms import TermLinker, TermLinks

_INLINE_TAGS = {"a", "br", "button", "code", "em", "strong", "sub", "sup"}
_HEADINGS = {f"h{level}" for level in range(2, 7)}
_BLOCK_TAGS = {
    "blockquote",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    *_HEADINGS,
}
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "class", "rel", "id"},
    "button": set(BUTTON_ATTRIBUTES),
    "ol": {"start"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_SCHEMES = {"http", "https", "mailto"}

#: Markdown that is not read: HTML, images, setext headings, and every link but
#: ``statsite.prose.LINK``, so that what is checked is what is shown.
_UNREAD_INLINE = (
    "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity",
)  # fmt: skip
_UNREAD_BLOCKS = ("reference", "setextheader")

# Private-use characters stand for the place of a chart or a table, and for the bar of [[id|words]],
# which would split a table's cells, while Markdown runs; reading refuses them in content, so no
# text can forge one.
_OPEN, _CLOSE, _BAR, _TABLE = "\ue000", "\ue001", "\ue002", "\ue003"
_MARK = re.compile(f"<p>{_OPEN}([^{_CLOSE}]*){_CLOSE}</p>")
_FIGURE = REFERENCE.pattern.replace("|", _BAR)

#: The id that a figure has in a text. No text can hold one: raw HTML is shown as text.
_ANCHOR = re.compile(r' id="(figure-[^"]*)"')


class FigureLink(Struct, frozen=True):
    """A figure as prose writes it: its words and the address of its page."""

    text: str
    address: str


def figure_links(figures: Mapping[str, FigureView]) -> Mapping[str, FigureLink]:
    """The ``figures`` as prose writes them, by their ids."""
    return OnDemand(figures, lambda name: _figure_link(figures[name]))


def _figure_link(figure: FigureView) -> FigureLink:
    return FigureLink(str(figure.text), figure.address)


class ProseBlock(Struct, frozen=True):
    """A stretch of prose, or the place of a chart, a table or a pair: of these ``written`` is what
    the editor wrote, ``shown`` what is shown.

    ``anchors`` are the ids of the figures that links to their place in the text lead to here: no
    sentence of the text holds them.
    """

    kind: Literal["prose", "chart", "table", "pair"]
    html: Markup
    chart: str = ""
    written: FigureBlock | None = None
    shown: TableView | PairView | None = None
    anchors: frozenset[str] = frozenset()


def prose_blocks(
    body: str,
    figures: Mapping[str, FigureLink],
    link: Callable[[str], str],
    written: Callable[[str], str],
    terms: TermLinks | None = None,
) -> Iterator[ProseBlock]:
    """The body as blocks.

    ``link`` turns the address of a page into a link from the page; ``written`` does so for the
    target of an editor's link. The first mention of each of the ``terms`` leads to its definition.
    """
    marked, tables = _marked(body)
    converted = _markdown(figures, link, written, terms or TermLinks()).convert(marked)
    html = with_breaks(_each_anchor_once(_clean(converted).replace(_BAR, "|")))
    anchored = set(_ANCHOR.findall(html))
    for index, piece in enumerate(_MARK.split(html)):
        if index % 2:
            yield _place(piece, tables, anchored)
        elif piece.strip():
            yield ProseBlock("prose", Markup(piece))  # noqa: S704 - cleaned by nh3 above


def _marked(body: str) -> tuple[str, list[FigureBlock]]:
    """The body with a mark for each chart and table, and the tables in the order of their marks."""
    tables = list[FigureBlock]()

    def placed(found: re.Match[str]) -> str:
        tables.append(figure_block(found, body))
        return f"\n{_OPEN}{_TABLE}{len(tables) - 1}{_CLOSE}\n"

    marked = FIGURES_LINE.sub(placed, body)
    marked = with_empty_lines(CHART_LINE.sub(lambda m: f"\n{_OPEN}{m['id']}{_CLOSE}\n", marked))
    return REFERENCE.sub(lambda m: m[0].replace("|", _BAR), marked), tables


def _each_anchor_once(html: str) -> str:
    """A figure that is in a text several times is led to where it is first."""
    seen = set[str]()

    def first(found: re.Match[str]) -> str:
        is_first = found[1] not in seen
        seen.add(found[1])
        return found[0] if is_first else ""

    return _ANCHOR.sub(first, html)


def _place(mark: str, tables: list[FigureBlock], anchored: set[str]) -> ProseBlock:
    """The block of a chart, or of one of the ``tables``, whose mark this is; what has its place
    there joins the ``anchored``.
    """
    if not mark.startswith(_TABLE):
        return ProseBlock("chart", Markup(), mark)
    written = tables[int(mark.removeprefix(_TABLE))]
    anchors = frozenset(name for name in written.ids if figure_anchor(name) not in anchored)
    anchored.update(map(figure_anchor, anchors))
    return ProseBlock(written.kind, Markup(), written=written, anchors=anchors)


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_INLINE_TAGS | _BLOCK_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _markdown(
    figures: Mapping[str, FigureLink],
    link: Callable[[str], str],
    written: Callable[[str], str],
    terms: TermLinks,
) -> Markdown:
    markdown = Markdown(
        # Not by their names, for which the library looks through all that is installed.
        extensions=[
            TableExtension(),
            SaneListExtension(),
            TocExtension(slugify=heading_id, marker=""),
        ],
        output_format="html",
    )
    markdown.preprocessors.deregister("html_block")
    for name in _UNREAD_INLINE:
        markdown.inlinePatterns.deregister(name)
    for name in _UNREAD_BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    # Below code (190), above backslashes (180), which the two patterns read themselves.
    markdown.inlinePatterns.register(_Links(written), "link", 187)
    markdown.inlinePatterns.register(_Figures(figures, link), "figure", 185)
    # Behind the inline patterns (20), which make links and code.
    markdown.treeprocessors.register(TermLinker(markdown, terms, link), "terms", 15)
    markdown.treeprocessors.register(CardButtons(markdown), "cards", 14)
    return markdown


class _Figures(InlineProcessor):
    """``[[id]]`` and ``[[id|words]]`` become links to the figure's page; what is not a figure's id
    stays as it is.
    """

    def __init__(self, figures: Mapping[str, FigureLink], link: Callable[[str], str]) -> None:
        super().__init__(_FIGURE)
        self._figures, self._link = figures, link

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's names
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        figure = self._figures.get(m["id"])
        if figure is None:
            return None, None, None
        element = Element(
            "a", {"class": "fig", "id": figure_anchor(m["id"]), "href": self._link(figure.address)}
        )
        written = capitalised(figure.text) if begins_sentence(data, m.start(0)) else figure.text
        element.text = (m["words"] or "").strip() or AtomicString(written)
        return element, m.start(0), m.end(0)


class _Links(InlineProcessor):
    """Links written from the site's root become relative; links to elsewhere tell that site
    nothing.
    """

    def __init__(self, written: Callable[[str], str]) -> None:
        super().__init__(LINK.pattern)
        self._written = written

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        element = Element("a", self._attributes(m["target"]))
        element.text = m["words"]
        return element, m.start(0), m.end(0)

    def _attributes(self, target: str) -> dict[str, str]:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            return {"href": target, "rel": "noopener noreferrer"}
        path = self._written(parts.path) if parts.path else ""
        return {"href": path + (f"#{parts.fragment}" if parts.fragment else "")}
