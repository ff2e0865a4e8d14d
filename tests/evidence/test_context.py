"""What an article says outright around a figure is held against its period, base, area and unit;
what it does not say is not.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from statsite.evidence.articles import Articles
from statsite.evidence.verify import verify_site
from tests.support.paths import ROOT
from tests.support.proven_site import DATASET, FILES, SOURCE, site_in, told, verified
from tests.support.types import WriteSite

_FOLDER = os.environ.get("STATSITE_SOURCES")

AREAS = """\
cn: {title: {zh: 全国, en: China}, kind: country}
cn-hn: {title: {zh: 湖南省, en: Hunan}, kind: province, part_of: cn}
cn-hn-cs: {title: {zh: 长沙市, en: Changsha}, kind: city, part_of: cn-hn}
cn-gx: {title: {zh: 广西壮族自治区, en: Guangxi}, kind: province, part_of: cn}
zones: {title: {zh: 湖南省试点, en: pilot zones in Hunan}, kind: group, part_of: cn-hn}
clinic: {title: {zh: 长沙第九医院, en: Changsha No. 9 Hospital}, kind: institution, part_of: cn-hn-cs}
"""


def _said(
    write_site: WriteSite, article: str, observation: str, *, unit: str = "place", source: str = ""
) -> list[str]:
    """What the verification says of one figure about China in 2024, printed in ``article`` that
    appeared in 2025.
    """
    dataset = f"""\
title: {{zh: 食堂, en: Canteens}}
topic: elderly-care
defaults: {{source: bulletin, area: cn, period: 2024, status: observed}}
indicators:
  canteens:
    title: {{zh: 食堂, en: Canteens}}
    unit: {unit}
    observations:
      - {{{observation}}}
