"""Each kind of character that nobody sees, by the categories of Unicode."""

import re
import unicodedata

import pytest

from statsite import characters

_ALL = tuple(map(chr, range(0x110000)))


def _members(kind: str) -> frozenset[str]:
    return frozenset(re.findall(f"[{kind}]", "".join(_ALL)))


@pytest.mark.parametrize(
    ("kind", "categories"),
    [
        (characters.CONTROLS, {"Cc"}),
        (characters.BIDI, {"Cf"}),
        (characters.SURROGATES, {"Cs"}),
        (characters.LINE_SEPARATORS, {"Zl", "Zp"}),
        (characters.TAGS, {"Cf", "Cn"}),
        (characters.NONCHARACTERS, {"Cn"}),
        (characters.PRIVATE_USE, {"Co"}),
        (characters.SELECTORS, {"Mn", "Cn"}),
        (characters.FORMAT_SIGNS, {"Cf", "Mn", "Cn", "Lo"}),
    ],
)
def test_a_kind_holds_characters_of_its_categories_alone(kind: str, categories: set[str]) -> None:
    assert {unicodedata.category(character) for character in _members(kind)} <= categories


def test_every_character_of_format_has_a_kind() -> None:
    known = _members(
        characters.INVISIBLE
        + characters.BIDI
        + characters.TAGS
        + characters.SELECTORS
        + characters.FORMAT_SIGNS
    )
    assert {one for one in _ALL if unicodedata.category(one) == "Cf"} <= known


def test_every_surrogate_and_every_private_use_code_has_its_kind() -> None:
    assert {one for one in _ALL if unicodedata.category(one) == "Cs"} == _members(
        characters.SURROGATES
    )
    assert {one for one in _ALL if unicodedata.category(one) == "Co"} == _members(
        characters.PRIVATE_USE
    )
