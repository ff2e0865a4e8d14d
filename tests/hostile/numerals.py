"""Numbers written as newspapers, scans and old print write them.

Nothing here is taken from the grammar that it is to test.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from msgspec import Struct

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("一二两三四五六七八九十百千", "壹贰贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans(
    "万亿两个余过约达间至种张项对处岁础员", "萬億兩個餘過約達間至種張項對處歲礎員"
)
_WIDE = str.maketrans("0123456789%.", "０１２３４５６７８９％．")
_PLACES = ("", "十", "百", "千")
_GROUPS = ((10**8, "亿"), (10**4, "万"))

#: What the words that multiply a number stand for.
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "亿": 10**8, "万亿": 10**12}


class Number(Struct, frozen=True):
    """A number as written, what it is, and the size of its last digit that is not zero."""

    text: str
    value: Fraction
    step: Fraction


def arabic(text: str, scale: str = "") -> Number:
    """Plain decimal digits with a scale word behind them."""
    return Number(text + scale, Fraction(text) * SCALES[scale], _last_digit(text) * SCALES[scale])


def chinese(number: int, *, two: str = "二") -> Number:
    """``number``, above zero, in Chinese numerals; ``two`` is written before 百, 千, 万 and 亿."""
    return Number(_chinese(number, two), Fraction(number), _last_digit(str(number)))


def digit(number: int) -> str:
    """A number of one to nine as it counts things or tens of per cent."""
    return "两" if number == 2 else _DIGITS[number]


def formal(text: str) -> str:
    """Chinese numerals as on a cheque."""
    return text.translate(_FORMAL)


def traditional(text: str) -> str:
    """The characters of figures as Hong Kong and old papers print them."""
    return text.translate(_TRADITIONAL)


def wide(text: str) -> str:
    """Digits, point and per-cent sign in the width of a Chinese character."""
    return text.translate(_WIDE)


def grouped(number: int, mark: str) -> str:
    """Decimal digits in groups of three, parted by ``mark``."""
    return f"{number:,}".replace(",", mark)


def whole_number(rng: Random, digits: int = 4) -> int:
    """A number of one to ``digits`` digits, above two."""
    size = rng.randint(1, digits)
    return rng.randint(max(3, 10 ** (size - 1)), 10**size - 1)


def decimal(rng: Random) -> str:
    """Digits with one or two decimals, the last of them not zero."""
    return f"{rng.randint(0, 99)}.{rng.choice(('', str(rng.randint(0, 9))))}{rng.randint(1, 9)}"


def tidy(rng: Random) -> str:
    """A number that 余 or 多 may follow: one or two digits, then zeros."""
    return f"{rng.choice((*range(1, 10), *range(11, 99)))}" + "0" * rng.randint(1, 3)


def _last_digit(text: str) -> Fraction:
    whole, _, decimals = text.partition(".")
    kept = decimals.rstrip("0")
    if kept:
        return Fraction(1, 10 ** len(kept))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))


def _chinese(number: int, two: str) -> str:
    for size, word in _GROUPS:
        if number >= size:
            above, rest = divmod(number, size)
            head = two if above == 2 else _chinese(above, two)
            zero = "零" if 0 < rest < size // 10 else ""
            return f"{head}{word}{zero}{_within_group(rest, two, led=True) if rest < 10**4 else _chinese(rest, two)}"
    return _within_group(number, two, led=False)


def _within_group(number: int, two: str, *, led: bool) -> str:
    """A number below ten thousand; ``led``: words are before it, so that ten is 一十."""
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        text += "零" if gap else ""
        text += (two if digit == 2 and power >= 2 else _DIGITS[digit]) + _PLACES[power]
        gap = False
    return text[1:] if text.startswith("一十") and not led else text
