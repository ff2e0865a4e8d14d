"""What an article says of a figure's time, and of the time that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.context.columns import time_of_column
from statsite.evidence.context.figure_case import (
    MOST_NAMED,
    RELATIVE_YEARS,
    ContextDifference,
    FigureCase,
    names_of_quantity,
    title_of,
    words_behind,
    years_at_ends,
    years_of,
)
from statsite.evidence.sentence.comparison_bases import base_misnamed
from statsite.evidence.sentence.context_words import earlier_time, year_of_list
from statsite.evidence.sentence.former_times import (
    former_time,
    year_of_bracket,
    year_of_two_digits,
)
from statsite.evidence.sentence.parts_of_years import (
    part_of_year,
    part_up_to_a_month,
    sum_of_years,
    sum_since_opening,
)
from statsite.evidence.sentence.seasons_and_days import season_or_day
from statsite.extract.mention import TimeMention
from statsite.model import Source
from statsite.periods import Moment, TimePeriod

#: A figure of so many years before its article, or fewer, is taken for one of the article's time.
_RECENT = 1
_OF_THE_BASE = re.compile("的[^，。;、!?:()]{0,8}")
_A_PART_OF_A_YEAR = re.compile("[上下]半年|季度|月(?![底末]|[0-9]+日)(?:份)?$")


def differences_of_period(case: FigureCase) -> Iterator[ContextDifference]:
    """The time that its table gives to the figure or else the time that governs it in the article,
    where its period is another, or the times that the article names, where its period's years are
    none of them.
    """
    own, said = case.observation.period, _governing_period(case)
    if own is None:
        return
    column = time_of_column(case)
    if column is not None:
        if column.is_another(own):
            yield ContextDifference("period", (column.words,))
    elif said is not None:
        words, period = said
        if _apart(own, period):
            yield ContextDifference("period", (words,))
    elif case.around.times and not any(_is_named(year, case) for year in years_at_ends(own)):
        yield ContextDifference("period", _nearest_periods(case), is_near=False)


def _governing_period(case: FigureCase) -> tuple[str, TimePeriod] | None:
    """The time that governs the figure, as printed, and its period; None where none is known."""
    governing = _governing(case)
    if governing is None:
        return None
    words = case.around.words(governing)
    period = _period_of(governing, words, case.source)
    return (words, period) if period else None


def _nearest_periods(case: FigureCase) -> tuple[str, ...]:
    """The nearest times of the article whose period is known, as they are printed."""
    stated = [mention for mention in case.around.times if mention.period]
    words = map(case.around.words, case.nearest_first(stated))
    return tuple(dict.fromkeys(words))[:MOST_NAMED]


def _governing(case: FigureCase) -> TimeMention | None:
    """The last time named before the figure in its paragraph; one that others are compared with
    governs its own figure only (2020年的12家).
    """
    before = case.times_since(case.paragraph)
    plain = case.around.text.plain
    if before and _OF_THE_BASE.fullmatch(plain, before[-1].end, case.start):
        return before[-1]
    lasting = (m for m in reversed(before) if m.until is None or case.start < m.until)
    return next((mention for mention in lasting if not mention.is_base), None)


def _period_of(mention: TimeMention, words: str, source: Source) -> TimePeriod | None:
    """The period that a time names; 今年 and 去年 are counted from the article's own year, where
    that is printed, and not from a year that the sentence names before: 继2022年之后，去年.
    """
    if source.published.approximate:
        return mention.period
    return _relative_year(words, source.published.date.year) or mention.period


def _relative_year(words: str, year: int) -> TimePeriod | None:
    """The year that 今年 or 去年 means in a text of ``year``."""
    if words not in RELATIVE_YEARS:
        return None
    meant = Moment(year + RELATIVE_YEARS[words])
    return TimePeriod(meant, meant)


def _apart(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether two periods have no day in common, or are open to the same side from
    different years.
    """
    if _are_open_alike(one, other):
        return years_at_ends(one) != years_at_ends(other)
    return _is_before(one, other) or _is_before(other, one)


def _are_open_alike(one: TimePeriod, other: TimePeriod) -> bool:
    return one.end is other.end is None or one.start is other.start is None


