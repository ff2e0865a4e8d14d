"""The days around the lunar new year by their names (除夕, 正月初三), and the later festivals of
that calendar: 元宵, 中秋.
"""

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
#: The festivals of the rest of each lunar year, and their months and days by its year.
_FESTIVALS = ("端午", "七夕", "中秋", "重阳")
_DAYS_OF_FESTIVALS = {
    2010: ((6, 16), (8, 16), (9, 22), (10, 16)),
    2011: ((6, 6), (8, 6), (9, 12), (10, 5)),
    2012: ((6, 23), (8, 24), (9, 30), (10, 23)),
    2013: ((6, 12), (8, 13), (9, 19), (10, 13)),
    2014: ((6, 2), (8, 2), (9, 8), (10, 2)),
    2015: ((6, 20), (8, 20), (9, 27), (10, 21)),
    2016: ((6, 9), (8, 9), (9, 15), (10, 9)),
    2017: ((5, 30), (8, 28), (10, 4), (10, 28)),
    2018: ((6, 18), (8, 17), (9, 24), (10, 17)),
    2019: ((6, 7), (8, 7), (9, 13), (10, 7)),
    2020: ((6, 25), (8, 25), (10, 1), (10, 25)),
    2021: ((6, 14), (8, 14), (9, 21), (10, 14)),
    2022: ((6, 3), (8, 4), (9, 10), (10, 4)),
    2023: ((6, 22), (8, 22), (9, 29), (10, 23)),
    2024: ((6, 10), (8, 10), (9, 17), (10, 11)),
    2025: ((5, 31), (8, 29), (10, 6), (10, 29)),
    2026: ((6, 19), (8, 19), (9, 25), (10, 18)),
    2027: ((6, 9), (8, 8), (9, 15), (10, 8)),
    2028: ((5, 28), (8, 26), (10, 3), (10, 26)),
    2029: ((6, 16), (8, 16), (9, 22), (10, 16)),
    2030: ((6, 5), (8, 5), (9, 12), (10, 5)),
}
_FIRST_FULL_MOON = "元宵"
FESTIVALS_OF_THE_MOON = (_FIRST_FULL_MOON, *_FESTIVALS)


def lunar_day(words: str, year: int) -> Moment | None:
    """The day of a ``year`` that ``words`` name; None where that year is not known here."""
    first = _FIRST_DAYS.get(year)
    if first is None:
        return None
    festival = next((at for at, name in enumerate(_FESTIVALS) if words.startswith(name)), None)
    if festival is not None:
        return Moment(year, *_DAYS_OF_FESTIVALS[year][festival])
    later = _days_later(words)
    day = date(year, *first) + timedelta(later)
    return Moment(day.year, day.month, day.day)


def _days_later(words: str) -> int:
    """How many days behind the first one of its year the day is that ``words`` name."""
    if words.startswith("除夕"):
        return -1
    return 14 if words.startswith(_FIRST_FULL_MOON) else small_number(words[-1]) - 1
