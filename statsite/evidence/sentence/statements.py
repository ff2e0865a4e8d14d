"""What a text tells of each of its numbers: who does what to which thing, in the number's own words
and, where these leave something out, in those before it.

存栏奶山羊4.6万只，绵羊118万只 tells of two numbers; the second has its own thing, and what is done
to it from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from msgspec import Struct

from statsite.evidence.sentence.act_words import is_an_act, is_light
from statsite.evidence.sentence.counted_parts import SO_MUCH, unit_of
from statsite.evidence.sentence.countries import country_at
from statsite.evidence.sentence.places_of_the_dictionary import (
    NO_DISTRICT,
    place_of_the_dictionary,
)
from statsite.extract.kinds_of_places import NAMES_OF_THE_NATION, WHOLE_AREA
from statsite.extract.place_names import PROVINCE_OF_CHARACTER, STANDARD_OF_NICKNAME
from statsite.grammar.lexicon import SCALES
from statsite.grammar.word_boundaries import class_at, words_with_classes
from statsite.values import replace

_HAN = re.compile("[一-鿿]")
#: What ends the words of a number: marks, and what joins them to the next number's.
_END = re.compile(r"[，、;:。!?“”\s()]|(?:以?及|和|与|而|[之以]外还有)(?=[^，、;:。]{0,12}[0-9])")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BLANK = "\0"
#: A number in digits, and units that the dictionary does not have behind one.
_DIGITS = re.compile(f"(?<![A-Za-z0-9.])[0-9][0-9.,]*[余多]?[{SCALES}]*[余多]?")
_IN_A_NAME = re.compile("[A-Za-z]|(?:急救|热线|电话|平台|工程|行动|计划)")
_UNIT = re.compile("%|‰|个?百分点|人次|[平立]方(?:米|公里)|[公千][里米克斤瓦]时?")
_PEOPLE, _TIMES_OF_PEOPLE = "人", "人次"
_MEASURES = frozenset({"q", "m"})
#: When something was counted, which is no number of it, and words that say so.
_TIME = re.compile("[0-9]{1,4}(?:个月|小时|分钟|[年月日号天季周岁届])[份底末初内间来]?|[上下]半年")
_WHEN = re.compile(
    "截至|截止|[去今上前当明]年.*|[本上当]月|同期|目前|现在|如今|(?![老青少中成幼]).+年|.+[月日季]|年[初中末底]"
    "|第?[一二三四]季度|次日|首日|每.+"
)
#: What says no more than that there is so much, and what joins a part of a sentence to another.
_UP_TO_NUMBER = re.compile(f"(?:{SO_MUCH}|[的了]|分别|大约|高达|实有|各)+$")
_OPENING = re.compile(f"^(?:其中|[而但另在也则又并和及与]|另外|以及|还?有|{WHOLE_AREA})*")
#: What a number is told for each of, or counted by.
_PER = re.compile("(?:每|平均每?|[日月年人户]均|一[座亩头只户套])[^，。;!?:]{0,6}$")
_COUNTED_BY = re.compile("[按以照]每?[^，。;!?:0-9]{1,10}?(?:[算计论]|折合|来[看说])(?![划时入])")
_OF_A_PART = re.compile("其中|(?:光是?|单是?|仅)[^，、;:。]+就")
#: A clause before a number that names of what it counts: 在国内卖的车里.
_OF_WHICH = re.compile("(?:里面?|[当之]?中|之?内)[，、]?$")
_DESCRIBED = re.compile(f"[^的]的(?:{SO_MUCH})*$")
#: Classes of the dictionary of words that name nothing: they join others, count or point.
_JOINING = frozenset(
    {"d", "p", "c", "r", "u", "uj", "ul", "uz", "uv", "ud", "ug", "f", "x", "y", "q", "m", "e", "o"}
)
#: What the dictionary takes for numbers or places and says which thing is meant: 一级, 千兆.
_GRADE = re.compile(
    "[特一二三四五]级|[百千万]兆|[少幼]儿|[国境省海市县][内外]|[一三四五六七八九][^部些半名家个共]{2}"
)
#: Words that only say that something is counted, how or where.
COUNTING = re.compile(
    "数[字量据额]|总[数量额和]|[人户个次件]数|[同环]比|[合共总累]计|[一总]共|总?产[量值]|单产|销量|实际|面积|价格|金额|规模|比[例重率]|占比|情况"
    "|水平|人次|平均|增长率|增速|期[末间]|[前后]者|[日月周年人户]均|全部|当地|本[市省县地]|其中|相比|同样|一口气|[那这上]次|所在"
    f"|[邻临]近|隔江|[纪记]录|记者|统计|介绍|数据|显示|公布|[数量额率值个]|{WHOLE_AREA}"
)
#: Characters of measures, which belong to the act before them: 近视率.
_MEASURED = frozenset("率量数额费")
_LIGHT_VERBS = frozenset("有是为占达到至合")
_VERB, _MEASURE, _UNKNOWN = "v", "q", "zg"
#: For names that the dictionary does not have.
_MADE = "made"
_ACTS = frozenset({_VERB, "vn"})
_SIDES = frozenset("外内")
_PAIR = 2
#: Names of areas by how they end, and the classes that the dictionary gives to others.
_OF_AN_AREA = re.compile(".{2,}[省市县区州盟旗]|[省市县区州]")
_PROVINCES = frozenset((*PROVINCE_OF_CHARACTER.values(), *NAMES_OF_THE_NATION))
_NAMES = frozenset({"ns", "nr", "nrt", "n", "nz"})
_LONGEST_BEHIND, _LONGEST_UNIT = 24, 4


class ToldNumber(Struct, frozen=True):
    """What a text tells of the number from ``start`` to ``end``: the words ``before`` it and
    ``behind`` its unit, and what these name.

    ``topic`` are the words of the clauses between it and the number before it.
    ``act`` is what was done, ``doer`` what is named before it, ``thing`` what is counted with what
    says which, ``more`` what else is named behind it, ``per`` what there are so many for, and
    ``earlier`` what the number has from the words before its own.
    """

    start: int
    end: int
    before: str
    behind: str
    topic: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    act: str = ""
    thing: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    per: str = ""
    earlier: tuple[str, ...] = ()
    is_of_its_own: bool = False
    is_cell: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All that its own words name, places aside."""
        return (*self.doer, *filter(None, (self.act,)), *self.thing, *self.more)

    @property
    def head(self) -> str:
        """The noun for what is counted; nothing where its own words leave it out."""
        return self.thing[-1] if self.thing else ""

    @property
    def is_part(self) -> bool:
        """Whether it is said to count a part of what the number before it counts."""
        return _OF_A_PART.search(self.before) is not None

    @property
    def is_described(self) -> bool:
        """Whether its own words only say which of the things it counts: 外送的."""
        return _DESCRIBED.search(self.before) is not None


