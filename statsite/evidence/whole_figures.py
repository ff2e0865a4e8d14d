"""Whether a stretch of an article is a whole figure, or only a part of what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from statsite.evidence.articles import Article, Window
from statsite.evidence.page_furniture import beyond_furniture
from statsite.evidence.table_cells import TableCells
from statsite.extract.measure_words import MEASURE_WORDS, MEASURES, NO_UNIT_BEFORE
from statsite.grammar.alternatives import choice_before, variant_behind
from statsite.grammar.amounts import TOTALS, UnitWords
from statsite.grammar.bare_numbers import bare_number_behind
from statsite.grammar.claims import claim_before, claim_behind
from statsite.grammar.compound_units import compound_unit_behind
from statsite.grammar.conditions import condition_behind
from statsite.grammar.corrections import correction_before, correction_behind
from statsite.grammar.currencies import currency_before, currency_behind
from statsite.grammar.figure_shape import UNREAD, FigureShape, shape_of
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.latin_words import latin_before, latin_behind
from statsite.grammar.left_context import REACH, doubt_before
from statsite.grammar.lexicon import NUMERAL, SCALES
from statsite.grammar.longer_words import end_of_longer_word
from statsite.grammar.names import name_before, name_behind, title_around
from statsite.grammar.numbered_names import numbered_before, numbered_behind
from statsite.grammar.ordinals import number_of_a_thing, ordinal_before
from statsite.grammar.parted_words import second_bound
from statsite.grammar.parts_of_words import ends_another_word
from statsite.grammar.patterns import any_of
from statsite.grammar.pieces import PartKind
from statsite.grammar.printed import ScannedFigure, scan_figure, scan_printed
from statsite.grammar.qualifiers import FIRST_CHARACTERS
from statsite.grammar.right_context import doubt_behind
from statsite.grammar.side_words import side_before, side_behind
from statsite.grammar.spoken_bounds import is_exceeded, spoken_before, spoken_behind
from statsite.grammar.totals import stretch_around_total
from statsite.grammar.touching_marks import mark_before, mark_behind
from statsite.grammar.whole_things import fraction_of_a_thing, several_before
from statsite.grammar.word_classes import (
    COUNTED_THINGS,
    class_word_before,
    class_word_behind,
    verb_behind,
)
from statsite.values import replace

#: How far before a span a figure may begin that holds it: more than any qualifier, verb and first
#: number of a range.
_READ_FROM = 24
_MAY_BEGIN = frozenset("0123456789〇零一二两三四五六七八九十百千万亿半翻负-") | FIRST_CHARACTERS
#: Brackets around a unit behind its number.
_OPENING, _CLOSING = tuple("([〔【"), tuple(")]〕】")
#: A rank or the end of a score, and a clause behind it: 第3，120人.
_CLOSED = re.compile("(?:第|[0-9]:)[0-9]{1,3}，$")
#: The measure words by their first character, the longest first.
_WORDS_BY_FIRST = {
    first: tuple(sorted(words, key=len, reverse=True))
    for first, words in groupby(sorted(map(fold_word, MEASURE_WORDS)), key=lambda word: word[0])
}
#: A number and its unit word, behind which another figure begins: 2386件 of 2386件4517人.
_ENDS_WITH_A_UNIT = re.compile(rf"{NUMERAL}(?:{any_of(map(fold_word, MEASURE_WORDS))})$")
#: Longer words for the same unit: 5元 of 5元人民币 is whole.
_SAME_UNIT = frozenset({"元人民币", "元钱", "块钱", "秒钟", "件(套)", "台(套)"})


class SentenceContext(Struct, frozen=True, dict=True):
    """An article in which a figure is looked for: ``wanted`` in plain form, and the words its unit
    may be printed with.
    """

    article: Article
    units: UnitWords
    wanted: str
    _parts: dict[tuple[int, int], str | None] = {}
    _read: dict[tuple[Window, bool], str] = {}

    @cached_property
    def shape(self) -> FigureShape:
        """How the wanted figure begins and ends."""
        figure = scan_printed(self.wanted, self.units)
        return shape_of(figure, self.wanted) if isinstance(figure, ScannedFigure) else UNREAD

    @cached_property
    def _table(self) -> TableCells:
        """The article as tables whose cells may be the wanted figure."""
        return TableCells(self.article, self.units, self.shape)

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
        return window is not None and any(True for _ in self._claims(window))

    def _claims(self, window: Window) -> Iterator[int]:
        """The places of words around a figure that take it back, deny it or ask about it."""
        yield from self._claims_before(window)
        yield from self._claims_behind(window)

    def _claims_before(self, window: Window) -> Iterator[int]:
        """Where such words begin in the text before it."""
        before = window.before(REACH)
        yield from claim_before(before, window.figure, self.shape, window.behind(REACH))
        yield from correction_before(before)
        yield from choice_before(before, window.behind(REACH))

    def _claims_behind(self, window: Window) -> Iterator[int]:
        """Where such words behind it end, or a figure that is put in its place."""
        yield from claim_behind(window.plain, window.end)
        yield from correction_behind(window.plain, window.start, window.end, self.shape)

    def is_whole(self, span: tuple[int, int]) -> bool:
        """Whether a span is a figure, and no part of a longer one."""
        return self.part_of(*span) == ""

    def _part_of(self, start: int, end: int) -> str | None:
        window = self.article.window(start, end, REACH)
        if window is None:
            return None
        if self.article.ends_a_row(end):
            window = replace(window, plain=window.plain[: window.end])
        if self.article.begins_a_cell(start):
            window = window.behind_letters()
        own = self.shape.unit or self.units.at(self.article.plain, end)
        unit_may_follow = bool(own) or not self.article.ends_a_cell(end)
        return (
            self._longer_once(window, unit_may_follow=unit_may_follow)
            or self._longer_beyond_furniture(start, end, unit_may_follow=unit_may_follow)
            or self._table.part_of(start, end)
        )

    def _longer_beyond_furniture(self, start: int, end: int, *, unit_may_follow: bool) -> str:
        """As ``_longer``, of the text without the page furniture around the span."""
        window = beyond_furniture(self.article, start, end, REACH)
        return self._longer_once(window, unit_may_follow=unit_may_follow) if window else ""

    def _longer_once(self, window: Window, *, unit_may_follow: bool) -> str:
        """As ``_longer``; a long article says the same again and again."""
        key = window, unit_may_follow
        if key not in self._read:
            self._read[key] = self._longer(window, unit_may_follow=unit_may_follow)
        return self._read[key]

    def _longer(self, window: Window, *, unit_may_follow: bool) -> str:
        """What a text says of which the span is only a part, or nothing; its own unit word alone
        makes no figure longer.
        """
        plain, start, end = window.plain, window.start, window.end
        if self.wanted in TOTALS:
            first, last = stretch_around_total(plain, start, end)
        elif self._begins_with_word() and ends_another_word(plain, start):
            first, last = start - 1, end
        else:
            first, last = self._belonging(window, unit_may_follow=unit_may_follow)
        return "" if (first, last) == (start, end) else plain[first:last]

    def _begins_with_word(self) -> bool:
        """Whether the figure begins with a word, which may be the end of a longer one: 约, 负."""
        return not self.shape.begins_with_number or self.wanted.startswith("负")

    def _belonging(self, window: Window, *, unit_may_follow: bool) -> tuple[int, int]:
        """The stretch around the span of all that could belong to one figure with it."""
        first, last = self._read_around(window.plain, window.start, window.end)
        ends = [last, *self._ends_behind(window)]
        if unit_may_follow:
            ends.append(self._other_unit(window.plain, window.end))
            ends += bare_number_behind(window.plain, window.end, self.shape, self.units)
        return min((first, *self._starts_before(window))), max(ends)

    def _starts_before(self, window: Window) -> Iterator[int]:
        """Where words begin before the span that belong to it or make another thing of it: a name,
        another currency, a claim that is taken back.
        """
        yield doubt_before(window.plain, window.start, window.end, self.shape)
        yield from ordinal_before(window.plain, window.start, window.end, self.shape, self.units)
        offset = max(0, window.start - REACH)
        yield from (offset + place for place in self._claims_before(window))
        yield from (offset + place for place in self._other_words_before(window))

    def _other_words_before(self, window: Window) -> Iterator[int]:
        """Where names, currencies, marks and bounds begin in the text before the span."""
        before, figure, shape = window.before(REACH), window.figure, self.shape
        yield from name_before(before, figure, shape)
        yield from currency_before(before, shape, self.units)
        yield from mark_before(before, figure, shape)
        yield from latin_before(before, shape)
        measure = shape.measure or self.units.at(window.plain, window.end)
        yield from numbered_before(before, figure, shape, measure)
        yield from several_before(before, shape, measure)
        bounds = [*spoken_before(before, shape, window.behind(REACH)), *side_before(before, shape)]
        if not _ENDS_WITH_A_UNIT.search(before):
            bounds += class_word_before(before, figure, shape)
        yield from (place for place in bounds if not ends_another_word(before, place))

    def _ends_behind(self, window: Window) -> Iterator[int]:
        """Where such words behind the span end; none do where they tell of another figure."""
        if is_exceeded(window.before(REACH), window.figure, window.behind(REACH), self.shape):
            return
        yield doubt_behind(window.plain, window.end, self.shape, self.units)
        yield from self._claims_behind(window)
        yield from self._other_words_behind(window)
        yield from self._longer_unit_words(window)

    def _other_words_behind(self, window: Window) -> Iterator[int]:
        """Where names, currencies, marks and bounds behind the span end."""
        plain, start, end, shape = window.plain, window.start, window.end, self.shape
        yield from name_behind(plain, start, end, shape)
        yield end + title_around(window.before(REACH), window.behind(REACH))
        yield from numbered_behind(plain, start, end, shape, self.units)
        yield from number_of_a_thing(plain, start, end, shape)
        around = window.before(REACH) + window.behind(REACH)
        measure = shape.measure or self.units.at(plain, end)
        if not measure:
            yield from verb_behind(plain, end)
        if fraction_of_a_thing(window.figure, around, shape, measure):
            yield end + 1
        yield from mark_behind(plain, end, shape, self.units)
        yield from latin_behind(plain, end, shape)
        yield from spoken_behind(plain, end, shape, window.before(REACH))
        yield from second_bound(plain, start, end, shape)
        yield from condition_behind(plain, start, end)
        yield from variant_behind(plain, end)
        yield from side_behind(plain, end, shape)
        yield from currency_behind(plain, end, shape, self.units)

    def _longer_unit_words(self, window: Window) -> Iterator[int]:
        """Where a longer word ends that begins with the unit word in the span, or behind it."""
        plain, end, shape = window.plain, window.end, self.shape
        unit = shape.unit or ("" if shape.is_qualified_behind else self.units.at(plain, end))
        closed = end if shape.unit else end + len(unit)
        if (longer := end_of_longer_word(plain, closed, unit)) > closed:
            yield longer
        yield from compound_unit_behind(plain, closed, unit)
        yield from class_word_behind(plain, closed, unit)
        yield from _second_unit(plain, closed, unit)
        yield from self._unit_in_brackets(plain, closed, unit)

    def _unit_in_brackets(self, plain: str, closed: int, unit: str) -> Iterator[int]:
        """Where a bracket ends that gives a number another unit than its own: 30万(人次)."""
        if unit or self.shape.is_relative or plain[closed : closed + 1] not in _OPENING:
            return
        word = _measure_word(plain, closed + 1)
        last = closed + 1 + len(word)
        if word and word not in self.units.longest_first and plain[last : last + 1] in _CLOSING:
            yield last + 1

    def _read_around(self, plain: str, start: int, end: int) -> tuple[int, int]:
        """The longest stretch around the span that the grammar reads as one figure."""
        for at in range(max(0, start - _READ_FROM), start + 1):
            if at == start or (
                plain[at] in _MAY_BEGIN and not _CLOSED.search(plain, max(0, at - 2), start)
            ):
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
        scale = _scale_of(printed)
        begin = end - len(self.shape.unit) + len(scale)
        word = _measure_word(plain, begin)
        return end if self._is_own_word(word, scale, printed) else begin + len(word)

    def _is_own_word(self, word: str, scale: str, printed: str) -> bool:
        """Whether a measure word behind ``scale`` says no other unit than ``printed`` does."""
        is_longer = len(scale + word) > len(printed)
        return not is_longer or scale + word in self.units.longest_first or word in _SAME_UNIT


def _second_unit(plain: str, closed: int, unit: str) -> Iterator[int]:
    """Where a further measure word ends behind the ``unit`` word that ends at ``closed``, with
    which its phrase ends: 35台 of 35台套.
    """
    word = _measure_word(plain, closed) if unit else ""
    last = closed + len(word)
    is_second = word and word not in COUNTED_THINGS and unit + word not in _SAME_UNIT
    if unit == "个" and word not in MEASURES:  # 35个班, but 35个立方
        return
    if is_second and (plain[last : last + 1] == "的" or not plain[last : last + 1].isalnum()):
        yield last


def _scale_of(word: str) -> str:
    """The 万 or 亿 with which a unit word begins, or nothing."""
    return word[: len(word) - len(word.lstrip(SCALES))]


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
