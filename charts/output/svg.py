"""A scene as the SVG element that a page holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from charts.layout.scene import Layer, Scene, Text
from charts.output.matplotlib_setup import drawing_library
from charts.output.svg_numbers import short
from charts.palette import SCHEMES
from charts.spec import ChartSpec

#: Any scheme does: on a page, colours are variables.
_SCHEME: Final = SCHEMES["rust"][0]


def svg(scene: Scene, spec: ChartSpec) -> ET.Element:
    """The scene as one element: text as text, colours as CSS variables, ids of this chart's own, no
    style attribute.
    """
    with drawing_library():
        from charts.output.scene_figure import SceneFigure  # noqa: PLC0415 - as output.matplotlib_setup
        from charts.output.svg_backend import SvgRenderer  # noqa: PLC0415 - as output.matplotlib_setup

        root, prefix = _root(scene, spec), id_prefix(spec)
        ET.SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = _listed(spec)
        figure = SceneFigure([Layer(scene.shapes)], scene.width, scene.height, _SCHEME)
        figure.draw(SvgRenderer(figure, prefix, _wordless(scene, spec), root))
    return root


def id_prefix(spec: ChartSpec) -> str:
    """What every id in a chart's drawing begins with."""
    return f"{spec.id}-{spec.language}-{spec.width}"


def _root(scene: Scene, spec: ChartSpec) -> ET.Element:
    names = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {short(scene.width)} {short(scene.height)}",
    }
    said = {
        "role": "img",
        "class": "chart",
        "lang": spec.language,
        "data-kind": spec.kind,
        "aria-label": spec.title,
    }
    return ET.Element("svg", names | said)


def _listed(spec: ChartSpec) -> str:
    """The figures of a chart one by one, for those who hear it; its sentence is beside it."""
    data = filter(None, (*spec.data, spec.total, spec.reference))
    return spec.words.get("conventions-separator", "; ").join(datum.heard for datum in data)


def _wordless(scene: Scene, spec: ChartSpec) -> dict[str, str]:
    """What the figures say whose number the scene does not write, by their ids."""
    written = {shape.figure for shape in scene.shapes if isinstance(shape, Text)}
    return {datum.id: datum.heard for datum in spec.data if datum.id not in written}
