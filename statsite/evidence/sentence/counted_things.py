"""The noun behind a unit says what a figure counts, and the noun in which a title ends what its
indicator counts: 62个纵向医联体 are no 县级医疗集团.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.sentence.act_words import is_light
from statsite.evidence.sentence.counted_parts import COUNTERS, unit_of
from statsite.grammar.lexicon import SCALES
from statsite.grammar.patterns import any_of
from statsite.grammar.word_boundaries import words_with_classes

_HAN = re.compile("[一-鿿]")
#: Classes of the dictionary of which names of things are made, and of the last word of one.
_IN_NAMES = frozenset(
    {"n", "nr", "nz", "nt", "ns", "ng", "l", "j", "b", "a", "an", "vn", "f", "eng", "zg"}
)
_NOUNS = frozenset({"n", "nr", "nz", "nt", "l", "j"})
#: Classes of a last character that names share: 中医馆.
_ENDS_OF_NAMES = frozenset({"n", "ng", "zg", "g"})
_VERB, _OF = "v", "的"
#: What is before a figure and behind the number or mark before, and what is behind it and before
#: the next.
_HEAD = re.compile("[0-9，、。;:!?]")
_BEHIND_END = re.compile("[0-9，。;:!?]")
_OPENING = re.compile("^的?[“‘《(]?")
#: What a title has behind the thing that is counted.
_HOW_MANY = re.compile(
    f"(?:累计)?(?:[人户{COUNTERS}]数|数量|总[数量]|规模|情况|占比|比[例重]|[数率])$"
)
#: Nouns for so many kinds of things that articles have a narrower one.
_GENERAL = re.compile(
    ".*(?:人员|人口|人次|人|者|群众|对象|机构|单位|地区|地方|设施|组织|部门|企业|产品|品种|项目|场所"
    "|站点|点|问题|情况|内容|措施|任务|活动)"
)
_REACH, _SHORTEST = 24, 2


def other_thing(before: str, figure: str, behind: str, title: str) -> str:
    """The ``figure`` with the noun right behind it, where that is another thing than the one in
    which the ``title`` of its indicator ends, or another kind of it while the sentence has the kind
    of the title elsewhere; or nothing.
    """
    unit, sentence = unit_of(figure), before + "，" + behind
    wanted, thing = _thing_of(title), _thing_behind(behind)
    is_share = unit == "%" and wanted in sentence
    if not (is_share or unit in set(COUNTERS)) or not wanted or not thing:
        return ""
    head = _HEAD.split(before)[-1] + _BEHIND_END.split(behind)[0]
    noun = _last_noun(thing)
    if thing.endswith(wanted):
        is_another = _is_other_kind(thing, head, sentence, title)
    else:
        is_specific = len(noun) >= _SHORTEST and not _GENERAL.fullmatch(wanted)
        is_another = is_specific and wanted not in head and _shares_none(noun, wanted, title)
    return figure + thing if is_another else ""


def _shares_none(noun: str, wanted: str, title: str) -> bool:
    """Whether a noun is not the title's, and does not end as the title's thing."""
    return noun not in title and noun[-1] != wanted[-1]


def _is_other_kind(thing: str, head: str, sentence: str, title: str) -> bool:
    """Whether a word for the kind of a thing is not the title's, and one for the title's is right
    behind another number of the ``sentence``, and not in the ``head`` of the figure.
    """
    is_other = any(word not in title for word in _kinds(thing))
    missing = [word for word in _kinds(title) if word not in head]
    told = re.compile(f"[0-9][{SCALES}余多]*[{COUNTERS}](?:{any_of(missing)})")
    return is_other and bool(missing) and told.search(sentence) is not None


def _kinds(name: str) -> list[str]:
    """The words of a name but the last, of several characters."""
    words = words_with_classes(name)[:-1]
    return [word for word, kind in words if kind in _IN_NAMES and len(word) >= _SHORTEST]


def _thing_of(title: str) -> str:
    """The noun in which a title ends, without what it has behind it."""
    bare = re.sub(r"\([^)]*\)", "", title)
    return _last_noun(_HOW_MANY.sub("", _HOW_MANY.sub("", bare)).rstrip(_OF))


def _last_noun(name: str) -> str:
    """The last word of a name, if it is a noun."""
    words = [one for one in words_with_classes(name) if _HAN.search(one[0])]
    word, kind = words[-1] if words else ("", "")
    if len(word) == 1 and kind in _ENDS_OF_NAMES and len(words) > 1:
        return words[-2][0] + word
    return word if kind in _NOUNS else ""


def _thing_behind(behind: str) -> str:
    """The name with which the words behind a unit begin; none where a number follows it, as in the
    next cell of a row.
    """
    text = _OPENING.sub("", behind)[:_REACH]
    name = "".join(_name(words_with_classes(text)))
    return "" if text[len(name) : len(name) + 1].isdigit() else name


def _name(words: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """The words of the name with which a text begins, and verbs within it: 临床诊疗方案."""
    for place, (word, kind) in enumerate(words):
        following = words[place + 1][1] if place + 1 < len(words) else ""
        is_act = kind == _VERB and len(word) >= _SHORTEST and not is_light(word)
        is_within = is_act and place > 0 and following in _NOUNS
        if kind not in _IN_NAMES and not is_within:
            return
        yield word
