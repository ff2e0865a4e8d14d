"""One of the greatest or least of many, taken for all."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.single_cases import single_case


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("最贵的一盆兰花拍出", "兰花拍卖均价"),
        ("单笔最大的一宗捐款为", "捐款总额"),
        ("展销会成交额最大的一家卖出", "展销会成交额"),
        ("阵风最强时达到", "平均风力"),
        ("线上订单最远的卖到", "订单里程"),
        ("客流高峰时有", "客流"),
        ("其中一家卖出", "展销会成交额"),
    ],
)
def test_one_of_many(before: str, title: str) -> None:
    assert single_case(before, title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("单笔最大的一宗捐款为", "单笔最大捐款"),
        ("入社农户由最初的", "入社农户"),
        ("最新一代产品的背隙", "产品背隙"),
        ("展出文物中，其中一级文物", "一级文物"),
        ("最近一年新建", "新建学校"),
        ("快递单件收入", "单件收入"),
        ("得票最多的", "当选人数"),
    ],
)
def test_no_single_case(before: str, title: str) -> None:
    assert single_case(before, title) == ""
