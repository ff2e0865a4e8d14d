"""What a reader of a value says when it refuses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong in a field: ``at`` is the way from the field to the culprit, ``on_key``
    points at its key instead of its value. Without a ``message``, the ``check`` says all.
    """

    check: str
    message: str
    hint: str = ""
    at: tuple[str | int, ...] = ()
    on_key: bool = False


class Refused(Exception):  # noqa: N818 - named for what happened
    """A value is refused for its ``faults``."""

    def __init__(self, *faults: FieldError) -> None:
        super().__init__(*faults)
        self.faults = faults

    def below(self, step: str | int, *, on_key: bool = False) -> Iterator[FieldError]:
        """The faults as they are told of what has the value one ``step`` down, or as the key."""
        for fault in self.faults:
            yield replace(fault, at=(step, *fault.at), on_key=fault.on_key or on_key)


def refused(check: str, message: str, hint: str) -> Refused:
    """That a whole value is refused for one fault."""
    return Refused(FieldError(check, message, hint))
