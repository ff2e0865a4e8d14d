"""Two words of one kind: the title has the one, the figure's clause the other."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.opposed_subjects import denied_elsewhere, opposed_subject


@pytest.mark.parametrize(
    ("clause", "title", "seen"),
    [
        ("进口18.39万亿元", "出口额", "进口"),
        ("进出口43万亿元", "出口额", "进出口"),
        ("最高气温38℃", "最低气温", "最高"),
        ("女性人口6.8亿人", "男性人口", "女"),
        ("农村居民人均收入2.3万元", "城镇居民人均收入", "农村"),
        ("12人受伤", "死亡人数", "受伤"),
        ("伤亡23人", "死亡人数", "伤亡"),
        ("住院2.9亿人次", "门诊人次", "住院"),
        ("护士563万人", "医师人数", "护士"),
        ("二级医院1.2万家", "三级医院数", "二级"),
        ("职工医保参保3.7亿人", "居民医保参保人数", "职工"),
        ("中小学生3200名", "小学生人数", "中小学"),
        ("60岁及以上3.1亿人", "65岁及以上人口", "60岁"),
        ("不合格产品12批次", "合格产品批次", "不合格"),
        ("事故致伤412人", "死亡人数", "致伤"),
        ("国有博物馆有44座", "非国有博物馆", "国有"),
    ],
)
def test_another_word_of_the_same_kind(clause: str, title: str, seen: str) -> None:
    assert opposed_subject(clause, title) == seen


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("出口25.45万亿元", "出口额"),
        ("进口、出口共43万亿元", "出口额"),
        ("男女职工共300人", "女职工人数"),
        ("子女护理假15天", "男职工护理假"),
        ("医院门诊300人次", "医疗机构诊疗人次"),
        ("60岁及以上3.1亿人、65岁及以上2.2亿人", "65岁及以上人口"),
        ("城乡居民医保参保9.5亿人", "城乡居民医保参保人数"),
        ("护士563万人", "医护人员"),
        ("60至69岁1.6亿人", "老年人口"),
        ("非公立医院诊疗3亿人次", "民营医院诊疗人次"),
    ],
)
def test_the_same_word_or_none_of_its_kind(clause: str, title: str) -> None:
    assert not opposed_subject(clause, title)


def test_what_is_not_so_is_said_of_another_number() -> None:
    sentence, title = "抽检食用油200批次，不合格3批次", "不合格食用油批次"
    assert denied_elsewhere("抽检食用油200批次", sentence, title) == "抽检食用油200批次"
    assert denied_elsewhere("不合格3批次", sentence, title) == ""
    assert denied_elsewhere("抽检食用油200批次", sentence, "抽检食用油批次") == ""
    assert denied_elsewhere("600名考生", "600名考生，缺考20名", "缺考考生数") == "600名考生"
