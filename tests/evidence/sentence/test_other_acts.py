"""What was done to a number of things, taken for what was done to another number of them."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.other_acts import other_act


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("演唱会放出门票", "4.5万张", "，最终卖出3.1万张。", "卖出门票"),
        ("全线批复建站", "11座", "，首期开通8座。", "首期开通车站"),
        ("今年挂牌地块", "23宗", "，成交9宗。", "成交地块"),
        ("全省法院受理破产案件", "1860件", "，审结1140件。", "审结破产案件"),
        ("马拉松有", "2.8万人", "报名，真正起跑的是2.1万人。", "马拉松起跑人数"),
        ("这批车订购了", "60辆", "，交付的只有22辆。", "交付的车"),
        ("中标光伏项目", "420兆瓦", "，并网180兆瓦。", "并网光伏"),
        ("协会邀请了专家", "140人", "，到会的是96人。", "到会专家"),
        ("博览会签约资金", "320亿元", "，落地110亿元。", "落地资金"),
        ("今年开工住房3100套，竣工", "1700套", "。", "开工住房"),
    ],
)
def test_it_is_of_another_act(before: str, figure: str, behind: str, title: str) -> None:
    assert other_act(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("演唱会放出门票4.5万张，最终卖出", "3.1万张", "。", "售出门票"),
        ("共有考生100.2万人，其中参加夏季高考的", "71.8万人", "。", "夏季高考考生"),
        ("演唱会放出门票", "4.5万张", "，最终卖出3.1万张。", "演唱会门票"),
        ("今年挂牌地块", "23宗", "，成交9宗。", "挂牌地块"),
        ("全省法院受理案件", "1860件", "，审结1140件。", "新收案件"),
        ("服务老人5.2万人次，上门巡诊", "1.1万人次", "。", "巡诊服务人次"),
        ("中央安排补助30亿元，地方配套", "12亿元", "。", "地方配套补助资金"),
        ("演唱会放出门票", "4.5万张", "，卖出3.1万份。", "卖出门票"),
        ("动物园接待游客312万人次，比2023年的", "287万人次", "多出不到一成。", "动物园接待游客"),
        ("机构床位420万张，各类床位合计", "799万张", "。", "机构和社区床位"),
        ("快递业务量5.2亿件;3月恢复到", "9.8亿件", "。", "快递业务量"),
        ("医养结合机构8000家，设立卫生机构的养老机构", "4800家", "。", "医养结合机构"),
    ],
)
def test_it_is_of_its_own_or_nothing_tells(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert other_act(before, figure, behind, title) == ""
