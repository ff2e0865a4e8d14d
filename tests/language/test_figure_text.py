"""Figures as parts: numbers, and the words around them."""

from __future__ import annotations

from statsite.language.figure_text import FigureText, TextPart, capitalised, joined, word_part


def test_neighbours_of_one_kind_are_one_part() -> None:
    found = joined([*word_part("about "), *word_part("a "), TextPart("number", "5")])
    assert found.parts == (TextPart("word", "about a "), TextPart("number", "5"))


def test_no_words_are_no_part() -> None:
    assert word_part("") == []


def test_the_first_letter_alone_becomes_a_capital() -> None:
    text = FigureText(
        (TextPart("word", "about "), TextPart("number", "5"), TextPart("word", " km"))
    )
    assert str(text.capitalised) == "About 5 km"
    assert capitalised("约5") == "约5"
