"""Fractions of what comes whole, and sums of which there are several."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("1.7台收割机下田；2.4台待修。", "1.7台", "台"),
        ("3.12个村通水\n4.8个村通气", "3.12个", "个"),
        ("清单：1.6名医生下乡。", "1.6名", "名"),
        ("3.0版软件上线。", "3.0版", "版"),
        ("3.0版软件上线。", "3.0", "版"),
        ("厂里签下三个20亿元订单。", "20亿元", "元"),
        ("车手跑完5个60公里赛段。", "60公里", "公里"),
        ("油库增加两个10万吨储罐。", "10万吨", "吨"),
        ("码头迎来第三个100万吨。", "100万吨", "吨"),
    ],
)
def test_what_comes_whole_and_sums_of_several(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("每千人口拥有医师2.7人。", "2.7人", "人"),
        ("户均养羊3.4只。", "3.4只", "只"),
        ("新增医师2.7万人。", "2.7万人", "人"),
        ("收割1.7吨。", "1.7吨", "吨"),
        ("签下一个20亿元订单。", "20亿元", "元"),
        ("订单24个20日交货。", "24个", "个"),
        ("收养两个3岁男孩。", "3岁", "岁"),
    ],
)
def test_averages_and_single_sums_are_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
