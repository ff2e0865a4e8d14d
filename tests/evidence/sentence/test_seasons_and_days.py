"""Seasons, holidays and days that a sentence names without a year."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.seasons_and_days import season_or_day


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
        "成都马拉松昨天鸣枪，参赛",
        "书展昨日落幕，卖书",
        "今年秋季开学，在园幼儿",
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
