"""The year in which a text was written that gives no date, as an anniversary of something whose
first year it tells (1956年开馆, 建馆70周年), or the first or last year of a plan, shows it.
"""

from __future__ import annotations

import re
from itertools import islice, product

from statsite.extract.begun_times import BEGINNING
from statsite.extract.time_expressions import years_of_plan
from statsite.grammar.small_numbers import small_number

_COUNT = "(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_BEGAN = f"(?:{BEGINNING.pattern}|建[成校院馆站厂社园]|始建|创建|创立|落成|诞生|竣工)"
#: 成立五周年, 开通20年来; not what was celebrated at another time: 五周年庆典后.
_ANNIVERSARY = re.compile(
    f"(?P<began>{_BEGAN})[一-鿿“”]{{0,4}}{_COUNT}(?:周年(?!庆?[^，。]{{0,4}}[后时])|年来)"
)
_FIRST_YEAR = re.compile(
    f"(?<![0-9比较到至])(?P<year>(?:1[89]|20)[0-9]{{2}})年[^，。;!?0-9]{{0,10}}?(?P<began>{_BEGAN})"
    f"|(?P<before>{_BEGAN})于(?P<behind>(?:1[89]|20)[0-9]{{2}})年"
)
#: How many anniversaries and first years of a text are looked at.
_FEW = 20
#: The year of which a plan is told as its first or its last.
_END_OF_PLAN = re.compile(
    "十(?P<plan>[一二三四五六])五”?(?:规划)?的?(?:(?P<last>收官|最后一年|末年)|开局|第一年|首年|起步之年)"
)


def year_of_anniversary(plain: str) -> int:
    """The year that an anniversary or the end of a plan shows; 0 where none does."""
    return max(_year_of_plan(plain), *_years_counted(plain))


def _years_counted(plain: str) -> list[int]:
    """The years that are so many after the first one that the text tells of the same."""
    counted = list(islice(_ANNIVERSARY.finditer(plain), _FEW))
    begun = list(islice(_FIRST_YEAR.finditer(plain), _FEW)) if counted else []
    return [
        0,
        *(
            int(first["year"] or first["behind"]) + _number(one["count"])
            for one, first in product(counted, begun)
            if _are_of_one_beginning(one, first)
        ),
    ]


def _are_of_one_beginning(anniversary: re.Match[str], first: re.Match[str]) -> bool:
    """Whether years are counted from what began in a year, by a character that both tell of it
    with: 1956年开馆, 建馆70周年.
    """
    began = first["began"] or first["before"]
    return not set(began).isdisjoint(anniversary["began"])


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else small_number(words)


def _year_of_plan(plain: str) -> int:
    """The first or the last year of a plan, where a text calls its own so; else 0."""
    found = _END_OF_PLAN.search(plain)
    if found is None:
        return 0
    years = years_of_plan(found["plan"])
    return years[-1] if found["last"] else years[0]
