"""Words are found right beside a time expression, and no further."""

from __future__ import annotations

import re

import pytest

from statsite.extract.beside_times import NEAR, Beside
from statsite.extract.time_expressions import time_expressions


@pytest.mark.parametrize(
    ("text", "is_behind", "before"),
    [
        ("备战2028年奥运会", True, "备战"),
        ("备战2028年的奥运会", False, "备战"),
        ("备战" + "好" * NEAR + "2028年奥运会", True, ""),
    ],
)
def test_what_touches_an_expression(text: str, before: str, *, is_behind: bool) -> None:
    beside, (expression,) = Beside(text), time_expressions(text)
    assert beside.goes_on(re.compile("奥运会"), expression) is is_behind
    assert beside.found_before(re.compile("备战"), expression) == before
