"""Numbers up to 99 that count days, months and years."""

from __future__ import annotations

import re

import pytest

from statsite.grammar.small_numbers import SMALL_NUMBER, small_number

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
