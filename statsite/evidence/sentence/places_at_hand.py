"""Words for a place by where it lies, not by its name, and for places smaller than any that a site
does not name: 境外, 邻省, 大洋彼岸, 余村.
"""

from __future__ import annotations

import re

_HEAD = r"(?:^|(?<=[，。;、:(“年月日末底在前,从]))"
_ABROAD = re.compile(
    rf"{_HEAD}(?:海外|境外|国外|域外|外国|异国|他国|国际市场|大洋彼岸|太平洋彼岸|海峡对岸|彼岸|对岸|邻国)"
    "(?!仓|采购商|旅客|游客|来[华访]|投资(?!者|基金)|留学|华[人侨文]|侨|归|务工|建|项目|工程|上市"
    "|经贸|业务|营收|收入|订单)"
)
_NEXT_DOOR = re.compile(
    rf"{_HEAD}(?:邻|外|兄弟|周边|相邻|毗邻的?|隔壁的?)[省市县区州](?!份?外|[内场级])"
    "|(?:邻近|毗邻|相邻|接壤|隔壁|周边)的[一-鿿]{2}"
)
#: One of the parts of a nation, without its name.
_ONE_PART = re.compile(
    rf"{_HEAD}(?:邻|隔壁的?|毗邻的?|相邻的?|邻近的?|某个?|有的|个别)(?:省份?|自治区|[市县区州])(?![级内])"
)
_NO_NAME = (
    "开展实施举改推"
    "全各本该每多我农乡城行建特中新传古渔移所一许部分近共有将为和与及等几两三这那下其"
    "进驻从在到对年最美办月日走"
)
_NOT_BEHIND = "村镇民级庄落里医卫校道干委史企寨居支小办务工站点养食服"
_SMALL = re.compile(
    rf"{_HEAD}[^\W\d_a-zA-Z{_NO_NAME}][^\W\d_a-zA-Z{_NO_NAME}村镇]{{0,2}}"
    rf"(?:村(?=村[集民委])|(?:村|镇|乡|街道|社区)(?=[^{_NOT_BEHIND}][^，。;!?:]{{0,16}}$))"
)


def place_at_hand(before: str, *, is_nation: bool) -> str:
    """The last words in ``before``, a figure's sentence up to it, for a place abroad, one next to
    the figure's own, or one smaller than it; or nothing.
    """
    patterns = (_ABROAD, _SMALL, _ONE_PART if is_nation else _NEXT_DOOR)
    found = [one for pattern in patterns for one in pattern.finditer(before)]
    return max(found, key=lambda one: one.end())[0] if found else ""
