"""A built site read back the way a stranger would read it: HTML, JSON, CSV and SVG from the
standard library, nothing of the engine.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

SVG = "{http://www.w3.org/2000/svg}"
_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
)
_LINE_BREAKERS = frozenset({"br", "dd", "div", "dt", "h1", "h2", "h3", "li", "p", "td", "th", "tr"})

Row = Mapping[str, Any]


@dataclass(eq=False, slots=True)
class Element:
    """An element of a page, with its attributes as written and its place in the tree."""

    tag: str
    written: tuple[tuple[str, str], ...]
    parent: Element | None = field(repr=False)
    children: list[Element | str] = field(default_factory=list, repr=False)

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return next((value for key, value in self.written if key == name), default)

    @property
    def classes(self) -> frozenset[str]:
        """The classes it has."""
        return frozenset(self.get("class").split())

    @property
    def raw_text(self) -> str:
        """All text inside, blocks and breaks separated by a space."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._pieces()  # noqa: SLF001 - of its own class
                if child.tag in _LINE_BREAKERS:
                    yield " "

    @property
    def text(self) -> str:
        """All text inside as a reader sees it: runs of white space are one space."""
        return " ".join(self.raw_text.split())

    def all(self, tag: str = "", *, cls: str = "") -> Iterator[Element]:
        """The elements inside with this tag and class, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if (not tag or child.tag == tag) and (not cls or cls in child.classes):
                    yield child
                yield from child.all(tag, cls=cls)

    def only(self, tag: str = "", *, cls: str = "") -> Element:
        """The one element inside with this tag and class."""
        found = list(self.all(tag, cls=cls))
        assert len(found) == 1, f"{len(found)} elements {tag}.{cls}"
        return found[0]

    def inside(self, tag: str = "", *, cls: str = "") -> Element | None:
        """The nearest element around it with this tag and class, itself included."""
        element: Element | None = self
        while element is not None and not (
            (not tag or element.tag == tag) and (not cls or cls in element.classes)
        ):
            element = element.parent
        return element


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", (), None)
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, tuple((name, value or "") for name, value in attrs), self._open)
        self._open.children.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.children.append(
            Element(tag, tuple((name, value or "") for name, value in attrs), self._open)
        )

    def handle_endtag(self, tag: str) -> None:
        assert self._open.tag == tag and self._open.parent is not None, (  # noqa: PT018 - one fault of nesting
            f"</{tag}> closes <{self._open.tag}>"
        )
        self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)


def parse_html(text: str) -> Element:
    """The tree of a page; a tag that is closed out of turn or not at all is an error."""
    builder = _TreeBuilder()
    builder.feed(text)
    builder.close()
    assert builder.root.children
    return builder.root


class _ParsedPages(dict[str, Element]):
    """Pages of a folder by path, each parsed when it is first asked for: to parse all of them takes
    seconds, and few tests ask for all.
    """

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, path: str) -> Element:
        self[path] = parse_html((self._root / path).read_text(encoding="utf-8"))
        return self[path]


class BuiltFigureLink(Struct, frozen=True):
    """A link to the page of a figure: the page it is on, that page's language, the link, the
    figure's row of the data.
    """

    path: str
    language: str
    link: Element
    figure: Row

    @property
    def is_prose(self) -> bool:
        """Whether an editor wrote it into a sentence."""
        return "fig" in self.link.classes

    @property
    def is_on_source(self) -> bool:
        """Whether it is on the page of an article."""
        return "sources" in self.path.split("/")[:2]


class BuiltSite(Struct, frozen=True, dict=True):
    """The output of a build. ``content`` is the folder the site was built from."""

    root: Path
    content: Path

    @cached_property
    def pages(self) -> Mapping[str, Element]:
        """Every page by its path, those for embedding aside."""
        return {path: page for path, page in self._html.items() if not path.endswith("/embed.html")}

    @cached_property
    def embeds(self) -> Mapping[str, Element]:
        """Every page that other sites embed, by its path."""
        return {path: page for path, page in self._html.items() if path.endswith("/embed.html")}

    @cached_property
    def _html(self) -> Mapping[str, Element]:
        paths = sorted(self.root.rglob("*.html"))
        names = (path.relative_to(self.root).as_posix() for path in paths)
        return {name: self._parsed[name] for name in names}

    @cached_property
    def _parsed(self) -> Mapping[str, Element]:
        return _ParsedPages(self.root)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids that each page's elements have."""
        return {
            path: frozenset(element.get("id") for element in page.all()) - {""}
            for path, page in self.pages.items()
        }

    @cached_property
    def moved(self) -> frozenset[str]:
        """Pages at addresses of the past, which only lead on."""
        return frozenset(
            path
            for path, page in self.pages.items()
            if any(m.get("http-equiv") == "refresh" for m in page.all("meta"))
        )

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """data/observations.json."""
        return tuple(self.json("data/observations.json"))

    @cached_property
    def figures(self) -> Mapping[str, Row]:
        """The rows that are figures of their own, by id."""
        return {row["id"]: row for row in self.rows if row["restates"] is None}

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The folder of each language's pages by language, the first one's empty."""
        home = self._parsed["index.html"]
        own = home.only("html").get("lang")
        links = [a for a in home.all("link") if a.get("rel") == "alternate" and a.get("hreflang")]
        own_languages = [a for a in links if a.get("hreflang") != "x-default"]
        found = {
            a.get("hreflang"): posixpath.dirname(a.get("href").removeprefix(self.public_address))
            for a in own_languages
        }
        return {
            language.partition("-")[0]: "" if language == own else folder
            for language, folder in (found or {own: ""}).items()
        }

    def path(self, language: str, path: str) -> str:
        """The path of a page in ``language``; ``path`` is that of the first language."""
        return posixpath.join(self.languages[language], path)

    def page(self, language: str, path: str) -> Element:
        """The page in ``language``."""
        return self._parsed[self.path(language, path)]

    def language_of(self, path: str) -> str:
        """The language of the page at ``path``."""
        folder = path.partition("/")[0]
        return next(
            (language for language, own in self.languages.items() if own and own == folder),
            next(iter(self.languages)),
        )

    def target(self, path: str, href: str) -> tuple[str, str] | None:
        """The file and fragment that a link on the page at ``path`` leads to; None for a link to
        another site.
        """
        if self.public_address and href.startswith(self.public_address):
            file = href.removeprefix(self.public_address)
            return f"{file}index.html" if not file or file.endswith("/") else file, ""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        written = unquote(parts.path)
        if written.startswith("/"):
            return written.removeprefix(self._public_path).lstrip("/"), unquote(parts.fragment)
        return posixpath.normpath(
            posixpath.join(posixpath.dirname(path), written)
        ) if written else path, unquote(parts.fragment)

    @cached_property
    def public_address(self) -> str:
        """The address the site is published at, with a last slash; empty where it has none."""
        return next(
            (
                link.get("href")
                for link in self._parsed["index.html"].all("link")
                if link.get("rel") == "canonical"
            ),
            "",
        )

    @property
    def _public_path(self) -> str:
        """The path of the site's public address, which links of the page for unknown addresses
        begin with.
        """
        return urlsplit(self.public_address).path.rstrip("/")

    @cached_property
    def figure_links(self) -> tuple[BuiltFigureLink, ...]:
        """Every link, outside navigation and the index, to the page of a figure in the language of
        the page it is on.
        """
        return tuple(
            link
            for path in self.pages
            if not path.endswith("search/index.html")
            for link in self._figure_links_of(path)
        )

    def _figure_links_of(self, path: str) -> Iterator[BuiltFigureLink]:
        language = self.language_of(path)
        for link in self.pages[path].all("a"):
            target = (
                None if link.get("href").startswith("#") else self.target(path, link.get("href"))
            )
            figure = target and self._figures_by_page.get((language, target[0]))
            if figure and not link.inside("nav"):
                yield BuiltFigureLink(path, language, link, figure)

    @cached_property
    def _figures_by_page(self) -> Mapping[tuple[str, str], Row]:
        return {
            (language, self.path(language, figure["url"])): figure
            for language in self.languages
            for figure in self.figures.values()
        }

    def json(self, path: str) -> Any:  # noqa: ANN401 - JSON is anything
        """A JSON file."""
        return json.loads((self.root / path).read_text(encoding="utf-8"))

    def csv(self, path: str) -> list[dict[str, str]]:
        """A CSV file with its byte-order mark."""
        text = (self.root / path).read_bytes().decode()
        assert text.startswith("\ufeff"), (
            f"{path}: no byte-order mark, without which spreadsheets garble Chinese"
        )
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    def svg(self, path: str) -> ET.Element:
        """An SVG file."""
        return ET.fromstring((self.root / path).read_bytes())  # noqa: S314 - our own drawing

    def linked_data(self, language: str, path: str) -> Any:  # noqa: ANN401 - JSON is anything
        """The JSON-LD of a page."""
        (data,) = (
            one
            for one in self.page(language, path).all("script")
            if one.get("type") == "application/ld+json"
        )
        return json.loads(data.raw_text)
