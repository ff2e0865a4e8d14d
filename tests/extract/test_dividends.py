"""Dividends are of the time whose profit they are paid from."""

from __future__ import annotations

import pytest

from statsite.extract.dividends import is_of_a_dividend
from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("公司拟每10股派现", True),
        ("公司拟派发中期股息", True),
        ("派现5亿元，占净利润的", True),
        ("村里户均分红要超过", False),
        ("派出工作人员", False),
        ("拟不派发现金红利;拟回购", False),
    ],
)
def test_words_of_dividends(before: str, *, expected: bool) -> None:
    assert is_of_a_dividend(before, 0, len(before)) is expected


@pytest.mark.parametrize("heading", ["", "二、分配\n董事会于2025年3月27日通过报告。\n"])
def test_a_dividend_that_is_planned_is_of_the_year_of_its_profit(heading: str) -> None:
    text = f"2025年3月28日\n2024年，公司盈利5亿元。\n{heading}公司拟每10股派3元，合计派现2亿元。"
    told = [(str(one.period), one.status) for one in extract_text(text)[-2:]]
    assert told == [("2024", "plan")] * 2
