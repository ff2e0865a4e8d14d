"""Markdown prose to HTML: figures and links resolved, raw HTML shown as text, the result sanitised by an allow-list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from statsite import addresses
from statsite.prose import CHART_LINE, REFERENCE

_INLINE_TAGS = {"a", "br", "code", "em", "strong", "sub", "sup"}
_BLOCK_TAGS = {"blockquote", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul"}
_ATTRIBUTES: dict[str, set[str]] = {"a": {"href", "title", "class", "rel"}, **{f"h{n}": {"id"} for n in (2, 3, 4)}}
_SCHEMES = {"http", "https", "mailto"}

# Private-use characters mark a chart's place while Markdown runs; reading refuses them in content, so no text can forge one.
_OPEN, _CLOSE = "\ue000", "\ue001"
_CHART_MARK = re.compile(f"<p>{_OPEN}([^{_CLOSE}]*){_CLOSE}</p>")


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure as prose writes it: its words and the address of its page."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose, or the place of a chart."""

    kind: Literal["prose", "chart"]
    html: Markup
    chart: str = ""


def prose_blocks(body: str, figures: Mapping[str, FigureLink], link: Callable[[str], str], written: Callable[[str], str]) -> Iterator[Block]:
    """The body as blocks.

    ``link`` turns the address of a figure's page into a link from the page; ``written`` does so for the target of an editor's link.
    """
    marked = CHART_LINE.sub(lambda m: f"\n{_OPEN}{m['id']}{_CLOSE}\n", body)
    html = _clean(_markdown(figures, link, written).convert(marked))
    for index, piece in enumerate(_CHART_MARK.split(html)):
        if index % 2:
            yield Block("chart", Markup(), piece)
        elif piece.strip():
            yield Block("prose", Markup(piece))  # noqa: S704 - cleaned by nh3 two lines up


def _clean(html: str) -> str:
    return nh3.clean(html, tags=_INLINE_TAGS | _BLOCK_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def _markdown(figures: Mapping[str, FigureLink], link: Callable[[str], str], written: Callable[[str], str]) -> Markdown:
    markdown = Markdown(extensions=["tables", TocExtension(slugify=slugify_unicode, marker="")], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    # Above links (160), which would take the inner brackets for a reference of their own.
    markdown.inlinePatterns.register(_Figures(figures, link), "figure", 175)
    markdown.treeprocessors.register(_Links(written), "site-links", 0)
    return markdown


class _Figures(InlineProcessor):
    """``[[id]]`` and ``[[id|words]]`` become links to the figure's page."""

    def __init__(self, figures: Mapping[str, FigureLink], link: Callable[[str], str]) -> None:
        super().__init__(REFERENCE.pattern)
        self._figures, self._link = figures, link

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's names
        figure = self._figures[m["id"]]
        element = Element("a", {"class": "fig", "href": self._link(figure.address)})
        element.text = AtomicString(m["words"] or figure.text)
        return element, m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Links written from the site's root become relative; links to elsewhere tell that site nothing."""

    def __init__(self, link: Callable[[str], str]) -> None:
        super().__init__()
        self._link = link

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            parts = urlsplit(element.get("href", ""))
            if element.get("class") == "fig":
                continue
            if parts.scheme or parts.netloc:
                element.set("rel", "noopener noreferrer")
            elif parts.path:
                fragment = f"#{parts.fragment}" if parts.fragment else ""
                element.set("href", self._link(addresses.written_link(parts.path)) + fragment)
