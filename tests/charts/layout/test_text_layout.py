"""Line breaking by Chinese and English rules, and room for the reader's fonts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import charts
from charts.layout.text_layout import SIZE, _room, advance, block, heading, numbers, width
from charts.spec import ChartRefused, ChartSpec, Datum, DatumRelation

CLOSING = "，。、；：？！）》”%"
OPENING = "（《“"


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("办理养老机构备案", 60, ("办理养老", "机构备案")),
        ("养老机构，社区", 4 * SIZE + 1, ("养老机", "构，社区")),
        ("床位共507.7万张", 70, ("床位共", "507.7万张")),
        ("Beds per thousand people", 90, ("Beds per", "thousand", "people")),
        ("state-of-the-art care", 90, ("state-of-", "the-art care")),
        ("Family-doctor sign-up rate", 108, ("Family-doctor", "sign-up rate")),
        ("合计（四舍五入）", 3 * SIZE + 1, ("合计", "（四舍", "五入）")),
    ],
    ids=[
        "even",
        "no-comma-first",
        "number-whole",
        "words-whole",
        "after-hyphen",
        "no-short-end",
        "bracket-stays",
    ],
)
def test_lines_break_where_a_typesetter_would(
    text: str, limit: float, lines: tuple[str, ...]
) -> None:
    assert block(text, limit).lines == lines


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="养老床位，。（）《》“”12.5% abc", min_size=1, max_size=60), st.floats(80, 400)
)
def test_breaking_loses_nothing_and_keeps_within_the_limit(text: str, limit: float) -> None:
    broken = block(text, limit)
    assert re.sub(r"\s", "", "".join(broken.lines)) == re.sub(r"\s", "", text)
    assert all(
        width(line) <= limit + 0.01 or any(line[begin:end] == line for begin, end in numbers(line))
        for line in broken.lines
    )
    assert all(
        any(text[begin:end] in line for line in broken.lines) for begin, end in numbers(text)
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("126,012,510 people", ("126,012,510", "people")),
        ("−123,456,789,012,345元/人", ("−123,456,789,012,345", "元/人")),
        ("1,234,567–2,345,678", ("1,234,567–", "2,345,678")),
        ("12.3456789%", ("12.3456789%",)),
        ("100 000 000 人", ("100 000 000", "人")),
        ("三百二十一万八千人次", ("三百二十一万八千", "人次")),
        ("超过三分之一", ("超过", "三分之一")),
    ],
)
def test_a_number_is_never_broken(text: str, lines: tuple[str, ...]) -> None:
    assert block(text, 60, strong=True).lines == lines


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["养老", "床位，", "（社区）", "507.7万", "《公报》", "健康。"]),
        min_size=1,
        max_size=15,
    ).map("".join)
)
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(text: str) -> None:
    lines = block(text, 120).lines
    assert not any(line[0] in CLOSING for line in lines)
    assert not any(line[-1] in OPENING for line in lines)
    assert "".join(lines).count("507.7万") == sum(line.count("507.7万") for line in lines)


def test_hanzi_are_one_em_and_digits_have_room_to_spare() -> None:
    assert width("养老") == 2 * SIZE
    assert width("88") == pytest.approx(2 * 0.555 * SIZE * 1.15)
    assert width("88", strong=True) > width("88") * 1.1


def test_browsers_space_between_hanzi_and_digits_has_its_room() -> None:
    assert width("超8") == pytest.approx(width("超") + width("8") + SIZE / 8)


def test_a_character_without_glyph_is_named() -> None:
    with pytest.raises(ChartRefused, match=r"U\+16A0 RUNIC LETTER FEHU"):
        width("ᚠ")


def test_drawing_does_not_change_how_text_is_measured() -> None:
    spec = ChartSpec(
        "c", "bars", "en", "Quick", "d", (Datum("a", "a", "1", DatumRelation.EQUAL, 1.0, 1.0, 1.0),)
    )
    before = width("WxYz")
    charts.png(spec, [])
    for measured in (advance, _room):
        measured.cache_clear()
    assert width("WxYz") == before


@pytest.mark.parametrize(
    ("title", "limit", "lines"),
    [
        ("重庆医养结合：哪一年做到什么", 130, ("重庆医养结合：", "哪一年做到什么")),
        ("重庆医养结合：哪一年做到什么", 400, ("重庆医养结合：哪一年做到什么",)),
        ("Chongqing: what is planned", 150, ("Chongqing:", "what is planned")),
        ("报道：湖南居民健康素养水平的变化", 130, None),
    ],
)
def test_a_title_breaks_behind_its_colon_where_both_parts_then_have_a_line(
    title: str, limit: float, lines: tuple[str, ...] | None
) -> None:
    assert heading(title, limit).lines == (lines or block(title, limit, strong=True).lines)


def test_a_title_breaks_between_the_parts_it_is_told_in_and_else_where_it_has_to() -> None:
    parts = ("居民", "健康", "素养", "水平", "：", "全国", "与湖南")
    title = "".join(parts)
    assert heading(title, 110, parts).lines == ("居民健康", "素养水平：", "全国与湖南")
    assert heading(title, 110).lines != heading(title, 110, parts).lines
    assert heading(title, 40, parts).lines[-2:] == ("与湖", "南")
