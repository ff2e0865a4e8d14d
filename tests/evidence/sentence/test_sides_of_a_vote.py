"""The votes or points of one side, taken for those of the other."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.sides_of_a_vote import other_side


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("方案以162票对", "31票", "通过。", "方案赞成票"),
        ("表决结果为", "57票", "反对、102票赞成。", "议案赞成票"),
        ("获得", "102票", "赞成。", "议案反对票"),
        ("主队以88分比", "79分", "拿下第三场。", "主队得分"),
    ],
)
def test_votes_and_points_are_of_the_other_side(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert other_side(before, figure, behind, title)


@pytest.mark.parametrize(
    ("before", "figure", "behind", "title"),
    [
        ("方案以162票对", "31票", "通过。", "方案反对票"),
        ("方案以", "162票", "对31票通过。", "方案赞成票"),
        ("获得", "102票", "赞成。", "议案赞成票"),
        ("主队以88分比", "79分", "拿下第三场。", "客队得分"),
        ("共有", "31票", "。", "赞成票"),
    ],
)
def test_votes_and_points_are_of_its_own_side(
    before: str, figure: str, behind: str, title: str
) -> None:
    assert other_side(before, figure, behind, title) == ""
