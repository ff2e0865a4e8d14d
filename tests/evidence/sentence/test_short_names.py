"""A title as its article says it: in full or in short."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.short_names import in_words_of


@pytest.mark.parametrize(
    ("text", "title", "told"),
    [
        ("福利彩票2080.11亿元", "福彩销售额", "福利彩票销售额"),
        ("甲型肝炎132例", "甲肝报告病例", "甲型肝炎报告病例"),
        ("海水养殖560万吨", "海养产量", "海水养殖产量"),
        ("职业院校招生5.2万人", "职校招生", "职业院校招生"),
        ("福彩销量31亿元", "福利彩票销量", "福彩销量"),
        ("中职在校生84万人", "中等职业学校在校生", "中职学校在校生"),
        ("外来工是5830元", "外来务工人员月均工资", "外来工月均工资"),
    ],
)
def test_a_name_is_told_as_the_text_has_it(text: str, title: str, told: str) -> None:
    assert in_words_of(text, title) == told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("福彩和福利彩票2080.11亿元", "福彩销售额"),  # it has the short name too
        ("中小学校3200所", "中学数"),
        ("地里的铁锹60把", "地铁客运量"),  # no two words
        ("外来务工人员和外来工", "外来务工人员月均工资"),
        ("客运量", "量"),
    ],
)
def test_other_words_are_left(text: str, title: str) -> None:
    assert in_words_of(text, title) == title
