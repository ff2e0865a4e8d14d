"""The page's SVG as the marks of a scene draw it: one element a shape, at its place, in its group,
with variables for colours.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from charts.layout.scene import (
    Boxes,
    Circle,
    Edge,
    Fade,
    Layer,
    Path,
    Rectangle,
    Shape,
    Style,
    Text,
)
from charts.output.matplotlib_setup import drawing_library
from charts.output.scene_figure import POINTS, SceneFigure
from charts.output.svg_backend import SvgRenderer
from charts.palette import SCHEMES
from charts.values import replace

RUST = SCHEMES["rust"][0]


def figure(*shapes: Shape) -> SceneFigure:
    """A figure of 100 by 50 px."""
    with drawing_library():
        return SceneFigure([Layer(shapes)], 100, 50, RUST)


def written(*shapes: Shape) -> list[str]:
    """The elements that the shapes become, as text."""
    root = ET.Element("svg")
    with drawing_library():
        drawn = figure(*shapes)
        drawn.draw(SvgRenderer(drawn, "c", {}, root))
    return [ET.tostring(element, encoding="unicode") for element in root]


LINE = Style(stroke="rule", thickness=1.0, name="rule")


@pytest.mark.parametrize(
    ("second", "elements"),
    [
        pytest.param(Path(((0, 9), (4, 9)), LINE), 1, id="alike"),
        pytest.param(Path(((0, 9), (4, 9)), replace(LINE, thickness=2.0)), 2, id="thicker"),
        pytest.param(Path(((0, 9), (4, 9)), LINE, "a"), 2, id="of a figure"),
        pytest.param(Path(((0, 9), (4, 9), (4, 0)), LINE, closed=True), 2, id="an outline"),
    ],
)
def test_lines_that_look_alike_are_one_element(second: Path, elements: int) -> None:
    drawn = written(Path(((0, 5), (4, 5)), LINE), second)
    assert len(drawn) == elements
    assert "".join(drawn).count("M0 ") == 2


@pytest.mark.parametrize(
    ("shape", "element"),
    [
        pytest.param(
            Rectangle(10, 5, 30.256, 8, Style(fill="accent")),
            '<rect x="10" y="5" width="30.26" height="8" class="mark" fill="var(--accent)" />',
            id="box",
        ),
        pytest.param(
            Rectangle(
                0,
                0,
                10,
                10,
                Style(stroke="faint", thickness=1.5, dash=(3, 2), name="rest"),
                rounded=2,
            ),
            '<rect x="0" y="0" width="10" height="10" rx="2" class="rest" fill="none" '
            'stroke="var(--faint)" stroke-width="1.5" '
            'stroke-dasharray="3 2" />',
            id="rounded and dashed",
        ),
        pytest.param(
            Boxes(((0, 0, 10, 8), (12.5, 0, 10, 8)), Style(fill="accent")),
            (
                '<path d="M0 0L10 0L10 8L0 8ZM12.5 0L22.5 0L22.5 8L12.5 8Z" class="mark" '
                'fill="var(--accent)" />'
            ),
            id="boxes",
        ),
        pytest.param(
            Circle(20, 25, 6, Style(fill="accent-2", stroke="ink", thickness=2, opacity=0.28)),
            (
                '<circle cx="20" cy="25" r="6" class="mark" fill="var(--accent-2)" '
                'fill-opacity="0.28" stroke="var(--ink)" stroke-width="2" />'
            ),
            id="circle",
        ),
        pytest.param(
            Path(
                ((0, 0), (10, 20), (30, 5)),
                Style(stroke="rule", thickness=1, opacity=0.6, name="rule"),
            ),
            (
                '<path d="M0 0L10 20L30 5" class="rule" fill="none" stroke-opacity="0.6" '
                'stroke="var(--rule)" stroke-width="1" />'
            ),
            id="line",
        ),
        pytest.param(
            Path(((0, 0), (10, 20), (30, 5)), Style(fill="accent"), closed=True),
            '<path d="M0 0L10 20L30 5Z" class="mark" fill="var(--accent)" />',
            id="outline",
        ),
        pytest.param(
            Text(50, 20, "超过\u20098 < 9", "middle", "number"),
            '<text class="number strong" x="50" y="20" text-anchor="middle" font-size="14" '
            'fill="var(--ink)" font-weight="700">'
            "超过\u20098 &lt; 9</text>",
            id="number",
        ),
        pytest.param(
            Text(1, 20, "$x^2$", role="soft"),
            '<text class="soft" x="1" y="20" font-size="14" fill="var(--soft)">$x^2$</text>',
            id="soft text",
        ),
    ],
)
def test_a_shape_is_one_element_at_its_place(shape: Shape, element: str) -> None:
    assert written(shape) == [element]


def test_shapes_of_a_figure_share_its_group_where_its_first_shape_stands() -> None:
    dot = Style(fill="accent")
    roots = written(
        Circle(1, 1, 1, dot, "a"),
        Circle(2, 2, 1, dot),
        Circle(3, 3, 1, dot, "b"),
        Text(4, 4, "甲", figure="a"),
    )
    assert [ET.fromstring(text).get("data-figure") for text in roots] == ["a", None, "b"]  # noqa: S314 - our own drawing
    assert [(element.tag, element.text) for element in ET.fromstring(roots[0])] == [  # noqa: S314 - as above
        ("circle", None),
        ("text", "甲"),
    ]


@pytest.mark.parametrize(
    ("towards", "turn", "strengths"),
    [
        (Edge.RIGHT, None, ["1", "0"]),
        (Edge.LEFT, None, ["0", "1"]),
        (Edge.DOWN, "1", ["1", "0"]),
        (Edge.UP, "1", ["0", "1"]),
    ],
)
def test_a_fade_is_a_gradient_defined_once(
    towards: Edge, turn: str | None, strengths: Sequence[str]
) -> None:
    fade = Style(fill=Fade("accent", towards), name="fade")
    defs, *boxes = (
        ET.fromstring(text)  # noqa: S314 - our own
        for text in written(Rectangle(0, 0, 28, 10, fade), Rectangle(0, 20, 28, 10, fade))
    )
    (gradient,) = defs
    assert (gradient.get("id"), gradient.get("y2")) == (f"c-fade-{towards.value}-accent", turn)
    assert [(stop.get("stop-color"), stop.get("stop-opacity")) for stop in gradient] == [
        ("var(--accent)", strength) for strength in strengths
    ]
    assert [box.get("fill") for box in boxes] == [f"url(#c-fade-{towards.value}-accent)"] * 2


def test_a_figure_whose_number_is_not_written_is_named_before_its_shapes() -> None:
    root = ET.Element("svg")
    box = Rectangle(10, 5, 30, 20, Style(fill="accent"), "a")
    drawn = figure(box, replace(box, figure="b"))
    with drawing_library():
        drawn.draw(SvgRenderer(drawn, "c", {"a": "7 beds"}, root))
    assert [(g.get("data-figure"), [(e.tag, e.text) for e in g]) for g in root] == [
        ("a", [("title", "7 beds"), ("rect", None)]),
        ("b", [("rect", None)]),
    ]


def test_one_figure_goes_to_the_page_and_to_pixels() -> None:
    drawn, root = figure(Rectangle(10, 5, 30, 20, Style(fill="accent"))), ET.Element("svg")
    with drawing_library():
        drawn.draw(SvgRenderer(drawn, "c", {}, root))
        pixels = RendererAgg(100, 50, POINTS)  # type: ignore[no-untyped-call]
        drawn.draw(pixels)
        image = Image.frombytes("RGBA", (100, 50), pixels.buffer_rgba()).convert("RGB")  # type: ignore[no-untyped-call]
    (box,) = root
    assert {name: box.get(name) for name in ("x", "y", "width", "height")} == {
        "x": "10",
        "y": "5",
        "width": "30",
        "height": "20",
    }
    inside, outside = [(10, 5), (39, 24)], [(9, 5), (10, 4), (40, 24), (39, 25)]
    assert {image.getpixel(at) for at in inside} == {(0xA8, 0x43, 0x1A)}
    assert {image.getpixel(at) for at in outside} == {(255, 255, 255)}
