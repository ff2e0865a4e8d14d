"""Levels that something is to reach or to keep are no counts."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.unreached_levels import unreached_level


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("距离完成", "的年度装车任务，铁路局还差80万吨。"),
        ("这一产量同", "的目标仅差一丝。"),
        ("他离", "国际进球只剩3球之遥。"),
        ("全国快递业务量正向", "发起最后冲刺。"),
        ("全市耕地坚决守牢", "红线。"),
        ("年初，市里定下新增泊位", "的目标。年终盘点，实际只建成3.1万个。"),
        ("力争完成", "的任务。"),
        ("队里离积到", "还有5分，最后两轮不敢松劲。"),
    ],
)
def test_a_level_that_is_not_reached(before: str, behind: str) -> None:
    assert unreached_level(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("全市提前完成", "的年度任务。"),
        ("已实现", "的目标。"),
        ("全年共实施", "航天发射任务。"),
        ("", "的企业计划扩招。"),
        ("全年票房356亿元，距去年全年的", "还差近70亿元。"),
        ("距市区", "，交通便利。"),
        ("与上年的", "持平。"),
        ("向", "困难职工发放慰问金。"),
    ],
)
def test_what_was_counted(before: str, behind: str) -> None:
    assert unreached_level(before, behind) == ""
