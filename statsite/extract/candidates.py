"""Finding figures: the leftmost longest expressions of an article that the grammar reads, before it
is asked which of them are quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from statsite.extract.measure_words import MEASURE_WORDS, NO_UNIT_BEFORE
from statsite.extract.non_quantities import names_a_rank, non_quantity_spans, rank_at
from statsite.grammar import failure_reasons
from statsite.grammar.amounts import MULTIPLE_UNIT, UnitWords, unit_words
from statsite.grammar.numerals import EXPONENTS
from statsite.grammar.parts_of_words import ends_another_word, ends_within_a_word
from statsite.grammar.pieces import PartKind, Piece
from statsite.grammar.printed import ScannedFigure, Stop, scan_figure
from statsite.grammar.qualifiers import (
    JOINER,
    NEGATIONS,
    QUALIFIERS_BEFORE,
)
from statsite.quantity import Quantity
from statsite.values import replace

_WORDS = frozenset(MEASURE_WORDS)
#: The measure words by the sign of the shares that they are read with: a unit has one base.
_BY_SHARE = {share: unit_words((*(_WORDS - {"%"}), share)) for share in ("%", "‰")}
_FIRST_CHARACTERS = frozenset(
    word[0] for words in _BY_SHARE.values() for word in words.longest_first
)
_SEGMENT = re.compile(
    r"(?:[^。;!?，、()“”‘’「」『』《》〈〉【】\[\]|:…\n]|(?<=[0-9]):(?=1(?![0-9]|\.[0-9]))"
    r"|(?<=[台件])\((?=套\))|(?<=[台件]\(套)\))+"
)
_LONGEST_FIGURE = 60
_ASCII_DIGITS = frozenset("0123456789")
#: Numbers of a list that share their scale are at most so many times one another.
_MOST_APART = 20
#: What 翻一番 prints where other multiples print 倍.
_TURN = "番"
#: What says behind a number, or in it, that it is a little more.
_MORE = "多余来"
_LIST_JOINERS = frozenset("、和与及或")
_QUALIFYING = "".join(sorted({word[0] for word in (*QUALIFIERS_BEFORE, *NEGATIONS)}))
_START = re.compile(
    rf"[0-9〇零一二两三四五六七八九十百千万亿半负翻过破上无{_QUALIFYING}-]|限|[须需应]满"
)
_DIGITS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿.")
_COMPOUND = re.compile(
    "(?<=[0-9百千万亿多余])([一-鿿A-Za-zμ]{1,4})/((?:[0-9]{0,3}[百千万])?)"
    "([一-鿿A-Za-z][一-鿿A-Za-z0-9²³]{0,4})"
)
_RUN = re.compile(r"[0-9〇零一二两三四五六七八九十百千万亿.]+")
_NUMERAL_NEAR = re.compile(
    r"[^0-9〇零一二两三四五六七八九十百千万亿半]{0,30}[0-9〇零一二两三四五六七八九十百千万亿半]"
)
_SPLIT_DIGITS = re.compile(r"[0-9][0-9,.]{0,20}[ \n]")


class CandidateReading(Struct, frozen=True, eq=False):
    """What a figure prints, its pieces by their place from where it begins; of a text that repeats
    itself each is made once, and is itself alone.
    """

    quantity: Quantity
    pieces: tuple[Piece, ...]

    @property
    def number(self) -> Piece:
        """Its first number."""
        return next(
            piece for piece in self.pieces if piece.kind in {PartKind.NUMBER, PartKind.SCALE}
        )


class Candidate(Struct, frozen=True):
    """A figure that was found in ``plain``, where its ``reading`` begins at ``offset``.

    ``is_rank`` says that it is somebody's place in a ranking. ``shared_unit`` is the unit word of a
    list's last figure, which serves it too, and ``shared_scale`` the exponent of its scale where
    that does; the list goes on until ``listed_until``.
    """

    plain: str
    reading: CandidateReading
    offset: int
    is_rank: bool = False
    shared_unit: str = ""
    shared_scale: int = 0
    listed_until: int = 0

    @property
    def quantity(self) -> Quantity:
        """What it says."""
        quantity = self.reading.quantity
        return quantity.scaled(10**self.shared_scale) if self.shared_scale else quantity

    @property
    def scale(self) -> int:
        """The exponent of the scale that it ends with, or that serves it; 0 where there is none."""
        scales = self._scales
        return self.shared_scale or (EXPONENTS.get(scales[0], 0) if len(scales) == 1 else 0)

    @property
    def _scales(self) -> list[str]:
        """What it prints of scales."""
        return [self.text(piece) for piece in self.pieces if piece.kind is PartKind.SCALE]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its pieces by their place in ``plain``."""
        return tuple([self._in_plain(piece) for piece in self.reading.pieces])

    def _in_plain(self, piece: Piece) -> Piece:
        return Piece(piece.kind, piece.start + self.offset, piece.end + self.offset)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.reading.pieces[0].start + self.offset

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.reading.pieces[-1].end + self.offset

    @property
    def unit(self) -> str:
        """The unit word printed with it or, in a list, with the last of its figures; 倍 for 翻一番;
        else nothing.
        """
        piece = self._unit_piece
        if piece is None:
            return self.shared_unit
        return MULTIPLE_UNIT if self._is_turn(piece) else self.text(piece)

    @property
    def unit_place(self) -> tuple[int, int] | None:
        """Where its unit word is printed with it, as it is used: not for 翻一番."""
        piece = self._unit_piece
        return (piece.start, piece.end) if piece and not self._is_turn(piece) else None

    def _is_turn(self, piece: Piece) -> bool:
        return self.text(piece) == _TURN

    @property
    def _unit_piece(self) -> Piece | None:
        """The last unit word of its own, by its place in ``plain``."""
        for piece in reversed(self.reading.pieces):
            if piece.kind is PartKind.UNIT:
                return self._in_plain(piece)
        return None

    def text(self, piece: Piece) -> str:
        """What ``piece`` prints."""
        return self.plain[piece.start : piece.end]


