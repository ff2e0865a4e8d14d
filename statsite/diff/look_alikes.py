"""Letters and signs that look like others, told by their code: two lines that differ must not read
the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Signs that Chinese and English texts are set with, which no other sign is drawn like. The forms
#: of full width are drawn wider than the plain ones.
_SIGNS = "␣⇥“”‘’…—–·×÷±≈≥≤→℃‰°²³%€£¥§©「」『』《》〈〉【】〔〕、。〇"
_FULL_WIDTH = "\uff01-\uff5e\uffe5"
_CHINESE = "\u4e00-\u9fff\u3400-\u4dbf"
#: Any other character, unless its code stands behind it already.
_OTHER = re.compile(rf"[^\x00-\x7f{_SIGNS}{_FULL_WIDTH}{_CHINESE}](?!<U\+)")

#: Control characters, directions, spaces and codes without a sign: other functions show them.
_NO_SIGN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})


def with_codes(text: str) -> str:
    """``text`` with its code behind each letter or sign that might be taken for another: of another
    alphabet, a compatibility form, a mark set on the letter before it.
    """
    return _OTHER.sub(lambda found: found[0] + _code(found[0]), text)


@lru_cache(maxsize=1024)
def _code(character: str) -> str:
    """The code of a character as it is shown; empty where it is taken for no other."""
    has_own_look = unicodedata.category(character) in _NO_SIGN or _is_accented_latin(character)
    return "" if has_own_look else f"<U+{ord(character):04X}>"


def _is_accented_latin(character: str) -> bool:
    """Whether it is a plain letter with a mark, in one piece."""
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and parts[0].isascii() and parts[0].isalpha()
