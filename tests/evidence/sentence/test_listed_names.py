"""Places that a sentence pairs with figures."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.listed_names import names_of_list

_TWO = "2024年，云南、贵州两省分别建成茶园"


@pytest.mark.parametrize(
    ("before", "place"),
    [
        (_TWO, "云南"),
        (_TWO + "820万亩、", "贵州两省"),
        ("其中，杭州、宁波和温州三市分别新增5家、6家和", "温州三市"),
        ("浙江省与江苏省分别有", "浙江省"),
        ("辽宁、黑龙江分别有5家、", "黑龙江"),
        ("红橙黄三色预警依次发布3次、", "橙色预警"),
        ("男、女、童装分别卖出21万件、", "女"),
        ("男、女、童装分别卖出21万件、34万件、", "童"),
    ],
)
def test_each_figure_has_the_place_of_its_order(before: str, place: str) -> None:
    listed = names_of_list(before)
    assert listed is not None
    assert listed.own == place


@pytest.mark.parametrize(
    "before",
    ["2024年，全省分别建成", "男性、女性共", "云南、贵州两省分别建成820万亩、710万亩，全国共"],
)
def test_without_a_list_of_places_none_is_paired(before: str) -> None:
    assert names_of_list(before) is None
