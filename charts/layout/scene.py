"""What a layout gives the painter: shapes with final positions in CSS px, y downwards, and the look each has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charts.layout.measure import ASCENT, LINE, Block

#: A point: x to the right, y downwards.
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and stroke by token (``accent``, ``paper``, ``none``); a fill ``fade-right:accent`` runs out towards the right (or left, up, down)."""

    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0.0
    dash: tuple[float, float] | None = None
    opacity: float = 1.0
    name: str = "mark"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: Look
    figure: str | None = None
    rounded: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    look: Look
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through points, closed to an outline or open."""

    points: tuple[Point, ...]
    look: Look
    figure: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``x`` is its start, middle or end, as ``anchor`` says, ``y`` its baseline."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    name: str = "label"
    figure: str | None = None


Shape = Box | Disc | Trace | Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid out chart."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


RULE: Final = Look(stroke="rule", thickness=1.0, name="rule")
ZERO: Final = Look(stroke="soft", thickness=1.0, name="zero")
LEADER: Final = Look(stroke="faint", thickness=1.0, name="leader")

#: How far a letter such as T may lean out of its box, in CSS px.
_LEAN: Final = 1.0


def write(  # noqa: PLR0913 - place, role and owner of a text are one thought at every call
    block: Block, x: float, top: float, *, name: str = "label", anchor: str = "start", figure: str | None = None
) -> Iterator[Words]:
    """The lines of ``block``, the first one's box beginning at ``top``; a little in from the left edge, over which some letters lean."""
    x = max(x, _LEAN) if anchor == "start" else x
    shown = "number" if block.strong and name == "label" else name
    for index, line in enumerate(block.lines):
        if line:
            yield Words(x, top + ASCENT + LINE * index, line, anchor, shown, figure)


def vertical(x: float, top: float, bottom: float, look: Look, figure: str | None = None) -> Trace:
    """A straight line downwards."""
    return Trace(((x, top), (x, bottom)), look, figure)


def horizontal(y: float, left: float, right: float, look: Look, figure: str | None = None) -> Trace:
    """A straight line to the right."""
    return Trace(((left, y), (right, y)), look, figure)
