"""Areas by the names that articles print, and which hold which."""

from __future__ import annotations

import pytest

from statsite.evidence.context.area_names import AreaNames, base_name
from statsite.values import replace
from tests.support.types import ReadFiles

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
cn-js: {title: {zh: 江苏省, en: Jiangsu}, kind: province, part_of: cn}
cn-js-wx: {title: {zh: 无锡市, en: Wuxi}, kind: city, part_of: cn-js}
cn-gx: {title: {zh: 广西壮族自治区, en: Guangxi}, kind: province, part_of: cn}
clinic: {title: {zh: 第一医院, en: First hospital}, kind: institution, part_of: cn-js-wx}
"""


@pytest.fixture
def names(read_files: ReadFiles) -> AreaNames:
    """A country, two provinces, a city and its hospital."""
    site, problems = read_files({"content/areas.yaml": AREAS})
    assert site is not None
    assert problems == []
    return AreaNames(site)  # type: ignore[arg-type]  # nothing is asked of its figures


@pytest.mark.parametrize(
    ("area", "short"),
    [("cn-js", "江苏"), ("cn-gx", "广西"), ("clinic", "第一医院"), ("cn", "全国")],
)
def test_a_short_name_has_no_ending(names: AreaNames, area: str, short: str) -> None:
    assert names.short(names.site.areas[area]) == short


def test_an_area_agrees_with_those_that_hold_it_and_no_others(names: AreaNames) -> None:
    areas = names.site.areas
    assert [area.id for area in names.holders(areas["clinic"])] == [
        "clinic", "cn-js-wx", "cn-js", "cn",
    ]  # fmt: skip
    assert names.agree(areas["cn-js-wx"], areas["cn-js"])
    assert not names.agree(areas["cn-js-wx"], areas["cn-gx"])
    assert {area.id for area in names.parts(areas["cn-js"])} == {"cn-js", "cn-js-wx", "clinic"}
    assert names.region(areas["clinic"]).id == "cn-js-wx"


def test_what_articles_may_call_an_area(names: AreaNames) -> None:
    assert base_name("黔东南州") == "黔东南"
    assert base_name("泰州") == "泰州"
    assert [*names.called(names.site.areas["cn-js-wx"])] == ["无锡", "无锡"]
    assert names.all_called == {"江苏", "无锡", "广西"}
    assert names.declared("无锡") == names.site.areas["cn-js-wx"]
    assert names.declared("第一医院") is None


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("大理白族自治州", {"大理州", "大理"}),
        ("西双版纳傣族自治州", {"西双版纳州", "西双版纳"}),
        ("湘西土家族苗族自治州", {"湘西州", "湘西"}),
        ("伊犁哈萨克自治州", {"伊犁州", "伊犁"}),
        ("双江拉祜族佤族布朗族傣族自治县", {"双江县", "双江"}),
        ("莫力达瓦达斡尔族自治旗", {"莫力达瓦旗", "莫力达瓦"}),
    ],
)
def test_an_autonomous_area_is_called_without_whose_it_is(
    names: AreaNames, title: str, called: set[str]
) -> None:
    area = replace(names.site.areas["cn-js-wx"], title={"zh": title})
    assert called <= {*names.called(area)}


def test_an_area_lies_in_a_province(names: AreaNames) -> None:
    areas = names.site.areas
    assert [names.province_of(areas[one]) for one in ("cn-js-wx", "cn-gx", "cn")] == [
        "江苏", "广西", "",
    ]  # fmt: skip


def test_the_area_that_a_text_names_last(names: AreaNames) -> None:
    assert names.last_named("江苏有，无锡有") == names.site.areas["cn-js-wx"]
    assert names.last_named("湖南有") is None
