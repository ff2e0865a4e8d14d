"""Numbers in Arabic digits, Chinese numerals and both are read exactly, and nothing else is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.grammar.numerals import MOST_DIGITS, Numeral, scan_numeral

CHINESE_DIGITS = "零一二三四五六七八九"


def scan(text: str, limit: int | None = None) -> Numeral | None:
    return scan_numeral(text, 0, len(text) if limit is None else limit)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("7", 7, "1"),
        ("0", 0, "1"),
        ("22.0", 22, "0.1"),
        ("0.05", Fraction(1, 20), "0.01"),
        ("1,234,567", 1_234_567, "1"),
        ("1,234.5", Fraction("1234.5"), "0.1"),
        ("-3.2", Fraction("-3.2"), "0.1"),
        ("负三", -3, "1"),
        ("3百", 300, "100"),
        ("3千", 3000, "1000"),
        ("31031万", 310_310_000, "10000"),
        ("3万零0.5", Fraction("30000.5"), "0.1"),
        ("5百万", 5_000_000, "1000000"),
        ("2千万", 20_000_000, "10000000"),
        ("3.1亿", 310_000_000, "10000000"),
        ("2百亿", 20_000_000_000, "10000000000"),
        ("2千亿", 200_000_000_000, "100000000000"),
        ("2.98万亿", 2_980_000_000_000, "10000000000"),
        ("12亿零741.3万", 1_207_413_000, "1000"),
        ("3亿5000万", 350_000_000, "10000"),
        ("3千5百", 3500, "100"),
        ("1万5000", 15_000, "1"),
        ("1万1000", 11_000, "1"),
        ("1万零5", 10_005, "1"),
        ("-1万5000", -15_000, "1"),
        ("零", 0, "1"),
        ("两", 2, "1"),
        ("十", 10, "1"),
        ("十四", 14, "1"),
        ("七十", 70, "1"),
        ("百", 100, "1"),
        ("千", 1000, "1"),
        ("万", 10_000, "10000"),
        ("百万", 1_000_000, "10000"),
        ("千万", 10_000_000, "10000"),
        ("万亿", 10**12, "1000000000000"),
        ("一百零五", 105, "1"),
        ("两百五十", 250, "1"),
        ("一百一十五", 115, "1"),
        ("一千二百三十四", 1234, "1"),
        ("一千零五", 1005, "1"),
        ("一千零五十", 1050, "1"),
        ("两千五百万", 25_000_000, "10000"),
        ("一万零五百", 10_500, "1"),
        ("一亿零三百万", 103_000_000, "10000"),
        ("十四亿", 1_400_000_000, "100000000"),
        ("三点五", Fraction("3.5"), "0.1"),
        ("一点二五亿", 125_000_000, "1000000"),
        ("二〇二四", 2024, "1"),
        ("二零", 20, "1"),
    ],
)
def test_a_number_is_read_whole_with_the_size_of_its_last_digit(
    text: str, value: int | Fraction, precision: str
) -> None:
    numeral = scan(text)
    assert numeral is not None
    assert (numeral.value, numeral.precision, numeral.end) == (
        value,
        Fraction(precision),
        len(text),
    )


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [
        ("007", 1, 0),
        ("1,2345", 1, 1),
        ("1,234,56", 5, 1234),
        ("1.2.3", 3, Fraction("1.2")),
        ("3.", 1, 3),
        ("1 2", 1, 1),
        ("1万5", 2, 10_000),
        ("一万五", 2, 10_000),
        ("1.5亿3000万", 4, 150_000_000),
        ("1万500", 2, 10_000),
        ("1万10000", 2, 10_000),
        ("5万0.5万", 2, 50_000),
        ("1万2亿", 2, 10_000),
        ("三点", 1, 3),
        ("9百分点", 1, 9),
        ("3十", 1, 3),
        ("三百多万多", 4, 3_000_000),
        ("10多亿多", 4, 1_000_000_000),
    ],
)
def test_a_number_ends_where_going_on_would_be_a_guess(
    text: str, end: int, value: int | Fraction
) -> None:
    numeral = scan(text)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (value, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "人",
        "多",
        "七八",
        "三四百",
        "十七八",
        "七八十",
        "二百五",
        "一百零",
        "百千",
        "亿万",
        "万千",
        "两十",
        "-",
        "负",
        ".5",
        "百分之七十",
        "—3",
    ],
)
def test_what_is_no_number_or_could_be_two_is_none(text: str) -> None:
    assert scan(text) is None


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("6000余", "余"),
        ("10多亿", "多"),
        ("6500余万", "余"),
        ("14亿多", "多"),
        ("百余", "余"),
        ("3千多万", "多"),
        ("10万有余", "有余"),
    ],
)
def test_more_stands_after_the_digits_or_inside_or_after_the_scale(text: str, more: str) -> None:
    numeral = scan(text)
    assert numeral is not None
    assert numeral.more is not None
    assert (text[numeral.more.start : numeral.more.end], numeral.end) == (more, len(text))


@pytest.mark.parametrize(
    ("text", "scale"),
    [("5", 0), ("3万", 4), ("12亿零741.3万", 4), ("1亿2000万", 4), ("3万5千", 3), ("一千二百", 0)],
)
def test_the_scale_of_a_number_is_that_of_its_last_digits(text: str, scale: int) -> None:
    numeral = scan(text)
    assert numeral is not None
    assert (numeral.scale, numeral.end) == (scale, len(text))


def test_a_number_does_not_reach_over_the_limit() -> None:
    numeral = scan("5千克", limit=1)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Fraction(5), 1)


@pytest.mark.parametrize("digit", ["9", "九"])
def test_a_number_has_at_most_fifteen_digits(digit: str) -> None:
    longest = scan(digit * MOST_DIGITS)
    assert longest is not None
    assert longest.value == 10**MOST_DIGITS - 1
    assert scan(digit * (MOST_DIGITS + 1)) is None
    assert scan(digit * 100_000) is None


def test_decimals_count_among_the_digits() -> None:
    assert scan("0." + "9" * (MOST_DIGITS - 1)) is not None
    assert scan("0." + "9" * MOST_DIGITS) is None


def in_chinese(number: int) -> str:
    """``number`` below ten thousand as a Chinese numeral, written the long way."""
    text = "".join(
        CHINESE_DIGITS[int(digit)] + (power if digit != "0" else "")
        for digit, power in zip(f"{number:04}", ["千", "百", "十", ""], strict=True)
    )
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零") or "零"


@given(st.integers(0, 9999))
def test_every_chinese_numeral_below_ten_thousand_is_read(number: int) -> None:
    numeral = scan(in_chinese(number))
    assert numeral is not None
    assert (numeral.value, numeral.precision) == (Fraction(number), Fraction(1))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_numerals_of_two_sections_are_read_with_and_without_zero(upper: int, lower: int) -> None:
    zero = "零" if lower < 1000 else ""
    for text in (f"{in_chinese(upper)}万{zero}{in_chinese(lower)}", f"{upper}万{zero}{lower}"):
        numeral = scan(text)
        assert numeral is not None
        assert (numeral.value, numeral.end) == (Fraction(upper * 10_000 + lower), len(text))


@given(st.integers(0, 10**11), st.integers(0, 4))
def test_decimals_and_comma_groups_do_not_change_the_value(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    for text in (f"{digits // 10**places}", f"{digits // 10**places:,}"):
        written = text + (f".{digits % 10**places:0{places}}" if places else "")
        numeral = scan(written)
        assert numeral is not None
        assert (numeral.value, numeral.precision, numeral.end) == (
            value,
            Fraction(1, 10**places),
            len(written),
        )
