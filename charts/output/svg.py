"""Paints a sheet with matplotlib, straight onto the figure, and turns its SVG into one a page can carry inline."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from charts.layout.measure import SIZE, font_path
from charts.layout.scene import Box, Disc, Look, Shape, Sheet, Trace, Words
from charts.output.library import settings
from charts.palette import SCHEMES
from charts.spec import ChartSpec

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.typing import RcKeyType

_SVG: Final = "{http://www.w3.org/2000/svg}"
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
# What the SVG wants otherwise than matplotlib's defaults have it.
_STYLE: Final[dict[RcKeyType, Any]] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "charts",
    "svg.id": None,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
    "text.parse_math": False,
    "text.usetex": False,
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "font.size": SIZE,
}
_INK: Final = {"label": "ink", "number": "ink", "soft": "soft"}
_CLASS: Final = {"label": "label", "number": "number strong", "soft": "soft"}
_STRONG: Final = "650"


def paint(sheet: Sheet, spec: ChartSpec) -> str:
    """The sheet as one SVG element: text as text, colours as CSS variables, ids of this chart's own, no style attribute."""
    prefix = f"{spec.id}-{spec.language}-{spec.width}"
    elements = _elements(ET.fromstring(_matplotlib_svg(sheet)), sheet.shapes, prefix)  # noqa: S314 - our own renderer's output
    root = _root(sheet, spec, prefix)
    _defs(root, sheet.shapes, prefix)
    groups: dict[str, ET.Element] = {}
    for shape, element in zip(sheet.shapes, elements, strict=True):
        _place(root, groups, shape.figure).append(element)
    _name_wordless(groups, spec)
    return ET.tostring(root, encoding="unicode")


def _root(sheet: Sheet, spec: ChartSpec, prefix: str) -> ET.Element:
    box = f"0 0 {_short(sheet.width)} {_short(sheet.height)}"
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box, "role": "img", "class": "chart", "lang": spec.language}
    root = ET.Element("svg", {**attributes, "data-kind": spec.kind, "aria-label": spec.title})
    ET.SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = spec.description
    return root


def _place(root: ET.Element, groups: dict[str, ET.Element], figure: str | None) -> ET.Element:
    if figure is None:
        return root
    if figure not in groups:
        groups[figure] = ET.SubElement(root, "g", {"class": "figure", "data-figure": figure})
    return groups[figure]


def _name_wordless(groups: Mapping[str, ET.Element], spec: ChartSpec) -> None:
    """Give each figure whose number is not written a title that says it, with its row and time."""
    for datum in spec.data:
        group = groups.get(datum.id)
        if group is not None and group.find("text") is None:
            title = ET.Element("title")
            title.text = ", ".join(filter(None, (datum.row, datum.time_label, datum.number)))
            group.insert(0, title)


def _defs(root: ET.Element, shapes: Iterable[Shape], prefix: str) -> None:
    fades = sorted({shape.look.fill for shape in shapes if not isinstance(shape, Words) and shape.look.fill.startswith("fade-")})
    if fades:
        defs = ET.SubElement(root, "defs")
        for fade in fades:
            _gradient(defs, fade, prefix)


def _gradient(defs: ET.Element, fade: str, prefix: str) -> None:
    direction, tone = fade.removeprefix("fade-").split(":")
    strengths = ("1", "0") if direction in {"right", "down"} else ("0", "1")
    turned = {"x2": "0", "y2": "1"} if direction in {"up", "down"} else {}
    gradient = ET.SubElement(defs, "linearGradient", {"id": _fade_id(fade, prefix), **turned})
    for offset, strength in zip(("0", "1"), strengths, strict=True):
        ET.SubElement(gradient, "stop", {"offset": offset, "stop-color": f"var(--{tone})", "stop-opacity": strength})


def _fade_id(fade: str, prefix: str) -> str:
    return f"{prefix}-{fade.replace(':', '-')}"


def _matplotlib_svg(sheet: Sheet) -> str:
    with settings(_STYLE):
        written = io.StringIO()
        _figure(sheet).savefig(written, format="svg", metadata={"Date": None})
    return written.getvalue()


def _figure(sheet: Sheet) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - imported late, as charts.output.library says
    from matplotlib.transforms import Affine2D  # noqa: PLC0415 - as output.library

    figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), dpi=72)
    figure.patch.set_visible(False)
    downwards = Affine2D().scale(1, -1).translate(0, sheet.height)
    for index, shape in enumerate(sheet.shapes):
        artist = _artist(shape)
        artist.set(transform=downwards, gid=f"shape-{index}", zorder=index)
        figure.add_artist(artist)
    return figure


