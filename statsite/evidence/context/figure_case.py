"""A figure where an article prints it, with the times and places that the article names: what the
other modules look at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, TypeVar

from msgspec import Struct

from statsite.evidence.articles import Article
from statsite.evidence.search import Found
from statsite.extract.article import ArticleText, prepare
from statsite.extract.extraction import ExtractedQuantity, extract_text
from statsite.extract.mention import TimeMention
from statsite.extract.places import PlaceMention, place_mentions
from statsite.extract.text_places import SENTENCE_END, SENTENCE_MARK
from statsite.extract.time_expressions import YEARS_FROM_NOW, years_of_plan
from statsite.extract.time_mentions import time_mentions
from statsite.grammar import ARTICLE_LANGUAGE
from statsite.grammar.fold_characters import fold_word
from statsite.grammar.lexicon import PLANS
from statsite.grammar.small_numbers import SMALL_NUMBER, small_number
from statsite.model import Observation, Printing, Site, Source
from statsite.periods import TimePeriod

MOST_NAMED = 3
#: A year in digits, and no part of a longer number.
YEAR = re.compile(r"(?<![0-9.])(?:19|20|21)[0-9]{2}(?![0-9.])")
_PLAN = re.compile(f"十([{PLANS}])五")
#: How many years from the article's own the year is that a word means; 同比 names none, and means
#: the one before.
_RELATIVE_YEARS = {**YEARS_FROM_NOW, "同比": -1}
_YEARS_AGO = re.compile(f"({SMALL_NUMBER})[余多]?年(?:来|间|前)")
#: What parts a line from the one before it: an empty line, or the indent of a paragraph.
_APART = re.compile(r"\n[^\S\n]*\n\s*$|\n(?:\u3000\u3000|    )\s*$")
#: So much of what is behind a figure is looked at for words about it.
_SEEN_BEHIND = 48
#: What of an observation the words of an article may speak against.
Field = Literal["period", "compared_with", "area", "unit", "status", "printed", "title"]
_Mention = TypeVar("_Mention", TimeMention, PlaceMention)


class ContextDifference(Struct, frozen=True):
    """A field of an observation that the article's words speak against, and those words.

    ``is_near``: they are near the figure; else they are what the article names elsewhere, and the
    observation's own it never names.
    """

    field: Field
    seen: tuple[str, ...]
    is_near: bool = True


class ArticleContext(Struct, frozen=True, dict=True):
    """An article, the times, places and quantities that it names, and all lines of the file that it
    is in.
    """

    article: Article
    text: ArticleText
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    quantities: tuple[ExtractedQuantity, ...]
    file: tuple[str, ...] = ()

    def line_of(self, place: int) -> int:
        """The number in its file of the line in which a place in ``ArticleText.plain`` is."""
        return self.article.line(self.text.starts[place])

    def place_of(self, found: Found) -> tuple[int, int]:
        """Where a figure that was found begins and ends in ``ArticleText.plain``."""
        first, last = self.article.span_given(found.start, found.end)
        return bisect_left(self.text.starts, first), bisect_left(self.text.starts, last)

    def words(self, mention: TimeMention) -> str:
        """What a time is printed as."""
        return self.text.plain[mention.start : mention.end]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the article names, by number or by five-year plan."""
        plain = self.text.plain
        spans = [years_of(mention.period) for mention in self.times if mention.period]
        spans += [years_of_plan(found[1]) for found in _PLAN.finditer(plain)]
        return frozenset({int(found[0]) for found in YEAR.finditer(plain)}.union(*spans))

    @cached_property
    def years_ago(self) -> frozenset[int]:
        """How many years before its own the article may mean: 15年来, 去年."""
        plain = self.text.plain
        counted = [small_number(found[1]) for found in _YEARS_AGO.finditer(plain)]
        named = [-step for word, step in _RELATIVE_YEARS.items() if word in plain]
        return frozenset({0, *named, *(number + near for number in counted for near in (-1, 0, 1))})


