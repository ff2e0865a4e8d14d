"""The currency that a sentence names once for several sums."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.carried_currencies import carried_currency


@pytest.mark.parametrize(
    ("before", "currency"),
    [
        ("进出口总值1310亿美元，其中出口", "美元"),
        ("进出口总值1310亿美元(折合9326亿元人民币)，其中出口", "美元"),
        ("进出口860亿元(约合120亿美元)，其中出口510亿、进口", "元"),
        ("进出口1.2万亿元人民币，约合1690亿美元，其中出口", "元人民币"),
        ("日本出口107万亿日元，其中对华出口", "日元"),
        ("以美元计价的出口", ""),
        ("出口", ""),
    ],
)
def test_further_sums_are_of_the_last_currency(before: str, currency: str) -> None:
    assert carried_currency(before) == currency
