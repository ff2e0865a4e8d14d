"""A reader of a value refuses it with all that is wrong, each at its place."""

from __future__ import annotations

from statsite.read.field_errors import FIELD_ERRORS, FieldError, refusal


def test_a_refusal_carries_every_fault_in_order() -> None:
    faults = (
        FieldError("a", "first", at=(0,)),
        FieldError("b", "second", "do this", ("zh",), on_key=True),
    )
    error = refusal(*faults)
    assert error.type == FIELD_ERRORS
    assert error.context == {FIELD_ERRORS: faults}
