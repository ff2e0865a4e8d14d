"""Links to a part of a page lead to a part that is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from statsite import addresses
from statsite.check.markdown import renders_at_once
from statsite.check.prose import in_body
from statsite.model import Document, location_of
from statsite.plan.edition import Edition
from statsite.plan.history import release_views
from statsite.plan.outputs import link_targets, linked
from statsite.problems import Location, Problem, Severity, closest, first_names, suggestion
from statsite.prose import links
from statsite.render.prose import figure_links, prose_blocks

#: What every page has, and where a browser goes without looking.
_EVERYWHERE = frozenset({"", "content", "top"})
_ID = re.compile(r'<(?:h[2-6]|a)(?: [^>]*)? id="([^"]*)"')


class Fragments(Struct, frozen=True, dict=True):
    """The parts of the pages of one edition.

    Where the site is not ``is_whole``, what its pages of rules and corrections hold cannot be told.
    Where it ``has_own_templates``, pages may have other parts besides, so that a missing one is a
    warning.
    """

    edition: Edition
    is_whole: bool
    has_own_templates: bool

    def problems(self) -> Iterator[Problem]:
        """``link-broken``: a link whose ``#part`` the page it leads to does not have."""
        for thing, withdrawal in self.edition.site.withdrawn:
            yield from self._of_withdrawal(withdrawal.see, location_of(thing, "withdrawn.see"))
        for base, document in self._documents.items():
            if document is not None:
                yield from self._of_prose(base, document)

    def _of_withdrawal(self, see: str, location: Location) -> Iterator[Problem]:
        """What is wrong with the part that what was withdrawn leads on to."""
        page, _, part = see.partition("#")
        known = self._parts(addresses.of_page(page)) if part else None
        if known is not None and part not in known:
            yield self._problem(part, known, location)

    def _of_prose(self, base: str, document: Document) -> Iterator[Problem]:
        """What is wrong with the parts that the links of the page at ``base`` lead to."""
        for link in links(document.body):
            location = in_body(document, link.line, link.column)
            yield from self._of_link(base, urlsplit(link.target), location)

    def _of_link(self, base: str, target: SplitResult, location: Location) -> Iterator[Problem]:
        """What is wrong with the part that a link on the page at ``base`` leads to."""
        if target.scheme or target.netloc or not target.fragment:
            return
        page = linked(target.path, link_targets(self.edition.site)) if target.path else base
        known = self._parts(page)
        if known is not None and unquote(target.fragment) not in known | _EVERYWHERE:
            yield self._problem(target.fragment, known, location)

    def _problem(self, fragment: str, known: frozenset[str], location: Location) -> Problem:
        message = f"the page has no part `#{unquote(fragment)}`"
        severity = Severity.WARNING if self.has_own_templates else Severity.ERROR
        return Problem("link-broken", message, location, _hint(fragment, known), severity)

    @cached_property
    def _documents(self) -> dict[str, Document | None]:
        """Every page that has prose, by its address in the first language; None for prose that is
        refused, which another check tells.
        """
        site, language = self.edition.site, self.edition.language
        written = {addresses.topic(slug): prose for slug, prose in site.topics.items()}
        written |= {_page_address(slug): prose for slug, prose in site.pages.items()}
        return {
            address: document if renders_at_once(document := prose.documents[language]) else None
            for address, prose in written.items()
            if language in prose.documents
        }

    def _parts(self, address: str) -> frozenset[str] | None:
        """The parts of the page at an address; None where it is not a page, which another check
        tells.
        """
        if address in self._documents:
            document = self._documents[address]
            return None if document is None else frozenset(self._headings(document))
        made = self._made_pages.get(address)
        if made is not None:
            return frozenset(made()) if self.is_whole else None
        if address in self._charts:
            return frozenset({self._charts[address]})
        is_page = address.endswith(f"/{addresses.INDEX}")
        return frozenset() if is_page and address in link_targets(self.edition.site) else None

    @property
    def _made_pages(self) -> Mapping[str, Callable[[], Iterable[str]]]:
        """What gives the parts of each page that the engine makes itself and that has any."""
        return {
            addresses.VERIFICATION: self._rules,
            addresses.CORRECTIONS: self._changes,
            addresses.GLOSSARY: self._terms,
        }

    @cached_property
    def _charts(self) -> Mapping[str, str]:
        """The one part of each chart's page, by its address."""
        site = self.edition.site
        return {
            addresses.chart(chart): f"chart-{chart}"
            for chart in (*site.charts, *site.withdrawn_charts)
        }

    def _terms(self) -> Iterator[str]:
        yield from (term.anchor for term in self.edition.terms)

    def _headings(self, document: Document) -> Iterator[str]:
        """The headings and charts of a page of prose."""
        figures = figure_links(self.edition.figures)
        for block in prose_blocks(document.body, figures, str, str):
            yield from (
                [f"chart-{block.chart}"] if block.kind == "chart" else _ID.findall(block.html)
            )

    def _rules(self) -> Iterator[str]:
        yield "rules"
        yield from (rule.anchor for rule in self.edition.rules)
        yield from (f"rule-{name}" for name in self.edition.site.withdrawn_rules)

    def _changes(self) -> Iterator[str]:
        yield from (change.anchor for change in self.edition.changes)
        yield from (one.anchor for one in self.edition.withdrawn)
        yield from (
            release.anchor
            for release in release_views(self.edition.presenter, self.edition.figures)
        )


def _page_address(slug: str) -> str:
    """The page on which the prose of a page stands."""
    return addresses.HOME if slug == addresses.HOME_PROSE else addresses.page(slug)


def _hint(fragment: str, known: frozenset[str]) -> str:
    """Which of the ``known`` parts was probably meant."""
    close = closest(unquote(fragment), known)
    if close:
        return suggestion(f"#{close}")
    if known:
        return f"the page has {first_names([f'#{one}' for one in sorted(known)])}"
    return "the page has no parts: leave out what comes after #"
