"""Why a figure could not be read: what an editor is told to change."""

from __future__ import annotations

import pytest

from statsite.grammar.failure_reasons import (
    MISSING,
    contradiction,
    reason_for_no_number,
    reason_for_rest,
    unclear_power,
)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        pytest.param("", MISSING, id="nothing"),
        pytest.param("1" * 40, "a number has at most", id="too long"),
        pytest.param("多家", "`多` without a number is too vague", id="vague"),
        pytest.param("数百家", "`数百` is too vague", id="some hundred"),
        pytest.param("达到5家", "leave `达到` out: it is not part of a figure", id="a verb"),
        pytest.param("第3", "leave `第` out: a rank is written as its bare number", id="a rank"),
        pytest.param("1..2", "`1..2` is not a well-formed number", id="malformed"),
        pytest.param("\u200b床", "no number begins with `<U+200B>床`", id="hidden"),
        pytest.param("床床床床床床床床床", "no number begins with `床床床床床床床床…`", id="long"),
    ],
)
def test_where_no_number_begins_the_reason_names_what_stands_there(plain: str, said: str) -> None:
    assert reason_for_no_number(plain, 0).startswith(said)


@pytest.mark.parametrize(
    ("plain", "at", "said"),
    [
        pytest.param("5以上张", 1, "`以上` is one qualifier too many", id="a qualifier"),
        pytest.param("5%", 1, "`%` is printed, but the unit's words do not include it", id="%"),
        pytest.param("3分30秒", 2, "a figure has one unit, but `30秒` follows", id="two units"),
        pytest.param("3、4家", 1, "each number of a list is a figure of its own", id="a list"),
        pytest.param("5张6", 2, "the number cannot go on with `6`", id="a second number"),
        pytest.param("5至", 1, "no second number follows `至`", id="an open range"),
        pytest.param("5座", 1, "`座` is not a word of this unit", id="another unit"),
    ],
)
def test_what_follows_a_figure_is_named_with_the_reason(plain: str, at: int, said: str) -> None:
    assert reason_for_rest(plain, at).startswith(said)


def test_two_words_that_cannot_both_hold_are_quoted() -> None:
    assert contradiction("超过", "以下") == "`超过` and `以下` contradict each other"
    assert unclear_power("百") == "it is not clear whether `百` serves both numbers"
