"""Numbers as Chinese newspapers print them: Arabic digits, Chinese numerals, and the scales 百 千
万 亿 after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from statsite.grammar.pieces import PartKind, Piece
from statsite.values import replace

#: More digits than any newspaper prints; beyond them a spreadsheet no longer keeps the number
#: exactly.
MOST_DIGITS = 15

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
#: The scales that are after a number, as powers of ten.
EXPONENTS = {
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}

_ONE = "[一二三四五六七八九]"
_ONE_OR_TWO = (
    "[一二两三四五六七八九]"  # 两 is alone and before 百 千 万 亿, never before or after 十
)
_TENS = f"{_ONE}?十{_ONE}?"
_HUNDREDS = f"{_ONE_OR_TWO}百(?:零{_ONE}|{_TENS})?"
_THOUSANDS = f"{_ONE_OR_TWO}千(?:零(?:{_TENS}|{_ONE})|{_HUNDREDS})?"
# two digits side by side, as in 七八个, are two numbers
_DIGIT_BY_DIGIT = f"{_ONE}(?:[〇零]|[〇零一二三四五六七八九]{{2,}})"
_CHINESE = (
    f"(?:{_DIGIT_BY_DIGIT}|{_THOUSANDS}|{_HUNDREDS}|{_TENS}|[百千](?!分[之点])|{_ONE_OR_TWO}"
    "|[〇零])"
    r"(?:点[〇零一二三四五六七八九]+)?(?![〇零一二两三四五六七八九十百千])"
)
_GROUPED = "|".join(rf"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+(?![0-9])" for mark in ",， '")
_ARABIC = rf"(?:{_GROUPED}|0|[1-9][0-9]*)(?:\.[0-9]+)?"
#: Characters after which 负 is the end of another word: 减负, 胜负.
NO_MINUS_BEHIND = "胜抱自背担肩减欠亏降辜重增"
_MINUS = f"-|(?<![{NO_MINUS_BEHIND}])负(?:增长)?|零下(?:摄氏)?"
_SCALE_ALONE = r"(?:万亿|万|亿)(?![十百千万亿]|分之)"
_AFTER_DIGITS = (
    r"(?P<small>[百千](?=[余多+][万亿]))?"
    r"(?P<inside>[余多]|\+(?=[万亿]))?"
    r"(?P<scale>万亿|[百千]?[万亿]|[百千](?!分[之点]))?"
    r"(?(inside)|(?P<after>有余|[余多]|\+(?![0-9]))?)"
)
_FIRST = re.compile(
    rf"(?P<digits>(?:{_MINUS})?(?:{_ARABIC}|{_CHINESE}|{_SCALE_ALONE})){_AFTER_DIGITS}"
)
_NEXT = re.compile(rf"(?P<digits>(?P<zero>[零〇]?)(?:{_ARABIC}|{_CHINESE})){_AFTER_DIGITS}")
_SIGN = re.compile(_MINUS)
_NO_MARKS = str.maketrans("", "", ",， '")

_PIECES = (
    ("digits", PartKind.NUMBER),
    ("small", PartKind.SCALE),
    ("inside", PartKind.QUALIFIER),
    ("scale", PartKind.SCALE),
    ("after", PartKind.QUALIFIER),
)


class Numeral(Struct, frozen=True):
    """A printed number: ``digits`` times ten to the power of ``exponent``, which is the place of
    its last printed digit.

    ``scale`` is the exponent of the scale printed after the last digits, 0 if there is none.
    """

    digits: int
    exponent: int
    scale: int
    pieces: tuple[Piece, ...]

    @property
    def value(self) -> Fraction:
        """The number."""
        return _shifted(self.digits, self.exponent)

    @property
    def precision(self) -> Fraction:
        """The size of the last printed digit."""
        return _shifted(1, self.exponent)

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.pieces[-1].end

    @property
    def more(self) -> Piece | None:
        """The 余, 多 or + that is in it or after it."""
        return next((piece for piece in self.pieces if piece.kind is PartKind.QUALIFIER), None)

    def served_by(self, scale: int) -> Numeral:
        """The number when a scale printed elsewhere belongs to it too."""
        return replace(self, exponent=self.exponent + scale)


def scan_numeral(text: str, at: int, limit: int) -> Numeral | None:
    """The longest number that begins at ``at`` and ends before ``limit``, with its scale and 余 or
    多; None if there is none.

    Falling scales make one number (``12亿零741.3万``). Digits without a scale join the number
    before them only where they fill its next place or follow 零: ``1万5000`` and ``1万零5`` are
    numbers, ``1万5`` is not. A scale after both counts them together: ``1万5000亿`` is 15,000 times
    亿, ``2千零30万`` 2,030 times 万.
    """
    numeral = _numeral(_FIRST.match(text, at, limit))
    while numeral and numeral.scale and not numeral.more:
        joined = _joined(numeral, _NEXT.match(text, numeral.end, limit))
        if joined is None:
            break
        numeral = joined
    return numeral


def _numeral(found: re.Match[str] | None) -> Numeral | None:
    """One run of digits with its scale."""
    mantissa = found and _mantissa(found["digits"])
    if not found or not mantissa:
        return None
    digits, exponent = mantissa
    scale = sum(EXPONENTS[found[name]] for name in ("small", "scale") if found[name])
    return Numeral(digits, exponent + scale, scale, tuple(_pieces(found)))


def _pieces(found: re.Match[str]) -> Iterator[Piece]:
    for name, kind in _PIECES:
        start, end = found.span(name)
        if start < end:
            yield Piece(kind, start, end)


def _shifted(digits: int, exponent: int) -> Fraction:
    return Fraction(digits * 10**exponent) if exponent >= 0 else Fraction(digits, 10**-exponent)


def _joined(larger: Numeral, found: re.Match[str] | None) -> Numeral | None:
    """``larger`` and the digits that follow it as one number; None if they are not one."""
    smaller = _numeral(found)
    if found is None or smaller is None or larger.exponent != larger.scale:
        return None
    scale_of_both = _outer_scale(smaller.scale) if smaller.scale >= larger.scale else 0
    has_scale_of_its_own = smaller.scale > 0 and not scale_of_both
    least = 0 if found["zero"] or has_scale_of_its_own else 10 ** (larger.scale - 1)
    if not least <= smaller.value / 10**scale_of_both < 10**larger.scale:
        return None
    return _added(larger, smaller, smaller.exponent - scale_of_both)


def _added(larger: Numeral, smaller: Numeral, exponent: int) -> Numeral:
    """Both as one number; ``exponent`` is that of the last digit before a scale of both."""
    digits = larger.digits * 10 ** (larger.exponent - exponent)
    digits += smaller.digits if digits >= 0 else -smaller.digits
    return Numeral(digits, smaller.exponent, smaller.scale, larger.pieces + smaller.pieces)


def _outer_scale(scale: int) -> int:
    """The 万 or 亿 of 十万, 千亿 and the like, as an exponent."""
    return next((outer for outer in (12, 8, 4) if scale >= outer), 0)


def _mantissa(text: str) -> tuple[int, int] | None:
    """The digits of ``text`` as a whole number and the exponent of the last; None if they are too
    many.
    """
    if minus := _SIGN.match(text):
        unsigned = _mantissa(text[minus.end() :])
        return unsigned and (-unsigned[0], unsigned[1])
    if text in _POWERS:
        return _POWERS[text], 0
    if text in EXPONENTS:
        return 1, EXPONENTS[text]
    return _written_mantissa(text)


def _written_mantissa(text: str) -> tuple[int, int] | None:
    """The same of digits without a sign."""
    whole, _, decimals = text.translate(_NO_MARKS).replace("点", ".").partition(".")
    if len(whole) + len(decimals) > MOST_DIGITS:
        return None
    digits = (
        whole.lstrip("零〇") + decimals if text[-1].isascii() else _chinese_digits(whole, decimals)
    )
    return int(digits), -len(decimals)


def _chinese_digits(whole: str, decimals: str) -> str:
    """The Arabic digits of a number in Chinese ones, without its point."""
    return f"{_chinese_integer(whole)}{''.join(str(_DIGITS[digit]) for digit in decimals)}"


def _chinese_integer(text: str) -> int:
    """The number below ten thousand, or the digits one by one, that ``text`` writes."""
    total = digits = 0
    for character in text:
        if character in _DIGITS:
            digits = digits * 10 + _DIGITS[character]
        else:
            total += max(digits, 1) * _POWERS[character]
            digits = 0
    return total + digits
