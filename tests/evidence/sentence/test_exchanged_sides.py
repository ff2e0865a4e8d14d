"""What one side did to the other, told as what the other did."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.exchanged_sides import exchanged_sides

_BEFORE = "业主起诉物业公司212件，物业公司起诉业主"


def test_the_two_sides_are_exchanged() -> None:
    assert (
        exchanged_sides(_BEFORE, "1870件", "。", "业主起诉物业公司案件") == "物业公司起诉业主1870件"
    )


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (_BEFORE, "物业公司起诉业主案件"),
        ("业主起诉物业公司", "业主起诉物业公司案件"),
        ("法院受理物业公司起诉业主", "起诉案件"),
        ("学校送教师下乡", "送教师下乡人次"),
    ],
)
def test_they_are_not(before: str, title: str) -> None:
    assert exchanged_sides(before, "1870件", "。", title) == ""
