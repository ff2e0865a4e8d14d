"""The words before, between and after numbers that say how the true number stands to them, and which of them agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from statsite.quantity import Relation

#: The words before a number, and what they say of it.
QUALIFIERS_BEFORE: Mapping[str, Relation] = {
    **dict.fromkeys(("超过", "超出", "超", "逾", "多于", "高于", "大于", "突破", ">"), Relation.MORE),
    **dict.fromkeys(("不少于", "不低于", "不小于", "不下于", "不下", "不止", "至少", "最少", "≥"), Relation.AT_LEAST),
    **dict.fromkeys(("接近", "将近", "近"), Relation.JUST_UNDER),
    **dict.fromkeys(("不足", "不到", "不满", "未满", "低于", "少于", "小于", "<"), Relation.LESS),
    **dict.fromkeys(("不超过", "不超", "不高于", "不多于", "不大于", "至多", "最多", "≤"), Relation.AT_MOST),
    **dict.fromkeys(("大约", "约", "≈"), Relation.ABOUT),
}
#: Words that qualify a round number only: 过半, 过万; 上百 is read as reaching a hundred, or more.
_BEFORE_ROUND = {"过": Relation.MORE, "上": Relation.AT_LEAST}
#: Qualifiers that may be parted from their number by a verb: 至少建成2个 has no shorter span with qualifier and number.
_ADVERBS = ("至少", "最少", "至多", "最多")
_VERBS = "建成|建立|建设|配备|配置|开展|设立|设置|组织|举办|完成|安排|派出|选派|派驻|拥有|培训|培养|轮训|掌握|参加|接受|提供|覆盖|有"
#: The words behind a number and its unit, and what they say of it.
QUALIFIERS_AFTER: Mapping[str, Relation] = {
    **dict.fromkeys(("及以上", "或以上", "以上"), Relation.AT_LEAST),
    **dict.fromkeys(("及以下", "或以下", "以下", "以内", "之内", "内"), Relation.AT_MOST),
    **dict.fromkeys(("左右", "上下"), Relation.ABOUT),
}
#: Words that turn a limit behind them round: 不得超过.
NEGATIONS = ("不得", "不能", "不会", "不应", "不可", "不要", "未", "没有", "尚未", "并未", "从未")
#: Words that may stand between a qualifier and its number: 约占15%.
PARTICLES = ("占", "有", "为", "达", "达到", "了", "过", "到")
_STRONGER = {
    frozenset({Relation.MORE, Relation.AT_LEAST}): Relation.MORE,
    frozenset({Relation.LESS, Relation.AT_MOST}): Relation.LESS,
}

#: What joins the two numbers of a range.
JOINER = re.compile(r"[~—-]|至|到")

#: Unit words before which 近 names the recent past: 近两年 is a time, not a size.
NAMES_A_TIME = frozenset({"年", "年度", "个月", "月", "周", "星期", "个星期", "季度", "个季度", "天", "日"})


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE_PATTERN = re.compile(
    rf"(?P<adverb>{'|'.join(_ADVERBS)})(?:{_VERBS})|(?P<word>{_longest_first(QUALIFIERS_BEFORE)})"
    r"|(?P<round>过(?=一?半|十?[万亿]|[百千])|上(?=十?[万亿]|[百千]))"
)
_AFTER_PATTERN = re.compile(_longest_first(QUALIFIERS_AFTER))


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifying word: what it says and where it stands."""

    relation: Relation
    start: int
    end: int


def qualifiers_before(plain: str, at: int) -> tuple[Qualifier, ...]:
    """The qualifiers that begin at ``at``, one behind the other (``最多不超过``)."""
    found: list[Qualifier] = []
    while match := _BEFORE_PATTERN.match(plain, at):
        relation = _BEFORE_ROUND[match["round"]] if match["round"] else QUALIFIERS_BEFORE[match["adverb"] or match["word"]]
        found.append(Qualifier(relation, match.start(), match.end()))
        at = match.end()
    return tuple(found)


def qualifier_after(plain: str, at: int) -> Qualifier | None:
    """The qualifier that stands at ``at``, behind a number and its unit."""
    found = _AFTER_PATTERN.match(plain, at)
    return found and Qualifier(QUALIFIERS_AFTER[found[0]], found.start(), found.end())


def agreed(first: Relation, second: Relation) -> Relation | None:
    """What two qualifiers of one number say together; None if they contradict each other.

    Two that point the same way give the stronger one (``超过…以上`` is ``>``), two of a kind give that kind (``约…左右``). 近 agrees with
    nothing but itself. ``约…余`` gives ``≈``: the 约 loosens what 余 says, and less is claimed.
    """
    return first if first is second else _STRONGER.get(frozenset({first, second}))
