"""A rank is no number that was counted."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.ranks import rank_as_count


@pytest.mark.parametrize(
    ("before", "title", "said"),
    [
        ("安化县排第", "进入百强的县数", "排第6位"),
        ("产量居第", "主产县数", "居第6位"),
        ("产量居第", "产量位次", ""),
        ("安化县排第", "百强县排名", ""),
        ("到会代表", "到会代表", ""),
        ("成绩连续7年位居全国前", "居民健康档案", "位居全国前6位"),
        ("成绩连续7年位居全国前", "绩效评价名次", ""),
        ("目前", "居民健康档案", ""),
    ],
)
def test_a_rank_is_that_of_an_indicator_of_ranks(before: str, title: str, said: str) -> None:
    assert rank_as_count(before, "6位", title) == said


def test_so_many_of_a_hundred_are_no_rank() -> None:
    assert rank_as_count("排在前", "10%", "优质企业") == ""
