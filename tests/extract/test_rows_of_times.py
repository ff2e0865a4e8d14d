"""A level that was kept for years or months in a row is that of all of them."""

from __future__ import annotations

import pytest

from statsite.extract.candidates import candidates
from statsite.extract.extraction import extract_text
from statsite.extract.rows_of_times import in_a_row
from statsite.periods import parse_period


@pytest.mark.parametrize(
    ("words", "last", "period"),
    [
        ("连续10年稳定在2000万吨以上", "2024", "2015/2024"),
        ("连续三年保持在98%", "2024", "2022/2024"),
        ("连续6个月低于0.3元", "2025-06", "2025-01/2025-06"),
        ("连续6个月低于0.3元", "2025-02", "2024-09/2025-02"),
    ],
)
def test_a_level_kept_in_a_row(words: str, last: str, period: str) -> None:
    *_, figure = candidates(words)
    assert in_a_row(figure, parse_period(last)) == parse_period(period)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("连续10年上升，为2000万吨", "2024"),
        ("连续3年增长9%", "2024"),
        ("连续6个月低于0.3元", "2025"),
        ("连续6天低于3元", "2025-06-06"),
        ("低于0.3元", "2025-06"),
    ],
)
def test_no_level_kept_in_a_row(words: str, last: str) -> None:
    *_, figure = candidates(words)
    assert in_a_row(figure, parse_period(last)) is None


def test_a_draft_gives_the_years() -> None:
    told = extract_text("2024年粮食产量2186.4万吨，连续10年稳定在2000万吨以上。")
    assert [str(one.period) for one in told] == ["2024", "2015/2024"]
