"""How a place of an article lies to the area of a figure."""

from __future__ import annotations

import pytest

from statsite.evidence.context.area_names import AreaNames
from statsite.evidence.context.lying import Lies, how_it_lies
from statsite.evidence.sentence.named_places import PlaceKind, StandardPlace
from tests.support.types import ReadFiles

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
cn-js: {title: {zh: 江苏省, en: Jiangsu}, kind: province, part_of: cn}
cn-wx: {title: {zh: 无锡市, en: Wuxi}, kind: city, part_of: cn-js}
loose: {title: {zh: 南通市, en: Nantong}, kind: city}
cn-yx: {title: {zh: 宜兴市, en: Yixing}, kind: county, part_of: cn-wx}
cn-gx: {title: {zh: 广西壮族自治区, en: Guangxi}, kind: province, part_of: cn}
zones: {title: {zh: 江苏试点, en: Zones}, kind: group, part_of: cn-js}
world: {title: {zh: 全球, en: World}, kind: group}
clinic: {title: {zh: 第一医院, en: Hospital}, kind: institution, part_of: cn-wx}
"""


def _place(kind: PlaceKind, *names: str) -> StandardPlace:
    return StandardPlace(kind, names)


_JIANGSU = _place(PlaceKind.PROVINCE, "江苏")
_NANJING = _place(PlaceKind.CITY, "南京")


@pytest.mark.parametrize(
    ("chain", "own", "lies"),
    [
        ((_JIANGSU,), "cn-js", Lies.IS_IT),
        ((_JIANGSU,), "cn-wx", Lies.AROUND),
        ((_JIANGSU,), "loose", Lies.AROUND),
        ((_JIANGSU,), "cn-gx", Lies.ELSEWHERE),
        ((_JIANGSU,), "cn", Lies.WITHIN),
        ((_JIANGSU,), "zones", Lies.UNKNOWN),
        ((_JIANGSU,), "world", Lies.UNKNOWN),
        ((_JIANGSU,), "clinic", Lies.UNKNOWN),
        ((_NANJING,), "cn-js", Lies.WITHIN),
        ((_NANJING,), "cn-wx", Lies.ELSEWHERE),
        ((_NANJING,), "cn-yx", Lies.UNKNOWN),
        ((_NANJING,), "cn-gx", Lies.ELSEWHERE),
        ((_NANJING,), "zones", Lies.UNKNOWN),
        ((_place(PlaceKind.CITY, "桂林"),), "zones", Lies.ELSEWHERE),
        ((_place(PlaceKind.DECLARED, "宜兴"),), "cn-wx", Lies.WITHIN),
        ((_place(PlaceKind.DECLARED, "南通"),), "cn-js", Lies.WITHIN),
        ((_place(PlaceKind.DECLARED, "无锡"),), "cn-yx", Lies.AROUND),
        ((_place(PlaceKind.COUNTY, "昆山"),), "cn-wx", Lies.WITHIN),
        ((_place(PlaceKind.COUNTY, "昆山"),), "cn-yx", Lies.ELSEWHERE),
        ((_place(PlaceKind.PROVINCE, "广西"), _place(PlaceKind.COUNTY, "某区")), "cn-js", Lies.ELSEWHERE),
        ((_place(PlaceKind.PART, "江苏"),), "cn-js", Lies.WITHIN),
        ((_place(PlaceKind.PART, "江苏"),), "cn-wx", Lies.UNKNOWN),
        ((_place(PlaceKind.GROUP, "江苏", "浙江"),), "cn-js", Lies.AROUND),
        ((_place(PlaceKind.GROUP, "江苏", "浙江"),), "cn-gx", Lies.ELSEWHERE),
        ((_place(PlaceKind.NATION, "全国"),), "cn", Lies.IS_IT),
        ((_place(PlaceKind.NATION, "全国"),), "cn-js", Lies.AROUND),
        ((_place(PlaceKind.WORLD, "全球"),), "cn", Lies.AROUND),
        ((_place(PlaceKind.ABROAD, "曼谷"),), "cn", Lies.ELSEWHERE),
        ((_place(PlaceKind.WHOLE, "省"),), "cn-js", Lies.IS_IT),
        ((_place(PlaceKind.WHOLE, "省"),), "cn-wx", Lies.AROUND),
        ((_place(PlaceKind.WHOLE, "县"),), "cn-wx", Lies.WITHIN),
        ((_place(PlaceKind.WHOLE, "州"),), "cn-wx", Lies.UNKNOWN),
        ((_place(PlaceKind.HERE, "当地"),), "cn-wx", Lies.UNKNOWN),
    ],
)  # fmt: skip
def test_how_a_place_lies(
    read_files: ReadFiles, chain: tuple[StandardPlace, ...], own: str, lies: Lies
) -> None:
    site, problems = read_files({"content/areas.yaml": AREAS})
    assert site is not None
    assert problems == []
    names = AreaNames(site)  # type: ignore[arg-type]  # nothing is asked of its figures
    assert how_it_lies(chain, site.areas[own], names) is lies
