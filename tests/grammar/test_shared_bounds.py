"""A bound before the colon of a list holds for all of its figures."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("均不少于：教师12名、保育员8名。", "8名", "名"),
        ("均不少于：教师12名、保育员8名。", "12名", "名"),
        ("大约：学生350人，教师40人。", "40人", "人"),
        ("伤亡人数（约）：甲地350人，乙地40人。", "40人", "人"),
        ("上限：成人350元，儿童120元。", "120元", "元"),
        ("以下均为估算：甲地350人，乙地40人。", "40人", "人"),
        ("三地各类占比均超过：甲35%，乙40%，丙50%。", "50%", "%"),
    ],
)
def test_a_figure_of_a_bounded_list_is_not_proven_alone(
    text: str, printed: str, words: str
) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("人员配备：教师12名、保育员8名。", "8名", "名"),
        ("均不少于往年。现有：教师12名、保育员8名。", "8名", "名"),
        ("大约：学生350人。教师40人。", "40人", "人"),
    ],
)
def test_another_list_bounds_nothing(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
