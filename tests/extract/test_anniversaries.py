"""An undated text shows its year by an anniversary, or by the first or last year of a plan."""

from __future__ import annotations

import pytest

from statsite.extract.anniversaries import year_of_anniversary
from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("合作社成立五周年了。2020年成立以来，社员增至86户。", 2025),
        ("今天是建馆70周年纪念日。1956年开馆当年，藏品1136件。", 2026),
        ("公司创办于2005年，创办20年来，员工增至860人。", 2025),
        ("“十四五”收官之年，新建5所学校。", 2025),
        ("“十五五”规划开局之年，新建5所学校。", 2026),
        ("大桥2018年通车。建校100周年之际，来了5人。", 0),
        ("五周年庆典后，来了5人。2020年成立。", 0),
        ("合作社成立五周年了。", 0),
        ("“十四五”期间，新建5所学校。", 0),
    ],
)
def test_the_year_of_an_anniversary(text: str, year: int) -> None:
    assert year_of_anniversary(text) == year


def test_a_text_without_a_date_counts_from_its_anniversary() -> None:
    text = "合作社成立五周年了。2020年成立以来，社员增至86户。去年收入65万元，今年前三季度70万元。"
    told = extract_text(text)
    assert [str(one.period) for one in told] == ["2020/..", "2024", "2025-01/2025-09"]
    assert all("period" in one.unsure for one in told)


def test_a_date_says_more_than_an_anniversary() -> None:
    text = "2024年3月4日\n合作社成立五周年了。2020年成立以来，社员增至86户。去年收入65万元。"
    assert str(extract_text(text)[-1].period) == "2023"
