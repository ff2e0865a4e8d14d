"""Adverbs, prepositions, conjunctions, words of place and measure words that touch a figure."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("门票原先80元。", "80元", "元"),
        ("全市略35家停产。", "35家", "家"),
        ("甚至于35家停产。", "35家", "家"),
        ("除3家仍在运转，其余停产。", "3家", "家"),
        ("至于35家的说法不一。", "35家", "家"),
        ("与其说是300家，不如说是200家。", "300家", "家"),
        ("这无异于35家同时停产。", "35家", "家"),
        ("面积相当于35个足球场。", "35个", "个"),
        ("影响不啻于3级地震。", "3级", "级"),
        ("气温逼到40℃跟前。", "40℃", "℃"),
        ("水位在35米两侧。", "35米", "米"),
        ("300人后面应再添一个零。", "300人", "人"),
        ("购置器材35台套。", "35台", "台"),
        ("屠宰生猪3500头只。", "3500头", "头"),
        ("投入3500箱件的物资。", "3500箱", "箱"),
        ("托管3500人亩。", "3500人", "人"),
        ("水库每秒放水24个立方。", "24个", "个"),
    ],
)
def test_a_word_that_may_take_the_number_otherwise(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("全市共35家停产。", "35家", "家"),
        ("全市仅35家停产。", "35家", "家"),
        ("议案以反对12票未获通过。", "12票", "票"),
        ("凡35人到场。", "35人", "人"),
        ("本周汇率收于7.1元。", "7.1元", "元"),
        ("由于35人缺席，会议改期。", "35人", "人"),
        ("和35家企业签约。", "35家", "家"),
        ("35家之前停产。", "35家", "家"),
        ("35家沿海企业停产。", "35家", "家"),
        ("7天里，游客翻番。", "7天", "天"),
        ("500张上下铺换新。", "500张", "张"),
        ("全村四百六十口人。", "四百六十口", "口"),
        ("开通35条线。", "35条", "条"),
        ("供给41家单位。", "41家", "家"),
        ("换得2万元人民币。", "2万元", "元"),
        ("共有35个班。", "35个", "个"),
    ],
)
def test_a_word_that_leaves_the_number_as_it_is(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
