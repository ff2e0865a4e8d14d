"""What a figure is about in time: ISO 8601 years, months, days and intervals, with open ends (SDMX
TIME_PERIOD).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from msgspec import Struct

OPEN = ".."
UNKNOWN_PERIOD = "unknown"
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LONGEST_YEAR = 366
#: The most years from the first to the last of an interval that still stands for one moment of a
#: series.
_SHORT = 2


class Moment(Struct, frozen=True, order=True):
    """A year, a month or a day; ``month`` and ``day`` are 0 where the text does not go that far."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        )

    @property
    def first_day(self) -> dt.date:
        """The earliest day the moment covers."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day the moment covers."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_year_end(self) -> bool:
        """Whether it is the last day of a year, which Chinese statistics call 年末."""
        return (self.month, self.day) == (12, 31)

    @property
    def is_month_end(self) -> bool:
        """Whether it is the last day of a month, to which stocks are counted."""
        return self.day > 0 and self.day == calendar.monthrange(self.year, self.month)[1]


class TimePeriod(Struct, frozen=True):
    """One moment (``start == end``) or an interval; None is an open end."""

    start: Moment | None
    end: Moment | None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or OPEN}/{self.end or OPEN}"

    @property
    def is_moment(self) -> bool:
        """Whether it names one year, month or day."""
        return self.start == self.end

    @property
    def is_few_years(self) -> bool:
        """Whether it is two or three whole years, which surveys give as one moment of a series:
        2013/2014, 2003/2005.
        """
        if self.start is None or self.end is None or self.start.month or self.end.month:
            return False
        return 1 <= self.end.year - self.start.year <= _SHORT

    @property
    def on_axis(self) -> float | None:
        """Its place on the time axis of a chart, in years: a moment where it falls, two or three
        years at their middle.

        None for what is not a single moment of a series: months of a year beside whole years,
        longer intervals, those with an open end.
        """
        if self.is_few_years and self.start is not None:
            return (TimePeriod(self.start, self.start).position + self.position) / 2
        return self.position if self.is_moment else None

    def overlaps(self, other: TimePeriod) -> bool:
        """Whether both cover a day; an open end covers every day on its side."""
        return not (_ends_before(self, other) or _ends_before(other, self))

    @property
    def position(self) -> float:
        """Where it is on a time axis, in years: a day where it falls, a year or month at its end,
        an interval at its end.
        """
        moment = self.end or self.start
        if moment is None:  # no period has two open ends: parse_period refuses it
            raise ValueError("a period has at least one end")
        return moment.year + (moment.last_day.timetuple().tm_yday - 1) / _LONGEST_YEAR


def _ends_before(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether ``one`` is over when ``other`` begins."""
    if one.end is None or other.start is None:
        return False
    return one.end.last_day < other.start.first_day


def parse_period(text: str) -> TimePeriod | None:
    """The period that ``text`` writes, or None if it writes none: ``2024``, ``2024-12-31``,
    ``2025-01/2025-09``, ``2012/..``, ``../2030``.
    """
    first, slash, last = text.partition("/")
    if slash:
        return _interval(first, last)
    moment = parse_moment(first)
    return TimePeriod(moment, moment) if moment else None


def _interval(first: str, last: str) -> TimePeriod | None:
    """The interval between two ends as they are written, or None if there is none."""
    start, end = parse_moment(first), parse_moment(last)
    if (start is None and first != OPEN) or (end is None and last != OPEN):
        return None
    return TimePeriod(start, end) if _can_be_ends(start, end) else None


def _can_be_ends(start: Moment | None, end: Moment | None) -> bool:
    """Whether one end is closed at least, and the first is not after the last."""
    if start and end:
        return start.first_day <= end.last_day
    return bool(start or end)


def parse_moment(text: str) -> Moment | None:
    """The year, month or day that ``text`` writes, or None."""
    found = _POINT.fullmatch(text)
    if not found or "00" in found.groups()[1:]:
        return None
    moment = Moment(*(int(part or 0) for part in found.groups()))
    return moment if _exists(moment) else None


def _exists(moment: Moment) -> bool:
    """Whether the calendar has such a moment."""
    try:
        _ = moment.first_day, moment.last_day
    except ValueError:
        return False
    return True
