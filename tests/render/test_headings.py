"""A phrase of a Chinese heading that is longer than a line may break anywhere."""

from __future__ import annotations

import pytest

from statsite.render.headings import heading


@pytest.mark.parametrize(
    "text",
    [
        "队伍变大，全科医生增得更快",
        "基层占全国的份额：人手与诊疗",
        "Contracted with a family doctor",
        "Increase since 2020 in international co-operation",
        "",
    ],
)
def test_short_phrases_and_english_stay_as_they_are(text: str) -> None:
    assert heading(text) == text


def test_each_long_phrase_has_an_element_of_its_own() -> None:
    assert heading("某某市第三人民医院便民服务：试点地区慢性病规范管理率") == (
        '<span class="long">某某市第三人民医院便民服务</span>：'
        '<span class="long">试点地区慢性病规范管理率</span>'
    )


def test_years_belong_to_their_phrase() -> None:
    assert (
        heading("2020年以来的基层卫生队伍") == '<span class="long">2020年以来的基层卫生队伍</span>'
    )


def test_marks_of_html_are_escaped() -> None:
    assert heading("甲<乙") == "甲&lt;乙"
