"""Markdown prose leads somewhere and keeps the outline of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from statsite import addresses
from statsite.model import Document, Site
from statsite.problems import Location, Problem, did_you_mean
from statsite.prose import CHART_LINE, links, references

_SCHEMES = {"http", "https", "mailto"}
_FIRST_HEADING = re.compile(r"^#(?!#)\s*\S", re.MULTILINE)


def documents(site: Site) -> Iterator[tuple[str, Document]]:
    """Every document with its language."""
    for prose in (*site.topics.values(), *site.pages.values()):
        yield from prose.documents.items()


def in_body(document: Document, line: int, column: int) -> Location:
    """The place in the file of a line and column of the body."""
    return Location(document.where.path, document.body_line + line - 1, column)


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """``link-broken``: a link to a page that is not built; ``link-scheme``: one to something other than a web page."""
    known = {*addresses.pages(site), *_downloads(site)}
    for _, document in documents(site):
        for link in links(document.body):
            where = in_body(document, link.line, link.column)
            parts = urlsplit(link.target)
            if parts.scheme and parts.scheme.lower() not in _SCHEMES:
                yield Problem("link-scheme", f"a link may not begin with `{parts.scheme}:`", where, "use https, http or mailto")
            elif not parts.scheme and not parts.netloc and parts.path and addresses.written_link(parts.path) not in known:
                short = sorted(path.removesuffix(f"/{addresses.INDEX}") for path in known)
                yield Problem("link-broken", f"there is no page `{link.target}`", where, did_you_mean(parts.path.strip("/"), short))


def _downloads(site: Site) -> Iterator[str]:
    yield from (addresses.OBSERVATIONS_CSV, addresses.OBSERVATIONS_JSON, addresses.SOURCES_JSON, addresses.DATA_PACKAGE)
    for dataset in site.datasets:
        yield from (addresses.dataset(dataset, ".csv"), addresses.dataset(dataset, ".json"))


def headings_begin_at_two(site: Site) -> Iterator[Problem]:
    """``heading-level``: the title is the page's one first-level heading."""
    for _, document in documents(site):
        for found in _FIRST_HEADING.finditer(document.body):
            line = document.body.count("\n", 0, found.start()) + 1
            yield Problem("heading-level", "a first-level heading stands in the text", in_body(document, line, 1), "begin headings with ##")


def charts_stand_alone(site: Site) -> Iterator[Problem]:
    """``chart-in-line``: a chart named inside a sentence, where none can be drawn; ``chart-repeated``: one placed twice on a page."""
    for _, document in documents(site):
        alone = {document.body.count("\n", 0, m.start("id")) + 1 for m in CHART_LINE.finditer(document.body)}
        placed: set[str] = set()
        for reference in references(document.body):
            if reference.kind != "chart":
                continue
            where = in_body(document, reference.line, reference.column)
            if reference.line not in alone:
                yield Problem("chart-in-line", f"`[[chart:{reference.id}]]` stands inside a line", where, "give it a line of its own")
            elif reference.id in placed:
                yield Problem("chart-repeated", f"chart `{reference.id}` stands twice on this page", where, "keep one of them")
            placed.add(reference.id)
