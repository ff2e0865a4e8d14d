"""Places and other names that a sentence lists and pairs with figures in their order:
云南、贵州分别有5家、3家.
"""

from __future__ import annotations

import re

from msgspec import Struct

_LISTED = re.compile(
    r"(?:^|(?<=[，。;:(“”年月日\n中在]))((?:[一-鿿]{1,8}?[、和及与])+[一-鿿]{2,32}?)(?:分别|依次)[^，。;0-9]{0,8}"
    r"|(?P<colours>[一-鿿]{2,5})[两三四五]色(?P<called>[一-鿿]{1,8}?)(?:分别|依次)[^，。;0-9]{0,8}"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_AGAIN = re.compile("分别|依次")
_BETWEEN = re.compile("[、和及与]")
_BETWEEN_FIGURES = re.compile(
    r"(?<=[^\W0-9]|%)[、和及与](?=[^，。;、]{0,6}[0-9一二三四五六七八九十])"
)


class ListedNames(Struct, frozen=True):
    """The name that a list pairs with a figure, which may be its first, and the others."""

    own: str
    others: tuple[str, ...]
    is_first: bool = False


def names_of_list(before: str) -> ListedNames | None:
    """The names of the list whose figures the one after ``before`` is among; None where no list of
    names is, or it is shorter.
    """
    before = _IN_BRACKETS.sub("", before)
    lists = [*_LISTED.finditer(before)]
    if not lists:
        return None
    between = _AGAIN.split(before[lists[-1].end() :])[-1]
    names = _names(lists[-1])
    at = len(_BETWEEN_FIGURES.findall(between + "1"))
    if set("，;:") & set(between) or at >= len(names):
        return None
    others = tuple(name for name in names if name != names[at])
    return ListedNames(names[at], others, is_first=at == 0)


def _names(found: re.Match[str]) -> list[str]:
    """The names of a list; those of colours stand together (红橙黄三色预警), and what names of one
    character share stands behind the last: 男、女、童装.
    """
    if found["colours"]:
        return [f"{colour}色{found['called']}" for colour in found["colours"]]
    *names, last = _BETWEEN.split(found[1])
    return [*names, last[0] if all(len(name) == 1 for name in names) else last]
