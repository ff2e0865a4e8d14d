"""Words of a sentence that are neither names nor dates speak against a figure too."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of, seen_near
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "field", "seen"),
    [
        pytest.param("2024年食堂15家，上年为12家。", "is about 2024", "上年", id="the year before"),
        pytest.param(
            "2024年食堂15家，五年前仅12家。", "is about 2024", "五年前", id="years before"
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
            "2024年初报食堂12家，复核后剩9家。",
            "is given as observed",
            "初报食堂12家，复核后剩9家",
            id="in whose place another one stands",
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
        pytest.param(
            "2024年答应建的食堂12家一家也没建。", "is given as observed", "一家也没", id="not one"
        ),
        pytest.param(
            "2024年的食堂，离邻区还有12家。",
            "is given as what its indicator is called",
            "离邻区还有",
            id="a distance",
        ),
        pytest.param(
            "2024年食堂最多的一区建了12家。",
            "is given as the figure itself",
            "最多的一区建了12家",
            id="the greatest",
        ),
        pytest.param(
            "2024年的食堂里民办的有12家。",
            "is given as what its indicator is called",
            "2024年的食堂里民办的有",
            id="a part",
        ),
        pytest.param(
            "2024年招标文件列出食堂12家。",
            "is given as observed",
            "招标文件列出食堂",
            id="asked for",
        ),
    ],
)
def test_words_that_are_neither_names_nor_dates_are_seen_too(
    write_site: WriteSite, article: str, field: str, seen: str
) -> None:
    assert said_of(write_site, article, "printed: 12家, period: 2024") == seen_near(field, seen)


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
    assert said_of(write_site, article, "printed: 12家, period: 2024") == []


@pytest.mark.parametrize(
    ("article", "area"),
    [
        pytest.param("2024年，全国有食堂4297家，其中湖南12家。", "cn-hn", id="a province"),
        pytest.param("2024年，湖南省有食堂97家，长沙12家。", "cn-hn-cs", id="a city"),
        pytest.param("2024年，全省97家食堂中，长沙12家。", "cn-hn-cs", id="a part of the whole"),
    ],
)
def test_the_name_of_the_own_area_is_no_other_subject(
    write_site: WriteSite, article: str, area: str
) -> None:
    assert said_of(write_site, article, f"printed: 12家, area: {area}") == []


def test_a_subject_beside_the_name_of_the_own_area_is_one(write_site: WriteSite) -> None:
    article = "2024年，全国有食堂4297家，其中湖南书店12家。"
    assert said_of(write_site, article, "printed: 12家, area: cn-hn") != []


def test_a_figure_that_a_draft_takes_for_no_observed_one_is_a_warning(
    write_site: WriteSite,
) -> None:
    article, observation = "2024年底前，食堂达12家。", "printed: 12家, period: 2024"
    said = said_of(write_site, article, observation, published="2024-05-02")
    assert said == seen_near("is given as observed", "食堂达12家")


@pytest.mark.parametrize(
    ("article", "printed", "unit", "title", "seen"),
    [
        pytest.param(
            "2024年，两个街道各办食堂12家。",
            "12家",
            "place",
            "两个街道食堂",
            "各办食堂12家",
            id="each of several",
        ),
        pytest.param(
            "2024年，食堂门口开了百元商店。",
            "百元",
            "yuan",
            "食堂价格",
            "百元商店",
            id="a kind of shop",
        ),
        pytest.param(
            "2024年，食堂方案以62票对31票通过。",
            "31票",
            "vote",
            "食堂方案赞成票",
            "62票对31票",
            id="votes of the other side",
        ),
        pytest.param(
            "2024年，食堂占县城餐馆的12%。",
            "12%",
            "percent",
            "食堂占餐饮网点的比重",
            "占县城餐馆的12%",
            id="a share of something else",
        ),
        pytest.param(
            "2024年，食堂占餐馆的三成，食堂里民营的占12%。",
            "12%",
            "percent",
            "民营占餐馆的比重",
            "食堂里民营的占",
            id="a share of a part",
        ),
        pytest.param(
            "2024年，公办食堂15家，民办食堂12家。",
            "12家",
            "place",
            "公办食堂",
            "民办食堂12家",
            id="the number beside it",
        ),
        pytest.param(
            "2024年，县里的食堂排全省第12位。",
            "12位",
            "rank",
            "食堂家数",
            "第12位",
            id="a rank",
        ),
        pytest.param(
            "2024年，批准食堂12家，开张5家。",
            "12家",
            "place",
            "开张食堂",
            "批准食堂12家",
            id="another act",
        ),
        pytest.param(
            "2024年，非公办食堂12家。",
            "12家",
            "place",
            "公办食堂",
            "非公办",
            id="what is not so",
        ),
        pytest.param(
            "2024年，一方出钱的食堂12家。",
            "12家",
            "place",
            "双方出钱的食堂",
            "一方",
            id="how many have it",
        ),
        pytest.param(
            "2024年，县里开了12家旧书店。",
            "12家",
            "place",
            "县里开的剧院",
            "12家旧书店",
            id="another thing behind",
        ),
        pytest.param(
            "2024年，县里开了书店12家。",
            "12家",
            "place",
            "县里开的剧院",
            "书店12家",
            id="another thing",
        ),
    ],
)
def test_a_figure_of_each_of_a_kind_or_of_another_side_or_whole(  # noqa: PLR0913, PLR0917 - as they are listed
    write_site: WriteSite, article: str, printed: str, unit: str, title: str, seen: str
) -> None:
    said = said_of(
        write_site, article, f'printed: "{printed}", period: 2024', unit=unit, title=title
    )
    warning = "context-differs warning: `care.canteens` is given as what its indicator is called"
    assert said == [f"{warning}, but near 「{printed}」 `bulletin` has 「{seen}」"]


@pytest.mark.parametrize(
    ("article", "title", "seen"),
    [
        pytest.param("2024年，县里没有关停食堂12家。", "关停食堂", "没有关停食堂12家", id="denied"),
        pytest.param(
            "2024年，县里否决了增开12家食堂的提案。",
            "增开食堂",
            "否决了增开12家食堂的提案。",
            id="rejected",
        ),
        pytest.param(
            "2024年，县里驳回了追加预算食堂12家的议案。",
            "追加预算食堂",
            "驳回了追加预算食堂12家的议案。",
            id="though its title names what is set",
        ),
    ],
)
def test_what_came_to_nothing_is_not_observed(
    write_site: WriteSite, article: str, title: str, seen: str
) -> None:
    said = said_of(write_site, article, "printed: 12家, period: 2024", title=title)
    assert said == seen_near("is given as observed", seen)


def test_what_a_rule_pays_is_no_bound_that_a_draft_takes_for_a_standard(
    write_site: WriteSite,
) -> None:
    article = "2024年，调整后的食堂补助标准为12家。"
    assert said_of(write_site, article, "printed: 12家, period: 2024", title="食堂补助") == []


@pytest.mark.parametrize(
    ("article", "area"),
    [
        ("2024年全球社区食堂销量121家，中国销量12家。", "cn"),
        ("2024年社区食堂全国121家，湖南的食堂达到12家。", "cn-hn"),
    ],
)
def test_the_name_of_its_area_stands_for_nothing_else(
    write_site: WriteSite, article: str, area: str
) -> None:
    observation = f"printed: 12家, area: {area}"
    assert said_of(write_site, article, observation, title="新建社区食堂销量") == []


@pytest.mark.parametrize(
    ("title", "article"),
    [
        ("福彩食堂", "2024年体彩食堂12家，福利彩票食堂30家。"),
        ("晚间食堂", "2024年早间食堂12家。晚间的有30家。"),
    ],
)
def test_a_name_in_full_and_the_next_sentence_tell_whose_the_number_is(
    write_site: WriteSite, title: str, article: str
) -> None:
    assert said_of(write_site, article, "printed: 12家", title=title)


@pytest.mark.parametrize(
    ("title", "article"),
    [
        ("福彩食堂", "2024年福利彩票食堂12家，体彩食堂30家。"),
        ("晚间食堂", "2024年早间食堂12家。\n\n　　晚间的有30家。"),
    ],
)
def test_they_leave_its_own_number_alone_and_the_next_paragraph_says_nothing(
    write_site: WriteSite, title: str, article: str
) -> None:
    assert said_of(write_site, article, "printed: 12家", title=title) == []
