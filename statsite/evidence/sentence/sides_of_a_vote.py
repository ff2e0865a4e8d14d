"""The votes or points of the other side: 31票 of 162票对31票 where the indicator is of votes for
something, 79分 of 88分比79分.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import NUMBER

_FOR = "赞成|同意|支持|拥护"
_AGAINST = "反对|不同意|不赞成|弃权|否决"
_SIDE = re.compile(rf"的?(?P<side>{_AGAINST}|{_FOR})")
_SCORED = re.compile("(?P<unit>[票分球局胜])$")
_OF_LOSERS = re.compile(f"{_AGAINST}|对手|客队|对方|失[分球]|负方|败")


def other_side(before: str, figure: str, behind: str, title: str) -> str:
    """The words beside a figure by which it is of the other side than its indicator, or nothing."""
    unit = _SCORED.search(figure)
    if unit is None:
        return ""
    return _said_behind(figure, behind, title) or _second(before, figure, unit["unit"], title)


def _said_behind(figure: str, behind: str, title: str) -> str:
    """The side that is named right behind the figure, where the title is of the other one."""
    side = _SIDE.match(behind)
    if side is None or not figure.endswith("票"):
        return ""
    is_against = re.fullmatch(_AGAINST, side["side"]) is not None
    other = re.search(_FOR if is_against else _AGAINST, title)
    return "" if other is None or side["side"] in title else figure + side[0]


def _second(before: str, figure: str, unit: str, title: str) -> str:
    """The first number of a result whose second one the figure is: it is that of those who lost."""
    found = re.search(rf"{NUMBER}{unit}(?:对|比|:)$", before)
    return "" if found is None or _OF_LOSERS.search(title) else found[0] + figure
