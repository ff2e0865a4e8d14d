"""What stands around a figure tells whether it has the time named before it, or none."""

from __future__ import annotations

import pytest

from statsite.extract.extraction import ExtractedQuantity, extract_text

_REPORT = "2024年，全县接待游客9万人次，同比增长8%。"


def _last(text: str) -> ExtractedQuantity:
    return extract_text(text)[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "\n在河口街道食堂，一份套餐卖12元。",
        "石桥镇的居民说，一斤茶卖90元。",
        "“坐船到对岸只要20分钟。”船工老赵说。",
    ],
)
def test_what_a_sentence_tells_of_one_place_or_by_the_way_has_no_time(sentence: str) -> None:
    assert _last(_REPORT).period is not None
    assert _last(_REPORT + sentence).period is None


@pytest.mark.parametrize(
    "sentence",
    [
        "其中，过夜游客3万人次。",
        "从客源看，省外游客占35%。",
        "民宿收入1.2亿元，同比增长9%，比全省快2个百分点。",
        "游客来自28个省份。",
    ],
)
def test_what_goes_on_with_a_report_has_its_time(sentence: str) -> None:
    assert str(_last(_REPORT + sentence).period) == "2024"


def test_figures_of_a_sentence_have_a_time_together_or_none() -> None:
    found = extract_text(_REPORT + "石桥镇的居民说，一斤茶卖90元，采茶忙了5家。")
    assert [one.period for one in found[-2:]] == [None, None]
    assert _last(_REPORT + "采茶忙了5家。").period is not None


def test_a_time_of_its_own_sentence_is_not_weighed() -> None:
    assert _last(_REPORT + "2025年在河口街道食堂，一份套餐卖12元。").period is not None


def test_a_dividend_is_not_weighed() -> None:
    assert _last("2024年，公司盈利2亿元。\n公司拟每10股派1.2元。").period is not None


def test_what_is_likely_to_have_no_time_is_marked() -> None:
    assert _last(_REPORT + "民宿收入1.2亿元，同比增长9%，比全省快2个百分点。").unsure == ()
    assert "period" in _last(_REPORT + "在河口街道食堂，一份套餐卖12元。").unsure


def test_the_time_before_is_kept_for_whoever_asks() -> None:
    text = _REPORT + "\n在河口街道食堂，一份套餐卖12元。"
    found = _last(text)
    assert (str(found.handed_on), found.origin) == ("2024", None)
    assert found.named_at is not None
    assert text[slice(*found.named_at)] == "2024年"
    assert _last(_REPORT).handed_on is None
