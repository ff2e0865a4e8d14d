"""Figures that a text only supposes: those of a condition (如果…达到), what would follow from it,
and what is granted for the sake of argument (即使).
"""

from __future__ import annotations

import re

_REACH = 80
_SENTENCE = re.compile("[^。!?;]{0,80}$")
#: Words that open a condition, on which the rest of the sentence depends.
_IF = re.compile(
    "如果(?!说)|假如|假设|假使|倘若|倘使|(?<![主只重需])要是|一旦|设想|(?:^|[，:“])若(?![干无非要尔想])"
    "|如(?=[^，。;0-9]{0,8}(?:达到|超过|低于|高于|不足|未))"
)
#: Words that open a clause which is granted only.
_GRANTED = re.compile("即使|即便|哪怕|就算|纵使|纵然")
_GRANTED_CLAUSE = re.compile(f"(?:{_GRANTED.pattern})[^，。;!?]{{0,60}}$")
#: What tells of something that was so all the same: 即使在2020年.
_WAS_SO = re.compile("已经|当时|曾|也(?:有|达|保持|没有|卖|只)")


def is_supposed(plain: str, start: int) -> bool:
    """Whether the figure at ``start`` stands in a condition, depends on one, or is granted."""
    before = _SENTENCE.search(plain, max(0, start - _REACH), start)
    sentence = before[0] if before else ""
    condition = _IF.search(sentence)
    if condition and not _WAS_SO.search(sentence, condition.end()):
        return True
    return _GRANTED_CLAUSE.search(sentence) is not None
