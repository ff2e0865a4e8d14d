"""What kind of time a period is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statsite.extract import period_shapes
from statsite.periods import Moment, TimePeriod, parse_period

_SHAPES: tuple[Callable[[TimePeriod | None], bool], ...] = (
    period_shapes.is_open,
    period_shapes.is_closed,
    period_shapes.is_one_day,
    period_shapes.is_of_several_days,
    period_shapes.is_of_years,
    period_shapes.is_within_a_year,
)


@pytest.mark.parametrize(
    ("period", "shapes"),
    [
        ("2012/..", {"is_open"}),
        ("2024", {"is_closed", "is_within_a_year"}),
        ("2021/2025", {"is_closed", "is_of_years"}),
        ("2024-11/2025-02", {"is_closed"}),
        ("2024-05-03", {"is_closed", "is_one_day", "is_within_a_year"}),
        ("2024-05-03/2024-05-06", {"is_closed", "is_of_several_days", "is_within_a_year"}),
    ],
)
def test_each_period_is_of_its_kinds(period: str, shapes: set[str]) -> None:
    read = _read(period)
    assert {shape.__name__ for shape in _SHAPES if shape(read)} == shapes


def test_no_period_is_of_no_kind() -> None:
    assert not any(shape(None) for shape in _SHAPES)


@pytest.mark.parametrize(
    ("one", "other", "is_part", "lies_before", "ends_with"),
    [
        ("2024-05", "2024", True, False, False),
        ("2024", "2024", False, False, False),
        ("2023", "2024", False, True, False),
        ("2024", "2024-12-31", False, False, True),
        ("2024-12", "2025", False, True, False),
    ],
)
def test_how_two_periods_lie(
    one: str, other: str, *, is_part: bool, lies_before: bool, ends_with: bool
) -> None:
    first, second = _read(one), _read(other)
    assert period_shapes.is_part(first, second) is is_part
    assert period_shapes.lies_before(first, second) is lies_before
    assert period_shapes.ends_with(first, second) is ends_with


def test_a_day_that_another_year_lacks_is_none_of_it() -> None:
    assert period_shapes.years_later(Moment(2024, 2, 28), 1) == Moment(2025, 2, 28)
    assert period_shapes.years_later(Moment(2024, 2, 29), 1) is None


def _read(period: str) -> TimePeriod:
    read = parse_period(period)
    assert isinstance(read, TimePeriod)
    return read


def test_the_same_part_of_another_year() -> None:
    days = parse_period("2025-04-29/2025-05-06")
    year = parse_period("2024")
    assert str(period_shapes.same_part_of(days, year)) == "2024-04-29/2024-05-06"
    assert period_shapes.same_part_of(None, year) == year
    assert period_shapes.same_part_of(parse_period("2025/.."), year) == year


@pytest.mark.parametrize(
    ("period", "later"),
    [
        ("2024-09/2024-11", "2025-09/2025-11"),
        ("2024-02-28/2024-02-29", "2024-02-28/2024-02-29"),
        ("2012/..", "2013/.."),
        ("../2030", "../2031"),
    ],
)
def test_the_same_part_of_the_next_year(period: str, later: str) -> None:
    parsed = parse_period(period)
    assert parsed is not None
    assert str(period_shapes.period_years_later(parsed, 1)) == later


@pytest.mark.parametrize(
    ("month", "months", "then"),
    [
        (Moment(2024, 3), 1, Moment(2024, 2)),
        (Moment(2024, 1), 1, Moment(2023, 12)),
        (Moment(2024, 12), -1, Moment(2025, 1)),
        (Moment(2024, 3), 27, Moment(2021, 12)),
        (Moment(2024, 3, 8), 0, Moment(2024, 3, 8)),
    ],
)
def test_months_are_counted_over_years(month: Moment, months: int, then: Moment) -> None:
    assert period_shapes.months_before(month, months) == then
