"""Words around 全部 and its like that leave less than all."""

from __future__ import annotations

import pytest

from statsite.grammar.totals import stretch_around_total


@pytest.mark.parametrize(
    ("text", "word", "stretch"),
    [
        pytest.param("村卫生室全部达标", "全部", "全部", id="all"),
        pytest.param("几乎全部达标", "全部", "几乎全部", id="nearly all"),
        pytest.param("没有全部达标", "全部", "没有全部", id="not all"),
        pytest.param("占全部床位", "全部", "占全部", id="a part of all"),
        pytest.param("其余全部达标", "全部", "其余全部", id="all but some"),
        pytest.param("全部或部分达标", "全部", "全部或", id="all or some"),
        pytest.param("全部床位的一半", "全部", "全部床位的一半", id="half of all"),
        pytest.param("乡镇均有食堂", "均", "均", id="each"),
        pytest.param("人均两个食堂", "均", "人均两", id="on average"),
        pytest.param("供应均衡", "均", "应均衡", id="a part of a word"),
    ],
)
def test_the_stretch_holds_what_leaves_less(text: str, word: str, stretch: str) -> None:
    start = text.index(word)
    first, last = stretch_around_total(text, start, start + len(word))
    assert text[first:last] == stretch
