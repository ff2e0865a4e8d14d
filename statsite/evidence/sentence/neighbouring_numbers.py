"""A number beside the one whose words are all that an indicator is called: 国产片票房94.3亿元,
进口片票房25.7亿元 says nothing of 25.7 for the first.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from statsite.evidence.sentence.act_words import is_light
from statsite.evidence.sentence.counted_parts import OF_ANOTHER, numbers_like
from statsite.evidence.sentence.levels_told import is_level
from statsite.evidence.sentence.parallel_heads import (
    describes_another,
    is_described_otherwise,
    is_done_to_the_same,
    is_other_of_a_row,
    is_whole_of_title,
)
from statsite.extract.kinds_of_places import WHOLE_AREA
from statsite.extract.text_places import SENTENCE_END
from statsite.grammar.word_boundaries import words_with_classes

_PART_END = re.compile("[，、;:。!?]")
#: When something was counted, which is no other thing.
_DATE = re.compile("(?:[0-9]{1,4}[年月日号]份?)+|[上本当]月|[去今上前当]年|同期")
_HAN = re.compile("[一-鿿]")
#: Classes of the dictionary of words that say what is counted: it takes some things for names
#: (小学生 nr) or times (日间 t), and grades for numbers (一级 m).
_THINGS = frozenset({"n", "nr", "nz", "nt", "v", "vn", "a", "an", "b", "j", "l", "t", "eng"})
#: Classes of characters of which names are made that the dictionary lacks, and verbs in no name.
_IN_NAMES, _LIGHT_VERBS = frozenset({"n", "nr", "ns", "ng", "v", "a", "b", "j"}), "有是为占达到至"
_SHORTEST_UNKNOWN = 3
#: Classes of a word between a verb and its noun: 慰问一线职工.
_BEFORE_A_NOUN = frozenset({"mn", "bn", "an", "rn"})
_TIME, _VERB, _NUMBER, _PLACE = "t", "v", "m", "s"
#: Some words are places for the dictionary: 上门, 海滩.
_PLACES = frozenset({"ns", "s"})
_GRADE_OR_SIDE = re.compile(".级|[国境省海市县][内外]")
#: Words that only say that something is counted, how, or when.
_COUNTING = re.compile(
    "数[字量据额]|总[数量额和]|[人户个次]数|[同环]比|合计|共计|总计|累计|实际|面积|价格|金额|规模|比[例重率]|占比|情况"
    "|水平|人次|平均|增长率|增速|期[末间]|目前|现在|[前后]者|.*同期|[去上前]年.*|[日月周年人户]均|全部|当地|本[市省县地]|其中|.*[年月日季]"
    f"|[纪记]录|记者|统计|介绍|数据|显示|公布|{WHOLE_AREA}"
)
_SHORTEST, _LONG_TITLE, _TWO_WORDS = 2, 3, 4
#: The figure's own sentence, and the next one; the one before may only tell its subject
#: (一季度成交1.12万套。去年第四季度成交1.46万套).
_SENTENCES = 2
_LIGHT = re.compile("^(?:[的了是有为达约近占则却共]|只有|只|仅|比[重例率]?|份额|增[速幅])+")
#: The part of its sentence that a figure is in, and the whole that is named before it.
_OWN_PART = re.compile("(?:[^，、;:。!?]*(?:里面?|[之当]?中)，)?[^，、;:。!?]*$")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of one number: the words before it, and those behind it up to a mark."""

    before: str
    behind: str

    @property
    def words(self) -> str:
        return f"{self.before}，{self.behind}"


