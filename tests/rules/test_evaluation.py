"""Rules: three outcomes, exact, aware of rounding, bounds and units."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.rules.evaluation import NotComputable, RuleResult
from statsite.rules.figure_intervals import Stated
from tests.rules.conftest import site_with
from tests.support.types import ReadFiles

Judge = Callable[..., RuleResult | NotComputable]


def outcome(found: RuleResult | NotComputable) -> str:
    """The outcome, or the slug of the problem."""
    return found.outcome.value if isinstance(found, RuleResult) else found.check


def test_parts_that_miss_their_total_by_rounding_hold_and_say_so(judged: Judge) -> None:
    found = judged("x.all == x.a + x.b", all="bed 799.3万张", a="bed 507.7万张", b="bed 291.5万张")
    assert isinstance(found, RuleResult)
    assert (found.outcome.value, found.is_rounded) == ("holds", True)
    assert [str(side) for side in found.sides] == ["[7992500, 7993500]", "[7991000, 7993000]"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("799.2万张", "holds"), ("799.4万张", "contradicts"), ("79.93万张", "contradicts")],
)
def test_beyond_rounding_is_a_contradiction(judged: Judge, printed: str, expected: str) -> None:
    assert (
        outcome(
            judged("x.all == x.a + x.b", all=f"bed {printed}", a="bed 507.7万张", b="bed 291.5万张")
        )
        == expected
    )


def test_a_rate_agrees_with_an_implied_population_only_when_rounding_is_carried(
    judged: Judge,
) -> None:
    figures = {
        "gp": "doctor 63.87万名",
        "rate": "per-10k 4.54人",
        "older": "person 31031万人",
        "share": "percent 22.0%",
    }
    found = judged("x.rate == x.gp / (x.older / x.share) * 10000", **figures)
    assert isinstance(found, RuleResult)
    assert (found.outcome.value, found.is_rounded) == ("holds", True)
    assert (
        outcome(
            judged(
                "x.rate == x.gp / (x.older / x.share) * 10000",
                **figures | {"rate": "per-10k 4.45人"},
            )
        )
        == "contradicts"
    )


@pytest.mark.parametrize(
    ("left", "sign", "right", "expected"),
    [
        ("5张", "==", "5张", "holds"),
        ("5张", "==", "6张", "contradicts"),
        ("约100张", "==", "180张", "holds"),
        ("约100张", "==", "201张", "contradicts"),
        ("近100张", "==", "100张", "contradicts"),
        ("超过100张", "==", "500张", "cannot-tell"),
        ("超过100张", "==", "100张", "contradicts"),
        ("100张以上", "==", "100张", "cannot-tell"),
        ("6000余张", "==", "6500张", "holds"),
        ("6000余张", "==", "7000张", "contradicts"),
        ("3~5张", "==", "5张", "holds"),
        ("5张", ">=", "5张", "holds"),
        ("5张", ">", "5张", "contradicts"),
        ("5张", "<=", "5张", "holds"),
        ("5张", "<", "5张", "contradicts"),
        ("超过5张", ">", "5张", "holds"),
        ("超过5张", ">=", "6张", "cannot-tell"),
        ("超过5张", "<=", "5张", "contradicts"),
        ("不足5张", "<", "5张", "holds"),
        ("3~5张", ">", "4张", "cannot-tell"),
        ("3~5张", ">", "2张", "holds"),
        ("3~5张", "<", "2张", "contradicts"),
        ("1.0万张", ">=", "1.0万张", "cannot-tell"),
    ],
)
def test_the_truth_table(judged: Judge, left: str, sign: str, right: str, expected: str) -> None:
    assert outcome(judged(f"x.a {sign} x.b", a=f"bed {left}", b=f"bed {right}")) == expected


def test_a_chain_is_as_good_as_its_weakest_link(judged: Judge) -> None:
    figures = {"a": "bed 1张", "b": "bed 2张", "c": "bed 超过1张"}
    assert outcome(judged("x.a < x.b < 3", **figures)) == "holds"
    assert outcome(judged("x.a < x.b < x.c", **figures)) == "cannot-tell"
    assert outcome(judged("x.b < x.a < x.c", **figures)) == "contradicts"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"a": "bed 超过500张", "b": "bed 近23张"}, True),
        ({"a": "bed 500张", "b": "bed 约23张"}, True),
        ({"a": "bed 500余张", "b": "bed 23张"}, True),
        ({"a": "bed 超过500张", "b": "bed 23张"}, False),
    ],
)
def test_a_derived_figure_tells_a_conventional_band_of_what_it_is_computed_from(
    figures: dict[str, str],
    expected: bool,  # noqa: FBT001
    read_files: ReadFiles,
) -> None:
    first = 'first: {says: {zh: 规则, en: Rule}, rule: "x.a + x.b", defines: x.c}\n'
    second = 'second: {says: {zh: 规则, en: Rule}, rule: "x.c * 10", defines: x.d}\n'
    assessed, _ = site_with(
        {**figures, "c": "bed derived", "d": "bed derived"}, first + second, read_files
    )
    found = [one for one in assessed.results.values() if isinstance(one, Stated)]
    assert [one.is_conventional for one in found] == [expected, expected]
