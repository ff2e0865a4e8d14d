"""Quantities are exact and are written as plain decimal text with the printed decimals."""

from __future__ import annotations

import doctest
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import quantity
from statsite.quantity import Quantity, Relation, decimal_text, decimals_of, last_digit_of

TENTH = Fraction(1, 10)


def test_the_examples_in_the_docstrings_hold() -> None:
    result = doctest.testmod(quantity)
    assert (result.failed, result.attempted > 0) == (0, True)


@pytest.mark.parametrize(
    ("number", "precision", "text"),
    [
        ("310310000", "10000", "310310000"),
        ("22", "0.1", "22.0"),
        ("22", "0.01", "22.00"),
        ("0", "0.1", "0.0"),
        ("-3.2", "0.1", "-3.2"),
        ("-0.5", None, "-0.5"),
        ("0.05", None, "0.05"),
        ("100/3", None, "33.3333"),
        ("-200/3", None, "-66.6667"),
        ("100/3", "0.000001", "33.333333"),
        ("0.00001", "1/3", "0.00001"),
        ("2980000000000", "10000000000", "2980000000000"),
        ("4.5", "1", "4.5"),
    ],
)
def test_decimal_text_keeps_the_printed_decimals_and_rounds_only_what_never_ends(
    number: str, precision: str | None, text: str
) -> None:
    assert (
        decimal_text(Fraction(number), None if precision is None else Fraction(precision)) == text
    )


def test_decimal_text_is_exact_beyond_the_precision_of_the_decimal_module() -> None:
    text = "1234567890123456789012345678901234567890.1"
    assert decimal_text(Fraction(text), TENTH) == text


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12
    )
)
def test_decimal_text_of_a_finite_number_is_that_number(number: Decimal) -> None:
    text = decimal_text(Fraction(number), None)
    assert Fraction(text) == Fraction(number)
    assert not text.endswith("0") or "." not in text


@pytest.mark.parametrize(
    ("number", "decimals"),
    [
        ("1", 0),
        ("10000", 0),
        ("0.1", 1),
        ("0.25", 2),
        ("1/8", 3),
        ("1/3", None),
        ("1/6", None),
        ("0", 0),
    ],
)
def test_decimals_of_counts_the_decimals_a_number_needs(number: str, decimals: int | None) -> None:
    assert decimals_of(Fraction(number)) == decimals


@pytest.mark.parametrize(
    ("number", "size"),
    [
        ("6000", "1000"),
        ("57000", "1000"),
        ("1000000000", "1000000000"),
        ("0.05", "0.01"),
        ("-30", "10"),
        ("7", "1"),
        ("0", None),
        ("1/3", None),
    ],
)
def test_last_digit_of_is_the_size_of_the_last_digit_that_is_not_zero(
    number: str, size: str | None
) -> None:
    assert last_digit_of(Fraction(number)) == (None if size is None else Fraction(size))


def test_a_quantity_writes_its_numbers_with_its_own_decimals_and_open_ends_as_none() -> None:
    more = Quantity(Relation.MORE, Fraction(22), Fraction(22), None, TENTH)
    assert (more.decimal_text(more.value), more.decimal_text(more.high)) == ("22.0", None)
