"""Losses, lacks, shares and changes are not what a title without them is of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.directions import change_as_level, misdirected


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("公司主营业务净亏", "净利润"),
        ("全年亏损额达", "利润"),
        ("主力资金净流出", "成交额"),
        ("湖面在海平面下", "湖面海拔"),
        ("批零价格倒挂", "批零价格差"),
        ("航司赔掉了", "净利润"),
        ("县里人口流失", "人口"),
        ("村集体欠下外债", "村集体收入"),
        ("护林员缺口为", "护林员"),
        ("用电量同比下降", "用电量增长率"),
        ("降雨量增加了", "降雨量降幅"),
        ("外来务工者占比", "外来务工者"),
    ],
)
def test_another_direction(before: str, title: str) -> None:
    assert misdirected(before, title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("全年亏损", "亏损额"),
        ("批零价格倒挂", "价格倒挂幅度"),
        ("主力资金净流出", "资金净流出"),
        ("管道埋在地面下", "埋深"),
        ("用电量同比下降", "用电量降幅"),
        ("用电量同比下降", "用电量增减"),
        ("扭亏为盈，盈利", "利润"),
        ("鲜奶价格为每升", "鲜奶价格降幅"),
    ],
)
def test_the_same_direction(before: str, title: str) -> None:
    assert misdirected(before, title) == ""


@pytest.mark.parametrize(
    ("before", "title", "said"),
    [
        ("教师比上年减少", "教师人数", "减少"),
        ("票价上调了", "票价", "上调了"),
        ("贷款利率上浮", "贷款利率", "上浮"),
        ("贷款利率上浮", "利率浮动幅度", ""),
        ("气温比常年偏低", "平均气温", "比常年偏低"),
        ("进口大于出口", "出口", "大于出口"),
        ("高中女生比男生多出", "高中女生", "多出"),
        ("西塔矮了", "西塔高度", "矮了"),
        ("北坡雪线后撤", "雪线海拔", "后撤"),
        ("经协商，房东让了", "小两口房租", "让了"),
        ("学校给特困生免去学费", "特困生学费", "免去学费"),
        ("全年为企业减免税费", "减免税费", ""),
        ("猪场扑杀生猪", "生猪存栏", "扑杀生猪"),
        ("猪场扑杀生猪", "扑杀生猪", ""),
        ("库里积压汽车", "汽车销量", "积压汽车"),
        ("机场取消航班", "航班数", "取消航班"),
        ("机场取消航班", "取消航班", ""),
        ("降水比常年少了", "降水量", "少了"),
        ("大桥提前", "工期", "提前"),
        ("弟弟比他矮", "身高", "比他矮"),
        ("造成6人死亡、", "受伤人数", ""),
        ("小说当天就卖出", "小说销量", ""),
        ("教师比上年减少", "教师减少人数", ""),
        ("猪肉涨价，影响物价上涨约", "猪肉价格对物价的影响", ""),
        ("教师由500人减少到", "教师人数", ""),
        ("新增", "学位", ""),
        ("工业增加值", "工业增加值", ""),
    ],
)
def test_a_change_is_no_level(before: str, title: str, said: str) -> None:
    assert change_as_level(before, title) == said
