"""A share of something else than what the indicator's is of."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.shares_of_others import share_of_another


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("电商销售占到农产品外销的", "电商销售占农产品总产量的比重"),
        ("外地游客占过夜游客的", "外地游客占游客总数的比重"),
        ("大棚菜占到冬季蔬菜的", "大棚菜占全年蔬菜产量的比重"),
        ("女教师占小学教师的", "女教师占全县教师的比重"),
        ("电动公交占公交车的", "电动公交占新能源车比重"),
        ("服务贸易占对外贸易总额的", "服务贸易占地区生产总值比重"),
        ("动力电池产量占全国的", "动力电池产量占全省比重"),
        ("动力电池产量占福建的", "动力电池产量占全国比重"),
    ],
)
def test_a_share_is_of_another_whole(before: str, title: str) -> None:
    assert share_of_another(before, "62%", title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("女教师占全县教师的", "女教师占教师总数的比重"),
        ("第三产业占地区生产总值的比重为", "第三产业占GDP比重"),
        ("65岁及以上人口占常住人口的", "65岁及以上人口占总人口的比重"),
        ("学生占高等学校在校生的", "学生占高校在校生的比重"),
        ("全省水稻产量占全国水稻产量的", "水稻占全国比重"),
        ("煤炭消费占一次能源消费的比重降到", "煤炭占能源消费比重"),
        ("教育支出占一般公共预算支出的", "教育支出占财政支出比重"),
        ("稻谷产量占世界的", "稻谷产量占全球比重"),
        ("动力电池产量占福建的", "动力电池产量占全省比重"),
        ("动力电池产量占全省的", "动力电池产量占全省比重"),
        ("个人卫生支出占卫生总费用的", "个人卫生支出占比"),
        ("个人卫生支出占卫生总费用的", "个人卫生支出"),
    ],
)
def test_a_share_is_of_its_whole_or_none_is_named(before: str, title: str) -> None:
    assert share_of_another(before, "62%", title) == ""


def test_only_shares_are_of_a_whole() -> None:
    assert share_of_another("外地游客占过夜游客的", "620人", "外地游客占游客总数的比重") == ""
