"""matplotlib's backend for the SVG that a page holds: classes for styles, CSS variables for
colours, a group for each figure, text as text.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from matplotlib.backend_bases import GraphicsContextBase

from charts.layout.scene import Boxes, Circle, Fade, Path, Rectangle, Style, Text, TextRole
from charts.output.scene_figure import PageRenderer, SceneFigure
from charts.output.svg_numbers import short
from charts.palette import Token

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path as Outline
    from matplotlib.transforms import Transform
    from numpy.typing import NDArray

_CLASS: Final[Mapping[TextRole, str]] = {
    "label": "label",
    "number": "number strong",
    "soft": "soft",
}
_STRONG: Final = "700"


class SvgRenderer(PageRenderer):
    """Writes what is drawn of a figure of one layer into an SVG element, ``root``: matplotlib says
    where and how thick, the shape what it is called and which variable colours it.

    What the drawing refers to by id begins with ``prefix``; ``titles`` name those of its data, by
    id, whose numbers nobody reads in it. Those that belong to one of its data are a group.
    """

    def __init__(
        self, figure: SceneFigure, prefix: str, titles: Mapping[str, str], root: ET.Element
    ) -> None:
        super().__init__()
        self._width, self._height = figure.size
        self._shapes, self._prefix, self._root = figure.shapes, prefix, root
        self._titles = titles
        self._groups: dict[str, ET.Element] = {}
        self._drawn = ""
        self._define_fades()

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The figure's size in CSS px."""
        return self._width, self._height

    def open_group(self, s: str, gid: str | None = None) -> None:  # noqa: ARG002 - matplotlib's signature
        """Note whose strokes come next."""
        self._drawn = gid or ""

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Outline,
        transform: Transform,
        rgbFace: Any = None,  # noqa: ANN401, ARG002, N803 - matplotlib's signature
    ) -> None:
        """Write a shape's outline as the simplest element that has it."""
        shape = self._shapes[self._drawn]
        if isinstance(shape, Text):
            raise TypeError(f"an outline drawn for {shape}")
        tag, geometry = _outline(shape, self._on_page(transform.transform(path.vertices)))
        style = self._style(shape.style, gc)
        if isinstance(shape, Path) and not shape.closed:
            self._append_line(shape.figure, geometry["d"], style)
        else:
            self._append(shape.figure, tag, geometry | style)

    def draw_text(  # noqa: PLR0913, PLR0917 - matplotlib's signature
        self,
        gc: GraphicsContextBase,  # noqa: ARG002
        x: float,
        y: float,
        s: str,  # noqa: ARG002
        prop: FontProperties,
        angle: float,  # noqa: ARG002
        ismath: Any = False,  # noqa: ANN401, ARG002, FBT002
        mtext: Any = None,  # noqa: ANN401, ARG002
    ) -> None:
        """Write a line of text at its anchor, for the reader's own fonts."""
        shape = self._shapes[self._drawn]
        if not isinstance(shape, Text):
            raise TypeError(f"text drawn for {shape}")
        attributes = {"class": _CLASS[shape.role], "x": short(x), "y": short(self._height - y)}
        if shape.anchor != "start":
            attributes["text-anchor"] = shape.anchor
        attributes |= {
            "font-size": f"{prop.get_size_in_points():g}",
            "fill": _variable(shape.token),
        }
        if shape.role == "number":
            attributes["font-weight"] = _STRONG
        self._append(shape.figure, "text", attributes).text = shape.text

    def _on_page(self, points: NDArray[Any]) -> NDArray[Any]:
        """Points with y downwards."""
        points[:, 1] = self._height - points[:, 1]
        return points

    def _append(self, figure: str | None, tag: str, attributes: dict[str, str]) -> ET.Element:
        return ET.SubElement(self._parent(figure), tag, attributes)

    def _append_line(self, figure: str | None, line: str, style: dict[str, str]) -> None:
        """Write a line, in one element with the line before it where both look the same."""
        parent = self._parent(figure)
        last = parent[-1] if len(parent) else None
        if last is not None and last.attrib == {"d": last.get("d"), **style}:
            last.set("d", last.get("d", "") + line)
        else:
            ET.SubElement(parent, "path", {"d": line, **style})

    def _parent(self, figure: str | None) -> ET.Element:
        return self._root if figure is None else self._group(figure)

    def _group(self, figure: str) -> ET.Element:
        if figure not in self._groups:
            self._groups[figure] = self._new_group(figure)
        return self._groups[figure]

    def _new_group(self, figure: str) -> ET.Element:
        group = ET.SubElement(self._root, "g", {"class": "figure", "data-figure": figure})
        if figure in self._titles:
            ET.SubElement(group, "title").text = self._titles[figure]
        return group

    def _style(self, style: Style, gc: GraphicsContextBase) -> dict[str, str]:
        attributes = {"class": style.name, "fill": self._fill(style.fill)}
        if style.opacity != 1:
            attributes["fill-opacity" if style.fill else "stroke-opacity"] = short(style.opacity)
        if style.stroke:
            attributes |= {
                "stroke": _variable(style.stroke),
                "stroke-width": short(gc.get_linewidth()),
            }
        if style.dash:
            attributes["stroke-dasharray"] = " ".join(map(short, style.dash))
        return attributes

    def _fill(self, fill: Token | Fade | None) -> str:
        if isinstance(fill, Fade):
            return f"url(#{self._fade_id(fill)})"
        return _variable(fill) if fill else "none"

    def _define_fades(self) -> None:
        """The gradients of the figure, each once."""
        fills = {shape.style.fill for shape in self._shapes.values() if not isinstance(shape, Text)}
        fades = {self._fade_id(fill): fill for fill in fills if isinstance(fill, Fade)}
        if fades:
            defs = ET.SubElement(self._root, "defs")
            for name, fade in sorted(fades.items()):
                _define(defs, name, fade)

    def _fade_id(self, fade: Fade) -> str:
        return f"{self._prefix}-fade-{fade.towards.value}-{fade.token}"


