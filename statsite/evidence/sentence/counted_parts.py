"""The parts of a figure's sentence that count something: its own, those that count in the same
unit, and those that name what it is a part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statsite.grammar.lexicon import HAN_NUMERALS, NUMBER, SCALES

_PART_END = re.compile("[，、;:()]|(?:和|及|与|而)(?=[^，、;:]{0,12}[0-9])")
#: The characters of a figure that are none of its unit.
_OF_NUMBERS = f"0123456789.,{HAN_NUMERALS}约近超过逾余多"
_LONGEST_BEHIND = 12
#: How a part begins that has its subject from another one: 比2020年的, 占地区生产总值的.
OF_ANOTHER = re.compile("[比较与和同跟]|[也还又并且则已约]{0,2}占(?!地(?!区|方)|用|有|领|据)")
#: A part that names what the next ones are parts of: 全省的大学生里.
_WHOLE = re.compile("(?:里|[当之]?中|里面)$")


@dataclass(frozen=True, slots=True)
class CountingPart:
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
    unit = re.escape(figure.strip(_OF_NUMBERS))
    counted = re.compile(f"{NUMBER}[{SCALES}]*[余多]?{unit}")
    numbers = (counted.search(part) for part in (*earlier, *later) if unit)
    yield from (_split(number) for number in numbers if number)


def _split(number: re.Match[str]) -> CountingPart:
    """The part in which a number was found, as what is before and behind it."""
    part = number.string
    return CountingPart(part[: number.start()], part[number.end() :][:_LONGEST_BEHIND])


def _noun_behind(behind: str) -> str:
    return _PART_END.split(behind)[0].partition("。")[0][:_LONGEST_BEHIND]
