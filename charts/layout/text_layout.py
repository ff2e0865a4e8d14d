"""How wide a text is and where its lines break: measured with the layout font, with room for the
reader's own fonts.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from typing import Final

from msgspec import Struct

from charts.font_files import font_path
from charts.spec import ChartRefused
from charts.values import replace

#: Text size and line pitch in CSS px; a line's box reaches ``ASCENT`` above its baseline. A phone
#: of 320 px shows a 360 px wide chart on 309 px: 14 is then read as 12.
SIZE: Final = 14.0
LINE: Final = 20.0
ASCENT: Final = 15.7

# Hanzi are 1 em in every font. Latin letters and digits are not: the widest usual system font sets
# them 15 % wider than the layout font, its bold 26 % wider; and browsers put an eighth of an em
# between hanzi and Latin.
_LATIN_SPARE: Final = 1.15
_STRONG_LATIN_SPARE: Final = 1.27
_AUTOSPACE: Final = 0.125

_OPENING: Final = frozenset("（〔［｛《〈「『【“‘([{")
_CLOSING: Final = frozenset("，。、；：？！）〕］｝》〉」』】”’…—～·%‰％℃,.;:?!)]}")
_TRAILING: Final = _CLOSING | frozenset("–~")
_NUMERALS: Final = "〇零一二三四五六七八九十百千万亿两"
_COUNTED: Final = frozenset("万亿千百十兆年月日岁周个张家人名对次项元倍成所位")
#: Those that stand between a number and what is counted with it.
_MEASURES: Final = "".join(_COUNTED - frozenset("个张家人名对次项所位"))
_PIECE: Final = re.compile(
    r"(?P<space>[ \t\u3000\u2000-\u2006\u2008-\u200a]+)"
    r"|(?P<number>\d{1,3}(?:[ \u2009]\d{3})+(?!\d)"
    r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]*)"
    rf"|(?P<numeral>[{_NUMERALS}]+(?:分之|点)[{_NUMERALS}]+|[{_NUMERALS}]{{2,}})"
    r"|(?P<word>(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
    r"|[\u00a0\u202f\u2007])+)"
    r"|(?P<wide>.)",
    re.DOTALL,
)
#: The most characters of a number that stays in one piece, wide ones counted as two.
LONGEST_NUMBER: Final = 22
_NUMBER: Final = re.compile(
    r"[-−+]?\d+(?:[.,/]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*[%‰％℃]?"
    rf"|[{_NUMERALS}]+(?:(?:分之|点)[{_NUMERALS}]+)?"
)
# Where a compound may be split: never so that "sign-" waits for its "up".
_AFTER_HYPHEN: Final = re.compile(r"(?<=[^\W\d]{2}[-/])(?=[^\W\d]{3})")


class TextBlock(Struct, frozen=True):
    """A text broken into lines, with the size of the box it needs."""

    lines: tuple[str, ...]
    width: float
    strong: bool = False

    @property
    def least(self) -> float:
        """Width of the widest number in it, which is never broken, in CSS px."""
        return max(
            (
                width(line[begin:end], strong=self.strong)
                for line in self.lines
                for begin, end in numbers(line)
            ),
            default=0.0,
        )

    @property
    def height(self) -> float:
        """Height of all lines in CSS px."""
        return LINE * len(self.lines)


class FontError(OSError):
    """The layout font is missing or damaged; the message says where it should lie."""


class _Font(Struct, frozen=True):
    """The characters of a font, each with its glyph, and how wide each glyph is, in units of the
    font.
    """

    glyphs: Mapping[int, str]
    advances: Mapping[str, tuple[int, int]]
    units_per_em: int


@cache
def _layout_font() -> _Font:
    """The layout font, read with a library that a build needs even where all charts are kept:
    matplotlib takes five times as long to import.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only what is measured anew needs it

    try:
        with TTFont(font_path(), lazy=True) as font:
            # Names that the font has for its glyphs take half of the time to read, and say nothing.
            font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
            return _Font(font.getBestCmap(), dict(font["hmtx"].metrics), font["head"].unitsPerEm)
    except Exception as error:  # a damaged font makes its reader raise anything
        raise FontError(
            f"the font of charts cannot be read, {font_path()}: install the packages of "
            "requirements/site.txt again"
        ) from error


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that the layout font cannot draw, each once, in their order."""
    return tuple(
        char for char in dict.fromkeys(text) if not (_is_plain_space(char) or _has_glyph(char))
    )


@cache
def _has_glyph(char: str) -> bool:
    return ord(char) in _layout_font().glyphs


def _is_plain_space(char: str) -> bool:
    return char != "\u3000" and unicodedata.category(char) == "Zs"


@cache
def advance(char: str) -> float:
    """Width of one character in em. A character the layout font lacks raises ChartRefused."""
    if _is_plain_space(char):
        return 0.25
    if not _has_glyph(char):
        raise ChartRefused(
            f"the layout font has no glyph for {char!r} (U+{ord(char):04X} "
            f"{unicodedata.name(char, 'unnamed')})"
        )
    font = _layout_font()
    measured = font.advances[font.glyphs[ord(char)]][0] / font.units_per_em
    return max(1.0, measured) if is_wide(char) else measured


@cache
def is_wide(char: str) -> bool:
    """Whether ``char`` is as wide as it is high in a Chinese font."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—·"


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of ``text`` begin and end, each with its sign, its marks and a sign of
    percent; those too long to be read left out.
    """
    return (found.span() for found in _NUMBER.finditer(text) if _length(found[0]) <= LONGEST_NUMBER)


def longest_number(text: str) -> int:
    """How many characters the longest number of ``text`` has, wide ones counted as two."""
    return max((_length(found[0]) for found in _NUMBER.finditer(text)), default=0)


def _length(number: str) -> int:
    """How many characters ``number`` has, wide ones counted as two."""
    return sum(2 if is_wide(char) else 1 for char in number)


#: How many texts are kept as they were measured and broken: the drawings of a chart share most.
_KEPT: Final = 1024


@lru_cache(maxsize=_KEPT)
def width(text: str, *, strong: bool = False) -> float:
    """Room ``text`` needs on one line, in CSS px, for the widest usual font."""
    sizes = [_room(char, strong=strong) for char in text]
    joints = sum(one != other for (_, one), (_, other) in pairwise(sizes))
    return SIZE * (sum(ems for ems, _ in sizes) + _AUTOSPACE * joints)


@cache
def _room(char: str, *, strong: bool) -> tuple[float, bool]:
    """Room for ``char`` in em, and whether it is wide."""
    if is_wide(char):
        return advance(char), True
    return advance(char) * (_STRONG_LATIN_SPARE if strong else _LATIN_SPARE), False


@lru_cache(maxsize=_KEPT)
def block(text: str, limit: float, *, strong: bool = False) -> TextBlock:
    """``text`` broken into as few lines as ``limit`` allows, the lines then made about equally
    long.

    A number is never broken, so that a line with one may be wider than ``limit``.
    """
    return _broken(_measured(text, strong=strong), limit, strong=strong)


def heading(text: str, limit: float, parts: Sequence[str] = ()) -> TextBlock:
    """A title in bold lines: broken behind its colon where both sides of it then fit on a line
    each, else between the ``parts`` that it consists of, and inside one only where it is longer
    than the line; without parts as any text is.
    """
    sides = [side.strip() for side in re.split(r"(?<=：)|(?<=: )", text)]
    lines = TextBlock(tuple(sides), max(width(side, strong=True) for side in sides), strong=True)
    if width(text, strong=True) > limit >= lines.width:
        return lines
    return _broken(_of_parts(_measured(text, strong=True), parts), limit, strong=True)


def _broken(measured: _Measured, limit: float, *, strong: bool) -> TextBlock:
    spans = _fill(measured, limit)
    if len(spans) > 1:
        spans = _even(measured, spans, limit)
    lines = tuple(measured.text[begin:end] for begin, end in spans) or ("",)
    return TextBlock(lines, max(width(line, strong=strong) for line in lines), strong)


def _of_parts(measured: _Measured, parts: Sequence[str]) -> _Measured:
    """The text in pieces that end where one of ``parts`` does; as it is where there are none."""
    if not parts:
        return measured
    ends = set(accumulate(map(len, parts)))
    kept = [end for _, end in measured.pieces if end in ends]
    return replace(measured, pieces=tuple(pairwise([0, *kept])))


#: The first place of a stretch of a text, and the place behind it.
_Span = tuple[int, int]

#: What sums of widths in another order may differ by, in CSS px.
_ROUNDING: Final = 1e-6


class _Measured(Struct, frozen=True):
    """A text, and in running sums what room it takes, so that no stretch of it is measured twice.

    ``ems[n]`` is the room of its first n characters in em, and ``joints[n]`` how often Chinese and
    other writing meet in them. ``inside`` are the places at which it must not be broken.
    """

    text: str
    pieces: tuple[_Span, ...]
    ems: tuple[float, ...]
    joints: tuple[int, ...]
    inside: frozenset[int]

    def width(self, begin: int, end: int) -> float:
        """The room of a stretch, in CSS px."""
        if begin >= end:
            return 0.0
        return SIZE * (
            self.ems[end]
            - self.ems[begin]
            + _AUTOSPACE * (self.joints[end] - self.joints[begin + 1])
        )

    def fits(self, begin: int, end: int, limit: float) -> bool:
        """Whether a stretch without the white space at its end is no wider than ``limit``."""
        return self.width(begin, self.stripped(begin, end)) <= limit + _ROUNDING

    def stripped(self, begin: int, end: int) -> int:
        """Where a stretch ends without the white space at its end."""
        while end > begin and self.text[end - 1].isspace():
            end -= 1
        return end

    def without_leading_spaces(self, begin: int, end: int) -> int:
        """Where a stretch begins without the spaces at its beginning."""
        while begin < end and self.text[begin] == " ":
            begin += 1
        return begin


@lru_cache(maxsize=_KEPT)
def _measured(text: str, *, strong: bool) -> _Measured:
    rooms = [_room(char, strong=strong) for char in text]
    is_wide_at = [is_wide_here for _, is_wide_here in rooms]
    meets = [one != other for one, other in pairwise([*is_wide_at[:1], *is_wide_at])]
    return _Measured(
        text,
        tuple(_unbroken(text)),
        tuple(accumulate((room for room, _ in rooms), initial=0.0)),
        tuple(accumulate(meets, initial=0)),
        frozenset(_unbreakable(text)),
    )


def _unbreakable(text: str) -> Iterator[int]:
    """The places inside numbers and before what ends a word."""
    for begin, end in numbers(text):
        yield from range(begin + 1, end)
    yield from (at for at in range(1, len(text)) if text[at] in _TRAILING)


def _even(measured: _Measured, lines: tuple[_Span, ...], limit: float) -> tuple[_Span, ...]:
    """As many lines, broken at the smallest limit at which they are no more."""
    unbroken = max(_bare_width(measured, begin, end) for begin, end in measured.pieces)
    too_narrow, wide_enough = max(limit / len(lines) * 0.8, unbroken), limit
    while wide_enough - too_narrow > SIZE / 2:
        middle = (too_narrow + wide_enough) / 2
        tried = _fill(measured, middle)
        if len(tried) <= len(lines) and _all_fit(measured, tried, limit):
            wide_enough, lines = middle, tried
        else:
            too_narrow = middle
    return lines


def _all_fit(measured: _Measured, lines: tuple[_Span, ...], limit: float) -> bool:
    return all(measured.fits(begin, end, limit) for begin, end in lines)


def _bare_width(measured: _Measured, begin: int, end: int) -> float:
    """The room of a stretch without the white space around it."""
    while begin < end and measured.text[begin].isspace():
        begin += 1
    return measured.width(begin, measured.stripped(begin, end))


def _fill(measured: _Measured, limit: float) -> tuple[_Span, ...]:
    return tuple((begin, end) for begin, end in _lines(measured, limit) if begin < end)


def _lines(measured: _Measured, limit: float) -> Iterator[_Span]:
    """As few lines as hold all pieces, some of them empty."""
    begin = end = at = 0
    while at < len(measured.pieces):
        begin = measured.without_leading_spaces(end, measured.pieces[at][1])
        *full, (begin, end) = _cut(measured, begin, measured.pieces[at][1], limit)
        yield from full
        at += 1
        if begin < end:
            at = _first_that_does_not_fit(measured, begin, at, limit)
            end = measured.pieces[at - 1][1]
            yield begin, measured.stripped(begin, end)


def _first_that_does_not_fit(measured: _Measured, begin: int, at: int, limit: float) -> int:
    """The first piece from ``at`` on that a line from ``begin`` on has no room for."""

    def width_to(piece: _Span) -> float:
        return measured.width(begin, measured.stripped(begin, piece[1]))

    return bisect_right(measured.pieces, limit + _ROUNDING, lo=at, key=width_to)


def _cut(measured: _Measured, begin: int, end: int, limit: float) -> Iterator[_Span]:
    while end - begin > 1 and not measured.fits(begin, end, limit):
        at = _cut_at(measured, begin, end, limit)
        yield begin, at
        begin = measured.without_leading_spaces(at, end)
    yield begin, end


def _cut_at(measured: _Measured, begin: int, end: int, limit: float) -> int:
    """The last place that fits and is not inside a number, or behind the number that does not fit;
    where there is a choice, not at a digit.
    """
    fitting = _last_fitting(measured, begin, end, limit)
    in_last_half = range(fitting, begin + (fitting - begin) // 2, -1)
    off_digits = (at for at in in_last_half if not _is_at_a_digit(measured.text, at))
    anywhere = chain(off_digits, range(fitting, begin, -1), range(fitting + 1, end))
    return next((at for at in anywhere if at not in measured.inside), end)


def _last_fitting(measured: _Measured, begin: int, end: int, limit: float) -> int:
    """The last place to which a stretch fits, behind one character at least."""
    places = range(begin, end)
    too_wide = bisect_right(places, limit + _ROUNDING, key=lambda at: measured.width(begin, at))
    return max(begin + 1, begin + too_wide - 1)


def _is_at_a_digit(text: str, at: int) -> bool:
    return text[at - 1].isdigit() or text[at].isdigit()


def _unbroken(text: str) -> Iterator[_Span]:
    """The stretches that stay on one line where they can."""
    begin = end = 0
    for piece in _pieces(text):
        if begin < end and not _stays_with(text[max(begin, end - _LOOKED_BACK) : end], piece):
            yield begin, end
            begin = end
        end += len(piece)
    yield begin, end


#: So many characters tell whether a stretch ends in a number.
_LOOKED_BACK: Final = 32


def _pieces(text: str) -> Iterator[str]:
    for found in _PIECE.finditer(text):
        if found.lastgroup == "word":
            yield from _AFTER_HYPHEN.split(found.group())
        else:
            yield found.group()


def _stays_with(held: str, piece: str) -> bool:
    if piece.isspace() or held[-1] in _OPENING or piece[0] in _CLOSING:
        return True
    return piece[0] in _COUNTED and _ends_in_number(held)


def _ends_in_number(held: str) -> bool:
    last = held.rstrip(_MEASURES)[-1:]
    return last.isdigit() or held[-1] in _NUMERALS
