"""How a place of an article lies to the area of a figure."""

from __future__ import annotations

import pytest

from statsite.evidence.context.area_names import AreaNames
from statsite.evidence.context.area_relations import AreaRelation, relation_to_area
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
    ("chain", "own", "relation"),
    [
        ((_JIANGSU,), "cn-js", AreaRelation.IS_IT),
        ((_JIANGSU,), "cn-wx", AreaRelation.AROUND),
        ((_JIANGSU,), "loose", AreaRelation.AROUND),
        ((_JIANGSU,), "cn-gx", AreaRelation.ELSEWHERE),
        ((_JIANGSU,), "cn", AreaRelation.WITHIN),
        ((_JIANGSU,), "zones", AreaRelation.UNKNOWN),
        ((_JIANGSU,), "world", AreaRelation.WITHIN),
        ((_place(PlaceKind.NATION, "我国"),), "world", AreaRelation.WITHIN),
        ((_place(PlaceKind.WORLD, "全球"),), "world", AreaRelation.IS_IT),
        ((_place(PlaceKind.HERE, "当地"),), "world", AreaRelation.UNKNOWN),
        ((_JIANGSU,), "clinic", AreaRelation.UNKNOWN),
        ((_NANJING,), "cn-js", AreaRelation.WITHIN),
        ((_NANJING,), "cn-wx", AreaRelation.ELSEWHERE),
        ((_NANJING,), "cn-yx", AreaRelation.UNKNOWN),
        ((_NANJING,), "cn-gx", AreaRelation.ELSEWHERE),
        ((_NANJING,), "zones", AreaRelation.UNKNOWN),
        ((_place(PlaceKind.CITY, "桂林"),), "zones", AreaRelation.ELSEWHERE),
        ((_place(PlaceKind.DECLARED, "宜兴"),), "cn-wx", AreaRelation.WITHIN),
        ((_place(PlaceKind.DECLARED, "南通"),), "cn-js", AreaRelation.WITHIN),
        ((_place(PlaceKind.DECLARED, "无锡"),), "cn-yx", AreaRelation.AROUND),
        ((_place(PlaceKind.COUNTY, "昆山"),), "cn-wx", AreaRelation.WITHIN),
        ((_place(PlaceKind.COUNTY, "昆山"),), "cn-yx", AreaRelation.ELSEWHERE),
        ((_place(PlaceKind.PROVINCE, "广西"), _place(PlaceKind.COUNTY, "某区")), "cn-js", AreaRelation.ELSEWHERE),
        ((_place(PlaceKind.PART, "江苏"),), "cn-js", AreaRelation.WITHIN),
        ((_place(PlaceKind.PART, "江苏"),), "cn-wx", AreaRelation.UNKNOWN),
        ((_place(PlaceKind.GROUP, "江苏", "浙江"),), "cn-js", AreaRelation.AROUND),
        ((_place(PlaceKind.GROUP, "江苏", "浙江"),), "cn-gx", AreaRelation.ELSEWHERE),
        ((_place(PlaceKind.NATION, "全国"),), "cn", AreaRelation.IS_IT),
        ((_place(PlaceKind.NATION, "全国"),), "cn-js", AreaRelation.AROUND),
        ((_place(PlaceKind.WORLD, "全球"),), "cn", AreaRelation.AROUND),
        ((_place(PlaceKind.ABROAD, "曼谷"),), "cn", AreaRelation.ELSEWHERE),
        ((_place(PlaceKind.WHOLE, "省"),), "cn-js", AreaRelation.IS_IT),
        ((_place(PlaceKind.WHOLE, "省"),), "cn-wx", AreaRelation.AROUND),
        ((_place(PlaceKind.WHOLE, "县"),), "cn-wx", AreaRelation.WITHIN),
        ((_place(PlaceKind.WHOLE, "州"),), "cn-wx", AreaRelation.UNKNOWN),
        ((_place(PlaceKind.HERE, "当地"),), "cn-wx", AreaRelation.UNKNOWN),
    ],
)  # fmt: skip
def test_how_a_place_lies(
    read_files: ReadFiles, chain: tuple[StandardPlace, ...], own: str, relation: AreaRelation
) -> None:
    site, problems = read_files({"content/areas.yaml": AREAS})
    assert site is not None
    assert problems == []
    names = AreaNames(site)  # type: ignore[arg-type]  # nothing is asked of its figures
    assert relation_to_area(chain, site.areas[own], names) is relation
