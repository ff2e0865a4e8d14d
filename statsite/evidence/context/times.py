"""What an article says of a figure's time, and of the time that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.context.columns import time_of_column
from statsite.evidence.context.figure_case import (
    MOST_NAMED,
    ContextDifference,
    FigureCase,
    names_of_quantity,
    title_of,
    words_behind,
    years_at_ends,
    years_of,
)
from statsite.evidence.context.figure_time import (
    WHOLE_YEAR,
    FigureTime,
    are_apart,
    is_one_year,
    time_of_figure,
)
from statsite.evidence.sentence.comparison_bases import base_misnamed
from statsite.evidence.sentence.former_times import former_time, year_of_two_digits
from statsite.evidence.sentence.parts_of_years import (
    part_of_year,
    part_up_to_a_month,
    sum_of_years,
    sum_since_opening,
)
from statsite.evidence.sentence.seasons_and_days import one_day, season_or_day
from statsite.extract.mention import TimeMention
from statsite.extract.period_shapes import is_of_several_days, is_one_month, is_part
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.small_numbers import MONTH
from statsite.periods import TimePeriod

#: A figure of so many years before its article, or fewer, is taken for one of the article's time.
_RECENT = 1
_LETTERS_OF_A_NAME = 2
#: What is told of several years at once, or up to one of them.
_ALL_YEARS = re.compile(
    "[。;!?]|累计|合计|总共|共计|先后|以来|至|到|截至|历年|期间|年均|平均|[0-9两三四五六七八九十]年[间来内里，]"
)
_SEEN_BEFORE = 12
#: What is told of several days at once, or is no longer of the day that was named before.
_ALL_DAYS = re.compile(
    "[。;!?]|历时|累计|合计|总共|日均|平均|全程|整个|[0-9两三四五六七八九十]天|期间"
)
#: What is told of all days of a month together.
_ALL_OF_A_MONTH = re.compile(f"整个(?:{MONTH})月|[全整]月|合计|总共|总计|共(?![同享建有])")
#: What heads a clause that tells of all months of a year together.
_ALL_OF_A_YEAR = re.compile(
    "(?:而|但|至此)?(?:[0-9]{4}年|去年|今年|当年)?(?:全|整)年(?!目标|计划|任务|预算)"
)
#: What is told of one of several days, or of a level at the end of them.
_ONE_OF_THE_DAYS = re.compile(
    "[。;!?]|其中|日均|[单首末][日天]|一[天日]|当[天日]|最|峰|[至到达]|[降升涨跌]为|尚|仍|还有|[存累]"
)
#: What is set to be paid for each of something, in titles, and what comes of it.
_SET = re.compile("收费|补[贴助]|标准|津贴|票价|租金|[学保伙]费$")
_SPENT = re.compile("消费|花费|支出|收入|总[额价]|票房")
_MONTH_OF_IT = "月"
_A_PART_OF_A_YEAR = re.compile("[上下]半年|季度|月(?![底末]|[0-9]+日)(?:份)?$")


def differences_of_period(case: FigureCase) -> Iterator[ContextDifference]:
    """The time that its table gives to the figure or else the one that the article gives to it,
    where its period is another, or the times that the article names, where its period's years are
    none of them.
    """
    own, said = case.observation.period, time_of_figure(case)
    if own is None:
        return
    column = time_of_column(case)
    if column is not None:
        if column.is_another(own):
            yield ContextDifference("period", (column.words,))
    elif said is not None:
        ways = (
            _is_one_day_of,
            _is_one_year_of,
            _is_several_days_around,
            _is_month_around,
            _is_year_around,
            _is_exceeded_by,
        )
        if said.speaks_against(own) or any(way(own, said, case) for way in ways):
            yield ContextDifference("period", (said.words,))
    elif case.around.times and not any(_is_named(year, case) for year in years_at_ends(own)):
        yield ContextDifference("period", _nearest_periods(case), is_near=False)


def _is_one_day_of(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the article gives the figure to one of the days that its period has, and no words
    between that and the figure come back to all of them.
    """
    between = case.around.text.plain[said.end : case.start]
    return said.is_one_day_of(own) and _ALL_DAYS.search(between) is None


