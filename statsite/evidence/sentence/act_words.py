"""Which words of a text say what was done, by the classes of the dictionary."""

from __future__ import annotations

import re

#: Verbs; those that are used as nouns (服务, 传承) say as often what a thing is.
_VERB = "v"
#: Verbs that say no more than that there is so much, or how a number went.
_LIGHT = re.compile(
    "恢复|回落|回升|反弹|下滑|攀升|提升|扩大|缩小|刷新|创下|预计|计划|高于|低于|增至|降至|升至|降到|升到|涨到|跌到"
    "|更改|更正|修正|订正|核定|改为|改成|变更|调整|完成|实现|达到|超过|突破|接近|拥有|共有|共计|合计|总计|累计|仅有|只有|没有|新增|增加|减少|增长|下降|提高|上升|平均|包括|涉及|覆盖"
    "|开展|组织|进行|涵盖|提到|调到|成为|属于|位居|截至|来自|需要|可以|能够|已经|获得|取得|安排|提供|落实|全部|设立|设置|设有|建立|建设|构建|打造|配备|形成"
)
#: Who the dictionary takes for what they do.
_PEOPLE = frozenset({"考生"})
_SHORTEST = 2


def is_an_act(word: str, kind: str) -> bool:
    """Whether a word of that class of the dictionary says what was done, beside that there is so
    much.
    """
    is_verb = kind == _VERB and len(word) >= _SHORTEST and word not in _PEOPLE
    return is_verb and not is_light(word)


def is_light(word: str) -> bool:
    """Whether a word says no more than that there is so much, or how a number went."""
    return _LIGHT.fullmatch(word) is not None
