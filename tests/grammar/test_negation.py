"""Words that forbid, deny or doubt a figure in its clause."""

from __future__ import annotations

import pytest

from statsite.grammar.figure_shape import UNREAD
from statsite.grammar.negation import denials_before, denials_behind
from statsite.values import replace

NUMBER = replace(UNREAD, is_relative=False)
LIMIT = replace(NUMBER, begins_with_number=False)


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        pytest.param("床位不是", "不是", id="not so many"),
        pytest.param("未能达到", "未能达到", id="not reached"),
        pytest.param("剧场没坐满", "没坐满", id="not filled"),
        pytest.param("渔船未装足", "未装足", id="not enough"),
        pytest.param("渔船未足", "未足", id="below, as Hong Kong writes"),
        pytest.param("渔船弗及", "弗及", id="below, as was written once"),
        pytest.param("渔船很少到", "很少到", id="seldom as many"),
        pytest.param("渔船难再达", "难再达", id="hardly as many again"),
        pytest.param("渔船到不了", "到不了", id="cannot reach"),
        pytest.param("渔船没", "没", id="not so many in speech"),
        pytest.param("渔船罕有", "罕有", id="seldom so many"),
        pytest.param("这事他难过", None, id="sad for so long"),
        pytest.param("洪水淹没", None, id="flooded, which is no negation"),
        pytest.param("积水没过", None, id="covered, which is none"),
        pytest.param("渔船最少有", None, id="at least, which is a bound"),
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
        pytest.param("云云，纯属无稽之谈。", "云云，纯属无稽之谈", id="nonsense"),
        pytest.param("一说，查无实据。", "一说，查无实据", id="without proof"),
        pytest.param("这个数字水分不小。", "这个数字水分不小", id="puffed up"),
        pytest.param("只停在纸面上。", "只停在纸", id="on paper alone"),
        pytest.param("停在站台上。", None, id="something else that stands"),
        pytest.param("的说法不属实", "的说法不属实", id="untrue"),
        pytest.param("。系谣言", None, id="another sentence"),
        pytest.param("已建成", None, id="nothing"),
    ],
)
def test_words_behind_a_figure_deny_it(behind: str, denial: str | None) -> None:
    text = f"5张{behind}"
    found = [text[2:end] for end in denials_behind(text, 2)]
    assert (denial in found) if denial else (found == [])
