"""A reader of a value refuses it with all that is wrong, each at its place."""

from __future__ import annotations

from statsite.read.field_errors import FieldError, Refused, refused


def test_a_refusal_is_told_by_what_holds_the_value_with_the_way_to_it() -> None:
    found = Refused(
        FieldError("a", "first", at=(0,)),
        FieldError("b", "second", "do this", ("zh",), on_key=True),
    )
    assert list(found.below("title")) == [
        FieldError("a", "first", at=("title", 0)),
        FieldError("b", "second", "do this", ("title", "zh"), on_key=True),
    ]
    assert list(refused("a", "first", "").below("key", on_key=True)) == [
        FieldError("a", "first", at=("key",), on_key=True)
    ]


def test_one_fault_is_of_the_whole_value() -> None:
    assert refused("a", "first", "do this").faults == (FieldError("a", "first", "do this"),)