def _is_several_days_around(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the article gives the figure to several days of which its period is one, and no words
    between that and the figure come to that one or to a level that was reached on it.
    """
    between = case.around.text.plain[said.end : case.start]
    return said.is_several_days_around(own) and _ONE_OF_THE_DAYS.search(between) is None


def _is_month_around(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the article gives the figure to all of a month of which its period is a day."""
    plain, first = case.around.text.plain, max(said.end - _SEEN_BEFORE, case.sentence)
    is_all = _ALL_OF_A_MONTH.search(plain[first : case.start]) is not None
    return is_all and said.is_month_around(own)


def _is_year_around(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the figure's clause is of all of a year of which its period is only a part."""
    clause = CLAUSE_END.split(case.around.text.plain[case.sentence : case.start])[-1]
    is_part_of_it = is_part(own, said.period) and own != said.period
    return _ALL_OF_A_YEAR.match(clause) is not None and is_one_year(said.period) and is_part_of_it


def _is_exceeded_by(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the article gives the figure to a month beyond which its period goes, and no words
    between that and the figure come to a longer time.
    """
    between = case.around.text.plain[said.end : case.start]
    return said.is_exceeded_by(own) and _ALL_DAYS.search(between) is None


def _is_one_year_of(own: TimePeriod, said: FigureTime, case: FigureCase) -> bool:
    """Whether the article gives the figure to one of the years that its period has, and no words
    around that make it the sum of several.
    """
    begin = max(said.end - _SEEN_BEFORE, case.sentence)
    around = case.around.text.plain[begin : case.start]
    return said.is_one_year_of(own) and _ALL_YEARS.search(around) is None


def _nearest_periods(case: FigureCase) -> tuple[str, ...]:
    """The nearest times of the article whose period is known, as they are printed."""
    stated = [mention for mention in case.around.times if mention.period]
    words = map(case.around.words, case.nearest_first(stated))
    return tuple(dict.fromkeys(words))[:MOST_NAMED]


def _is_named(year: int, case: FigureCase) -> bool:
    """Whether the article names ``year``, or may mean it: 全年 in one that names no date is its own
    year or the one before.
    """
    ago = case.source.published.date.year - year
    if year in case.around.years or ago in case.around.years_ago:
        return True
    dated = {case.around.words(time) for time in case.around.times if time.period}
    return ago == _RECENT and dated == {WHOLE_YEAR}


def differences_of_base(case: FigureCase) -> Iterator[ContextDifference]:
    """The last time of the sentence that something was compared with, where the figure
    has a base.
    """
    base = case.observation.compared_with
    compared = [m for m in case.times_since(case.sentence) if _is_compared_with(m, case.start)]
    if base is None:
        return
    said = compared[-1].period if compared else None
    if said is not None and are_apart(base, said):
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
    own, said = case.observation.period, time_of_figure(case)
    before = case.around.text.plain[case.sentence : case.start]
    if is_of_several_days(own) or is_one_month(own):
        words, named = one_day(before)
        is_all_of_it = is_one_month(own) and _MONTH_OF_IT in named
        return "" if is_all_of_it else _unless_called_so((words, named), case)
    if own is None or not is_one_year(own):
        return ""
    part = _part_of_year(before, said, case)
    season = ("", "") if _is_a_set_amount(case) else season_or_day(before)
    return part or _unless_called_so(season, case)


def _is_a_set_amount(case: FigureCase) -> bool:
    """Whether the figure is what is set to be paid for each of something, which holds in a season
    as in its year, and not what was spent or earned in it.
    """
    label, title = (
        case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE),
        title_of(case),
    )
    is_a_rate = label is not None and "/" in label.other and "元" in label.other
    return is_a_rate and _SET.search(title) is not None and _SPENT.search(title) is None


def _part_of_year(before: str, said: FigureTime | None, case: FigureCase) -> str:
    """What of the year that the article gives to the figure it is about, or the sum of years; or
    nothing.
    """
    if said is None:
        return sum_since_opening(before, title_of(case))
    if _A_PART_OF_A_YEAR.search(said.words):
        return said.words
    season = "" if _is_a_set_amount(case) else _part_behind(said, case)
    return part_up_to_a_month(before) or season or sum_of_years(before)


def _unless_called_so(told: tuple[str, str], case: FigureCase) -> str:
    """The words that name a season, a holiday or a day without a year, and what names that; nothing
    where there are none, or the figure is called by it.
    """
    words, named = told
    return "" if any(named in text for text in names_of_quantity(case) if text) else words


def _part_behind(said: FigureTime, case: FigureCase) -> str:
    """What of the year that is ``said`` before the figure it is about, unless its indicator is
    called so.
    """
    part = part_of_year(said.words, case.around.text.plain[said.end : case.start])
    return "" if _is_named_by(part, case) else part


def _is_named_by(part: str, case: FigureCase) -> bool:
    """Whether the figure's unit or indicator is called by how a part of a year begins or ends."""
    ends = (part[:_LETTERS_OF_A_NAME], part[-_LETTERS_OF_A_NAME:])
    return any(end in text for end in ends for text in names_of_quantity(case) if text)


def other_time(before: str, case: FigureCase) -> str:
    """The year that the figure's sentence gives to it in two digits, or words that make its time a
    former one, where its own is another; or nothing.
    """
    own, said = case.observation.period, time_of_figure(case)
    if own is None or not years_at_ends(own) or (said and said.confirms(own)):
        return ""
    year = year_of_two_digits(before)
    is_another = year is not None and year not in years_of(own)
    return f"{year}年" if is_another else _former_time(before, own, case)


def _former_time(before: str, own: TimePeriod, case: FigureCase) -> str:
    """The words beside the figure that make it one of a former time, unless its own is one: long
    before the article's; or nothing.
    """
    oldest = case.source.published.date.year - _RECENT
    return former_time(before, words_behind(case)) if years_at_ends(own)[-1] >= oldest else ""
