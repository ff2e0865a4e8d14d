"""The text of an article, made ready for finding figures in it: in its normal form, every character
traceable to its file.

The marks of quotations and lists at the beginning of a line (``>``, ``-``) are removed too; a line
that was printed twice is read once. So a figure broken across narrow newspaper columns is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from statsite.disk import read_text
from statsite.evidence.lock import fingerprint
from statsite.evidence.normal_form import (
    BREAK,
    CELL,
    CELL_MARKS,
    GAP,
    SEPARATORS,
    TextPiece,
    normalised,
    pieces_of,
    with_gaps,
)
from statsite.evidence.table_rows import TextRow, table_rows
from statsite.extract.article import paragraph_offsets
from statsite.grammar.double_printing import without_double_printing
from statsite.grammar.fold_characters import plain_of
from statsite.model import TextPlace

#: The largest text of articles that is read, in bytes.
LARGEST = 384 * 1024

_LETTER_AT_THE_END = re.compile("[A-Za-z]$")
_SENTENCE_END = re.compile(r"[。!?;]")
#: A line that holds nothing but a number and its sign begins with no mark: - 5.2%, > 95%.
_NO_NUMBER_ALONE = r"(?![0-9.,]+\s*[%‰℃]?\s*(?:[，。;；]|$))"
_QUOTED_LINE = re.compile(rf"\s*(?:>\s+)+{_NO_NUMBER_ALONE}")
_LIST_MARK = re.compile(rf"\s*[-*+]\s+{_NO_NUMBER_ALONE}")
_NO_SENTENCE_GOES_ON = re.compile(r"(?:^|[。!?;:：！？；…）)】》\]])\s*$")
_NUMBER_ALONE = r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?[%‰]?"
#: How much of the lines beside an article is kept: what a sentence may need to turn a figure round.
_BESIDE = 48
_ROW_OF_NUMBERS = re.compile(rf"[|\t ]*{_NUMBER_ALONE}(?: *[|\t][|\t ]*(?:{_NUMBER_ALONE})?)*")
#: 货船 1240: a row of a word and a number.
_ROW_OF_A_WORD = re.compile(r"\s*[^\s\d，。；：]{1,12}[ \u3000\t]+[0-9][0-9,.]*\s*")


class Stretch(Struct, frozen=True):
    """Lines of an article that are together, as places in its normalised text.

    ``before`` and ``behind`` are the plain text of the lines that are in the file directly before
    and after them.
    """

    start: int
    end: int
    before: str = ""
    behind: str = ""


class Window(Struct, frozen=True):
    """A span in the plain text around it, where it is from ``start`` to ``end``."""

    plain: str
    start: int
    end: int

    @property
    def figure(self) -> str:
        """What the span prints."""
        return self.plain[self.start : self.end]

    def behind_letters(self) -> Window:
        """With a mark of a cell behind letters right before it, which end a name (其中5G)."""
        before, rest = self.plain[: self.start], self.plain[self.start :]
        if not _LETTER_AT_THE_END.search(before):
            return self
        return Window(f"{before}{CELL}{rest}", self.start + 1, self.end + 1)

    def before(self, reach: int) -> str:
        """At most ``reach`` characters before it."""
        return self.plain[max(0, self.start - reach) : self.start]

    def behind(self, reach: int) -> str:
        """At most ``reach`` characters behind it."""
        return self.plain[self.end : self.end + reach]


class Article(Struct, frozen=True, dict=True):
    """An article's text: normalised, and as given.

    ``given`` are its lines as they are in the file, ``numbers`` the number of each, counted from 1.
    ``offsets`` holds for each character of ``text`` where it is in ``given``. ``stretches`` are the
    parts of ``text`` that are together in the file.
    """

    text: str
    given: str
    offsets: tuple[int, ...]
    numbers: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    @cached_property
    def plain(self) -> str:
        """``text`` in the form that the grammar reads, character for character."""
        return plain_of(self.text)

    @cached_property
    def digest(self) -> str:
        """Fingerprint of the whole text."""
        return fingerprint(self.text)

    def span_given(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``given`` that prints a span, not empty, of the normalised text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def line(self, offset: int) -> int:
        """The line of the file in which a place in ``given`` is."""
        return self.numbers[self._line_index(offset)]

    def ends_a_cell(self, end: int) -> bool:
        """Whether a cell of a table ends where a span of ``text`` does: at a mark, or at the end of
        a row, of a line that holds nothing but a number, or a word and a number as the next line
        does.
        """
        last, following = self._between(end)
        ends_a_row = self.ends_a_row(end) or (
            "\n" in self.given[last:following]
            and (self._is_row_of_numbers(last) or self._is_row_above_another(last))
        )
        return ends_a_row or not CELL_MARKS.isdisjoint(self._marked[last:following])

    def ends_a_row(self, end: int) -> bool:
        """Whether a known row of a table ends where a span of ``text`` does."""
        last, following = self._between(end)
        return "\n" in self.given[last:following] and self._line_index(last) in self.rows

    def _between(self, end: int) -> tuple[int, int]:
        """Where in the article as given a span of ``text`` ends, and where what follows it
        begins.
        """
        following = self.offsets[end] if end < len(self.offsets) else len(self.given)
        return self.offsets[end - 1] + 1, following

    @cached_property
    def rows(self) -> Mapping[int, TextRow]:
        """The lines of ``given`` that are rows of tables, counted from 0."""
        return table_rows(self.given.split("\n"))

    def cell_at(self, offset: int) -> tuple[TextRow, int] | None:
        """The row and the number, from 0, of the cell in which a place in ``given`` is."""
        row = self.rows.get(self._line_index(offset))
        place = offset - self.given.rfind("\n", 0, offset) - 1
        cells = enumerate(row.cells) if row else ()
        at = next((n for n, cell in cells if cell.start <= place < cell.end), None)
        return None if row is None or at is None else (row, at)

    def names_of_rows(self, offset: int) -> tuple[str, ...]:
        """What the first cells hold of the rows that have the head and as many cells as the row in
        which a place in ``given`` is, that one among them; nothing where it is in none.
        """
        own = self.rows.get(self._line_index(offset))
        if own is None:
            return ()
        rows = self.rows.values()
        alike = (r for r in rows if r.head == own.head and len(r.cells) == len(own.cells))
        return tuple(row.cells[0].text for row in alike)

    def begins_a_cell(self, start: int) -> bool:
        """Whether a cell of a known row begins where a span of ``text`` does."""
        first = self.offsets[start]
        place = self.cell_at(first)
        line = self.given.rfind("\n", 0, first) + 1
        return place is not None and line + place[0].cells[place[1]].start == first

    def is_a_cell(self, first: int, last: int) -> bool:
        """Whether a stretch of ``given`` is all that a cell of a row holds."""
        place = self.cell_at(first)
        return place is not None and place[0].cells[place[1]].text == self.given[first:last]

    @cached_property
    def _marked(self) -> str:
        """``given`` with tabs between the cells of rows."""
        return "\n".join(_marked_lines(self.given.split("\n"), self.rows))

    def _line_index(self, offset: int) -> int:
        """The number, from 0, of the line of ``given`` in which a place is."""
        return self.given.count("\n", 0, offset)

    def _is_row_of_numbers(self, end: int) -> bool:
        """Whether the line that ends at a place in ``given`` holds nothing but a number."""
        line = self.given[self.given.rfind("\n", 0, end) + 1 : end]
        return _ROW_OF_NUMBERS.fullmatch(line) is not None

    def _is_row_above_another(self, end: int) -> bool:
        """Whether the line that ends at a place in ``given``, and the next that holds anything,
        are a word and a number each.
        """
        line = self.given[self.given.rfind("\n", 0, end) + 1 : end]
        following = self.given[end:].lstrip().partition("\n")[0]
        return all(_ROW_OF_A_WORD.fullmatch(row) is not None for row in (line, following))

    def window(self, start: int, end: int, reach: int) -> Window | None:
        """A span in the plain text around it, ``reach`` characters to both sides.

        At an end of a stretch it goes on with the file's next line, which belongs to no article but
        shows whether the stretch was cut within a sentence. None for a span that crosses stretches.
        """
        stretch = self._stretch_around(start, end)
        if stretch is None:
            return None
        before = self._before(stretch, start, reach)
        text = before + self.plain[start:end] + self._behind(stretch, end, reach)
        return Window(text, len(before), len(before) + end - start)

    def _before(self, stretch: Stretch, start: int, reach: int) -> str:
        first = start - reach
        if first > stretch.start:
            return self.plain[first:start]
        return stretch.before + self.plain[stretch.start : start]

    def _behind(self, stretch: Stretch, end: int, reach: int) -> str:
        last = end + reach
        if last < stretch.end:
            return self.plain[end:last]
        return self.plain[end : stretch.end] + stretch.behind

    def _stretch_around(self, start: int, end: int) -> Stretch | None:
        holding = (one for one in self.stretches if one.start <= start and end <= one.end)
        return next(holding, None)

    def paragraph(self, start: int) -> int:
        """The number, from 1, of the paragraph in which a character of ``text`` is."""
        return max(1, bisect_right(self._paragraphs, self.offsets[start]))

    @cached_property
    def _paragraphs(self) -> list[int]:
        return paragraph_offsets(self.given)

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span: from the last 。！？； before it to the first after it."""
        before = [found.end() for found in _SENTENCE_END.finditer(self.text, 0, start)]
        behind = _SENTENCE_END.search(self.text, end)
        return self.text[before[-1] if before else 0 : behind.end() if behind else len(self.text)]


