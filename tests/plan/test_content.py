"""A page is told no more than its title unless something is said."""

from __future__ import annotations

import pytest

from statsite.plan.content import Content, JsonText, Onward


def test_what_is_not_said_is_empty() -> None:
    assert Content("床位") == Content("床位", "", "", {})
    assert Onward("area", "Hunan", "areas/cn-hn/index.html").fragment == ""


def test_a_page_is_told_once() -> None:
    with pytest.raises(AttributeError):
        Content("床位").title = "医院"  # type: ignore[misc]  # that is what is tried


def test_json_says_what_it_is_of_and_no_number_that_json_has_not() -> None:
    assert (
        JsonText.of({"name": "床位", "value": [1, None]}).text
        == '{"name": "床位", "value": [1, null]}'
    )
    with pytest.raises(ValueError, match="JSON"):
        JsonText.of(float("nan"))
