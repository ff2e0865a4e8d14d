"""Figures of headlines have the time of the figure below that they repeat or round."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import extract_text

_BELOW = (
    "\n澄州日报　2025年9月18日\n据介绍，截至今年8月底，在校就餐学生占97.1%，食堂9842个，"
    "其中公办6.28万名教师。2024年，投入3.4亿元。"
)


@pytest.mark.parametrize(
    ("headline", "period"),
    [
        ("九成七学生在校吃饭", "2025-08-31"),
        ("超九成学生在校吃饭", "2025-08-31"),
        ("六万名教师在岗", "2025-08-31"),
        ("近一万个食堂建成", "2025-08-31"),
        ("投入3.4亿元", "2024"),
    ],
)
def test_a_headline_rounds_a_figure_below(headline: str, period: str) -> None:
    assert str(extract_text(headline + _BELOW)[0].period) == period


@pytest.mark.parametrize("headline", ["五成学生在校吃饭", "近六万个食堂建成"])
def test_a_figure_far_from_all_below_takes_no_time_from_them(headline: str) -> None:
    first = extract_text(headline + _BELOW)[0]
    assert first.period is None or first.unsure


def test_the_second_half_of_a_headline_dates_no_figure_of_the_first() -> None:
    text = "秋粮收获过九成 全年有望丰收\n2025年10月31日\n据介绍，截至10月29日，已收获92.3%。"
    assert [str(one.period) for one in extract_text(text)] == ["2025-10-29"] * 2


def test_a_figure_of_a_headline_goes_on_with_the_one_before_it() -> None:
    text = "甲港半年吞吐1.73亿吨 海铁联运增长逾两成\n2025年7月18日\n1至6月，甲港吞吐1.73亿吨。"
    assert [str(one.period) for one in extract_text(text)[:2]] == ["2025-01/2025-06"] * 2


def test_people_are_counted_in_several_words() -> None:
    text = "收官战吸引2.3万人\n2025年8月18日\n8月16日晚，球场涌入2.3万名观众。"
    assert str(extract_text(text)[0].period) == "2025-08-16"
