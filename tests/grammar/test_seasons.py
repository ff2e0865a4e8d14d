"""The holidays and other times of a year that come again."""

from __future__ import annotations

import re

import pytest

from statsite.grammar.seasons import (
    MONTHS_OF_HOLIDAYS,
    PUBLIC_HOLIDAYS,
    SCHOOL_HOLIDAYS,
    SEASON,
    SEASON_OF_TWO_YEARS,
)


@pytest.mark.parametrize("name", ["春节", "五一", "春运", "暑期", "三夏", "汛期", "双十一", "双11"])
def test_a_time_that_comes_again_is_a_season(name: str) -> None:
    assert re.fullmatch(SEASON, name)


def test_each_holiday_is_a_season_of_known_months() -> None:
    assert {*PUBLIC_HOLIDAYS, *SCHOOL_HOLIDAYS} < MONTHS_OF_HOLIDAYS.keys()
    assert all(re.fullmatch(SEASON, name) for name in MONTHS_OF_HOLIDAYS)


@pytest.mark.parametrize("words", ["学年", "榨季", "采暖季", "供热季"])
def test_a_season_of_two_years(words: str) -> None:
    assert re.fullmatch(SEASON_OF_TWO_YEARS, words)


def test_a_quarter_is_none() -> None:
    assert re.fullmatch(SEASON_OF_TWO_YEARS, "一季") is None
