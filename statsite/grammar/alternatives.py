"""A figure that is one of two of which only one can be true: 要么5辆，要么6辆; 一说200米，一说
260米.

The words that offer a choice stand before both, so that any figure of the pair is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator

from statsite.grammar.lexicon import IN_CLAUSE, NUMBER
from statsite.grammar.patterns import (
    both_sides,
    compiled,
    ends_behind,
    starts_before,
    starts_of_pairs,
)

#: What may stand again before the second one, as the first had it.
_CHOICES = (
    "要么|或者|或是|或许|也许|可能|一说|另一说|一种说|[有也]说(?!明|法)|有的?说|有人说|也有人?说|有的记|有的写"
    "|一种说法[是为]?|另一种说法[是为]?|一个版本[是为]?|另一个版本[是为]?"
)
_FIRST = rf"(?:{_CHOICES}){IN_CLAUSE}{{0,10}}"
_NEXT = rf"(?:又|另)?(?:{_CHOICES}){IN_CLAUSE}{{0,10}}"
_PAIRS = both_sides((rf"{_FIRST}$", rf"{IN_CLAUSE}{{0,8}}?[，、;]?{_NEXT}?{NUMBER}"))
_SECOND = compiled(
    rf"{_FIRST}?{NUMBER}{IN_CLAUSE}{{0,8}}?[，、;]{_NEXT}$",
    rf"不是{IN_CLAUSE}{{0,8}}?{NUMBER}{IN_CLAUSE}{{0,6}}?，?就是$",
)
#: Another reading in brackets: 35(一说36)人, 200(又作300)亩, 35[38]寸.
_VARIANTS = compiled(
    r"[(\[](?:[一另又或也]说|或[作为者]?|[一又另亦有]作|另有|疑)[^)\]]{0,4}[0-9一二三四五六七八九十][^)\]]{0,4}[)\]]",
    r"\[[0-9]+\](?=[一-鿿])",
)


def choice_before(before: str, behind: str) -> Iterator[int]:
    """Where in ``before`` a figure, which ``behind`` follows, words begin that offer it beside
    another one.
    """
    yield from starts_of_pairs(_PAIRS, before, behind)
    yield from starts_before(_SECOND, before)


def variant_behind(plain: str, end: int) -> Iterator[int]:
    """Where a bracket ends behind a figure that gives another reading of it."""
    return ends_behind(_VARIANTS, plain, end)
