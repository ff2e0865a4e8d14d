"""Which noun a figure counts."""

from __future__ import annotations

import pytest

from statsite.extract.nouns import noun_of


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        pytest.param("全县共有5张养老床位。", "5张", "养老床位", id="behind it"),
        pytest.param("养老床位达到5张。", "5张", "养老床位", id="before it"),
        pytest.param("养老床位比上年增长5%。", "5%", "养老床位", id="before a comparison"),
        pytest.param("养老床位，增长5%。", "5%", "养老床位", id="a clause before"),
        pytest.param("5%", "5%", "", id="none"),
    ],
)
def test_the_nearest_noun_is_named(text: str, figure: str, noun: str) -> None:
    start = text.index(figure)
    assert noun_of(text, start, start + len(figure)) == noun
