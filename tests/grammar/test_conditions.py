"""Bounds that are conditions of a rule are no figures of what there is."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("定制公交不足20人不发车。", "不足20人", "人"),
        ("夏令营未满30人的，一律不开营。", "未满30人", "人"),
        ("文化课低于400分者被挡在录取线外。", "低于400分", "分"),
        ("住宿超过500元的部分，由个人承担。", "超过500元", "元"),
    ],
)
def test_a_condition_is_not_proven(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("全村不足20人。", "不足20人", "人"),
        ("到场不足20人，不少是老人。", "不足20人", "人"),
        ("超过300户不愿搬迁。", "超过300户", "户"),
        ("超过500家部分企业复工。", "超过500家", "家"),
    ],
)
def test_a_bound_of_what_there_is_is_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
