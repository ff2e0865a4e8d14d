"""Two digits side by side may stand for one vague number."""

from __future__ import annotations

import pytest

from statsite.grammar.figure_shape import SMALLER_UNITS, is_couple


@pytest.mark.parametrize(
    ("text", "expected"),
    [("34岁", True), ("35天", True), ("3", False), ("345", False), ("36", False), ("43", False)],
)
def test_a_couple_is_two_digits_that_follow_each_other(text: str, *, expected: bool) -> None:
    assert is_couple(text) is expected


def test_no_unit_goes_on_in_itself_or_in_a_circle() -> None:
    def below(unit: str, seen: frozenset[str]) -> None:
        assert unit not in seen
        for smaller in SMALLER_UNITS.get(unit, ()):
            below(smaller, seen | {unit})

    for unit in SMALLER_UNITS:
        below(unit, frozenset())
