"""The days around the lunar new year by their names: 除夕, 正月初三."""

from __future__ import annotations

from datetime import date, timedelta

from statsite.grammar.small_numbers import small_number
from statsite.periods import Moment

#: The first day of each lunar year, 正月初一, by its year: month and day.
_FIRST_DAYS = {
    2010: (2, 14),
    2011: (2, 3),
    2012: (1, 23),
    2013: (2, 10),
    2014: (1, 31),
    2015: (2, 19),
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
}


def lunar_day(words: str, year: int) -> Moment | None:
    """The day of a ``year`` that ``words`` name; None where that year is not known here."""
    first = _FIRST_DAYS.get(year)
    if first is None:
        return None
    later = -1 if words.startswith("除夕") else small_number(words[-1]) - 1
    day = date(year, *first) + timedelta(later)
    return Moment(day.year, day.month, day.day)
