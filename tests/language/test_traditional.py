"""Traditional characters that readers type."""

from __future__ import annotations

from statsite.language.traditional import SIMPLIFIED, variants


def test_every_character_is_one_and_leads_to_another() -> None:
    assert all(len(one) == len(simple) == 1 for one, simple in SIMPLIFIED.items())
    assert not SIMPLIFIED.keys() & set(SIMPLIFIED.values())


def test_only_what_a_text_has_is_given_with_all_its_forms() -> None:
    assert sorted(variants("复发 beds")[::2]) == sorted("復複發")
    assert variants("复发 beds")[1::2].count("复") == len("復複")
    assert variants("床位") == "牀床"
    assert variants("beds") == ""
