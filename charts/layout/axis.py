"""Axes to scale: from where to where the figures of a chart reach, and how many px a unit of a
value or a year takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from charts.spec import Datum


def domain(data: Sequence[Datum]) -> tuple[float, float]:
    """The smallest and the largest value, zero included."""
    values = [datum.value_or_zero for datum in data]
    return min(0.0, *values), max(0.0, *values)


def time_domain(data: Sequence[Datum]) -> tuple[float, float]:
    """The first and the last moment, in years."""
    times = [datum.time_or_zero for datum in data]
    return min(times), max(times)


def pixels_per_unit(room: float, low: float, high: float) -> float:
    """How many CSS px a unit takes where ``room`` reaches from ``low`` to ``high``; 0 where both
    are the same.
    """
    return room / (high - low) if high > low else 0.0


def depth_of_zero(room: float, low: float, high: float) -> float:
    """How far zero lies below ``high``, in CSS px; at the foot of ``room`` where all is zero."""
    per_unit = pixels_per_unit(room, low, high)
    return high * per_unit if per_unit else room


class Values(Struct, frozen=True):
    """From values to y: where zero lies, and how many px a unit takes upwards."""

    zero: float
    per_unit: float

    def at(self, value: float) -> float:
        """Where ``value`` lies, in CSS px."""
        return self.zero - value * self.per_unit


def values_upwards(data: Sequence[Datum], top: float, room: float) -> Values:
    """All values from the highest at ``top`` to the lowest ``room`` px below, zero included."""
    low, high = domain(data)
    return Values(top + depth_of_zero(room, low, high), pixels_per_unit(room, low, high))


class Times(Struct, frozen=True):
    """From times to x: where the first one lies, when it is, and how many px a year takes."""

    left: float
    begin: float
    per_year: float

    def at(self, time: float) -> float:
        """Where ``time`` lies, in CSS px."""
        return self.left + (time - self.begin) * self.per_year


def times_across(data: Sequence[Datum], left: float, room: float) -> Times:
    """All times from the first at ``left`` to the last ``room`` px beside it."""
    begin, end = time_domain(data)
    return Times(left, begin, pixels_per_unit(room, begin, end))
