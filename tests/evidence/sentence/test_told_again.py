"""Later numbers that leave out what is counted, and those that name something else."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.told_again import told_again


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("7月12日，海滩接待游客12.8万人次，次日接待", "10.6万人次", "海滩接待游客"),
        ("12月，发射中心执行任务3次，全年共执行", "29次", "发射中心执行任务"),
        ("冰川末端2023年后退18米，2024年后退", "26米", "冰川末端后退距离"),
        ("全国幼儿园减少2.11万所，其中河南省减少", "1320所", "幼儿园减少数量"),
        ("导游讲解每小时收费120元，一天的行程按团收", "600元", "导游讲解收费"),
        ("路边停车月票定为360元，年票定为", "3600元", "路边停车票价"),
        ("5月，基地产崽3只，今年以来共产崽", "11只", "大熊猫产崽数量"),
        ("青海湖水位2023年上涨0.21米，2024年又上涨", "0.34米", "青海湖水位涨幅"),
    ],
)
def test_a_later_number_is_of_what_was_told(before: str, figure: str, title: str) -> None:
    assert told_again(before, figure, "。", title)


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("灯会接待游客6.1万人次，庙会接待", "9.4万人次", "灯会接待游客"),
        ("法院受理案件3600件，审结", "3100件", "法院受理案件"),
        ("灯会首日接待游客6.1万人次，次日接待", "9.4万人次", "灯会首日接待游客"),
        ("停车月票定为360元，年票定为", "3600元", "停车月票价格"),
        ("这轮普查登记标本4.9万份，上一轮登记", "2.2万份", "这轮普查登记标本"),
        ("停车月票定为360元，罚款定为", "3600元", "停车票价"),
        ("动物园接待游客312万人次，比2023年的", "287万人次", "动物园接待游客"),
        ("幼儿园减少2.11万人，其中河南省减少", "1320所", "幼儿园减少数量"),
        ("海滩接待游客", "12.8万人次", "海滩接待游客"),
    ],
)
def test_one_that_names_another_is_not(before: str, figure: str, title: str) -> None:
    assert not told_again(before, figure, "。", title)


def test_its_rank_names_nothing() -> None:
    assert told_again("苹果产量中陕西以1392万吨居第一，山东以", "1035万吨", "列第二。", "苹果产量")


def test_what_is_named_behind_it_is_another() -> None:
    assert not told_again("全年培养岐黄学者50名，又培养", "500名", "优秀人才。", "培养岐黄学者")
    assert not told_again("全年培养50名学者、", "500名", "。", "培养学者")
