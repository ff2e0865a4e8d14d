"""The time that an article gives to a figure, as a draft of the article takes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta

from msgspec import Struct

from statsite.evidence.context.figure_case import FigureCase, years_at_ends
from statsite.evidence.sentence.counted_times import counted_time
from statsite.evidence.sentence.former_times import in_force_before
from statsite.evidence.sentence.later_times import heading_year, later_time
from statsite.evidence.sentence.own_times import (
    is_made_known_then,
    is_of_a_beginning,
    is_of_a_thing,
    is_of_its_round,
    is_of_some_days,
    is_of_some_years,
    is_said_by_what_is_of,
    is_seen_then,
    is_set,
    is_so_far,
    opens_a_part,
)
from statsite.extract.extraction import ExtractedQuantity
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import (
    is_a_season,
    is_of_several_days,
    is_one_day,
    is_one_month,
    is_part,
    lies_before,
    period_years_later,
)
from statsite.extract.time_expressions import COUNTED_FROM_THE_TEXT, YEARS_FROM_NOW
from statsite.grammar.patterns import any_of
from statsite.grammar.seasons import MONTHS_OF_HOLIDAYS, SEASON, SEASON_OF_TWO_YEARS
from statsite.model import Source
from statsite.periods import Moment, TimePeriod
from statsite.values import replace

#: Words for a year that is counted from that of the article, and not from one that it names.
_FROM_NOW = re.compile(
    f"(?:截至|截止到?|[到至自从由])?({any_of(YEARS_FROM_NOW.keys() - COUNTED_FROM_THE_TEXT)})"
)
#: The whole of a year that may be that of the article or the one before.
WHOLE_YEAR = "全年"
_YEAR = re.compile("(?:19|20)[0-9]{2}")
#: Words for a season, of which nobody knows the months, or a part of a year behind its number.
_SEASON = re.compile(f"{SEASON}|[春夏秋冬]|[一-鿿]季(?!度)|节|假|运|汛|期间|[渔水摘获]期")
_YEAR_OF_TWO = re.compile(f"{SEASON_OF_TWO_YEARS}|[上前]一个?季$")
#: A season or a school year right before its years in brackets: 榨季(2022/2023年), and what goes
#: from them to a figure and comes to no other one.
_IN_BRACKETS = re.compile(rf"{SEASON_OF_TWO_YEARS}\($")
_TO_THE_FIGURE = re.compile("\\)[^。;!?本这上新]*")
#: The months in which seasons may lie, and the words that end in one or two of them.
_MONTHS_OF_SEASONS = {
    "春": frozenset({2, 3, 4, 5}),
    "夏": frozenset({5, 6, 7, 8, 9}),
    "秋": frozenset({8, 9, 10, 11}),
    "冬": frozenset({11, 12, 1, 2, 3}),
}
_ENDS_IN_SEASONS = re.compile("([春夏秋冬]{1,2})[天季]?$")
#: A day that ends a longer time or begins it, and one that is told of by itself.
_UP_TO = re.compile("[至到止起前后]|以来")
_BY_ITSELF = re.compile("当[天日]|[这一单首]天|单日|首日")
#: Days before that of the article, which a draft counts from one that it names.
_DAYS_AGO = re.compile("[昨前][天日晚夜]|当[天日]")
_BEGINNING = "初"
_ALL_OF_IT = "整个"
#: What a year is named with that ends in no word for a time: 2024—2025雪季, 2024年初.
_GOES_ON = re.compile(
    f"年?的?[春夏秋冬][天季]|年?初(?![报步评审判级中期次衷心选试赛])|年?的?{SEASON_OF_TWO_YEARS}"
    f"|[一-鿿]{{1,3}}(?:节|长?假期?|黄金周|期间)|年?的?{SEASON}(?![前后])|年?的?[一-鿿]{{1,2}}季(?![度后报如])"
    "|年?的?[春夏秋冬]{1,2}(?=[，收播种耕管里])|年?的?(?:[休禁]渔|[丰枯]水|采摘|收获)期"
)
#: Months in the first and the second year of every season or school year of two years.
_AUTUMN, _SPRING = 11, 3
_MONTHS = 12
_CLAUSE_ENDS = ("，", "。", ";", ":", "“", "”", "电", "讯", "\n")


class FigureTime(Struct, frozen=True):
    """The time of a figure: its ``words``, which end at a place in ``ArticleText.plain``, and the
    period that they give the figure; ``is_sure``: it leaves an editor no doubt.
    """

    words: str
    end: int
    period: TimePeriod
    is_sure: bool

    def speaks_against(self, own: TimePeriod) -> bool:
        """Whether ``own`` is another period: it has no day in common with this, is a part of one
        year of several or, where there is no doubt, has other months of the same year, or lies
        outside of the season or the holidays that this names.
        """
        if _YEAR_OF_TWO.search(self.words):
            own = _from_summer_to_summer(own) if is_a_season(own) else own
            return are_apart(own, _from_summer_to_summer(self.period))
        if self.words.endswith(_BEGINNING):
            return are_apart(own, _around_its_beginning(self.period))
        return (
            are_apart(own, self.period)
            or _is_one_of_several_years(own, self.period)
            or (self.is_sure and _has_other_months(own, self.period))
            or _is_out_of_season(own, self.words)
        )

    def is_one_day_of(self, own: TimePeriod) -> bool:
        """Whether this is one day of the several that ``own`` is, and no end up to which or from
        which something is counted.
        """
        if not (is_of_several_days(own) and is_one_day(self.period) and is_part(self.period, own)):
            return False
        is_at_an_end = self.period.start in {own.start, own.end}
        is_by_itself = _BY_ITSELF.search(self.words) is not None
        return is_by_itself or not (is_at_an_end or _UP_TO.search(self.words))

    def is_several_days_around(self, own: TimePeriod) -> bool:
        """Whether this is, without a doubt or by its words, days of which ``own`` is one."""
        is_told = self.is_sure or self.words.startswith(_ALL_OF_IT)
        return is_told and is_of_several_days(self.period) and _is_a_day_of(self.period, own)

    def is_month_around(self, own: TimePeriod) -> bool:
        """Whether this is one month, and no end up to which something is counted, and ``own`` a day
        of it.
        """
        is_a_month = is_one_month(self.period) and not _UP_TO.search(self.words)
        return is_a_month and _is_a_day_of(self.period, own)

    def is_exceeded_by(self, own: TimePeriod) -> bool:
        """Whether this is, without a doubt, one month, and no end up to which or from which
        something is counted, and ``own`` some days of it and of another month.
        """
        is_a_month = self.is_sure and is_one_month(self.period) and not _UP_TO.search(self.words)
        is_of_both = is_of_several_days(own) and not are_apart(own, self.period)
        return is_a_month and is_of_both and not is_part(own, self.period)

    def is_one_year_of(self, own: TimePeriod) -> bool:
        """Whether this is one year, without a doubt, of the several that ``own`` is."""
        if not (self.is_sure and is_one_year(self.period)):
            return False
        first, last = own.start, own.end
        if first is None or first.month or (last and last.month):
            return False
        return first < (last or Moment(first.year + 1)) and not are_apart(own, self.period)

    def confirms(self, own: TimePeriod) -> bool:
        """Whether ``own`` is this period, without a doubt."""
        return self.is_sure and own == self.period


def time_of_figure(case: FigureCase) -> FigureTime | None:
    """The time that the article gives to the figure; None where it gives none that is known."""
    drafted = _drafted_time(case)
    return (
        _before_a_change(case)
        or _counted_time(drafted, case)
        or _later_time(drafted, case)
        or _time_of_sentence(drafted, case)
        or (None if drafted is None or _is_left(drafted, case) else _as_sure(drafted, case))
    )


def _time_of_sentence(drafted: FigureTime | None, case: FigureCase) -> FigureTime | None:
    """The last time that the figure's sentence names, where the drafted one was told before it:
    that of a former record, or of what says the figure; of a figure that no draft has, the time at
    the head of its clause.
    """
    told = [time for time in case.times_since(case.sentence) if time.period]
    if not told or (drafted and drafted.end > told[-1].start):
        return None
    last, plain = told[-1], case.around.text.plain
    before, between = plain[case.sentence : last.start], plain[last.end : case.start]
    season = _IN_BRACKETS.search(before) if _TO_THE_FIGURE.fullmatch(between) else None
    words = (season[0] if season else "") + case.around.words(last)
    is_sure = (
        is_of_its_round(before + last.lead, between)
        or is_seen_then(words + between)
        or is_said_by_what_is_of(before + last.lead, between)
        or opens_a_part(before, between)
    )
    is_its_own = is_sure or season or (case.quantity is None and _heads_its_clause(last, before))
    if not is_its_own or last.period is None:
        return None
    return _told_in(case.source, FigureTime(words, last.end, last.period, is_sure))


def _heads_its_clause(time: TimeMention, before: str) -> bool:
    """Whether a time that is no base stands at the head of a clause, ``before`` which its sentence
    has other words.
    """
    return not (time.is_base or time.until) and (not before or before.endswith(_CLAUSE_ENDS))


def _is_left(drafted: FigureTime, case: FigureCase) -> bool:
    """Whether the figure's sentence is about years that it does not name, or the drafted time is
    that of something else: of a thing, of what was set for it, of when the figure was made known.
    """
    plain = case.around.text.plain
    is_before = drafted.end <= case.sentence
    before = plain[case.paragraph : drafted.end - len(drafted.words)]
    between = plain[drafted.end : case.start]
    if is_before and (is_of_some_years(plain[case.sentence : case.start]) or is_set(before)):
        return True
    if is_one_day(drafted.period) and is_made_known_then(between):
        return True
    return is_of_a_thing(before, between) or is_of_a_beginning(between)


def _as_sure(drafted: FigureTime, case: FigureCase) -> FigureTime:
    """The drafted time, of which a year is not sure where words behind it come to a part of it that
    the figure's own period may be.
    """
    between, own = case.around.text.plain[drafted.end : case.start], case.observation.period
    begins = own is not None and own.start is not None and own.start.month == 1
    is_a_part = is_of_some_days(between) or (is_so_far(between) and begins)
    is_all = not (is_one_year(drafted.period) and is_a_part)
    return replace(drafted, is_sure=drafted.is_sure and is_all)


def _counted_time(drafted: FigureTime | None, case: FigureCase) -> FigureTime | None:
    """The time that the figure's sentence counts from another one, where the drafted one is told
    before it or is a part of its words: 十年前的7月; None where it counts none.
    """
    begin, published = case.sentence, case.source.published
    now = None if published.approximate else published.date

    def told_before(place: int) -> TimePeriod | None:
        return _last_told(case, begin + place)

    before = case.around.text.plain[begin : case.start]
    counted = counted_time(before, told_before, now)
    if counted is None or (drafted and drafted.end > begin + counted.end):
        return None
    return FigureTime(counted.words, begin + counted.end, counted.period, is_sure=False)


def _last_told(case: FigureCase, place: int) -> TimePeriod | None:
    """The last time that the figure's paragraph tells before a place, and compares nothing with."""
    told = [
        time
        for time in case.times_since(case.paragraph)
        if time.end <= place and time.period and not time.is_base
    ]
    if not told or told[-1].period is None:
        return None
    return _counted_from_publication(told[-1].period, case.around.words(told[-1]), case.source)


