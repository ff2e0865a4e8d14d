"""Places that a sentence lists and pairs with figures in their order: 云南、贵州分别有5家、3家."""

from __future__ import annotations

import re

_LISTED = re.compile(
    r"(?:^|(?<=[，。;:(“”年月日\n中在]))((?:[一-鿿]{2,8}?[、和及与])+[一-鿿]{2,16}?)分别[^，。;0-9]{0,8}"
)
_BETWEEN = re.compile("[、和及与]")
_BETWEEN_FIGURES = re.compile(
    r"(?<=[^\W0-9]|%)[、和及与](?=[^，。;、]{0,6}[0-9一二三四五六七八九十])"
)


def place_of_list(before: str) -> str:
    """The place that is paired with the figure after ``before``, by what it is called; or nothing
    where no list of places is.
    """
    lists = [*_LISTED.finditer(before)]
    if not lists or set("，;:") & set(before[lists[-1].end() :]):
        return ""
    names = _BETWEEN.split(lists[-1][1])
    at = len(_BETWEEN_FIGURES.findall(before[lists[-1].end() :] + "1"))
    return names[at] if at < len(names) else ""
