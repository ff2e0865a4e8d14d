"""Places other than the figure's own that no name of an area tells."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.other_places import other_place, place_at_hand


@pytest.mark.parametrize(
    "before",
    [
        "海外市场为影片贡献票房",
        "境外代表团共派出选手",
        "国外机构持有这类债券",
        "大洋彼岸的咖啡连锁店已有",
        "余村村集体经济收入达到",
        "红旗村现有民宿",
        "石埠镇累计雨量",
        "隔壁省份建成换电站",
        "某市列入名录的老宅有",
    ],
)
def test_another_place(before: str) -> None:
    assert place_at_hand(before, is_nation=True)


def test_a_place_next_to_that_of_a_province() -> None:
    assert place_at_hand("邻省去年建成充电桩", is_nation=False)
    assert place_at_hand("我市邻近的江阳接待游客", is_nation=False)


@pytest.mark.parametrize(
    "before",
    [
        "本届广交会境外采购商达",
        "海外仓超过",
        "全国农村公路达",
        "各乡镇共建成",
        "今年镇财政拿出",
        "乡村民宿达",
        "行政村通达率为",
        "外省务工人员",
        "海外乡亲捐赠",
        "海外校友捐赠",
        "外来乡贤捐建",
    ],
)
def test_no_other_place(before: str) -> None:
    assert place_at_hand(before, is_nation=True) == ""


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("2024年，日本新增", "日本"),
        ("长三角新增", "长三角"),
        ("2024年，两广新增", "两广"),
        ("本市新增", "本市"),
        ("2024年，全厂下线", "全厂"),
        ("全国下线", ""),
        ("各地新增", ""),
    ],
)
def test_another_place_is_named(before: str, said: str) -> None:
    assert other_place(before, is_nation=True) == said
