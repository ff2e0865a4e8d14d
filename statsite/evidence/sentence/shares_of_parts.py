"""A share of what is itself a share of the whole, where its indicator is of the whole: 电气火灾占
38%；电气火灾里，电动自行车占了26%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.word_boundaries import words_with_classes

_SHARE = re.compile("[%‰成]|分之|半$")
_A_SHARE = (
    "(?P<share>[0-9.]+[%‰]|[0-9.一二三四五六七八九两]+成(?!立|员|为|果|功)[半多]?"
    "|[一二三四五六七八九十百]+分之[一二三四五六七八九十百]+|[一近过大]半|半数)"
)
#: How a clause gives a part its share: 返乡青年占创业者的35%; 61%的企业订单增加, 52%独居.
_TAKES_UP = re.compile(rf"^(?P<part>[^0-9]*?)(?<!比)占(?!比)[^0-9]*?{_A_SHARE}")
_DOES = re.compile(rf"{_A_SHARE}(?:的[一-鿿]{{2}})?(?P<part>.+)$")
_CHANGE = re.compile(
    "(?:增|减|升|降|涨|跌|提高|同比|环比|[快慢高低]于?|率)[长加少为是达到了约近仅只]*$"
)
#: What may be between the name of a part and the share: an age counts nothing.
_UP_TO = "(?:[^，。;!?:0-9]|[0-9]+岁){0,8}，?(?:[^，。;!?:0-9]|[0-9]+岁){0,12}"
#: Words for the part that was named before: 其中又有30%, 这部分人里.
_OF_IT = re.compile(
    rf"(?:^|[，。;])(?P<words>(?:而|在)?[这那此](?:部分|些|批|一部分){_UP_TO})$"
    "|(?P<among>其中，?[又还再约近已更就也]*有?(?:将近|超过|接近)?)$"
)
#: The part by its name: 电气火灾里, 近视学生的.
_BY_NAME = re.compile(
    r"^(?:.*[，。;])?(?:而且?|在|但)?"
    rf"(?P<part>[一-鿿]{{2,10}}?)(?:里面?|[之当]?中间?|之内|内部?|的|又|则|以){_UP_TO}$"
)
_CONTENT = frozenset({"n", "nz", "v", "vn", "b", "a", "an", "l", "j", "t"})
_SHORTEST = 2


def share_of_part(before: str, figure: str, title: str) -> str:
    """The words before a share by which it is of a part that has itself a share of the whole, and
    that the ``title`` of its indicator does not name; or nothing.
    """
    if not _SHARE.search(figure) or _CHANGE.search(before):
        return ""
    return _of_it(before, title) or _of_named(before, title)


def _of_it(before: str, title: str) -> str:
    """The words for a part that was named before, where the title has none of what makes it one."""
    found = _OF_IT.search(before)
    parts = [*_parts(before[: found.start()])] if found else []
    if found is None or not parts:
        return ""
    words = _content(parts[-1])
    own = words[:-1] or words
    is_named = not own or any(word in title for word in own)
    return "" if is_named else found["words"] or found["among"]


def _of_named(before: str, title: str) -> str:
    """The name of a part that a clause before gives a share, and the title does not have."""
    found = _BY_NAME.search(before)
    if found is None:
        return ""
    start = found.start("part")
    earlier = "，".join(_parts(before[:start]))
    is_part = any(word in earlier and word not in title for word in _content(found["part"]))
    return before[start:] if is_part else ""


def _parts(text: str) -> Iterator[str]:
    """What has a share of something in each clause of a text, changes aside."""
    for clause in CLAUSE_END.split(text):
        found = _TAKES_UP.search(clause) or _DOES.search(clause)
        if found and not _CHANGE.search(clause[: found.start("share")]):
            yield found["part"]


def _content(text: str) -> list[str]:
    """The words of a text that say what something is."""
    words = words_with_classes(text)
    return [word for word, kind in words if kind in _CONTENT and len(word) >= _SHORTEST]
