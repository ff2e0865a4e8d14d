"""The words that articles and prose are asked with alike."""

from __future__ import annotations

import pytest

from statsite.check.typed_numbers import bare_numerals
from statsite.extract.non_quantities import non_quantity_spans
from statsite.grammar.lexicon import DIGITS_OF_A_YEAR, HAN_NUMERALS


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("二〇二四年", "二〇二四年的工作"),
        ("第十三", "全国第十三届会议"),
        ("十二月", "，十二月的会议"),
        ("12345", "拨打12345热线"),
    ],
)
def test_what_counts_nothing_is_known_in_articles_and_in_prose(number: str, text: str) -> None:
    at = text.index(number)
    assert all(non_quantity_spans(text)[at : at + len(number)])
    assert list(bare_numerals(text, "zh", ("年", "届", "月"))) == []


def test_a_year_is_written_without_the_numeral_for_two_of_something() -> None:
    assert set(HAN_NUMERALS) - set(DIGITS_OF_A_YEAR) == set("两十百千万亿")
