"""Words before two numbers side by side that differ in what describes the things counted, where
the title of an indicator describes them as the other does: 食堂自办的1043所，外送的243所.
"""

from __future__ import annotations

import itertools
import re

from statsite.evidence.sentence.act_words import is_an_act, is_light
from statsite.evidence.sentence.counted_parts import SO_MUCH
from statsite.evidence.sentence.other_names import common_beginning
from statsite.grammar.word_boundaries import words_with_classes

_HAN = re.compile("[一-鿿]")
#: What says no more than that there is so much.
_UP_TO_NUMBER = re.compile(f"(?:{SO_MUCH})+$")
_OPENING = re.compile("^(?:其中|而|但|另|另外|还有|有|在|全国|全[省市县区州])*")
#: What is described by an act or a quality alone: 外送的, 新增的格口.
_DESCRIBED = re.compile("^(?P<as>[^的]{2,})的[^的]{0,4}$")
#: Classes of the dictionary of things, acts and qualities, and verbs that say nothing of them.
_CONTENT, _LIGHT_VERBS = frozenset({"n", "nz", "v", "vn", "a", "b", "l", "j"}), "到至达为是有占"
#: What a title has beside the name of what is counted.
_COUNTED = frozenset("的数量额率值总人次")
_SHORTEST = 2


def is_described_otherwise(theirs: str, ours: str, title: str) -> bool:
    """Whether what is described before a number is described by words of the ``title`` before
    another one, and by none of them here: 跑远洋的, 跑内河的.
    """
    here, there = _description(ours), _description(theirs)
    is_another = bool(here and there) and not _pairs(here) & _pairs(title)
    return is_another and any(not set(pair) & set(ours) for pair in _pairs(there) & _pairs(title))


def describes_another(ours: str, title: str) -> bool:
    """Whether what is before a number describes what it counts by no words of the ``title``."""
    return bool(_description(ours)) and not _pairs(ours) & _pairs(title)


def is_whole_of_title(theirs: str, ours: str, title: str) -> bool:
    """Whether two numbers count things of one name, and the later one has before it what the
    ``title`` has and the sentence up to the first has not: 固定宽带用户4820万户，千兆用户1412万户
    for 千兆宽带用户.
    """
    there, here = _bare(theirs), _bare(ours)
    name = _common_end(there, here)
    kind = there.removesuffix(name)
    if len(_HAN.findall(name)) < _SHORTEST or not kind or kind not in title or name not in title:
        return False
    rest = set(title) - set(kind) - set(name) - _COUNTED
    return rest <= set(here) and not set(kind) & set(ours)


def _description(head: str) -> str:
    """What describes the thing counted in the words before its number, or nothing."""
    found = _DESCRIBED.match(_bare(head))
    if found is None:
        return ""
    says_something = any(_says_something(*one) for one in words_with_classes(found[0]))
    return found["as"] if says_something else ""


def _says_something(word: str, kind: str) -> bool:
    """Whether a word of that class of the dictionary says more than how a number went."""
    is_light_one = is_light(word) or word in _LIGHT_VERBS or word.endswith("均")
    return kind in _CONTENT and not is_light_one


def is_other_of_a_row(theirs: str, ours: str, title: str) -> bool:
    """Whether a later number has no more before it than the thing in which the ``title`` ends, and
    the first one has another in its place: 放流虾苗42亿尾、鱼苗3.6亿尾 for 放流鱼苗.
    """
    thing, here = _bare(theirs).strip("，、;"), _bare(ours)
    name = title.rstrip("".join(_COUNTED))
    act = name.removesuffix(thing).removesuffix("的")
    if len(thing) < _SHORTEST or not name.endswith(thing) or len(act) < _SHORTEST:
        return False
    return act in here and thing not in here and bool(_HAN.search(here.rpartition(act)[2]))


def is_done_to_the_same(theirs: str, ours: str, title: str) -> bool:
    """Whether a later number has no more before it than the act with which the ``title`` begins,
    and the first one another act of its thing: 新增拖拉机3.1万台，报废更新1.7万台 for
    报废更新拖拉机.
    """
    act, here = _bare(theirs).strip("，、;"), _bare(ours)
    thing = title.removeprefix(act).rstrip("".join(_COUNTED))
    is_of_title = min(len(act), len(thing)) >= _SHORTEST and title.startswith(act)
    return is_of_title and here.endswith(thing) and act not in here


def is_of_another_act(theirs: str, ours: str, title: str) -> bool:
    """Whether what a ``title`` says was done to a thing is told before another number, and before
    the figure another act of that thing: 拆掉看护房14间、修好机耕路6条 for 拆掉机耕路.
    """
    here, (act, kind) = _bare(ours).strip("，、;"), next(iter(words_with_classes(title)), ("", ""))
    thing = title.removeprefix(act).rstrip("".join(_COUNTED))
    own, own_kind = next(iter(words_with_classes(here)), ("", ""))
    is_same_thing = len(thing) >= _SHORTEST and here == own + thing
    is_another = is_an_act(own, own_kind) and own != act and act not in here
    is_told = is_an_act(act, kind) and re.search(f"{act}[^，。;!?]*[0-9]", theirs) is not None
    return is_same_thing and is_another and is_told


def _common_end(first: str, second: str) -> str:
    return common_beginning(first[::-1], second[::-1])[::-1]


def _bare(head: str) -> str:
    """The words before a number without those that every number has."""
    return _UP_TO_NUMBER.sub("", _OPENING.sub("", head))


def _pairs(text: str) -> frozenset[str]:
    """Every two characters of ``text`` that stand together and say something."""
    pairs = map("".join, itertools.pairwise(text))
    return frozenset(pair for pair in pairs if _HAN.match(pair) and not set(pair) & _COUNTED)
