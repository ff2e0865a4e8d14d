"""Figures that an article puts right, and figures of two times beside each other."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("公示原为500人，后改为350人。", "500人", "人"),
        ("报道称遇难35人，实为53人。", "35人", "人"),
        ("初稿写的是35人，定稿改成了53人。", "35人", "人"),
        ("35人应作53人。", "35人", "人"),
        ("上报35人，核实后为53人。", "35人", "人"),
        ("初步通报35人，最终认定53人。", "35人", "人"),
        ("35%→53%（勘误）。", "35%", "%"),
        ("原稿35人有误。", "35人", "人"),
        ("35人系统计口径错误所致。", "35人", "人"),
        ("谁说有300人？", "300人", "人"),
        ("说有300人，那是吹牛。", "300人", "人"),
        ("300人？太夸张了。", "300人", "人"),
        ("传闻中的300人其实不存在。", "300人", "人"),
        ("产值50亿元梦碎。", "50亿元", "元"),
        ("养了6万只，哦，说错了，4万只。", "6万只", "只"),
        ("收到稿件1300篇——口误，是1030篇。", "1300篇", "篇"),
        ("订单是60台，旁边的会计马上纠正：45台。", "60台", "台"),
    ],
)
def test_what_is_put_right_is_not_stated(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("公示原为500人，后改为350人。", "350人", "人"),
        ("班额由45人改为40人。", "45人", "人"),
        ("首批35人，其中党员应为骨干。", "35人", "人"),
        ("300人，太好了。", "300人", "人"),
        ("征集意见912条，说错了也不追究。", "912条", "条"),
        ("展厅300个，不对外开放。", "300个", "个"),
    ],
)
def test_what_is_right_is(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("公报所载出栏生猪3000头，多排了一个零。", "3000头", "头"),
        ("通讯稿中疫苗接种率9.5%，小数点点早了一位。", "9.5%", "%"),
        ("简报上的地铁里程1200公里掺了水分。", "1200公里", "公里"),
        ("海报上的展品681件，首尾两位印颠倒了。", "681件", "件"),
        ("填报示例：单位职工人数 350人。", "350人", "人"),
    ],
)
def test_a_figure_that_was_misprinted_or_is_an_example_is_none(
    text: str, printed: str, words: str
) -> None:
    assert not is_found(text, printed, words)
