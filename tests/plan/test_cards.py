"""A card tells of a figure in a text what its page does, in few lines."""

from __future__ import annotations

from statsite.plan.cards import cards
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles

TEXT = """\
---
title: Beds
standfirst: Beds in short.
---

There are [[care.beds]], again [[care.beds|so many]], and [[care.beds-planned@2030]].

[[table:care.guests]]
"""


def test_each_figure_that_a_text_names_has_one_card_in_the_order_of_the_text(
    read_files: ReadFiles,
) -> None:
    edition = looked_up(
        read_files,
        "en",
        {
            "content/pages/beds/en.md": TEXT.split("[[table", maxsplit=1)[0],
            "content/pages/beds/zh.md": TEXT.split("[[table", maxsplit=1)[0],
        },
    )
    found = cards(edition, edition.site.pages["beds"].documents["en"])
    assert [one.anchor for one in found] == ["card-care.beds", "card-care.beds-planned@2030"]
    assert found[1].figure.title == "Beds to reach"
    lines = found[1].lines
    assert str(found[1].figure.text) == "1,500 beds"
    assert lines[:2] == (
        "As printed: 1500张",
        "What is counted: Including community beds.",
    )
    assert "Hunan" in lines[2]
    assert "target" in lines[2]
    assert lines[3].startswith("Source: “")
    assert len(lines) == 5


def test_a_page_without_a_text_has_no_cards(read_files: ReadFiles) -> None:
    assert cards(looked_up(read_files), None) == ()
