"""Digits as every language takes them, and what a printing says of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.grammar.printed import Reading, read_printed
from statsite.language.numbers import (
    end_precisions,
    grouped,
    has_decimals,
    is_share_word,
    is_total,
    ungrouped,
)


def reading(printed: str, word: str) -> Reading:
    found = read_printed(printed, (word,))
    assert isinstance(found, Reading)
    return found


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        (Fraction(310310000), Fraction(10000), "310,310,000"),
        (Fraction(-5, 2), Fraction(1, 10), "−2.5"),
        (Fraction(0), Fraction(1), "0"),
    ],
)
def test_thousands_have_commas_and_minus_is_a_true_one(
    value: Fraction, precision: Fraction, expected: str
) -> None:
    assert grouped(value, precision) == expected


def test_in_chinese_nothing_is_between_digits() -> None:
    assert ungrouped(Fraction(-15624), Fraction(1)) == "−15624"


def test_ends_of_a_range_keep_the_digits_they_were_printed_with() -> None:
    found = reading("1.5—3%", "%")
    assert end_precisions(found.quantity, found) == (Fraction(1, 10), Fraction(1))


@pytest.mark.parametrize(("printed", "expected"), [("1.5万人", True), ("15万人", False)])
def test_decimals_are_those_of_the_printed_number(printed: str, *, expected: bool) -> None:
    assert has_decimals(reading(printed, "人")) is expected


@pytest.mark.parametrize(
    ("printed", "expected"), [("三分之一", True), ("九成", True), ("30%", False)]
)
def test_shares_in_words_need_no_unit(printed: str, *, expected: bool) -> None:
    assert is_share_word(reading(printed, "%")) is expected


@pytest.mark.parametrize(("printed", "expected"), [("全覆盖", True), ("100%", False)])
def test_a_word_for_a_whole_is_a_total(printed: str, *, expected: bool) -> None:
    assert is_total(reading(printed, "%")) is expected
