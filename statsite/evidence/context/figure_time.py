"""The time that an article gives to a figure, as a draft of the article takes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from statsite.evidence.context.figure_case import FigureCase, years_at_ends
from statsite.model import Source
from statsite.periods import Moment, TimePeriod

#: Words for a year that is counted from that of the article, and not from one that it names.
_YEARS_FROM_NOW = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class FigureTime:
    """The time of a figure: its ``words``, which end at a place in ``ArticleText.plain``, and the
    period that they give the figure; ``is_sure``: it leaves an editor no doubt.
    """

    words: str
    end: int
    period: TimePeriod
    is_sure: bool

    def speaks_against(self, own: TimePeriod) -> bool:
        """Whether ``own`` is another period: it has no day in common with this, is a part of one
        year of several, or the whole year of which this is surely a part.
        """
        return (
            are_apart(own, self.period)
            or _is_one_of_several_years(own, self.period)
            or (self.is_sure and _ends_before_its_year(self.period) and is_one_year(own))
        )

    def confirms(self, own: TimePeriod) -> bool:
        """Whether ``own`` is this period, without a doubt."""
        return self.is_sure and own == self.period


def time_of_figure(case: FigureCase) -> FigureTime | None:
    """The time that the article gives to the figure; None where it gives none that is known."""
    quantity = case.quantity
    if quantity is None or quantity.period is None or quantity.named_at is None:
        return None
    text = case.around.text
    start, end = (bisect_left(text.starts, place) for place in quantity.named_at)
    words, is_sure = text.plain[start:end], "period" not in quantity.unsure
    period = _year_of_publication(words, case.source) or quantity.period
    return FigureTime(_naming(period, words), end, period, is_sure)


def _year_of_publication(words: str, source: Source) -> TimePeriod | None:
    """The year that 去年 or 今年 means in an article whose day of publication is known, whichever
    year its sentence names before: 继2022年之后，去年.
    """
    if source.published.approximate or words not in _YEARS_FROM_NOW:
        return None
    year = Moment(source.published.date.year + _YEARS_FROM_NOW[words])
    return TimePeriod(year, year)


def _naming(period: TimePeriod, words: str) -> str:
    """The ``words`` for a period; its year, where they name another one, as the last of a list
    does.
    """
    named, years = _YEAR.findall(words), years_at_ends(period)
    is_another = named and years and not {*map(int, named)}.intersection(years)
    return f"{years[0]}年" if is_another else words


def are_apart(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether two periods have no day in common, or are open to the same side from
    different years.
    """
    if _are_open_alike(one, other):
        return years_at_ends(one) != years_at_ends(other)
    return _is_before(one, other) or _is_before(other, one)


def is_one_year(period: TimePeriod) -> bool:
    """Whether a period is a whole year."""
    return period.start == period.end and period.start is not None and not period.start.month


def _is_one_of_several_years(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether ``one`` period lies in a year, and the ``other`` began in an earlier one and lasts
    beyond that; on a day, a level may be told of that several years have led to.
    """
    if one.start is None or one.end is None or other.start is None or one.end.day:
        return False
    last = other.end.year if other.end else one.end.year
    return one.start.year == one.end.year and other.start.year < min(one.start.year, last)


def _ends_before_its_year(period: TimePeriod) -> bool:
    """Whether a period is over before the year is in which it begins."""
    start, end = period.start, period.end
    is_within = start is not None and end is not None and start.year == end.year
    return is_within and end is not None and end.last_day != Moment(end.year).last_day


def _are_open_alike(one: TimePeriod, other: TimePeriod) -> bool:
    return one.end is other.end is None or one.start is other.start is None


def _is_before(one: TimePeriod, other: TimePeriod) -> bool:
    return (
        one.end is not None and other.start is not None and one.end.last_day < other.start.first_day
    )
