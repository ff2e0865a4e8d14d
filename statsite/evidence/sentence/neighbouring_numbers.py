"""A number beside the one whose words are all that an indicator is called: 国产片票房94.3亿元,
进口片票房25.7亿元 says nothing of 25.7 for the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

from msgspec import Struct

from statsite.evidence.sentence.counted_parts import OF_ANOTHER, numbers_like, unit_of
from statsite.evidence.sentence.levels_told import is_level
from statsite.evidence.sentence.statements import COUNTING, ToldNumber, named_as_in, statements
from statsite.extract.text_places import SENTENCE_END

_HAN = re.compile("[一-鿿]")
#: When or beside which place something was counted, which is no other thing.
_ASIDE = re.compile(
    "(?:[0-9]{1,4}[年月日号]份?)+|[上本当]月|[去今上前当]年|同期|(?:[邻临]近|隔江|相邻|毗邻)的"
)
_LIGHT = re.compile("^(?:[的了是有为达约近占则却共]|只有|只|仅|比[重例率]?|份额|增[速幅])+")
#: Words for so many kinds of things that no number is told from another by them.
_GENERAL = re.compile("人员|人口|人次|群众|对象|单位|地区|地方|情况|标准")
#: What the number before is held against may be another thing: 比招标控制价3.9亿元低.
_COMPARED = re.compile("[比较]")
_SHORTEST, _TWO_WORDS, _THREE = 2, 4, 3
#: The figure's own sentence, and the next one; the one before may only tell its subject
#: (一季度成交1.12万套。去年第四季度成交1.46万套).
_SENTENCES = 2


class _Title(Struct, frozen=True):
    """What an indicator is called, and its words that name something."""

    text: str
    words: tuple[str, ...]

    @property
    def noun(self) -> str:
        """The last of its words, or nothing."""
        return next(reversed(self.words), "")

    def missing(self, told: ToldNumber) -> frozenset[str]:
        """Its words of which a number has nothing, neither of its own nor from earlier ones."""
        said = (*told.words, *told.topic, *told.earlier)
        return frozenset(word for word in self.words if not _is_told(word, said))

    def is_all_of(self, words: tuple[str, ...]) -> bool:
        """Whether it has all characters of some words."""
        return all(set(word) <= set(self.text) for word in words)

    def is_none_of(self, words: tuple[str, ...]) -> bool:
        """Whether it has none of some words."""
        return bool(words) and not any(word in self.text for word in words)


class _Neighbours(Struct, frozen=True, dict=True):
    """A figure's statement and that of another number, by the words of a title."""

    own: ToldNumber
    other: ToldNumber
    title: _Title

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The words of the title that the other's own words tell, and nothing the figure's."""
        missing = self.title.missing(self.own) - self.title.missing(self.other)
        said = (*self.other.words, *self.other.topic) or self.other.earlier
        return frozenset(word for word in missing if _is_told(word, said))

    @cached_property
    def further(self) -> tuple[str, ...]:
        """What the figure's own words name and neither the title nor the other number does."""
        return tuple(
            word
            for word in self.own.words
            if not self.title.is_all_of((word,))
            and not _is_within(word, self.title.text)
            and not _is_told(word, self.other.words)
        )

    @property
    def tells_as_much(self) -> bool:
        """Whether the other number tells of the title what the figure does; one behind it that
        names nothing else leaves out what the figure told.
        """
        is_brief = self.other.start > self.own.start and bool(self.other.words)
        is_brief = is_brief and self.title.is_all_of(self.other.words)
        return is_brief or self.title.missing(self.other) <= self.title.missing(self.own)


def told_of_a_neighbour(
    before: str, figure: str, behind: str, title: str, earlier: str = ""
) -> str:
    """The words of a figure where another number of its sentence or the next one that counts the
    same tells more of the ``title``, and it has something else in its place, or is of a whole of
    which the ``earlier`` sentences do not tell the part; or nothing.
    """
    counted = numbers_like(figure)
    if counted is None:
        return ""
    text = before + figure + "。".join(SENTENCE_END.split(behind)[:_SENTENCES])
    wanted = _Title(title, named_as_in(text, title))
    told = statements(text, len(before), len(before + figure))
    own = next(one for one in told if one.start == len(before))
    others = [
        other
        for other in told
        if other is not own and not other.is_cell
        if _is_near(text, own, other, unit_of(figure))
        if is_level(text[: other.start], text[other.end :], title)
    ]
    pairs = [_Neighbours(own, other, wanted) for other in others]
    is_another = not own.is_cell and any(
        _tells_more(pair, earlier)
        if counted.fullmatch(text[pair.other.start : pair.other.end])
        else _is_of_another_noun(pair)
        for pair in pairs
    )
    is_another = is_another or _is_done_otherwise(own, told, wanted)
    is_another = is_another or _has_a_rival(own, told, wanted)
    return own.before + figure + own.behind if is_another else ""


def _is_near(text: str, own: ToldNumber, other: ToldNumber, unit: str) -> bool:
    """Whether another number is in the figure's sentence, or in the next one with its ``unit``."""
    is_of_another_sentence = SENTENCE_END.search(text, own.end, other.start)
    return is_of_another_sentence is None or text.endswith(unit, other.start, other.end)


def _tells_more(pair: _Neighbours, earlier: str) -> bool:
    """Whether the other number is rather what the title is of."""
    if _differs_by_title(pair):
        return True
    is_of_another = OF_ANOTHER.match(pair.own.before) is not None
    is_named = _COMPARED.match(pair.own.before) is not None and pair.own.doer != ()
    if (is_of_another and not is_named) or not pair.tells_as_much:
        return False
    is_another = _names_another(pair) or _has_another_noun(pair)
    return is_another or _is_a_part(pair) or _is_the_whole(pair, earlier)


