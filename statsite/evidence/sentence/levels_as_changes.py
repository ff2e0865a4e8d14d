"""A level that something reached, where its indicator is of how much it changed: 缩减为原来的
三分之一 is no reduction by a third, 相当于老厂的1.8倍 no growth by 1.8 times.
"""

from __future__ import annotations

import re

_THE_BASE = "(?:[0-9]{4}年)?[^，。;!?:0-9]{1,6}的"
_LED_TO = re.compile(
    rf"(?:[增减升降缩涨跌扩]|提高|下降|上升|增长|减少|缩减|压缩|扩大|发展|恢复|回[升落])(?:到|至|为|成)了?{_THE_BASE}$"
    rf"|(?:相当于|等于|是|为|达到?){_THE_BASE}$"
)
_OF_A_PART = re.compile("倍|分之|成|%|半$")
_OF_A_CHANGE = re.compile(
    "[增减升降涨跌扩缩]幅|幅度|增长|增速|增加|减少|缩减|压减|下降|上升|提高|降低"
)
#: A title that names what the part is of.
_OF_A_SHARE = re.compile("[比占]|贡献|之")
#: A title of how much something changed, and words right before a figure that make it a rate or a
#: share: 城镇化率为, 占外贸总额的.
_ENDS_AS_A_CHANGE = re.compile(r"(?:[增降涨跌升减]幅|增速|增长率?|幅度|变化)(?:\([^)]*\))?$")
_A_SHARE_OR_RATE = re.compile(
    "(?:(?<![增减升降涨跌长产])率|占比|比[重例]|份额)[已仅约]?(?:为|是|达到?|有)?$|占[^，。;!?:0-9]{2,16}的$"
)


def level_as_change(before: str, figure: str, title: str) -> str:
    """The words right before a ``figure`` that make it what a change led to, as a part or a
    multiple of what was, where the ``title`` of its indicator is of the change itself; or nothing.
    """
    if _OF_A_PART.search(figure) and _ENDS_AS_A_CHANGE.search(title):
        found = _A_SHARE_OR_RATE.search(before)
        if found:
            return found[0] + figure
    is_of_both = _OF_A_SHARE.search(title) is not None
    if is_of_both or not _OF_A_CHANGE.search(title) or not _OF_A_PART.search(figure):
        return ""
    found = _LED_TO.search(before)
    return found[0] if found else ""
