"""A number by which a kind of thing is called, taken for one that counts."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.kinds_of_things import kind_of_thing, named_by_number


@pytest.mark.parametrize(
    ("figure", "behind", "title"),
    [
        ("24小时", "药店门口排起长队。", "药店门口排队时长"),
        ("24小时", "自助书屋亮着灯。", "地铁运营时间"),
        ("百元", "商店关了门。", "商店商品价格"),
        ("50元", "券，要捐给灾区。", "老人捐款"),
        ("100元", "钞票做路费。", "路费"),
        ("80分", "邮票，画面是黄河。", "邮票收入"),
        ("8.2万吨", "散货船。", "船厂货运量"),
        ("200马力", "拖拉机。", "收入"),
    ],
)
def test_a_number_by_which_a_thing_is_called_counts_nothing(
    figure: str, behind: str, title: str
) -> None:
    assert kind_of_thing(figure, behind, title)


@pytest.mark.parametrize(
    ("figure", "behind", "title"),
    [
        ("5万吨", "钢材，价格平稳。", "进口钢材"),
        ("5000吨", "机油。", "卖出机油"),
        ("3000万元", "券商佣金。", "佣金"),
        ("60元", "门票，学生半价。", "景区门票"),
        ("2999元", "手机最受欢迎。", "手机价格"),
        ("50元", "券最受欢迎。", "消费券面额"),
        ("50家", "商店。", "新增商店"),
        ("24小时", "，药店也跟着延时。", "门诊服务时间"),
    ],
)
def test_a_number_of_things_or_a_price_counts(figure: str, behind: str, title: str) -> None:
    assert kind_of_thing(figure, behind, title) == ""


def test_a_name_that_begins_with_a_number_counts_nothing() -> None:
    assert named_by_number("“", "千人", "书法课”在开封开讲。") == "千人书法课”"
    assert named_by_number("给“", "三千户", "”社区的老人装了扶手。") == "三千户”"
    assert named_by_number("“", "3.6万人", "都来了。”他说。") == ""
    assert named_by_number("“", "3.6万人", "，”他说。") == ""
    assert named_by_number("", "千人", "书法课”") == ""
