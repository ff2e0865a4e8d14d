"""A phrase of a Chinese heading that is longer than a line may break between its words."""

from __future__ import annotations

import pytest

from statsite.render.headings import breakable_heading


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
    assert breakable_heading(text) == text


def test_a_long_phrase_may_break_between_words() -> None:
    assert breakable_heading("养老机构护理型床位占比：试点地区慢性病规范管理率") == (
        "养老<wbr>机构<wbr>护理型<wbr>床位<wbr>占比：试点<wbr>地区<wbr>慢性病<wbr>规范管理率"
    )


def test_a_phrase_that_fills_a_line_breaks_before_the_mark_behind_it_begins_the_next() -> None:
    assert (
        breakable_heading("基层的人手与诊疗量，各占多少")
        == "基层的<wbr>人手<wbr>与诊疗量，各占多少"
    )
    assert breakable_heading("基层的人手与诊疗量") == "基层的人手与诊疗量"
    assert (
        breakable_heading("甲乙丙丁戊己庚辛壬，癸")
        == '<span class="long">甲乙丙丁戊己庚辛壬</span>，癸'
    )


def test_what_holds_no_border_of_words_may_break_anywhere() -> None:
    assert (
        breakable_heading("免陪照护每日照护甲乙丙丁")
        == '<span class="long">免陪照护每日照护甲乙丙丁</span>'
    )


def test_years_belong_to_their_phrase() -> None:
    assert (
        breakable_heading("2020年以来的基层卫生队伍") == "2020年以来的<wbr>基层<wbr>卫生<wbr>队伍"
    )


def test_marks_of_html_are_escaped() -> None:
    assert breakable_heading("甲<乙") == "甲&lt;乙"
