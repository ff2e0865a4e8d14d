"""The parts of a figure's sentence that count something: its own, those that count in the same
unit, and those that name what it is a part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from statsite.grammar.amounts import TOTALS
from statsite.grammar.lexicon import HAN_NUMERALS, NUMBER, SCALES

_PART_END = re.compile("[，、;:()]|(?:和|及|与|而)(?=[^，、;:]{0,12}[0-9])")
#: The unit with which a figure ends: behind its number, and before what bounds it.
_UNIT = re.compile(
    rf"(?P<unit>[^0-9.,~—、至到{HAN_NUMERALS}{SCALES}约近超过逾余多]+?)"
    "(?:左右|上下|以[上下内]|之内|出头|不到|[余多内])?$"
)
#: Measure words of single things, which stand for one another: 医院171家，中心61个.
COUNTERS = "个家所座处名位支项条种件台辆场次"
#: Measure words of people, which 人次 are not; and shares, beside which all of something is one.
_PEOPLE, _OF_PEOPLE = frozenset("人名位"), "人(?!次)|[名位]"
_SHARE = re.compile(f"{NUMBER}%")
_LONGEST_BEHIND = 12
#: What says before a number no more than that there is so much.
SO_MUCH = "合计|总计|共计|累计|一共|总共|超过|接近|达到|只有|仅有|[有是为占达至到共约近超逾只仅已]"
#: How a part begins that has its subject from another one: 比2020年的, 占地区生产总值的.
OF_ANOTHER = re.compile("[比较与和同跟]|[也还又并且则已约]{0,2}占(?!地(?!区|方)|用|有|领|据)")
#: A part that names what the next ones are parts of: 全省的大学生里.
_WHOLE = re.compile("(?:里|[当之]?中|里面)$")


class CountingPart(Struct, frozen=True):
    """A part of a sentence that counts something: its words before the number and the noun behind
    it.
    """

    before: str
    behind: str

    @property
    def words(self) -> str:
        """Both, without the number."""
        return self.before + self.behind


def own_part(before: str, behind: str) -> CountingPart:
    """The part of its sentence that a figure is in."""
    return CountingPart(_PART_END.split(before)[-1], _noun_behind(behind))


def other_parts(before: str, figure: str, behind: str) -> Iterator[CountingPart]:
    """The other parts of the sentence that count in the unit of ``figure``, and those that name the
    whole of which it is a part.
    """
    earlier, later = _PART_END.split(before)[:-1], _PART_END.split(behind)[1:]
    yield from (CountingPart(part, "") for part in earlier if _WHOLE.search(part))
    counted = numbers_like(figure)
    numbers = (counted.search(part) for part in (*earlier, *later) if counted)
    yield from (_split(number) for number in numbers if number)


def unit_of(figure: str) -> str:
    """The unit with which a figure ends, or nothing."""
    found = _UNIT.search(figure)
    return found["unit"] if found else ""


def numbers_like(figure: str) -> re.Pattern[str] | None:
    """Numbers that count in the unit of a figure, or single things as it does; None where it has no
    unit.
    """
    if figure in TOTALS:
        return _SHARE
    unit = unit_of(figure)
    words = f"[{COUNTERS}]" if unit and unit in COUNTERS else re.escape(unit)
    words = f"(?:{_OF_PEOPLE}|{words})" if unit in _PEOPLE else words
    number = f"{NUMBER}[{SCALES}]*[余多]?[{SCALES}]*{words}"
    return re.compile(number) if unit else None


def _split(number: re.Match[str]) -> CountingPart:
    """The part in which a number was found, as what is before and behind it."""
    part = number.string
    return CountingPart(part[: number.start()], part[number.end() :][:_LONGEST_BEHIND])


def _noun_behind(behind: str) -> str:
    return _PART_END.split(behind)[0].partition("。")[0][:_LONGEST_BEHIND]
