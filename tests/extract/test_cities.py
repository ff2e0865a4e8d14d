"""Cities name their provinces."""

from __future__ import annotations

import pytest

from statsite.extract.cities import (
    AUTONOMOUS_PREFECTURES,
    cities_of,
    every_city,
    every_province,
    province_of,
)


@pytest.mark.parametrize(
    ("province", "city"),
    [("江苏省", "南京"), ("广东", "广州"), ("湖北省", "武汉"), ("内蒙古自治区", "呼和浩特")],
)
def test_a_city_lies_in_its_province(province: str, city: str) -> None:
    assert city in cities_of(province)


def test_a_city_has_no_cities() -> None:
    assert cities_of("南京市") == ()


def test_each_city_leads_to_its_province() -> None:
    assert province_of("无锡") == "江苏"
    assert province_of("某地") == ""
    assert all(city in cities_of(province_of(city)) for city in every_city())


def test_provinces_have_cities_or_are_one() -> None:
    assert len({*every_province()}) == 34
    assert {one for one in every_province() if not cities_of(one)} == {
        "北京", "天津", "上海", "重庆", "香港", "澳门", "台湾",
    }  # fmt: skip


def test_prefectures_of_peoples_are_cities_of_the_list() -> None:
    assert {*every_city()} >= AUTONOMOUS_PREFECTURES
