"""Amounts in a text: a number or a share with its scale, its 余 or 多 and its unit word, before any
qualifier is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from statsite.grammar.fold_characters import fold_word
from statsite.grammar.numerals import Numeral, scan_numeral
from statsite.grammar.parts_of_words import TENTHS_END
from statsite.grammar.pieces import PartKind, Piece
from statsite.quantity import last_digit_of
from statsite.values import replace

_TEN, _HALF_OF_TEN = 10, 5
_NUMERAL_STARTS = frozenset("0123456789./,-负〇零一二两三四五六七八九十百千万亿点余多有")
_DIGITS = {
    digit: value
    for digits in ("123456789", "一二三四五六七八九")
    for value, digit in enumerate(digits, 1)
}
_HALF = re.compile("一半|半数|半")
_SLASHED = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})(?![0-9])")
_IN_WORDS = "分之"
_PARTS_OF = re.compile("([百千万])分之")
_PARTS_IN_WHOLE = {"百": 100, "千": 1000, "万": 10000}
_TENTHS = re.compile(
    f"成(?!{TENTHS_END})"
    "(?:([1-9一二三四五六七八九](?![0-9〇零一二两三四五六七八九十百千万亿月日]))"
    "|(半(?![年月天日小数导])))?"
)
_AND_A_HALF = re.compile(r"个(?:(半)|[多余])")
_HALF_BEHIND = re.compile(r"半(?!导体|数|岛|径|决赛|成品|自动|价|年|个|天|月|小时|日)")
_DOUBLED = re.compile(r"(翻了?(?:(一|两|二|三|四|[1-4]))?)(番)")
#: Words for all of a whole that the article names: each is a figure of its own, a hundred per cent.
TOTALS = frozenset({"全部", "所有", "全覆盖", "均"})
#: Unit words after which bare digits are decimals, where the number ends with them: 9秒98, 1米7.
TAKES_DECIMALS = frozenset({"秒", "米", "度", "块"})
_HAN_DIGITS = "〇一二三四五六七八九"
_DECIMALS_BEHIND = re.compile(
    rf"([0-9]{{1,3}}|[{_HAN_DIGITS}]{{1,2}})(?=$|[的获夺摘位排列完率]|[^\w.])"
)
#: Unit words after which 半 adds a half.
MULTIPLE_UNIT = "倍"
TAKES_A_HALF = frozenset(
    {"年", "岁", "周岁", "天", "倍", "里", "里地", "斤", "公斤", "亩", "点", "吨", "米", "尺", "丈"}
)
_MORE = re.compile(r"(?:有余|[余多])(?!\w)")
#: 余 or 多 behind a number of tenths, where 多 begins no word: 三成多已出院, but not 三成多为女性.
_MORE_TENTHS = re.compile(
    "有余|[余多](?![为是在来由数半属从以见于指靠呈集样种元维层方边国次年])(?!的是)"
)


class UnitWords(Struct, frozen=True):
    """The words a unit may be printed with, ready for matching.

    ``longest_first`` are in the form of ``FoldedText.plain``. ``like_numerals`` are those that a
    number could swallow (千克, /10万). ``whole`` is what a share is a share of: 100 for a unit in
    %, 1000 for one in ‰, None for any other.
    """

    longest_first: tuple[str, ...]
    like_numerals: tuple[str, ...]
    whole: Fraction | None

    def at(self, plain: str, at: int) -> str:
        """The longest unit word that begins at ``at``, or nothing; one that ends in a digit (:1)
        does not end within a number.
        """
        return next(
            (
                word
                for word in self.longest_first
                if plain.startswith(word, at) and not self._ends_in_a_number(plain, at, word)
            ),
            "",
        )

    def behind_measure(self, plain: str, at: int) -> str:
        """What is at ``at`` of a unit word after 个 and 半 or 多: 月 of 个月, 小时 of 小时 or
        个小时; or nothing.
        """
        words = (
            *self.longest_first,
            *(word[1:] for word in self.longest_first if word.startswith("个")),
        )
        return next(
            (
                word
                for word in sorted(words, key=len, reverse=True)
                if word and plain.startswith(word, at)
            ),
            "",
        )

    def _ends_in_a_number(self, plain: str, at: int, word: str) -> bool:
        return word[-1].isdigit() and plain[at + len(word) : at + len(word) + 1].isdigit()

    def limit(self, plain: str, at: int) -> int:
        """Where the next unit word that could be taken for a numeral begins, or the end of the
        text.
        """
        return min(
            (found for word in self.like_numerals if (found := plain.find(word, at)) >= 0),
            default=len(plain),
        )


class AmountKind(StrEnum):
    """What the number of an amount counts: things, tenths (成), hundredths and the like (百分之),
    wholes (1/3, 一半), or doublings (翻一番).
    """

    THINGS = "things"
    DOUBLINGS = "doublings"
    TENTHS = "tenths"
    PARTS = "parts"
    WHOLES = "wholes"


class Amount(Struct, frozen=True):
    """A number, and ``size``: what one of it stands for in base units.

    ``unit`` is the unit word printed after it, or empty.
    """

    number: Numeral | Fraction
    kind: AmountKind
    size: Fraction
    pieces: tuple[Piece, ...]
    unit: str = ""

    @property
    def value(self) -> Fraction:
        """The number in base units."""
        return (self.number.value if isinstance(self.number, Numeral) else self.number) * self.size

    @property
    def precision(self) -> Fraction | None:
        """The size of the last printed digit in base units; None for words and fractions."""
        if isinstance(self.number, Fraction) or self.kind is AmountKind.TENTHS:
            return None
        return self.number.precision * self.size

    @property
    def next_step(self) -> Fraction | None:
        """What 余 or 多 says it stays below: the next step of its last digit that is not zero.

        None for 1/3 and 一半.
        """
        step = None if self.kind is AmountKind.WHOLES else last_digit_of(self.value)
        return None if step is None else self.value + step

    @property
    def more(self) -> Piece | None:
        """The 余, 多 or + that is in it or after it."""
        return next((piece for piece in self.pieces if piece.kind is PartKind.QUALIFIER), None)

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.pieces[-1].end


def unit_words(words: Sequence[str]) -> UnitWords:
    """``words`` ready for matching.

    Where they include %, ‰ is not among them: a unit has one base.
    """
    folded = {fold_word(word) for word in words} - {""}
    if "%" in folded:
        folded.discard("‰")
    whole = Fraction(100) if "%" in folded else Fraction(1000) if "‰" in folded else None
    longest_first = tuple(sorted(folded, key=len, reverse=True))
    return UnitWords(
        longest_first, tuple(word for word in longest_first if word[0] in _NUMERAL_STARTS), whole
    )


def scan_amount(plain: str, at: int, units: UnitWords) -> Amount | None:
    """The longest amount that begins at ``at``; None if there is none.

    A share counts in hundreds of ``%``, thousands of ``‰``, or ones where the unit has neither. 余
    or 多 may also be after the unit word or the share, where the text ends or no word follows
    (``3倍多``), and after tenths where it begins no word (``三成多``, ``六成多已出院``).
    """
    limit, whole = units.limit(plain, at), units.whole or Fraction(1)
    amount = (
        _half_a_unit(plain, at, units)
        or _share(plain, at, limit, whole)
        or _doubled(plain, at)
        or _counted(plain, scan_numeral(plain, at, limit), units, whole)
    )
    return amount and _with_more(plain, amount)


def _with_more(plain: str, amount: Amount) -> Amount:
    """``amount`` with the 余 or 多 that is after it, if it has none in it."""
    more_words = _MORE_TENTHS if amount.kind is AmountKind.TENTHS else _MORE
    more = None if amount.more else more_words.match(plain, amount.end)
    return _with_piece(amount, more) if more else amount


def _with_piece(amount: Amount, more: re.Match[str]) -> Amount:
    """``amount`` with a qualifier behind it."""
    return replace(amount, pieces=(*amount.pieces, Piece(PartKind.QUALIFIER, *more.span())))


def range_ends(first: Amount, last: Amount) -> tuple[Amount, Amount] | None:
    """Both ends of a range with the scale, 成 or 百分之 that is written once and serves both; None
    if they are not ends of a range.
    """
    if first.unit and last.unit and first.unit != last.unit:
        return None
    first, last = _of_one_kind(first, last)
    if (first.kind is AmountKind.THINGS) is not (last.kind is AmountKind.THINGS):
        return None
    ascending = (
        ends for ends in _served_by_one_scale(first, last) if ends[0].value < ends[1].value
    )
    return next(ascending, None)


def _of_one_kind(first: Amount, last: Amount) -> tuple[Amount, Amount]:
    """Both with the 成 that is written after the last, or the 百分之 before the first."""
    if last.kind is AmountKind.TENTHS and first.kind is AmountKind.THINGS and not first.unit:
        return replace(first, kind=last.kind, size=last.size), last
    if first.kind is AmountKind.PARTS and last.kind is AmountKind.THINGS and not last.unit:
        return first, replace(last, kind=first.kind, size=first.size)
    return first, last


def _served_by_one_scale(first: Amount, last: Amount) -> Iterator[tuple[Amount, Amount]]:
    """The ways to read the ends of a range, the likeliest first: 40~50万 and 5000~1万 both are in
    newspapers.
    """
    one, other = first.number, last.number
    if isinstance(one, Fraction) or isinstance(other, Fraction) or first.unit:
        yield first, last
        return
    if other.scale and not one.scale:
        yield replace(first, number=one.served_by(other.scale)), last
    if one.scale or not other.scale or _is_read_alone(one, other.scale):
        yield first, last
    if one.scale and not other.scale:
        yield first, replace(last, number=other.served_by(one.scale))


def _is_read_alone(number: Numeral, scale: int) -> bool:
    """Whether a number is as large as those that a newspaper writes without that scale: 5000 beside
    1万.
    """
    smallest: int = _TEN ** (scale - 1)
    return number.value >= smallest


def _share(plain: str, at: int, limit: int, whole: Fraction) -> Amount | None:
    """A share that does not begin with a number of its own: 百分之七十, 一半, 1/3."""
    if found := _PARTS_OF.match(plain, at, limit):
        return _parts_of(plain, found, limit, whole)
    if found := _HALF.match(plain, at):
        return _of_whole(Fraction(1, 2), whole, found.span())
    return _slashed(plain, at, limit, whole)


def _slashed(plain: str, at: int, limit: int, whole: Fraction) -> Amount | None:
    """1/3: a share less than the whole."""
    found = _SLASHED.match(plain, at, limit)
    if found is None:
        return None
    share = Fraction(int(found[1]), int(found[2]))
    return _of_whole(share, whole, found.span()) if share < 1 else None


def _half_a_unit(plain: str, at: int, units: UnitWords) -> Amount | None:
    """半个百分点, 半小时, 半个多小时: one half of a unit that is printed, or a little more."""
    if not plain.startswith("半", at):
        return None
    half = Piece(PartKind.NUMBER, at, at + 1)
    between = _AND_A_HALF.match(plain, at + 1)
    word = units.behind_measure(plain, between.end()) if between and not between[1] else ""
    if between and word:
        pieces = (half, *_measure_and_more(between), _unit_at(between.end(), word))
        return _of_things(Fraction(1, 2), pieces, word)
    word = units.at(plain, at + 1)
    return _of_things(Fraction(1, 2), (half, _unit_at(at + 1, word)), word) if word else None


def _doubled(plain: str, at: int) -> Amount | None:
    """翻番, 翻一番, 翻了两番: twice or four times as many."""
    found = _DOUBLED.match(plain, at)
    if found is None:
        return None
    times = 2 ** (_DIGITS.get(found[2], 2) if found[2] else 1)
    pieces = Piece(PartKind.NUMBER, *found.span(1)), Piece(PartKind.UNIT, *found.span(3))
    return Amount(Fraction(times), AmountKind.DOUBLINGS, Fraction(1), pieces, found[3])


def _counted(
    plain: str, numeral: Numeral | None, units: UnitWords, whole: Fraction
) -> Amount | None:
    """A number, as what follows it says: 三分之一, 三成, or things."""
    if numeral is None:
        return None
    return (
        _fraction_in_words(plain, numeral, whole)
        or _tenths(plain, numeral, whole)
        or _things(plain, numeral, units)
    )


def _things(plain: str, numeral: Numeral, units: UnitWords) -> Amount:
    """A plain number and its unit word, with the 半, 多 or 来 that may be between them or after:
    3个半小时, 3个多月, 两年半, 两百来人.
    """
    word = units.at(plain, numeral.end)
    return (
        _with_measure(plain, numeral, units)
        or _about_so_many(plain, numeral, units)
        or _with_part_behind(plain, numeral, word)
        or _of_things(numeral, _up_to_unit(numeral, word), word)
    )


def _with_part_behind(plain: str, numeral: Numeral, word: str) -> Amount | None:
    """A number and its unit word with 半, or with decimals, behind them."""
    half = _with_half_behind(plain, numeral, word)
    return half or _with_decimals_behind(plain, numeral, word)


def _of_things(number: Numeral | Fraction, pieces: tuple[Piece, ...], word: str) -> Amount:
    """So many of the things that the unit word counts."""
    return Amount(number, AmountKind.THINGS, Fraction(1), pieces, word)


def _unit_at(at: int, word: str) -> Piece:
    """The piece of a unit word that begins at ``at``."""
    return Piece(PartKind.UNIT, at, at + len(word))


def _up_to_unit(numeral: Numeral, word: str) -> tuple[Piece, ...]:
    """The pieces of a number and of the unit word that follows it."""
    if not word:
        return numeral.pieces
    return (*numeral.pieces, _unit_at(numeral.end, word))


def _with_measure(plain: str, numeral: Numeral, units: UnitWords) -> Amount | None:
    """A number, 个, and 半 or 多 before the rest of the unit word: 3个半小时, 3个多月."""
    between = _AND_A_HALF.match(plain, numeral.end)
    word = units.behind_measure(plain, between.end()) if between else ""
    if between is None or not word:
        return None
    unit = _unit_at(between.end(), word)
    if between[1]:
        half = Piece(PartKind.NUMBER, *between.span())
        return _and_a_half(numeral, (*numeral.pieces, half, unit), word)
    return _of_things(numeral, (*numeral.pieces, *_measure_and_more(between), unit), word)


def _measure_and_more(between: re.Match[str]) -> tuple[Piece, Piece]:
    """The pieces of 个 and of the 多 or 余 behind it."""
    start, end = between.span()
    return Piece(PartKind.UNIT, start, start + 1), Piece(PartKind.QUALIFIER, end - 1, end)


def _about_so_many(plain: str, numeral: Numeral, units: UnitWords) -> Amount | None:
    """A round number, 来, and the unit word: 两百来人."""
    word = units.at(plain, numeral.end + 1) if plain.startswith("来", numeral.end) else ""
    is_round = numeral.scale > 0 or numeral.digits % _TEN == 0
    if not word or not is_round or numeral.more:
        return None
    about = Piece(PartKind.QUALIFIER, numeral.end, numeral.end + 1)
    pieces = (*numeral.pieces, about, _unit_at(numeral.end + 1, word))
    return _of_things(numeral, pieces, word)


def _with_half_behind(plain: str, numeral: Numeral, word: str) -> Amount | None:
    """A number, its unit word and a half of it: 两年半."""
    half = _HALF_BEHIND.match(plain, numeral.end + len(word)) if word in TAKES_A_HALF else None
    if half is None:
        return None
    pieces = (*_up_to_unit(numeral, word), Piece(PartKind.NUMBER, *half.span()))
    return _and_a_half(numeral, pieces, word)


def _with_decimals_behind(plain: str, numeral: Numeral, word: str) -> Amount | None:
    """A number, its unit word and decimals: 9秒98."""
    if word not in TAKES_DECIMALS or not _is_count(numeral):
        return None
    decimals = _DECIMALS_BEHIND.match(plain, numeral.end + len(word))
    if decimals is None:
        return None
    pieces = (*_up_to_unit(numeral, word), Piece(PartKind.NUMBER, *decimals.span()))
    return _with_decimals(numeral, pieces, decimals[1], word)


def _and_a_half(numeral: Numeral, pieces: tuple[Piece, ...], word: str) -> Amount:
    """3个半小时, 两年半."""
    return _of_things(numeral.value + Fraction(1, 2), pieces, word)


def _with_decimals(numeral: Numeral, pieces: tuple[Piece, ...], decimals: str, word: str) -> Amount:
    """9秒98: the digits after the unit are tenths and hundredths of it."""
    digits = "".join(
        str(_HAN_DIGITS.find(digit)) if digit in _HAN_DIGITS else digit for digit in decimals
    )
    size = len(digits)
    whole = replace(numeral, digits=numeral.digits * _TEN**size + int(digits), exponent=-size)
    return _of_things(whole, pieces, word)


def _parts_of(plain: str, found: re.Match[str], limit: int, whole: Fraction) -> Amount | None:
    """百分之七十: so many hundredths, thousandths or ten-thousandths."""
    numeral = scan_numeral(plain, found.end(), limit)
    if numeral is None:
        return None
    pieces = (Piece(PartKind.SCALE, *found.span()), *numeral.pieces)
    return Amount(numeral, AmountKind.PARTS, whole / _PARTS_IN_WHOLE[found[1]], pieces)


def _of_whole(share: Fraction, whole: Fraction, span: tuple[int, int]) -> Amount:
    """1/3, 三分之一, 一半: a part of the whole."""
    return Amount(share, AmountKind.WHOLES, whole, (Piece(PartKind.NUMBER, *span),))


def _fraction_in_words(plain: str, denominator: Numeral, whole: Fraction) -> Amount | None:
    """三分之一."""
    if not plain.startswith(_IN_WORDS, denominator.end):
        return None
    numerator = scan_numeral(plain, denominator.end + len(_IN_WORDS), len(plain))
    if numerator is None or not _is_proper(numerator, denominator):
        return None
    span = denominator.pieces[0].start, numerator.pieces[0].end
    return _of_whole(Fraction(numerator.digits, denominator.digits), whole, span)


def _is_proper(numerator: Numeral, denominator: Numeral) -> bool:
    """Whether two numbers make a fraction below one."""
    are_counts = _is_count(numerator) and _is_count(denominator)
    return are_counts and numerator.digits < denominator.digits


def _is_count(numeral: Numeral) -> bool:
    """Whether it is a plain integer above zero; a 余 or 多 after it belongs to the fraction."""
    return numeral.digits > 0 and numeral.exponent == numeral.scale == 0


def _tenths(plain: str, numeral: Numeral, whole: Fraction) -> Amount | None:
    """九成, 八成五, 九成半: one to ten tenths."""
    found = _TENTHS.match(plain, numeral.end)
    if not found or not _counts_tenths(numeral):
        return None
    digit = found[1] or found[2]
    if digit and not _takes_a_digit(numeral):
        return None
    number = _with_digit(numeral, digit) if digit else numeral
    pieces = (*numeral.pieces, *_pieces_of_tenths(numeral.end, found.end()))
    return Amount(number, AmountKind.TENTHS, whole / _TEN, pieces)


def _counts_tenths(numeral: Numeral) -> bool:
    """Whether it is one number, up to ten."""
    return len(numeral.pieces) == 1 and 0 < numeral.value <= _TEN


def _takes_a_digit(tenths: Numeral) -> bool:
    """Whether a digit behind 成 goes on with it: not with 十成 or 8.5成."""
    return not tenths.exponent and tenths.value != _TEN


def _pieces_of_tenths(start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of 成 and of the digit that may follow it."""
    tenths = Piece(PartKind.SCALE, start, start + 1)
    digit = Piece(PartKind.NUMBER, tenths.end, end)
    return (tenths, digit) if tenths.end < end else (tenths,)


def _with_digit(tenths: Numeral, digit: str) -> Numeral:
    """八 and 五 of 八成五 as 8.5; 半 is five."""
    digits = tenths.digits * _TEN + _DIGITS.get(digit, _HALF_OF_TEN)
    return replace(tenths, digits=digits, exponent=-1)
