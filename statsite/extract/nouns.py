"""Which noun a figure counts."""

from __future__ import annotations

import re
from functools import lru_cache

_NOUN_END = re.compile(
    "[^一-鿿]|[的在和与及了于为是已均将由从向对并达]|中(?![心医小西])|占|可|同比|比上|较上"
    "|以上|以下|以内|左右|增长|下降|提高"
    r"|覆盖|参加|实现|完成|开展|得到|享受|通过|受到"
)
_VERBS = re.compile(
    "(?:分别|已经?|稳定在|维持在|保持在|控制在|累计|总计|合计|共计|一共|共有|共|总数|达到|达"
    "|为|是|有|至|到|近|约|超|突破|占比?|比重|增加|增长|下降|降低|提高|上升|减少|缩短|"
    r"升至|降至|增至|由|从|不|仅|只|的|了|均|各|设有?|新增|位居|[，:(])+$"
)
_COMPARISON = re.compile(
    r"(?:分别)?(?:比|较|与)[^，。;]{0,10}?(?:年末?|期|月|日|价格)(?:相比|比较)?|同比|环比"
)
_LAST_NOUN = re.compile(r"[一-鿿A-Za-z]{2,20}$")
_CLAUSE_END = re.compile(r"[。;!?，、()“”《》\n0-9,]")
_LONGEST_NOUN = 16
_REACH, _CLAUSES = 60, 6


def noun_of(plain: str, start: int, end: int) -> str:
    """The words that most likely name what the figure between ``start`` and ``end`` counts; empty
    where none are near it.
    """
    return _noun_between(plain[max(0, start - _REACH) : start], plain[end : end + _LONGEST_NOUN])


@lru_cache(maxsize=4096)
def _noun_between(before: str, behind: str) -> str:
    """The noun of a figure by the words around it; those that repeat themselves are looked through
    once.
    """
    following = _NOUN_END.split(behind, maxsplit=1)[0]
    return following if len(following) > 1 else _noun_before(before)


def _noun_before(words: str) -> str:
    found = _LAST_NOUN.search(_last_telling_clause(words))
    return found[0][-_LONGEST_NOUN:] if found else ""


def _last_telling_clause(before: str) -> str:
    """The last clause that holds more than a verb, without its verb; or nothing."""
    clauses = _CLAUSE_END.split(_COMPARISON.sub("", before))
    nouns = (_VERBS.sub("", clause) for clause in reversed(clauses[-_CLAUSES:]))
    return next((noun for noun in nouns if len(noun) > 1), "")
