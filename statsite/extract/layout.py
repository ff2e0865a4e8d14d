"""The lines of an article: which of them begin a passage, which are headings, and whether they are
the lines of a narrow column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from statsite.extract.article import ArticleText
from statsite.extract.text_places import TextPlaces
from statsite.grammar.small_numbers import WEEKDAY

#: A line of a column is no wider than this, in wide characters; a heading is no longer.
_WIDEST_COLUMN, _LONGEST_HEADING = 60, 40
_LONGEST_READ = 120
_NUMBERED = re.compile(
    "(?:[0-9]{1,2}[.、](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))|[一二三四五六七八九十]{1,3}、"
    "|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[■◆▲●★◎])"
)
#: The last characters of a line within a sentence, and not of a name, such as that of a
#: photographer.
_GOES_ON_BEHIND = re.compile(r"[一-鿿0-9，、](?<![摄文图供])$")
_CAPTION = re.compile("图[①-⑳0-9一二三四五六七八九十]|[△▲]")
#: The marks of headings, those of the widest sections first.
MARKS_OF_SECTIONS = (
    "[一二三四五六七八九十]{1,3}、",
    "[(（][一二三四五六七八九十]{1,3}[)）]",
    "[0-9]{1,2}[.、]",
    "[(（][0-9]{1,2}[)）]",
)
#: Marks of things that are side by side: items of a list, captions of pictures, questions.
_ITEM = re.compile(
    rf"[■◆▲●★◎△]|{_CAPTION.pattern}|(?:[一-鿿]{0, 8}?提?问|读者|记者|网友|主持人)[:：]"
)
DEEPEST = len(MARKS_OF_SECTIONS) + 2
_NUMERAL = re.compile("[0-9]|[一二三四五六七八九两]成")
_LEVEL = re.compile("|".join(f"({mark})" for mark in MARKS_OF_SECTIONS))
_ENDS_A_SENTENCE = re.compile(r"[。!?…][”’)」』]?$")
_GOES_ON = re.compile(r"[，、;:(“《]$")
_SENTENCE = re.compile(r"[。!?;，]|:.{0,30}[0-9]")
_WITHIN_A_SENTENCE = re.compile(r"[，。、;]")
#: What no heading holds: the end of a sentence, or words that something must follow.
_IN_NO_HEADING = re.compile("。|，[^，]{0,40}[在到至达为约超近逾由从的和与及]$")
#: The first line of a newspaper's page.
_PAGE_HEAD = re.compile(
    "(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日[^，。;]{0,12}"
    f"(?:{WEEKDAY}"
    "|第[0-9A-Z一二三四五六七八九十]{1,3}[版期])"
)
_BRACKET = re.compile(r"[(（][^()（）]{1,60}[)）]")
_FEWEST_LINES = 4
#: The most lines of a head, above the first paragraph that is set in.
_MOST_LINES_AT_HEAD = 6
_INDENT = 2


class Layout:
    """What the layout of an article says of its lines, which are counted from 0.

    ``first_text`` is the first line that holds a sentence. ``passages`` are the places in
    ``ArticleText.plain`` where a paragraph, a heading or an item of a list begins; ``places`` tell
    of any place its sentence and its passage.
    """

    def __init__(self, article: ArticleText) -> None:
        self._article = article
        self._plain = article.plain
        self._lines = article.line_starts
        lines = range(len(self._lines))
        self._texts = [self._text(at) for at in lines]
        self.first_text = self._first_sentence()
        self._column = self._width_of_column()
        self._characters = self._characters_of_line()
        indented = [at for at in lines if self._is_indented(at)]
        self._has_indents = len(indented) > 1
        self._lines_at_head = _lines_at_head(indented)
        self._begins = [at == 0 or self._begins_a_passage(at) for at in lines]
        self.passages = tuple(compress(self._lines, self._begins))
        self.places = TextPlaces(article.plain, article.sentence_ends, self.passages)

    def _first_sentence(self) -> int:
        """The first line that holds a sentence; how many lines there are, where none does."""
        holding = (at for at, line in enumerate(self._texts) if _SENTENCE.search(line))
        return next(holding, len(self._lines))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def line_of(self, place: int) -> int:
        """The line in which a place of the plain text lies."""
        return max(0, bisect_right(self._lines, place) - 1)

    def passage_of(self, place: int) -> int:
        """The number of the passage in which a place of the plain text lies."""
        return max(0, bisect_right(self.passages, place) - 1)

    def start(self, at: int) -> int:
        """Where a line begins."""
        return self._lines[at]

    def text(self, at: int) -> str:
        """A line, of a long one its beginning."""
        return self._texts[at]

    def stands_alone(self, at: int) -> bool:
        """Whether a line is a passage of its own."""
        return self._begins[at] and (at + 1 == len(self._lines) or self._begins[at + 1])

    def is_heading(self, at: int) -> bool:
        """Whether a line is short, a passage of its own without a sentence in it, and
        not the last.
        """
        line = self._texts[at]
        is_short = len(line) <= _LONGEST_HEADING and not _SENTENCE.search(line)
        return is_short and at + 1 < len(self._lines) and self.stands_alone(at)

    def is_numbered(self, at: int) -> bool:
        """Whether a line begins a passage with the number of a section, or the mark of an item."""
        return self._begins[at] and _NUMBERED.match(self._texts[at]) is not None

    def level(self, at: int) -> int:
        """How deep a heading is by its mark, from 1 on; 0 if it has none."""
        mark = _LEVEL.match(self._texts[at])
        return mark.lastindex or 0 if mark else 0

    def depth(self, at: int) -> int:
        """How deep the section lies that a line begins: a heading without a mark, one with a mark,
        an item of a list; 0 if it begins none.
        """
        line = self._texts[at]
        if not self._begins[at]:
            return 0
        if _ITEM.match(line):
            return DEEPEST
        if level := self.level(at):
            return level + 1
        return 1 if self._is_plain_heading(at) else 0

    def names_a_subject(self, at: int) -> bool:
        """Whether a heading names what follows, and tells no figure of its own: 二、主要指标."""
        line = self._texts[at]
        return not _ITEM.match(line) and self.is_heading(at) and not _tells_a_figure(line)

    def is_headline(self, at: int) -> bool:
        """Whether a line is short, a passage of its own and no sentence that ends."""
        line = self._texts[at]
        return (
            len(line) <= _LONGEST_HEADING
            and self.stands_alone(at)
            and not _ENDS_A_SENTENCE.search(line)
        )

    def _is_plain_heading(self, at: int) -> bool:
        """Whether a line is a heading without a mark and without a figure, as rows of a table have
        them, and is after the first text.
        """
        return at > self.first_text and self.is_heading(at) and not _NUMERAL.search(self._texts[at])

    def headings(self) -> Iterator[int]:
        """The lines that are headings, or begin with the number of a section, in order."""
        return filter(self._heads, range(len(self._lines)))

    def _heads(self, at: int) -> bool:
        """Whether a line is a heading, or begins with the number of a section."""
        return self._begins[at] and bool(self.is_heading(at) or self.level(at))

    def _text(self, at: int) -> str:
        end = self._lines[at + 1] if at + 1 < len(self._lines) else len(self._plain)
        return self._plain[self._lines[at] : min(end, self._lines[at] + _LONGEST_READ)]

    def _width_of_column(self) -> float:
        """How wide the lines are at whose ends the text goes on; 0 if each line is a passage."""
        going_on = [line for line in self._texts if not _ENDS_A_SENTENCE.search(line)]
        full = _middle(_width(line) for line in going_on if not _NUMBERED.match(line))
        if not 0 < full <= _WIDEST_COLUMN:
            return 0
        alike = [line for line in going_on if _is_as_wide(line, full)]
        return full if self._are_of_a_column(alike) else 0

    def _are_of_a_column(self, alike: Sequence[str]) -> bool:
        """Whether lines of one width are many, and hold parts of sentences."""
        if len(alike) < max(_FEWEST_LINES, 0.4 * len(self._texts)):
            return False
        of_sentences = sum(_WITHIN_A_SENTENCE.search(line) is not None for line in alike)
        return of_sentences >= 0.4 * len(alike)

    def _characters_of_line(self) -> float:
        """How many characters a full line of the column has."""
        if not self._column:
            return 1
        return _middle(len(line) for line in self._texts if _is_as_wide(line, self._column)) or 1

    def _begins_a_passage(self, at: int) -> bool:
        before = self._texts[at - 1]
        if self._is_indented(at) or _PAGE_HEAD.search(before) or at < self._lines_at_head:
            return True
        if not self._column:
            return not self._breaks_off(at - 1)
        if _BRACKET.fullmatch(before) or _BRACKET.fullmatch(self._texts[at]):
            return True
        return self._is_last_of_a_passage(before) or self._is_numbered_after(before, at)

    def _is_last_of_a_passage(self, line: str) -> bool:
        """Whether a line of a column is so short that a passage ends with it."""
        if self._ends_early(line, 0.25 * self._column) and not _GOES_ON.search(line):
            return True
        return self._ends_a_short_sentence(line)

    def _ends_a_short_sentence(self, line: str) -> bool:
        """Whether a sentence ends with a line before the edge of its column, without indents."""
        if self._has_indents or not _ENDS_A_SENTENCE.search(line):
            return False
        return self._ends_early(line, _INDENT)

    def _is_numbered_after(self, before: str, at: int) -> bool:
        """Whether a line begins with a number, and the one before it ends a sentence."""
        if not _ENDS_A_SENTENCE.search(before):
            return False
        return _NUMBERED.match(self._texts[at]) is not None

    def _breaks_off(self, at: int) -> bool:
        """Whether a line that holds a paragraph stops in the middle of a sentence, which goes on in
        the next one, as over a page's end.
        """
        start, end = self._lines[at], self._lines[at + 1]
        holds = _WITHIN_A_SENTENCE if end - start > _LONGEST_HEADING else _IN_NO_HEADING
        if not holds.search(self._texts[at]):
            return False
        following = self._texts[at + 1]
        if _NUMBERED.match(following) or _CAPTION.match(following):
            return False
        return _GOES_ON_BEHIND.search(self._plain, max(0, end - 2), end) is not None

    def _ends_early(self, line: str, by: float) -> bool:
        """Whether a line is narrower than its column, whose lines are counted in wide characters,
        or in characters.
        """
        return max(_width(line), len(line) * self._column / self._characters) < self._column - by

    def _is_indented(self, at: int) -> bool:
        return self._article.indents[at] >= _INDENT


def _tells_a_figure(line: str) -> bool:
    """Whether a heading has a number behind the one of its section."""
    mark = _LEVEL.match(line)
    return _NUMERAL.search(line, mark.end() if mark else 0) is not None


def _lines_at_head(indented: Sequence[int]) -> int:
    """How many lines are above the first paragraph that is set in, where paragraphs are; 0 if too
    many for a head.
    """
    has_head = len(indented) > 1 and indented[0] <= _MOST_LINES_AT_HEAD
    return indented[0] if has_head else 0


def _middle(sizes: Iterable[float]) -> float:
    """The size in the middle of ``sizes``, of two the larger; 0 if there are none."""
    ordered = sorted(sizes)
    return ordered[len(ordered) // 2] if ordered else 0


def _width(line: str) -> float:
    """How wide a line is, in wide characters."""
    return len(line) - 0.5 * len(line.encode("ascii", "ignore"))


def _is_as_wide(line: str, full: float) -> bool:
    return 0.8 * full <= _width(line) <= 1.2 * full