def statements(text: str, start: int, end: int) -> tuple[ToldNumber, ...]:
    """What a ``text`` tells of each of its numbers, of the one from ``start`` to ``end`` among
    them.
    """
    flat = _without_brackets(text, start, end)
    spans = [*_numbers(flat, start, end)]
    ends = [found.span() for found in _END.finditer(flat)]
    told: list[ToldNumber] = []
    done = 0
    for (first, last), (following, _) in pairwise([*spans, (len(flat), len(flat))]):
        left = max([done, *(stop for _, stop in ends if done <= stop <= first)])
        right = min([following, *(begin for begin, _ in ends if begin >= last)])
        one = _statement(first, last, flat[left:first], flat[last:right])
        clauses = flat[done:left]
        one = replace(one, topic=named(clauses), is_of_its_own=bool(_OF_WHICH.search(clauses)))
        # No mark is between it and the next number, as in a table.
        is_cell = right == following < len(flat)
        earlier = _left_by(told[-1], one) if told else ()
        told.append(replace(one, earlier=earlier, is_cell=is_cell))
        done = right
    return tuple(told)


def told_of_number(before: str, figure: str, behind: str) -> ToldNumber:
    """What is told of the number between two texts."""
    told = statements(before + figure + behind, len(before), len(before + figure))
    return next(one for one in told if one.start == len(before))


