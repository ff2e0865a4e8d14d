"""Finding a printed figure in an article: whole, and unique or singled out by a word near it."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from statsite.evidence.articles import Article
from statsite.evidence.normal_form import CELL, normalised
from statsite.evidence.printed_forms import pattern, wanted_form
from statsite.evidence.whole_figures import SentenceContext
from statsite.grammar.amounts import UnitWords

#: How far a word that singles a figure out may be from it, in characters.
NEAR_REACH = 60
#: So many places of an ambiguous figure are told at the most.
MOST_SPANS = 20

_CLAUSE_COST = 20
_SHOWN = 3
_WORDS_SHOWN = 8
_NUMERAL = "0-9一二两三四五六七八九十百千万亿半成"
_LOOK_ALIKE = re.compile(
    rf"[^，。、；,;()（）\d]{{0,3}}[{_NUMERAL}][{_NUMERAL}.~/%‰余多至—]*[^，。、；,;()（）\d]{{0,4}}"
)
#: The first place of a stretch of a normalised text, and the place after it.
TextSpan = tuple[int, int]


class Found(Struct, frozen=True):
    """A printed figure's place in an article's normalised text."""

    start: int
    end: int


class NotFound(Struct, frozen=True):
    """The article does not print it."""

    wanted: str
    text: str

    @property
    def look_alikes(self) -> tuple[str, ...]:
        """What the article prints that looks most like it."""
        return look_alikes(self.wanted, self.text)


class Partial(Struct, frozen=True):
    """The article prints it only as part of a longer figure: a digit, a scale or a qualifier was
    left out; ``is_denied`` where it takes the figure back, denies it or asks about it.
    """

    whole: str
    is_denied: bool = False


class Ambiguous(Struct, frozen=True):
    """The article prints it more than once and nothing singles one out; the words before each."""

    before: tuple[str, ...]


class NearMissing(Struct, frozen=True):
    """The word that should single the figure out is not near it."""


SearchResult = Found | NotFound | Partial | Ambiguous | NearMissing


def find_printed(
    printed: str, near: str | None, article: Article, units: UnitWords
) -> SearchResult:
    """Where ``article`` prints the figure; ``units`` are the words its unit may be printed with."""
    wanted = wanted_form(printed)
    is_one = wanted and CELL not in wanted  # what a bar or a tab parts is no one figure
    spans = [found.span(1) for found in pattern(wanted).finditer(article.plain)] if is_one else []
    around = SentenceContext(article, units, wanted)
    found = (
        _nearest_whole(spans, normalised(near), article.text, around)
        if near
        else _only_whole(spans, article.text, around)
    )
    return found or _no_whole(wanted, spans, article.text, around)


def _only_whole(
    spans: Sequence[TextSpan], text: str, around: SentenceContext
) -> Found | Ambiguous | None:
    """The one span that is whole, or that there are several; None where none is whole."""
    whole = list(islice(filter(around.is_whole, spans), MOST_SPANS))
    if len(whole) > 1:
        return ambiguous([start for start, _ in whole], text)
    return Found(*whole[0]) if whole else None


def _nearest_whole(
    spans: Sequence[TextSpan], near: str, text: str, around: SentenceContext
) -> Found | NearMissing | None:
    """The span that is whole and nearest to the word ``near``; None where none is whole."""
    by_nearness = sorted(zip(_gaps(spans, near, text), spans, strict=True))
    whole = list(islice((one for one in by_nearness if around.is_whole(one[1])), 2))
    if not whole:
        return None
    gap, span = whole[0]
    is_near = gap <= NEAR_REACH and gap not in [other for other, _ in whole[1:]]
    return Found(*span) if is_near else NearMissing()


def _no_whole(
    wanted: str, spans: Sequence[TextSpan], text: str, around: SentenceContext
) -> SearchResult:
    """What the text prints instead of a whole figure."""
    for span in spans:
        if stretch := around.part_of(*span):
            return Partial(stretch, around.is_denied(*span))
    return NotFound(wanted, text)


def ambiguous(starts: list[int], text: str) -> Ambiguous:
    """That a figure begins at each of ``starts`` of a normalised text."""
    return Ambiguous(tuple(text[max(0, at - _WORDS_SHOWN) : at] for at in starts))


def nearest(starts: list[int], size: int, near: str, text: str) -> int | None:
    """The start whose span lies nearest to the word ``near``, within reach; None where there is
    none, or two lie equally near.
    """
    gaps = sorted(
        zip(_gaps([(start, start + size) for start in starts], near, text), starts, strict=True)
    )
    if gaps[0][0] > NEAR_REACH or (len(gaps) > 1 and gaps[0][0] == gaps[1][0]):
        return None
    return gaps[0][1]


def _gaps(spans: Sequence[TextSpan], near: str, text: str) -> Iterator[int]:
    """For each span how far the nearest ``near`` is from it; more than ``NEAR_REACH`` where none is
    within reach.
    """
    places = [found.start() for found in re.finditer(f"(?={re.escape(near)})", text)]
    for span in spans:
        gaps = (
            _gap(text, span, (place, place + len(near)))
            for place in _within_reach(places, span, len(near))
        )
        yield min(gaps, default=NEAR_REACH + 1)


def _within_reach(places: Sequence[int], span: TextSpan, size: int) -> Sequence[int]:
    """Of ``places`` of a word of ``size`` characters the last before a span and the first from its
    start on, as far as they are within reach: no other is nearer than these two.
    """
    start, end = span
    first = bisect_left(places, start - NEAR_REACH - size)
    last = bisect_left(places, end + NEAR_REACH + 1)
    next_one = bisect_left(places, start)
    return places[max(first, next_one - 1) : min(last, next_one + 1)]


def _gap(text: str, span: TextSpan, other: TextSpan) -> int:
    """How many characters separate two spans; a mark between them counts as several, since a word
    governs its own clause first.
    """
    first, second = sorted((span, other))
    between = text[first[1] : second[0]]
    return len(between) + _CLAUSE_COST * sum(character in "，,、；;。" for character in between)


def look_alikes(wanted: str, text: str) -> tuple[str, ...]:
    """What the article prints that looks most like ``wanted``, the likest first."""
    spans = dict.fromkeys(_windows(text, len(wanted)))
    scored = sorted((-difflib.SequenceMatcher(None, wanted, span).ratio(), span) for span in spans)
    return tuple(span for score, span in scored[:_SHOWN] if -score >= 0.6)  # noqa: PLR2004 - difflib's own measure of likeness


def _windows(text: str, size: int) -> Iterator[str]:
    """Every stretch with a numeral in it, cut to about ``size`` characters from each of
    its starts.
    """
    for found in _LOOK_ALIKE.finditer(text):
        stretch = found[0]
        for at in range(len(stretch)):
            for length in (size - 1, size, size + 1):
                if 0 < length <= len(stretch) - at:
                    yield stretch[at : at + length]
