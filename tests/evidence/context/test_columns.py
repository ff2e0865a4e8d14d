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
def test_the_year_of_its_own_column_is_none(
    write_site: WriteSite, article: str, period: str
) -> None:
    assert said_of(write_site, article, f"printed: 12家, period: {period}") == []
