"""What each one of several has, taken for what all have."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.one_of_several import each_of_several


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("救援队一艇载", "6人", "，来回跑了九趟。", "救援队转移人数"),
        ("一户发鸡苗", "50只", "，家家都养上了。", "村里鸡苗"),
        ("退役的老船工一人领到一次性补助", "2.4万元", "。", "老船工补助总额"),
        ("救灾的水一车", "20吨", "，县里拉了四趟。", "救灾的水"),
        ("一筐杨梅", "30斤", "，果农挑了六筐下山。", "杨梅产量"),
        ("东西两个校区各招新教师", "45名", "，", "两个校区招新教师"),
        ("老人摸出三张", "50元", "券，要捐给灾区。", "老人捐款"),
        ("工地上调来两台", "50吨", "吊车。", "吊运货物"),
    ],
)
def test_a_figure_is_of_each_of_several(before: str, figure: str, behind: str, title: str) -> None:
    assert each_of_several(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("救援队一艇载", "6人", "。", "每艇载人数"),
        ("县里的一车间生产零件", "2万件", "。", "零件"),
        ("一次发放贷款", "50万元", "。", "贷款"),
        ("这一网捞了", "6吨", "。", "捕捞量"),
        ("一人受伤，直接经济损失", "60万元", "。", "直接经济损失"),
        ("各类学校共有", "420所", "。", "学校总数"),
        ("江苏、浙江各投入", "3亿元", "。", "江苏投入"),
        ("两地各增长", "5%", "。", "两地增长"),
        ("三张", "50元", "，要捐给灾区。", "捐款"),
    ],
)
def test_a_figure_is_of_all_or_its_title_of_each(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert each_of_several(before, figure, behind, title) == ""