def named(text: str) -> tuple[str, ...]:
    """The words of a text that name something; characters that the dictionary has no word of stand
    together: 烤鳗.
    """
    return tuple(word for word, _ in _words(text))


def named_as_in(text: str, title: str) -> tuple[str, ...]:
    """The words of a ``title`` that name something, those in brackets aside, with what the
    dictionary has no word of as the ``text`` has it: 助听犬 of 在役助听犬.
    """
    title = _IN_BRACKETS.sub("", title)
    unknown = {word for word, kind in _joined(words_with_classes(text)) if kind == _MADE}
    for word in sorted(unknown, key=len, reverse=True):
        title = title.replace(word, f"，{word}，")
    return named(title)


def _without_brackets(text: str, start: int, end: int) -> str:
    """A text with blanks in place of what is in brackets, unless the number is in them."""
    flat = _IN_BRACKETS.sub(lambda found: _BLANK * len(found[0]), text)
    return flat if flat[start:end] == text[start:end] else text


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each number of a text begins and its unit ends, that from ``start`` to ``end`` among
    them; times aside.
    """
    times = [found.span() for found in _TIME.finditer(text)]
    unit = unit_of(text[start:end])
    numbers: set[tuple[int, int]] = set()
    for found in _DIGITS.finditer(text):
        is_time = any(begin <= found.start() < stop for begin, stop in times)
        is_like = unit != "" and text.startswith(unit, found.end())
        if not _IN_A_NAME.match(text, found.end()) and (is_like or not is_time):
            numbers.add((found.start(), _end_of_unit(text, found.end(), unit)))
    others = (span for span in numbers if span[1] <= start or span[0] >= end)
    return sorted({(start, end), *others})


def _end_of_unit(text: str, at: int, own: str) -> int:
    """Where the unit ends that begins at a place, which may be the figure's ``own``."""
    is_other = own == _PEOPLE and text.startswith(_TIMES_OF_PEOPLE, at)
    if own and text.startswith(own, at) and not is_other:
        return at + len(own)
    if found := _UNIT.match(text, at):
        return found.end()
    word, kind = class_at(text[at : at + _LONGEST_UNIT], 0)
    return at + (len(word) if kind in _MEASURES else 1)


def _statement(start: int, end: int, before: str, behind: str) -> ToldNumber:
    """What the words before a number and behind its unit name."""
    per = _PER.search(before)
    head = _OPENING.sub("", _TIME.sub("", before.replace(_BLANK, "")))
    words = [*_words(_COUNTED_BY.sub("", _UP_TO_NUMBER.sub("", head)))]
    places = tuple(word for word, kind in words if _is_a_place(word, kind))
    doer, act, thing = _roles([one for one in words if not _is_a_place(*one)])
    rest = behind.replace(_BLANK, "").removeprefix("的")[:_LONGEST_BEHIND]
    name, more = _name_at(_OPENING.sub("", rest))
    if name:
        doer, thing = (*doer, *thing), name
    return ToldNumber(
        start,
        end,
        before.replace(_BLANK, ""),
        behind.replace(_BLANK, ""),
        places=places,
        doer=doer,
        act=act,
        thing=thing,
        more=more,
        per=per[0] if per else "",
    )


