"""What else a draft says of a quantity: its area and the noun that it counts."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("湖南省有5个中心", "湖南省"),
        ("全国共有5个中心", "全国"),
        ("在江苏南京市，全市有5个中心", "江苏南京市"),
        ("湖南近年进步大，全省有5个中心", "湖南"),
        ("全省有5个中心", "全省"),
        ("城市社区小区共有5个中心", ""),
    ],
)
def test_area(text: str, area: str) -> None:
    assert extract_text(text)[0].area == area


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("建成5个医养中心，", "医养中心"),
        ("养老床位合计799.3万张", "养老床位"),
        ("签约率达到90%", "签约率"),
        ("护士人数比上年增加5人", "护士人数"),
    ],
)
def test_noun(text: str, noun: str) -> None:
    assert extract_text(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026年销量有望突破75万台。公司拟投资46亿元建厂。", None),
        ("春运从2026年1月14日至2月22日。集团预计发送旅客385万人次。", "2026-01-14/2026-02-22"),
    ],
)
def test_what_is_planned_has_no_time_to_come_that_was_told_of_something_else(
    text: str, period: str | None
) -> None:
    told = extract_text(f"2025年12月28日\n{text}")[-1]
    assert (str(told.period) if told.period else None) == period


def test_a_part_is_planned_as_the_whole_is() -> None:
    text = "2025年5月20日\n今年秋季全市将新增学校18所。其中，新区建学校7所。全市已有9所。"
    assert [one.status for one in extract_text(text)] == ["plan", "plan", "observed"]
