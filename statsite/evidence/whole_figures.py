"""Whether a stretch of an article is a whole figure, or only a part of what the article says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from statsite.evidence.articles import Article
from statsite.extract.measure_words import MEASURE_WORDS, NO_UNIT_BEFORE
from statsite.grammar.amounts import TOTALS, UnitWords
from statsite.grammar.figure_shape import UNREAD, FigureShape, shape_of
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.left_context import REACH, doubt_before
from statsite.grammar.lexicon import SCALES
from statsite.grammar.pieces import PartKind
from statsite.grammar.printed import ScannedFigure, scan_figure, scan_printed
from statsite.grammar.qualifiers import FIRST_CHARACTERS, ends_another_word
from statsite.grammar.right_context import doubt_behind
from statsite.grammar.totals import stretch_around_total

#: How far before a span a figure may begin that holds it: more than any qualifier, verb and first
#: number of a range.
_READ_FROM = 24
_MAY_BEGIN = frozenset("0123456789〇零一二两三四五六七八九十百千万亿半翻负-") | FIRST_CHARACTERS
#: The measure words by their first character, the longest first.
_WORDS_BY_FIRST = {
    first: tuple(sorted(words, key=len, reverse=True))
    for first, words in groupby(sorted(map(fold_word, MEASURE_WORDS)), key=lambda word: word[0])
}
#: Longer words for the same unit: 5元 of 5元人民币 is whole.
_SAME_UNIT = frozenset({"元人民币", "元钱", "块钱", "秒钟"})
# A table says once in what its numbers are counted: 单位:万元, (万人).
_SCALE_OF_A_TABLE = re.compile(r"单位:?([百千万亿]+)|\(([百千万亿]+)[^0-9，。()]{0,3}\)")


@dataclass(frozen=True)
class SentenceContext:
    """An article in which a figure is looked for: ``wanted`` in plain form, and the words its unit
    may be printed with.
    """

    article: Article
    units: UnitWords
    wanted: str
    _parts: dict[tuple[int, int], str | None] = field(default_factory=dict)
    _read: dict[tuple[str, int, int, bool], str] = field(default_factory=dict)

    @cached_property
    def shape(self) -> FigureShape:
        """How the wanted figure begins and ends."""
        figure = scan_printed(self.wanted, self.units)
        return shape_of(figure, self.wanted) if isinstance(figure, ScannedFigure) else UNREAD

    def part_of(self, start: int, end: int) -> str | None:
        """What the article says of which a span is only a part; nothing where it is whole; None
        where it is no stretch of the article.
        """
        if (start, end) not in self._parts:
            self._parts[start, end] = self._read_part_of(start, end)
        return self._parts[start, end]

    def is_whole(self, span: tuple[int, int]) -> bool:
        """Whether a span is a figure, and no part of a longer one."""
        return self.part_of(*span) == ""

    def _read_part_of(self, start: int, end: int) -> str | None:
        window = self.article.window(start, end, REACH)
        if window is None:
            return None
        unit_may_follow = bool(self.shape.unit) or not self.article.ends_a_cell(end)
        longer = self._longer_once((*window, unit_may_follow))
        return longer or self._scaled_by_its_table(start, end)

    def _longer_once(self, window: tuple[str, int, int, bool]) -> str:
        """As ``_longer``; a long article says the same again and again."""
        if window not in self._read:
            plain, start, end, unit_may_follow = window
            self._read[window] = self._longer(plain, start, end, unit_may_follow=unit_may_follow)
        return self._read[window]

    def _longer(self, plain: str, start: int, end: int, *, unit_may_follow: bool) -> str:
        """What ``plain`` says of which the span is only a part, or nothing; its own unit word alone
        makes no figure longer.
        """
        if self.wanted in TOTALS:
            first, last = stretch_around_total(plain, start, end)
        elif not self.shape.begins_with_number and ends_another_word(plain, start):
            first, last = start - 1, end
        else:
            first, last = self._belonging(plain, start, end, unit_may_follow=unit_may_follow)
        return "" if (first, last) == (start, end) else plain[first:last]

    def _belonging(
        self, plain: str, start: int, end: int, *, unit_may_follow: bool
    ) -> tuple[int, int]:
        """The stretch around the span of all that could belong to one figure with it."""
        first, last = self._read_around(plain, start, end)
        first = min(first, doubt_before(plain, start, end, self.shape))
        last = max(last, doubt_behind(plain, end, self.shape, self.units))
        return first, max(last, self._other_unit(plain, end)) if unit_may_follow else last

    def _read_around(self, plain: str, start: int, end: int) -> tuple[int, int]:
        """The longest stretch around the span that the grammar reads as one figure."""
        for at in range(max(0, start - _READ_FROM), start + 1):
            if plain[at] in _MAY_BEGIN or at == start:
                figure = scan_figure(plain, at, self.units)
                if isinstance(figure, ScannedFigure) and _holds(figure, at, start, end):
                    return at, figure.end
        return start, end

    def _other_unit(self, plain: str, end: int) -> int:
        """Where a measure word ends that is none of the unit's own; ``end`` where there is none.

        It is in the unit's place (5亿元 for a unit that has words, but not 元), or the span's unit
        word is only its beginning (5个 of 5个百分点, 5人 of 5人次).
        """
        if self.shape.is_qualified_behind or not self.units.longest_first:
            return end
        printed = self.shape.unit or self.units.at(plain, end)
        scale = printed[: len(printed) - len(printed.lstrip(SCALES))]
        begin = end - len(self.shape.unit) + len(scale)
        word = _measure_word(plain, begin)
        return end if self._is_own_word(word, scale, printed) else begin + len(word)

    def _is_own_word(self, word: str, scale: str, printed: str) -> bool:
        """Whether a measure word behind ``scale`` says no other unit than ``printed`` does."""
        is_longer = len(scale + word) > len(printed)
        return not is_longer or scale + word in self.units.longest_first or word in _SAME_UNIT

    def _scaled_by_its_table(self, start: int, end: int) -> str:
        """The head of a table that counts the span's bare number in 万 or 亿, or nothing."""
        shape, plain = self.shape, self.article.plain
        if shape.unit or shape.has_scale or shape.is_relative or self.units.at(plain, end):
            return ""
        found = _SCALE_OF_A_TABLE.search(plain, 0, start)
        return found[0] if found and not self._has_scale(found[1] or found[2]) else ""

    def _has_scale(self, scale: str) -> bool:
        """Whether a word of the unit begins with ``scale``."""
        return any(word.startswith(scale) for word in self.units.longest_first)


def _measure_word(plain: str, at: int) -> str:
    """The longest measure word that is at ``at`` and is not the beginning of another word, or
    nothing.
    """
    words = (
        word for word in _WORDS_BY_FIRST.get(plain[at : at + 1], ()) if plain.startswith(word, at)
    )
    return next(
        (
            word
            for word in words
            if plain[at + len(word) : at + len(word) + 1] not in tuple(NO_UNIT_BEFORE.get(word, ""))
        ),
        "",
    )


def _holds(figure: ScannedFigure, at: int, start: int, end: int) -> bool:
    """Whether a figure that begins at ``at`` holds a span and more than it, a last unit word
    aside.
    """
    return figure.end >= end and (at < start or _essential_end(figure) > end)


def _essential_end(figure: ScannedFigure) -> int:
    """Where the figure ends, a last unit word aside: the unit comes from the indicator."""
    last = figure.pieces[-1]
    return last.start if last.kind is PartKind.UNIT else last.end
