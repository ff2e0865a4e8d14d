"""The first edition of an event and the one before it (首届, 上届): each has the year that the
article names with it somewhere, 2016年首届 in one that tells elsewhere 首届只有900人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.extract.mention import TimeMention
from statsite.periods import Moment, TimePeriod

_FIRST, _BEFORE = "首", "上"
#: An edition with its year.
_WITH_YEAR = re.compile("(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年的?(?P<which>[首上])一?届")
#: An edition without one, of which its clause tells; nothing is compared with it.
_ALONE = re.compile(
    "(?<=[，。;!?\n而但])(?P<which>[首上])一?届(?![冠亚季]军|得主)(?=[^，。;!?0-9的]{0,8}(?:为|是|仅|只|有|设|共|收|达|吸引)|[^，。;!?0-9的]{0,10}(?:[0-9]|近[0-9])|[^，。;!?0-9的]{0,8}期间，)"
    "|(?<![比较与由从同于在])上届(?=[只仅才][^，。;!?0-9的]{0,6}[0-9])"
)
#: A later edition than the first, of which the article tells.
_LATER = re.compile("第(?:[2-9]|[1-9][0-9]|[二三四五六七八九十]{1,3})届")
_DURING = re.compile("[^，。;!?0-9]{0,8}期间，")
#: A sentence that has named a year.
_IN_A_YEAR = re.compile("[0-9]{4}年[^。!?]{0,40}$")
_REACH = 48
#: What the text comes back to the present edition with.
_ENDS = re.compile("[，。;!?]|此次|本次|这次|今年|本届|今届")


def editions(plain: str) -> Iterator[TimeMention]:
    """Where ``plain`` tells of an edition by its place alone, each to the end of its clause: with
    the year of that edition; without one where the article names none and is about a later one.
    """
    years = {found["which"]: Moment(int(found["year"])) for found in _WITH_YEAR.finditer(plain)}
    is_of_a_later_one = _LATER.search(plain) is not None
    for found in _ALONE.finditer(plain):
        which = found["which"] or _BEFORE
        year = years.get(which)
        is_first = year is None and which == _FIRST
        if is_first and not (is_of_a_later_one and _is_without_a_year(plain, found.start())):
            continue
        during = _DURING.match(plain, found.end())
        ended = _ENDS.search(plain, during.end() if during else found.end())
        until = ended.start() if ended else len(plain)
        period = TimePeriod(year, year) if year else None
        yield TimeMention(found.start(), found.end(), period, until=until, is_sure=False)


def _is_without_a_year(plain: str, place: int) -> bool:
    """Whether the sentence of a place has named no year before it: 1924年建校时，首届只有."""
    return _IN_A_YEAR.search(plain, max(0, place - _REACH), place) is None
