"""Shapes as marks: one each, made once, in the order in which they lie over each other."""

from __future__ import annotations

import matplotlib as mpl
import pytest
from matplotlib.backend_bases import RendererBase
from PIL import Image, ImageChops

from charts.layout.scene import (
    Circle,
    Edge,
    Fade,
    Layer,
    Path,
    Rectangle,
    Style,
    Text,
    TextRole,
)
from charts.output import scene_figure as drawn
from charts.output.matplotlib_setup import drawing_library
from charts.output.scene_figure import SceneFigure, sheet
from charts.palette import SCHEMES

INK = Style(fill="ink")
SHAPES = (
    Rectangle(0, 0, 10, 10, INK),
    Circle(20, 20, 5, INK),
    Text(30, 30, "甲"),
    Path(((0, 0), (9, 9)), Style(stroke="ink", thickness=1)),
    Rectangle(40, 0, 28, 10, Style(fill=Fade("ink", Edge.RIGHT))),
)


def pixels(*layers: Layer) -> Image.Image:
    """Layers on a picture of 100 by 50 px."""
    with drawing_library():
        renderer = sheet(100, 50, SCHEMES["rust"][0])
        SceneFigure(layers, 100, 50, SCHEMES["rust"][0]).draw(renderer)
        drawn = Image.frombytes("RGBA", (100, 50), renderer.buffer_rgba())  # type: ignore[no-untyped-call]
    return drawn.convert("L")


class _Groups(RendererBase):
    """Notes the groups that are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.names = list[str | None]()

    def open_group(self, s: str, gid: str | None = None) -> None:  # noqa: ARG002 - matplotlib's signature
        self.names.append(gid)

    def draw_path(self, *_told: object) -> None:
        """Draw nothing."""

    def draw_image(self, *_told: object) -> None:
        """Draw nothing."""


def test_each_shape_is_one_group_that_leads_back_to_it() -> None:
    groups = _Groups()
    with drawing_library():
        figure = SceneFigure([Layer(SHAPES[:2]), Layer(SHAPES[2:])], 100, 50, SCHEMES["rust"][0])
        figure.draw(groups)
    assert [figure.shapes[name or ""] for name in groups.names] == list(SHAPES)


def test_a_layer_has_its_place_and_scale() -> None:
    image = pixels(Layer((Rectangle(1, 1, 4, 4, INK),), 10, 20, 2.0))
    dark = [(x, y) for x in range(100) for y in range(50) if image.getpixel((x, y)) != 255]
    assert (min(dark), max(dark)) == ((12, 22), (19, 29))


def test_a_fade_is_as_strong_as_on_the_page() -> None:
    fades = (Style(fill=Fade("ink", Edge.RIGHT), opacity=opacity) for opacity in (1.0, 0.45))
    whole, half = (
        pixels(Layer((Rectangle(0, 0, 40, 40, fade),))).getpixel((1, 20)) for fade in fades
    )
    assert (255 - int(str(half))) / (255 - int(str(whole))) == pytest.approx(0.45, abs=0.02)


@pytest.mark.parametrize(
    ("towards", "strong", "weak"),
    [
        (Edge.RIGHT, (1, 20), (38, 20)),
        (Edge.LEFT, (38, 20), (1, 20)),
        (Edge.DOWN, (20, 1), (20, 38)),
        (Edge.UP, (20, 38), (20, 1)),
    ],
)
def test_a_fade_runs_out_towards_its_side(
    towards: Edge, strong: tuple[int, int], weak: tuple[int, int]
) -> None:
    image = pixels(Layer((Rectangle(0, 0, 40, 40, Style(fill=Fade("ink", towards))),)))
    dark, light = (int(str(image.getpixel(at))) for at in (strong, weak))
    assert dark < 60
    assert light > 220


@pytest.mark.parametrize(("role", "bold", "is_bold", "is_edged"), [
    ("number", True, True, False), ("number", False, False, True), ("label", True, False, False),
    ("label", False, False, False),
])  # fmt: skip
def test_what_is_strong_is_set_in_a_bold_face_where_there_is_one(
    role: TextRole, *, bold: bool, is_bold: bool, is_edged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[tuple[str, int]]()

    def noted(_text: str, path: str, _size: float, _anchor: object, edge: int) -> None:
        asked.append((path, edge))

    face = f"{mpl.get_data_path()}/fonts/ttf/DejaVuSans-Bold.ttf"
    monkeypatch.setattr(drawn, "bold_path", lambda: face if bold else None)
    monkeypatch.setattr(drawn, "mask", noted)
    pixels(Layer((Text(30, 30, "7.993", role=role),)))
    ((path, edge),) = asked
    assert (path == face) == is_bold
    assert (edge > 0) == is_edged


@pytest.mark.parametrize(
    ("text", "other", "is_same"),
    [("with “nearly”", 'with "nearly"', True), ("“近”字", '"近"字', False)],
)
def test_curly_marks_are_plain_in_a_line_without_hanzi(
    text: str,
    other: str,
    is_same: bool,  # noqa: FBT001 - a column
) -> None:
    curly, plain = (pixels(Layer((Text(5, 30, one),))).tobytes() for one in (text, other))
    assert (curly == plain) is is_same


def test_a_line_is_painted_in_its_colour_from_its_anchor_on() -> None:
    image = pixels(Layer((Text(30, 30, "7.993"),)))
    covered = ImageChops.invert(image).getbbox()
    assert covered is not None
    left, top, _, bottom = covered
    assert left == pytest.approx(30, abs=2)
    assert top < bottom <= 32
