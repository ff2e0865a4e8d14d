"""Whether a figure is found in a text, as the tests of the proof ask."""

from __future__ import annotations

from statsite.evidence.articles import article
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import unit_words


def is_found(text: str, printed: str, words: str) -> bool:
    """Whether ``text`` prints the whole figure, whose unit has ``words``, parted by spaces."""
    lines = list(enumerate(text.split("\n"), 1))
    found = find_printed(printed, None, article(lines), unit_words(words.split()))
    return isinstance(found, Found)