def _before_a_change(case: FigureCase) -> FigureTime | None:
    """The time before the last one of the paragraph from which something is so, where the sentence
    goes back to what was in force before: 7月1日起…。此前执行的标准; None where it does not.
    """
    plain = case.around.text.plain
    words = in_force_before(plain[case.sentence : case.start])
    begin = case.start - len(words)
    times = (time for time in case.times_since(case.paragraph) if time.end <= begin)
    since = [time.period.start for time in times if time.period and time.period.end is None]
    if not words or not since or since[-1] is None:
        return None
    last = since[-1].first_day - timedelta(days=1)
    until = Moment(last.year, last.month, last.day)
    return FigureTime(words, case.start, TimePeriod(None, until), is_sure=True)


def _later_time(drafted: FigureTime | None, case: FigureCase) -> FigureTime | None:
    """The time that words between the drafted one and the figure give to it: 2021年的前一届, 年初,
    the year that heads its sentence where the drafted one is of another; None where none do.
    """
    begin = max(case.sentence, drafted.end if drafted else 0)
    years = years_at_ends(drafted.period) if drafted else []
    between = case.around.text.plain[begin : case.start]
    if later := later_time(between, years[-1] if years else None):
        return FigureTime(later.words, begin + later.end, later.period, is_sure=True)
    is_told = drafted is not None and drafted.end > case.sentence
    heading = None if is_told else heading_year(between)
    if heading is None:
        return None
    return FigureTime(heading.words, begin + heading.end, heading.period, is_sure=False)


