"""Cities, counties and districts that the dictionary knows and no list of the project."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.places_of_the_dictionary import (
    NO_DISTRICT,
    is_called,
    place_of_the_dictionary,
)


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("义乌发往欧洲的班列", "义乌"),
        ("昆山市新建", "昆山市"),
        ("晋江建成", "晋江"),
        ("兰考种植泡桐", "兰考"),
        ("慈溪家电产值", "慈溪"),
        ("常熟服装产值", "常熟"),
        ("长兴县新建", "长兴县"),
        ("岳麓区新增", "岳麓区"),
        ("天河区有", "天河区"),
    ],
)
def test_what_names_a_place(clause: str, place: str) -> None:
    assert place_of_the_dictionary(clause, 0) == place


@pytest.mark.parametrize(
    "clause",
    [
        "朝阳产业新建", "和平年代", "新建食堂", "凤凰台", "温泉旅游接待", "各市县新建", "仙桃丰收", "全市新建",
        "山区新建", "景区接待", "高新区新增", "滨湖有",
    ],
)  # fmt: skip
def test_what_names_none(clause: str) -> None:
    assert place_of_the_dictionary(clause, 0) == ""


@pytest.mark.parametrize(
    "name", ["珍禽保护区", "高速服务区", "引黄灌区", "海水养殖区", "旅游度假区", "河源区"]
)
def test_what_lies_in_a_place_is_no_district(name: str) -> None:
    assert NO_DISTRICT.search(name)


@pytest.mark.parametrize("clause", ["青海盐湖产钾", "河北古城修缮"])
def test_a_thing_may_be_called_like_a_district(clause: str) -> None:
    assert place_of_the_dictionary(clause, 2, is_within=True) == ""


def test_a_district_needs_its_city_before_it() -> None:
    assert place_of_the_dictionary("无锡滨湖有", 2, is_within=True) == "滨湖"


def test_a_name_goes_with_its_kind() -> None:
    assert is_called("若羌", "县")
    assert not is_called("若羌", "区")
