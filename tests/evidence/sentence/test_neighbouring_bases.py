"""What another number is per, taken for what a figure is per."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.neighbouring_bases import base_of_a_neighbour


@pytest.mark.parametrize(
    ("before", "figure", "behind", "label", "said"),
    [
        ("保教费每月", "480元", "，校车费每学期600元。", "元/学期", "每月"),
        ("用工费每亩3600元，一座棚合", "9000元", "。", "元/亩", "一座"),
        ("一车280元，每上一层楼加", "30元", "。", "元/车", "每上一层楼"),
        ("每头牛投保420元，一群牛合起来投保", "1.26万元", "。", "元/头", "一群"),
        ("每课时", "180元", "，整期打包3600元。", "元/期", "每课时"),
        ("每名护士管8张床；每间病房有", "3张床", "。", "张床/人", "每间"),
        ("按场收费的", "3000元", "，每小时800元。", "元/小时", "按场"),
        ("每头每天产奶", "2.4公斤", "，一个泌乳期下来产奶560公斤。", "公斤/泌乳期", "每天"),
        ("每只羊每月吃盐", "120克", "，一个冬季吃盐0.7公斤。", "克/冬季", "每月"),
        ("一车起价", "460元", "，每爬一层楼加收25元。", "元/层", "一车"),
        ("按平方米结算，普通的980元，精品", "2600元", "，运费按车收900元。", "元/车", "按平方米"),
    ],
)
def test_a_label_of_what_another_number_is_per_is_told(
    before: str, figure: str, behind: str, label: str, said: str
) -> None:
    assert base_of_a_neighbour(before, figure, behind, label) == said


@pytest.mark.parametrize(
    ("before", "figure", "behind", "label"),
    [
        ("保教费每月", "480元", "，校车费每学期600元。", "元/月"),
        ("保教费每月", "480元", "，校车费每学期600元。", "元"),
        ("每亩地收入：一季稻谷", "2000元", "，一季小麦1500元。", "元/亩"),
        ("每亩产粮，小麦450公斤，玉米", "520公斤", "。", "公斤/亩"),
        ("每户种地8亩，每人年收入", "2万元", "。", "元/户"),
        ("每户收入3万元，第一座棚", "9000元", "。", "元/户"),
        ("每名学生补5元，每人每天", "6元", "。", "元/人"),
        ("每亩", "5", "，一座棚6。", "个/棚"),
        ("一家企业交租3000元，工资", "6000元", "，房补每月500元。", "元/月"),
        ("每斤2元，按车收", "900元", "，每斤还要加3角，合2.3元。", "元/车"),
    ],
    ids=[
        "its own",
        "a unit per nothing",
        "what all are per",
        "per nothing else",
        "another unit",
        "one of an order",
        "other words for one thing",
        "no unit",
        "one of many before a list",
        "its own in a list",
    ],
)
def test_any_other_base_is_none_of_a_neighbour(
    before: str, figure: str, behind: str, label: str
) -> None:
    assert base_of_a_neighbour(before, figure, behind, label) == ""
