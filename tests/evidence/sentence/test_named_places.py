"""The places that head the phrases of a text."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.named_places import (
    NamedPlace,
    PlaceKind,
    named_places,
)


def _places(plain: str, *declared: str) -> list[NamedPlace]:
    return [*named_places(plain, frozenset({0}), frozenset(declared))]


def _last(plain: str, *declared: str) -> tuple[PlaceKind, tuple[str, ...]]:
    """The last place of a text that what follows is about."""
    place = [one for one in _places(plain, *declared) if one.is_subject][-1].place
    return place.kind, place.names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("2024年，佛山市新建", PlaceKind.CITY, ("佛山",)),
        ("湖南省新建", PlaceKind.PROVINCE, ("湖南",)),
        ("去年在武汉落户", PlaceKind.CITY, ("武汉",)),
        ("兰考县新建", PlaceKind.COUNTY, ("兰考县",)),
        ("江苏南京江北新区新建", PlaceKind.COUNTY, ("江北新区",)),
        ("在杭州余杭，新建", PlaceKind.COUNTY, ("余杭",)),
        ("湖南湘潭雨湖区新建", PlaceKind.COUNTY, ("雨湖区",)),
        ("湖南多个县新建", PlaceKind.PROVINCE, ("湖南",)),
        ("湖南一些县新建", PlaceKind.PROVINCE, ("湖南",)),
        ("山东省会新建", PlaceKind.CITY, ("济南",)),
        ("泉城新建", PlaceKind.CITY, ("济南",)),
        ("山城的轻轨", PlaceKind.PROVINCE, ("重庆",)),
        ("齐鲁大地上有", PlaceKind.PROVINCE, ("山东",)),
        ("桂糖产量", PlaceKind.PROVINCE, ("广西",)),
        ("粤企落户", PlaceKind.PROVINCE, ("广东",)),
        ("豫产小麦外销", PlaceKind.PROVINCE, ("河南",)),
        ("首店:穗410家", PlaceKind.CITY, ("广州",)),
        ("两广海水养殖", PlaceKind.GROUP, ("广东", "广西")),
        ("川渝两地共建", PlaceKind.GROUP, ("四川", "重庆")),
        ("湘鄂两省有", PlaceKind.GROUP, ("湖南", "湖北")),
        ("苏北五市粮食", PlaceKind.PART, ("江苏",)),
        ("全市新建", PlaceKind.WHOLE, ("市",)),
        ("全国新建", PlaceKind.NATION, ("全国",)),
        ("全球新建", PlaceKind.WORLD, ("全球",)),
        ("曼谷接待", PlaceKind.ABROAD, ("曼谷",)),
        ("当地鲜切花", PlaceKind.HERE, ("当地",)),
        ("后者产量", PlaceKind.LATTER, ("后者",)),
        ("与江苏的650家相比", PlaceKind.PROVINCE, ("江苏",)),
        ("宁波支援四川若尔盖县建牧道", PlaceKind.COUNTY, ("若尔盖县",)),
        ("苏州为贵州铜仁市援建标准厂房", PlaceKind.CITY, ("铜仁",)),
        ("天津港吞吐量", PlaceKind.PROVINCE, ("天津",)),
        ("从西安开出的班列", PlaceKind.CITY, ("西安",)),
        ("北海铁山港靠泊", PlaceKind.CITY, ("北海",)),
        ("浏阳有窑7座，占到长沙市9座的七成", PlaceKind.CITY, ("长沙",)),
        ("香港海关查获", PlaceKind.PROVINCE, ("香港",)),
        ("长沙电子厂招工", PlaceKind.CITY, ("长沙",)),
        ("定西菜籽亩产", PlaceKind.CITY, ("定西",)),
        ("全省老年大学招生", PlaceKind.WHOLE, ("省",)),
        ("全省民营医院收治", PlaceKind.WHOLE, ("省",)),
        ("全国高等学院招生", PlaceKind.NATION, ("全国",)),
        ("中国民营医院收治", PlaceKind.NATION, ("中国",)),
        ("中国公共图书馆接待", PlaceKind.NATION, ("中国",)),
        ("中国在建的博物馆", PlaceKind.NATION, ("中国",)),
        ("乌鲁木齐河源1号冰川", PlaceKind.CITY, ("乌鲁木齐",)),
        ("青海省盐湖产钾", PlaceKind.PROVINCE, ("青海",)),
        ("广东河源新建", PlaceKind.CITY, ("河源",)),
        ("新疆喀什喀什市新建", PlaceKind.COUNTY, ("喀什市",)),
    ],
)
def test_what_a_phrase_is_about(text: str, kind: PlaceKind, names: tuple[str, ...]) -> None:
    assert _last(text) == (kind, names)


def test_a_name_that_the_site_declares() -> None:
    assert _last("2024年，青螺市新建", "青螺") == (PlaceKind.DECLARED, ("青螺",))


@pytest.mark.parametrize(
    "text",
    [
        "佛山等地新建", "武汉大学新建", "佛山会议通报", "贵州比湖南多"[2:], "本报武汉7月9日电", "支援武汉",
        "广交会在广州开幕", "去年到云南考察", "浙江客商新建", "法国设计师来了", "上海的张女士说", "川产业园新建", "苏商业街", "鲁企业", "全国首个",
        "全省首批"[2:], "世界杯比赛", "当地居民", "新建",
        "这座由石头砌的桥", "中国丝绸博物馆接待", "中国西南野生生物种质资源库保存", "中国铁路兰州局集团发送",
        "全国大学生竞赛", "本报长沙电王一", "哈密瓜平价",
        "宁波舟山港吞吐量", "西安咸阳国际机场送走", "从越南进口榴莲", "从浙江引进树苗", "北京烤鸭涨价", "上海青2.5", "全国重点镇", "支援武汉医生", "为武汉捐款",
    ],
)  # fmt: skip
def test_what_a_phrase_is_not_about(text: str) -> None:
    assert not [one for one in _places(text) if one.is_subject]


def test_an_office_tells_of_its_place() -> None:
    assert [one.is_source for one in _places("从江西省农业农村厅获悉，全省有")] == [True, False]


def test_a_customs_house_tells_of_more_than_its_place() -> None:
    assert [one.is_source for one in _places("海口海关17日发布数据")] == [True]


def test_what_a_declared_name_ends_in() -> None:
    (place,) = _places("香港特区入境", "香港")
    assert (place.end, place.place.names) == (4, ("香港",))


def test_several_are_named_together() -> None:
    assert [one.is_one_of_several for one in _places("湘、赣、鄂三省依次为")] == [True] * 3
    assert not [one for one in _places("江苏3家、浙江2家") if one.is_one_of_several]


def test_a_cell_ends_a_name() -> None:
    places = named_places("湖南福建52.8", frozenset({0, 2}), frozenset())
    assert [one.place.names for one in places] == [("湖南",), ("福建",)]


def test_a_city_that_a_site_knows_lies_in_no_other_city() -> None:
    first, *others = _places("宁波舟山港吞吐量", "宁波", "舟山")
    assert (first.place.names, first.is_subject, others) == (("宁波",), False, [])
