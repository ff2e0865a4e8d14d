"""Numbers up to 99 that count days, months, years and the like, which the grammar of figures does
not read: 9日, 十二月, 廿三, 两年.
"""

from __future__ import annotations

from statsite.grammar.lexicon import SMALL_NUMERALS

_DIGITS = SMALL_NUMERALS.removesuffix("十")
_VALUES = {"两": 2, **{digit: value for value, digit in enumerate(_DIGITS, 1)}}
_TEN = 10
_ONE = f"[两{_DIGITS}]"
#: Such a number in Arabic or Chinese digits, in patterns.
SMALL_NUMBER = f"(?:[0-9]{{1,2}}|{_ONE}?十{_ONE}?|{_ONE})"


def small_number(text: str) -> int:
    """The number that ``text`` writes, in Arabic or Chinese digits; what is no digit adds
    nothing.
    """
    if text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").rpartition("十")
    return (_VALUES.get(tens, 1) * _TEN if ten else 0) + _VALUES.get(ones, 0)