def _is_before(one: TimePeriod, other: TimePeriod) -> bool:
    return (
        one.end is not None and other.start is not None and one.end.last_day < other.start.first_day
    )


def _is_named(year: int, case: FigureCase) -> bool:
    """Whether the article names ``year``, or may mean it: 全年 in one that names no date is its own
    year or the one before.
    """
    ago = case.source.published.date.year - year
    if year in case.around.years or ago in case.around.years_ago:
        return True
    times = case.around.times
    is_dated = any(time.period for time in times)
    return ago == _RECENT and not is_dated and "全年" in map(case.around.words, times)


def differences_of_base(case: FigureCase) -> Iterator[ContextDifference]:
    """The last time of the sentence that something was compared with, where the figure
    has a base.
    """
    base = case.observation.compared_with
    compared = [m for m in case.times_since(case.sentence) if _is_compared_with(m, case.start)]
    if base is None:
        return
    said = compared[-1].period if compared else None
    if said is not None and _apart(base, said):
        yield ContextDifference("compared_with", (case.around.words(compared[-1]),))
    elif words := _misnamed_base(base, case):
        yield ContextDifference("compared_with", (words,))


def _misnamed_base(base: TimePeriod, case: FigureCase) -> str:
    """The words before the figure that measure its change from another time (环比), or nothing."""
    own, before = case.observation.period, case.around.text.plain[case.sentence : case.start]
    return "" if own is None else base_misnamed(before, own, base)


def _is_compared_with(mention: TimeMention, place: int) -> bool:
    """Whether a time of a known period is the base of a comparison that is made before
    ``place``.
    """
    is_over = mention.until is not None and mention.until <= place
    return mention.period is not None and (mention.is_base or is_over)


def shorter_time(case: FigureCase) -> str:
    """Months, a season or a day of the year that the figure is said to be of, or nothing."""
    own = case.observation.period
    if own is None or not _is_one_year(own):
        return ""
    before = case.around.text.plain[case.sentence : case.start]
    return _part_of_named_year(before, years_at_ends(own)[0], case) or _season_or_day(before, case)


def _part_of_named_year(before: str, own: int, case: FigureCase) -> str:
    """What of the year that governs the figure it is about, or the sum of years; or nothing."""
    said = _governing_period(case)
    if said is None:
        return sum_since_opening(before, title_of(case))
    if _A_PART_OF_A_YEAR.search(said[0]):
        return said[0]
    return part_up_to_a_month(before) or _part_of_year(said[0], case) or sum_of_years(before, own)


def _season_or_day(before: str, case: FigureCase) -> str:
    """The season, the holiday or the day that the sentence names without a year, or nothing; what
    is called by it has the figure of it.
    """
    words, named = season_or_day(before)
    return "" if any(named in text for text in names_of_quantity(case) if text) else words


def _is_one_year(period: TimePeriod) -> bool:
    return period.start == period.end and period.start is not None and not period.start.month


def _part_of_year(year: str, case: FigureCase) -> str:
    """What of the ``year`` before the figure it is about, unless its indicator is called so."""
    governing = _governing(case)
    if governing is None:
        return ""
    between = case.around.text.plain[governing.end : case.start]
    part = part_of_year(year, between)
    return "" if any(part[:2] in text for text in names_of_quantity(case) if text) else part


def other_time(before: str, case: FigureCase) -> str:
    """A year that a list gives to the figure, or words that count its time from that of another
    figure, where its own is the time of that other one.
    """
    own, said = case.observation.period, _governing_period(case)
    if own is None or not years_at_ends(own):
        return ""
    years = (year_of_list(before), year_of_bracket(before), year_of_two_digits(before))
    year = next((year for year in years if year and year not in years_of(own)), None)
    if year is not None:
        return f"{year}年"
    earlier = earlier_time(before) if said and not _apart(own, said[1]) else ""
    return earlier or _former_time(before, own, case)


def _former_time(before: str, own: TimePeriod, case: FigureCase) -> str:
    """The words beside the figure that make it one of a former time, unless its own is one: long
    before the article's; or nothing.
    """
    oldest = case.source.published.date.year - _RECENT
    return former_time(before, words_behind(case)) if years_at_ends(own)[-1] >= oldest else ""
