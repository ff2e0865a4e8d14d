"""What a change is measured from, by the words before it."""

from __future__ import annotations

import pytest

from statsite.evidence.sentence.comparison_bases import base_misnamed
from statsite.periods import TimePeriod, parse_period


@pytest.mark.parametrize(
    ("before", "own", "base", "said"),
    [
        ("出口环比增长", "2024-11", "2023-11", "环比"),
        ("出口环比增长", "2024-11", "2024-10", ""),
        ("价格比上月上涨", "2024-01", "2023-01", "比上月"),
        ("价格比上月上涨", "2024-01", "2023-12", ""),
        ("出口同比增长", "2024-11", "2024-10", "同比"),
        ("出口同比增长", "2024-11", "2023-11", ""),
        ("出口同比增长", "2024", "2023", ""),
        ("出口同比增长", "2024", "2020", "同比"),
        ("出口增长", "2024", "2020", ""),
    ],
)
def test_the_base_that_words_name(before: str, own: str, base: str, said: str) -> None:
    assert base_misnamed(before, _period(own), _period(base)) == said


def _period(text: str) -> TimePeriod:
    period = parse_period(text)
    assert period is not None
    return period