class FigureCase(Struct, frozen=True):
    """A figure where an article prints it, by places in ``ArticleText.plain``."""

    site: Site
    observation: Observation
    printing: Printing
    around: ArticleContext
    start: int
    end: int

    @property
    def source(self) -> Source:
        """The article in which it is printed."""
        return self.site.sources[self.printing.source]

    @property
    def paragraph(self) -> int:
        """Where its paragraph begins."""
        starts = self.around.text.paragraph_starts
        return starts[bisect_right(starts, self.start) - 1]

    @property
    def end_of_paragraph(self) -> int:
        """Where its paragraph ends."""
        starts, plain = self.around.text.paragraph_starts, self.around.text.plain
        at = bisect_right(starts, self.end - 1)
        return starts[at] if at < len(starts) else len(plain)

    @property
    def line(self) -> tuple[int, int]:
        """Where its line begins and ends."""
        starts, plain = self.around.text.line_starts, self.around.text.plain
        at = bisect_right(starts, self.start)
        return starts[at - 1], starts[at] if at < len(starts) else len(plain)

    @property
    def is_in_a_headline(self) -> bool:
        """Whether its line has no sentence, as headlines have none: what is above and below is of
        another matter.
        """
        return SENTENCE_MARK.search(self.around.text.plain, *self.line) is None

    @property
    def end_of_text(self) -> int:
        """Where its paragraph ends, or its line where that is a headline, which begins its own
        sentence.
        """
        begin, end = self.line
        is_headline = self.is_in_a_headline and self.sentence == begin
        return end if is_headline else self.end_of_paragraph

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""
        begin = self.paragraph
        for end in SENTENCE_END.finditer(self.around.text.plain, begin, self.start):
            begin = end.end()
        return begin

    @property
    def quantity(self) -> ExtractedQuantity | None:
        """What a draft of the article says of it; None where no draft has it."""
        starts, ends = self.around.text.starts, self.around.text.ends
        first, last = starts[self.start], ends[self.end - 1]
        quantities = self.around.quantities
        return next((one for one in quantities if one.start < last and first < one.end), None)

    @property
    def block(self) -> int:
        """Where the lines begin in its sentence that are together with it: behind an empty line, or
        with one set in as a paragraph is. A headline and a dateline end without a mark.
        """
        text, given = self.around.text, self.around.article.given
        lines = (place for place in text.line_starts if self.sentence < place <= self.start)
        apart = (place for place in lines if _APART.search(given[: text.starts[place]]))
        return max(apart, default=self.sentence)

    @property
    def whole_sentence(self) -> str:
        """Its sentence, to the end."""
        return self._to_end_of_sentence(self.sentence)

    @property
    def sentence_and_before(self) -> str:
        """Its paragraph up to the end of its sentence."""
        return self._to_end_of_sentence(self.paragraph)

    def _to_end_of_sentence(self, begin: int) -> str:
        plain = self.around.text.plain
        end = SENTENCE_END.search(plain, self.end)
        return plain[begin : end.start() if end else len(plain)]

    def times_since(self, place: int) -> list[TimeMention]:
        """The times that are named from ``place`` on and before the figure."""
        return [time for time in self.around.times if place <= time.start < self.start]

    def nearest_first(self, mentions: Iterable[_Mention]) -> list[_Mention]:
        """``mentions``, the nearest to the figure first."""
        return sorted(mentions, key=lambda mention: abs(mention.start - self.start))


def context_of(article: Article, source: Source, file: Iterable[str] = ()) -> ArticleContext:
    """``article``, which ``source`` describes, with the times, places and quantities that it names,
    and the lines of its ``file``.
    """
    published = None if source.published.approximate else source.published.date
    text = prepare(article.given)
    return ArticleContext(
        article,
        text,
        tuple(time_mentions(text, published=published)[1]),
        tuple(place_mentions(text.plain)),
        extract_text(article.given, published),
        tuple(file),
    )


def years_at_ends(period: TimePeriod) -> list[int]:
    """The years of the beginning and the end of a period, as far as it has them."""
    return [moment.year for moment in (period.start, period.end) if moment]


def years_of(period: TimePeriod) -> range:
    """The years that a period touches; ``period`` has a beginning or an end."""
    ends = years_at_ends(period)
    return range(ends[0], ends[-1] + 1)


def words_behind(case: FigureCase) -> str:
    """What follows the figure and the unit word that the article prints behind it."""
    plain, end = case.around.text.plain, case.end
    reading = case.printing.reading
    words = () if reading is None or reading.unit else unit_words_of_site(case)
    unit = max((word for word in words if plain.startswith(word, end)), key=len, default="")
    end += len(unit)
    return plain[end : end + _SEEN_BEHIND]


def title_of(case: FigureCase) -> str:
    """What the figure's indicator is called in the language of articles."""
    return case.site.indicators[case.observation.indicator].title.get(ARTICLE_LANGUAGE, "")


def names_of_quantity(case: FigureCase) -> Iterator[str]:
    """What the figure's unit and indicator are called in the language of articles, and what the
    indicator is defined as.
    """
    label = case.site.units[case.observation.unit].label.get(ARTICLE_LANGUAGE)
    if label:
        yield label.other
    yield from names_of_indicator(case)


def names_of_indicator(case: FigureCase) -> Iterator[str]:
    """What the figure's indicator is called and defined as in the language of articles."""
    indicator = case.site.indicators[case.observation.indicator]
    yield indicator.title.get(ARTICLE_LANGUAGE, "")
    yield indicator.definition.get(ARTICLE_LANGUAGE, "")


def unit_words_of_site(case: FigureCase) -> Mapping[str, bool]:
    """Every unit word of the site, and whether it is one of the figure's own unit."""
    own = case.site.units[case.observation.unit].words
    return {
        fold_word(word): word in own for unit in case.site.units.values() for word in unit.words
    }
