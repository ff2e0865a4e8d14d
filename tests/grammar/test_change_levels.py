"""A change and the level that it leads to are two figures; two levels of one unit are a range."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("国债收益率下行3个基点至1.68%。", "3个基点", "个基点"),
        ("国债收益率下行3个基点至1.68%。", "1.68%", "%"),
        ("股价下跌3%至12.5元。", "3%", "%"),
        ("股价下跌3%至12.5元。", "12.5元", "元"),
        ("营收增长12%到85亿元。", "12%", "%"),
        ("营收增长12%到85亿元。", "85亿元", "元"),
        ("水价由2.5元上调至3.1元。", "3.1元", "元"),
        ("起征点从3500元调至5000元。", "5000元", "元"),
        ("里程由274.6公里延伸至311.3公里。", "311.3公里", "公里"),
    ],
)
def test_a_change_and_its_level_are_two_figures(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("增长3%至5%。", "3%", "%"),
        ("增长3%至5%。", "5%", "%"),
        ("票价3元至5元。", "5元", "元"),
        ("票价3元至5元。", "3元", "元"),
        ("车程为30分钟至2小时。", "2小时", "小时"),
    ],
)
def test_a_range_is_one(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)
