"""A figure of one act where its indicator is of another that the sentence counts too: 放出门票
4.5万张, 最终卖出3.1万张.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.act_words import is_an_act
from statsite.evidence.sentence.counted_parts import CountingPart, other_parts, own_part
from statsite.grammar.word_boundaries import words_with_classes

#: What may be between an act and its number where nothing is named that was acted on.
_BETWEEN = "(?:的|了|是|只?有|仅有?|为|达到?|约|近|超过?|逾|过|其中)*$"


def other_act(before: str, figure: str, behind: str, title: str) -> str:
    """The part of its sentence that a figure is in, where it tells of another act than the
    ``title`` of its indicator, and another part that counts the same tells of that; or nothing.
    """
    own = own_part(before, behind)
    act = _act(own)
    if not act or act in title:
        return ""
    others = other_parts(before, figure, behind)
    is_another = any(_is_of_title(other, own, title) for other in others)
    return own.before + figure + own.behind if is_another else ""


def _act(part: CountingPart) -> str:
    """The first word of a part that says what was done."""
    words = words_with_classes(part.words)
    return next((word for word, kind in words if is_an_act(word, kind)), "")


def _is_of_title(other: CountingPart, own: CountingPart, title: str) -> bool:
    """Whether the act of another part is the title's, and the own part has none of the title's."""
    act = _act(other) or _only_word(other)
    if not act or act not in title or act in own.words:
        return False
    is_bare = re.search(act + _BETWEEN, other.before) is not None
    named = (word for word, kind in words_with_classes(title) if is_an_act(word, kind))
    return is_bare or not any(word in own.words and word not in other.words for word in named)


def _only_word(part: CountingPart) -> str:
    """The only word before a part's number, which may be an act that the dictionary takes for a
    thing: 落地110亿元.
    """
    words = words_with_classes(part.before)
    return words[0][0] if len(words) == 1 and len(words[0][0]) > 1 else ""
