"""What a change led to, taken for the change."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.levels_as_changes import level_as_change


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("参赛人数缩减为原来的", "三分之一", "参赛人数缩减幅度"),
        ("新厂产能相当于老厂的", "1.8倍", "新厂产能增长倍数"),
        ("销量增至上年的", "3倍", "销量增幅"),
        ("新能源汽车渗透率达到", "53%", "新能源汽车渗透率增幅"),
        ("现代服务业投资的占比是", "41%", "现代服务业投资增速"),
        ("地铁客流恢复到2019年同月的", "92%", "地铁客流增长率"),
        ("进出口额增长9.4%，占外贸总额的", "七成", "进出口额增速"),
    ],
)
def test_what_was_reached(before: str, figure: str, title: str) -> None:
    assert level_as_change(before, figure, title)


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("销量增至上年的", "3倍", "销量为上年的倍数"),
        ("增速回升至", "8.1%", "增加值增速"),
        ("销量增长", "3倍", "销量增长倍数"),
        ("支出为预算的", "98%", "支出占预算比重"),
        ("销量是上年的", "300万台", "销量增加"),
        ("居民收入实际增长率为", "6.3%", "居民收入增速"),
        ("城镇化率为", "68.2%", "城镇化率"),
    ],
)
def test_the_change_itself(before: str, figure: str, title: str) -> None:
    assert level_as_change(before, figure, title) == ""
