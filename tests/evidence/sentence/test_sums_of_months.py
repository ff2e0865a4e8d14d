"""Heads of tables that sum the months of a year."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.sums_of_months import may_sum_months, sums_months


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        ("累计", []),
        ("累计值(亿元)", []),
        ("本年累计", ["金额"]),
        ("1月起累计", []),
        ("1—本月累计", []),
        ("累计金额(亿元)", ["金额(亿元)", "累计金额(亿元)"]),
        ("累计装机", ["当月装机", "累计装机"]),
        ("累计完成", ["本季度", "累计完成"]),
    ],
)
def test_such_a_head_sums_the_months_of_its_year(head: str, beside: list[str]) -> None:
    assert sums_months(head, beside)


@pytest.mark.parametrize("head", ["累计装机", "历年累计", "累计完成(处)"])
def test_another_sum_may_be_of_many_years(head: str) -> None:
    assert not sums_months(head, ["新开工", head])
    assert may_sum_months(head)


def test_a_head_that_says_of_no_sum_is_none() -> None:
    assert not may_sum_months("当月")
    assert not sums_months("当月", ["当月", "金额"])
