"""Other countries, and what is only called like one."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.countries import countries_named


@pytest.mark.parametrize(
    ("before", "country"),
    [
        ("在肯尼亚，中企修建铁路", "肯尼亚"),
        ("巴拉圭出口牛肉", "巴拉圭"),
        ("去年，阿联酋新增装机", "阿联酋"),
        ("目前印度尼西亚的产量为", "印度尼西亚"),
        ("几内亚比绍建成学校", "几内亚比绍"),
    ],
)
def test_a_country_at_the_head_of_a_phrase(before: str, country: str) -> None:
    assert [found[0] for found in countries_named(before)] == [country]


@pytest.mark.parametrize(
    "before",
    [
        "印度洋远洋渔船达",
        "黑山县新建大棚",
        "内蒙古建成电站",
        "巴林左旗种植谷子",
        "今年日本游客达",
        "从巴西进口大豆",
        "朝鲜族人口为",
    ],
)
def test_no_country(before: str) -> None:
    assert [*countries_named(before)] == []
