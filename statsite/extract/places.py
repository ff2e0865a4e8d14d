"""Places named in a Chinese text: provinces, and names that end in 省, 市, 县, 区 and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from statsite.extract.article import ArticleText
from statsite.extract.cities import MUNICIPALITIES, REGIONS, every_province
from statsite.extract.kinds_of_places import (
    KIND_OF_PROVINCE,
    KIND_WITHIN_A_PROVINCE,
    RANK_OF_KIND,
    WHOLE_AREA,
    WITHIN_THE_NATION,
)
from statsite.grammar.patterns import any_of

_PROVINCE = f"(?:{any_of(every_province())}){KIND_OF_PROVINCE}?"
#: Characters that stand beside the name of a place, and in none.
NO_NAME = "全各本我该此每多个级属城社小地辖跨按向其在为有和与及以等同院门"
_LOCAL = rf"[^\W\d_a-zA-Z{NO_NAME}]{{1,6}}?{KIND_WITHIN_A_PROVINCE}"
_PLACE = re.compile(
    rf"(?P<province>{_PROVINCE}(?:{_LOCAL}){{0,2}})"
    rf"|(?P<whole>{WHOLE_AREA})"
    r"|(?<=[，。;、!?:\n(在由从“])(?!自治|直辖|其|这"
    rf"|那)(?P<local>[^\W\d_a-zA-Z{NO_NAME}]{{2,4}}(?:省|自治区"
    f"|{KIND_WITHIN_A_PROVINCE}))(?![民场域内长委级直属政区])"
)

#: What stands before a place that a figure is only compared with, is a share of or has a rank in.
_LEADS_OF_COMPARISON = re.compile(
    "(?:[快慢高低多少大小好优强早晚]于|领先于?|落后于?|超[过出]?|不及|相当于|[比较占居列]|排名?|排在)$"
)
_LONGEST_LEAD = 3

_WITHIN = re.compile(WITHIN_THE_NATION)
_MUNICIPALITY = any_of(MUNICIPALITIES)
_SUFFIXES = {
    **{kind: re.compile(f"[^全我].*{kind}") for kind in RANK_OF_KIND},
    "省": re.compile(f"(?!{_MUNICIPALITY}){_PROVINCE}|[^全我]+省"),
    "自治区": re.compile(f"(?:{any_of(REGIONS)})(?:.*自治区)?"),
    "市": re.compile(f"{_MUNICIPALITY}|[^全我].*市"),
}


class PlaceMention(Struct, frozen=True):
    """A place by where its name is in ``ArticleText.plain``."""

    start: int
    name: str


def place_mentions(plain: str) -> Iterator[PlaceMention]:
    """The places named in ``plain``, in order, as they are named."""
    return (PlaceMention(found.start(), found[0]) for found in _PLACE.finditer(plain))


def places_of(article: ArticleText, figures: Iterable[int]) -> Iterator[str]:
    """For each place of a figure, in ascending order, the place last named before it in its
    paragraph, or nothing; one that the text only compares with does not count: 快于全国0.2个百分点.

    全省, 我市 and the like stand for the last province, city … named before, if one was.
    """
    named = [
        mention
        for mention in _in_full(place_mentions(article.plain))
        if not _is_compared_with(article.plain, mention.start)
    ]
    starts = [mention.start for mention in named]
    for figure in figures:
        at = bisect_right(starts, figure) - 1
        paragraph = article.paragraph_starts[bisect_right(article.paragraph_starts, figure) - 1]
        yield named[at].name if at >= 0 and starts[at] >= paragraph else ""


def _is_compared_with(plain: str, start: int) -> bool:
    """Whether the place that is named at ``start`` is one that another is compared with."""
    lead = plain[max(0, start - _LONGEST_LEAD) : start]
    return _LEADS_OF_COMPARISON.search(lead) is not None


def _in_full(mentions: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """The places with the names that 全省 and the like stand for."""
    last_of_kind: dict[str, str] = {}
    for mention in mentions:
        yield PlaceMention(mention.start, _named(mention.name, last_of_kind))


def _named(name: str, last_of_kind: dict[str, str]) -> str:
    """The name, in full where it is 全省 or the like; ``last_of_kind`` learns it."""
    if _WITHIN.fullmatch(name):
        return last_of_kind.get(name[1:], name)
    for kind in _kinds(name):
        last_of_kind[kind] = name
    return name


def _kinds(name: str) -> Iterator[str]:
    """What kinds of place a name may be of."""
    return (kind for kind, pattern in _SUFFIXES.items() if pattern.fullmatch(name))
