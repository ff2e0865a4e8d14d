"""Words that forbid, deny or doubt a figure in its clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statsite.grammar.figure_shape import UNREAD
from statsite.grammar.negation import denials_before, denials_behind

NUMBER = replace(UNREAD, is_relative=False)
LIMIT = replace(NUMBER, begins_with_number=False)


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        pytest.param("床位不是", "不是", id="not so many"),
        pytest.param("未能达到", "未能达到", id="not reached"),
        pytest.param("剧场没坐满", "没坐满", id="not filled"),
        pytest.param("渔船未装足", "未装足", id="not enough"),
        pytest.param("是否有", "是否有", id="a question"),
        pytest.param("网传称", "网传称", id="a rumour"),
        pytest.param("共有床位", None, id="nothing"),
        pytest.param("不是。共有", None, id="another sentence"),
    ],
)
def test_words_before_a_number_deny_it(before: str, denied: str | None) -> None:
    found = [before[start:] for start in denials_before(before, "5张", NUMBER, "")]
    assert found == ([denied] if denied else []) or (denied in found)


@pytest.mark.parametrize(
    ("before", "is_denied"), [("禁止乘客携带", True), ("从未", True), ("乘客携带", False)]
)
def test_what_is_forbidden_turns_a_limit_round(before: str, *, is_denied: bool) -> None:
    assert bool([*denials_before(before, "超过5件", LIMIT, "")]) is is_denied


@pytest.mark.parametrize(
    ("behind", "denial"),
    [
        pytest.param("的可能性不大。", "的可能性不大", id="unlikely"),
        pytest.param("系谣言。", "系谣言", id="a rumour"),
        pytest.param("的说法不属实", "的说法不属实", id="untrue"),
        pytest.param("。系谣言", None, id="another sentence"),
        pytest.param("已建成", None, id="nothing"),
    ],
)
def test_words_behind_a_figure_deny_it(behind: str, denial: str | None) -> None:
    text = f"5张{behind}"
    found = [text[2:end] for end in denials_behind(text, 2)]
    assert (denial in found) if denial else (found == [])
