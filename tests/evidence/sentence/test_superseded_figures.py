"""A first count, a former state or a price before a discount, taken for what holds."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.superseded_figures import superseded


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("2023年骑手人数由初步核算的", "31万人", "调整为28万人。", "骑手人数"),
        ("额度提至100万元，此前是", "80万元", "。", "最高额度"),
        ("曾经拥有", "8家", "分店的老字号，如今只剩下街角的1家。", "老字号门店"),
        ("起初公布的用电增速为", "7.2%", "，后来下修至6.8%。", "用电增速"),
        ("最初报上来的受损大棚为", "312座", "，乡里复核后扣去重复登记的，剩下275座。", "受损大棚"),
        ("一审判赔", "18万元", "，二审改判为11.4万元。", "判赔金额"),
        ("工程概算先定的是", "8.6亿元", "，几个月后调整为9.1亿元。", "工程概算"),
        ("开出的罚单是", "30万元", "，复议后降为22万元。", "罚款"),
        ("景区门票原价", "120元", "，如今只收30元。", "景区门票"),
        ("2025年登记库扩容，原有志愿者", "9.6万人", "，现在有10.3万人。", "登记的志愿者"),
        ("村小以前有学生", "86名", "，现在剩下31名。", "村小学生"),
        ("轮渡票过去卖", "6元", "，现在涨到10元。", "轮渡票价"),
        ("票价一律打八五折，原票面", "300元", "的歌剧票也不例外。", "歌剧票价"),
        ("这款保温杯市场价", "128元", "，会员半价拿走。", "保温杯价格"),
    ],
)
def test_another_figure_stands_in_its_place(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert superseded(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("一审判赔", "18万元", "，二审改判为11.4万元。", "一审判赔金额"),
        ("平均分由语文和数学的", "31分", "组成。", "平均分"),
        ("此前是", "80万元", "。", "最高额度"),
        ("一审判赔", "18万元", "，二审维持原判。", "判赔金额"),
        ("初审通过", "320件", "，复审又补录15件。", "通过件数"),
        ("上报线索", "86条", "，经核查属实的有5人。", "线索"),
        ("2015年最初建成", "12所", "，现在发展到45所。", "学校"),
        ("早先湖里有野鸭", "3000只", "，眼下还有渔船900艘。", "野鸭"),
        ("套餐定价", "80元", "，销路很好。", "套餐价格"),
        ("门票定价", "80元", "，学生打八折。", "门票定价"),
        ("门票定价", "80元", "，60岁以上老人半价。", "景区门票价格"),
    ],
)
def test_no_other_figure_stands_in_its_place(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert superseded(before, figure, behind, title) == ""
