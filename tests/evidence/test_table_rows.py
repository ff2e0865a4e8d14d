"""Which lines are rows of a table, and what parts their cells."""

from __future__ import annotations

import pytest

from statsite.evidence.table_rows import table_rows, words_apart


def _cells(text: str) -> dict[int, list[str]]:
    """The cells of the rows of ``text``, by the number of their line."""
    rows = table_rows(text.split("\n")).items()
    return {number: [cell.text for cell in row.cells] for number, row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "县　户数　人口\n东　12　345",
        "县  户数  人口\n东  12  345",
        "县\t户数\t人口\n东\t12\t345",
        "县|户数|人口\n东|12|345",
        "| 县 | 户数 | 人口 |\n|---|---|---|\n| 东 | 12 | 345 |",
        "　　2023年　2024年\n东　12　345",
        "　　户数　人口\n西　1200　3450\n东　12　345",
        "县　户数　人口\n\n东　12　345",
        "县　2023　2024年\n东　12　345",
        "县，户数，人口\n西，8，402\n东，12，345",
        "西　1200　3450\n东　12　345",
        "西　8.5　402\n东　12　345",
        "户数　人口\n西　1200　3450\n东　12　345",
    ],
    ids=[
        "wide blanks",
        "two blanks",
        "tabs",
        "bars",
        "Markdown",
        "no name over the first column, years",
        "no name over the first column, no groups",
        "an empty line",
        "years in the head",
        "commas",
        "no head, more than three digits",
        "no head, decimals",
        "a head that lacks a name",
    ],
)
def test_a_row_is_known_by_its_head_or_by_numbers_that_are_no_groups(text: str) -> None:
    assert [*_cells(text).values()][-1] == ["东", "12", "345"]


@pytest.mark.parametrize(
    "text",
    [
        "东　12　345",
        "西　18　450\n东　12　345",
        "县　户数\n西　18　450\n东　12　345",
        "　县　户数\n东　12　345",
        "县　户数　人口\n东　12　345。",
        "县 户数 人口\n东 12 345",
        "各县，12，345\n住户，人口",
        "他说，户数，人口\n东县，12，345",
        "县　户数　人口\n东　12　345\n万",
        "东　12　345\n西　18",
    ],
    ids=[
        "one line",
        "groups of three",
        "a head of fewer cells",
        "a head that may be set in",
        "a sentence",
        "single blanks",
        "commas without a head",
        "one line with commas",
        "a number that goes on",
        "rows of other lengths",
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert ["东", "12", "345"] not in _cells(text).values()


def test_a_comma_at_the_end_of_a_line_parts_nothing() -> None:
    assert _cells("反映，\n据介绍，8%\n以上") == {}


def test_a_row_knows_what_is_over_its_cells() -> None:
    rows = table_rows(["　2023年　2024年", "东　12　345"])
    assert rows[1].head == ("", "2023年", "2024年")


def test_tabs_mark_the_cells_of_a_row() -> None:
    line = "东　12　 345"
    assert table_rows(["县　户数　人口", line])[1].marked(line) == "东\t12\t\t345"


@pytest.mark.parametrize(
    ("first", "is_head"),
    [("江　2023　2024", True), ("江　2013　1390", False), ("江　1998　2042", False)],
    ids=["years in order", "one of two", "far apart"],
)
def test_numbers_of_a_head_are_years_that_follow_one_another(first: str, *, is_head: bool) -> None:
    rows = table_rows([first, "资江　720　5120"])
    assert bool(rows[1].head) is is_head


def test_one_number_of_four_digits_is_no_year_of_a_head() -> None:
    assert table_rows(["湘江　2013", "资江　720"])[1].head == ()


def test_blanks_and_bars_part_words_of_any_line() -> None:
    assert [(one.text, one.start, one.end) for one in words_apart("湖南 9家|甲　乙")] == [
        ("湖南", 0, 2),
        ("9家", 3, 5),
        ("甲", 6, 7),
        ("乙", 8, 9),
    ]


def test_a_head_that_is_set_in_suffices_for_one_row_that_could_be_no_number() -> None:
    assert _cells("　装机　发电\n东　4720　1013") == {
        0: ["装机", "发电"],
        1: ["东", "4720", "1013"],
    }
    assert _cells("　装机　发电\n东　472　101") == {}


@pytest.mark.parametrize(
    ("rows", "has_head"),
    [
        ("东　84家\n西　1.2万家", True),
        ("东　12家　345万人次\n西　9家　18万人次", True),
        ("东　1.2万　3.4万\n西　2.1万　4.3万", True),
        ("县　1组　3组\n东　12　345", False),
        ("县　1期　2期\n东　12　345", False),
        ("县　3月　4月\n东　12　345", False),
    ],
    ids=["one amount", "several", "with a scale", "numbers of groups", "in order", "months"],
)
def test_amounts_with_what_they_count_are_a_row_and_no_head(rows: str, *, has_head: bool) -> None:
    first = rows.partition("\n")[0].split("　")
    names = ("名称", *("数" for _ in first[1:]))
    found = table_rows(["　".join(names), *rows.split("\n")])
    assert (found[1].head == names) is has_head
    assert has_head or found[2].head == tuple(first)
