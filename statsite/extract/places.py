"""Places named in a Chinese text: provinces, and names that end in 省, 市, 县, 区 and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statsite.extract.article import ArticleText

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北"
    "|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
    "|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_PROVINCE = rf"(?:{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?"
_KIND = "自治州|自治县|自治旗|新区|[市县区州盟旗]"
#: Characters that stand beside the name of a place, and in none.
NO_NAME = "全各本我该此每多个级属城社小地辖跨按向其在为有和与及以等同院门"
_LOCAL = rf"[^\W\d_a-zA-Z{NO_NAME}]{{1,6}}?(?:{_KIND})"
_PLACE = re.compile(
    rf"(?P<province>{_PROVINCE}(?:{_LOCAL}){{0,2}})"
    rf"|(?P<whole>全国|我国|全(?:省|市|县|区|州|自治区)|我[省市县区])"
    r"|(?<=[，。;、!?:\n(在由从“])(?!自治|直辖|其|这"
    rf"|那)(?P<local>[^\W\d_a-zA-Z{NO_NAME}]{{2,4}}(?:省|自治区"
    f"|{_KIND}))(?![民场域内长委级直属政区])"
)

#: What stands before a place that a figure is only compared with, is a share of or has a rank in.
_LEADS_OF_COMPARISON = re.compile(
    "(?:[快慢高低多少大小好优强早晚]于|领先于?|落后于?|超[过出]?|不及|相当于|[比较占居列]|排名?|排在)$"
)
_LONGEST_LEAD = 3

_WITHIN = re.compile(r"[全我](?:省|市|县|区|州|自治区)")
_SUFFIXES = {
    "省": re.compile(rf"(?!北京|天津|上海|重庆){_PROVINCE}|[^全我]+省"),
    "自治区": re.compile(r"(?:内蒙古|广西|西藏|宁夏|新疆)(?:.*自治区)?"),
    "市": re.compile(r"(?:北京|天津|上海|重庆)|[^全我].*市"),
    **{kind: re.compile(rf"[^全我].*{kind}") for kind in "县区州"},
}


@dataclass(frozen=True, slots=True)
class PlaceMention:
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
