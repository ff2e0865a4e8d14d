"""Every language gives all that the interface asks for."""

from __future__ import annotations

import pytest

from statsite.language import LANGUAGES, html_code, title_marks
from statsite.language.interface import Elapsed, Language, Subject, Trend


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_direction_and_a_time_are_said_in_different_words(language: Language) -> None:
    subject = Subject("X")
    told = {
        language.findings.clause_change(subject, way, None, elapsed)
        for way in (Trend.UP, Trend.DOWN)
        for elapsed in (Elapsed(years=1), Elapsed(years=3), Elapsed(first="A", last="B"))
    }
    assert len(told) == 6


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_names_are_listed_in_order(language: Language) -> None:
    listed = language.findings.names(["X", "Y", "Z"])
    assert listed.index("X") < listed.index("Y") < listed.index("Z")
    assert language.findings.names(["X"]) == "X"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_clause_is_no_sentence(language: Language) -> None:
    assert not language.findings.sentence([])


def test_a_code_that_is_none_of_ours_stays() -> None:
    assert (html_code("zh"), html_code("la")) == ("zh-Hans", "la")


@pytest.mark.parametrize(
    ("code", "expected"), [("zh", ("《", "》")), ("zh-Hant", ("《", "》")), ("la", ("", ""))]
)
def test_titles_are_marked_as_their_language_does(code: str, expected: tuple[str, str]) -> None:
    assert title_marks(code) == expected
