"""Figures by which something is pictured, or that stand in a joke or a problem to be solved: 相当于
28个足球场大小, 开玩笑说要罚跑800圈.
"""

from __future__ import annotations

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import both_sides, compiled, first_words, starts_of_pairs

_LIKE = "相当于|等于|好比|如同|犹如|有如|好似|堪比|抵得上|顶得上|等同于|约等于|够|足够"
_BEFORE = compiled(
    rf"(?:开(?:个)?玩笑|打趣|戏称|戏言|调侃|笑称|自嘲|玩笑|段子|俏皮话){IN_SENTENCE}{{0,16}}$",
    (
        r"(?:试[卷题]|考[卷题]|[例习算]题|应用题|谜语|脑筋急转弯|一[道]?题|[这道]题)"
        rf"{IN_CLAUSE}{{0,6}}?(?:里|中|问|说|是|:){IN_SENTENCE}{{0,20}}$"
    ),
)
_ON_BOTH_SIDES = both_sides(
    (
        rf"(?:{_LIKE})[了约近上]*$",
        "[^，。;!?0-9]{0,8}(?:大小|大|那么[大多高重长]|的(?:大小|面积|体积|重量|高度|长度|容量|用量|用电量))",
    ),
    # what is promised, wished or feared so many times over: 打了一百个包票
    (r"[打放操捏费][了上过]?$", "(?:包票|心(?=$|[，。;!?])|把汗)"),
)


def figure_of_speech(before: str, behind: str) -> str:
    """The words around a figure by which nothing was counted but what it is likened to, or nothing
    at all; or no words.
    """
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=-1)
    if start >= 0:
        return before[start:] + behind[:8]
    return first_words(pattern.search(before) for pattern in _BEFORE)
