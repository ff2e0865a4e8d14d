"""Which of two numbers side by side an indicator is called by."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.neighbouring_numbers import told_of_a_neighbour


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("国产片票房94.3亿元，进口片票房", "25.7亿元", "。", "国产片票房"),
        ("有茶园784万亩，采摘面积", "733万亩", "，认证有机茶园142万亩。", "有机茶园面积"),
        ("住院手术", "1.83万台", "，日间手术0.62万台。", "日间手术"),
        ("成人季票卖了860元，学生季票卖了", "420元", "。", "成人季票价格"),
        ("小学生近视率为", "33.8%", "，初中生为68.5%。", "初中生近视率"),
        ("公办园在园幼儿占72.4%，公办园的园数占", "58.1%", "。", "公办园在园幼儿占比"),
        (
            "出口的汽车里，新能源车占24.6%;而在国内卖的车里，新能源车占",
            "47.6%",
            "。",
            "新能源车占汽车出口比重",
        ),
        ("入藏新征集文物1287件，其中一级文物", "14件", "。", "入藏新征集文物"),
    ],
)
def test_the_other_has_all_words_of_the_title(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert told_of_a_neighbour(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("国产片票房94.3亿元，进口片票房", "25.7亿元", "。", "进口片票房"),
        ("小学生近视率为33.8%，初中生为", "68.5%", "。", "初中生近视率"),
        ("新增床位3200张，其中护理型", "1800张", "。", "护理型床位"),
        ("招收本科生3200人，硕士", "800人", "。", "招收研究生"),
        ("接待游客320万人次，去年同期为", "280万人次", "。", "接待游客"),
        ("夏粮总产量757亿斤，创历史新高，比上年增加", "47亿斤", "。", "夏粮总产量比上年增加"),
        ("服务贸易额占外贸总额的14%，占地区生产总值的", "6%", "。", "服务贸易额占GDP比重"),
        ("医疗队覆盖12个县，涵盖", "218个", "县。", "医疗队覆盖的县"),
        ("小学生33.8%初中生", "68.5%", "高中生80.2%", "高中生近视率"),
        ("最高气温36℃，最低", "24℃", "。", "最低气温"),
        ("甲队得了", "3分", "，乙队输了。", "得分"),
    ],
)
def test_it_has_not_or_nothing_stands_against_them(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert told_of_a_neighbour(before, figure, behind, title) == ""
