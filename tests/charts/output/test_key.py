"""The key of a picture: what its marks mean, in one sentence before its caption."""

from __future__ import annotations

import pytest

from charts.output.key import told_below
from tests.charts.drawn import chart, figure

A = figure("a", "1", 1)


@pytest.mark.parametrize(
    ("words", "used", "below"),
    [
        ({}, ("about",), ("caption",)),
        ({"convention-about": "a wave: about"}, (), ("caption",)),
        ({"convention-about": "a wave: about"}, ("about",), ("A wave: about.", "caption")),
        (
            {
                "convention-about": "波浪是约",
                "convention-target": "虚线是目标",
                "conventions-separator": "；",
                "full-stop": "。",
            },
            ("about", "target"),
            ("波浪是约；虚线是目标。", "caption"),
        ),
    ],
    ids=["no words", "nothing used", "one", "two"],
)
def test_what_the_marks_use_is_told_before_the_caption(
    words: dict[str, str], used: tuple[str, ...], below: tuple[str, ...]
) -> None:
    assert told_below(chart("bars", A, words=words), used, ["", "caption", " "]) == below
