"""A clue speaks where its words stand at its place."""

from __future__ import annotations

import pytest

from statsite.extract.timeless_clues import CLUES, Clue, Surroundings
from statsite.values import replace

_NOTHING = Surroundings(**dict.fromkeys(Surroundings.__struct_fields__, ""))


def test_every_clue_looks_at_something() -> None:
    assert {clue.where for clue in CLUES} <= set(Surroundings.__struct_fields__)
    assert all(clue.weight for clue in CLUES)


@pytest.mark.parametrize(("where", "is_there"), [("clause", True), ("rest", False)])
def test_a_clue_speaks_of_its_own_place(where: str, *, is_there: bool) -> None:
    around = replace(_NOTHING, clause="每天卖出")
    assert Clue("each", where, 1.0, "每天").speaks(around) is is_there
