"""A scene as the SVG element that a page holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from charts.layout.scene import Layer, Scene
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
        from charts.output.svg_backend import SvgCanvas  # noqa: PLC0415 - as output.matplotlib_setup

        root, prefix = _root(scene, spec), id_prefix(spec)
        ET.SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = _listed(spec)
        SvgCanvas(
            SceneFigure([Layer(scene.shapes)], scene.width, scene.height, _SCHEME), prefix
        ).write(root)
    _name_wordless(root, spec)
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


def _name_wordless(root: ET.Element, spec: ChartSpec) -> None:
    """Give each figure whose number is not written a title that says it in words."""
    groups = {group.get("data-figure"): group for group in root.findall("g")}
    for datum in spec.data:
        group = groups.get(datum.id)
        if group is not None and group.find("text") is None:
            title = ET.Element("title")
            title.text = datum.heard
            group.insert(0, title)
