"""What a printed figure is made of: kinds of parts, and where each is in the text."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class PartKind(StrEnum):
    """What a stretch of a printed figure is; a ``list`` are the other numbers between one and the
    scale at the end that serves them all.
    """

    QUALIFIER = "qualifier"
    NUMBER = "number"
    SCALE = "scale"
    JOINER = "joiner"
    UNIT = "unit"
    LIST = "list"


class Part(Struct, frozen=True):
    """A stretch of a printed figure, white space removed."""

    kind: PartKind
    text: str


class Piece(Struct, frozen=True):
    """A part by its place in ``FoldedText.plain``."""

    kind: PartKind
    start: int
    end: int
