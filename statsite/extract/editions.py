"""The first edition of an event and the one before it (首届, 上届): each has the year that the
article names with it somewhere, 2016年首届 in one that tells elsewhere 首届只有900人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.extract.mention import TimeMention
from statsite.periods import Moment, TimePeriod

_FIRST = "首"
#: An edition with its year.
_WITH_YEAR = re.compile("(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年的?(?P<which>[首上])一?届")
#: An edition without one, of which its clause tells; nothing is compared with it.
_ALONE = re.compile(
    "(?<=[，。;!?\n而但])(?P<which>[首上])一?届(?=[^，。;!?0-9的]{0,8}(?:为|是|仅|只|有|设|共|收|达|吸引))"
)
#: What the text comes back to the present edition with.
_ENDS = re.compile("[，。;!?]|此次|本次|这次|今年|本届|今届")


def editions(plain: str) -> Iterator[TimeMention]:
    """Where ``plain`` tells of an edition by its place alone, each to the end of its clause: with
    the year of that edition; that before without one where the article names none.
    """
    years = {found["which"]: Moment(int(found["year"])) for found in _WITH_YEAR.finditer(plain)}
    for found in _ALONE.finditer(plain):
        year = years.get(found["which"])
        if year is None and found["which"] == _FIRST:
            continue
        ended = _ENDS.search(plain, found.end())
        until = ended.start() if ended else len(plain)
        period = TimePeriod(year, year) if year else None
        yield TimeMention(found.start(), found.end(), period, until=until, is_sure=False)
