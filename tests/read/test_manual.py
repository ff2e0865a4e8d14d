"""The field reference of the editors' manual is written below its mark, and nothing else is."""

from __future__ import annotations

import pytest

from statsite.read.manual import MARK, with_reference
from statsite.read.reference import field_reference


def test_all_below_the_line_of_the_mark_is_replaced() -> None:
    manual = f"# Editing\nwords\n{MARK} written by make reference -->\nold\n"
    assert with_reference(manual) == (
        f"# Editing\nwords\n{MARK} written by make reference -->\n\n{field_reference()}"
    )


def test_a_manual_without_the_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="no line begins with"):
        with_reference(f"words {MARK} -->\n")
