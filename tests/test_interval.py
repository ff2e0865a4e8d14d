"""Intervals: exact arithmetic on sets of numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.interval import End, Interval, between, exactly, hull

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)


@st.composite
def intervals_with_a_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, bounded or not, and a number in it."""
    low, member, high = sorted((draw(numbers), draw(numbers), draw(numbers)))
    first = End(low, draw(st.booleans()) or low == member)
    last = End(high, draw(st.booleans()) or high == member)
    unbounded = draw(st.sampled_from(["neither", "low", "high", "both"]))
    return Interval(
        between(None, None).low if unbounded in {"low", "both"} else first,
        between(None, None).high if unbounded in {"high", "both"} else last,
    ), member


def has(interval: Interval, number: Fraction) -> bool:
    """Whether ``number`` belongs to ``interval``."""
    return interval.contains(exactly(number))


@given(intervals_with_a_member(), intervals_with_a_member())
def test_the_result_for_members_is_a_member_of_the_result(
    one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    (first, x), (second, y) = one, two
    assert has(first + second, x + y)
    assert has(first - second, x - y)
    assert has(first * second, x * y)
    assert has(-first, -x)


@given(intervals_with_a_member(), intervals_with_a_member())
def test_a_quotient_of_members_is_a_member_of_the_quotient(
    one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    (first, x), (second, y) = one, two
    if second.holds_zero:
        with pytest.raises(ZeroDivisionError):
            first / second
    else:
        assert has(first / second, x / y)


@given(intervals_with_a_member(), intervals_with_a_member())
def test_intervals_that_share_a_member_meet_and_others_are_apart(
    one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    (first, x), (second, y) = one, two
    assert first.meets(second) == second.meets(first)
    assert first.meets(hull([second, exactly(x)]))
    if first.is_below(second):
        assert x < y
        assert not first.meets(second)
    if first.is_at_most(second):
        assert x <= y


@given(intervals_with_a_member(), st.integers(1, 9))
def test_parts_cover_the_whole(one: tuple[Interval, Fraction], count: int) -> None:
    interval, member = one
    parts = interval.parts(count)
    assert hull(parts) == interval
    assert any(has(part, member) for part in parts)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (between(Fraction(0), Fraction(1), is_closed=False) * between(Fraction(1), None), "(0, ∞)"),
        (between(Fraction(0), Fraction(1)) * between(Fraction(5), None), "[0, ∞)"),
        (between(Fraction(-2), Fraction(3)) * between(Fraction(-5), Fraction(7)), "[-15, 21]"),
        (exactly(Fraction(1)) / between(Fraction(0), Fraction(2), is_closed=False), "(0.5, ∞)"),
        (exactly(Fraction(1)) / between(None, Fraction(-2)), "[-0.5, 0)"),
        (between(Fraction(1), Fraction(2)) - between(Fraction(1), Fraction(2)), "[-1, 1]"),
    ],
)
def test_ends_keep_whether_they_belong(found: Interval, expected: str) -> None:
    assert str(found) == expected


def test_dividing_by_what_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError, match="holds zero"):
        exactly(Fraction(1)) / between(Fraction(-1), Fraction(1))


def test_a_closed_end_meets_a_closed_end_and_no_open_one() -> None:
    below, above = between(Fraction(0), Fraction(1)), between(Fraction(1), Fraction(2))
    assert below.meets(above)
    assert not below.meets(between(Fraction(1), Fraction(2), is_closed=False))


HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            between(Fraction(0), Fraction(1)) * between(Fraction(2), None),
            between(Fraction(0), None),
            id="zero times what has no end",
        ),
        pytest.param(
            exactly(Fraction(1))
            / Interval(End(Fraction(-2), is_closed=True), End(Fraction(0), is_closed=False)),
            Interval(between(None, None).low, End(-HALF, is_closed=True)),
            id="one over what ends below zero",
        ),
        pytest.param(
            exactly(Fraction(1)) / between(Fraction(2), None),
            Interval(End(Fraction(0), is_closed=False), End(HALF, is_closed=True)),
            id="one over what has no end",
        ),
        pytest.param(
            hull(
                [
                    between(Fraction(0), Fraction(1), is_closed=False),
                    between(Fraction(0), Fraction(1)),
                ]
            ),
            between(Fraction(0), Fraction(1)),
            id="an open and a closed end at one number",
        ),
    ],
)
def test_an_end_is_exact_where_it_is_zero_or_nowhere(found: Interval, expected: Interval) -> None:
    assert found == expected


def test_the_parts_are_equal_and_share_their_ends() -> None:
    found = between(Fraction(0), Fraction(4), is_closed=False).parts(4)
    assert [str(part) for part in found] == ["(0, 1]", "[1, 2]", "[2, 3]", "[3, 4)"]


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (between(None, Fraction(3)), "(-∞, 3]"),
        (between(Fraction(3), None), "[3, ∞)"),
        (exactly(Fraction("999999.75")), "999999.75"),
        (exactly(Fraction("1000000.75")), "1000001"),
        (exactly(Fraction("1234567")), "1234567"),
    ],
)
def test_an_interval_is_written_as_short_as_it_says_enough(interval: Interval, text: str) -> None:
    assert str(interval) == text


THIRD_OF_A_LARGE_POWER = Fraction(1, 3**700)


@pytest.mark.parametrize(
    "low", [-THIRD_OF_A_LARGE_POWER, THIRD_OF_A_LARGE_POWER], ids=["below zero", "above zero"]
)
def test_an_end_of_very_many_digits_is_moved_outwards_by_less_than_anybody_prints(
    low: Fraction,
) -> None:
    exact = Interval(End(low, is_closed=False), End(low + 1, is_closed=True))
    found = exact.shortened()
    assert found.contains(exact)
    assert (found.low.is_closed, found.high.is_closed) == (False, True)
    for moved, end in (
        (found.low.number, exact.low.number),
        (found.high.number, exact.high.number),
    ):
        assert isinstance(moved, Fraction)
        assert isinstance(end, Fraction)
        assert moved != end
        assert abs(moved - end) < Fraction(1, 10**100)
        assert moved.denominator.bit_length() <= 1024


def test_an_end_of_few_digits_and_one_at_infinity_stay() -> None:
    interval = between(Fraction(1, 1 << 1023), None)
    assert interval.shortened() == interval