def _drafted_time(case: FigureCase) -> FigureTime | None:
    """The time that a draft of the article gives to the figure; None where it gives none."""
    quantity = case.quantity
    if quantity is None or quantity.named_at is None:
        return None
    text = case.around.text
    start, end = (bisect_left(text.starts, place) for place in quantity.named_at)
    goes_on = _GOES_ON.match(text.plain, end)
    end = goes_on.end() if goes_on else end
    drafted = drafted_time(quantity, text.plain[start:end], end)
    return drafted and _told_in(case.source, drafted)


def drafted_time(quantity: ExtractedQuantity, words: str, end: int) -> FigureTime | None:
    """The time of a quantity of a draft, or of the text before one that may have none, which
    ``words`` name that end at a place in ``ArticleText.plain``; None where there is none.
    """
    period = quantity.period or quantity.handed_on
    if period is None:
        return None
    is_sure = quantity.period is not None and "period" not in quantity.unsure
    return FigureTime(words, end, period, is_sure and not _SEASON.search(words))


def _around_its_beginning(period: TimePeriod) -> TimePeriod:
    """The months around the beginning of a year, which may be told of as its beginning (年初)."""
    year = years_at_ends(period)[0]
    return TimePeriod(Moment(year - 1, _MONTHS), Moment(year, _SPRING))


