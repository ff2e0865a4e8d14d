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
    ],
)
def test_a_rank_is_that_of_an_indicator_of_ranks(before: str, title: str, said: str) -> None:
    assert rank_as_count(before, "6位", title) == said
