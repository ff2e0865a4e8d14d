"""What a layout gives the outputs: shapes with final positions in CSS px, y downwards, and the
style each has.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final, Literal

from msgspec import Struct

from charts.layout.text_layout import ASCENT, LINE, TextBlock
from charts.palette import Token

#: A point: x to the right, y downwards.
Point = tuple[float, float]
#: What of a text its place says.
Anchor = Literal["start", "middle", "end"]
#: What a text is for: a name, a figure's number, which is strong, or what is less important.
TextRole = Literal["label", "number", "soft"]


class Edge(Enum):
    """A side of a shape."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"

    @property
    def is_vertical(self) -> bool:
        """Whether it lies above or below."""
        return self in {Edge.UP, Edge.DOWN}

    @property
    def is_forward(self) -> bool:
        """Whether coordinates grow towards it."""
        return self in {Edge.RIGHT, Edge.DOWN}


class Fade(Struct, frozen=True):
    """A colour that runs out towards one side."""

    token: Token
    towards: Edge


class Style(Struct, frozen=True):
    """Fill and stroke, None for none; thickness and dash in CSS px.

    ``name`` is the class of the element on the page.
    """

    fill: Token | Fade | None = None
    stroke: Token | None = None
    thickness: float = 0.0
    dash: tuple[float, float] | None = None
    opacity: float = 1.0
    name: str = "mark"


class Rectangle(Struct, frozen=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    style: Style
    figure: str | None = None
    rounded: float = 0.0


class Boxes(Struct, frozen=True):
    """Boxes of one style as one shape: left edge, top, width and height of each."""

    boxes: tuple[tuple[float, float, float, float], ...]
    style: Style
    figure: str | None = None


class Circle(Struct, frozen=True):
    """A circle."""

    x: float
    y: float
    radius: float
    style: Style
    figure: str | None = None


class Path(Struct, frozen=True):
    """A line through points, closed to an outline or open."""

    points: tuple[Point, ...]
    style: Style
    figure: str | None = None
    closed: bool = False


class Text(Struct, frozen=True):
    """One line of text; ``x`` is its start, middle or end, as ``anchor`` says, ``y``
    its baseline.
    """

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: TextRole = "label"
    figure: str | None = None

    @property
    def token(self) -> Token:
        """Its colour."""
        return "soft" if self.role == "soft" else "ink"


Shape = Rectangle | Boxes | Circle | Path | Text


class Scene(Struct, frozen=True):
    """A laid out chart."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Layer(Struct, frozen=True):
    """Shapes drawn ``scale`` times as large, their origin at a place of the picture."""

    shapes: tuple[Shape, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


RULE: Final = Style(stroke="rule", thickness=1.0, name="rule")
ZERO: Final = Style(stroke="soft", thickness=1.0, name="zero")
LEADER: Final = Style(stroke="faint", thickness=1.0, name="leader")

#: How far a letter such as T may lean out of its box, in CSS px.
_LEAN: Final = 1.0


def write(  # noqa: PLR0913 - place, role and owner of a text are one thought at every call
    block: TextBlock,
    x: float,
    top: float,
    *,
    role: TextRole = "label",
    anchor: Anchor = "start",
    figure: str | None = None,
) -> Iterator[Text]:
    """The lines of ``block``, the first one's box beginning at ``top``; a little in from the left
    edge, over which some letters lean.
    """
    x = max(x, _LEAN) if anchor == "start" else x
    shown: TextRole = "number" if block.strong and role == "label" else role
    for index, line in enumerate(block.lines):
        if line:
            yield Text(x, top + ASCENT + LINE * index, line, anchor, shown, figure)


def vertical(x: float, top: float, bottom: float, style: Style, figure: str | None = None) -> Path:
    """A straight line downwards."""
    return Path(((x, top), (x, bottom)), style, figure)


def horizontal(
    y: float, left: float, right: float, style: Style, figure: str | None = None
) -> Path:
    """A straight line to the right."""
    return Path(((left, y), (right, y)), style, figure)
