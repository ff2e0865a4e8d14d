"""Folding takes white space out, makes look-alikes one, and every character can be traced back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.grammar.fold_characters import fold_text, fold_word


def test_white_space_of_every_kind_goes() -> None:
    assert fold_text("超过 8.5\n万\u3000\t对").plain == "超过8.5万对"


def test_white_space_between_two_digits_stays_as_one_space_or_line_break() -> None:
    assert fold_text("1 \n 2 3 个").plain == "1\n2 3个"


@pytest.mark.parametrize(
    ("text", "shown", "plain"),
    [
        ("７９．０％", "79．0%", "79.0%"),
        ("800～1200", "800～1200", "800~1200"),
        ("1—2–3", "1—2–3", "1—2—3"),
        ("−3-4－5", "−3-4－5", "-3-4-5"),
        ("1／3", "1／3", "1/3"),
        ("5٪", "5٪", "5%"),
        ("壹佰弍拾", "壹佰弍拾", "一百二十"),
        ("1，234", "1，234", "1，234"),
        ("二○二四", "二○二四", "二〇二四"),
    ],
)
def test_only_digits_and_percent_signs_change_in_what_is_shown(
    text: str, shown: str, plain: str
) -> None:
    assert (fold_text(text).shown, fold_text(text).plain) == (shown, plain)


def test_a_unit_word_folds_like_the_text_it_is_looked_up_in() -> None:
    assert fold_word(" ／10 万 ") == "/10万"


@given(st.text(alphabet="0１9 \n\u3000万％～人"))
def test_every_character_leads_back_to_its_place_in_the_text(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.shown) == len(folded.plain) == len(folded.offsets) - 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(set(folded.offsets))
    assert all(
        fold_text(text[offset]).plain in {character, ""}
        for offset, character in zip(folded.offsets, folded.plain, strict=False)
    )
    assert folded.plain.translate({ord(" "): None, ord("\n"): None}) == "".join(
        fold_text(character).plain for character in text
    )
