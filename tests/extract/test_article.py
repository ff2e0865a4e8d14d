"""An article's offsets lead back to the text as given, whatever its layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statsite.extract.article import prepare
from statsite.extract.extraction import extract_text
from statsite.grammar.fold_characters import fold_text


@pytest.mark.parametrize(
    ("text", "printed", "given"),
    [
        ("共 12\n\n万 人。", "12万人", "12\n\n万 人"),
        ("共**12万**人", "12万人", "12万**人"),
        ("# 有１２万人", "12万人", "１２万人"),
        ("我市我市6060周岁以上老人超周岁以上老人超33..11亿亿\n正文", "超3.1亿", "超33..11亿亿"),
        ("> 约  8.5\u3000万对", "约8.5万对", "约  8.5\u3000万对"),
    ],
)
def test_the_span_is_what_the_text_prints(text: str, printed: str, given: str) -> None:
    (found,) = extract_text(text)
    assert (found.printed, text[found.start : found.end]) == (printed, given)


def test_two_digits_parted_by_a_line_break_are_not_joined() -> None:
    assert [quantity.printed for quantity in extract_text("共有1\n2个")] == ["2个"]


@pytest.mark.parametrize("line", ["人人平等天天向上", "谢谢", "二十二十二", "........"])
def test_a_line_that_only_repeats_a_word_is_no_damaged_heading(line: str) -> None:
    assert prepare(line).shown == line


@given(st.text(alphabet="0１9 \n\u3000万％～人*#>|。我", max_size=60))
def test_every_character_leads_back_to_its_place(text: str) -> None:
    article = prepare(text)
    assert len(article.shown) == len(article.plain) == len(article.starts) == len(article.ends)
    for character, start, end in zip(article.plain, article.starts, article.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert character in {" ", "\n"} or character in fold_text(text[start:end]).plain


@given(
    st.text(alphabet="0129 \n万亿百千十一两年月日个%超约第、，。（）“”~—-余多以上每", max_size=80)
)
def test_every_quantity_stands_where_it_says_in_order_and_none_overlap(text: str) -> None:
    end = 0
    for quantity in extract_text(text):
        assert end <= quantity.start < quantity.end
        assert fold_text(text[quantity.start : quantity.end]).shown == quantity.printed
        end = quantity.end


@pytest.mark.parametrize(
    ("text", "is_parted"),
    [
        ("收获九成 全年有望", True),
        ("收获九成全年有望", False),
        ("收获\n全年", False),
        ("收获 9 成", False),
    ],
)
def test_white_space_parts_the_halves_of_a_headline(text: str, *, is_parted: bool) -> None:
    article = prepare(text)
    assert article.is_parted(1, len(article.plain) - 1) is is_parted