def candidates(plain: str) -> Iterator[Candidate]:
    """The figures of ``plain``, from left to right, none overlapping; names made of numerals are
    passed over.
    """
    names = non_quantity_spans(plain)
    for segment in _SEGMENT.finditer(plain):
        yield from _in_segment(plain, segment, names)


def with_shared_units(figures: Sequence[Candidate]) -> list[Candidate]:
    """``figures`` with the unit, and the scale, that is written once at the end of a list and serve
    all of it: 187、28、20倍, 182.6、95.3和252.2亿元.
    """
    served = list(figures)
    for at in range(len(served) - 2, -1, -1):
        if _shares_the_unit(served[at], served[at + 1]):
            served[at] = _with_shared_unit(served[at], served[at + 1])
    return served


def _shares_the_unit(one: Candidate, following: Candidate) -> bool:
    """Whether a figure is in a list with the next one, whose unit serves it too."""
    if one.unit or not following.unit or one.is_rank:
        return False
    return one.plain[one.end : following.start] in _LIST_JOINERS and _counts_things(one)


def _with_shared_unit(one: Candidate, following: Candidate) -> Candidate:
    return replace(
        one,
        shared_unit=following.unit,
        shared_scale=following.scale if _is_of_one_size(one, following) else 0,
        listed_until=following.listed_until or following.end,
    )


def _is_of_one_size(one: Candidate, following: Candidate) -> bool:
    """Whether the scale after ``following`` serves ``one`` too: its digits make a number of the
    same size, both whole or neither.

    In 500、8000和1.2万人 the first two count by themselves.
    """
    if not following.scale or len(one.pieces) > 1:
        return False
    if one.text(one.pieces[0])[-1] not in _ASCII_DIGITS:
        return False
    shift = 10**following.scale if not following.shared_scale else 1
    return _are_alike(one.reading.quantity, following.reading.quantity, shift)


def _are_alike(first: Quantity, last: Quantity, shift: int) -> bool:
    """Whether two numbers, the last divided by ``shift``, are of about one size, and both whole or
    neither.
    """
    if not first.value or not last.value or first.precision is None or last.precision is None:
        return False
    ratio = first.value / (last.value / shift)
    is_alike = (first.precision < 1) is (last.precision / shift < 1)
    return is_alike and Fraction(1, _MOST_APART) <= ratio <= _MOST_APART


def _counts_things(figure: Candidate) -> bool:
    """Whether its number is not a share: no 三成, 1/3."""
    counts = (piece for piece in figure.pieces if piece.kind in {PartKind.NUMBER, PartKind.SCALE})
    return not any(set("半成分/").intersection(figure.text(piece)) for piece in counts)


def _in_segment(plain: str, segment: re.Match[str], names: bytearray) -> Iterator[Candidate]:
    text, offset, at = segment[0], segment.start(), 0
    while found := _START.search(text, at):
        at = found.start()
        is_start = not _is_no_start(text, at, names, offset)
        reading = _read(text[at : at + _LONGEST_FIGURE]) if is_start else None
        candidate = _candidate(plain, reading, offset + at, names) if reading else None
        if candidate:
            yield candidate
        at = candidate.end - offset if candidate else _next_place(text, at)


def _is_no_start(text: str, at: int, names: bytearray, offset: int) -> bool:
    """Whether no figure can begin at ``at``, which can be told without reading one."""
    if text[at] not in _DIGITS:
        return _is_inside_a_word(text, at) or not _NUMERAL_NEAR.match(text, at)
    if names[offset + at] and not names_a_rank(text, at):
        return True
    return _is_inside_a_word(text, at) or _SPLIT_DIGITS.match(text, at) is not None


