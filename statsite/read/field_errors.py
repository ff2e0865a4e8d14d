"""What a reader of a value says when it refuses it."""

from __future__ import annotations

from msgspec import Struct
from pydantic_core import PydanticCustomError

#: The ``type`` of a pydantic error that carries faults, and their key in its ``ctx``.
FIELD_ERRORS = "faults"


class FieldError(Struct, frozen=True):
    """One thing wrong in a field: ``at`` is the way from the field to the culprit, ``on_key``
    points at its key instead of its value.
    """

    check: str
    message: str
    hint: str = ""
    at: tuple[str | int, ...] = ()
    on_key: bool = False


def refusal(*faults: FieldError) -> PydanticCustomError:
    """The pydantic error that carries ``faults``."""
    return PydanticCustomError(FIELD_ERRORS, "refused", {FIELD_ERRORS: faults})


def refused(check: str, message: str, hint: str) -> PydanticCustomError:
    """The pydantic error that carries one fault of the whole value."""
    return refusal(FieldError(check, message, hint))
