"""The days around the lunar new year are known by their names."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text
from statsite.extract.lunar_calendar import lunar_day
from statsite.periods import Moment


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("除夕", 2026, Moment(2026, 2, 16)),
        ("正月初一", 2025, Moment(2025, 1, 29)),
        ("大年初三", 2024, Moment(2024, 2, 12)),
        ("初十", 2023, Moment(2023, 1, 31)),
        ("元宵节", 2026, Moment(2026, 3, 3)),
        ("端午", 2025, Moment(2025, 5, 31)),
        ("中秋", 2020, Moment(2020, 10, 1)),
        ("重阳", 2025, Moment(2025, 10, 29)),
        ("除夕", 1950, None),
        ("中秋", 1950, None),
    ],
)
def test_a_name_is_a_day_of_its_year(words: str, year: int, day: Moment | None) -> None:
    assert lunar_day(words, year) == day


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("正月初三，接待5人", "2026-02-19"),
        ("除夕当天，接待5人", "2026-02-16"),
        ("除夕至正月初六，接待5人", "2026-02-16/2026-02-22"),
        ("去年正月初一，接待5人", "2025-01-29"),
        ("2月17日至23日（正月初一至初七），接待5人", "2026-02-17/2026-02-23"),
        ("去年中秋节当天，接待5人", "2025-10-06"),
        ("元宵前夜，接待5人", "None"),
        ("除夕夜饭预订5桌", "None"),
    ],
)
def test_a_text_tells_of_such_days(told: str, period: str) -> None:
    assert str(extract_text(f"2026年2月25日\n{told}。")[-1].period) == period
