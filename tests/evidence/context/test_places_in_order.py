"""Which place 全市, 当地, 后者 and the like stand for."""

from __future__ import annotations

import pytest

from statsite.evidence.context.area_names import AreaNames
from statsite.evidence.context.area_relations import AreaRelation
from statsite.evidence.context.places_in_order import PlacesInOrder
from statsite.evidence.sentence.named_places import named_places
from tests.support.types import ReadFiles

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
gx: {title: {zh: 广西壮族自治区, en: Guangxi}, kind: province, part_of: cn}
js: {title: {zh: 江苏省, en: Jiangsu}, kind: province, part_of: cn}
wx: {title: {zh: 无锡市, en: Wuxi}, kind: city, part_of: js}
qdn: {title: {zh: 黔东南州, en: Qiandongnan}, kind: city}
yx: {title: {zh: 宜兴市, en: Yixing}, kind: county, part_of: wx}
"""


@pytest.mark.parametrize(
    ("text", "own", "relation"),
    [
        pytest.param("无锡很好。全市有", "wx", AreaRelation.IS_IT, id="the city before"),
        pytest.param("佛山很好。全市有", "wx", AreaRelation.ELSEWHERE, id="another city"),
        pytest.param("无锡很好，佛山全市有", "wx", AreaRelation.ELSEWHERE, id="beside it"),
        pytest.param("宜兴很好。全市有", "yx", AreaRelation.IS_IT, id="a city that is a county"),
        pytest.param("佛山、无锡很好。全市有", "wx", AreaRelation.IS_IT, id="not one of several"),
        pytest.param(
            "贵州黔东南很好。全州有", "qdn", AreaRelation.IS_IT, id="a prefecture of peoples"
        ),
        pytest.param("江苏很好。全省有", "js", AreaRelation.IS_IT, id="the province before"),
        pytest.param("本报南京2日电，全省有", "js", AreaRelation.IS_IT, id="the dateline's"),
        pytest.param("广西桂林很好。全区有", "gx", AreaRelation.IS_IT, id="an autonomous region"),
        pytest.param(
            "新疆若羌很好。全县有", "gx", AreaRelation.ELSEWHERE, id="a county of the dictionary"
        ),
        pytest.param("上海很好。全市有", "wx", AreaRelation.ELSEWHERE, id="a municipality"),
        pytest.param("去年到无锡考察。当地有", "wx", AreaRelation.IS_IT, id="where somebody went"),
        pytest.param("全国很好。当地有", "wx", AreaRelation.UNKNOWN, id="nothing that it may be"),
        pytest.param("无锡与佛山比肩。前者有", "wx", AreaRelation.IS_IT, id="the former"),
        pytest.param("无锡与佛山比肩。后者有", "wx", AreaRelation.ELSEWHERE, id="the latter"),
        pytest.param(
            "无锡靠湖，佛山靠江。2024年，前者有", "wx", AreaRelation.IS_IT, id="of two clauses"
        ),
        pytest.param(
            "无锡靠湖，佛山靠江。2024年，后者有", "wx", AreaRelation.ELSEWHERE, id="latter of them"
        ),
        pytest.param(
            "无锡靠湖，佛山靠江，苏州靠园。后者有", "wx", AreaRelation.UNKNOWN, id="three clauses"
        ),
        pytest.param("无锡很好。后者有", "wx", AreaRelation.UNKNOWN, id="no two"),
        pytest.param("全市有", "wx", AreaRelation.IS_IT, id="nothing before"),
    ],
)
def test_what_the_last_word_stands_for(
    read_files: ReadFiles, text: str, own: str, relation: AreaRelation
) -> None:
    site, problems = read_files({"content/areas.yaml": AREAS})
    assert site is not None
    assert problems == []
    names = AreaNames(site)  # type: ignore[arg-type]  # nothing is asked of its figures
    places = [*named_places(text, frozenset({0}), names.all_called)]
    assert PlacesInOrder(places, site.areas[own], names).relation(len(places) - 1) is relation
