"""A number or a qualifier that lines of a printed page part from its other half is not whole."""

from __future__ import annotations

import pytest

from statsite.evidence.page_furniture import is_furniture
from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    "line",
    [
        "第3页 共8页",
        "2025年11月3日 星期一 第3版",
        "责编：李四 美编：王五",
        "（下转第四版）",
        "图/新华社",
        "— 12 —",
    ],
)
def test_lines_of_a_page_are_told_from_its_text(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["今年共招收学生", "2025年11月3日，全市共招收学生3000人，比上年多。", "招生超过", ""]
)
def test_lines_of_the_text_are_none_of_the_page(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("增长1\n第3页 共8页\n5.3%", "5.3%", "%"),
        ("今年共招收了超\n责编：李四 美编：王五\n500人", "500人", "人"),
        ("今年共招收了约\n\n第A03版 要闻\n\n500人", "500人", "人"),
        ("今年共招收了1\n2\n500人", "500人", "人"),
        ("30%\n第2页\n以上", "30%", "%"),
        ("（单位：亿元）\n营收 35.2元", "35.2元", "元"),
    ],
)
def test_a_half_behind_or_before_such_lines_is_no_proof(
    text: str, printed: str, words: str
) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("招生工作结束。\n责编：李四 美编：王五\n500人报到。", "500人", "人"),
        ("今年共招收了\n第3页 共8页\n500人", "500人", "人"),
        ("达到30%\n第2页\n其余另计", "30%", "%"),
        ("单位：亿元\n每人补贴35元，比上年多。", "35元", "元"),
    ],
)
def test_a_whole_figure_beside_such_lines_is_found(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
