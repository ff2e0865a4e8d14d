"""Time periods: what is one, what is none, and where each is in time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.periods import Moment, TimePeriod, parse_moment, parse_period

MOMENTS = st.one_of(
    st.builds(Moment, st.integers(1, 9999)),
    st.builds(Moment, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(lambda d: Moment(d.year, d.month, d.day)),
)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", Moment(2024), Moment(2024)),
        ("2024-12", Moment(2024, 12), Moment(2024, 12)),
        ("2024-12-31", Moment(2024, 12, 31), Moment(2024, 12, 31)),
        ("2024-02-29", Moment(2024, 2, 29), Moment(2024, 2, 29)),
        ("2025-01/2025-09", Moment(2025, 1), Moment(2025, 9)),
        ("2024/2025", Moment(2024), Moment(2025)),
        ("2012/..", Moment(2012), None),
        ("../2030", None, Moment(2030)),
        ("2024-05/2024", Moment(2024, 5), Moment(2024)),
    ],
)
def test_a_period_is_what_its_text_says(
    text: str, start: Moment | None, end: Moment | None
) -> None:
    assert parse_period(text) == TimePeriod(start, end)
    assert str(parse_period(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "unknown", "24", "20244", "2024-1", "2024-13", "2024-00", "2024-12-00", "2024-12-32",
        "2023-02-29", "0000", "-2024", "+2024",
        "2024-", "2024-12-", "2024/", "/2024", "/", "..", "../..", "2024/2025/2026", "2025/2024",
        "2025-09/2025-01", "2024-12-31/2024-12-30",
        " 2024", "2024\n", "２０２４", "٢٠٢٤", "2024年", "2024.12.31", "2024-12-31T00:00",
    ],
)  # fmt: skip
def test_other_text_is_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_an_interval_of_one_moment_is_that_moment() -> None:
    assert str(parse_period("2025-01/2025-01")) == "2025-01"


@given(MOMENTS)
def test_a_moment_reads_back_as_itself(moment: Moment) -> None:
    assert parse_moment(str(moment)) == moment


@given(MOMENTS, MOMENTS)
def test_an_interval_reads_back_unless_its_end_comes_before_its_start(
    start: Moment, end: Moment
) -> None:
    expected = None if start.first_day > end.last_day else TimePeriod(start, end)
    assert parse_period(f"{start}/{end}") == expected


@given(MOMENTS)
def test_a_moment_begins_before_it_ends_and_both_lie_in_its_year(moment: Moment) -> None:
    assert moment.first_day <= moment.last_day
    assert moment.first_day.year == moment.last_day.year == moment.year


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2025-09-05", dt.date(2025, 9, 5), dt.date(2025, 9, 5)),
    ],
)
def test_a_moment_covers_its_days(text: str, first: dt.date, last: dt.date) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.first_day, moment.last_day) == (first, last)


@pytest.mark.parametrize(
    ("text", "is_year_end"),
    [("2024-12-31", True), ("2024-12", False), ("2024", False), ("2024-12-30", False)],
)
def test_only_the_last_day_of_december_is_a_year_end(text: str, is_year_end: bool) -> None:  # noqa: FBT001 - a column of the table
    moment = parse_moment(text)
    assert moment is not None
    assert moment.is_year_end is is_year_end


def position(text: str) -> float:
    """Where the period that ``text`` writes is."""
    period = parse_period(text)
    assert period is not None
    return period.position


def test_a_year_stands_at_its_end_with_its_last_day_and_month() -> None:
    assert (
        position("2024")
        == position("2024-12")
        == position("2024-12-31")
        == position("2020/2024")
        == position("../2024")
    )


def test_an_open_period_stands_where_it_begins() -> None:
    assert position("2012/..") == position("2012")


@given(st.dates(min_value=dt.date(1900, 1, 1)), st.dates(min_value=dt.date(1900, 1, 1)))
def test_later_days_stand_later(one: dt.date, other: dt.date) -> None:
    assert (position(one.isoformat()) < position(other.isoformat())) == (one < other)


def test_a_period_without_ends_has_no_position() -> None:
    with pytest.raises(ValueError, match="one end"):
        _ = TimePeriod(None, None).position


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024", "2024-12-31", True),
        ("2023", "2024", False),
        ("2012/..", "2024-06", True),
        ("2025/..", "2024", False),
        ("../2030", "2024", True),
    ],
)
def test_periods_overlap_where_they_share_a_day(one: str, other: str, *, expected: bool) -> None:
    first, second = parse_period(one), parse_period(other)
    assert first is not None
    assert second is not None
    assert first.overlaps(second) is second.overlaps(first) is expected
