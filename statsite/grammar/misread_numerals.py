"""Characters that a scanner reads in place of numerals beside a figure: 三干五百人 is 3,500, and
五百人 none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.lexicon import HAN_DIGITS
from statsite.grammar.patterns import ends_behind

#: What is read in place of 千, 十 and 百 behind a digit.
_MISREAD_BEFORE = re.compile(rf"[{HAN_DIGITS}两][干于卜士白曰]零?$")
_MISREAD_BEHIND = re.compile("[干于](?=[人元个户吨名家件亩辆台所张])")


def misread_before(before: str, shape: FigureShape, figure: str) -> Iterator[int]:
    """Where in ``before`` such a character begins with its digit, before the ``figure``."""
    found = _MISREAD_BEFORE.search(before) if shape.begins_with_number else None
    if found and figure[:1] in HAN_DIGITS + "十":
        yield found.start()


def misread_behind(plain: str, end: int, shape: FigureShape) -> Iterator[int]:
    """Where such a character ends behind a bare number."""
    if not (shape.unit or shape.is_qualified_behind):
        yield from ends_behind([_MISREAD_BEHIND], plain, end)
