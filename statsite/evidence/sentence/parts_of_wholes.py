"""A figure that is of a part of what its sentence tells of, where its indicator is of the whole:
480名旅客里有35名换乘, 进口的占80万吨.
"""

from __future__ import annotations

import itertools
import re

from statsite.grammar.word_boundaries import began_before

#: What its part is told behind, unless it begins a word (里程, 中心) or is a unit (14.6万公里).
_OF_THE_WHOLE = re.compile(
    r"(?P<whole>[^，。;!?:、]{2,16}?)(?P<within>(?<![公英海华])里面?|[之当]?中|之内|其中)[，、]?"
    r"(?P<part>[^，。;!?:]{0,10})$"
)
_HAS_A_SHARE = re.compile(r"(?P<whole>[^，。;!?:]{2,16})[，;](?P<part>[^，。;!?:]{1,10}?)占了?$")
#: A part of an area that is named by its kind alone, of a title that says which area is meant.
_PART_OF_AN_AREA = re.compile(
    "其中，?[在仅]?(?P<place>[省市县区镇乡村](?:里|城|区|直|本?级)|郊区|主?城区|基层|农村|城镇)[^，。;!?:0-9]{0,10}$"
)
_OF_AN_AREA = re.compile("全[国省市县区州]")
_IS_DONE = re.compile("[举跳投掷跑游射打赢挺拉][起出过到进下得]了?$")
_WORDS = re.compile("[一-鿿0-9]+")
_COUNTS_A_SHARE = re.compile("[%‰成]|分之|百分|半$")


def part_of_whole(before: str, figure: str, behind: str, title: str) -> str:
    """The words by which a figure is of a part of something, where the ``title`` of its indicator
    is of the whole and has no word of the part; or nothing.
    """
    if _COUNTS_A_SHARE.search(figure):
        return ""
    if part := _PART_OF_AN_AREA.search(before):
        is_whole = _OF_AN_AREA.search(title) is not None and part["place"] not in title
        return part[0] if is_whole else ""
    found = _within_a_whole(before, title) or _HAS_A_SHARE.search(before)
    if found is None:
        return ""
    told = _pairs(found["part"] + "，" + re.split("[，。;!?:、]", behind)[0])
    # What is done in a contest is no part of it: 在抓举中举起105公斤.
    is_contest = _IS_DONE.search(found["part"]) is not None
    is_of_the_whole = bool(_pairs(found["whole"]) & _pairs(title)) and not is_contest
    return found[0] if is_of_the_whole and not told & _pairs(title) else ""


def _within_a_whole(before: str, title: str) -> re.Match[str] | None:
    """The whole that the words right before a figure name, and what of it the figure is; a word
    that the ``title`` has is no such: 中蜂.
    """
    found = _OF_THE_WHOLE.search(before)
    if found is None or began_before(before, found.end("within")):
        return None
    word = before[found.start("within") : found.start("part") + 1]
    return None if found["part"] and word in title else found


def _pairs(text: str) -> frozenset[str]:
    """Every two characters or digits of ``text`` that stand together."""
    return frozenset(
        "".join(pair) for word in _WORDS.findall(text) for pair in itertools.pairwise(word)
    )
