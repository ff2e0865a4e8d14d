"""What an article says of the place that a figure is of."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import other_area_near, said_of, seen_nowhere
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "area", "seen"),
    [
        pytest.param("2024年，湖南食堂有12家。", "cn-gx", "湖南", id="another declared area"),
        pytest.param(
            "2024年，江西省食堂有12家。湖南没有。",
            "cn-hn",
            "江西省",
            id="a province that is not declared",
        ),
        pytest.param("2024年，全国食堂有12家。湖南没有。", "cn-hn", "全国", id="the nation"),
        pytest.param("2024年，湖南食堂多，广西食堂有12家。", "cn-hn", "广西", id="the last of two"),
        pytest.param("2024年，全省食堂有12家。", "cn", "全省", id="a province for the nation"),
        pytest.param("2024年，日本食堂有12家。", "cn", "日本", id="another country"),
        pytest.param("2024年，湖南食堂有12家。", "cn", "湖南", id="one part of the nation"),
        pytest.param("2024年，广东省新建12家。", "cn", "广东省", id="one province of the nation"),
        pytest.param("2024年，佛山食堂有12家。湖南没有。", "cn-hn", "佛山", id="a city elsewhere"),
        pytest.param("2024年，粤企食堂有12家。湖南没有。", "cn-hn", "粤", id="in one character"),
        pytest.param(
            "2024年，湘赣两地食堂12家。湖南没有。", "cn-hn", "湘赣两地", id="two provinces"
        ),
        pytest.param("2024年，羊城食堂有12家。长沙没有。", "cn-hn-cs", "羊城", id="a nickname"),
        pytest.param("2024年，义乌食堂有12家。", "cn-hn", "义乌", id="a city without a province"),
        pytest.param("2024年，兰考食堂有12家。", "cn-hn", "兰考", id="a county elsewhere"),
        pytest.param("2024年，昆山食堂12家。", "cn-hn-cs", "昆山", id="a city for a city"),
        pytest.param(
            "2024年，食堂12家（广西数据）。湖南没有。", "cn-hn", "广西", id="behind it in brackets"
        ),
        pytest.param(
            "2024年，食堂12家（佛山）。湖南没有。", "cn-hn", "佛山", id="a city in brackets"
        ),
        pytest.param(
            "2024年，食堂12家（江西）。湖南没有。", "cn-hn", "江西", id="a province in brackets"
        ),
        pytest.param("2024年，食堂12家（据慈溪统计）。", "cn-hn", "慈溪", id="who counted it"),
        pytest.param(
            "2024年，广西食堂比湖南多出3家，达12家。", "cn-hn", "广西", id="more than the own area"
        ),
        pytest.param("2024年，长三角食堂有12家。", "cn", "长三角", id="a region"),
        pytest.param("2024年，本市食堂有12家。", "cn", "本市", id="the writer's city"),
        pytest.param("2024年，广西食堂有12家。湖南没有。", "zones", "广西", id="a group elsewhere"),
        pytest.param("2024年，湖南省食堂有12家。", "cn-hn-cs", "湖南省", id="what holds it"),
        pytest.param(
            "2024年，湖南省长沙市食堂有12家。", "cn-hn", "湖南省长沙市", id="a part of it"
        ),
        pytest.param("2024年，株洲食堂有12家。湖南领先。", "cn-hn", "株洲", id="a city of it"),
        pytest.param("2024年，浏阳食堂有12家。湖南领先。", "cn-hn", "浏阳", id="a county"),
        pytest.param("2024年，浏阳食堂有12家。", "cn", "浏阳", id="a county of the nation"),
        pytest.param("2024年，食堂12家（长沙数据）。", "cn-hn", "长沙", id="a part in brackets"),
        pytest.param("2024年，湖南食堂高于江西的12家。", "cn-hn", "江西", id="compared with"),
        pytest.param("2024年，湖南食堂有12家。", "cn-hn", "", id="without 省"),
        pytest.param("2024年，广西食堂有12家。", "cn-gx", "", id="without 壮族自治区"),
        pytest.param("2024年，佛山、长沙等地食堂有12家。", "cn-hn", "", id="one of several"),
        pytest.param("2024年，湖南等地食堂有12家。", "cn", "", id="parts of the nation"),
        pytest.param(
            "2024年，全国食堂包括湖南省有12家。", "cn", "", id="the nation and a part of it"
        ),
        pytest.param("2024年，湖南省会议通报食堂有12家。", "cn", "", id="where it was told"),
        pytest.param(
            "湖南省食堂多。2024年有12家。", "cn", "", id="a part of it in another sentence"
        ),
        pytest.param(
            "2024年，食堂12家（不含江西）。湖南领先。", "cn-hn", "", id="left out in brackets"
        ),
        pytest.param("2024年，广西食堂比湖南的12家增加。", "cn-hn", "", id="the figure of a base"),
        pytest.param("2024年，全省食堂有12家，湖南领先。", "cn-hn", "", id="the whole province"),
        pytest.param("2024年，我省食堂有12家，在全国领先。", "cn-gx", "", id="our province"),
        pytest.param("2024年，长沙食堂有12家。", "zones", "", id="a member of a group"),
        pytest.param(
            "2024年，该院赴广西建食堂12家。长沙第九医院记。",
            "clinic",
            "",
            id="an institution elsewhere",
        ),
        pytest.param(
            "2024年，长沙第九医院没有食堂，长沙第九中学有12家。",
            "clinic",
            "长沙第九中学",
            id="another institution of the site",
        ),
        pytest.param(
            "2024年，长沙第九中学没有食堂，长沙第九医院有12家。", "clinic", "", id="its own last"
        ),
        pytest.param("2024年食堂有12家。", "cn-gx", "", id="no place at all"),
        pytest.param(
            "2024年，除湖南省外，各地食堂共有12家。", "cn-hn", "除湖南省外", id="all but the area"
        ),
        pytest.param(
            "2024年，除湖南省外，广西也有食堂，湖南共有12家。", "cn-hn", "", id="and with it"
        ),
    ],
)
def test_the_places_of_the_sentence_are_held_against_the_area(
    write_site: WriteSite, article: str, area: str, seen: str
) -> None:
    assert other_area_near(write_site, article, area) == seen


def test_an_area_that_the_whole_article_never_names_is_a_warning(write_site: WriteSite) -> None:
    article = "2024年，食堂有12家。展位在湖南省。"
    assert said_of(write_site, article, "printed: 12家, area: cn-gx") == seen_nowhere(
        "is about `cn-gx`", "湖南省"
    )
    assert (
        said_of(
            write_site,
            article,
            "printed: 12家, area: cn-gx",
            source="producer: {zh: 广西民政厅, en: Guangxi}\n",
        )
        == []
    )
