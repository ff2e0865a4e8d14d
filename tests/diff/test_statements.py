"""Two things that are said are compared by their parts, and shown apart where they differ."""

from __future__ import annotations

import pytest
from msgspec import Struct

from statsite.diff.statements import Statement, apart, exact, localised_statement
from statsite.problems import Location


class _Thing(Struct, frozen=True):
    name: str
    location: Location


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"zh": "面积", "en": "Area / Extent"}, {"zh": "面积 / Area", "en": "Extent"}),
        ({"zh": "面积", "en": "Area of"}, {"zh": "面积", "en": "Area\u00a0of"}),
        ({"zh": "面积", "en": ""}, {"zh": "面积 / ", "en": ""}),
    ],
)
def test_words_that_read_the_same_when_joined_differ_and_are_shown_apart(
    before: dict[str, str], after: dict[str, str]
) -> None:
    was, now = localised_statement(before), localised_statement(after)
    assert was != now
    texts = apart(was, now)
    assert texts[0] != texts[1]


def test_words_that_read_differently_are_shown_as_they_read() -> None:
    was, now = (
        localised_statement({"zh": "床", "en": "Bed"}),
        localised_statement({"zh": "床", "en": "Beds"}),
    )
    assert apart(was, now) == ("床 / Bed", "床 / Beds")


def test_what_is_shown_counts_for_nothing() -> None:
    assert Statement.of(("a", "b"), "a, b") == Statement.of(("a", "b"), "another text")
    assert Statement.of(("a", "b"), "a, b") != Statement.of(("a, b",), "a, b")


def test_the_place_of_a_thing_is_no_part_of_it() -> None:
    one, other = (_Thing("a", Location("f.yaml", line)) for line in (1, 2))
    assert exact(one) == exact(other)
    assert exact(one) != exact(_Thing("b", Location("f.yaml", 1)))
