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
_WORDS = re.compile("[一-鿿0-9]+")
_COUNTS_A_SHARE = re.compile("[%‰成]|分之|百分|半$")


def part_of_whole(before: str, figure: str, behind: str, title: str) -> str:
    """The words by which a figure is of a part of something, where the ``title`` of its indicator
    is of the whole and has no word of the part; or nothing.
    """
    if _COUNTS_A_SHARE.search(figure):
        return ""
    found = _within_a_whole(before) or _HAS_A_SHARE.search(before)
    if found is None:
        return ""
    told = _pairs(found["part"] + "，" + re.split("[，。;!?:、]", behind)[0])
    is_of_the_whole = bool(_pairs(found["whole"]) & _pairs(title))
    return found[0] if is_of_the_whole and not told & _pairs(title) else ""


def _within_a_whole(before: str) -> re.Match[str] | None:
    """The whole that the words right before a figure name, and what of it the figure is."""
    found = _OF_THE_WHOLE.search(before)
    return None if found is None or began_before(before, found.end("within")) else found


def _pairs(text: str) -> frozenset[str]:
    """Every two characters or digits of ``text`` that stand together."""
    return frozenset(
        "".join(pair) for word in _WORDS.findall(text) for pair in itertools.pairwise(word)
    )