def _next_place(text: str, at: int) -> int:
    """Where the next figure can begin, if none begins at ``at``: not among the other digits of the
    same number.
    """
    run = _RUN.match(text, at)
    return run.end() if run else at + 1


def _candidate(
    plain: str, reading: CandidateReading, offset: int, names: bytearray
) -> Candidate | None:
    """The figure by its place in ``plain``; None where its number is a name's."""
    number = reading.number
    if rank_at(plain, number.start + offset, number.end + offset):
        return Candidate(plain, CandidateReading(reading.quantity, (number,)), offset, is_rank=True)
    return None if names[number.start + offset] else Candidate(plain, reading, offset)


def _is_inside_a_word(text: str, at: int) -> bool:
    """Whether what begins at ``at`` is only the rest of a number, of a word such as 附近 or 节约,
    or a hyphen in one.
    """
    if at == 0:
        return False
    before = text[at - 1]
    if text[at] == "-":
        return before.isascii() and before.isalnum()
    if text[at] in _DIGITS:
        return before in _DIGITS or (before in ",/" and at > 1 and text[at - 2].isdigit())
    return ends_another_word(text, at)


@lru_cache(maxsize=4096)
def _read(text: str) -> CandidateReading | None:
    """The figure with which ``text`` begins.

    A long file without much sense in it repeats itself: what was read once is not read again.
    """
    figure = _scan(text)
    return CandidateReading(figure.quantity, figure.pieces) if figure else None


def _scan(text: str) -> ScannedFigure | None:
    """The longest figure with which ``text`` begins, as far as it does not end in the middle of a
    word.
    """
    units = _units_in(text, "%")
    figure = scan_figure(text, 0, units)
    if isinstance(figure, Stop) and _is_range_of_no_figure(text, figure):
        text = text[: _end_of_first(text, figure.at)]
        figure = scan_figure(text, 0, units)
    if _is_in_thousandths(text, figure):
        figure = scan_figure(text, 0, _units_in(text, "‰"))
    while isinstance(figure, ScannedFigure) and (cut := _end_within_a_word(text, figure)):
        figure = scan_figure(text[:cut], 0, units)
    return figure if isinstance(figure, ScannedFigure) else None


def _is_in_thousandths(text: str, figure: ScannedFigure | Stop) -> bool:
    """Whether what was read as no share, or not read since only a share is of a whole, is one in
    thousandths: 约为总量的0.8‰.
    """
    if isinstance(figure, Stop):
        return figure.reason == failure_reasons.NOT_OF_A_WHOLE and "‰" in text
    return text.startswith("‰", figure.end)


def _is_range_of_no_figure(text: str, stop: Stop) -> bool:
    """Whether a figure ends where a range was tried, since that would be qualified."""
    return stop.reason == failure_reasons.RANGE_QUALIFIED and text[0] in _DIGITS


def _end_of_first(text: str, at: int) -> int:
    """Where the first figure ends of two that make no range since it is qualified at a place:
    30多万 of 30多万至50万人.
    """
    joiner = JOINER.search(text, at)
    return joiner.start() if joiner and text[at] in _MORE else at


def _units_in(text: str, share: str) -> UnitWords:
    """The measure words read with ``share`` whose first character ``text`` holds, and the compounds
    of them that it prints (公斤/亩).

    Looking for the few that can be there takes a fraction of the time that looking for all takes.
    """
    units = _beginning_with(share, _FIRST_CHARACTERS.intersection(text) | {MULTIPLE_UNIT})
    compounds = (
        {_compound(*found) for found in _COMPOUND.findall(text)} - {""} if "/" in text else None
    )
    if not compounds:
        return units
    return replace(
        units,
        longest_first=tuple(sorted({*units.longest_first, *compounds}, key=len, reverse=True)),
    )


@lru_cache(maxsize=4096)
def _beginning_with(share: str, characters: frozenset[str]) -> UnitWords:
    words = _BY_SHARE[share]
    longest_first = tuple([word for word in words.longest_first if word[0] in characters])
    return replace(
        words,
        longest_first=longest_first,
        like_numerals=tuple([word for word in words.like_numerals if word[0] in characters]),
    )


def _compound(first: str, scale: str, rest: str) -> str:
    """公斤 and 亩的 as 公斤/亩: a unit per another, if both are measure words; else nothing."""
    end = next((size for size in range(len(rest), 0, -1) if rest[:size] in _WORDS), 0)
    return f"{first}/{scale}{rest[:end]}" if end and first in _WORDS else ""


def _end_within_a_word(text: str, figure: ScannedFigure) -> int:
    """Where the last piece begins, if it is only the beginning of another word, else 0."""
    last = figure.pieces[-1]
    if last.kind is PartKind.UNIT:
        word, behind = text[last.start : last.end], text[last.end : last.end + 1]
        is_within = behind != "" and behind in NO_UNIT_BEFORE.get(word, "")
    else:
        is_within = ends_within_a_word(text, last.end)
    return last.start if is_within else 0