"""
    text = (
        FILES[SOURCE].replace("lines: [[2, 6]]", f"lines: [[1, {article.count(chr(10)) + 1}]]")
        + source
    )
    reprint = "content/sources/reprint.yaml"
    units = (
        FILES["content/units.yaml"]
        + 'rate: {zh: 个/千人, en: {one: "per 1,000", other: "per 1,000"}}\n'
    )
    files = {
        **FILES,
        "content/units.yaml": units,
        "content/areas.yaml": AREAS,
        DATASET: dataset,
        SOURCE: text,
        reprint: FILES[reprint].replace("[[2, 6]]", "[[1, 1]]"),
    }
    return [
        f"{problem.check} {problem.severity}: {problem.message}"
        for problem in verified(write_site(files), article).problems
    ]


def _near(said: str, seen: str) -> list[str]:
    return [
        (
            f"context-differs warning: `care.canteens` {said}, but near 「12家」 `bulletin` has "
            f"「{seen}」"
        )
    ]


def _nowhere(said: str, *seen: str) -> list[str]:
    return [
        (
            f"context-differs warning: `care.canteens` {said}, which `bulletin` names nowhere; it "
            f"has {'、'.join(f'「{one}」' for one in seen)}"
        )
    ]


@pytest.mark.parametrize(
    ("article", "period", "seen"),
    [
        pytest.param("截至2023年末，食堂有12家。", "2024-12-31", "截至2023年末", id="year"),
        pytest.param("2024年9月，食堂有12家。", "2024-12-31", "2024年9月", id="month"),
        pytest.param("自2012年以来建成食堂12家。", "2013/..", "自2012年以来", id="since"),
        pytest.param("到2027年，食堂达12家。", "2030", "到2027年", id="target"),
        pytest.param("2023年办得好。食堂有12家。", "2024", "2023年", id="sentence before"),
        pytest.param("去年，食堂有12家。", "2023", "去年", id="counted from the article's year"),
        pytest.param(
            "食堂从2023年的12家增到2024年的15家。", "2024", "从2023年", id="the nearest before it"
        ),
        pytest.param("2024年食堂15家，2023年12家。", "2024", "2023年", id="of two in a sentence"),
        pytest.param(
            "2024年食堂增加，比2023年的食堂12家增加。",
            "2024",
            "比2023年",
            id="the figure of a base",
        ),
    ],
)
def test_a_time_that_governs_the_figure_and_is_another_is_a_warning(
    write_site: WriteSite, article: str, period: str, seen: str
) -> None:
    assert _said(write_site, article, f"printed: 12家, period: {period}") == _near(
        f"is about {period}", seen
    )


@pytest.mark.parametrize(
    ("article", "period"),
    [
        pytest.param("截至2024年末，食堂有12家。", "2024-12-31", id="the same"),
        pytest.param("2024年，食堂有12家。", "2024-12-31", id="the year of the day"),
        pytest.param("2025年1—9月，食堂有12家。", "2025-01/2025-09", id="months"),
        pytest.param("自2012年以来建成食堂12家。", "2012/..", id="since"),
        pytest.param("去年，食堂有12家。", "2024", id="last year"),
        pytest.param("比2020年增加食堂12家。去年统计。", "2024", id="a base governs nothing"),
        pytest.param("食堂有12家。", "2019", id="no time at all"),
        pytest.param("2023年，食堂有12家。", "unknown", id="no period"),
        pytest.param("食堂有12家。另有展位，2019年起增加。", "2019", id="named elsewhere"),
        pytest.param("“十三五”时期建食堂12家，目前仍在。", "2016/2020", id="five-year plan"),
        pytest.param("10年来建成食堂12家。", "2015/..", id="years ago"),
        pytest.param("目前，食堂有12家。", "2025", id="now"),
    ],
)
def test_a_time_that_fits_or_is_not_named_is_none(
    write_site: WriteSite, article: str, period: str
) -> None:
    compared = ", compared_with: 2020" if "比2020年" in article else ""
    assert _said(write_site, article, f"printed: 12家, period: {period}{compared}") == []


@pytest.mark.parametrize(
    ("article", "field", "seen"),
    [
        pytest.param(
            "2024年食堂15家，上年为12家。", "is about 2024", "上年为", id="the year before"
        ),
        pytest.param(
            "2024年食堂15家，五年前仅12家。", "is about 2024", "五年前仅", id="years before"
        ),
        pytest.param(
            "2019年、2024年食堂分别为12家、15家。", "is about 2024", "2019年", id="a list of years"
        ),
        pytest.param(
            "2024年上半年，新增食堂12家。", "is about 2024", "2024年上半年", id="a part of the year"
        ),
        pytest.param("2024年户均食堂12家。", "is counted in `place`", "户均食堂", id="a rate"),
        pytest.param("2024年计划新增12家食堂。", "is given as observed", "计划新增", id="a plan"),
        pytest.param("2024年食堂也许有12家。", "is given as observed", "也许有", id="perhaps"),
        pytest.param(
            "2024年食堂12家（待核实）。", "is given as observed", "(待核实)", id="in brackets"
        ),
        pytest.param(
            "2024年千人食堂12家。", "is counted in `place`", "千人食堂", id="per thousand"
        ),
        pytest.param(
            "2024年食堂12家的一半。",
            "is given as the figure itself",
            "12家的一半",
            id="a part of it",
        ),
        pytest.param(
            "2024年可容纳食堂12家。", "is given as observed", "可容纳食堂", id="an ability"
        ),
        pytest.param(
            "2024年，网友称食堂有12家。", "is given as observed", "网友称食堂有", id="a claim"
        ),
        pytest.param(
            "2024年食堂12家，后全部被叫停。", "is given as observed", "，后全部被叫停", id="undone"
        ),
        pytest.param(
            "2024年，食堂缺口为12家。", "is given as the figure itself", "缺口为", id="a lack"
        ),
        pytest.param(
            "2024年，食堂比上年减少12家。",
            "is given as what its indicator is called",
            "减少",
            id="a change",
        ),
        pytest.param(
            "2024年食堂有15家，书店有12家。",
            "is given as what its indicator is called",
            "书店有12家",
            id="another subject",
        ),
    ],
)
def test_words_that_are_neither_names_nor_dates_are_seen_too(
    write_site: WriteSite, article: str, field: str, seen: str
) -> None:
    assert _said(write_site, article, "printed: 12家, period: 2024") == _near(field, seen)


@pytest.mark.parametrize(
    "article",
    [
        "2024年食堂15家，比上年增加，新增12家。",
        "2024年完成计划，新增食堂12家。",
        "2024年，受日本经验启发，建食堂12家。",
        "2024年，平均分配食堂12家。",
    ],
)
def test_such_words_that_are_of_something_else_are_none(
    write_site: WriteSite, article: str
) -> None:
    assert _said(write_site, article, "printed: 12家, period: 2024") == []


def test_a_year_that_the_whole_article_never_names_is_a_warning(write_site: WriteSite) -> None:
    article = "食堂有12家，近日开放。展位2018年建成，2020年扩建。"
    assert _said(write_site, article, "printed: 12家, period: 2023") == _nowhere(
        "is about 2023", "2018年", "2020年"
    )


def test_a_base_that_is_another_is_a_warning(write_site: WriteSite) -> None:
    article = "2024年，食堂比2020年增加12家。"
    assert _said(write_site, article, "printed: 12家, compared_with: 2020") == []
    assert _said(write_site, article, "printed: 12家, compared_with: 2019") == _near(
        "is compared with 2019", "比2020年"
    )


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
        pytest.param("2024年，长三角食堂有12家。", "cn", "长三角", id="a region"),
        pytest.param("2024年，本市食堂有12家。", "cn", "本市", id="the writer's city"),
        pytest.param("2024年，广西食堂有12家。湖南没有。", "zones", "广西", id="a group elsewhere"),
    ],
)
def test_a_place_of_the_sentence_that_is_another_is_a_warning(
    write_site: WriteSite, article: str, area: str, seen: str
) -> None:
    assert _said(write_site, article, f"printed: 12家, area: {area}") == _near(
        f"is about `{area}`", seen
    )


@pytest.mark.parametrize(
    ("article", "area"),
    [
        pytest.param("2024年，湖南食堂有12家。", "cn-hn", id="without 省"),
        pytest.param("2024年，广西食堂有12家。", "cn-gx", id="without 壮族自治区"),
        pytest.param("2024年，湖南省食堂有12家。", "cn-hn-cs", id="what holds it"),
        pytest.param("2024年，湖南省长沙市食堂有12家。", "cn-hn", id="a part of it"),
        pytest.param("2024年，湖南等地食堂有12家。", "cn", id="parts of the nation"),
        pytest.param("2024年，全国食堂包括湖南省有12家。", "cn", id="the nation and a part of it"),
        pytest.param("2024年，湖南省会议通报食堂有12家。", "cn", id="where it was told"),
        pytest.param("湖南省食堂多。2024年有12家。", "cn", id="a part of it in another sentence"),
        pytest.param("2024年，湖南食堂高于江西的12家。", "cn-hn", id="compared with"),
        pytest.param("2024年，全省食堂有12家，湖南领先。", "cn-hn", id="the whole province"),
        pytest.param("2024年，我省食堂有12家，在全国领先。", "cn-gx", id="our province"),
        pytest.param("2024年，长沙食堂有12家。", "zones", id="a member of a group"),
        pytest.param(
            "2024年，该院赴广西建食堂12家。长沙第九医院记。",
            "clinic",
            id="an institution elsewhere",
        ),
        pytest.param("2024年食堂有12家。", "cn-gx", id="no place at all"),
    ],
)
def test_a_place_that_fits_or_is_not_named_is_none(
    write_site: WriteSite, article: str, area: str
) -> None:
    assert _said(write_site, article, f"printed: 12家, area: {area}") == []


def test_an_area_that_the_whole_article_never_names_is_a_warning(write_site: WriteSite) -> None:
    article = "2024年，食堂有12家。展位在湖南省。"
    assert _said(write_site, article, "printed: 12家, area: cn-gx") == _nowhere(
        "is about `cn-gx`", "湖南省"
    )
    assert (
        _said(
            write_site,
            article,
            "printed: 12家, area: cn-gx",
            source="producer: {zh: 广西民政厅, en: Guangxi}\n",
        )
        == []
    )


@pytest.mark.parametrize(
    ("article", "unit", "said"),
    [
        pytest.param("2024年食堂12家。", "place", [], id="its own word"),
        pytest.param("2024年食堂12，展位无。", "place", [], id="no word"),
        pytest.param(
            "2024年食堂12家。",
            "rate",
            ["is counted in `rate`, but near 「12」 `bulletin` has 「12家」"],
            id="another unit's",
        ),
        pytest.param("2024年食堂12家庭。", "rate", [], id="the beginning of another word"),
    ],
)
def test_a_unit_word_of_another_unit_behind_the_number_is_a_warning(
    write_site: WriteSite, article: str, unit: str, said: list[str]
) -> None:
    assert _said(write_site, article, "printed: 12", unit=unit) == [
        f"context-differs warning: `care.canteens` {one}" for one in said
    ]


@pytest.mark.parametrize(
    ("article", "seen"),
    [
        ("2024年每百户拥有食堂12家。", "每百户拥有食堂"),
        ("2024年每百户12家。", "每百户12家"),
        ("2024年食堂12家/县。", "12家/县"),
    ],
    ids=["far", "each", "per"],
)
def test_a_number_of_so_many_each_wants_a_unit_that_says_so(
    write_site: WriteSite, article: str, seen: str
) -> None:
    said = (
        [
            (
                "context-differs warning: `care.canteens` is counted in `place`, but near "
                f"「12家」 `bulletin` has 「{seen}」"
            )
        ]
        if seen
        else []
    )
    assert _said(write_site, article, "printed: 12家") == said


def test_a_unit_word_in_place_of_the_units_own_makes_a_part_of_the_number(
    write_site: WriteSite,
) -> None:
    assert _said(write_site, "2024年食堂12家。", "printed: 12", unit="bed") == [
        "figure-partial error: 「12」 is only part of a figure in `bulletin`"
    ]


def test_context_says_why_and_ends_the_warning(write_site: WriteSite) -> None:
    context = "context: {zh: 年份只管前半句。, en: The year belongs to the first half.}"
    assert _said(write_site, "2023年扩建后，食堂有12家。", f"printed: 12家, {context}") == []


def test_an_article_in_another_language_says_nothing(write_site: WriteSite) -> None:
    article = "2023年，湖南食堂有12家。"
    assert len(_said(write_site, article, "printed: 12家, area: cn-gx")) == 2
    assert _said(write_site, article, "printed: 12家, area: cn-gx", source="language: ja\n") == []


def test_a_warning_stands_at_the_figure_and_proves_it_all_the_same(write_site: WriteSite) -> None:
    files = {**FILES, DATASET: FILES[DATASET].replace("period: 2024-12-31", "period: 2023")}
    found = verified(
        write_site(files),
        (
            "\n虚构县的床位\n2024年虚构县共有床位799.3万\n张，护理床位占65.7%。"
            "\n食堂12家，乡镇食堂12家。\n志愿者超过300名。\n"
        ),
    )
    assert told(found.problems) == [
        ("context-differs", f"{DATASET}:{line}") for line in (9, 14, 19, 24)
    ]
    assert (len(found.proofs), found.errors) == (4, 0)


@pytest.mark.sources
@pytest.mark.skipif(not _FOLDER, reason="needs STATSITE_SOURCES: the folder of the articles' texts")
def test_at_most_two_in_a_hundred_of_this_repositorys_printings_are_warned_of_falsely() -> None:
    found = verify_site(site_in(ROOT), Articles(Path(_FOLDER or "")), "2025-11-01")
    explained = sum(bool(o.context) for o in site_in(ROOT).observations.values())
    checks = Counter(problem.check for problem in found.problems)
    assert checks["context-differs"] + explained <= 0.02 * len(found.proofs)
