"""The place that governs a figure by its article, and how the figure's area lies to it."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import other_area_near, said_of, seen_near
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "area", "seen"),
    [
        pytest.param(
            "佛山晒出成绩单\n2024年，全市食堂有12家。\n长沙等地来学。",
            "cn-hn-cs",
            "全市",
            id="headline",
        ),
        pytest.param("佛山：食堂有12家。\n长沙还在算。", "cn-hn-cs", "佛山", id="head of a line"),
        pytest.param(
            "长沙去年到广西考察。当地食堂12家。", "cn-hn-cs", "当地", id="who was visited"
        ),
        pytest.param("图为广西钦州港。该港食堂12家，发往长沙。", "cn-hn-cs", "该港", id="a port"),
        pytest.param(
            "长沙与广西比肩。前者食堂9家，后者食堂12家。", "cn-hn-cs", "后者", id="the latter"
        ),
        pytest.param(
            "湘、桂、赣三省区食堂依次为9家、12家、3家。", "cn-hn", "桂", id="in their order"
        ),
        pytest.param("两湖食堂12家，湖南居多。", "cn-hn", "两湖", id="several of which it is one"),
        pytest.param("全省食堂12家，长沙居多。", "cn-hn-cs", "全省", id="what is around it"),
        pytest.param(
            "广西。湖南食堂3家。广西食堂有9家。又建12家。", "cn-hn", "广西", id="before it"
        ),
        pytest.param("地区　食堂\n湖南　9家\n广西　12家", "cn-hn", "广西", id="a row"),
        pytest.param("指标 湖南 广西\n食堂 9家 12家", "cn-hn", "广西", id="a column"),
        pytest.param(
            "本报南宁3月2日电　全省食堂12家。湖南也有。", "cn-hn", "全省", id="by the dateline"
        ),
        pytest.param("长沙岳麓区2024年食堂12家。", "cn-hn-cs", "长沙岳麓区", id="a district"),
        pytest.param(
            "长沙市帮助广西南宁建起食堂12家。", "cn-hn-cs", "广西南宁", id="who is helped"
        ),
        pytest.param(
            "长沙食堂升温\n本报长沙3月2日电　去年，湖南食堂达到12家，长沙有3家。",
            "cn-hn-cs",
            "湖南",
            id="around the city of the headline",
        ),
        pytest.param(
            "去年长沙食堂9家，全省食堂12家。", "cn-hn-cs", "全省", id="around one with its figure"
        ),
        pytest.param(
            "去年长沙食堂9家，占到湖南12家的七成。", "cn-hn-cs", "湖南", id="the whole of a share"
        ),
        pytest.param("去年长沙食堂9家，占到湖南12家的七成。", "cn-hn", "", id="its own share"),
        pytest.param(
            "长沙的食堂新，广西的食堂老，前者食堂9家，后者食堂12家。",
            "cn-hn-cs",
            "后者",
            id="the latter of two clauses",
        ),
        pytest.param("中国食堂12家，日本也有。", "jp", "中国", id="China for another nation"),
        pytest.param("广西来客。湖南去年全省食堂12家。", "cn-hn", "", id="named beside the whole"),
        pytest.param(
            "记者从湖南省民政厅获悉，长沙食堂12家。", "cn-hn-cs", "", id="who tells of it"
        ),
        pytest.param(
            "长沙发力，在湖南率先建成食堂12家。", "cn-hn-cs", "", id="in what is around it"
        ),
        pytest.param(
            "广西食堂9家，湖南领先。全省食堂12家。", "cn-hn", "", id="the whole of the last"
        ),
        pytest.param(
            "湘、桂、赣三省区食堂依次为9家、12家、3家。", "cn-gx", "", id="in their order"
        ),
        pytest.param(
            "长沙（广西对口帮扶）食堂12家。", "cn-hn-cs", "", id="brackets that end before it"
        ),
        pytest.param("新疆若羌有食堂。湖南全省食堂12家。", "cn-hn", "", id="whole of its own"),
        pytest.param("湖南食堂3家。又建12家。", "cn", "", id="a nation needs no name"),
        pytest.param("湘食堂12家，广西也有。", "cn-hn", "", id="in one character"),
        pytest.param("星城食堂12家，广西也有。", "cn-hn-cs", "", id="a nickname"),
        pytest.param("指标 湖南 广西\n食堂 12家 9家", "cn-hn", "", id="a column"),
        pytest.param("湖南省会食堂12家，广西也有。", "cn-hn-cs", "", id="the capital"),
        pytest.param("长沙市帮助广西南宁建起食堂12家。", "nn", "", id="who is helped"),
        pytest.param("2024年巴黎奥运会的食堂12家，中国厨师去了。", "cn", "", id="games abroad"),
        pytest.param(
            "湖南食堂9家，全国重点村的食堂12家。", "cn-hn", "", id="a title of the nation's"
        ),
        pytest.param("喀什食堂12家，广西也有。", "ks", "", id="a prefecture"),
        pytest.param(
            "长沙海关食堂9家，香港海关食堂12家。", "cn-hn-cs", "香港", id="a customs house"
        ),
        pytest.param(
            "全省老年大学食堂12家，长沙居多。", "cn-hn-cs", "全省", id="the whole, of universities"
        ),
        pytest.param("本报长沙3月2日电　中国丝绸博物馆食堂12家。", "cn-hn", "", id="in a name"),
        pytest.param(
            "长沙有食堂9家。同属南方的广西少，食堂12家。", "cn-hn-cs", "广西", id="described"
        ),
    ],
)
def test_the_place_that_governs_the_figure_is_held_against_its_area(
    write_site: WriteSite, article: str, area: str, seen: str
) -> None:
    assert other_area_near(write_site, article, area) == seen


def test_where_a_match_was_is_no_place_of_its_league(write_site: WriteSite) -> None:
    article = "2024年，湖南联赛热闹，长沙{}食堂12家。"
    for words, is_warned in (("客战时的", False), ("主场", False), ("的", True)):
        observation = "printed: 12家, area: cn-hn"
        said = said_of(write_site, article.format(words), observation, title="联赛食堂")
        assert bool(said) == is_warned


def test_an_indicator_may_name_a_part_of_its_area_without_its_kind(
    write_site: WriteSite,
) -> None:
    article = "2024年，湖南浏阳市食堂12家。"
    for title, is_warned in (("浏阳食堂", False), ("食堂", True)):
        said = said_of(write_site, article, "printed: 12家, area: cn-hn", title=title)
        assert bool(said) == is_warned


_PARTS = "广西2024年食堂\n城市　食堂\n南宁　9家\n柳州　3家\n{}　12家"


@pytest.mark.parametrize("total", ["合计", "总计", "以上合计", "合　　计"])
def test_the_total_of_several_places_is_of_what_is_above_them(
    write_site: WriteSite, total: str
) -> None:
    bare = _PARTS.format(total).replace("家", "")
    observation = "printed: 12, area: {}"
    assert said_of(write_site, bare, observation.format("cn-gx")) == []
    seen = seen_near("is about `nn`", total.replace("　", ""), printed="12")
    assert said_of(write_site, bare, observation.format("nn")) == seen


def test_a_title_may_name_where_something_goes_as_its_table_does(write_site: WriteSite) -> None:
    table = "长沙2024年航班\n目的地　食堂\n南宁　12家\n北海　9家"
    for title, area, is_warned in (
        ("长沙至南宁食堂", "cn-hn-cs", False),
        ("食堂", "cn-hn-cs", True),
        ("长沙至南宁食堂", "ks", True),
    ):
        said = said_of(write_site, table, f"printed: 12家, area: {area}", title=title)
        assert any("is about" in one for one in said) == is_warned


def test_a_title_names_in_running_text_where_something_goes(write_site: WriteSite) -> None:
    article = "2024年，长沙食堂送餐，日本12家，南宁9家。"
    for title, is_warned in (("对日本食堂", False), ("日本食堂", True)):
        said = said_of(write_site, article, "printed: 12家, area: cn-hn-cs", title=title)
        assert any("is about" in one for one in said) == is_warned
