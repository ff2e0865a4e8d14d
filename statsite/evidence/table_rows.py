"""Which lines of a file are rows of a table whose cells blanks, tabs, bars or commas part.

A full-width blank or several blanks part cells, but also the groups of a number that was set wide.
They part cells where the lines of a table agree in how many there are, and either a head says so or
no two numbers side by side could be one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from msgspec import Struct

from statsite.extract.measure_words import MEASURE_WORDS
from statsite.grammar.lexicon import SCALES
from statsite.grammar.patterns import any_of

#: What parts cells: of a line, the first of these that is in it.
_SEPARATORS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[|｜]",
        r"\t",
        # Two blanks, neither of them thin, or a full-width one.
        r"[ \u00a0]*\u3000[ \u00a0\u3000]*|[ \u00a0]{2,}",
        "，",
    )
)
_AT_THE_ENDS = " \t\u00a0\u3000|｜"
_COMMA = len(_SEPARATORS) - 1
_OF_SENTENCES = frozenset("。！？；!?;")
_LONGEST_CELL, _FEWEST = 24, 2
_RULE = re.compile(r"[\s:|｜+—─-]+")
_NUMBER = re.compile(r"[-−+±＋－]?[0-9０-９][0-9０-９,，.．]*(?: [0-9]{3})*[%％‰]?")
#: Words behind a number that make a time, a grade or one of several of it: 3月, 2级, 1号.
_ALSO_OF_HEADS = frozenset({*"年月日天时分岁级号届班组周度线%", "个月", "周岁", "季度"})
_COUNTED = any_of(word for word in MEASURE_WORDS if word not in _ALSO_OF_HEADS)
_AMOUNT = re.compile(
    rf"[-−+±＋－]?(?P<number>[0-9][0-9,.]*)(?:[{SCALES}]+[余多]?(?:{_COUNTED})?|[余多]?(?:{_COUNTED}))"
)
_NO_NUMBER = re.compile(r"[-—–…·*/\s]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")
_BARE_YEAR = re.compile("[0-9]{4}")
#: So far apart are two years of a head at most.
_FARTHEST_YEAR = 30
_GROUP = re.compile(r"[0-9０-９]{3}(?:[.．][0-9０-９]+)?[%％‰]?")
_BEFORE_A_GROUP = re.compile(r"[-−+±＋－]?[0-9０-９]{1,3}(?:[ ,，][0-9]{3})*")
_WORD = re.compile(r"[^\W\d_]")
#: What stands by itself in a line that blanks or bars part, be it a row or not.
_WORD_APART = re.compile(r"[^\s|]+")
#: So many lines above a row its head is looked for.
FARTHEST_HEAD = 20
#: What at the head of a line goes on with the number at the end of the one above.
_GOES_ON = re.compile(r"\s*[十百千万亿余多来几%％‰成倍半个]")


class TextCell(Struct, frozen=True):
    """What a cell holds, and where it begins and ends in its line."""

    text: str
    start: int
    end: int


class TextRow(Struct, frozen=True):
    """A row of a table: its cells, and for each what the head of the table has over it, if there is
    a head.
    """

    cells: tuple[TextCell, ...]
    head: tuple[str, ...] = ()

    def marked(self, line: str) -> str:
        """The ``line`` with a tab for every character between its cells, as long as it is."""
        marked = list(line)
        for first, second in pairwise(self.cells):
            marked[first.end : second.start] = "\t" * (second.start - first.end)
        return "".join(marked)


class _Line(Struct, frozen=True):
    """A line that cells are parted in: which kind of mark parts them, and whether it is set in."""

    number: int
    kind: int
    cells: tuple[TextCell, ...]
    is_set_in: bool

    @property
    def is_head(self) -> bool:
        """Whether it may be the head of a table: it has words, no amounts alone behind the first,
        and no numbers but years, of which bare ones follow one another.
        """
        texts = [cell.text for cell in self.cells]
        return (
            not any(map(_is_number, texts))
            and not _are_amounts(texts[1:])
            and any(map(_WORD.search, texts))
            and follow_one_another([int(text) for text in texts if _BARE_YEAR.fullmatch(text)])
        )

    def has_numbers_alone(self) -> bool:
        """Whether all of its cells but the first hold a number, or a mark for none."""
        return all(_holds_no_word(cell.text) for cell in self.cells[1:])

    def has_words_first(self) -> bool:
        """Whether its first cell is none of numbers but a year."""
        return not _is_number(self.cells[0].text)


class _Run(Struct, frozen=True, dict=True):
    """Lines that follow one another, all of them parted in cells by marks of one kind."""

    lines: tuple[_Line, ...]

    def rows(self) -> Iterator[tuple[int, TextRow]]:
        """Those that are rows of a table, each with its place among all lines."""
        head: _Line | None = None
        for line, behind in zip(self.lines, (*self.lines[1:], None), strict=True):
            if line.is_head:
                head = line
                if behind and not behind.is_head and self._names_over(behind, head) is not None:
                    yield line.number, TextRow(line.cells)
            elif head and (names := self._names_over(line, head)) is not None:
                yield line.number, TextRow(line.cells, names)
            elif self._has_rows_without_a_head:
                yield line.number, TextRow(line.cells)

    def _names_over(self, line: _Line, head: _Line) -> tuple[str, ...] | None:
        """What a head says over each cell of a line; None where they do not agree. The first column
        may have no name, where the head is set in and has years alone, or the numbers are no
        groups.

        A sentence has commas too; of lines that they part there must be two that hold numbers.
        """
        if line.kind == _COMMA and self._of_numbers[len(line.cells)] < _FEWEST:
            return None
        if line.kind == _COMMA and not line.has_numbers_alone():
            return None
        names = tuple(cell.text for cell in head.cells)
        if len(names) == len(line.cells):
            return names
        may_lack_one = len(names) + 1 == len(line.cells) and line.has_words_first()
        is_sure = self._has_rows_without_a_head or all(map(_YEAR.fullmatch, names))
        is_sure = is_sure or not _has_groups(line)
        return ("", *names) if head.is_set_in and may_lack_one and is_sure else None

    @cached_property
    def _of_numbers(self) -> Counter[int]:
        """How many lines there are of numbers alone, by how many cells they have."""
        return Counter(len(line.cells) for line in self.lines if line.has_numbers_alone())

    @cached_property
    def _has_rows_without_a_head(self) -> bool:
        """Whether its lines are rows without what a head says: those that have numbers have as many
        cells, and no two numbers side by side could be one in all of them. Commas are in too much
        else.
        """
        lines = [line for line in self.lines if not line.is_head]
        sizes = {len(line.cells) for line in lines}
        return (
            self.lines[0].kind != _COMMA
            and len(lines) >= _FEWEST
            and len(sizes) == 1
            and not any(_may_be_one(column, lines) for column in range(sizes.pop() - 1))
        )


def table_rows(lines: Sequence[str]) -> Mapping[int, TextRow]:
    """The rows of tables among ``lines``, by their place there, counted from 0."""
    rows = {number: row for run in _runs(lines) for number, row in run.rows()}
    return {number: row for number, row in rows.items() if _ends_itself(lines, number, rows)}


def words_apart(line: str) -> tuple[TextCell, ...]:
    """What any blank and any bar part in a line, where it is not known whether it is a row."""
    return tuple(TextCell(one[0], *one.span()) for one in _WORD_APART.finditer(line))


def has_cells(line: str) -> bool:
    """Whether marks part a line in cells, be it a row or not."""
    return _split(0, line) is not None


def _ends_itself(lines: Sequence[str], number: int, rows: Container[int]) -> bool:
    """Whether the line behind is one of the ``rows`` too, or does not go on with the number at the
    end of the one at ``number``.
    """
    behind = number + 1
    return behind in rows or behind == len(lines) or _GOES_ON.match(lines[behind]) is None


def _runs(lines: Sequence[str]) -> Iterator[_Run]:
    """The stretches of lines that are parted in cells by marks of one kind, empty lines and rules
    between them aside.
    """
    split = (
        _split(number, line)
        for number, line in enumerate(lines)
        if line.strip() and not (_RULE.fullmatch(line))
    )
    for kind, run in groupby(split, key=lambda line: line.kind if line else None):
        if kind is not None:
            yield _Run(tuple(line for line in run if line))


def _split(number: int, line: str) -> _Line | None:
    """A line in cells; None where it is a sentence or nothing parts it."""
    if _OF_SENTENCES.isdisjoint(line):
        for kind, separator in enumerate(_SEPARATORS):
            if separator.search(line.strip()):
                return _line_of(number, line, kind)
    return None


def _line_of(number: int, line: str, kind: int) -> _Line | None:
    """A line in cells that are few and short enough; a comma at one of its ends is a sentence's."""
    cells = _cells(line, _SEPARATORS[kind])
    is_row = len(cells) >= _FEWEST and all(len(cell.text) <= _LONGEST_CELL for cell in cells)
    is_row = is_row and (kind != _COMMA or all(cell.text for cell in cells))
    return _Line(number, kind, cells, line[:1].isspace()) if is_row else None


