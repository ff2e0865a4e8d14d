"""Ordinals and cardinals as English writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.language.english import ENGLISH, cardinal, ordinal, with_article
from statsite.language.interface import DifferenceKind
from statsite.model import PatternKind, Unit, UnitLabel, UnitPattern
from statsite.problems import Location


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
        (1003, "1,003rd"),
    ],
)
def test_a_place_has_its_ending(number: int, expected: str) -> None:
    assert ordinal(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "zero"), (6, "six"), (10, "ten"), (11, "11"), (1200, "1,200"), (-1, "-1")],
)
def test_numbers_up_to_ten_are_words(number: int, expected: str) -> None:
    assert cardinal(number) == expected


def test_a_rate_that_fell_keeps_its_minus() -> None:
    rate = UnitLabel("beds", "beds", UnitPattern(PatternKind.EVERY, "a year, ", " beds"))
    unit = Unit("unit", (), {"en": rate}, Location("content/units.yaml"))
    assert ENGLISH.figures.in_full(Fraction(-5), None, unit, None) == "a year, −5 beds"
    price = UnitLabel("euro", "euro", UnitPattern(PatternKind.AMOUNT, "€", ""))
    unit = Unit("unit", (), {"en": price}, Location("content/units.yaml"))
    assert ENGLISH.figures.in_full(Fraction(-5), None, unit, None) == "−€5"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("year", "a year"), ("hour", "an hour"), ("unit", "a unit"), ("item", "an item")],
)
def test_a_noun_has_the_article_of_its_sound(noun: str, expected: str) -> None:
    assert with_article(noun) == expected


@pytest.mark.parametrize(
    ("measure", "number", "expected"),
    [
        (DifferenceKind.POINTS, "1", "about 1 percentage point"),
        (DifferenceKind.POINTS, "2.7", "about 2.7 percentage points"),
        (DifferenceKind.TIMES, "1250", "about 1,250"),
        (DifferenceKind.TIMES, "2500000", "about 2,500,000"),
        (DifferenceKind.PERCENT, "12", "about 12%"),
    ],
)
def test_a_difference_has_its_number_as_figures_have_it(
    measure: DifferenceKind, number: str, expected: str
) -> None:
    told = ENGLISH.findings.amount(measure, Fraction(number), is_about=True)
    assert told == expected
    told = ENGLISH.findings.amount(measure, Fraction(number), is_about=False)
    assert told == expected.removeprefix("about ")


def test_a_share_keeps_its_last_digit() -> None:
    figures = ENGLISH.figures
    assert figures.percent(Fraction(98), Fraction(1, 10)) == "98.0%"
    assert figures.percent(Fraction(100), None) == "100%"
