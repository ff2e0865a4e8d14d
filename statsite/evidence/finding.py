"""Finding a printed figure in an article: whole, and unique or singled out by a word near it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from statsite.evidence.articles import Article, normalised
from statsite.grammar.amounts import UnitWords
from statsite.grammar.folded import fold
from statsite.grammar.pieces import PartKind
from statsite.grammar.printed import Figure, scan_figure

#: How far a word that singles a figure out may stand from it, in characters.
NEAR_REACH = 60

_CLAUSE_COST = 20
_SHOWN = 3
_REACH_BEFORE = 12  # more than any qualifier, verb and first number of a range before the number that is looked at
_WORDS_SHOWN = 8
_NUMERAL = "0-9一二两三四五六七八九十百千万亿半成"
_LOOK_ALIKE = re.compile(rf"[^，。、；,;()（）\d]{{0,3}}[{_NUMERAL}][{_NUMERAL}.~/%‰余多至—]*[^，。、；,;()（）\d]{{0,4}}")
# A qualifier that ends another word is none: 附近, 签约, 彩超.
_WORD_ENDING = re.compile(r"(?:[附最邻临靠亲就]近|[签预节条契合违相特]约|[彩高赶]超)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A printed figure's place in an article's normalised text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NotFound:
    """The article does not print it; what it prints that looks most like it."""

    look_alikes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partial:
    """The article prints it only as part of a longer figure: a digit, a scale or a qualifier was left out."""

    whole: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The article prints it more than once and nothing singles one out; the words before each."""

    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMissing:
    """The word that should single the figure out does not stand near it."""


Finding = Found | NotFound | Partial | Ambiguous | NearMissing


def find(printed: str, near: str | None, article: Article, units: UnitWords) -> Finding:
    """Where ``article`` prints the figure; ``units`` are the words its unit may be printed with."""
    wanted = normalised(printed)
    starts = [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", article.text)]
    if not starts:
        return NotFound(look_alikes(wanted, article.text))
    whole = [start for start in starts if not longer(article.text, start, start + len(wanted), units)]
    if not whole:
        return Partial(longer(article.text, starts[0], starts[0] + len(wanted), units))
    start = nearest(whole, len(wanted), normalised(near), article.text) if near else whole[0]
    if start is None:
        return NearMissing()
    if not near and len(whole) > 1:
        return ambiguous(whole, article.text)
    return Found(start, start + len(wanted))


def ambiguous(starts: list[int], text: str) -> Ambiguous:
    """That a figure begins at each of ``starts`` of a normalised text."""
    return Ambiguous(tuple(text[max(0, at - _WORDS_SHOWN) : at] for at in starts))


def longer(text: str, start: int, end: int, units: UnitWords) -> str:
    """The figure of which the span is only a part, or nothing; a unit word alone makes no figure longer."""
    window = max(0, start - _REACH_BEFORE)
    window += text.startswith(" ", window)  # folding would drop a blank that no longer stands between two digits
    plain = fold(text[window : end + _REACH_BEFORE]).plain
    begin, stop = start - window, end - window
    for at in range(begin + 1):
        figure = scan_figure(plain, at, units)
        if not isinstance(figure, Figure) or figure.pieces[-1].end < stop or _ends_a_word(plain, figure):
            continue
        if at < begin or _essential_end(figure) > stop:
            return plain[at : figure.end]
    return ""


def _essential_end(figure: Figure) -> int:
    """Where the figure ends, a last unit word aside: the unit comes from the indicator."""
    last = figure.pieces[-1]
    return last.start if last.kind is PartKind.UNIT else last.end


def _ends_a_word(plain: str, figure: Figure) -> bool:
    """Whether the qualifier that begins the figure is the end of another word."""
    first = figure.pieces[0]
    return first.kind is PartKind.QUALIFIER and _WORD_ENDING.search(plain[: first.end]) is not None


def nearest(starts: list[int], size: int, near: str, text: str) -> int | None:
    """The start whose span lies nearest to the word ``near``, within reach; None where there is none, or two lie equally near."""
    places = [(found.start(), found.start() + len(near)) for found in re.finditer(f"(?={re.escape(near)})", text)]
    gaps = sorted((min((_gap(text, (start, start + size), place) for place in places), default=NEAR_REACH + 1), start) for start in starts)
    if gaps[0][0] > NEAR_REACH or (len(gaps) > 1 and gaps[0][0] == gaps[1][0]):
        return None
    return gaps[0][1]


def _gap(text: str, span: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters part two spans; a mark between them counts as several, since a word governs its own clause first."""
    first, second = sorted((span, other))
    between = text[first[1] : second[0]]
    return len(between) + _CLAUSE_COST * sum(character in "，,、；;。" for character in between)


def look_alikes(wanted: str, text: str) -> tuple[str, ...]:
    """What the article prints that looks most like ``wanted``, the likest first."""
    spans = dict.fromkeys(_windows(text, len(wanted)))
    scored = sorted((-difflib.SequenceMatcher(None, wanted, span).ratio(), span) for span in spans)
    return tuple(span for score, span in scored[:_SHOWN] if -score >= 0.6)  # noqa: PLR2004 - difflib's own measure of likeness


def _windows(text: str, size: int) -> Iterator[str]:
    """Every stretch with a numeral in it, cut to about ``size`` characters from each of its starts."""
    for found in _LOOK_ALIKE.finditer(text):
        stretch = found[0]
        for at in range(len(stretch)):
            for length in (size - 1, size, size + 1):
                if 0 < length <= len(stretch) - at:
                    yield stretch[at : at + length]
