"""A figure of an early stage for an indicator of a later one."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.early_stages import early_stage


def test_the_title_is_of_a_later_stage() -> None:
    said = early_stage("合唱团招新，来了", "430人", "面试，留下45人。", "合唱团录取人数")
    assert said == "来了430人面试"


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("来了", "面试，留下45人。", "合唱团面试人数"),
        ("来了", "面试，留下45人。", "合唱团新人"),
        ("面试后录取", "。", "合唱团录取人数"),
        ("留下", "，报名的多。", "合唱团录取人数"),
    ],
)
def test_it_is_of_the_same_or_of_none(before: str, behind: str, title: str) -> None:
    assert early_stage(before, "430人", behind, title) == ""
