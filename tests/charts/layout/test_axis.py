"""Axes to scale: their ends, and how many px a unit takes."""

from __future__ import annotations

from charts.layout.axis import (
    depth_of_zero,
    domain,
    pixels_per_unit,
    time_domain,
    times_across,
    values_upwards,
)
from charts.spec import Datum, DatumRelation


def _at(time: float | None, value: float | None) -> Datum:
    relation = DatumRelation.RANGE if value is None else DatumRelation.EQUAL
    return Datum("a.b", "Beds", "3", relation, value, 1.0, 3.0, time)


def test_a_domain_includes_zero() -> None:
    assert domain([_at(2020.0, 5.0), _at(2021.0, 3.0)]) == (0.0, 5.0)
    assert domain([_at(2020.0, -5.0), _at(2021.0, -3.0)]) == (-5.0, 0.0)
    assert domain([_at(2020.0, None)]) == (0.0, 0.0)


def test_a_domain_of_time_is_from_the_first_to_the_last_moment() -> None:
    assert time_domain([_at(2021.0, 1.0), _at(2019.5, 1.0), _at(2020.0, 1.0)]) == (2019.5, 2021.0)
    assert time_domain([_at(None, 1.0)]) == (0.0, 0.0)


def test_the_room_is_divided_among_the_units_it_holds() -> None:
    assert pixels_per_unit(120.0, -20.0, 40.0) == 2.0
    assert pixels_per_unit(120.0, 7.0, 7.0) == 0.0


def test_zero_lies_at_the_foot_where_nothing_is_below_it() -> None:
    assert depth_of_zero(120.0, 0.0, 40.0) == 120.0
    assert depth_of_zero(120.0, -20.0, 40.0) == 80.0
    assert depth_of_zero(120.0, -40.0, 0.0) == 0.0
    assert depth_of_zero(120.0, 0.0, 0.0) == 120.0


def test_values_become_places_from_the_highest_down_to_the_lowest() -> None:
    values = values_upwards([_at(2020.0, 40.0), _at(2021.0, -20.0)], 10.0, 120.0)
    assert [values.at(value) for value in (40.0, 0.0, -20.0)] == [10.0, 90.0, 130.0]


def test_times_become_places_from_the_first_to_the_last() -> None:
    times = times_across([_at(2020.0, 1.0), _at(2024.0, 1.0)], 8.0, 200.0)
    assert [times.at(time) for time in (2020.0, 2021.0, 2024.0)] == [8.0, 58.0, 208.0]
