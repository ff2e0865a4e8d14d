"""Words between the time of a sentence and a figure by which the figure is of another time: the
year of an edition or a census (2021年的前一届, 2023年第五次经济普查), the beginning of a year that
is named before (年初), so many years after it (十年后).
"""

from __future__ import annotations

import re

from msgspec import Struct

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE, SMALL_NUMERALS
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.periods import Moment, TimePeriod

_YEAR = "(?P<year>(?:19|20)[0-9]{2})年"
#: A year behind these is what something is compared with, or an end of a longer time.
_NO_END = "(?<![比较于从自由至到与同是为0-9])"
#: What comes back to another time, or goes on from the one that was named.
UP_TO_FIGURE = (
    f"(?!{IN_SENTENCE}*(?:(?:19|20)[0-9]{{2}}年|[今去本上前当]年|[本此今]届|[本此这]次|目前|如今|现[有在]|以来|至今|起))"
    f"(?P<rest>{IN_SENTENCE}*)$"
)
_ORDINAL = rf"第?[{SMALL_NUMERALS}0-9]{{1,3}}"
_EDITION = (
    rf"(?:第[{SMALL_NUMERALS}0-9]{{1,3}}届|[这那]一?届|(?:此前|之前|前|上)的?一?届|一届|首届"
    rf"|{_ORDINAL}次{IN_CLAUSE}{{0,6}}普查|[{SMALL_NUMERALS}][经农人]?普(?![通遍及查]))"
)
_OF_EDITIONS = tuple(
    re.compile(pattern + UP_TO_FIGURE)
    for pattern in (
        rf"{_NO_END}{_YEAR}的?(?:在{IN_CLAUSE}{{1,6}})?(?:举[办行]的)?{_EDITION}",
        rf"(?:此前|之前|前|上)的?一?届[即是在于，(]?{_YEAR}",
        rf"(?:普查|编目|调查|清查|考察|科考|详查|测绘)\({_YEAR}(?:完成|结束|开展|进行)?\)",
    )
)
#: The years of the censuses of the population by their numbers.
_YEAR_OF_CENSUS = {"三": 1982, "四": 1990, "五": 2000, "六": 2010, "七": 2020}
_NUMBERED = "".join(_YEAR_OF_CENSUS)
_CENSUS = re.compile(
    rf"(?<![比较于从自由与同0-9年的])(?:(?P<number>[{_NUMBERED}])普(?![通遍及查])(?!{IN_SENTENCE}{{0,16}}(?:文物|经济|农业|企业|单位|土壤|污染))"
    rf"|第(?P<of_people>[{_NUMBERED}])次(?:全国)?人口普查){UP_TO_FIGURE}"
)
_BEGINNING = re.compile(
    "(?<![比较于从自由至到与同0-9年去今上前明来当])年初(?![报步评审判级中期次衷心选试赛])"
    f"(?!{IN_CLAUSE}{{0,8}}(?:计划|预算|确定|制定|下达|提出|预期|目标|部署|预[计测]|安排|启动|开始))"
    f"(?!{IN_SENTENCE}*年[末底中])"
    f"{UP_TO_FIGURE}"
)
_HEADING = re.compile(
    rf"^(?:{IN_CLAUSE}{{2,24}}[电讯])?(?:而|但)?{_YEAR}(?!来|前|后|以来|起|至|到|初|[底末中度]|[0-9—~-])"
    rf"(?!{IN_CLAUSE}{{0,16}}(?:开工|动工|建成|投产|成立|开业|启用|开通|设立|出生|起))"
    f"{UP_TO_FIGURE}"
)
_YEARS_LATER = re.compile(
    rf"(?:^|(?<=[，。;]))(?P<number>{SMALL_NUMBER})年(?:之|以)?后{UP_TO_FIGURE}"
)


class LaterTime(Struct, frozen=True):
    """Words for the time of a figure, where they end in the text, and the period they name."""

    words: str
    end: int
    period: TimePeriod


def later_time(between: str, year: int | None) -> LaterTime | None:
    """The time that the words ``between`` the time of a sentence, which ends in the ``year`` where
    that is known, and a figure give to the figure; None where they give it none of its own.
    """
    for pattern in _OF_EDITIONS:
        if found := pattern.search(between):
            return _named(found, int(found["year"]))
    if found := _CENSUS.search(between):
        return _named(found, _YEAR_OF_CENSUS[found["number"] or found["of_people"]])
    if year is None:
        return None
    if found := _BEGINNING.search(between):
        return _named(found, year)
    found = _YEARS_LATER.search(between)
    return _named(found, year + small_number(found["number"])) if found else None


def heading_year(before: str) -> LaterTime | None:
    """The year that heads a sentence, by what that has ``before`` a figure; None where none does,
    or the sentence goes on to another time.
    """
    found = _HEADING.search(before)
    return _named(found, int(found["year"]), "year") if found else None


def _named(found: re.Match[str], year: int, first: str | int = 0) -> LaterTime:
    """The ``year`` that was found, from its ``first`` group on, without what goes on to the
    figure.
    """
    start, end, moment = found.start(first), found.start("rest"), Moment(year)
    return LaterTime(found.string[start:end], end, TimePeriod(moment, moment))
