"""Which words say what was done."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.act_words import is_an_act
from statsite.grammar.word_boundaries import words_with_classes


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("演唱会放出门票", ["放出"]),
        ("法院受理破产案件", ["受理", "破产"]),
        ("全年完成投资达到", []),
        ("服务圈", []),
        ("卖", []),
    ],
)
def test_an_act_is_a_verb_that_says_more_than_that_there_is_so_much(
    text: str, acts: list[str]
) -> None:
    assert [word for word, kind in words_with_classes(text) if is_an_act(word, kind)] == acts
