"""Ordinals and cardinals as English writes them."""

from __future__ import annotations

import pytest

from statsite.language.english import cardinal, ordinal


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
        (1003, "1,003rd"),
    ],
)
def test_a_place_has_its_ending(number: int, expected: str) -> None:
    assert ordinal(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "zero"), (6, "six"), (10, "ten"), (11, "11"), (1200, "1,200"), (-1, "-1")],
)
def test_numbers_up_to_ten_are_words(number: int, expected: str) -> None:
    assert cardinal(number) == expected
