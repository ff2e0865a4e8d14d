"""Words that say of which place, time or status a figure is, and those that only look like them."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.context_words import (
    other_place,
    words_to_come,
)
from statsite.model import Status


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("2024年，日本新增", "日本"),
        ("长三角新增", "长三角"),
        ("本市新增", "本市"),
        ("2024年，全厂下线", "全厂"),
        ("全国下线", ""),
        ("各地新增", ""),
    ],
)
def test_another_place_is_named(before: str, said: str) -> None:
    assert other_place(before, is_nation=True) == said


@pytest.mark.parametrize(
    "before",
    [
        "虚拟电厂接入用户",
        "培养拟南芥",
        "走访了目标客户",
        "按计划完工的道路有",
        "达到环保要求的企业有",
    ],
)
def test_a_part_of_another_word_is_nothing_to_come(before: str) -> None:
    assert words_to_come(before, Status.OBSERVED) == ""


def test_what_is_to_come_matters_for_what_was_observed() -> None:
    assert words_to_come("预计新增", Status.OBSERVED) == "预计新增"
    assert words_to_come("预计新增", Status.ESTIMATE) == ""
