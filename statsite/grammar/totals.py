"""What is around a word for a whole (全部, 全覆盖) and leaves less of it than all."""

from __future__ import annotations

import re

from statsite.grammar.lexicon import HAN_DIGITS, IN_CLAUSE
from statsite.grammar.negation import denials_behind
from statsite.grammar.patterns import any_of, compiled, ends_behind, starts_before
from statsite.grammar.qualifiers import PARTICLES, QUALIFIERS_BEFORE, WORD
from statsite.grammar.word_boundaries import is_of_two_words

_BEFORE = compiled(
    (
        f"(?:{any_of((*QUALIFIERS_BEFORE, '基本', '基本上', '绝大', '大体', '大体上', '力求'))})"
        f"(?:{any_of(PARTICLES)}|实现)?$"
    ),
    rf"(?:不|未|没|没有|并非|难以?|无法|无望|非|是否|能否|可否|有望)(?:(?!的){WORD}){{0,4}}$",
    rf"占(?:了|到|比)?{IN_CLAUSE}{{0,4}}$",
    r"(?:除|其余|其他|剩余|余下)[^。;!?]{0,20}$",
    "距离?$|离$",
)
_A_SHARE = (
    f"(?:[0-9.]+(?:%|‰|倍)|[{HAN_DIGITS}十百千万]+分之|一半|半数"
    f"|[{HAN_DIGITS}十]成(?![为立员果品]))"
)
_BEHIND = compiled(
    rf"(?!的){WORD}{{1,6}}?[都均全]?(?:未|没有?|不)(?:达标|合格|完成|通过|能|到位|及格|符合|覆盖)",
    rf"[未不没无]|或|率|性|{IN_CLAUSE}{{0,24}}?{_A_SHARE}",
    "[权制者]",
)
# 人均, 平均; 均衡, 均价; 生均经费.
_MEAN_BEFORE = re.compile(r"[平人年月日户亩场周季篇车次]$")
_MEAN_BEHIND = re.compile(r"[衡价值匀线额量数费摊]|[经占拥图面教建]")


def stretch_around_total(plain: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of which a word for a whole is only a part (几乎全部, 全部未达标, 人均); the span
    itself where it stands for all.
    """
    before, last = plain[:start], _end_of_doubt(plain, end)
    if is_of_two_words(plain, start, end):
        return max(0, start - 1), min(end + 1, len(plain))
    if plain[start:end] == "均" and _is_mean(before, plain[end:]):
        return max(0, start - 1), max(last, end + 1)
    return min(starts_before(_BEFORE, before), default=start), last


def _is_mean(before: str, behind: str) -> bool:
    """Whether 均 between ``before`` and ``behind`` is part of a word for a mean, not 都."""
    return _MEAN_BEFORE.search(before) is not None or _MEAN_BEHIND.match(behind) is not None


def _end_of_doubt(plain: str, end: int) -> int:
    """Where what follows a word for a whole and leaves less of it ends; ``end`` where nothing
    does.
    """
    ends = (*ends_behind(_BEHIND, plain, end), *denials_behind(plain, end))
    return max(ends, default=end)
