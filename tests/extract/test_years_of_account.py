"""本年度 is the one that the article calls by its two years."""

from __future__ import annotations

from statsite.extract.extraction import extract_text


def _periods(text: str) -> list[str]:
    return [str(one.period) for one in extract_text(text)]


def test_a_word_for_this_one_or_the_one_before_has_its_two_years() -> None:
    text = "2025年3月12日\n2024—2025年度棉花收购结束。本年度，收购5吨。上年度，收购6吨。"
    assert _periods(text) == ["2024/2025", "2023/2024"]


def test_where_none_is_called_by_two_years_it_is_the_year() -> None:
    text = "2025年12月12日\n2025年度棉花收购结束。本年度，收购5吨。"
    assert _periods(text) == ["2025"]
