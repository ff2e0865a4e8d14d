"""A share of a part, taken for one of the whole."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.shares_of_parts import share_of_part


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("电气火灾占38%;电气火灾里，电动自行车占了", "26%", "电动自行车火灾占全部火灾比重"),
        ("61%的企业表示订单增加，其中又有", "30%", "受访企业中计划扩产的占比"),
        ("返乡青年占创业者的35%，其中又有", "六成", "做电商的创业者占比"),
        ("来信中四成是咨询，咨询里医保占了", "28%", "医保来信占全部来信比重"),
        ("受访老人有52%独居，独居者当中，", "19%", "受访老人装呼叫器的占比"),
        ("出口占总产量的45%，这部分里，走铁路的占到", "70%", "铁路运输占总产量比重"),
        ("30%的学生近视，近视学生的", "八成", "没有按时复查的学生占比"),
        ("林地占土地面积的61%，林地又以毛竹为主，占", "43%", "毛竹占土地面积比重"),
        ("女性用户占57%，女性用户中25岁以下的占比为", "34%", "25岁以下用户占比"),
    ],
)
def test_it_is_of_a_part(before: str, figure: str, title: str) -> None:
    assert share_of_part(before, figure, title)


@pytest.mark.parametrize(
    ("before", "figure", "title"),
    [
        ("电气火灾占38%;电气火灾里，电动自行车占了", "26%", "电动自行车占电气火灾比重"),
        ("返乡青年占创业者的35%，其中又有", "六成", "返乡创业者中做电商的占比"),
        ("在全部火灾中，电气火灾占", "38%", "电气火灾占全部火灾比重"),
        ("第三产业占地区生产总值的56%，其中批发和零售业占", "9.8%", "批发和零售业占比"),
        ("在校生中女生占48%，教师中女教师占", "71%", "女教师占教师比重"),
        ("出口增长12%，其中汽车增长", "15%", "汽车出口增速"),
        ("粮食产量增长3%，其中", "四成", "粮食增产中来自北方的占比"),
        ("老人有52%独居，独居者当中，", "1900人", "装呼叫器的老人"),
    ],
)
def test_it_is_of_what_its_indicator_says(before: str, figure: str, title: str) -> None:
    assert share_of_part(before, figure, title) == ""
