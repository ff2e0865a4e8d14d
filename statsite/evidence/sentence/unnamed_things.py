"""A figure of a thing that the title of its indicator does not name, where what the title names
stands nowhere near it: 适配轮椅2.7万辆 for 残疾人电动三轮车.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.act_words import is_light
from statsite.evidence.sentence.counted_parts import SO_MUCH
from statsite.evidence.sentence.named_subjects import has_subject
from statsite.grammar.word_boundaries import words_with_classes

_HAN = re.compile("[一-鿿]")
_NUMBER_OR_MARK = re.compile("[0-9.%，、;:。!?()]")
#: Classes of the dictionary of what is counted, and of what says which of it.
_THINGS = frozenset({"n", "nr", "nz", "l", "j"})
_OR_KINDS = _THINGS | {"b", "vn"}
#: Characters of which the dictionary knows no more than each alone: 水罐车.
_ALONE = "zg"
_UP_TO_NUMBER = re.compile(f"(?:{SO_MUCH}|[一-鿿]了|的)+$")
#: Words of titles that articles leave out, and those for a whole, which are no thing of their own.
_LEFT_OUT = re.compile(
    ".*(?:标准|成绩|强度|费用|目标|幅度|单位|情况|期限|时长|时间|水平|程度|范围|类型|项目|结果|能力"
    "|资金|金额|收入|支出|总数|人数|价格?|面积|规模|比重|占比|[数量额率值费款])"
)
_WHOLE = re.compile(
    "全[部体国省市县区州校]|总[数量额和]|人数|数量|合计|本[市省县地]|世界|全球|当地"
)
#: What there are so many of for each: 每百户12家.
_EACH = re.compile("(?:每|平均|[日月年人户]均)[^，。;!?:]{0,6}$")
_REACH, _SHORTEST = 12, 2


def unnamed_thing(before: str, figure: str, behind: str, title: str, text: str) -> str:
    """The thing right before a ``figure`` with it, where the ``title`` of its indicator has another
    one of which the ``text`` up to the end of the sentence has no word; or nothing.
    """
    thing = _thing_before(before)
    if not has_subject(thing) or thing in title or _has_any(title, _thing_behind(behind)):
        return ""
    return thing + figure if any(_is_nowhere(word, text) for word in _things_of(title)) else ""


def _thing_before(before: str) -> str:
    """The noun with which the words before a number end, without those that every number has."""
    head = _UP_TO_NUMBER.sub("", _NUMBER_OR_MARK.split(before)[-1])
    if _EACH.search(head):
        return ""
    words = words_with_classes(head[-_REACH:])
    last = next(iter(words[-1:]), ("", ""))
    if last[1] == _ALONE and len(words) >= _SHORTEST:
        last = (words[-2][0] + last[0], words[-2][1])
    return last[0] if last[1] in _THINGS and not _WHOLE.fullmatch(last[0]) else ""


def _thing_behind(behind: str) -> str:
    """The noun right behind a unit: 3.2万名学生."""
    word, kind = next(iter(words_with_classes(behind[:_REACH])), ("", ""))
    return word if kind in _THINGS else ""


def _has_any(text: str, word: str) -> bool:
    return any(character in text for character in word)


def _things_of(title: str) -> list[str]:
    """The words of a title for the thing and its kind, without what articles leave out."""
    words = words_with_classes(re.sub(r"\([^)]*\)", "", title))
    return [word for word, kind in words if kind in _OR_KINDS and _says_which(word)]


def _says_which(word: str) -> bool:
    is_word = len(_HAN.findall(word)) >= _SHORTEST
    return is_word and not is_light(word) and not _LEFT_OUT.fullmatch(word)


def _is_nowhere(word: str, text: str) -> bool:
    """Whether a text has no character of a word, but for the last one of a long word, which many
    have: 车 of 三轮车.
    """
    return not _has_any(text, word[:-1] if len(word) > _SHORTEST else word)
