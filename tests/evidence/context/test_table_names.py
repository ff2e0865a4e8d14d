"""A figure of a table is what its column and its row are called."""

from __future__ import annotations

import pytest

from tests.support.figure_in_article import said_of, seen_near
from tests.support.types import WriteSite

_COLUMNS = "2024年全国餐饮（家）\n类型　食堂　酒楼\n新开　7　12\n关停　3　5"
_ROWS = "2024年全国餐饮\n类型　数量\n食堂　9家\n酒楼　12家\n茶馆　4家"


@pytest.mark.parametrize(
    ("table", "printed", "seen"),
    [
        (_COLUMNS, "12", "酒楼"),
        (_ROWS, "12家", "酒楼"),
        ("2024年全国酒楼（家）\n类型　食堂　酒馆\n新开　7　12\n关停　3　5", "12", "酒馆"),
        ("2024年全国餐饮（家）\n类型　新开　酒楼\n食堂　3　9\n茶馆　12　8", "12", "茶馆"),
    ],
    ids=[
        "the head of another column",
        "the name of another row",
        "beside the title above",
        "of a row with a head",
    ],
)
def test_the_name_of_another_column_or_row_is_a_warning(
    write_site: WriteSite, table: str, printed: str, seen: str
) -> None:
    title = "酒楼食堂" if "酒馆" in seen else "食堂"
    said = said_of(write_site, table, f"printed: '{printed}'", title=title)
    assert said == seen_near("is given as what its indicator is called", seen, printed=printed)


@pytest.mark.parametrize(
    ("table", "printed", "title"),
    [
        (_COLUMNS, "12", "酒楼"),
        (_ROWS, "12家", "酒楼"),
        (_ROWS, "12家", "全国餐饮"),
        ("2024年全国餐饮（家）\n类型　数量　食堂\n新开的食堂　12　9\n茶馆　7　8", "12", "食堂"),
        ("2024年全国餐饮（家）\n类型　食堂　酒楼\n食堂　9　8\n酒楼　12　7", "12", "食堂"),
    ],
    ids=["its column", "its row", "none of them", "its row says so", "its column says so"],
)
def test_its_own_name_or_none_of_the_table_is_no_warning(
    write_site: WriteSite, table: str, printed: str, title: str
) -> None:
    assert said_of(write_site, table, f"printed: '{printed}'", title=title) == []
