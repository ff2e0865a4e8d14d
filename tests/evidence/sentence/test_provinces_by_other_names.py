"""Provinces that a clause names by a city, in one character or as people call them."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.provinces_by_other_names import provinces_named


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("2024年，佛山市新建", ("佛山", "广东")),
        ("遵义新建", ("遵义", "贵州")),
        ("去年在武汉落户", ("武汉", "湖北")),
        ("粤企落户", ("粤企", "广东")),
        ("川渝两地共建", ("川渝两地", "四川")),
        ("川渝两地共建", ("川渝两地", "重庆")),
        ("豫产小麦外销", ("豫产", "河南")),
        ("齐鲁大地上有", ("齐鲁大地", "山东")),
        ("羊城新建", ("羊城", "广东")),
        ("苏南五市新建", ("苏南", "江苏")),
    ],
)
def test_what_names_a_province(clause: str, named: tuple[str, str]) -> None:
    assert named in [*provinces_named(clause)]


@pytest.mark.parametrize(
    "clause",
    [
        "佛山、东莞新建",
        "武汉大学新建",
        "佛山会议通报",
        "川产业园新建",
        "苏商业街",
        "鲁企业",
        "新建",
    ],
)
def test_what_names_none(clause: str) -> None:
    assert not [*provinces_named(clause)]
