"""Axes to scale: from where to where the figures of a chart reach, and how many px a unit of a
value or a year takes.
"""

from __future__ import annotations

from collections.abc import Sequence

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