def _roles(words: list[tuple[str, str]]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Who does what to which thing by the words before a number; an act in which they end is rather
    a thing, if it may be one: 遗嘱公证.
    """
    names = tuple(word for word, _ in words)
    last = len(names) - 1
    for at, (word, kind) in enumerate(words):
        is_done = is_an_act(word, _VERB if kind in _ACTS else kind)
        if is_done and not (at == last > 0 and kind != _VERB):
            return names[:at], word, names[at + 1 :]
    return (), "", names


def _name_at(behind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The name right behind a unit, or behind a verb there that says nothing else (开展), and the
    other words there.
    """
    words = [*_words(behind)]
    names = tuple(word for word, _ in words)
    first, _ = class_at(behind, 0)
    start = len(first) if is_light(first) else 0
    if not names or not behind.startswith(names[0], start):
        return (), names
    acts = (at for at, (word, kind) in enumerate(words) if is_an_act(word, kind))
    size = next(acts, len(words))
    return names[:size], names[size:]


def _left_by(previous: ToldNumber, following: ToldNumber) -> tuple[str, ...]:
    """What a number has from the one before it: all but what its own words stand for; that of a
    part has all, and one that is only described has the noun for the things.
    """
    earlier = (*previous.earlier, *(() if following.is_of_its_own else previous.topic))
    if following.is_part:
        return (*earlier, *previous.words)
    if following.is_described:
        act = "" if following.act else previous.act
        words = () if previous.is_described else (act, previous.head)
        return (*earlier, *previous.doer, *filter(None, words))
    if len(previous.words) == len(following.words) == 1:
        return earlier
    doer = () if following.act and following.doer else previous.doer
    act = "" if following.act or not previous.thing else previous.act
    own = (*following.doer, "" if previous.act else following.act, *following.thing)
    thing = _but_for_last(previous.thing, own) if following.thing else previous.thing
    more = () if following.more else previous.more
    return (*earlier, *doer, *filter(None, (act,)), *thing, *more)


def _but_for_last(words: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without the last ones, for which as much of the ``own`` words stands: 老年大学 of
    老年大学女学员, where 男学员 follows.
    """
    left, rest = list(words), len("".join(own))
    while left and (2 * rest > len(left[-1]) or len(left) == len(words)):
        rest -= len(left.pop())
    return tuple(left)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text that name something, each with its class."""
    return (one for one in _joined(words_with_classes(text)) if _names_something(*one))


def _joined(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words with their classes; characters side by side that are words alone are one noun (烤鳗),
    but for a verb at the end, and one for a measure belongs to the word before it: 近视率, 围棋盒.
    """
    made: list[tuple[str, str]] = []
    for word, kind in _runs(words):
        if made and _is_measured(word, kind, made[-1][1]):
            made[-1] = (made[-1][0] + word, _MADE)
        else:
            made.append((word, kind))
    return made


def _runs(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Words with their classes, those of one character side by side as one."""
    for is_alone, some in groupby(words, _is_alone):
        together = [*some]
        is_name_and_verb = len(together) > _PAIR and together[-1][1] == _VERB
        size = len(together) - (1 if is_name_and_verb else 0)
        if is_alone and size > 1:
            yield "".join(word for word, _ in together[:size]), _MADE
            yield from together[size:]
        else:
            yield from together


def _is_measured(name: str, kind: str, before: str) -> bool:
    """Whether a character is what is measured of an act, or a box and the like of a thing."""
    is_box = len(name) == 1 and kind == _MEASURE and before in _NAMES | _ACTS
    return (name in _MEASURED and before in _ACTS) or is_box


def _is_alone(told: tuple[str, str]) -> bool:
    """Whether a word with its class is one character of which a name may be made."""
    word, kind = told
    is_one = len(word) == 1 and _HAN.fullmatch(word) is not None
    is_in_names = kind not in _JOINING or word in _SIDES
    return is_one and is_in_names and word not in _LIGHT_VERBS


def _names_something(word: str, kind: str) -> bool:
    if not any(map(str.isalpha, word)) or (kind in _JOINING and not _GRADE.fullmatch(word)):
        return False
    is_verb_alone = len(word) == 1 and kind in (_VERB, _UNKNOWN)
    is_light_one = is_light(word) or word in _LIGHT_VERBS
    is_counting = COUNTING.fullmatch(word) or _WHEN.fullmatch(word)
    return not (is_verb_alone or is_light_one or is_counting)


@lru_cache(maxsize=4096)
def _is_a_place(word: str, kind: str) -> bool:
    """Whether a word is the name of a place in which something is counted, and of no thing: the
    dictionary takes some for places (绵羊, 新建).
    """
    is_of_an_area = _OF_AN_AREA.fullmatch(word) is not None and not NO_DISTRICT.search(word)
    if is_of_an_area or word in _PROVINCES or word in STANDARD_OF_NICKNAME:
        return True
    is_named = kind in _NAMES and bool(place_of_the_dictionary(word, 0))
    return is_named or country_at(word, 0) == word
