"""The year over a figure's column is the figure's year."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of, seen_near
from tests.support.types import WriteSite


@pytest.mark.parametrize(
    ("article", "year"),
    [
        pytest.param("指标 2023年 2024年\n食堂 12家 15家", 2023, id="the first of two"),
        pytest.param("年份 2023 2024 2025\n食堂 9家 10家 12家", 2025, id="the last of three"),
        pytest.param("2023年 2024年\n食堂 12家 15家", 2023, id="no head over the names"),
        pytest.param("|指标|2023年|2024年|\n|---|---|---|\n|食堂|12家|15家|", 2023, id="marks"),
        pytest.param("指标 2023年 2024年\n书店 1家 2家\n食堂 12家 15家", 2023, id="a later row"),
        pytest.param("指标 2023年 2024年 增长\n食堂 12家 15家 25%", 2023, id="a column without"),
        pytest.param("2023年 2024年 增长\n食堂 12家 15家 25%", 2023, id="names without a head"),
    ],
)
def test_the_year_of_another_column_is_a_warning(
    write_site: WriteSite, article: str, year: int
) -> None:
    assert said_of(write_site, article, "printed: 12家") == seen_near("is about 2024", f"{year}年")


@pytest.mark.parametrize(
    ("article", "period"),
    [
        pytest.param("指标 2023年 2024年\n食堂 12家 15家", "2023", id="the first"),
        pytest.param("指标 2023年 2024年\n食堂 10家 12家", "2024", id="the last"),
        pytest.param("指标 2023年 2024年\n食堂 10家 12家", "2024-06", id="a month of it"),
        pytest.param("指标 2023年 2024年 总数\n食堂 1家 2家 12家", "2024", id="no year over it"),
        pytest.param("指标 2023年 2024年\n食堂 12家", "2024", id="as many cells as no head has"),
        pytest.param("指标 2023年 2024年\n2024年的食堂有12家。", "2024", id="a sentence below"),
    ],
)
def test_the_year_of_its_own_column_is_no_warning(
    write_site: WriteSite, article: str, period: str
) -> None:
    assert said_of(write_site, article, f"printed: 12家, period: {period}") == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("年份　食堂\n2022　10\n2023　12", "2023年"),
        ("地区　2023年食堂　2024年食堂\n全国　12　15", "2023年"),
        ("2024年食堂\n月份　1月　2月\n食堂　12　15", "1月"),
        ("2024年食堂\n一月　10\n十二月　12", "十二月"),
        ("2024年食堂\n季度　一季度　第二季度\n食堂　10　12", "第二季度"),
        ("2024年食堂\n时间　上半年　下半年\n食堂　10　12", "下半年"),
        ("2024年食堂\n产品　8月　1—8月\n食堂　10　12", "1—8月"),
    ],
    ids=[
        "of the row",
        "within a head",
        "month",
        "of months",
        "quarter",
        "half a year",
        "up to one",
    ],
)
def test_what_a_known_table_says_of_the_time_counts(
    write_site: WriteSite, table: str, said: str
) -> None:
    assert said_of(write_site, table, "printed: 12") == seen_near(
        "is about 2024", said, printed="12"
    )


@pytest.mark.parametrize(
    ("table", "period"),
    [
        ("年份　食堂\n2022　10\n2023　12", "2023"),
        ("地区　2023年食堂　2024年食堂\n全国　12　15", "2023"),
        ("2024年食堂\n月份　1月　2月　3月\n食堂　10　12　15", "2024-02"),
        ("2024年食堂\n一月　10\n十二月　12", "2024-12"),
        ("2024年食堂\n季度　一季度　第二季度\n食堂　10　12", "2024-04/2024-06"),
        ("2024年食堂\n时间　上半年　下半年\n食堂　10　12", "2024-07/2024-12"),
    ],
    ids=["of the row", "within a head", "a month", "of months", "a quarter", "half a year"],
)
def test_the_right_time_of_a_known_table_is_no_warning(
    write_site: WriteSite, table: str, period: str
) -> None:
    assert said_of(write_site, table, f"printed: 12, period: {period}") == []


@pytest.mark.parametrize(
    ("area", "is_warned"), [("cn-hn", False), ("cn-hn-cs", True), ("cn-gx", True)]
)
def test_the_place_over_a_column_is_the_figures(
    write_site: WriteSite, area: str, *, is_warned: bool
) -> None:
    table = "指标　湖南　广西\n2024年食堂　12　15"
    said = said_of(write_site, table, f"printed: 12, area: {area}")
    assert said == (seen_near(f"is about `{area}`", "湖南", printed="12") if is_warned else [])


def test_the_day_of_a_row_is_held_against_another_day(write_site: WriteSite) -> None:
    table = "2024年食堂\n日期　食堂\n7月15日　12\n7月16日　15"
    observation = "printed: '12', period: 2024-07-{}"
    wrong = said_of(write_site, table, observation.format(16))
    assert [message.partition("has ")[2] for message in wrong] == ["「7月15日」"]
    assert said_of(write_site, table, observation.format(15)) == []


@pytest.mark.parametrize(
    ("table", "own", "other"),
    [
        ("月份　1月　2月\n2023年　10　12\n2024年　14　16", "2023-02", "2024-02"),
        ("年份\t一季度\t二季度\n2023\t10\t12\n2024\t14\t16", "2023-04/2023-06", "2024-04/2024-06"),
        ("月份　2023年　2024年\n1月　10　12\n2月　14　16", "2024-01", "2024-02"),
        ("|类别|1—6月|去年同期|\n|食堂|10|12|\n|书店|14|16|", "2024-01/2024-06", "2025-01/2025-06"),
        ("2024年统计\n类别　8月　上年同月\n食堂　10　12", "2023-08", "2024-08"),
        ("类别　一季度　上年一季度\n食堂　10　12", "2024-01/2024-03", "2025-01/2025-03"),
        ("类别　上半年　同期\n食堂　10　12", "2024-01/2024-06", "2025-01/2025-06"),
        ("类别　去年11月\n食堂　12\n书店　14", "2024-11", "2023-11"),
        ("类别　四季度　去年四季度\n食堂　10　12", "2023-10/2023-12", "2024-10/2024-12"),
        ("2024年统计\n类别　三季度末　四季度末\n食堂　12　14", "2024-09", "2024-12"),
        ("2024年统计\n类别　6月末　9月底\n食堂　10　12", "2024-09", "2024-06"),
        ("2024年统计\n类别　一季度末　年末\n食堂　10　12", "2024", "2024-03"),
    ],
)
def test_a_year_and_months_of_a_table_are_taken_together(
    write_site: WriteSite, table: str, own: str, other: str
) -> None:
    assert said_of(write_site, table, f"printed: 12, period: {own}") == []
    assert said_of(write_site, table, f"printed: 12, period: {other}") != []


def test_the_same_time_of_no_other_is_no_time(write_site: WriteSite) -> None:
    table = "类别　数量　同期\n食堂　10　12"
    assert said_of(write_site, table, "printed: 12, period: 2023-05") == []


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        ("2024年食堂\n月份　当月　累计\n4月　3　9\n5月　4　12", "2024-01/2024-05", "2024-05"),
        ("2024年食堂\n月份　当月　累计\n4月　3　9\n5月　12　21", "2024-05", "2024-01/2024-05"),
        (
            "2024年食堂\n季度　当季　累计\n一季度　9　9\n二季度　3　12",
            "2024-01/2024-06",
            "2024-04/2024-06",
        ),
        ("2024年食堂\n项目　4月　5月\n当月　9　3\n累计　9　12", "2024-01/2024-05", "2024-05"),
        ("2024年食堂\n月份　新增　累计建成\n4月　3　9\n5月　4　12", "2024-05", "2024-04"),
        ("2024年食堂\n月份　新增　累计建成\n4月　3　9\n5月　4　12", "2024-01/2024-05", "2024"),
        ("食堂\n年份　新增　累计\n2023年　3　9\n2024年　4　12", "2024", "2023"),
        ("2024年食堂\n时间　当期　累计\n三季度末　3　12", "2024-09", "2024-06"),
    ],
    ids=[
        "a sum",
        "one month",
        "quarters",
        "the name of a row",
        "of one month or several",
        "of several or one month",
        "years",
        "a level",
    ],
)
def test_a_sum_of_months_begins_in_january(
    write_site: WriteSite, table: str, right: str, wrong: str
) -> None:
    assert said_of(write_site, table, f"printed: '12', period: {right}") == []
    said = said_of(write_site, table, f"printed: '12', period: {wrong}")
    assert [one for one in said if "is about" in one] != []


@pytest.mark.parametrize("numbers", ["1989　2210", "1989　2057", "1889　1989"])
def test_numbers_in_the_rows_above_are_no_years(write_site: WriteSite, numbers: str) -> None:
    table = f"2024年上半年食堂\n月份　新增　关停\n1月　{numbers}\n2月　12　2057"
    assert said_of(write_site, table, "printed: '12', period: 2024-02") == []
    assert said_of(write_site, table, "printed: '12', period: 2024-01") != []


def test_a_year_at_the_head_of_a_row_above_is_the_year(write_site: WriteSite) -> None:
    table = "时间　食堂　酒楼\n2023年　1989　5\n1月　12　20"
    assert said_of(write_site, table, "printed: '12', period: 2023-01") == []
    assert said_of(write_site, table, "printed: '12', period: 2024-01") != []
