"""What a figure allows its true number to be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from statsite.interval import Interval, between, exactly
from statsite.quantity import Quantity, Relation
from statsite.rules.evaluation import NotComputable, RuleResult
from statsite.rules.figure_intervals import stated_quantity
from tests.support.types import ReadFiles

Judge = Callable[..., RuleResult | NotComputable]


def outcome(found: RuleResult | NotComputable) -> str:
    """The outcome, or the slug of the problem."""
    return found.outcome.value if isinstance(found, RuleResult) else found.check


def test_a_standard_is_the_number_that_it_names(judged: Judge) -> None:
    assert (
        outcome(judged("x.team >= x.least", team="person 8人", least="person 不少于8人 standard"))
        == "holds"
    )
    assert (
        outcome(judged("x.team >= x.least", team="person 7人", least="person 不少于8人 standard"))
        == "contradicts"
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [("percent 40%以上 target", "holds"), ("percent 30%以上 target", "holds"), ("percent 25%以上 target", "contradicts")],
)  # fmt: skip
def test_targets_with_a_bound_are_compared_by_their_numbers(
    judged: Judge, later: str, expected: str
) -> None:
    found = judged("x.later >= x.earlier", later=later, earlier="percent 30%以上 target")
    assert outcome(found) == expected


def test_what_was_observed_is_compared_by_what_it_allows(judged: Judge) -> None:
    found = judged("x.later >= x.earlier", later="percent 40%以上", earlier="percent 30%以上")
    assert outcome(found) == "cannot-tell"


def test_a_conventional_band_is_told(judged: Judge) -> None:
    found = judged("x.a == x.b", a="bed 约100张", b="bed 100张")
    assert isinstance(found, RuleResult)
    assert (found.is_conventional, found.is_rounded) == (True, False)


@pytest.mark.parametrize(
    ("a", "sign", "expected"),
    [
        ("bed 500余张", "< 700", True),
        ("bed 500余张", "> 400", False),
        ("bed 近500张", "> 300", True),
        ("bed 近500张", "< 600", False),
        ("bed 约500张", "> 300", True),
        ("percent 1/3", "< 50", True),
    ],
)
def test_an_outcome_is_conventional_where_it_rests_on_an_end_that_is(
    judged: Judge,
    a: str,
    sign: str,
    expected: bool,  # noqa: FBT001 - a column
) -> None:
    found = judged(f"x.a {sign}", a=a)
    assert isinstance(found, RuleResult)
    assert (outcome(found), found.is_conventional) == ("holds", expected)


def _printed(relation: Relation, value: int, precision: int | None) -> Quantity:
    number = Fraction(value)
    return Quantity(relation, number, number, number, Fraction(precision) if precision else None)


@pytest.mark.parametrize(
    ("quantity", "is_exact", "interval", "is_conventional"),
    [
        pytest.param(
            _printed(Relation.EQUAL, 85000, 1000), False, between(Fraction(84500), Fraction(85500)), False,
            id="half of the last digit",
        ),
        pytest.param(_printed(Relation.EQUAL, 85000, 1000), True, exactly(Fraction(85000)), False, id="derived"),
        pytest.param(_printed(Relation.EQUAL, 8, 1), False, exactly(Fraction(8)), False, id="a bare whole number"),
        pytest.param(
            _printed(Relation.ABOUT, 1500, None), False, between(Fraction(1400), Fraction(1600)), True,
            id="about: one of the last digit",
        ),
    ],
)  # fmt: skip
def test_a_number_allows_as_much_as_its_digits_say(
    read_files: ReadFiles,
    quantity: Quantity,
    interval: Interval,
    *,
    is_exact: bool,
    is_conventional: bool,
) -> None:
    site, _ = read_files()
    assert site is not None
    found = stated_quantity(quantity, site.units["bed"], is_exact=is_exact)
    assert (found.interval, found.is_conventional) == (interval, is_conventional)