def _names_another(pair: _Neighbours) -> bool:
    """Whether the figure's words name something else than a word of the title that the other has:
    存栏奶山羊4.6万只，绵羊118万只.
    """
    is_told = any(not _GENERAL.fullmatch(word) for word in pair.lacking)
    is_per_another = bool(pair.own.per and pair.other.per) and pair.own.per != pair.other.per
    return is_told and bool(pair.further) and not is_per_another


def _has_another_noun(pair: _Neighbours) -> bool:
    """Whether the noun of the title is the other's, and the figure's noun is none of the title:
    卖出风筝线轮236万个，风筝1470万个.
    """
    own, other, title = pair.own, pair.other, pair.title
    is_of_title = bool(other.head) and title.noun == other.head
    return is_of_title and own.head in pair.further and title.missing(own) == title.missing(other)


def _is_of_another_noun(pair: _Neighbours) -> bool:
    """Whether a number of another unit has all words of the title, the noun in its own words, and
    the figure has another noun: 杂志190万册，包裹87万件 for 投递包裹.
    """
    noun = pair.title.noun
    is_of_the_other = not pair.title.missing(pair.other) and _is_told(noun, pair.other.words)
    return noun in pair.lacking and is_of_the_other and bool(pair.further)


def _is_a_part(pair: _Neighbours) -> bool:
    """Whether the figure is told to be a part of what the title and the other are of:
    入藏文物1287件，其中一级文物14件.
    """
    own, other, title = pair.own, pair.other, pair.title
    is_of_the_other = own.is_part and other.start < own.start
    is_whole = not title.missing(other) and title.is_all_of(other.words)
    is_named = bool((own.doer or own.thing) and pair.further)
    return is_of_the_other and is_whole and (is_named or bool(own.places))


def _is_the_whole(pair: _Neighbours, earlier: str) -> bool:
    """Whether the figure's words have nothing of what the other's say of the same things, which
    the title says too: 固定宽带用户4820万户，千兆用户1412万户 for 千兆宽带用户.
    """
    own, other = pair.own, pair.other
    is_lacking = any(word not in earlier for word in pair.lacking)
    is_same = other.head.endswith(own.head) or other.is_part or own.is_described
    is_same = is_same or (other.start > own.start and other.head == pair.title.noun)
    is_done = other.act in pair.lacking and not other.thing
    is_named = bool(own.thing) or (own.is_described and bool(own.words))
    return is_lacking and is_named and not pair.further and (is_same or is_done)


def _is_done_otherwise(own: ToldNumber, told: Iterable[ToldNumber], title: _Title) -> bool:
    """Whether another act was done to the thing of the title than the title's, which was done to
    something else: 拆掉看护房14间、修好机耕路6条 for 拆掉机耕路.
    """
    is_of_the_thing = bool(own.thing) and title.is_all_of(own.thing) and not own.doer
    is_another = own.act != "" and own.act not in title.text
    other_things = (one.thing for one in told if (one.act,) == title.words[:1])
    return is_another and is_of_the_thing and any(map(title.is_none_of, other_things))


def _has_a_rival(own: ToldNumber, told: Iterable[ToldNumber], title: _Title) -> bool:
    """Whether the figure's words have something that differs by its first character alone from a
    word of the title, which another number's words have: 末班车 for 早班车.
    """
    theirs = {word for one in told if one is not own for word in one.words}
    missing = [word for word in title.words if word in theirs and not _is_told(word, own.words)]
    return any(
        len(mine) > _SHORTEST and mine[1:] == word[1:] and mine not in title.text
        for word in missing
        for mine in own.words
    )


def _differs_by_title(pair: _Neighbours) -> bool:
    """Whether two numbers have words in common before them, and what is beside these is the title's
    of the other alone: 重症患者的治愈率, 轻症患者的治愈率.
    """
    theirs, ours = (_ASIDE.sub("", one.before) for one in (pair.other, pair.own))
    common = SequenceMatcher(None, theirs, ours, autojunk=False).find_longest_match()
    if len(_HAN.findall(theirs[common.a : common.a + common.size])) < _SHORTEST:
        return False
    title = pair.title.text
    before = theirs[: common.a][::-1], ours[: common.b].removesuffix("的")[::-1], title[::-1]
    behind = theirs[common.a + common.size :], _LIGHT.sub("", ours[common.b + common.size :]), title
    return _begins_as_title(*before) or (
        not COUNTING.fullmatch(behind[0][:_SHORTEST]) and _begins_as_title(*behind)
    )


def _begins_as_title(theirs: str, ours: str, title: str) -> bool:
    """Whether what is next to words that two parts have in common is the title's in one of them,
    and nothing of it in the other.
    """
    is_title = bool(theirs) and theirs[:_SHORTEST] in title
    return is_title and _HAN.match(ours) is not None and ours[:_SHORTEST] not in title


def _is_told(word: str, said: Iterable[str]) -> bool:
    """Whether words tell a word, or one that is short for it, which is more than its beginning or
    its end: 用电 of 用电量, but not 医学 of 医学影像.
    """
    return _is_within(word, "，".join(said)) or any(_is_short_for(one, word) for one in said)


def _is_within(word: str, text: str) -> bool:
    """Whether a text has a word, or both halves of one that is made of two: 出口的汽车."""
    halves = (word[:_SHORTEST], word[_SHORTEST:])
    return word in text or (len(word) == _TWO_WORDS and all(half in text for half in halves))


def _is_short_for(one: str, word: str) -> bool:
    is_in_it = len(one) >= _SHORTEST and set(one) <= set(word) and not word.endswith(one)
    return is_in_it and (len(word) == _THREE or not word.startswith(one))