def _artist(shape: Shape) -> Artist:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - as output.library
    from matplotlib.patches import Circle, Polygon, Rectangle  # noqa: PLC0415 - as output.library
    from matplotlib.text import Text  # noqa: PLC0415 - as output.library

    match shape:
        case Box():
            return Rectangle((shape.x, shape.y), shape.width, shape.height, **_patch(shape.look))
        case Disc():
            return Circle((shape.x, shape.y), shape.radius, **_patch(shape.look))
        case Trace(closed=True):
            return Polygon(shape.points, closed=True, **_patch(shape.look))
        case Trace():
            across, down = zip(*shape.points, strict=True)
            return Line2D(across, down, color=_hex(shape.look.stroke), linewidth=shape.look.thickness, dash_capstyle="butt")
        case Words():
            align = {"start": "left", "middle": "center", "end": "right"}[shape.anchor]
            return Text(shape.x, shape.y, _spaces(shape.text), ha=align, va="baseline", fontproperties=_font(), color=_hex(_INK[shape.name]))


def _font() -> FontProperties:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as output.library

    return FontProperties(fname=font_path(), size=SIZE)


def _spaces(text: str) -> str:
    """The layout font lacks some of Unicode's spaces; the SVG gets the text itself."""
    return "".join(" " if char.isspace() else char for char in text)


def _patch(look: Look) -> dict[str, Any]:
    return {"facecolor": _hex(look.fill.rpartition(":")[2]), "edgecolor": _hex(look.stroke), "linewidth": look.thickness}


def _hex(ink: str) -> str:
    return "none" if ink == "none" else SCHEMES["rust"][0].tokens()[ink]


def _elements(drawn: ET.Element, shapes: tuple[Shape, ...], prefix: str) -> Iterator[ET.Element]:
    groups = {group.get("id"): group for group in drawn.iter(f"{_SVG}g")}
    for index, shape in enumerate(shapes):
        yield _element(shape, groups[f"shape-{index}"][0], prefix)


def _element(shape: Shape, drawn: ET.Element, prefix: str) -> ET.Element:
    match shape:
        case Words():
            return _text(shape, drawn)
        case Box():
            return ET.Element("rect", {**_rectangle(drawn), **_rounded(shape), **_attributes(shape.look, prefix)})
        case Disc():
            return ET.Element("circle", {**_circle(drawn), **_attributes(shape.look, prefix)})
        case Trace():
            return ET.Element("path", {"d": _path(drawn, closed=shape.closed), **_attributes(shape.look, prefix)})


def _text(shape: Words, drawn: ET.Element) -> ET.Element:
    attributes = {"class": _CLASS[shape.name], "x": _short(float(drawn.get("x", "0"))), "y": _short(float(drawn.get("y", "0")))}
    if shape.anchor != "start":
        attributes["text-anchor"] = shape.anchor
    attributes |= {"font-size": f"{SIZE:g}", "fill": f"var(--{_INK[shape.name]})"}
    if shape.name == "number":
        attributes["font-weight"] = _STRONG
    element = ET.Element("text", attributes)
    element.text = shape.text
    return element


def _extent(drawn: ET.Element) -> tuple[float, float, float, float]:
    numbers = [float(number) for number in _NUMBER.findall(drawn.get("d", ""))]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def _rectangle(drawn: ET.Element) -> dict[str, str]:
    left, top, right, bottom = _extent(drawn)
    return {"x": _short(left), "y": _short(top), "width": _short(right - left), "height": _short(bottom - top)}


def _rounded(shape: Box) -> dict[str, str]:
    return {"rx": _short(shape.rounded)} if shape.rounded else {}


def _circle(drawn: ET.Element) -> dict[str, str]:
    left, top, right, bottom = _extent(drawn)
    return {"cx": _short((left + right) / 2), "cy": _short((top + bottom) / 2), "r": _short((right - left) / 2)}


def _path(drawn: ET.Element, *, closed: bool) -> str:
    numbers = [float(number) for number in _NUMBER.findall(drawn.get("d", ""))]
    points = [f"{_short(x)} {_short(y)}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return "M" + "L".join(points) + ("Z" if closed else "")


def _attributes(look: Look, prefix: str) -> dict[str, str]:
    attributes = {"class": look.name, "fill": _colour(look.fill, prefix)}
    if look.opacity != 1:
        attributes["fill-opacity" if look.fill != "none" else "stroke-opacity"] = _short(look.opacity)
    if look.stroke != "none":
        attributes |= {"stroke": _colour(look.stroke, prefix), "stroke-width": _short(look.thickness)}
    if look.dash:
        attributes["stroke-dasharray"] = " ".join(map(_short, look.dash))
    return attributes


def _colour(ink: str, prefix: str) -> str:
    if ink == "none":
        return "none"
    return f"url(#{_fade_id(ink, prefix)})" if ink.startswith("fade-") else f"var(--{ink})"


def _short(number: float) -> str:
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