def told_of_a_neighbour(before: str, figure: str, behind: str, title: str) -> str:
    """The words of a figure where another number of its sentence or the next one that counts the
    same has all words of the ``title``, and it has something else in their place; or nothing.
    """
    counted, wanted = numbers_like(figure), _content(title)
    sentence = before + figure + "。".join(SENTENCE_END.split(behind)[:_SENTENCES])
    numbers = [*_numbers(sentence, counted, len(before), len(before + figure))] if counted else []
    own = next((told for start, told in numbers if start == len(before)), None)
    if own is None:
        return ""
    others = (
        (told, start > len(before))
        for start, told in numbers
        if told is not own and is_level(told.before, told.behind, title)
    )
    is_another = any(
        _differs_by_title(other, own, title)
        or _differs_by_description(other, own, title, is_later=is_later)
        or _is_all_but_told(other.words, own, wanted, title)
        or (
            _fits(other.words, own.words, wanted, before if is_later else "")
            and (_stands_against(other.words, own, title) or _is_parallel(other, own, wanted))
        )
        for other, is_later in others
    )
    return own.before.lstrip("，、;:") + figure + own.behind if is_another else ""


def _numbers(
    sentence: str, counted: re.Pattern[str], first: int, last: int
) -> Iterator[tuple[int, _Told]]:
    """Where each number of a unit begins, with what is told of it, the one from ``first`` to
    ``last`` among them; those with no mark between them and the next aside, as cells of a table.
    """
    spans = [found.span() for found in counted.finditer(sentence)]
    spans = sorted(
        {*(span for span in spans if span[1] <= first or span[0] >= last), (first, last)}
    )
    begin = 0
    for (start, end), (following, _) in zip(spans, [*spans[1:], (len(sentence), 0)], strict=True):
        mark = _PART_END.search(sentence, end)
        stop = mark.start() if mark else len(sentence)
        if stop <= following:
            told = SENTENCE_END.split(sentence[begin:start])[-1]
            yield start, _Told(told, sentence[end:stop])
        begin = stop


def _differs_by_title(other: _Told, own: _Told, title: str) -> bool:
    """Whether two parts have words in common, and what is beside these is the title's of the other
    alone: 重症患者的治愈率, 轻症患者的治愈率.
    """
    theirs, ours = (_DATE.sub("", _PART_END.split(told.before)[-1]) for told in (other, own))
    common = SequenceMatcher(None, theirs, ours, autojunk=False).find_longest_match()
    if len(_HAN.findall(theirs[common.a : common.a + common.size])) < _SHORTEST:
        return False
    before = theirs[: common.a][::-1], ours[: common.b].removesuffix("的")[::-1], title[::-1]
    behind = theirs[common.a + common.size :], _LIGHT.sub("", ours[common.b + common.size :]), title
    is_counting = _COUNTING.fullmatch(behind[0][:_SHORTEST]) is not None
    return _begins_as_title(*before) or (not is_counting and _begins_as_title(*behind))


def _differs_by_description(other: _Told, own: _Told, title: str, *, is_later: bool) -> bool:
    """Whether two parts describe what they count by other words, and the title by the other's."""
    theirs, ours = (_DATE.sub("", _PART_END.split(told.before)[-1]) for told in (other, own))
    if OF_ANOTHER.match(ours):
        return False
    is_part = is_later and (
        is_whole_of_title(theirs, own.before, title)
        or is_other_of_a_row(theirs, ours, title)
        or is_done_to_the_same(theirs, ours, title)
        or _is_the_part(theirs, own.before, title)
    )
    return is_part or is_described_otherwise(theirs, ours, title)


def _is_the_part(theirs: str, ours: str, title: str) -> bool:
    """Whether a later number is of a part of what is counted, and of no more than the title names,
    which the figure's own words do not: 救助大熊猫12只，其中野外救助7只 for 野外救助大熊猫.
    """
    words = _words(theirs.removeprefix("其中"))
    said = [word for word, kind in words if kind in _PLACES or _is_content(word, kind)]
    is_part = theirs.startswith("其中") and bool(said) and all(word in title for word in said)
    return is_part and any(not _has(ours, word) for word in said)


def _is_all_but_told(other: str, own: _Told, wanted: list[str], title: str) -> bool:
    """Whether another part has all words of a longer title, or all but one, and the own part, which
    has none of them, describes something else: 改建驿站1120个，新增的格口31.8万个 for 改建快递驿站.
    """
    part = _OWN_PART.search(own.before)
    if (
        part is None
        or OF_ANOTHER.match(part[0])
        or len(wanted) < _LONG_TITLE
        or any(_has(own.words, word) for word in wanted)
    ):
        return False
    missing = [word for word in wanted if not _has(other, word)]
    return len(missing) <= 1 and describes_another(_DATE.sub("", part[0]), title)


