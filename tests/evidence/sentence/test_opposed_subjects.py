"""Two words of one kind: the title has the one, the figure's clause the other."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.opposed_subjects import (
    denied_elsewhere,
    denied_kind,
    opposed_subject,
    other_many,
    part_by_kind,
)


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
        ("小学9.5元", "初中学校午餐价格", "小学"),
        ("出境的略多，为20.1万人次", "三天入境旅客", "出境"),
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
        ("小学9.5初中11", "初中学校午餐价格"),
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


@pytest.mark.parametrize(
    ("before", "title", "said"),
    [
        ("居民用水1.36亿吨，非居民用水", "居民用水售水量", "非居民"),
        ("非处方药销售额", "处方药销售额", "非处方"),
        ("未完工项目", "完工项目", "未完工"),
        ("一项不正常的占", "两项正常的职工占比", "不正常"),
    ],
)
def test_what_is_not_what_the_title_names(before: str, title: str, said: str) -> None:
    assert denied_kind(before, title) == said


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("居民用水", "居民用水售水量"),
        ("非居民用水", "非居民用水售水量"),
        ("非居民用水1.36亿吨，居民用水", "居民用水售水量"),
        ("除非居民同意，用水", "居民用水售水量"),
        ("不合格的完工项目", "完工项目"),
    ],
)
def test_what_is(before: str, title: str) -> None:
    assert denied_kind(before, title) == ""


def test_how_many_have_or_do_it() -> None:
    title = "双方上海户籍的新人占比"
    assert other_many("双方都是上海户籍的占31.6%，一方是上海户籍的占", title) == "一方"
    assert other_many("双方都是上海户籍的占", title) == ""
    assert other_many("一方面，上海户籍的占", title) == ""
    assert other_many("单车事故占18%，多车相撞的占", "单车事故占比") == "多车"
    assert other_many("多车道上，事故占", "单车事故占比") == ""


def test_one_of_two_kinds_of_people_is_not_all() -> None:
    behind = "，女性为3.6%，合起来是22.7%。"
    assert part_by_kind("15岁以上男性吸烟率为", behind, "15岁以上人群吸烟率") == "男"
    assert part_by_kind("15岁以上男性吸烟率为", behind, "男性吸烟率") == ""
    assert part_by_kind("15岁以上男性吸烟率为", "，女性为3.6%。", "吸烟率") == ""
    assert part_by_kind("男女职工", "300人，女职工120人，共有两班。", "职工人数") == ""