def _outline(
    shape: Rectangle | Boxes | Circle | Path, points: NDArray[Any]
) -> tuple[str, dict[str, str]]:
    """The simplest element that has the outline of a shape, and its geometry."""
    match shape:
        case Rectangle():
            rounded = {"rx": short(shape.rounded)} if shape.rounded else {}
            return "rect", _box(points) | rounded
        case Boxes():
            return "path", {"d": _boxes(points)}
        case Circle():
            return "circle", _circle(points)
        case Path():
            corners = points[:-1] if shape.closed else points
            return "path", {"d": _line(corners, closed=shape.closed)}


def _define(defs: ET.Element, name: str, fade: Fade) -> None:
    turned = {"x2": "0", "y2": "1"} if fade.towards.is_vertical else {}
    gradient = ET.SubElement(defs, "linearGradient", {"id": name, **turned})
    strengths = ("1", "0") if fade.towards.is_forward else ("0", "1")
    for offset, strength in zip(("0", "1"), strengths, strict=True):
        colour = {"stop-color": _variable(fade.token), "stop-opacity": strength}
        ET.SubElement(gradient, "stop", {"offset": offset, **colour})


def _box(points: NDArray[Any]) -> dict[str, str]:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return {
        "x": short(left),
        "y": short(top),
        "width": short(right - left),
        "height": short(bottom - top),
    }


def _circle(points: NDArray[Any]) -> dict[str, str]:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return {
        "cx": short((left + right) / 2),
        "cy": short((top + bottom) / 2),
        "r": short((right - left) / 2),
    }


def _line(points: NDArray[Any], *, closed: bool) -> str:
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points) + ("Z" if closed else "")


#: The points of a box: its corners, and the first again where it closes.
_CORNERS: Final = 5


def _boxes(points: NDArray[Any]) -> str:
    return "".join(
        _line(points[at : at + _CORNERS - 1], closed=True) for at in range(0, len(points), _CORNERS)
    )


def _variable(token: Token) -> str:
    return f"var(--{token})"
