"""Titles and descriptions that lists of results and chats show whole."""

from __future__ import annotations

import pytest

from statsite.render.sharing import share_description, share_title

SITE = "Health in Figures"


@pytest.mark.parametrize(
    ("title", "shared"),
    [
        ("Beds", "Beds · Health in Figures"),
        (SITE, SITE),
        ("养老床位", "养老床位 · Health in Figures"),
        ("B" * 40, "B" * 40 + " · " + SITE),
        ("B" * 41, "B" * 41),
        ("B" * 60, "B" * 60),
        ("B" * 61, "B" * 59 + "…"),
        ("数" * 61, "数" * 59 + "…"),
        (
            "5,000-odd managers · Managers trained for the programme of every county",
            "5,000-odd managers · Managers trained for the programme of…",
        ),
    ],
)
def test_a_title_has_at_most_sixty_characters(title: str, shared: str) -> None:
    assert share_title(title, SITE) == shared
    assert len(shared) <= 60


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("", ""),
        ("x" * 160, "x" * 160),
        ("x" * 161, "x" * 159 + "…"),
        ("A sentence. " + "y" * 160 + ".", "A sentence."),
        ("一句。" + "字" * 160, "一句。"),
        ("x" * 159 + ". And more", "x" * 159 + "."),
        ("word " * 40, ("word " * 31 + "word")[:159].rstrip() + "…"),
    ],
)
def test_a_description_has_at_most_160_characters(text: str, shared: str) -> None:
    assert share_description(text) == shared
    assert len(shared) <= 160
