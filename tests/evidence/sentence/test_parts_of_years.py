"""A figure of a part of a year is not one of the year."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.parts_of_years import (
    part_of_year,
    part_up_to_a_month,
    sum_of_years,
    sum_since_opening,
)


@pytest.mark.parametrize(
    ("year", "between", "part"),
    [
        ("2024年", "春运，铁路发送旅客", "春运"),
        ("2024年", "暑期档电影票房为", "暑期档"),
        ("2024年", "国庆，景区接待", "国庆"),
        ("2024年", "入汛以来，平均降雨量为", "入汛以来"),
        ("2024年", "收官月份，挖掘机销量", "收官月份"),
        ("2024年", "国庆长假，景区接待", "国庆长假"),
        ("2024年", "春节期间，景区接待", "春节期间"),
        ("2024年", "国庆七天，景区接待", "国庆七天"),
        ("2024年", "，梅雨二十天，县里降雨", "梅雨二十天"),
        ("2024年", "，寒假里，滑雪场接待", "寒假里"),
        ("2024年入汛以来", "，降雨量为", "入汛以来"),
        ("2024年", "，开学那一周，书店卖书", "开学那一周"),
        ("2024年", "，地铁客流最多的一天运送乘客", "一天"),
        ("2023/24榨季", "，产糖", "2023/24榨季"),
        ("2023-2024学年", "，在校生", "2023-2024学年"),
    ],
)
def test_a_part_is_told(year: str, between: str, part: str) -> None:
    assert part_of_year(year, between) == part


@pytest.mark.parametrize(
    ("year", "between"),
    [
        ("2024年", "，铁路发送旅客"),
        ("2024年", "第三季度，发送旅客"),  # its period is a quarter, which is compared as such
        ("2024年", "中高档酒店有"),
        ("2024年", "国庆路改造，居民有"),
        ("2024年", "四季如春，游客有"),
        ("2024年末", "，床位有"),
        ("今年", "秋季开学，全省在园幼儿"),
    ],
)
def test_a_whole_year_is_none(year: str, between: str) -> None:
    assert not part_of_year(year, between)


@pytest.mark.parametrize(
    "before",
    [
        "自2019年开馆到2024年，美术馆共接待观众",
        "五年来，法院共审结案件",
        "近三年间，全县累计新建食堂",
        "“十四五”以来，到2024年，全国累计改造老街",
        "自成立以来，协会先后资助学生",
        "上映的影片，历年累计票房",
        "从建站算起，雷达站记录台风",
        "建馆以来到2024年，图书馆办证",
        "投运以来到2024年，电站发电",
        "班车2016年发出首班，到2024年底累计发车",
        "2013年设立至2024年末，试验区累计新设企业",
    ],
)
def test_a_sum_of_years_is_told(before: str) -> None:
    assert sum_of_years(before)


@pytest.mark.parametrize(
    "before",
    [
        "2024年以来，全市累计改造老街",
        "成立以来累计建成食堂300家，2024年共新建",
        "成立以来，食堂越来越多，现有",
        "2024年，全市共接待观众",
        "建馆以来到2024年，图书馆现有藏书",
        "图书馆2013年开馆，到2024年底藏书",
    ],
)
def test_no_sum_of_years(before: str) -> None:
    assert not sum_of_years(before)


def test_a_sum_since_an_opening_is_told() -> None:
    assert sum_since_opening("开馆至今，图书馆办证", "图书馆办证数") == "开馆至今，图书馆办证"


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("开馆至今，图书馆累计办证", "累计办证数"),
        ("开馆至今，图书馆藏书达", "图书馆藏书"),
        ("去年，图书馆办证", "图书馆办证数"),
    ],
)
def test_no_sum_since_an_opening(before: str, title: str) -> None:
    assert not sum_since_opening(before, title)


def test_a_part_up_to_a_month_is_told() -> None:
    assert part_up_to_a_month("2024年入汛至8月底，全国转移群众") == "入汛至8月底"
    assert not part_up_to_a_month("2024年初到12月底，全国转移群众")
