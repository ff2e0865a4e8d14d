"""A reader of a value refuses it with all that is wrong, each at its place."""

from __future__ import annotations

from statsite.read.field_errors import FIELD_ERRORS, FieldError, refusal, refused


def test_a_refusal_carries_every_fault_in_order() -> None:
    faults = (
        FieldError("a", "first", at=(0,)),
        FieldError("b", "second", "do this", ("zh",), on_key=True),
    )
    error = refusal(*faults)
    assert error.type == FIELD_ERRORS
    assert error.context == {FIELD_ERRORS: faults}


def test_one_fault_is_of_the_whole_value() -> None:
    error = refused("a", "first", "do this")
    assert error.context == {FIELD_ERRORS: (FieldError("a", "first", "do this"),)}
