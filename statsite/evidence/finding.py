"""Finding a printed figure in an article: whole, and unique or singled out by a word near it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from statsite.evidence.articles import Article, normalised
from statsite.extract.measure_words import MEASURE_WORDS, NO_UNIT_BEFORE
from statsite.grammar.amounts import UnitWords
from statsite.grammar.folded import fold_word, plain_of
from statsite.grammar.neighbours import REACH_BEFORE, UNREAD, Shape, doubt_before, doubt_behind, shape_of
from statsite.grammar.pieces import PartKind
from statsite.grammar.printed import Figure, scan_figure
from statsite.grammar.qualifiers import ends_another_word

#: How far a word that singles a figure out may stand from it, in characters.
NEAR_REACH = 60

_CLAUSE_COST = 20
_SHOWN = 3
_WORDS_SHOWN = 8
_NUMERAL = "0-9一二两三四五六七八九十百千万亿半成"
_LOOK_ALIKE = re.compile(rf"[^，。、；,;()（）\d]{{0,3}}[{_NUMERAL}][{_NUMERAL}.~/%‰余多至—]*[^，。、；,;()（）\d]{{0,4}}")
#: The measure words by their first character, the longest first.
_WORDS_BY_FIRST = {
    first: tuple(sorted(words, key=len, reverse=True)) for first, words in groupby(sorted(map(fold_word, MEASURE_WORDS)), key=lambda word: word[0])
}
#: Longer words for the same unit: 5元 of 5元人民币 is whole.
_SAME_UNIT = frozenset({"元人民币", "元钱", "块钱", "秒钟"})
_GROUP = 3
#: What may stand on either side of a decimal point.
_ABOUT_A_POINT = " "
_SPACED_POINT = re.compile(r"(?<=[0-9]) ?\. ?(?=[0-9])")
_GROUP_MARK = re.compile("[ ，]")
_DIGITS_OR_NOT = re.compile(r"[0-9]+(?:[ ，][0-9]{3})*(?:\.[0-9]+)?|[^0-9]+")


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
    wanted = _SPACED_POINT.sub(".", plain_of(normalised(printed)))
    spans = [found.span(1) for found in _pattern(wanted).finditer(article.plain)] if wanted else []
    if not spans:
        return NotFound(look_alikes(wanted, article.text))
    figure = scan_figure(wanted, 0, units)
    shape = shape_of(figure, wanted) if isinstance(figure, Figure) else UNREAD
    wholes = [longer(article.plain, start, end, units, shape) for start, end in spans]
    whole = [span for span, stretch in zip(spans, wholes, strict=True) if not stretch]
    if not whole:
        return Partial(wholes[0])
    starts = [start for start, _ in whole]
    start = nearest(starts, len(wanted), normalised(near), article.text) if near else starts[0]
    if start is None:
        return NearMissing()
    if not near and len(whole) > 1:
        return ambiguous(starts, article.text)
    return Found(*whole[starts.index(start)])


def _pattern(wanted: str) -> re.Pattern[str]:
    """Matches every place of ``wanted`` as its group 1, the groups of its digits parted by spaces or full-width commas or not."""
    pieces = [_grouped(piece) if piece[0].isdigit() else re.escape(piece) for piece in _DIGITS_OR_NOT.findall(wanted)]
    return re.compile(f"(?=({''.join(pieces)}))")


def span_lengths(printed: str) -> tuple[int, int]:
    """How many characters of an article's normalised text may print the figure, at least and at most: its groups of digits may be marked."""
    lengths = [_lengths(piece) if piece[0].isdigit() else (len(piece), len(piece)) for piece in _DIGITS_OR_NOT.findall(plain_of(normalised(printed)))]
    return sum(least for least, _ in lengths), sum(most for _, most in lengths)


def _lengths(number: str) -> tuple[int, int]:
    whole, point, decimals = number.partition(".")
    ways = [len(way) for way in _ways(whole)]
    behind = len(point + decimals)
    return min(ways) + behind, max(ways) + behind + len(_ABOUT_A_POINT * 2 if point else "")


def _grouped(number: str) -> str:
    """A pattern of ``number``, with any one group mark where one may stand, and a space about its decimal point."""
    whole, point, decimals = number.partition(".")
    unique = "|".join(re.escape(way) for way in _ways(whole))
    return f"(?:{unique})" + (rf"{_ABOUT_A_POINT}?\.{_ABOUT_A_POINT}?{decimals}" if point else "")


def _ways(whole: str) -> tuple[str, ...]:
    """The ways to print a whole number: as it is, or with one mark between all its groups."""
    digits = _GROUP_MARK.sub("", whole)
    groups = [digits[: len(digits) % 3], *(digits[at : at + 3] for at in range(len(digits) % 3, len(digits), 3))]
    marked = [mark.join(group for group in groups if group) for mark in ("", " ", "，") if len(digits) > _GROUP]
    return tuple(dict.fromkeys((whole, *marked)))


def ambiguous(starts: list[int], text: str) -> Ambiguous:
    """That a figure begins at each of ``starts`` of a normalised text."""
    return Ambiguous(tuple(text[max(0, at - _WORDS_SHOWN) : at] for at in starts))


def longer(plain: str, start: int, end: int, units: UnitWords, shape: Shape) -> str:
    """What ``plain`` says of which the span is only a part, or nothing; a unit word alone makes no figure longer.

    ``shape`` is that of the span's figure.
    """
    if not shape.begins_with_number and ends_another_word(plain, start):
        return plain[start - 1 : end]
    first, last = _read_around(plain, start, end, units)
    first, last = min(first, doubt_before(plain, start, shape)), max(last, doubt_behind(plain, end, shape, units))
    own = "" if shape.unit or shape.is_qualified_behind else units.at(plain, end)
    longest = _longer_unit(plain, end + len(own), shape.unit or own, units)
    last = max(last, longest if longest > end + len(own) else end)
    return "" if (first, last) == (start, end) else plain[first:last]


def _read_around(plain: str, start: int, end: int, units: UnitWords) -> tuple[int, int]:
    """The longest stretch around the span that the grammar reads as one figure."""
    for at in range(max(0, start - REACH_BEFORE), start + 1):
        figure = scan_figure(plain, at, units)
        if not isinstance(figure, Figure) or figure.end < end:
            continue
        if at < start or _essential_end(figure) > end:
            return at, figure.end
    return start, end


def _longer_unit(plain: str, end: int, unit: str, units: UnitWords) -> int:
    """Where a longer measure word ends of which the span's unit word is only the beginning: 5个 of 5个百分点, 5人 of 5人次."""
    begin = end - len(unit)
    words = (word for word in _WORDS_BY_FIRST.get(unit[:1], ()) if len(word) > len(unit) and plain.startswith(word, begin))
    longest = next((word for word in words if plain[begin + len(word) : begin + len(word) + 1] not in tuple(NO_UNIT_BEFORE.get(word, ""))), "")
    return end if not longest or longest in _SAME_UNIT or longest in units.longest_first else begin + len(longest)


def _essential_end(figure: Figure) -> int:
    """Where the figure ends, a last unit word aside: the unit comes from the indicator."""
    last = figure.pieces[-1]
    return last.start if last.kind is PartKind.UNIT else last.end


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
