"""A neighbour that only looks like a piece of a figure must not cost it its proof."""

from __future__ import annotations

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import Found, find_printed
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Reading, read_printed
from tests.hostile.valid_sentences import INNOCENT


@pytest.mark.parametrize(("text", "printed", "words"), INNOCENT)
def test_a_figure_with_an_innocent_neighbour_is_found(
    text: str, printed: str, words: tuple[str, ...]
) -> None:
    found = find_printed(
        printed, None, article(list(enumerate(text.split("\n"), 1))), unit_words(words)
    )
    assert isinstance(found, Found)
    assert isinstance(read_printed(printed, words), Reading)
