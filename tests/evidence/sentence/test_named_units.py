"""Units that are named without a number."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.named_units import (
    NamedUnit,
    named_unit,
    unit_for_head,
    unit_of_head,
    unit_of_remark,
    unit_right_before,
    units_in_order,
)


@pytest.mark.parametrize(
    ("text", "scale", "measure", "bases"),
    [
        ("万吨/日", 10_000, "吨", {(1, "日")}),
        ("元/吨", 1, "元", {(1, "吨")}),
        ("亿美元", 10**8, "美元", ()),
        ("百万美元", 10**6, "美元", ()),
        ("港币百万元", 10**6, "港元", ()),
        ("人民币亿元", 10**8, "元", ()),
        ("‰", 1, "‰", ()),
        ("占比", 1, "%", ()),
        ("千克", 1, "公斤", ()),
        ("亿千瓦时", 10**8, "千瓦时", ()),
        ("万", 10_000, "", ()),
        ("每百户", 1, "", {(100, "户")}),
        ("日均", 1, "", {(1, "日")}),
        ("1/10万", 1, "", {(100_000, "人")}),
        ("張/千人", 1, "张", {(1000, "人")}),
        ("mg/L", 1, "mg/L", ()),
    ],
)
def test_a_unit_is_read_by_its_parts(
    text: str, scale: int, measure: str, bases: set[tuple[int, str]]
) -> None:
    assert named_unit(text) == NamedUnit(scale, measure, frozenset(bases))


@pytest.mark.parametrize(
    "text", ["含税", "2024年", "台湾", "比上年增长", "农业局", "每况", "元/瓶盖"]
)
def test_other_words_are_no_unit(text: str) -> None:
    assert named_unit(text) is None


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("万吨", "吨", False),
        ("亿美元", "亿元", False),
        ("公里/小时", "米", False),
        ("‰", "%", False),
        ("人次", "人", False),
        ("标箱", "吨", False),
        ("华氏度", "摄氏度", False),
        ("1/10万", "‰", False),
        ("百分点", "%", False),
        ("%", "个百分点", True),
        ("公斤", "千克", True),
        ("元/吨", "元", True),
        ("个", "所", True),
        ("每百户", "辆", True),
    ],
)
def test_units_that_count_the_same(one: str, other: str, *, is_alike: bool) -> None:
    first, second = named_unit(one), named_unit(other)
    assert first is not None
    assert second is not None
    assert first.counts_like(second) is is_alike


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("2024年出口额(亿美元)", "亿美元"),
        ("2024年茶叶均价:元/斤", "元/斤"),
        ("产值/万元", "万元"),
        ("计量单位:封", "封"),
        ("女性占比", "占比"),
        ("增速(比上年)", ""),
        ("护士(女)", ""),
        ("一季度", ""),
    ],
)
def test_a_head_ends_in_its_unit(head: str, unit: str) -> None:
    assert unit_of_head(head) == unit


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("以下数字单位均为万人:在园幼儿3582、小学生", "万人"),
        ("以下金额以港币百万元计:酒店收入8650，零售收入", "港币百万元"),
        ("产量(吨):稻谷68200，玉米", "吨"),
        ("最大风速(公里/小时)为", "公里/小时"),
        ("单位:农业局，主编", ""),
        ("企业(含个体户)有", ""),
        ("产量(吨)很高。玉米", ""),
        ("以小时计费，车位", ""),
    ],
)
def test_a_remark_names_the_unit_of_what_follows(before: str, unit: str) -> None:
    assert unit_of_remark(before, before) == unit


def test_the_unit_in_brackets_right_before_a_number() -> None:
    assert unit_right_before("货物（亿吨）2.22，集装箱(万标准箱)") == "万标准箱"
    assert unit_right_before("集装箱(万标准箱)，货物") == ""
    assert unit_right_before("集装箱(含空箱)") == ""


def test_a_title_may_list_a_unit_for_each_column() -> None:
    assert units_in_order("新疆风电(万千瓦;亿千瓦时)") == ("万千瓦", "亿千瓦时")
    assert units_in_order("新疆风电(万千瓦)") == ()
    assert units_in_order("新疆风电(装机，亿千瓦时)") == ()


def test_a_title_may_name_its_heads_with_their_units() -> None:
    assert unit_for_head("出口(数量:吨;金额:万美元)", "金额") == "万美元"
    assert unit_for_head("出口(数量:吨;金额:万美元)", "出口数量") == "吨"
    assert unit_for_head("出口(来源:海关)", "来源") == ""
    assert unit_for_head("出口(万美元)", "出口") == ""


def test_a_title_may_say_that_what_it_names_are_units() -> None:
    title = "公园(2025年5月，游客单位:万人次，收入单位为万元，门票收入单位:元)"
    assert unit_for_head(title, "游客") == "万人次"
    assert unit_for_head(title, "其他收入") == "万元"
    assert unit_for_head(title, "门票收入") == "元"


def test_another_table_has_its_own_unit() -> None:
    assert unit_of_remark("(单位:元/500克;活禽另表，单位:元/公斤)。", "") == "元/500克"
