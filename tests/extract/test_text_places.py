"""Where the sentences and paragraphs of a text begin and end."""

from __future__ import annotations

import pytest

from statsite.extract.text_places import TextPlaces

TEXT = "甲有5人;乙6人。丙7人。\n2020年，丁8人。"
FIRST, SECOND, LAST = TEXT.index("丙"), TEXT.index("\n"), len(TEXT)
YEAR = TEXT.index("2020")
PLACES = TextPlaces(TEXT, sentences=(FIRST, SECOND, LAST), paragraphs=(0, YEAR))


@pytest.mark.parametrize(
    ("within", "begin", "end"), [("甲", 0, FIRST), ("丙", FIRST, SECOND), ("丁", SECOND, LAST)]
)
def test_a_sentence_reaches_from_one_end_to_the_next(within: str, begin: int, end: int) -> None:
    place = TEXT.index(within)
    assert (PLACES.sentence_begin(place), PLACES.sentence_end(place)) == (begin, end)


def test_behind_the_last_mark_the_sentence_ends_with_the_text() -> None:
    assert PLACES.sentence_end(LAST) == LAST + 1


def test_a_part_ends_with_a_semicolon_or_its_sentence() -> None:
    ends = [PLACES.part_end(TEXT.index(within)) for within in ("甲", "乙", "丁")]
    assert ends == [TEXT.index(";"), FIRST, LAST]


def test_a_clause_ends_with_a_mark_or_the_text() -> None:
    text = "2020年，丁8人"
    places = TextPlaces(text, (), (0,))
    assert [places.clause_end(place) for place in (0, text.index("丁"))] == [5, len(text)]


def test_places_are_in_one_sentence_where_none_ends_between_them() -> None:
    first, same, later = map(TEXT.index, ("甲", "乙", "丁"))
    assert PLACES.in_one_sentence(first, same)
    assert not PLACES.in_one_sentence(first, later)
    assert PLACES.sentences_between(first, later) == 2


def test_a_place_is_in_the_paragraph_that_begins_before_it() -> None:
    assert [PLACES.paragraph_of(TEXT.index(within)) for within in ("甲", "丙", "丁")] == [0, 0, 1]
    assert [PLACES.paragraph_end(number) for number in (0, 1)] == [YEAR, LAST]


@pytest.mark.parametrize(
    ("within", "opens"), [("甲", True), ("乙", False), ("丙", True), ("2020", True), ("丁", False)]
)
def test_a_sentence_opens_behind_another_or_with_its_paragraph(within: str, *, opens: bool) -> None:
    assert PLACES.opens_a_sentence(TEXT.index(within)) is opens


@pytest.mark.parametrize(
    ("within", "opens"), [("有", False), ("乙", True), ("6", False), ("2020", True), ("丁", True)]
)
def test_a_clause_opens_behind_a_mark(within: str, *, opens: bool) -> None:
    assert PLACES.opens_a_clause(TEXT.index(within)) is opens


def test_a_clause_opens_behind_the_name_of_the_reporter() -> None:
    text = "本报讯(记者王一)2024年新建5所。"
    places = TextPlaces(text, (len(text),), (0,))
    assert places.opens_a_clause(text.index("2024"))
    assert not places.opens_a_clause(text.index("新建"))
