"""Names of which one is a figure's own, of its column or its row, and another one is what its
indicator is called by: a number under 火化 is none of 节地葬, which stands over the next column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from statsite.grammar.fold_characters import fold_word

_IN_BRACKETS = re.compile(r"[(〔【\[][^()〔〕【】\[\]]*[)〕】\]]")
#: What a name begins with that is no part of it: (一), 1., 其中:, #.
_IN_FRONT = re.compile(r"^(?:[0-9一二三四五六七八九十]{1,2}[、.:]|其中:?|#|\*)+")
_MARKS = re.compile(r"[^一-鿿A-Za-z0-9]")
#: What tells a part of the row above, which titles call by many words.
_OF_THE_ROW_ABOVE = re.compile(r"^\s*(?:其中|#|[—-])")
#: What tells of another column (同比, of its share or change) or of no thing at all but a time.
_OF_NO_THING = re.compile(
    "同比|环比|比上|[增涨降减]幅|增[速减长加]|涨跌|变[化动]|占|比[重例]|份额|排[名位]|位次|名次|序号"
    "|[0-9一二三四五六七八九十].*[年月日季]|[上下]半年|累计|^[上本当去今前][年月期季]度?$|同期"
)
_ALL_OF_THEM = re.compile("合计|总计|小计|共计|总[数量额体]|全[部体]")
_TOGETHER = re.compile("[总合全共]|进出口|中小学")
_FEWEST = 2
#: So many characters of a name stand in a title also with others between them: 节地(生态)葬.
_MAY_BE_APART = 3


def named_by_another(own: str, others: Iterable[str], title: str, above: str = "") -> bool:
    """Whether the ``title`` of a figure's indicator has another one of the names that stand side by
    side, and nothing of the ``own`` but what the title ``above`` the table has as well.
    """
    name, rest = _plain(own), [plain for plain in map(_plain, others) if plain]
    if not name or _OF_NO_THING.search(name) or _OF_THE_ROW_ABOVE.search(own):
        return False
    title = fold_word(title)
    if _ALL_OF_THEM.search(name) and _TOGETHER.search(title):
        return False
    return any(
        _stands_in(other, name, title) and _is_missing(name, other, [*rest, above], title)
        for other in rest
        if other != name and not _OF_NO_THING.search(other)
    )


def _plain(name: str) -> str:
    """A name without units in brackets, numbers in front and marks."""
    return _MARKS.sub("", _IN_FRONT.sub("", _IN_BRACKETS.sub("", fold_word(name)).strip()))


def _stands_in(other: str, own: str, title: str) -> bool:
    """Whether a title has another name, or what of it the ``own`` one has not; nothing of a name
    that is a part of the own says so.
    """
    if other in own:
        return False
    apart = _apart(other, own)
    is_in_it = other in title or (len(apart) >= _FEWEST and apart in title)
    return is_in_it or (len(other) >= _MAY_BE_APART and _has_in_order(title, other))


def _apart(one: str, other: str) -> str:
    """What of a name another one does not begin or end with as well: 当年离 of 当年离岗, 在岗."""
    first = len(common_beginning(one, other))
    last = len(common_beginning(one[first:][::-1], other[first:][::-1]))
    return one[first : len(one) - last]


def common_beginning(one: str, other: str) -> str:
    """The characters with which both of two texts begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(character for character, _ in pairs)


def _has_in_order(title: str, name: str) -> bool:
    """Whether a title has all characters of a name, one after another."""
    characters = iter(title)
    return all(character in characters for character in name)


def _is_missing(own: str, other: str, rest: Sequence[str], title: str) -> bool:
    """Whether a title has no character of those that the ``own`` name has alone, of all that stand
    beside it or else of these two.
    """
    alone = set(own).difference(*(name for name in rest if name != own)) or set(own) - set(other)
    return alone.isdisjoint(title)
