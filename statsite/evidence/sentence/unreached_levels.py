"""Words around a figure that make it a level which something is to reach or to keep, and none that
was counted: 5万个的目标, 离100个只剩3个, 向1800亿件发起冲刺, 85万亩红线.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import IN_CLAUSE
from statsite.grammar.patterns import both_sides, starts_of_pairs

_ENDS = r"(?=$|[，。;!?、:”’)]|已|还|仍|尚|早)"
_LEVEL = (
    "(?:目标(?!客户|人群|群体|市场|用户|价)|红线|底线|愿景|警戒线|及格线|达标线)"
    "(?![外内下上]|以[下内外上])"
)
_OF_A_LEVEL = re.compile(
    rf"[”’]?(?:的?[^，。;!?:、0-9的]{{0,4}}|的[^，。;!?:、0-9的]{{0,8}}){_LEVEL}"
    rf"|[”’]?的[^，。;!?:、0-9的]{{0,8}}(?:任务|计划|规划|设想|构想|预算|预期|承诺|限值|要求){_ENDS}"
)
#: What is said of a level that was reached: then the figure is one that was counted.
_REACHED = re.compile(
    r"(?<![未没尚待难拟将能可])(?:提前|超额|如期|顺利|圆满|全面|已经?|成功)?"
    r"(?:完成|实现|达到|达成|超过|突破|跨越|迈过|越过|站上|跨过|冲破|达)了?(?!着)"
    rf"{IN_CLAUSE}{{0,14}}$"
)
_TO_BE_REACHED = re.compile(
    "力争|确保|争取|将|拟|要|未|没|尚|距|离|为了?(?=实现|完成|达)|努力|奋力|计划|提出|定下|确定|围绕|锚定|确立|冲刺"
)
_LACKS = (
    r"[^，。;!?:]{0,16}，?[^，。;!?:]{0,10}(?:[还尚仍只仅]?差|[还尚]欠|[还尚]缺|[还尚]有(?=[0-9一二两三四五六七八九])|只剩|仅剩|相去|之遥|一步|咫尺"
    r"|不远|越来越近|渐行渐近|有距离|有差距)"
)
#: Words that 离 begins, and times whose figure was counted: 距去年的5亿元还差.
_NO_LEVEL = f"[开职婚休退岗异]|{IN_CLAUSE}*(?:去年|上年|前年|同期|历史|纪录|高点|[0-9]{{4}}年)"
_ON_BOTH_SIDES = both_sides(
    (rf"(?:离|距离?)(?!{_NO_LEVEL}){IN_CLAUSE}{{0,14}}$", _LACKS),
    (rf"(?:[同与和跟]|比起?){IN_CLAUSE}{{0,10}}$", r"[^，。;!?:]{0,10}(?:[仅还只尚]差|擦肩|失之)"),
    (
        rf"[向朝]着?{IN_CLAUSE}{{0,8}}$",
        r"[^，。;!?:]{0,10}(?:冲刺|迈进|进发|进军|挺进|靠拢|发起|努力|冲击|看齐|奋进|冲锋|攀登|迈步|前进)",
    ),
)


def unreached_level(before: str, behind: str) -> str:
    """The words around a figure that make it a level to be reached or kept, or nothing."""
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=-1)
    if start >= 0:
        return before[start:] + behind[:4]
    found = _OF_A_LEVEL.match(behind)
    return found[0] if found and not _is_reached(before) else ""


def _is_reached(before: str) -> bool:
    """Whether the clause before a level says that it was reached."""
    clause = before[max(map(before.rfind, "，;:"), default=-1) + 1 :]
    return bool(_REACHED.search(before)) and not _TO_BE_REACHED.search(clause)
