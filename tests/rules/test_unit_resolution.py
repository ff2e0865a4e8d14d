"""Units are settled before numbers are compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.rules.evaluation import NotComputable, RuleResult

Judge = Callable[..., RuleResult | NotComputable]


def outcome(found: RuleResult | NotComputable) -> str:
    """The outcome, or the slug of the problem."""
    return found.outcome.value if isinstance(found, RuleResult) else found.check


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("x.share * x.all == x.part", "holds"),
        ("x.part / x.all == x.share", "holds"),
        ("x.part / x.all * 100 == x.share", "holds"),
        ("100 * x.part / x.all == x.share", "holds"),
        ("x.share <= 100", "holds"),
        ("x.share == 22", "holds"),
        ("x.share == 0.22", "contradicts"),
        ("x.share == 22%", "holds"),
        ("100% - x.share == x.rest", "holds"),
        ("100 - x.share == x.rest", "holds"),
        ("x.share + x.rest == 100", "holds"),
        ("1 - x.share == x.rest", "unit-mismatch"),
        ("x.share * x.all / 100 == x.part", "unit-mismatch"),
        ("x.rest - x.share == x.gap", "holds"),
        ("x.share * x.share < x.share", "holds"),
        ("x.part <= x.all", "holds"),
        ("x.part >= 100", "holds"),
        ("x.part + x.share == x.all", "unit-mismatch"),
        ("x.part == x.share", "unit-mismatch"),
        ("x.part * x.all == x.all", "unit-mismatch"),
        ("x.all / 0 == 1", "division-by-zero"),
        ("x.all / (x.part - x.part2) == 1", "division-by-zero"),
    ],
)
def test_units_are_settled_before_numbers_are_compared(
    judged: Judge, rule: str, expected: str
) -> None:
    figures = {"all": "person 1000万人", "part": "person 220万人", "part2": "person 220万人"}
    shares = {"share": "percent 22%", "rest": "percent 78%", "gap": "percentage-point 56个百分点"}
    assert outcome(judged(rule, **figures, **shares)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("x.money / x.people == x.each", "holds"),
        ("x.each * x.people == x.money", "holds"),
        ("x.wait <= 0.5 * x.shift", "holds"),
        ("x.wait == 30", "holds"),
        ("x.doctors < x.people", "holds"),
        ("x.doctors / x.teams == x.size", "holds"),
        ("x.teams == x.doctors", "unit-mismatch"),
        ("x.deaths / x.people * 1000 == x.deathrate", "holds"),
    ],
)
def test_units_are_known_in_terms_of_others(judged: Judge, rule: str, expected: str) -> None:
    figures = {
        "money": "yuan 3000元",
        "people": "person 100人",
        "each": "yuan-per-person 30元",
        "wait": "minute 30分钟",
        "shift": "hour 1小时",
    }
    more = {
        "doctors": "doctor 40名",
        "teams": "team 5支",
        "size": "person 8人",
        "deaths": "person 1人",
        "deathrate": "permille 10‰",
    }
    assert outcome(judged(rule, **figures, **more)) == expected
