"""Quantities are exact and are written as plain decimal text with the printed decimals."""

from __future__ import annotations

import doctest
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite import quantity
from statsite.quantity import (
    Quantity,
    Relation,
    decimal_text,
    decimals_of,
    in_few_digits,
    last_digit_of,
)

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


@pytest.mark.parametrize(
    ("low", "high", "finest", "shown", "last_digit"),
    [
        pytest.param("10.333", "10.334", "0.001", "10.3", "0.1", id="186/18"),
        pytest.param("2.6585", "2.6586", "0.0001", "2.66", "0.01", id="218/82"),
        pytest.param("0.66666", "0.66667", "0.00001", "0.667", "0.001", id="2/3"),
        pytest.param("-2.6586", "-2.6585", "0.0001", "-2.66", "0.01", id="below zero"),
        pytest.param("1.7517", "1.7597", "0.0001", "1.76", "0.01", id="24.58/14"),
        pytest.param("1.5862", "1.5875", "0.0001", "1.587", "0.001", id="25.39/16"),
        pytest.param("3332700", "3338500", "100", "3340000", "10000", id="65.7% of 5077000"),
        pytest.param("2104", "2122", "1", "2110", "10", id="a number between the bounds"),
        pytest.param("9.96", "10.05", "0.01", "10", "10", id="across a power of ten"),
    ],
)
def test_a_range_is_written_as_its_middle_rounded_to_the_digit_it_supports(
    low: str, high: str, finest: str, shown: str, last_digit: str
) -> None:
    bounds = Quantity(Relation.RANGE, None, Fraction(low), Fraction(high), Fraction(finest))
    few = in_few_digits(bounds)
    assert (few.relation, few.value, few.precision) == (
        Relation.ABOUT,
        Fraction(shown),
        Fraction(last_digit),
    )


@pytest.mark.parametrize(("low", "high"), [("52.5", "56.3"), ("-1", "2"), ("11", "19")])
def test_a_range_that_no_number_stands_for_stays_one(low: str, high: str) -> None:
    bounds = Quantity(Relation.RANGE, None, Fraction(low), Fraction(high), TENTH)
    assert in_few_digits(bounds) == bounds


@given(
    st.fractions(min_value=Fraction(1, 1000), max_value=10**9, max_denominator=10**6),
    st.fractions(min_value=0, max_value=Fraction(1, 20), max_denominator=10**6),
)
def test_no_bound_is_further_than_three_last_digits_from_what_is_shown(
    low: Fraction, width: Fraction
) -> None:
    bounds = Quantity(Relation.RANGE, None, low, low + low * width, Fraction(1, 10**7))
    few = in_few_digits(bounds)
    assert few.value is not None
    assert few.precision is not None
    assert abs(few.value - low) <= 3 * few.precision
    assert abs(few.value - low - low * width) <= 3 * few.precision
