"""How wide a text is and where its lines break: measured with the layout font, with room for the reader's own fonts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from fontTools.ttLib import TTFont

from charts.spec import ChartRefused

#: Text size and line pitch in CSS px; a line's box reaches ``ASCENT`` above its baseline. A phone of 320 px shows a 360 px wide chart on 309 px:
#: 14 is then read as 12.
SIZE: Final = 14.0
LINE: Final = 20.0
ASCENT: Final = 15.7

# Hanzi are 1 em in every font. Latin letters and digits are not: the widest usual system font sets them 15 % wider than the layout font, its
# bold 26 % wider; and browsers put an eighth of an em between hanzi and Latin.
_LATIN_SPARE: Final = 1.15
_STRONG_LATIN_SPARE: Final = 1.27
_AUTOSPACE: Final = 0.125

_OPENING: Final = frozenset("（〔［｛《〈「『【“‘([{")
_CLOSING: Final = frozenset("，。、；：？！）〕］｝》〉」』】”’…—～·%‰％℃,.;:?!)]}")
_TRAILING: Final = _CLOSING | frozenset("–~")
_NUMERALS: Final = "〇零一二三四五六七八九十百千万亿两"
_COUNTED: Final = frozenset("万亿千百十兆年月日岁周个张家人名对次项元倍成所位")
_PIECE: Final = re.compile(
    r"(?P<space>[ \t\u3000\u2000-\u2006\u2008-\u200a]+)"
    r"|(?P<number>\d{1,3}(?:[ \u2009]\d{3})+(?!\d)[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]*)"
    rf"|(?P<numeral>[{_NUMERALS}]+(?:分之|点)[{_NUMERALS}]+|[{_NUMERALS}]{{2,}})"
    r"|(?P<word>(?:[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]|[\u00a0\u202f\u2007])+)"
    r"|(?P<wide>.)",
    re.DOTALL,
)
#: The most characters of a number that stays in one piece, wide ones counted as two.
LONGEST_NUMBER: Final = 22
_NUMBER: Final = re.compile(
    r"[-−+]?\d+(?:[.,/]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*[%‰％℃]?"
    rf"|[{_NUMERALS}]+(?:(?:分之|点)[{_NUMERALS}]+)?"
)
# Where a compound may part: never so that "sign-" waits for its "up".
_AFTER_HYPHEN: Final = re.compile(r"(?<=[^\W\d]{2}[-/])(?=[^\W\d]{3})")


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines, with the size of the box it needs."""

    lines: tuple[str, ...]
    width: float
    strong: bool = False

    @property
    def least(self) -> float:
        """Width of the widest number in it, which is never broken, in CSS px."""
        return max((width(line[begin:end], strong=self.strong) for line in self.lines for begin, end in numbers(line)), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines in CSS px."""
        return LINE * len(self.lines)


class FontError(OSError):
    """The layout font is missing or damaged; the message says where it should lie."""


@cache
def font_path() -> str:
    """Where the layout font lies."""
    return str(resources.files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf")


@dataclass(frozen=True, slots=True)
class _Font:
    """The characters of a font, each with its glyph, and how wide each glyph is, in units of the font."""

    glyphs: Mapping[int, str]
    advances: Mapping[str, tuple[int, int]]
    units_per_em: int


@cache
def _layout_font() -> _Font:
    """The layout font, read with a library that a build needs even where all charts are kept: matplotlib takes five times as long to import."""
    try:
        with TTFont(font_path(), lazy=True) as font:
            return _Font(font.getBestCmap(), dict(font["hmtx"].metrics), font["head"].unitsPerEm)
    except Exception as error:  # a damaged font makes its reader raise anything
        raise FontError(f"the font of charts cannot be read, {font_path()}: install the packages of requirements/site.txt again") from error


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that the layout font cannot draw, each once, in their order."""
    return tuple(char for char in dict.fromkeys(text) if not (_is_plain_space(char) or _has_glyph(char)))


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
        raise ChartRefused(f"the layout font has no glyph for {char!r} (U+{ord(char):04X} {unicodedata.name(char, 'unnamed')})")
    font = _layout_font()
    measured = font.advances[font.glyphs[ord(char)]][0] / font.units_per_em
    return max(1.0, measured) if is_wide(char) else measured


@cache
def is_wide(char: str) -> bool:
    """Whether ``char`` is as wide as it is high in a Chinese font."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—·"


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of ``text`` begin and end, each with its sign, its marks and a sign of percent; those too long to be read left out."""
    return (found.span() for found in _NUMBER.finditer(text) if _length(found[0]) <= LONGEST_NUMBER)


def longest_number(text: str) -> int:
    """How many characters the longest number of ``text`` has, wide ones counted as two."""
    return max((_length(found[0]) for found in _NUMBER.finditer(text)), default=0)


def _length(number: str) -> int:
    """How many characters ``number`` has, wide ones counted as two."""
    return sum(2 if is_wide(char) else 1 for char in number)


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


def block(text: str, limit: float, *, strong: bool = False) -> Block:
    """``text`` broken into as few lines as ``limit`` allows, the lines then made about equally long.

    A number is never broken, so that a line with one may be wider than ``limit``.
    """
    pieces = tuple(_unbroken(text))
    lines = _fill(pieces, limit, strong=strong)
    if len(lines) > 1:
        lines = _even(pieces, lines, limit, strong=strong)
    return Block(lines, max(width(line, strong=strong) for line in lines), strong)


def _even(pieces: tuple[str, ...], lines: tuple[str, ...], limit: float, *, strong: bool) -> tuple[str, ...]:
    unbroken = max(width(piece.strip(), strong=strong) for piece in pieces)
    too_narrow, wide_enough = max(limit / len(lines) * 0.8, unbroken), limit
    while wide_enough - too_narrow > SIZE / 2:
        middle = (too_narrow + wide_enough) / 2
        tried = _fill(pieces, middle, strong=strong)
        if len(tried) > len(lines) or any(width(line, strong=strong) > limit for line in tried):
            too_narrow = middle
        else:
            wide_enough, lines = middle, tried
    return lines


def _fill(pieces: tuple[str, ...], limit: float, *, strong: bool) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and width((line + piece).rstrip(), strong=strong) > limit:
            lines.append(line.rstrip())
            line = ""
        *full, line = _cut(line + piece if line else piece.lstrip(" "), limit, strong=strong)
        lines.extend(full)
    return tuple(filled for filled in (*lines, line.rstrip()) if filled) or ("",)


def _cut(text: str, limit: float, *, strong: bool) -> Iterator[str]:
    while len(text) > 1 and width(text.rstrip(), strong=strong) > limit:
        at = _cut_at(text, limit, strong=strong)
        yield text[:at]
        text = text[at:].lstrip(" ")
    yield text


def _cut_at(text: str, limit: float, *, strong: bool) -> int:
    """The last place that fits and is not inside a number, or behind the number that does not fit; where there is a choice, not at a digit."""
    inside = {at for begin, end in numbers(text) for at in range(begin + 1, end)} | {at for at in range(1, len(text)) if text[at] in _TRAILING}
    fitting = next((at for at in range(len(text) - 1, 1, -1) if width(text[:at], strong=strong) <= limit), 1)
    off_digits = (at for at in range(fitting, fitting // 2, -1) if not (text[at - 1].isdigit() or text[at].isdigit()))
    whole = (at for at in (*range(fitting, 0, -1), *range(fitting + 1, len(text))) if at not in inside)
    return next((at for at in (*off_digits, *whole) if at not in inside), len(text))


def _unbroken(text: str) -> Iterator[str]:
    held = ""
    for piece in _pieces(text):
        if held and not _stays_with(held, piece):
            yield held
            held = ""
        held += piece
    yield held


def _pieces(text: str) -> Iterator[str]:
    for found in _PIECE.finditer(text):
        if found.lastgroup == "word":
            yield from _AFTER_HYPHEN.split(found.group())
        else:
            yield found.group()


def _stays_with(held: str, piece: str) -> bool:
    before, after = held[-1], piece[0]
    return piece.isspace() or before in _OPENING or after in _CLOSING or (_ends_in_number(held) and after in _COUNTED)


def _ends_in_number(held: str) -> bool:
    last = held.rstrip("".join(_COUNTED - frozenset("个张家人名对次项所位")))[-1:]
    return last.isdigit() or held[-1] in _NUMERALS
