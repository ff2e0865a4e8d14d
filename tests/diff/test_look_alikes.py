"""Letters that look like others are told by their code."""

from __future__ import annotations

import re
import unicodedata

import pytest

from statsite.diff.look_alikes import with_codes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The editоrs", "The editо<U+043E>rs"),
        ("Αrea", "Α<U+0391>rea"),
        ("cafe\u0301", "cafe\u0301<U+0301>"),
        ("km ⅼ 1", "km ⅼ<U+217C> 1"),
        ("𝐀", "𝐀<U+1D400>"),
        ("⽇", "⽇<U+2F47>"),
        ("\uf900", "\uf900<U+F900>"),
        ("3 − 2 ‑ 1", "3 −<U+2212> 2 ‑<U+2011> 1"),
        ("о<U+043E>", "о<U+043E>"),
    ],
    ids=["Cyrillic", "Greek", "mark", "numeral", "mathematical", "radical", "compatibility", "dash",
         "once"],
)  # fmt: skip
def test_what_might_be_taken_for_another_has_its_code_behind_it(text: str, shown: str) -> None:
    assert with_codes(text) == shown
    assert with_codes(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The café’s “naïve” – 3.5 °C … × 2",
        "全国共有养老床位799.3万张，占65.7%（约八成）。《公报》：“是”——否、１２３",
        "a\u00a0b\u200bc",
    ],
)
def test_what_texts_are_written_with_is_shown_as_it_is(text: str) -> None:
    assert with_codes(text) == text


def test_no_character_passes_for_a_plain_one_that_it_is_a_form_of() -> None:
    """All of Unicode that folds to one character of ASCII or of Chinese, forms of full width
    aside.
    """
    folded = {
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for code in range(0x80, 0x110000)
        if not 0xFF01 <= code <= 0xFF5E
    }
    plain = re.compile(r"[!-~\u4e00-\u9fff]")
    alike = [one for one, form in folded.items() if one != form and plain.fullmatch(form)]
    passing = [one for one in alike if with_codes(one) == one]
    assert (len(alike) > 2000, passing) == (True, ["²", "³"])