def article(
    lines: Sequence[tuple[int, str]], beside: Mapping[int, str] = MappingProxyType({})
) -> Article:
    """The article whose lines, with their numbers in the file, are given; ``beside`` are lines of
    the file next to them.
    """
    kept = list(with_gaps(_article_pieces(lines)))
    text = "".join(character for character, _ in kept)
    offsets = tuple(offset for _, offset in kept)
    return Article(
        text,
        "\n".join(line for _, line in lines),
        offsets,
        tuple(number for number, _ in lines),
        tuple(_stretches(lines, beside, text, offsets)),
    )


def _stretches(
    lines: Sequence[tuple[int, str]], beside: Mapping[int, str], text: str, offsets: Sequence[int]
) -> Iterator[Stretch]:
    """The stretches of consecutive ``lines``."""
    for run in _runs(lines):
        start, end = bisect_left(offsets, run.start), bisect_left(offsets, run.end)
        if start < end:
            before, behind = _lines_beside(run, beside)
            joined_before = joined_to(before, text[start], last=True)
            yield Stretch(start, end, joined_before, joined_to(behind, text[end - 1], last=False))


class _Run(Struct, frozen=True):
    """Lines that follow one another in the file: the numbers of the ``first`` and the ``last``, and
    the places in ``Article.given`` where they start and end.
    """

    first: int
    last: int
    start: int
    end: int


