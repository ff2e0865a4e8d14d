"""What is told of a difference, part by part."""

from __future__ import annotations

from statsite.diff.other_changes import Thing
from statsite.diff.parts import HEADINGS


def test_a_change_of_anything_has_a_heading() -> None:
    assert HEADINGS.keys() == set(Thing)
