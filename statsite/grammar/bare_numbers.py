"""What follows a number that was transcribed without its unit word: one of the unit's own words, a
mark, or a word that goes on with the sentence. Anything else may be another unit: 3200 of 3200英里.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.grammar.amounts import UnitWords
from statsite.grammar.figure_shape import FigureShape
from statsite.grammar.word_boundaries import class_at

#: Characters with which a sentence goes on behind a number.
SENTENCE_GOES_ON = frozenset(
    "比较增减升降涨跌和与及或而但则为是系的之至到达在于由从以因其同并且也都又还仅只可均各另共"
    "占居列排高低多少大小上下左前后中内外余几来以不这那该我他你已将未被把让使有无"
    "自提第略改放缩转回滑攀跃调扩压延恢持保稳创超近约逼"
)


#: The classes of the dictionary that nouns are of: 211高校.
_NOUNS = "n"
#: Of these, those that go on with the number or make a name of it: 90后.
_BELONGS_TO_NUMBER = frozenset("后前左内外中余几来多少上下大小")


def bare_number_behind(plain: str, end: int, shape: FigureShape, units: UnitWords) -> Iterator[int]:
    """Where the character ends behind a bare number that may begin a unit word which is none of
    ``units``.
    """
    is_bare = not (shape.unit or shape.measure or shape.is_relative or shape.is_qualified_behind)
    following = plain[end : end + 1]
    if not (is_bare and units.longest_first and following.isalpha()) or units.at(plain, end):
        return
    _, kind = class_at(plain, end)
    is_noun = kind.startswith(_NOUNS)
    if is_noun or following not in SENTENCE_GOES_ON - _BELONGS_TO_NUMBER:
        yield end + 1
