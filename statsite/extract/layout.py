"""The lines of an article: which are headings, which give its date, and which break off in the middle of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

from statsite.extract.article import ArticleText

#: A line this short may be a heading, or stand in a narrow column.
_SHORT, _SHORTEST_OF_A_COLUMN = 40, 12
_LONGEST_READ = 120
_NUMBERED = re.compile(
    r"(?:[0-9]{1,2}[.、](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[■◆▲●★◎])"
)
_ENDS_A_SENTENCE = re.compile(r"[。!?…”)]$")
_PUNCTUATION = re.compile(r"[。!?;，:]")
_LINES_OF_A_COLUMN = 5
_INDENT = 2


class Layout:
    """What the layout of an article says of its lines, which are counted from 0."""

    def __init__(self, article: ArticleText) -> None:
        self._article = article
        self._plain = article.plain
        self._lines = article.line_starts
        within = sum(self._may_break_off(at) for at in range(len(self._lines) - 1))
        self._is_a_column = within >= max(_LINES_OF_A_COLUMN, len(self._lines) // 3)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def line_of(self, place: int) -> int:
        """The line in which a place of the plain text lies."""
        return max(0, bisect_right(self._lines, place) - 1)

    def start(self, at: int) -> int:
        """Where a line begins."""
        return self._lines[at]

    def text(self, at: int) -> str:
        """A line, of a long one its beginning."""
        end = self._lines[at + 1] if at + 1 < len(self._lines) else len(self._plain)
        return self._plain[self._lines[at] : min(end, self._lines[at] + _LONGEST_READ)]

    def stands_alone(self, at: int) -> bool:
        """Whether neither the line before goes on in a line, nor it in the next one."""
        return not self._breaks_off(at) and (at == 0 or not self._breaks_off(at - 1))

    def is_heading(self, at: int) -> bool:
        """Whether a line is short, has no sentence in it, and what follows does not go on with it."""
        line = self.text(at)
        return len(line) <= _SHORT and not _PUNCTUATION.search(line) and at + 1 < len(self._lines) and self.stands_alone(at)

    def is_numbered(self, at: int) -> bool:
        """Whether a line begins with the number of a section, or the mark of an item."""
        return _NUMBERED.match(self.text(at)) is not None and (at == 0 or not self._breaks_off(at - 1))

    def _breaks_off(self, at: int) -> bool:
        return self._is_a_column and at + 1 < len(self._lines) and self._may_break_off(at)

    def _may_break_off(self, at: int) -> bool:
        """Whether a line that is short ends within a sentence, and the next one may go on with it."""
        line = self.text(at)
        if not _SHORTEST_OF_A_COLUMN <= len(line) <= _SHORT or _NUMBERED.match(line) or _ENDS_A_SENTENCE.search(line):
            return False
        return not self._is_indented(at + 1) and not _NUMBERED.match(self.text(at + 1))

    def _is_indented(self, at: int) -> bool:
        start = self._lines[at]
        return start > 0 and self._article.starts[start] - self._article.ends[start - 1] > _INDENT
