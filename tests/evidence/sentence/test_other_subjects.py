"""Which subject of a sentence a number is of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.other_subjects import other_subject


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("全县有小学12所，医院", "8所", "。", "小学"),
        ("收入增长5%，支出增长", "3%", "。", "收入增长"),
        ("造成6人死亡、", "13人", "受伤。", "死亡人数"),
        ("县医院和乡卫生院都添了设备，后者添置", "5台", "。", "县医院设备"),
        ("小学、医院分别有12所、", "8所", "。", "小学"),
        ("玉米和大豆的播种面积依次是50万亩、", "8万亩", "。", "玉米播种面积"),
        ("全省的大学生里，本县籍占", "2100人", "。", "全省大学生"),
        ("小学、医院分别有", "12所", "、8所。", "医院"),
    ],
)
def test_another_subject(before: str, figure: str, behind: str, title: str) -> None:
    assert other_subject(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("全县有小学12所，医院", "8所", "。", "医院"),
        ("机动车达4.53亿辆，其中汽车", "3.53亿辆", "。", "汽车保有量"),
        ("养老机构4万个，床位", "799万张", "。", "养老机构床位"),
        ("2020年有学校8所，到2024年达", "12所", "。", "学校"),
        ("耕种收机械化率78.4%，比2020年的", "71.9%", "提高6.5个百分点。", "机械化率"),
        ("造成6人死亡、", "13人", "受伤。", "受伤人数"),
        ("县医院和乡卫生院都添了设备，后者添置", "5台", "。", "乡卫生院设备"),
        ("小学、医院分别有12所、", "8所", "。", "医院"),
        ("甲县、乙县两地快递业务量分别完成5亿件、", "3亿件", "。", "快递业务量"),
        ("景区门票原价120元，如今只收", "30元", "。", "景区门票"),
        ("一审判赔18万元，二审改判为", "11.4万元", "。", "判赔金额"),
        ("位居第", "3", "。", "排名"),
        ("服务贸易额占外贸总额的14%，占地区生产总值的", "6%", "。", "服务贸易额占GDP比重"),
    ],
)
def test_its_own(before: str, figure: str, behind: str, title: str) -> None:
    assert other_subject(before, figure, behind, title) == ""
