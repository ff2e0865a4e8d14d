"""Words that say on which side of a figure something lies."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("限量腕表在国内12万元起售。", "12万元", "元"),
        ("我国埋深2000米以浅的煤层气资源十分丰富。", "2000米", "米"),
        ("作业区水深均在1500米以深。", "1500米", "米"),
        ("拼团人数凑够30人方可发车。", "30人", "人"),
        ("少说也要等上18个月才能提船。", "18个月", "个月"),
        ("制作费动辄300万元。", "300万元", "元"),
        ("北纬30度以南地区。", "30度", "度"),
    ],
)
def test_a_side_of_it(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("5家以色列企业落户。", "5家", "家"),
        ("8家以上海为总部的企业入围。", "8家", "家"),
        ("5人以内容创作为生。", "5人", "人"),
        ("12人以下棋为业。", "12人", "人"),
        ("投入3000元以示支持。", "3000元", "元"),
        ("共有12起诉讼。", "12起", "起"),
        ("300人以此为生。", "300人", "人"),
        ("等了3小时才能入园。", "3小时", "小时"),
    ],
)
def test_no_side(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
