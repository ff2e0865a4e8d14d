"""What Chinese puts where, apart from the figures of tests/test_formatting.py."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.language.chinese import CHINESE
from statsite.language.interface import Difference, DifferenceKind, Elapsed, Subject, Trend

SAYS = CHINESE.findings


def test_a_share_is_higher_and_an_amount_more() -> None:
    assert SAYS.largest(Subject("甲", is_share=True)) == "甲最高。"
    assert SAYS.largest(Subject("甲")) == "甲最多。"


def test_the_status_is_behind_the_name() -> None:
    times = Difference(DifferenceKind.TIMES, "约6.6")
    assert SAYS.larger(Subject("甲", "目标"), "乙", times) == "甲的目标是乙的约6.6倍。"


@pytest.mark.parametrize(
    ("group", "row", "expected"),
    [("2020", "3岁", "2020，3岁"), ("2020年", "3岁", "2020年3岁"), ("城市", "甲", "城市甲")],
)
def test_digits_of_a_group_and_its_row_do_not_run_together(
    group: str, row: str, expected: str
) -> None:
    assert SAYS.in_group(group, row) == expected


def test_names_with_braces_are_names() -> None:
    assert SAYS.clause_change(Subject("{0}"), Trend.UP, None, Elapsed(years=2)) == "{0}2年间上升"
    assert SAYS.larger(Subject("{甲}"), "{乙}", None) == "{甲}多于{乙}。"


def test_numerals_that_a_unit_follows_are_found() -> None:
    text = "近百家医院，百姓三人行，壹佰元"
    found = [text[start:end] for start, end in CHINESE.prose.written_numerals(text, "家|人")]
    assert found == ["壹佰", "百家"]


@pytest.mark.parametrize(
    ("measure", "number", "expected"),
    [
        (DifferenceKind.POINTS, "2.7", "约2.7个百分点"),
        (DifferenceKind.TIMES, "1250", "约1250"),
        (DifferenceKind.PERCENT, "12", "约12%"),
    ],
)
def test_a_difference_has_its_number_as_figures_have_it(
    measure: DifferenceKind, number: str, expected: str
) -> None:
    assert SAYS.amount(measure, Fraction(number), is_about=True) == expected
    assert SAYS.amount(measure, Fraction(number), is_about=False) == expected.removeprefix("约")


def test_a_share_keeps_its_last_digit() -> None:
    figures = CHINESE.figures
    assert figures.percent(Fraction(98), Fraction(1, 10)) == "98.0%"
    assert figures.percent(Fraction(100), None) == "100%"
