"""Dividends, which are of the time whose profit they are paid from, also if they are only planned:
2024年实现净利润12亿元。公司拟每10股派3元，占净利润的三成.
"""

from __future__ import annotations

import re

_REACH = 120
_DIVIDEND = re.compile("每(?:10|十)?股派|派发[^，。;]{0,6}(?:股息|红利|股利)|派现|派息")


def is_of_a_dividend(plain: str, sentence: int, start: int) -> bool:
    """Whether a figure at ``start``, in the sentence that begins at ``sentence``, is of a
    dividend.
    """
    part = plain.rfind(";", sentence, start) + 1
    return _DIVIDEND.search(plain, max(sentence, part, start - _REACH), start) is not None
