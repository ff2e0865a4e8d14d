"""Numbers up to 99 that count days, months and years."""

from __future__ import annotations

import re

import pytest

from statsite.grammar.small_numbers import DAY, MONTH, SMALL_NUMBER, WEEKDAY, small_number

_WRITTEN = {
    "9": 9,
    "12": 12,
    "一": 1,
    "两": 2,
    "九": 9,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "三十一": 31,
}


@pytest.mark.parametrize(("text", "number"), _WRITTEN.items())
def test_a_small_number_is_found_and_read(text: str, number: int) -> None:
    assert re.fullmatch(SMALL_NUMBER, text)
    assert small_number(text) == number


def test_the_lunar_twenties_are_read() -> None:
    assert small_number("廿三") == 23


@pytest.mark.parametrize("text", ["三四", "百", "多", "100"])
def test_what_is_no_small_number_is_not_found(text: str) -> None:
    assert re.fullmatch(SMALL_NUMBER, text) is None


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        *((MONTH, month) for month in ("1", "09", "12", "十一")),
        *((DAY, day) for day in ("31", "廿三")),
    ],
)
def test_the_numbers_of_months_and_days_are_found(pattern: str, number: str) -> None:
    assert re.fullmatch(pattern, number)


@pytest.mark.parametrize(("pattern", "number"), [(MONTH, "13"), (MONTH, "十三"), (DAY, "32")])
def test_what_is_in_no_calendar_is_not_found(pattern: str, number: str) -> None:
    assert re.fullmatch(pattern, number) is None


@pytest.mark.parametrize("day", ["周三", "星期日", "礼拜天"])
def test_a_day_of_the_week_is_found(day: str) -> None:
    assert re.fullmatch(WEEKDAY, day)
