"""Words that make of a figure how far one thing is from another, where its indicator is of one of
them: 只差2秒, 比旧款便宜3万元, 离警戒线还有1.5米, 多算了500亩.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import COMPARED_WITH, IN_CLAUSE
from statsite.grammar.patterns import both_sides, compiled, first_words, starts_of_pairs

_UP_TO_FIGURE = "(?:了|出|近|约|达|整整|足足|将近|超过?)*$"
_NO_NUMERAL = "[^，。;!?:0-9]"
#: Words of more and less that stand before a verb: 多用水, 少花, 早到.
_MORE = "多|少|早|晚|快|慢|省|便宜|贵|节省|节约|领先|落后|超前|滞后|胜出|高|低|长|短|重|轻"
_COMPARED = COMPARED_WITH.removesuffix("$")
_BEFORE = compiled(
    rf"(?:相差|[只仅还尚]差|差距|拉开|差了|之间差){_NO_NUMERAL}{{0,2}}?{_UP_TO_FIGURE}",
    rf"{_COMPARED}{_NO_NUMERAL}{{1,14}}?(?:{_MORE}){_NO_NUMERAL}{{0,3}}?{_UP_TO_FIGURE}",
    rf"(?:同比|环比|[比较](?:[0-9]{{4}}年|[一-鿿]{{1,6}}年)[^，。;!?:0-9]{{0,6}}|(?:一年|年内|全年)里?)[又再还共]?(?:[多少][一-鿿]{{1,2}})了?{_UP_TO_FIGURE}",
    rf"(?:离|距离?)(?![开职婚休退岗任]){IN_CLAUSE}{{1,14}}?(?:还有|尚有|[仅还只]剩|只有|仅有?){_UP_TO_FIGURE}",
    rf"[多少漏重错误](?:[算计报记填列写数录]|统计|登记){_UP_TO_FIGURE}",
    rf"(?:领先|落后){_NO_NUMERAL}{{0,6}}?{_UP_TO_FIGURE}",
)
_ON_BOTH_SIDES = both_sides(
    (
        rf"(?:离|距离?)(?![开职婚休退岗任]){IN_CLAUSE}{{1,14}}的$",
        "，?还?(?:隔着|差着|远着|有距离|早着)",
    ),
    (r"[以仅因凭]$", "的?(?:之差|差距|优势|劣势|之微|分差)"),
)
_NAMES_A_GAP = re.compile(
    "[多少漏重错误][算计报记填列写数录统登]|[差距离省]|多[出于收用花]|少[出于收用花]|领先|落后|优势|便宜|贵|比|高[出于]|低于|[增减升降涨跌]|变化|节约|提前|推迟|延误|净胜|剩"
)


def gap(before: str, behind: str, title: str) -> str:
    """The words around a figure by which it is a distance between two things, or nothing; where an
    indicator's ``title`` is of one too, it is its own.
    """
    if _NAMES_A_GAP.search(title):
        return ""
    start = min(starts_of_pairs(_ON_BOTH_SIDES, before, behind), default=-1)
    if start >= 0:
        return before[start:] + behind[:4]
    return first_words(pattern.search(before) for pattern in _BEFORE)
