"""Traditional characters and what they are in simplified form."""

from __future__ import annotations

import pytest

from statsite.grammar.fold_characters import plain_of
from statsite.grammar.traditional_characters import SIMPLIFIED_FORMS, TRADITIONAL_FORMS
from tests.evidence.finding import is_found


def test_each_character_has_one_form() -> None:
    assert len(TRADITIONAL_FORMS) == len(SIMPLIFIED_FORMS) == len(set(TRADITIONAL_FORMS))
    assert not set(TRADITIONAL_FORMS) & set(SIMPLIFIED_FORMS)


def test_no_character_of_simplified_texts_is_taken_for_a_traditional_one() -> None:
    in_both = [one for one in TRADITIONAL_FORMS if one.encode("gb2312", "ignore")]
    assert in_both == []


def test_a_text_is_read_in_simplified_form() -> None:
    assert plain_of("當月入超逾三百億，險守關口") == "当月入超逾三百亿,险守关口".replace(",", "，")


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("參展商達35家之譜。", "35家", "家"),
        ("現場唔夠35人。", "35人", "人"),
        ("罰款5000元頂籠。", "5000元", "元"),
        ("油價跌至80美元樓下。", "80美元", "美元"),
        ("經濟負成長3.5%。", "3.5%", "%"),
        ("罰款350元澳門幣。", "350元", "元"),
        ("當月入超350億美元。", "超350億美元", "美元"),
    ],
)
def test_words_in_traditional_characters_count(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


def test_a_figure_of_a_traditional_text_is_found() -> None:
    assert is_found("當月入超350億美元。", "350億美元", "美元")
