"""What something always takes is neither a rule nor of one time."""

from __future__ import annotations

import pytest

from statsite.extract.candidates import candidates
from statsite.extract.extraction import extract_text
from statsite.extract.habits import is_of_a_habit


@pytest.mark.parametrize(
    "text",
    [
        "山路要走35分钟。",
        "每天要吃约30公斤竹子。",
        "一碗面一天要卖400多碗。",
        "上塔要爬117级台阶。",
    ],
)
def test_what_is_used_up_is_told_of_a_habit(text: str) -> None:
    *_, figure = candidates(text)
    assert is_of_a_habit(text, figure.start)
    told = extract_text(f"2024年，全乡收治9人。{text}")[-1]
    assert (told.period, told.status) == (None, "observed")


@pytest.mark.parametrize("text", ["合格率要达到35%。", "各校要有2名校医。"])
def test_what_is_to_be_reached_is_not(text: str) -> None:
    *_, figure = candidates(text)
    assert not is_of_a_habit(text, figure.start)
    assert extract_text(text)[-1].status != "observed"
