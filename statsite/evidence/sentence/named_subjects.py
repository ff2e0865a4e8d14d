"""Whether a figure's sentence names what its indicator is of: a number whose sentence has no word
of the title was taken for another indicator's.
"""

from __future__ import annotations

import itertools
import re

from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.grammar.word_boundaries import words_with_classes

#: What a title may say beside its subject: how it is counted, where, and in brackets what it leaves
#: out.
_NO_SUBJECT = re.compile(
    r"\([^)]*\)|[^一-鿿]+|人数|户数|次数|天数|个数|数量|总[数量额]|总人口|余额|规模|情况|水平|人次|金额|数额|比[例重率]|占比"
    f"|{WHOLE_AREA}|以[上下]|新增|累计|平均|增长率|增速|[总率数量额的及与和]"
)
_HAN = re.compile("[一-鿿]")
#: Classes of words that can say what is counted: nouns, names, and verbs that are used as nouns.
_SUBJECTS = frozenset({"n", "nr", "nz", "nt", "vn", "an", "j", "l"})
_ROOT_OF_A_NOUN = "ng"
#: Verbs of the dictionary that are as often what is counted.
_ALSO_SUBJECTS = frozenset({"支出", "收支", "消费", "投入", "产出", "存款", "贷款", "负债", "失业"})
#: Words of those classes that say no more than that something is counted, or where.
_COUNTING = re.compile(
    "数[字量据额]|总[数量额和]|人数|合计|共计|总计|累计|实际|办理|新增|增加|减少|影响|平均|公斤|总?产量|单产|销量|面积|均?价格?|每.*|结果|当地"
    "|[纪记]录|[高低峰谷]点|[最历]?[高低]值|峰值|新高|最[高低]|单日"
    f"|{WHOLE_AREA}"
    "|[一-鿿]{2,}[省市县区镇乡村州]"
)
#: The amount of a thing that was made or sold: 食糖产量.
_AMOUNT = re.compile("(?P<thing>[一-鿿])(?P<act>[产销])[量额]$")
#: What a number is told for each of, or counted by: 按每万名常住人口算.
_COUNTED_BY = re.compile("[按以照]每?[^，。;!?:0-9]{1,10}?(?:[算计论]|折合|来[看说])(?![划时入])")
#: Titles of fewer characters (票价, 面积) are said in many other words.
_SHORTEST_TITLE = 3


def has_subject(text: str) -> bool:
    """Whether a text has a word, by the dictionary's classes, that can say what is counted:
    医院新增, but not 去年一口气扩到, 此前的纪录是 and 按每万名常住人口算是.
    """
    words = words_with_classes(_COUNTED_BY.sub("", text))
    return any(_is_a_subject(word, kind) for word, kind in words)


def _is_a_subject(word: str, kind: str) -> bool:
    if word in _ALSO_SUBJECTS or kind == _ROOT_OF_A_NOUN:
        return True
    return kind in _SUBJECTS and len(word) > 1 and not _COUNTING.fullmatch(word)


def is_named(names: tuple[str, ...], sentence: str) -> bool:
    """Whether a sentence has two characters together of the subject by which one of ``names`` calls
    an indicator; so it has where they name no subject that could be looked for.
    """
    wanted = [_pairs(name) for name in names if len(_HAN.findall(name)) >= _SHORTEST_TITLE]
    wanted = [pairs for pairs in wanted if pairs]
    is_in_it = any(pair in sentence for pairs in wanted for pair in pairs)
    return not wanted or is_in_it or _is_shortened(names, sentence) or _is_done(names, sentence)


def _is_shortened(names: tuple[str, ...], sentence: str) -> bool:
    """Whether the dictionary has a word of the sentence whose characters are all in one of
    ``names``, though apart: 中考 for 初中毕业学业考试, 治沙 for 沙化土地治理.
    """
    words = {word for word, _ in words_with_classes(sentence) if len(_HAN.findall(word)) > 1}
    subjects = [set(_NO_SUBJECT.sub("", name)) for name in names]
    return any(len(set(word)) > 1 and set(word) <= one for word in words for one in subjects)


def _is_done(names: tuple[str, ...], sentence: str) -> bool:
    """Whether a sentence tells by a verb and a noun of one character each what one of ``names`` is
    the amount of: 产糖 for 食糖产量.
    """
    found = filter(None, map(_AMOUNT.search, names))
    return any(one["act"] + one["thing"] in sentence for one in found)


def _pairs(name: str) -> frozenset[str]:
    """Every two characters that stand together in the subject of a title."""
    parts = _NO_SUBJECT.sub(" ", name).split()
    return frozenset("".join(pair) for part in parts for pair in itertools.pairwise(part))
