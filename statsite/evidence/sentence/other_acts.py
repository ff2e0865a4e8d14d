"""A figure of one act where its indicator is of another that the sentence counts too: 放出门票
4.5万张, 最终卖出3.1万张.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.act_words import is_an_act, is_light
from statsite.evidence.sentence.counted_parts import OF_ANOTHER, CountingPart, other_parts, own_part
from statsite.evidence.sentence.levels_told import is_level
from statsite.grammar.word_boundaries import words_with_classes

_LIGHT = "的|了|是|只?有|仅有?|为|达到?|约|近|超过?|逾|过|不过"
#: An act that is all that is told before a number: 成交9宗, 到会的是96人, 首期开通8座.
_BARE = re.compile(
    rf"^(?:[已仅只共又再也均后]|最终|后来|当场|首期|其中|实际|真正)*(?P<act>[一-鿿]{{2,3}}?)(?:{_LIGHT})*$"
)
#: What may be between an act and its number where nothing is named that was acted on.
_BETWEEN = f"(?:{_LIGHT})*$"
_THINGS = frozenset({"n", "nz", "vn", "j", "l"})


def other_act(before: str, figure: str, behind: str, title: str) -> str:
    """The part of its sentence that a figure is in, where it tells of another act than the
    ``title`` of its indicator, and another part that counts the same tells of that; or nothing. A
    number that others are compared with has the act of those.
    """
    own = own_part(before, behind)
    if OF_ANOTHER.match(own.before):
        return ""
    act = _act(own)
    told = act or _first_thing(own)
    if not told or told in title:
        return ""
    others = [
        other
        for other in other_parts(before, figure, behind)
        if is_level(other.before, other.behind, title)
    ]
    is_another = any(_is_of_title(other, own, title, of_an_act=bool(act)) for other in others)
    return own.before + figure + own.behind if is_another else ""


def _act(part: CountingPart) -> str:
    """The first word of a part that says what was done."""
    words = words_with_classes(part.words)
    return next((word for word, kind in words if is_an_act(word, kind)), "")


def _first_thing(part: CountingPart) -> str:
    """The noun with which a part begins, which the dictionary takes for some acts: 中标."""
    word, kind = next(iter(words_with_classes(part.before)), ("", ""))
    return word if kind in _THINGS and len(word) > 1 and not is_light(word) else ""


def _is_of_title(other: CountingPart, own: CountingPart, title: str, *, of_an_act: bool) -> bool:
    """Whether the act of another part is the title's, and the own part has none of the title's;
    where the own part is not ``of_an_act``, the other has to tell nothing else.
    """
    if _is_told(_bare_act(other), own, title):
        return True
    act = _act(other)
    if not of_an_act or not _is_told(act, own, title):
        return False
    is_bare = re.search(act + _BETWEEN, other.before) is not None
    named = (word for word, kind in words_with_classes(title) if is_an_act(word, kind))
    return is_bare or not any(word in own.words and word not in other.words for word in named)


def _is_told(act: str, own: CountingPart, title: str) -> bool:
    """Whether an act is the title's, and not the own part's."""
    return bool(act) and act in title and act not in own.words


def _bare_act(part: CountingPart) -> str:
    """The act that is all that a part tells before its number, or nothing."""
    found = _BARE.match(part.before)
    return found["act"] if found and not part.behind.strip("。") else ""
