"""What an article says of a figure's time, and of the time that it is compared with."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of, seen_near, seen_nowhere
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "period", "seen"),
    [
        pytest.param("截至2023年末，食堂有12家。", "2024-12-31", "截至2023年末", id="year"),
        pytest.param("2024年9月，食堂有12家。", "2024-12-31", "2024年9月", id="month"),
        pytest.param("自2012年以来建成食堂12家。", "2013/..", "自2012年以来", id="since"),
        pytest.param("22年全国食堂有12家。", "2024", "2022年", id="a year in two digits"),
        pytest.param("2024年入汛至8月底，食堂12家。", "2024", "入汛至8月底", id="up to a month"),
        pytest.param(
            "开业至今，食堂接待12家。", "2024", "开业至今，食堂接待", id="since an opening"
        ),
        pytest.param(
            "2020年至2024年五年间，建食堂12家。",
            "2024",
            "2020年至2024年",
            id="a sum of years",
        ),
        pytest.param("2023年办得好。食堂有12家。", "2024", "2023年", id="sentence before"),
        pytest.param("去年，食堂有12家。", "2023", "去年", id="counted from the article's year"),
        pytest.param("2020年至2024年五年间，建食堂12家。", "2024", "2020年至2024年", id="years"),
        pytest.param("自2012年以来累计建食堂12家。", "2024", "自2012年以来", id="a sum"),
        pytest.param("上月，新建食堂12家。", "2025", "上月", id="a month of the article's year"),
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
    assert said_of(write_site, article, f"printed: 12家, period: {period}") == seen_near(
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
        pytest.param(
            "继2022年突破9家之后，食堂去年增至12家。", "2024", id="last year behind another one"
        ),
        pytest.param("比2020年增加食堂12家。去年统计。", "2024", id="a base governs nothing"),
        pytest.param("食堂有12家。", "2019", id="no time at all"),
        pytest.param("2023年，食堂有12家。", "unknown", id="no period"),
        pytest.param("食堂有12家。另有展位，2019年起增加。", "2019", id="named elsewhere"),
        pytest.param("“十三五”时期建食堂12家，目前仍在。", "2016/2020", id="five-year plan"),
        pytest.param("10年来建成食堂12家。", "2015/..", id="years ago"),
        pytest.param("目前，食堂有12家。", "2025", id="now"),
        pytest.param("全年新建食堂12家。", "2024", id="a year without its number"),
        pytest.param("暑期经济升温。2024年，食堂有12家。", "2024", id="a season before the year"),
    ],
)
def test_a_time_that_fits_or_is_not_named_is_none(
    write_site: WriteSite, article: str, period: str
) -> None:
    compared = ", compared_with: 2020" if "比2020年" in article else ""
    assert said_of(write_site, article, f"printed: 12家, period: {period}{compared}") == []


@pytest.mark.parametrize(
    ("article", "seen"),
    [
        pytest.param("2024年工作展开。春运40天，食堂接待12家。", "春运40天，食堂接待", id="season"),
        pytest.param("开业首日，食堂达12家。", "首日", id="day"),
    ],
)
def test_a_part_of_a_year_without_its_number_is_a_warning(
    write_site: WriteSite, article: str, seen: str
) -> None:
    assert said_of(write_site, article, "printed: 12家") == seen_near("is about 2024", seen)


def test_one_day_of_several_is_a_warning(write_site: WriteSite) -> None:
    article = "7月15日至18日，新开食堂30家，其中首日12家。"
    period = "2025-07-15/2025-07-18"
    said = said_of(write_site, article, f"printed: 12家, period: {period}")
    assert said == seen_near(f"is about {period}", "首日")
    assert said_of(write_site, article, "printed: 12家, period: 2025-07-15") == []
    title = "首日新开食堂"
    assert said_of(write_site, article, f"printed: 12家, period: {period}", title=title) == []


def test_a_season_that_the_indicator_is_called_by_is_none(write_site: WriteSite) -> None:
    article = "春运40天，食堂接待12家。"
    assert said_of(write_site, article, "printed: 12家", title="春运食堂") == []


def test_a_year_that_the_whole_article_never_names_is_a_warning(write_site: WriteSite) -> None:
    article = "食堂有12家，近日开放。展位2018年建成，2020年扩建。"
    assert said_of(write_site, article, "printed: 12家, period: 2023") == seen_nowhere(
        "is about 2023", "2018年", "2020年"
    )


def test_a_base_that_is_another_is_a_warning(write_site: WriteSite) -> None:
    article = "2024年，食堂比2020年增加12家。"
    assert said_of(write_site, article, "printed: 12家, compared_with: 2020") == []
    assert said_of(write_site, article, "printed: 12家, compared_with: 2019") == seen_near(
        "is compared with 2019", "比2020年"
    )


def test_a_month_is_not_what_all_of_the_year_had(write_site: WriteSite) -> None:
    article = "2024年12月，食堂新增3家，全年共新增12家。"
    said = said_of(write_site, article, "printed: 12家, period: 2024-12")
    assert said == seen_near("is about 2024-12", "全年")
    assert said_of(write_site, article, "printed: 12家, period: 2024") == []
    assert said_of(write_site, article, "printed: 3家, period: 2024-12") == []


def test_a_target_of_another_year_is_a_warning(write_site: WriteSite) -> None:
    observation = "printed: 12家, period: 2030, status: target"
    said = said_of(write_site, "到2027年，食堂达12家。", observation)
    assert said == seen_near("is about 2030", "到2027年")


@pytest.mark.parametrize(
    ("article", "title", "seen"),
    [
        ("2024年暑期，食堂每学期收费12元。", "食堂收费", ""),
        ("2024年采暖季，食堂每学期补助12元。", "食堂补助", ""),
        ("2024年暑期，食堂每学期消费12元。", "食堂消费", "暑期"),
        ("2024年上半年，食堂每学期收费12元。", "食堂收费", "2024年上半年"),
    ],
    ids=["a fee", "a grant", "what was spent", "months"],
)
def test_what_is_set_to_be_paid_holds_in_a_season_as_in_its_year(
    write_site: WriteSite, article: str, title: str, seen: str
) -> None:
    said = said_of(write_site, article, "printed: 12元", unit="term", title=title)
    assert said == (seen_near("is about 2024", seen, printed="12元") if seen else [])
