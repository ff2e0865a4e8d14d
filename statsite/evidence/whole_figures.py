"""Whether a stretch of an article is a whole figure, or only a part of what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from statsite.evidence.articles import Article
from statsite.evidence.page_furniture import beyond_furniture
from statsite.extract.measure_words import MEASURE_WORDS, NO_UNIT_BEFORE
from statsite.grammar.amounts import TOTALS, UnitWords
from statsite.grammar.claims import claim_before, claim_behind
from statsite.grammar.currencies import currency_before, currency_behind
from statsite.grammar.figure_shape import SCALES, UNREAD, FigureShape, shape_of
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.left_context import REACH, doubt_before
from statsite.grammar.longer_words import end_of_longer_word
from statsite.grammar.names import name_before, name_behind
from statsite.grammar.parted_words import second_bound
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
#: How long a row of a table is at most, and how far before it the head may be, in characters.
_LONGEST_ROW, _LONGEST_TABLE = 30, 300
_OF_SENTENCES = frozenset("，。；！？,;")
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
            self._parts[start, end] = self._part_of(start, end)
        return self._parts[start, end]

    def is_denied(self, start: int, end: int) -> bool:
        """Whether the article takes back or denies what the span says, or asks about it."""
        window = self.article.window(start, end, REACH)
        if window is None:
            return False
        plain, start, end = window
        before, behind = plain[max(0, start - REACH) : start], plain[end : end + REACH]
        return bool(
            [*claim_before(before, plain[start:end], self.shape, behind), *claim_behind(plain, end)]
        )

    def _part_of(self, start: int, end: int) -> str | None:
        window = self.article.window(start, end, REACH)
        if window is None:
            return None
        unit_may_follow = bool(self.shape.unit) or not self.article.ends_a_cell(end)
        if longer := self._longer_once((*window, unit_may_follow)):
            return longer
        beyond = beyond_furniture(self.article, start, end, REACH)
        if beyond and (longer := self._longer_once((*beyond, unit_may_follow))):
            return longer
        return self._scaled_by_its_table(start, end)

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
        shape = self.shape
        if self.wanted in TOTALS:
            first, last = stretch_around_total(plain, start, end)
            return "" if (first, last) == (start, end) else plain[first:last]
        if not shape.begins_with_number and ends_another_word(plain, start):
            return plain[start - 1 : end]
        first, last = self._read_around(plain, start, end)
        first, last = (
            min(first, doubt_before(plain, start, end, shape)),
            max(last, doubt_behind(plain, end, shape, self.units)),
        )
        last = max(last, self._other_unit(plain, end) if unit_may_follow else end)
        beside = [*self._beside(plain, start, end)]
        first, last = min((first, *beside)), max((last, *beside))
        return "" if (first, last) == (start, end) else plain[first:last]

    def _beside(self, plain: str, start: int, end: int) -> Iterator[int]:
        """Where words begin or end beside the span that make another thing of it: a name, another
        currency, a claim that is taken back.
        """
        offset = max(0, start - REACH)
        before, figure, behind = plain[offset:start], plain[start:end], plain[end : end + REACH]
        shape, units = self.shape, self.units
        places = [
            *name_before(before, figure, shape, units),
            *claim_before(before, figure, shape, behind),
            *currency_before(before, shape, units),
        ]
        yield from (offset + place for place in places)
        yield from name_behind(plain, start, end, shape)
        yield from claim_behind(plain, end)
        yield from second_bound(plain, start, end, shape)
        yield from currency_behind(plain, end, shape, units)
        unit = shape.unit or ("" if shape.is_qualified_behind else units.at(plain, end))
        closed = end if shape.unit else end + len(unit)
        if (longer := end_of_longer_word(plain, closed, unit)) > closed:
            yield longer

    def _read_around(self, plain: str, start: int, end: int) -> tuple[int, int]:
        """The longest stretch around the span that the grammar reads as one figure."""
        for at in range(max(0, start - _READ_FROM), start + 1):
            if plain[at] not in _MAY_BEGIN and at < start:
                continue
            figure = scan_figure(plain, at, self.units)
            if (
                isinstance(figure, ScannedFigure)
                and figure.end >= end
                and (at < start or _essential_end(figure) > end)
            ):
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
        counted = printed.lstrip(SCALES)
        scale = printed.removesuffix(counted)
        begin = end - len(self.shape.unit) + len(scale)
        word = _measure_word(plain, begin)
        is_own = len(word) <= len(counted) or scale + word in self.units.longest_first
        return end if is_own or word in _SAME_UNIT else begin + len(word)

    def _scaled_by_its_table(self, start: int, end: int) -> str:
        """The head of a table that counts the span's bare number in 万 or 亿, or nothing; a cell may
        repeat the bare unit (35.2元 under 单位:亿元).
        """
        if self.shape.unit and self._is_in_a_row(start, end):
            return self._scaled_by_head(start, self.shape.unit)
        if (
            self.shape.unit
            or self.shape.has_scale
            or self.shape.is_relative
            or self.units.at(self.article.plain, end)
        ):
            return ""
        found = next(
            (found for found in _SCALE_OF_A_TABLE.finditer(self.article.plain, 0, start)), None
        )
        scale = found and (found[1] or found[2])
        return (
            found[0]
            if found and not any(word.startswith(scale or "") for word in self.units.longest_first)
            else ""
        )

    def _is_in_a_row(self, start: int, end: int) -> bool:
        """Whether the span's line is a row of a table: short, and no sentence."""
        given = self.article.given
        first, _ = self.article.span_given(start, end)
        line = given[given.rfind("\n", 0, first) + 1 :].partition("\n")[0]
        return (
            len(line) <= _LONGEST_ROW
            and not set(line) & set("，。；！？,;")
            and not self.shape.has_scale
        )

    def _scaled_by_head(self, start: int, unit: str) -> str:
        """The head close before a row that counts in 万 or 亿 of the unit that the row repeats."""
        head = re.compile(rf"单位:?[百千万亿]+{re.escape(unit)}")
        heads = [*head.finditer(self.article.plain, max(0, start - _LONGEST_TABLE), start)]
        return heads[-1][0] if heads else ""


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


def _essential_end(figure: ScannedFigure) -> int:
    """Where the figure ends, a last unit word aside: the unit comes from the indicator."""
    last = figure.pieces[-1]
    return last.start if last.kind is PartKind.UNIT else last.end
