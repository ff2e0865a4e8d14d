"""Numbers in the cells of tables, of which the article says more elsewhere: the scale in a head,
the other numbers of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from statsite.evidence.articles import Article, plain_line
from statsite.evidence.sentence.named_units import unit_for_head, unit_of_head, unit_of_remark
from statsite.grammar.amounts import UnitWords
from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import SCALES
from statsite.grammar.patterns import any_of

#: How long a row of a table is at most, and how far before it the head may be, in characters.
_LONGEST_ROW, _LONGEST_TABLE = 30, 300
_OF_SENTENCES = frozenset("，。；！？,;")
# A table says once in what its numbers are counted: 单位:万元, (万人), 产量/万吨.
_SCALE_OF_A_TABLE = re.compile(
    r"单位[均都皆]?[:为是]*([十百千万亿]+)|\(([百千万亿]+)(?!分)[^0-9，。()]{0,3}\)|[一-鿿](?![里克米升瓦时卡])[一-鿿]/([万亿]+)[一-鿿]"
    r"|以([百千万亿]+)[^0-9，。()]{0,3}?计|(?<![(])[一-鿿]/(千)[人元张户次家个件册]|[(/×](10(?:[²³⁴-⁹]|\^[2-9]))"
    r"|(?<![0-9])(['’]000|10[, ]?000(?=[a-z])|\([kKmM][元人吨]?\)"
    r"|[Tt]housand|[Mm]illion|[Bb]illion)"
)

#: The same in a cell of its own: 指标 亿元.
_SCALE_IN_A_CELL = re.compile(
    r"(?m)(?:^|(?<=[^\d\s])[ \t|])[ \t|]*([百千万亿]+)(?:元|人次?|吨|张|户|次|件|册)(?=[ \t|]|$)"
)

#: A unit and the mark behind it in a list of units.
_LISTED_UNIT = re.compile("[一-鿿%‰]{0,6}[、，,/和;]")

#: What may part two numbers: in the text as it is searched, and one that is not thin as given.
_GAP = re.compile(r"[ \t]")
_WIDE_GAP = re.compile(r"[0-9][ \u00a0\u3000]+[0-9]")
#: A name and numbers that full-width commas part, and what goes on with them on either side.
_ROW_OF_COMMAS = re.compile("[^，0-9]{1,12}(?:，[0-9.]+)+")
_COMMA_AND_NUMBER = re.compile("，[0-9]")
_NUMBER_AND_COMMA = re.compile("[0-9]，$")
#: The number of a row and the blank behind it.
_ROW = re.compile(r"([1-9][0-9]?)[ \u3000\t]+[0-9]")


class TableCells(Struct, frozen=True, dict=True):
    """An article in which a figure of a ``shape`` is looked for, as far as it is a table."""

    article: Article
    units: UnitWords
    shape: FigureShape

    def part_of(self, start: int, end: int) -> str:
        """What a table says of which a span is only a part, or nothing."""
        return (
            self._of_two_columns(start, end)
            or self._of_commas(start, end)
            or self._of_numbered_rows(start, end)
            or self._scaled_by_its_table(start, end)
        )

    def _of_two_columns(self, start: int, end: int) -> str:
        """What a row prints whose numbers, parted by blanks that are not thin, make up a number
        that has no unit; or nothing. What one cell of a known row holds is one number.
        """
        plain = self.article.plain
        if self.shape.unit or self.units.at(plain, end) or not _GAP.search(plain, start, end):
            return ""
        first, last = self.article.span_given(start, end)
        if self.article.is_a_cell(first, last):
            return ""
        row = self.article.given[first:last]
        return row if _WIDE_GAP.search(row) else ""

    def _of_commas(self, start: int, end: int) -> str:
        """What a row prints whose numbers, parted by full-width commas, make up a number that has
        no unit; or nothing. A row is all that its line holds, or goes on with a further number.
        """
        plain = self.article.plain
        if self.shape.unit or self.units.at(plain, end) or "，" not in plain[start:end]:
            return ""
        first, last = self.article.span_given(start, end)
        given = self.article.given
        begin, stop = given.rfind("\n", 0, first) + 1, given.find("\n", last)
        row = plain_line(given[begin : stop if stop >= 0 else len(given)])
        goes_on = _COMMA_AND_NUMBER.match(plain, end) or _NUMBER_AND_COMMA.search(
            plain, max(0, start - _LONGEST_ROW), start
        )
        return row if goes_on or _ROW_OF_COMMAS.fullmatch(row) else ""

    def _of_numbered_rows(self, start: int, end: int) -> str:
        """What a line prints whose first number is that of its row, as the next or the last line
        has it: 1 320公里, 2 285公里; or nothing.
        """
        first, last = self.article.span_given(start, end)
        given = self.article.given
        row = _ROW.match(given[first:last])
        if row is None or given[first - 1 : first] not in ("", "\n"):
            return ""
        lines = given[: first - 1].split("\n")[-1:] + given[last:].split("\n")[1:2]
        numbers = {number[1] for line in lines if (number := _ROW.match(line))}
        return row[0] if numbers & {str(int(row[1]) - 1), str(int(row[1]) + 1)} else ""

    def _scaled_by_its_table(self, start: int, end: int) -> str:
        """The head of a table that counts the span's bare number in 万 or 亿, or nothing.

        A cell may repeat the bare unit: 35.2元 under 单位:亿元.
        """
        shape, plain = self.shape, self.article.plain
        if shape.unit and self._is_in_a_row(start, end):
            return self._scaled_by_head(start, shape.unit)
        is_bare = not (shape.unit or shape.has_scale or shape.is_relative)
        if is_bare and not self.units.at(plain, end):
            return self._scaled_by_any_table(start, end)
        return ""

    def _scaled_by_any_table(self, start: int, end: int) -> str:
        """The first head before the span that counts in 万 or 亿, which no word of the unit does;
        or nothing.
        """
        first, _ = self.article.span_given(start, end)
        heads = self._heads_with_a_unit(first) or self._unit_remarked(first)
        if heads := heads or self._unit_named_above(first):
            return self._scale_not_its_own(_SCALE_OF_A_TABLE.search(heads))
        found = _SCALE_OF_A_TABLE.search(self.article.plain[:start])
        found = found or self._scale_of_its_unit.search(self._before_in_rows(first))
        return self._scale_not_its_own(found or _SCALE_IN_A_CELL.search(self.article.given[:first]))

    def _scale_not_its_own(self, found: re.Match[str] | None) -> str:
        """What a head that was found says, unless a word of the unit has its scale too, or it lists
        one beside the scaled unit: 单位:亿元、%.
        """
        if found is None or self._has_scale(found[found.lastindex or 0]):
            return ""
        is_listed = any(self.units.at(found.string, end) for end in _ends_of_marks(found))
        return "" if is_listed else found[0]

    def _heads_with_a_unit(self, first: int) -> str:
        """What is over the cell at a place in the article as given, and at the head of its row, as
        far as that ends in a unit; what the heads of other cells say is of those.
        """
        place = self.article.cell_at(first)
        if place is None:
            return ""
        row, at = place
        heads = (*row.head[at : at + 1], *(cell.text for cell in row.cells[: min(at, 1)]))
        return "\n".join(head for head in map(plain_line, heads) if unit_of_head(head))

    def _unit_remarked(self, first: int) -> str:
        """The unit that brackets before a place of the article as given give to it, in these; or
        nothing: what other brackets say is of the numbers behind them.
        """
        given = self.article.given
        before = plain_line(given[given.rfind("\n", 0, first) + 1 : first])
        unit = unit_of_remark(before, before)
        return f"({unit})" if unit else ""

    def _unit_named_above(self, first: int) -> str:
        """The unit that a line above the cell at a place of the article as given gives to the head
        over it, 产量单位:吨，产值单位:万元, in brackets; or nothing.
        """
        place = self.article.cell_at(first)
        if place is None or not place[0].head:
            return ""
        head = plain_line(place[0].head[place[1]])
        above = (row for start, row in reversed(self._rows) if start < first)
        unit = next(filter(None, (unit_for_head(row, head) for row in above)), "")
        return f"({unit})" if unit else ""

    @cached_property
    def _scale_of_its_unit(self) -> re.Pattern[str]:
        """A scale with a word of the unit and without a number: such a word is a table's unit."""
        words = {word.lstrip(SCALES) for word in self.units.longest_first} - {""}
        return re.compile(
            r"(?:(?<![0-9.,一-鿿])|(?<=币))([十百千万亿]+)"
            rf"(?:{any_of(words) or '(?!)'})(?![一-鿿](?<!计))"
        )

    @cached_property
    def _rows(self) -> tuple[tuple[int, str], ...]:
        """Where each line of the article begins in it as given, and the line as it is searched."""
        lines = self.article.given.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        return tuple((start, plain_line(line)) for start, line in zip(starts, lines, strict=False))

    def _before_in_rows(self, first: int) -> str:
        """The lines before a place of the article as given, and what its own line has before it,
        each on a line of its own.
        """
        rows = [row for start, row in self._rows if start <= first]
        line = self.article.given.rfind("\n", 0, first) + 1
        return "\n".join((*rows[:-1], plain_line(self.article.given[line:first])))

    def _has_scale(self, scale: str) -> bool:
        """Whether a word of the unit begins with ``scale``."""
        return any(word.startswith(scale) for word in self.units.longest_first)

    def _is_in_a_row(self, start: int, end: int) -> bool:
        """Whether the span's line is a row of a table: short, and no sentence."""
        given = self.article.given
        first, _ = self.article.span_given(start, end)
        line = given[given.rfind("\n", 0, first) + 1 :].partition("\n")[0]
        is_a_row = len(line) <= _LONGEST_ROW and not set(line) & _OF_SENTENCES
        return is_a_row and not self.shape.has_scale

    def _scaled_by_head(self, start: int, unit: str) -> str:
        """The head close before a row that counts in 万 or 亿 of the unit that the row repeats."""
        head = re.compile(rf"单位:?[百千万亿]+{re.escape(unit)}")
        heads = [*head.finditer(self.article.plain, max(0, start - _LONGEST_TABLE), start)]
        return heads[-1][0] if heads else ""


def _ends_of_marks(found: re.Match[str]) -> Iterator[int]:
    """Where the marks of a list of units end that begins with the scale which was ``found``."""
    end = found.end()
    while listed := _LISTED_UNIT.match(found.string, end):
        end = listed.end()
        yield end
