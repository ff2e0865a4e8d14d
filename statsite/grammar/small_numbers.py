"""Numbers up to 99 that count days, months, years and the like, which the grammar of figures does
not read: 9日, 十二月, 廿三, 两年, 周三.
"""

from __future__ import annotations

from statsite.grammar.lexicon import SMALL_NUMERALS

_DIGITS = SMALL_NUMERALS.removesuffix("十")
_VALUES = {"两": 2, **{digit: value for value, digit in enumerate(_DIGITS, 1)}}
_TEN = 10
_ONE = f"[两{_DIGITS}]"
#: Such a number in Arabic or Chinese digits, in patterns.
SMALL_NUMBER = f"(?:[0-9]{{1,2}}|{_ONE}?十{_ONE}?|{_ONE})"
#: The number of a month, and that of a day of one, in patterns.
MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_DIGITS}])"
DAY = f"(?:[12][0-9]|3[01]|0?[1-9]|三十一?|(?:二?十|廿)[{_DIGITS}]?|[{_DIGITS}])"
#: A day of the week, in patterns.
WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"


def small_number(text: str) -> int:
    """The number that ``text`` writes, in Arabic or Chinese digits; what is no digit adds
    nothing.
    """
    if text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").rpartition("十")
    return (_VALUES.get(tens, 1) * _TEN if ten else 0) + _VALUES.get(ones, 0)
