"""Seasons, holidays and days that a sentence names without a year."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.seasons_and_days import one_day, season_or_day


@pytest.mark.parametrize(
    ("before", "said", "named"),
    [
        ("春运40天，铁路发送旅客", "春运40天，铁路发送旅客", "春运"),
        ("国庆黄金周，电影票房", "国庆黄金周，电影票房", "国庆"),
        ("开渔首日，渔港卸下鲜鱼", "开渔首日，渔港卸下鲜鱼", "首日"),
        ("三秋时节，农机作业", "三秋时节，农机作业", "三秋"),
        ("暑假两个月，博物馆接待观众", "暑假两个月，博物馆接待观众", "暑假"),
        ("昨天，全国夏收小麦", "昨天，全国夏收小麦", "昨天"),
        ("地铁客流最高的一天运送乘客", "最高的一天运送乘客", "最高的一天"),
        ("港口单日过海车辆", "单日过海车辆", "单日"),
        ("游客说好，端午期间接待", "端午期间接待", "端午"),
    ],
)
def test_a_part_of_a_year(before: str, said: str, named: str) -> None:
    assert season_or_day(before) == (said, named)


@pytest.mark.parametrize(
    "before",
    [
        "昨天，统计局发布，粮食产量为",
        "昨天，统计局透露，粮食产量为",
        "马拉松昨天鸣枪，参赛",
        "书展昨日落幕，卖书",
        "春节前，全市发放补贴",
        "当天预约",
        "今日，记者了解到，医院共有床位",
        "首周统计截至年底，共有",
        "国庆路改造完成",
        "每日接待",
        "春节假期不停工，全年产钢",
    ],
)
def test_no_part_of_a_year(before: str) -> None:
    assert season_or_day(before) == ("", "")


def test_one_of_several_days() -> None:
    assert one_day("前三天发送旅客61万人次，其中首日") == ("首日", "首日")
    assert one_day("三天票房9100万元，其中首映日") == ("首映日", "首映日")
    assert one_day("三天里，客流最高的一天") == ("最高的一天", "最高的一天")
    assert one_day("首日人少，三天发送旅客") == ("", "")
