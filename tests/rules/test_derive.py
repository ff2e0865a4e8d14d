"""Derived figures: computed, rounded outwards, never mixed up with printed ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.interval import End, Interval, between, exactly
from statsite.quantity import Quantity, Relation
from statsite.rules.derive import UNKNOWN_QUANTITY, quantity_of
from tests.rules.conftest import rule_text, site_with
from tests.support.types import ReadFiles

OLDER = {"older": "person 31031万人", "share": "percent 22.0%", "all": "person derived"}


def test_a_population_follows_from_a_count_and_its_share(read_files: ReadFiles) -> None:
    assessed, problems = site_with(
        OLDER, rule_text("x.older / x.share", defines="x.all"), read_files
    )
    derived = assessed.site.observations["x.all"]
    assert problems == []
    assert derived.quantity == Quantity(
        Relation.RANGE, None, Fraction(1407200000), Fraction(1413800000), Fraction(100000)
    )
    assert (derived.is_derived, derived.printing.printed, derived.source) == (
        True,
        None,
        "bulletin",
    )


def test_a_derived_figure_without_its_rule_stays_unknown(read_files: ReadFiles) -> None:
    assessed, _ = site_with(OLDER, rule_text("x.older / x.share == 1"), read_files)
    assert assessed.site.observations["x.all"].quantity == UNKNOWN_QUANTITY


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (
            exactly(Fraction(7)),
            Quantity(Relation.EQUAL, Fraction(7), Fraction(7), Fraction(7), Fraction(1)),
        ),
        (
            exactly(Fraction("2.50")),
            Quantity(
                Relation.EQUAL, Fraction("2.5"), Fraction("2.5"), Fraction("2.5"), Fraction(1, 10)
            ),
        ),
        (
            exactly(Fraction(5, 16)),
            Quantity(
                Relation.EQUAL,
                Fraction("0.3125"),
                Fraction("0.3125"),
                Fraction("0.3125"),
                Fraction(1, 10**4),
            ),
        ),
        (
            exactly(Fraction(3, 2**20)),
            Quantity(
                Relation.RANGE,
                None,
                Fraction("2.8610e-6"),
                Fraction("2.8611e-6"),
                Fraction(1, 10**10),
            ),
        ),
        (
            exactly(Fraction("83.33195122")),
            Quantity(
                Relation.RANGE, None, Fraction("83.3319"), Fraction("83.3320"), Fraction(1, 10**4)
            ),
        ),
        (
            exactly(Fraction("123456789.12345")),
            Quantity(
                Relation.RANGE,
                None,
                Fraction("123456789.1234"),
                Fraction("123456789.1235"),
                Fraction(1, 10**4),
            ),
        ),
        (
            between(Fraction(100), None),
            Quantity(Relation.AT_LEAST, Fraction(100), Fraction(100), None, Fraction(1)),
        ),
        (
            Interval(End(Fraction(100), is_closed=False), between(None, None).high),
            Quantity(Relation.MORE, Fraction(100), Fraction(100), None, Fraction(1)),
        ),
        (
            between(None, Fraction(3)),
            Quantity(Relation.AT_MOST, Fraction(3), None, Fraction(3), Fraction(1)),
        ),
        (between(None, None), UNKNOWN_QUANTITY),
    ],
)
def test_a_quantity_says_what_its_interval_does(interval: Interval, expected: Quantity) -> None:
    assert quantity_of(interval) == expected


ends = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**4)


@given(ends, ends)
def test_bounds_are_rounded_outwards_and_not_by_much(one: Fraction, two: Fraction) -> None:
    low, high = sorted((one, two))
    found = quantity_of(between(low, high))
    least, most = (found.value, found.value) if found.value is not None else (found.low, found.high)
    assert least is not None
    assert most is not None
    assert least <= low <= high <= most
    assert most - least <= (high - low) * Fraction(13, 10) + abs(low) * Fraction(
        3, 10_000
    ) + Fraction(1, 100)


def _chain(*rules: str) -> tuple[dict[str, str], str]:
    """Derived figures ``d0``, ``d1`` and so on, each defined by the rule of its place, beside the
    printed ``x.beds`` of 10 beds.
    """
    figures = {"beds": "bed 10张"} | {f"d{index}": "bed derived" for index in range(len(rules))}
    return figures, "".join(
        rule_text(text, name=f"r{index}", defines=f"x.d{index}") for index, text in enumerate(rules)
    )


def test_a_figure_derived_from_derived_ones_alone_has_their_source(read_files: ReadFiles) -> None:
    assessed, problems = site_with(*_chain("x.d1 + x.d1", "x.d2 * 3", "x.beds - 1"), read_files)
    assert problems == []
    assert (
        assessed.site.observations["x.d0"].quantity.value,
        assessed.site.observations["x.d0"].source,
    ) == (Fraction(54), "bulletin")


def test_what_derived_figures_share_is_one_number_in_all_of_them(read_files: ReadFiles) -> None:
    figures, rules = _chain("x.old + x.beds", "x.old - x.beds", "x.d0 - x.d1")
    assessed, problems = site_with(figures | {"old": "bed 3.0万张"}, rules, read_files)
    assert problems == []
    difference = assessed.site.observations[
        "x.d2"
    ].quantity  # twice the beds, whatever the old ones are: 20, widened by a part of their 1,000
    assert difference.low is not None
    assert difference.high is not None
    assert difference.high - difference.low < 50


def test_hundreds_of_levels_are_computed(read_files: ReadFiles) -> None:
    assessed, problems = site_with(
        *_chain("x.beds + 1", *(f"x.d{index} + 1" for index in range(480))), read_files
    )
    assert problems == []
    assert assessed.site.observations["x.d480"].quantity.value == 491


def test_levels_that_double_each_time_are_computed_once_each(read_files: ReadFiles) -> None:
    assessed, problems = site_with(
        *_chain("x.beds + x.beds", *(f"x.d{index} + x.d{index}" for index in range(100))),
        read_files,
    )
    assert problems == []
    assert assessed.site.observations["x.d100"].quantity.value == 10 * 2**101
