"""Fingerprints of values: the same for what holds the same, another for all else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import combinations
from types import MappingProxyType

import pytest
from markupsafe import Markup
from msgspec import Struct

from statsite import addresses
from statsite.fingerprint import Fingerprints, NoFingerprintError
from statsite.values import replace


class Colour(Enum):
    """Two colours."""

    RED = "red"
    BLUE = "blue"


class Pair(Struct, frozen=True):
    """Two values."""

    first: object
    second: object = ""


@dataclass(frozen=True)
class Other:
    """Two other values."""

    first: object
    second: object = ""


class Alone(Struct, frozen=True, eq=False):
    """Equals none but itself."""


#: Values of which none is another.
DIFFERENT: tuple[object, ...] = (
    "a", "b", "", "1", 1, 1.0, True, None, b"a", Markup("a"), Decimal("1.0"), Decimal("1.00"),
    dt.date(2025, 1, 1), Colour.RED, Colour.BLUE, "red",
    (), ("a",), ("a", "b"), ("b", "a"), (("a",), "b"), ("a", ("b",)), (("a", "b"),), ("ab",),
    {}, {"a": "b"}, {"b": "a"}, {"a": "b", "c": ""}, {"c": "", "a": "b"}, frozenset(), frozenset({"a"}),
    Pair("a", "b"), Pair("a"), Pair("", "a"), Other("a", "b"), Pair(Pair("a"), "b"), Pair("a", Pair("b")),
    ("a" * 300,), (("a" * 300,),), ("a" * 300, "b"), ("a" * 150, ("a" * 150, "b")), (("a" * 150, "a" * 150), "b"),
    addresses.page, addresses.topic, partial(addresses.page, "a"), partial(addresses.page, "b"),
)  # fmt: skip


def test_different_values_have_different_fingerprints() -> None:
    made = Fingerprints()
    told = [made.of(value) for value in DIFFERENT]
    assert [
        (DIFFERENT[one], DIFFERENT[other])
        for one, other in combinations(range(len(told)), 2)
        if told[one] == told[other]
    ] == []


def test_a_fingerprint_is_that_of_what_a_value_holds_not_of_the_value() -> None:
    for value in DIFFERENT:
        assert Fingerprints().of(value) == Fingerprints().of(value)
    first = Pair("a" * 3, {"x": ("b", 1)})
    second = Pair("".join(["a"] * 3), MappingProxyType({"x": ["b", 1]}))
    assert Fingerprints().of(first) == Fingerprints().of(second)
    assert Fingerprints().of({"b", "a", "c"}) == Fingerprints().of({"c", "a", "b"})


def test_a_value_made_where_another_was_has_its_own() -> None:
    made = Fingerprints()
    told = {made.of(Pair(str(number), (str(number),))) for number in range(500)}
    assert len(told) == 500


def test_a_change_far_inside_changes_the_whole() -> None:
    inside = Pair("x", ("y", {"z": Pair("deep")}))
    changed = replace(inside, second=("y", {"z": Pair("deeper")}))
    made = Fingerprints()
    assert made.of([inside, inside]) != made.of([inside, changed])


def _closure(word: str) -> Callable[[], str]:
    return lambda: word


@pytest.mark.parametrize(
    "value", [Alone(), object(), iter("a"), _closure("a"), Pair(_closure("a")), "a".upper, {1: Alone()}]
)  # fmt: skip
def test_what_may_hold_more_than_it_shows_has_none(value: object) -> None:
    with pytest.raises(NoFingerprintError):
        Fingerprints().of(value)
