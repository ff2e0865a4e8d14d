"""Cities name their provinces."""

from __future__ import annotations

import pytest

from statsite.extract.cities import cities_of


@pytest.mark.parametrize(
    ("province", "city"),
    [("江苏省", "南京"), ("广东", "广州"), ("湖北省", "武汉"), ("内蒙古自治区", "呼和浩特")],
)
def test_a_city_lies_in_its_province(province: str, city: str) -> None:
    assert city in cities_of(province)


def test_a_city_has_no_cities() -> None:
    assert cities_of("南京市") == ()
