"""Cities and counties that the dictionary knows and no list of the project."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.places_of_the_dictionary import places_of_the_dictionary


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("义乌发往欧洲的班列", "义乌"),
        ("2024年，昆山市新建", "昆山市"),
        ("去年在晋江建成", "晋江"),
        ("兰考种植泡桐", "兰考"),
        ("慈溪家电产值", "慈溪"),
        ("常熟服装产值", "常熟"),
        ("长兴县新建", "长兴县"),
    ],
)
def test_what_names_a_city_or_a_county(clause: str, place: str) -> None:
    assert [*places_of_the_dictionary(clause)] == [place]


@pytest.mark.parametrize(
    "clause",
    [
        "朝阳产业新建",
        "和平年代",
        "新建食堂",
        "凤凰台",
        "温泉旅游接待",
        "晋江、石狮新建",
        "义乌会议通报",
        "各市县新建",
        "仙桃丰收",
        "义乌11月2日电",
        "全市新建",
        "接待义乌游客",
    ],
)
def test_what_names_none(clause: str) -> None:
    assert not [*places_of_the_dictionary(clause)]
