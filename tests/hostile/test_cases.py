"""Spans that the proof once took for whole figures, and the forms that are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from statsite.evidence.articles import article
from statsite.evidence.search import Found, Partial, find_printed
from statsite.grammar.amounts import unit_words
from statsite.grammar.printed import Reading, read_printed
from tests.hostile.meaning import Meaning, about, at_least, at_most, less, more, of_quantity

_NEGATED = (
    "养老服务费预收的周期最长不得超过12个月。",
    "护理型床位占比不得低于55%。",
    "每个病区护士不应少于5名。",
)
_DROPPED = (
    "中小学生约占总人口的18%，共有约合5万人，制度成果超过了880项，有效率5%不到，覆盖率＞95%。",
)
_WORDS = {
    "个月": ("个月",),
    "%": ("%",),
    "名": ("人", "名", "位"),
    "人": ("人", "名", "位"),
    "项": ("项",),
}


def _looked_up(printed: str, lines: tuple[str, ...], words: tuple[str, ...]) -> object:
    return find_printed(printed, None, article(list(enumerate(lines, 1))), unit_words(words))


@pytest.mark.parametrize(
    ("printed", "lines", "unit"),
    [
        ("超过12个月", _NEGATED, "个月"),
        ("低于55%", _NEGATED, "%"),
        ("少于5名", _NEGATED, "名"),
        ("12个月", _NEGATED, "个月"),
        ("55%", _NEGATED, "%"),
        ("5名", _NEGATED, "名"),
        ("18%", _DROPPED, "%"),
        ("5万人", _DROPPED, "人"),
        ("合5万人", _DROPPED, "人"),
        ("880项", _DROPPED, "项"),
        ("5%", _DROPPED, "%"),
        ("95%", _DROPPED, "%"),
    ],
)
def test_a_piece_of_a_figure_is_partial(printed: str, lines: tuple[str, ...], unit: str) -> None:
    assert isinstance(_looked_up(printed, lines, _WORDS[unit]), Partial)


@pytest.mark.parametrize(
    ("printed", "lines", "unit", "meant"),
    [
        ("不得超过12个月", _NEGATED, "个月", at_most(Fraction(12))),
        ("不得低于55%", _NEGATED, "%", at_least(Fraction(55))),
        ("不应少于5名", _NEGATED, "名", at_least(Fraction(5))),
        ("约占总人口的18%", _DROPPED, "%", about(Fraction(18))),
        ("约合5万人", _DROPPED, "人", about(Fraction(50_000))),
        ("超过了880项", _DROPPED, "项", more(Fraction(880))),
        ("5%不到", _DROPPED, "%", less(Fraction(5))),
        ("＞95%", _DROPPED, "%", more(Fraction(95))),
    ],
)
def test_the_whole_figure_is_found_and_read(
    printed: str, lines: tuple[str, ...], unit: str, meant: Meaning
) -> None:
    assert isinstance(_looked_up(printed, lines, _WORDS[unit]), Found)
    reading = read_printed(printed, _WORDS[unit])
    assert isinstance(reading, Reading)
    assert of_quantity(reading.quantity) == meant
