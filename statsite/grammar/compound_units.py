"""What makes another unit of the unit word before it: a second unit (吨公里, 毫安时, 人小时), a
rate (米每秒), a power (米³, m^2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.grammar.patterns import compiled, ends_behind

_ENDS = r"(?=$|[，。;!?、:)”…的])"
#: What follows 天 in other words: 35人天津过年, 35人天不亮出发.
_NO_DAY = "(?![津然气空生才山地下水安府猫眼文河桥线赋南不黑亮热冷台门坛主使心蓝晴王鹅])"
_SECOND_UNIT = compiled(
    "(?<=伏)安(?![全装徽排置家居民])",
    "(?<=[瓦安乏户])小?时(?![代期段间候刻])",
    # Any unit and one of length or time behind it, where no word can begin with that.
    rf"(?<![0-9])(?:公里|千米|海里|小时|分钟|秒钟?|课时|学时|工时){_ENDS}",
    "(?<=[吨人箱])(?:公里|千米|海里)",
    rf"(?<=[人床台架艘辆])(?:[日时班年月]{_ENDS}|天{_NO_DAY})",
    "(?<=马力)小时",
    "[一-鿿]{0,5}当量",
    "(?<=平方)(?:英[尺寸里]|[分厘毫]米|公分)|(?<=立方)(?:英[尺寸]|[分厘毫]米|公分)",
    rf"每(?:小?时|秒钟?|分钟?|毫?升|千克|公斤|[平立]方米|亩|公顷){_ENDS}",
    r"(?<=[人台辆架床])\([次天日月年时班份]\)",
    r"[·⋅∙•・‧×*/][A-Za-zµμ]",
)
_POWER = re.compile(r"(?<=[mM米尺里寸])[²³]|⁻|-[⁰¹²³⁴-⁹]|\^-?[0-9]")


def compound_unit_behind(plain: str, end: int, unit: str) -> Iterator[int]:
    """Where what makes another unit of the ``unit`` word which ends at ``end`` ends itself."""
    if unit:
        yield from ends_behind((*_SECOND_UNIT, _POWER), plain, end)
