"""Words that speak for a figure's status."""

from __future__ import annotations

import pytest

from statsite.extract.cues import ESTIMATE, OBSERVED, PLAN, STANDARD, TARGET, Weight, cues
from statsite.extract.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "status", "weight"),
    [
        ("预计达到5张", ESTIMATE, Weight.CLEAR),
        ("力争达到5张", TARGET, Weight.CLEAR),
        ("拟建5张", PLAN, Weight.CLEAR),
        ("将建5张", PLAN, Weight.WEAK),
        ("不得少于5张", STANDARD, Weight.CLEAR),
        ("截至年底有5张", OBSERVED, Weight.CLEAR),
        ("共有5张", OBSERVED, Weight.WEAK),
    ],
)
def test_a_word_speaks_for_its_status(text: str, status: str, weight: Weight) -> None:
    first = cues(text).all[0]
    assert (first.status, first.weight) == (status, weight)


@pytest.mark.parametrize("text", ["《养老行动计划》", "小将们", "预期寿命"])
def test_names_and_other_words_speak_for_nothing(text: str) -> None:
    assert cues(text).all == ()


def test_those_between_two_places_are_found_in_order() -> None:
    text = "预计5张，力争6张，拟建7张"
    found = cues(text)
    assert [cue.status for cue in found.all] == [ESTIMATE, TARGET, PLAN]
    assert [cue.status for cue in found.between(1, text.index("拟"))] == [TARGET]


@pytest.mark.parametrize("words", ["干部将周边187户转移到安全地带", "王某将120万元存款交给公司"])
def test_the_word_before_what_was_moved_plans_nothing(words: str) -> None:
    text = f"2025年8月11日\n9日，{words}。"
    assert extract_text(text)[-1].status == "observed"


def test_what_is_soon_to_begin_is_no_plan() -> None:
    text = "旱季将至 蓄水多14亿立方米\n2025年11月4日\n截至11月1日，蓄水多14亿立方米。"
    assert [one.status for one in extract_text(text)] == ["observed"] * 2
