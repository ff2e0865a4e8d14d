"""A sum of several things, and an indicator that is of one of them."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.sums_of_parts import sum_of_parts

_PARTS = "景区门票收入3.1亿元，索道收入1.2亿元，"


def test_the_title_is_of_one_part() -> None:
    assert sum_of_parts(_PARTS + "合计", "4.3亿元", "景区索道收入") == "合计4.3亿元"
    assert sum_of_parts(_PARTS + "两项合计", "4.3亿元", "门票收入") == "两项合计4.3亿元"


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (_PARTS + "合计", "景区收入"),
        (_PARTS + "合计", "门票和索道收入"),
        (_PARTS + "合计收入", "景区索道收入"),
        ("合计", "索道收入"),
    ],
)
def test_it_is_of_all_or_of_none(before: str, title: str) -> None:
    assert sum_of_parts(before, "4.3亿元", title) == ""
