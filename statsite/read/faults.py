"""What a reader of a value says when it refuses it."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

#: The ``type`` of a pydantic error that carries faults, and their key in its ``ctx``.
FAULTS = "faults"

_LONGEST_NAME = 80
_NAMES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a field: ``at`` is the way from the field to the culprit, ``on_key`` points at its key instead of its value."""

    check: str
    message: str
    hint: str = ""
    at: tuple[str | int, ...] = ()
    on_key: bool = False


def refusal(*faults: Fault) -> PydanticCustomError:
    """The pydantic error that carries ``faults``."""
    return PydanticCustomError(FAULTS, "refused", {FAULTS: faults})


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint that names what ``name`` was probably meant to be, or what is known; empty if nothing is."""
    close = difflib.get_close_matches(name[:_LONGEST_NAME].casefold(), known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    listed = ", ".join(f"`{one}`" for one in list(known)[:_NAMES_SHOWN])
    more = ", …" if len(known) > _NAMES_SHOWN else ""
    return f"known: {listed}{more}" if known else ""
