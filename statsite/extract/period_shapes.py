"""What kind of time a period is: one day, whole years, without an end; and how two of them lie."""

from __future__ import annotations

from statsite.periods import Moment, TimePeriod, parse_moment
from statsite.values import replace

_MONTHS_OF_YEAR = 12


def is_named_by_years(period: TimePeriod | None) -> bool:
    """Whether a period is named by years, without a month."""
    return period is not None and period.start is not None and not period.start.month


def is_of_years(period: TimePeriod | None) -> bool:
    """Whether a period is several whole years."""
    is_long = is_closed(period) and not is_within_a_year(period)
    return is_long and is_named_by_years(period)


def is_within_a_year(period: TimePeriod | None) -> bool:
    """Whether a period is so short that what follows may be about it too: no plan's five years, and
    no time without an end.
    """
    return (
        period is not None
        and period.start is not None
        and period.end is not None
        and period.start.year == period.end.year
    )


def is_a_season(period: TimePeriod) -> bool:
    """Whether a period is two years that follow each other, as those of a season or a school year
    are named.
    """
    if period.start is None or period.end is None or not is_named_by_years(period):
        return False
    return period.end.year - period.start.year == 1


def is_over_the_turn(period: TimePeriod) -> bool:
    """Whether a period is months of two years that follow each other, as those of a season."""
    start, end = period.start, period.end
    if start is None or end is None or not (start.month and end.month) or start.day or end.day:
        return False
    return end.year - start.year == 1


def ends_with(period: TimePeriod | None, day: TimePeriod | None) -> bool:
    """Whether a day is the last one of a period."""
    end, last = period and period.end, day and day.end
    return bool(end and last and last.day and end.last_day == last.last_day)


def is_closed(period: TimePeriod | None) -> bool:
    """Whether a period has both ends."""
    return period is not None and period.start is not None and period.end is not None


def is_open(period: TimePeriod | None) -> bool:
    """Whether a period has no end yet."""
    return period is not None and period.end is None


def is_one_day(period: TimePeriod | None) -> bool:
    """Whether a period is one day."""
    if period is None or period.start is None:
        return False
    return period.start == period.end and period.start.day > 0


def is_one_month(period: TimePeriod | None) -> bool:
    """Whether a period is one month."""
    if period is None or period.start is None:
        return False
    return period.start == period.end and period.start.month > 0 and not period.start.day


def is_of_several_days(period: TimePeriod | None) -> bool:
    """Whether a period runs from one day to another."""
    return is_named_by_days(period) and not is_one_day(period)


def is_named_by_days(period: TimePeriod | None) -> bool:
    """Whether a period is named by its days."""
    if period is None or period.start is None or period.end is None:
        return False
    return period.start.day > 0 and period.end.day > 0


def days_in(period: TimePeriod | None) -> int:
    """How many days there are in a period that is named by its days; 0 in any other."""
    if period is None or not is_named_by_days(period) or period.start is None or period.end is None:
        return 0
    return (period.end.first_day - period.start.first_day).days + 1


def is_part(part: TimePeriod | None, whole: TimePeriod | None) -> bool:
    """Whether one period lies within another, longer one."""
    if part is None or whole is None or part == whole:
        return False
    if not (part.start and part.end and whole.start and whole.end):
        return False
    return whole.start.first_day <= part.start.first_day and part.end.last_day <= whole.end.last_day


def lies_before(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether a period is over before another one begins."""
    return (
        one.end is not None and other.start is not None and one.end.last_day < other.start.first_day
    )


def years_later(moment: Moment, years: int) -> Moment | None:
    """The same moment of another year; None where there is none, as of 29 February."""
    return parse_moment(str(replace(moment, year=moment.year + years)))


def months_before(moment: Moment, months: int) -> Moment:
    """The month so many ``months`` before another one."""
    at = moment.year * _MONTHS_OF_YEAR + moment.month - 1 - months
    return replace(moment, year=at // _MONTHS_OF_YEAR, month=at % _MONTHS_OF_YEAR + 1)


def period_years_later(period: TimePeriod, years: int) -> TimePeriod:
    """The same part of another year; the period as it is, where that year has no such day."""
    ends = [end and years_later(end, years) for end in (period.start, period.end)]
    is_whole = [end is None for end in ends] == [period.start is None, period.end is None]
    return TimePeriod(*ends) if is_whole else period


def same_part_of(spoken_of: TimePeriod | None, base: TimePeriod | None) -> TimePeriod | None:
    """去年同期: the same part of another year."""
    if spoken_of is None or base is None or base.start is None:
        return base
    if spoken_of.start is None or spoken_of.end is None:
        return base
    by = base.start.year - spoken_of.end.year
    start, end = years_later(spoken_of.start, by), years_later(spoken_of.end, by)
    return TimePeriod(start, end) if start and end else base
