"""Terms as the glossary and the links of prose show them."""

from __future__ import annotations

import pytest

from statsite.plan.glossary import Translation
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles

FILES = {
    "content/glossary.yaml": (
        "bed:\n  term: {zh: 床位, en: Bed}\n"
        "  definition: {zh: 供老人住宿的床。, en: A bed for older people.}\n"
    )
}


@pytest.mark.parametrize(
    ("language", "words", "other", "address"),
    [
        ("zh", "床位", Translation("en", "Bed"), "glossary/index.html#term-bed"),
        ("en", "Bed", Translation("zh-Hans", "床位"), "en/glossary/index.html#term-bed"),
    ],
)
def test_a_term_has_its_words_in_both_languages(
    read_files: ReadFiles, language: str, words: str, other: Translation, address: str
) -> None:
    (term,) = looked_up(read_files, language, FILES).terms
    assert (term.words, term.translations, term.address) == (words, (other,), address)
    assert term.standard == ""


def test_its_short_forms_are_mentions_of_a_term_too(read_files: ReadFiles) -> None:
    files = {path: f"{text}  short: [铺位]\n" for path, text in FILES.items()}
    (term,) = looked_up(read_files, "zh", files).terms
    assert term.mentions == ("床位", "铺位")
