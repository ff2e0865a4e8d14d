"""The languages of a site, and texts in each of them."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from statsite.read.field_errors import FIELD_ERRORS, FieldError
from statsite.read.languages import language_errors, read_languages


def _faults(value: object) -> list[FieldError]:
    with pytest.raises(PydanticCustomError) as refused:
        read_languages(value)
    return list((refused.value.context or {})[FIELD_ERRORS])


def test_languages_keep_their_order() -> None:
    assert read_languages(["en", "zh"]) == ("en", "zh")


@pytest.mark.parametrize("value", ["zh", [], {"zh": "en"}])
def test_anything_but_a_list_is_refused(value: object) -> None:
    assert [fault.check for fault in _faults(value)] == ["list-expected"]


def test_every_wrong_language_is_told_at_its_place() -> None:
    assert [(fault.check, fault.at) for fault in _faults(["zh", "la", "zh", ["en"]])] == [
        ("unknown-language", (1,)),
        ("duplicate-item", (2,)),
        ("unknown-language", (3,)),
    ]


@pytest.mark.parametrize(
    ("codes", "languages", "complete", "checks"),
    [
        pytest.param(["zh", "en"], ("zh", "en"), True, [], id="complete"),
        pytest.param(["zh"], ("zh", "en"), True, ["translation-missing"], id="one is missing"),
        pytest.param(["zh"], ("zh", "en"), False, [], id="one is enough"),
        pytest.param(["zh", "la"], ("zh",), True, ["unknown-language"], id="one too many"),
        pytest.param(["la"], None, True, [], id="site.yaml does not tell"),
        pytest.param(["French"], None, True, ["unknown-language"], id="no code at all"),
    ],
)
def test_a_map_holds_the_languages_of_the_site(
    codes: list[str], languages: tuple[str, ...] | None, checks: list[str], *, complete: bool
) -> None:
    found = language_errors(codes, languages, complete=complete)
    assert [fault.check for fault in found] == checks
