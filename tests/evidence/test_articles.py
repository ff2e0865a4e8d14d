"""The text of articles, each character traceable to its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.evidence.articles import Articles, TextMissing, article
from statsite.model import TextPlace


def test_every_character_knows_its_line() -> None:
    found = article([(7, "床位 1"), (9, "2 张。")])
    assert found.text == "床位1\t2张。"
    assert [found.line(offset) for offset in found.offsets] == [7, 7, 7, 9, 9, 9, 9]


def test_the_sentence_around_a_span() -> None:
    text = article([(1, "甲有3家。乙有5家；丙有8家！丁。")])
    start = text.text.index("8家")
    assert text.sentence(start, start + 2) == "丙有8家！".replace("！", "!")


def test_an_article_stands_in_its_own_lines_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲一\n丁二\n丙三\n戊四\n", encoding="utf-8")
    assert Articles(tmp_path).article(TextPlace("a.txt", ((2, 2), (4, 4)))).text == "丁二戊四"


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        (None, TextPlace("a.txt", ((1, 1),)), "a.txt: No such file or directory"),
        ("数字\n".encode("gbk"), TextPlace("a.txt", ((1, 1),)), "a.txt is not UTF-8"),
        ("一\n".encode(), TextPlace("a.txt", ((1, 9),)), "a.txt has 2 lines, not 9"),
    ],
    ids=["no file", "gbk", "too short"],
)
def test_a_text_that_cannot_be_opened_says_why(
    tmp_path: Path, content: bytes | None, place: TextPlace, why: str
) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(TextMissing, match=why):
        Articles(tmp_path).article(place)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("甲有1人。\n\n乙有2人。", [1, 2]),
        ("甲有1人，\n\n乙有2人。", [1, 1]),
        ("## 标题\n甲有1人。\n　　乙有2人。", [1, 2]),
        ("甲有1人。\n## 标题\n乙有2人。", [1, 2]),
        ("甲有1人。\n乙有2人。", [1, 1]),
    ],
    ids=["blank line", "blank line within a sentence", "indent", "heading", "line of a column"],
)
def test_a_figure_stands_in_a_numbered_paragraph(text: str, numbers: list[int]) -> None:
    made = article(list(enumerate(text.split("\n"), 1)))
    assert [made.paragraph(made.text.index(figure)) for figure in ("1人", "2人")] == numbers


def test_the_rows_of_a_table_are_known_by_their_names() -> None:
    text = "县　户数\n东　12家\n西　9家\n\n市　人数\n南　30人\n北　40人\n另有一县。"
    made = article([*enumerate(text.split("\n"), 1)])
    assert made.names_of_rows(text.index("9家")) == ("东", "西")
    assert made.names_of_rows(text.index("30人")) == ("南", "北")
    assert made.names_of_rows(text.index("另有")) == ()
