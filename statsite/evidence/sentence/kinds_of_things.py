"""A figure by which only a kind of thing is called, and nothing was counted: 24小时药店, 百元商店,
50元券, 8.2万吨散货船, 200马力拖拉机.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from statsite.grammar.word_boundaries import class_at

_SHOPS = (
    "店",
    "铺",
    "超市",
    "馆",
    "厅",
    "书房",
    "书屋",
    "食堂",
    "银行",
    "网吧",
    "健身房",
    "热线",
    "服务站",
    "驿站",
)
_MACHINES = ("船", "轮", "舰", "艇", "车", "机", "吊", "炉", "泵", "塔吊", "拖轮", "发动机", "电机")
#: By the unit word, how the words for things end that are called by a number of it.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "元": (*_SHOPS, "券", "票", "钞", "币", "钞票", "纸币", "手机"),
    "角": ("票", "币", "邮票"),
    "分": ("邮票", "硬币", "票"),
    "小时": _SHOPS,
    "吨": _MACHINES,
    "马力": _MACHINES,
    "匹": (*_MACHINES, "空调"),
    "英寸": ("机", "屏", "电视", "电视机", "显示器"),
    "寸": ("机", "屏", "电视", "电视机", "照"),
}
_FIGURE = re.compile(
    r"(?P<number>.*?)(?P<scale>[百千万亿]*)(?P<unit>元|角|分|小时|吨|马力|匹|英寸|寸)$"
)
_REST_OF_NAME = re.compile("[一-鿿]{2,6}”|”(?=[一-鿿]{2})(?!的)")
#: What such a number is asked for: the price of a ticket, the power of an engine.
_OF_THE_SIZE = re.compile("面[值额]|功率|吨位|载重|载货|排量|马力|规格|尺寸|单价|大小")
#: What is not itself sold for such a sum.
_WITHOUT_A_PRICE = (*_SHOPS, "券", "钞", "币", "钞票", "邮票")
#: So many words behind a number may tell the kind: 24小时自助药店.
_WORDS = 2


def named_by_number(before: str, figure: str, behind: str) -> str:
    """The name in quotation marks that a figure begins and that is no speech, or nothing:
    “千人书法课”, “三千户”社区.
    """
    found = _REST_OF_NAME.match(behind) if before.endswith("“") else None
    return figure + found[0] if found else ""


def kind_of_thing(figure: str, behind: str, title: str) -> str:
    """The figure and the word behind it that it makes a kind of, or nothing; an indicator whose
    ``title`` is of that word's price or size is its own.
    """
    found = _FIGURE.match(figure)
    if found is None or _OF_THE_SIZE.search(title) or _is_a_sum(found):
        return ""
    thing = _thing(figure + behind, len(figure), _CALLED[found["unit"]])
    is_priced = thing[-2:] in title and not thing.endswith(_WITHOUT_A_PRICE)
    return figure + thing if thing and not is_priced else ""


def _is_a_sum(found: re.Match[str]) -> bool:
    """Whether a number of 元 has a scale behind digits, as no price or note has: 3000万元."""
    is_large = found["scale"].endswith(("万", "亿"))
    return found["unit"] == "元" and bool(found["number"]) and is_large


def _thing(text: str, at: int, endings: tuple[str, ...]) -> str:
    """The words from ``at`` on up to a noun with one of ``endings``, or nothing."""
    end = at
    for _ in range(_WORDS):
        word, kind = class_at(text, end)
        end += len(word)
        if word.endswith(endings) and kind.startswith("n"):
            return text[at:end]
        if not word or kind not in {"n", "vn", "v", "b", "a"}:
            return ""
    return ""
