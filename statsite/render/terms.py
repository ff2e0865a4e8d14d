"""The first mention of each term of the glossary in a text leads to its definition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from msgspec import Struct

from statsite.prose import pattern_of_wordings, singulars

#: Where no mention becomes a link: links and references, headings, heads of tables, code.
_LEFT_ALONE = frozenset({"a", "code", "pre", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


class TermLinks(Struct, frozen=True, dict=True):
    """The addresses of definitions, by the words of their terms in one language."""

    addresses: Mapping[str, str] = {}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds a term."""
        return pattern_of_wordings(self.addresses)

    @cached_property
    def _by_folded_words(self) -> Mapping[str, str]:
        return {words.casefold(): address for words, address in self.addresses.items()}

    def address(self, mention: str) -> str:
        """Where the term is defined that ``pattern`` found, be it in the plural or not."""
        return next(
            self._by_folded_words[form]
            for form in singulars(mention)
            if form in self._by_folded_words
        )


class TermLinker(Treeprocessor):
    """Makes a link of the first mention of each term in one text; ``link`` makes the link from the
    page.
    """

    def __init__(self, markdown: Markdown, terms: TermLinks, link: Callable[[str], str]) -> None:
        super().__init__(markdown)
        self._terms, self._link = terms, link
        self._seen = set[str]()

    def run(self, root: Element) -> None:
        """Put the links into the tree of a text."""
        if self._terms.addresses:
            self._within(root)

    def _within(self, parent: Element) -> None:
        """Put them into what is in ``parent``, in the order of the text."""
        children = list(parent)
        parent.text = self._linked(parent, 0, parent.text)
        for child in children:
            if child.tag not in _LEFT_ALONE:
                self._within(child)
            at = list(parent).index(child) + 1
            child.tail = self._linked(parent, at, child.tail)

    def _linked(self, parent: Element, at: int, text: str | None) -> str | None:
        """The words of ``text`` before its first new mention; that and what is behind it become
        children of ``parent`` from ``at`` on.
        """
        made = [*self._mentions(text or "")]
        if not made:
            return text
        whole = made[0].string
        ends = [*(found.start() for found in made[1:]), len(whole)]
        for index, (found, end) in enumerate(zip(made, ends, strict=True)):
            parent.insert(at + index, self._term(found, whole[found.end() : end]))
        return whole[: made[0].start()]

    def _term(self, found: re.Match[str], behind: str) -> Element:
        """The link of a mention, with the text ``behind`` it."""
        address = self._link(self._terms.address(found[0]))
        element = Element("a", {"class": "term", "href": address})
        element.text, element.tail = found[0], behind
        return element

    def _mentions(self, text: str) -> Iterator[re.Match[str]]:
        """The mentions of terms that were not mentioned before."""
        for found in self._terms.pattern.finditer(text):
            address = self._terms.address(found[0])
            if address not in self._seen:
                self._seen.add(address)
                yield found
