"""A time tells up to which day something is told."""

from __future__ import annotations

import pytest

from statsite.extract.mention import TimeMention


@pytest.mark.parametrize(
    ("lead", "is_final", "is_as_of"),
    [("截至", False, True), ("", True, True), ("到", False, False), ("", False, False)],
)
def test_the_day_up_to_which_something_is_told(
    lead: str, *, is_final: bool, is_as_of: bool
) -> None:
    assert TimeMention(0, 5, None, lead, is_final=is_final).is_as_of is is_as_of
