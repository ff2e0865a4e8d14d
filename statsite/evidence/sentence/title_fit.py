"""Which number of a text a title is of: 210 of 投下河蟹苗210万只、鳙鱼苗480万尾 for 河蟹苗投放."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from math import inf
from typing import Final

from statsite.evidence.sentence.counted_parts import unit_of
from statsite.evidence.sentence.statements import ToldNumber, named_as_in, statements
from statsite.evidence.sentence.title_clues import Fit, NumberWords, TitleWords
from statsite.extract.text_places import SENTENCE_END

#: How far the score of another number is above that of a figure, at least, where this alone is a
#: reason to doubt it; where words that have nothing of the title are one; and where the rules that
#: compare it with one other number are believed, which may fit a little less well than it.
LEAD_ALONE: Final = 2.5
LEAD_BESIDE_OTHERS: Final = 0.5
LEAD_BY_RULE: Final = -0.5

_CLAUSE_END = re.compile("[，、;:。!?\\s]")
#: What a figure has but its digits: 超80% and 80%以上 are one number, told again.
_NO_DIGITS = re.compile("[^0-9.〇零一二两三四五六七八九十百千万亿半]")
_ASIDE = re.compile(r"[“”‘’]|\([^()]*\)")
#: Its own sentence and the one before it, or the next.
_SENTENCES = 2
#: So many numbers before a figure and behind it are held against it.
_NEAREST = 20
#: So much before a number is looked at for its subject.
_BEFORE = 40


def lead_of_another(
    text: str, start: int, end: int, title: str, places: Collection[str] = ()
) -> float | None:
    """By how much the score of another number is above that of the number from ``start`` to ``end``
    of a ``text``, where the ``title`` may be of either: one of its sentence, the one before or the
    next. Below 0 where none is above it, None where there is no other. A number that only says when
    or where else the same was counted, as in one of its own ``places``, has the score of what was
    counted.
    """
    begin, stop = sentences_around(text, start, end)
    near, at = text[begin:stop], start - begin
    fitted = fits(near, _nearest(statements(near, at, end - begin), at), title)
    if len(fitted) == 1:
        return None
    own = next(one for one in fitted if one.told.start == at)
    others = rivals(own, fitted, places)
    best = max(one.score for one in fitted if one not in others)
    return max((one.score for one in others), default=-inf) - best


def _nearest(told: Sequence[ToldNumber], start: int) -> Sequence[ToldNumber]:
    """The numbers nearest to the one that begins at a place: a table without a full stop may have
    thousands.
    """
    own = next(at for at, one in enumerate(told) if one.start == start)
    return told[max(0, own - _NEAREST) : own + _NEAREST + 1]


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence before that of a number begins, and the next one ends."""
    ends = [found.end() for found in SENTENCE_END.finditer(text)]
    before, behind = [at for at in ends if at <= start], [at for at in ends if at >= end]
    begin = before[-_SENTENCES] if len(before) >= _SENTENCES else 0
    return begin, behind[_SENTENCES - 1] if len(behind) >= _SENTENCES else len(text)


def rivals(own: Fit, fitted: Sequence[Fit], places: Collection[str] = ()) -> list[Fit]:
    """The other numbers but the same one told again, and those of the same thing, where the one
    behind only says when or where else this was counted: 河东村户均收入5.7万元，河西村4.2万元.
    """
    same = [own.number, *own.number.counted_before(places)]
    others = [
        one
        for one in fitted
        if one.number not in same
        and own.number not in one.number.counted_before()
        and one.number.digits != own.number.digits
    ]
    return [one for one in others if one.same_kind] if own.same_kind else others


def fits(text: str, told: Sequence[ToldNumber], title: str) -> list[Fit]:
    """The ``title`` beside each number that is ``told`` of in a ``text``."""
    words = TitleWords(title, named_as_in(text, title))
    numbers = _numbers(text, told)
    return [
        Fit(words, number, tuple(one for one in numbers if one is not number)) for number in numbers
    ]


def _numbers(text: str, told: Sequence[ToldNumber]) -> list[NumberWords]:
    """The numbers that are ``told`` of, each with those before it."""
    last = dict[str, NumberWords]()
    numbers = list[NumberWords]()
    ends = [one.end for one in told]
    for at, (one, done) in enumerate(zip(told, [0, *ends], strict=False)):
        unit = unit_of(text[one.start : one.end])
        before = text[max(0, one.start - _BEFORE) : one.start]
        last[unit] = NumberWords(
            one,
            unit,
            _NO_DIGITS.sub("", text[one.start : one.end]),
            before,
            between=text[max(done, one.start - _BEFORE) : one.start],
            clause=_CLAUSE_END.split(before)[-1],
            behind=_behind(text, told[at:]),
            sentence=sum(found.end() <= one.start for found in SENTENCE_END.finditer(text)),
            previous=last.get(unit),
            last=numbers[-1] if numbers else None,
        )
        numbers.append(last[unit])
    return numbers


def _behind(text: str, told: Sequence[ToldNumber]) -> str:
    """What stands behind the unit of the first of these numbers in its clause; where it only says
    which ones in a list, with the noun of the last: 34个国家级、213个省级工作室.
    """
    one, following = told[0], told[1].start if len(told) > 1 else len(text)
    whole = _ASIDE.sub("", text[one.end : following])
    own = _CLAUSE_END.split(whole)[0]
    is_listed = bool(own) and len(told) > 1 and whole == f"{own}、"
    return own + _behind(text, told[1:]) if is_listed else own
