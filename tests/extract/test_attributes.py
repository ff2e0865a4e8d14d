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


@pytest.mark.parametrize(
    "text",
    [
        "截至今年11月底，建成264张，完成今年260张目标任务的101%。",
        "截至11月底，开工264套，完成全年260套任务的101%。",
        "今年前11个月，就业264人，完成260人年度目标的101%。",
        "今年前11个月，投资264万元，占年度计划350万元的81%。",
    ],
)
def test_an_aim_of_a_year_that_is_reached_before_its_end_is_of_the_year(text: str) -> None:
    told = extract_text(f"2025年12月2日\n{text}")
    assert [str(one.period) for one in told][1] == "2025"
    assert str(told[2].period) == str(told[0].period) != "2025"


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("截至9月27日，运送397万人次，日均12.8万人次。", True),
        ("截至9月27日，今年已收治87例。", True),
        ("截至9月27日，收治87例。", False),
        ("2016年，启动退渔还湖，三年拆除围网5万亩。", True),
        ("2021年完成融资，随后两年关掉380家门店。", True),
        ("2016年，启动退渔还湖，九年级有5个班。", False),
        ("同年10月调整额度，政策实施3个月，发放贷款5130笔。", True),
    ],
)
def test_a_length_of_time_beside_its_time_is_marked(text: str, *, is_marked: bool) -> None:
    told = extract_text(f"2025年12月2日\n2025年新建9所。{text}")[-1]
    assert ("period" in told.unsure) is is_marked


def test_what_was_done_already_is_not_of_the_day_by_which_more_is_to_be_done() -> None:
    text = "2026年1月25日\n市里要求，27日前清运率达到100%，已下拨资金15万元。"
    found = extract_text(text)[-1]
    assert (found.period, found.status, "period" in found.unsure) == (None, "observed", True)