def _begins_as_title(theirs: str, ours: str, title: str) -> bool:
    """Whether what is next to words that two parts have in common is the title's in one of them,
    and nothing of it in the other.
    """
    is_title = bool(theirs) and theirs[:_SHORTEST] in title
    return is_title and _HAN.match(ours) is not None and ours[:_SHORTEST] not in title


def _fits(other: str, own: str, wanted: list[str], told: str) -> bool:
    """Whether what is told of another number has all words of a title, one of them alone; a later
    one that tells nothing else has the rest from what was ``told`` before the own
    (小学生近视率33.8%，初中生68.5%), and the last may be nowhere, as how it is counted: 水痘病例.
    """
    is_later = bool(told)
    if not any(_has(other, word) and not _has(own, word) for word in wanted):
        return False
    missing = [word for word in wanted if not _has(other, word)]
    if is_later and missing[-1:] == wanted[-1:] and not _has(own, missing[-1]):
        missing.pop()
    tells_no_more = is_later and all(word in wanted for word in _content(other))
    return not missing or (tells_no_more and all(_has(told + own, word) for word in missing))


def _has(text: str, word: str) -> bool:
    """Whether a text has a word, or both halves of one that is made of two: 出口的汽车."""
    halves = (word[:_SHORTEST], word[_SHORTEST:])
    return word in text or (len(word) == _TWO_WORDS and all(half in text for half in halves))


def _stands_against(other: str, own: _Told, title: str) -> bool:
    """Whether a noun of the figure's own part, or a verb before one, is neither the title's nor the
    other number's.
    """
    part = _OWN_PART.search(own.before)
    if part is None or OF_ANOTHER.match(part[0]):
        return False
    words = [*_words(part[0]), *_words(own.behind), ("", ""), ("", "")]
    return any(
        _may_stand_against(word, kind, after + next_one)
        and word not in other
        and set(word) - set(title)
        for (word, kind), (_, after), (_, next_one) in zip(
            words, words[1:], words[2:], strict=False
        )
    )


def _is_parallel(other: _Told, own: _Told, wanted: list[str]) -> bool:
    """Whether a word of the title that the other alone has stands for one of the own part that
    differs by a character: 初婚, 再婚.
    """
    theirs = [word for word in wanted if word in other.words and word not in own.words]
    ours = [word for word, kind in _words(own.before) if _is_content(word, kind)]
    return any(
        len(word) == len(one) and sum(map(operator.ne, word, one)) == 1
        for word in theirs
        for one in ours
    )


def _may_stand_against(word: str, kind: str, after: str) -> bool:
    """Whether a word of that class, before one of the class ``after``, says which of several things
    is counted.
    """
    if kind in {_NUMBER, _PLACE}:
        return _GRADE_OR_SIDE.fullmatch(word) is not None
    return (
        kind != _TIME
        and (kind != _VERB or (after.startswith("n") or after in _BEFORE_A_NOUN))
        and _is_content(word, kind)
    )


def _content(text: str) -> list[str]:
    """The words of a text that say what is counted."""
    return [word for word, kind in _words(text) if _is_content(word, kind)]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text with their classes; several characters of which the dictionary has no
    more than each alone are a noun: 基孔肯雅热.
    """
    for is_rest, words in itertools.groupby(words_with_classes(text), _is_alone):
        together = [*words]
        if is_rest and len(together) >= _SHORTEST_UNKNOWN:
            yield "".join(word for word, _ in together), "n"
        else:
            yield from together


def _is_content(word: str, kind: str) -> bool:
    is_thing = kind in _THINGS and len(word) >= _SHORTEST
    return is_thing and not is_light(word) and not _COUNTING.fullmatch(word)


def _is_alone(told: tuple[str, str]) -> bool:
    """Whether a word with its class is one character that a name may have."""
    word, kind = told
    return len(word) == 1 and kind in _IN_NAMES and word not in _LIGHT_VERBS