def _cells(line: str, separator: re.Pattern[str]) -> tuple[TextCell, ...]:
    """The cells of a line; marks at its two ends part nothing."""
    first, last = len(line) - len(line.lstrip(_AT_THE_ENDS)), len(line.rstrip(_AT_THE_ENDS))
    parted = [found.span() for found in separator.finditer(line, first, last)]
    starts = [first, *(end for _, end in parted)]
    ends = [*(start for start, _ in parted), last]
    return tuple(_cell(line, *place) for place in zip(starts, ends, strict=True))


def _cell(line: str, start: int, end: int) -> TextCell:
    """What is between two marks, without the blanks at its ends."""
    held = line[start:end]
    start += len(held) - len(held.lstrip())
    return TextCell(held.strip(), start, start + len(held.strip()))


def _may_be_one(column: int, lines: Sequence[_Line]) -> bool:
    """Whether what a column holds and what the next one does could be one number in each line."""
    return all(
        _BEFORE_A_GROUP.fullmatch(line.cells[column].text) is not None
        and _GROUP.fullmatch(line.cells[column + 1].text) is not None
        for line in lines
    )


def _has_groups(line: _Line) -> bool:
    """Whether two cells side by side of a line could be one number."""
    return any(_may_be_one(column, [line]) for column in range(len(line.cells) - 1))


def follow_one_another(years: Sequence[int]) -> bool:
    """Whether numbers may be the years of a head: none, or several in order; one may be any
    number.
    """
    steps = [second - first for first, second in pairwise(years)]
    in_order = all(0 < step <= _FARTHEST_YEAR for step in steps) or all(
        -_FARTHEST_YEAR <= step < 0 for step in steps
    )
    return len(years) != 1 and in_order


def _are_amounts(texts: Sequence[str]) -> bool:
    """Whether cells hold amounts with what they count, but none of them a number of its own in
    order, as things are called: 1期, 2期.
    """
    amounts = [*map(_AMOUNT.fullmatch, texts)]
    numbers = [amount["number"] for amount in amounts if amount]
    in_order = [str(number) for number in range(1, len(amounts) + 1)]
    return len(numbers) == len(amounts) and numbers != in_order


def _holds_no_word(text: str) -> bool:
    """Whether a cell holds a number alone, or a mark that there is none."""
    return _is_number(text) or _NO_NUMBER.fullmatch(text) is not None


def _is_number(text: str) -> bool:
    """Whether a cell holds a number alone, and no year."""
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None
