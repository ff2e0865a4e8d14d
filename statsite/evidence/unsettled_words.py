"""Words of a figure's sentence that say it was not observed: it is supposed, estimated, alleged,
feigned, or in name only.
"""

from __future__ import annotations

import re

from statsite.grammar.lexicon import IN_CLAUSE, IN_SENTENCE
from statsite.grammar.patterns import any_of

_SUPPOSED = ("如果", "假设", "假如", "假定", "倘若", "若是", "要是", "设想", "试想", "如若", "倘使")
_CONCEDED = ("即使", "即便", "哪怕", "就算", "纵使", "纵然", "一旦", "除非")
_PERHAPS = (
    "或许", "也许", "兴许", "说不定", "没准", "恐怕", "恐将", "恐达", "恐有", "估在", "毛估",
    "粗估", "估测", "目测", "想必", "料将", "料为", "据估", "据信", "估摸", "大抵", "多半",
    "看样子", "保不齐", "推测", "推算", "预判", "猜测", "估计", "估算", "按理说", "疑有", "疑达",
)  # fmt: skip
_CLAIMED = (
    "网传", "盛传", "风传", "传言", "指控", "控告", "被控", "诉请", "请求", "主张", "索赔", "自称",
    "号称", "声称", "宣称", "谎报", "谎称", "虚报", "瞒报", "伪造", "编造", "捏造", "虚增",
    "虚构收入", "虚构业务", "虚构交易", "虚列", "冒领", "冒用", "冒充", "凑出", "注水", "名义上",
    "账面上", "理论上", "表面上", "纸面上", "口头上", "承诺", "许诺", "扬言", "拟定", "原定",
    "原计划", "原拟", "原打算", "本应", "本该", "谋求", "开价", "报价", "喊价", "鼎盛时期",
    "巅峰时期", "不算", "不计",
)  # fmt: skip
#: What an indicator may be of, though it was not counted.
_SET = (
    "目标", "任务", "红线", "底线", "计划", "规划", "预算", "概算", "估价", "估值", "预报", "预测",
    "测算", "核载", "核定", "限载", "标称", "续航", "理论", "额定", "应收", "应到", "认缴", "预期",
    "演练", "演习", "推演", "建议",
)  # fmt: skip
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!主)(?:{any_of(_SUPPOSED)})(?!说){IN_SENTENCE}{{0,40}}$",
        rf"(?:{any_of(_CONCEDED)}){IN_CLAUSE}{{0,16}}$",
        rf"(?:{any_of((*_PERHAPS, *_CLAIMED))}){IN_CLAUSE}{{0,14}}$",
        rf"(?:检方|原告|被告|控方|辩方|举报人|网友|卖家|有人|村民们?)(?:称|说|指){IN_CLAUSE}{{0,14}}$",
        rf"所谓{IN_CLAUSE}{{0,8}}$",
        rf"据传(?!输|统|播|感){IN_CLAUSE}{{0,14}}$",
        rf"或(?=达|将|超|为|有|增|降|涨|跌|突破|至){IN_CLAUSE}{{0,8}}$",
    )
)
#: The characters and words of which a bracket behind a figure is made that doubts it.
_DOUBT = (
    "[预估拟待疑暂草粗毛伪假虚误]|(?<!实)测|初[步值稿算核]|快报|意向|意愿|目标|计划|理论|名义|设计|额定|可能|或有|传|据称"
    "|自[报称]|未[审经核]|修[正订]前|征求意见|另有说法|说法不一|口径"
)
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[”’]?\((?:[^()0-9]{{0,6}}(?:{_DOUBT})[^()0-9]{{0,6}}|[A-Za-z])\)",
        rf"[”’]?{IN_CLAUSE}{{0,8}}(?:空头支票|空话|空谈|白条|一纸空文|纸上谈兵|画饼)",
        rf"{IN_CLAUSE}{{0,6}}(?:没有?|未|尚未|仍未|迟迟未|从未)(?:能?)(?:到账|到位|兑现|落地|入账)",
    )
)


def unsettled_words(before: str, behind: str) -> str:
    """The words around a figure, by its sentence up to it and what is ``behind`` it, that say it
    was not observed; or nothing.
    """
    found = [pattern.search(before) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in _BEHIND]
    return next((one[0] for one in found if one), "")


def names_itself(words: str, title: str) -> bool:
    """Whether what an indicator is called says so too: an indicator of claimed sums, 索赔额."""
    named = (*_PERHAPS, *_CLAIMED, *_SET)
    return any(word in words and word in title for word in named)
