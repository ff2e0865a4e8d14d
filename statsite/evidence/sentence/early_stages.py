"""A figure of an early stage of something, where its indicator is of a later one: 报名1.3万人 for
完赛人数, 签约额580亿元 for 到位资金.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.counted_parts import own_part

_EARLY = re.compile(
    "报名|面试|应聘|申请|申报|投稿|投标|预约|预订|预售|签约|意向|立案|受理|递交|提名|候选|立项|报批|送审|批复|下单"
)
_LATE = re.compile(
    "完赛|录取|录用|入选|获批|中标|到位|成交|审结|结案|办结|获奖|当选|入住|到账|开工|竣工|建成|投产|交付|完成|实际|签收"
    "|到场|入学|上岗|发放|兑付"
)


def early_stage(before: str, figure: str, behind: str, title: str) -> str:
    """The clause of a figure where it tells of an early stage, and the ``title`` of a later one;
    or nothing.
    """
    part = own_part(before, behind)
    own = part.before + figure + part.behind
    is_late = _LATE.search(title) is not None and _EARLY.search(title) is None
    is_early = _EARLY.search(own) is not None and _LATE.search(own) is None
    return own if is_late and is_early else ""