def _runs(lines: Sequence[tuple[int, str]]) -> Iterator[_Run]:
    start = end = first = 0
    for at, (number, line) in enumerate(lines):
        end += len(line) + 1
        if not _is_followed(lines, at):
            yield _Run(lines[first][0], number, start, end)
            start, first = end, at + 1


def _lines_beside(run: _Run, beside: Mapping[int, str]) -> tuple[str, str]:
    """The end of the line before a run and the beginning of the one behind it, as they are
    searched; empty where they are not given.
    """
    before, behind = (plain_line(beside.get(n, "")) for n in (run.first - 1, run.last + 1))
    return before[-_BESIDE:], behind[:_BESIDE]


@lru_cache(maxsize=4096)
def plain_line(line: str) -> str:
    """A line as it is searched; the lines above a figure are asked for again by each of a table."""
    return plain_of(normalised(line))


def _is_followed(lines: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether the line after the one at ``at`` is the next one of the file too."""
    return at + 1 < len(lines) and lines[at + 1][0] == lines[at][0] + 1


def joined_to(beside: str, character: str, *, last: bool) -> str:
    """``beside``, its ``last`` or first character next to ``character``, with the line's end
    between two digits.
    """
    if not beside or not _are_digits(character, beside[-1 if last else 0]):
        return beside
    return beside + BREAK if last else BREAK + beside


def _are_digits(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal()


def _article_pieces(lines: Sequence[tuple[int, str]]) -> Iterator[TextPiece]:
    """The characters of an article's lines, and what is between them."""
    offset, before, is_listed = 0, "", True
    rows = table_rows([line for _, line in lines])
    marked = _marked_lines([line for _, line in lines], rows)
    for at, line in enumerate(marked):
        may_be_listed = is_listed or _NO_SENTENCE_GOES_ON.search(before) is not None
        is_listed = may_be_listed and _LIST_MARK.match(line) is not None
        yield from _line_pieces(line, offset, may_be_listed=may_be_listed)
        offset, before = offset + len(line) + 1, line
        yield CELL if at in rows else _line_end(line, _following(lines, at)), offset


def _marked_lines(lines: Sequence[str], rows: Mapping[int, TextRow]) -> list[str]:
    """``lines`` with tabs between the cells of ``rows``, as long as they are."""
    return [rows[at].marked(line) if at in rows else line for at, line in enumerate(lines)]


def _line_pieces(line: str, offset: int, *, may_be_listed: bool) -> Iterable[TextPiece]:
    """The characters of a line, which is at ``offset``, and what is between them."""
    begins = _begin(line, may_be_listed=may_be_listed)
    return _undoubled(list(pieces_of(line[begins:], offset + begins)))


def _following(lines: Sequence[tuple[int, str]], at: int) -> str:
    """The line that is in the file directly behind the one at ``at``; empty where it is not one of
    ``lines``.
    """
    return lines[at + 1][1] if _is_followed(lines, at) else ""


def _line_end(line: str, following: str) -> str:
    """What the end of a line separates: the rows of a table, paragraphs, or lines of one text."""
    if not (line.strip() and following.strip()):
        return GAP
    return CELL if _ROW_OF_NUMBERS.fullmatch(line) else BREAK


def _begin(line: str, *, may_be_listed: bool) -> int:
    """Where the text of a line begins after the marks of quotations and lists."""
    quoted = _end_of(_QUOTED_LINE, line, 0)
    return _end_of(_LIST_MARK, line, quoted) if may_be_listed or quoted else quoted


def _end_of(mark: re.Pattern[str], line: str, begin: int) -> int:
    """Where a mark ends that is at ``begin``; ``begin`` where there is none."""
    found = mark.match(line, begin)
    return found.end() if found else begin


def _undoubled(pieces: list[TextPiece]) -> Iterable[TextPiece]:
    """The characters of a line, those of one that was printed twice once; in such a line nothing is
    between the copies.
    """
    if any(character in SEPARATORS or len(character) > 1 for character, _ in pieces):
        return pieces
    once = without_double_printing("".join(character for character, _ in pieces))
    return pieces if once is None else [pieces[second] for _, second in once]


def _own_lines(place: TextPlace, written: Mapping[int, str]) -> list[tuple[int, str]]:
    """The lines of a place among those ``written`` in its file, with their numbers."""
    numbers = (n for first, last in place.lines for n in range(first, last + 1))
    return [(number, written[number]) for number in numbers]


def _beside(place: TextPlace, written: Mapping[int, str]) -> Mapping[int, str]:
    """The lines of a file directly before and after each range of an article's."""
    numbers = chain.from_iterable((first - 1, last + 1) for first, last in place.lines)
    return {number: written[number] for number in numbers if number in written}


class TextMissing(Exception):  # noqa: N818 - named for what happened
    """An article's text cannot be opened; the message says why."""


def _why_unread(file: str, error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, OSError):
        return f"{file}: {error.strerror or error}"
    return f"{file} is not UTF-8"


class Articles(Struct, frozen=True):
    """The folder that holds the articles' texts."""

    folder: Path

    def article(self, place: TextPlace) -> Article:
        """The article that is at ``place``.

        Raises TextMissing where the file is not there, is not UTF-8 or is shorter than its line
        ranges.
        """
        written = dict(enumerate(self._lines_of(place.file), 1))
        last = place.lines[-1][1]
        if last > len(written):
            raise TextMissing(f"{place.file} has {len(written)} lines, not {last}")
        return article(_own_lines(place, written), _beside(place, written))

    def whole(self, place: TextPlace) -> str:
        """All lines of the file in which an article is.

        Raises TextMissing where the file is not there or is not UTF-8.
        """
        return "\n".join(self._lines_of(place.file))

    def _lines_of(self, file: str) -> list[str]:
        try:
            return read_text(self.folder / file, LARGEST).split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise TextMissing(_why_unread(file, error)) from error