def _told_in(source: Source, time: FigureTime) -> FigureTime | None:
    """A time as an article that appeared when the ``source`` says means it; None where it may mean
    another one.
    """
    if time.words == WHOLE_YEAR and _is_of_publication(time.period, source):
        return None
    if _DAYS_AGO.match(time.words) and _is_after_publication(time.period, source):
        return None
    period = _counted_from_publication(time.period, time.words, source)
    return replace(time, words=_naming(period, time.words), period=period)


def _is_of_publication(period: TimePeriod, source: Source) -> bool:
    """Whether a period begins in the year of the article, all of which is told of in the next."""
    return period.start is not None and period.start.year == source.published.date.year


def _is_after_publication(period: TimePeriod, source: Source) -> bool:
    """Whether a period begins after the day of publication, if that is known."""
    published = source.published
    return bool(
        not published.approximate
        and period.start
        and period.start.first_day > published.date.last_day
    )


def _counted_from_publication(period: TimePeriod, words: str, source: Source) -> TimePeriod:
    """The ``period`` in the year that 去年 or 今年 means in an article whose day of publication is
    known, whichever year its sentence names before: 继2022年之后，去年; any other period as it is.
    """
    word, years = _FROM_NOW.match(words), years_at_ends(period)
    if source.published.approximate or word is None or not years:
        return period
    meant = source.published.date.year + YEARS_FROM_NOW[word[1]]
    return period_years_later(period, meant - years[0])


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
    return lies_before(one, other) or lies_before(other, one)


def is_one_year(period: TimePeriod) -> bool:
    """Whether a period is a whole year."""
    return period.start == period.end and period.start is not None and not period.start.month


def _is_a_day_of(several: TimePeriod, one: TimePeriod) -> bool:
    return is_one_day(one) and is_part(one, several)


def _is_one_of_several_years(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether ``one`` period lies in a year, and the ``other`` began in an earlier one and lasts
    beyond that; on a day, a level may be told of that several years have led to.
    """
    if one.start is None or one.end is None or other.start is None or one.end.day:
        return False
    last = other.end.year if other.end else one.end.year
    return one.start.year == one.end.year and other.start.year < min(one.start.year, last)


def _has_other_months(one: TimePeriod, other: TimePeriod) -> bool:
    """Whether two periods are of whole months, or years, of the same year, and differ."""
    are_of_months = all(map(_is_of_months, (one, other)))
    return are_of_months and years_at_ends(one) == years_at_ends(other) and one != other


def _is_out_of_season(one: TimePeriod, words: str) -> bool:
    """Whether the months of a period within one year are none of those in which the season, the
    holidays or the weeks of travel that ``words`` end in may lie.
    """
    start, end = one.start, one.end
    if start is None or end is None or start.year != end.year or not (start.month and end.month):
        return False
    named = _months_named(words)
    return bool(named) and named.isdisjoint(range(start.month, end.month + 1))


def _months_named(words: str) -> frozenset[int]:
    """The months of the season or the holidays that ``words`` end in; none where they end in no
    such word.
    """
    holidays = (months for name, months in MONTHS_OF_HOLIDAYS.items() if words.endswith(name))
    seasons = _ENDS_IN_SEASONS.search(words)
    named = map(_MONTHS_OF_SEASONS.__getitem__, seasons[1] if seasons else "")
    return frozenset[int]().union(*holidays, *named)


def _is_of_months(period: TimePeriod) -> bool:
    """Whether a period is a year, or whole months of one."""
    start, end = period.start, period.end
    if start is None or end is None or start.day or end.day:
        return False
    return start.year == end.year


def _from_summer_to_summer(period: TimePeriod) -> TimePeriod:
    """What every season or school year of two years has in common; any other time as it is."""
    years = years_at_ends(period)
    if len(years) != len({*years}) or years[0] + 1 != years[-1]:
        return period
    return TimePeriod(Moment(years[0], _AUTUMN), Moment(years[1], _SPRING))


def _are_open_alike(one: TimePeriod, other: TimePeriod) -> bool:
    return one.end is other.end is None or one.start is other.start is None
