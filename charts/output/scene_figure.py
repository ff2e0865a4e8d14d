"""A scene as a figure of matplotlib: each shape becomes an artist once, for whichever canvas the
figure is put on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from charts.layout import scene
from charts.layout.scene import Direction, Fade, Layer, Shape, Style
from charts.layout.text_layout import SIZE, bold_path, font_path
from charts.output.lettering import Mask, mask
from charts.palette import Scheme, Token

#: matplotlib's points in an inch; at this resolution one is a CSS px.
POINTS: Final = 72
_STRIPS: Final = 28
#: In CSS px: without a bold face, letters of the layout font set twice, so far apart, are strong.
_STRONG_EDGE: Final = 0.7
_ALIGN: Final[Mapping[scene.Anchor, Any]] = {"start": "left", "middle": "center", "end": "right"}


class SceneFigure(Figure):
    """Layers of shapes on paper, ``width`` times ``height`` CSS px large; ``shapes`` finds the
    shape of an artist by the artist's gid.
    """

    def __init__(
        self,
        layers: Iterable[Layer],
        width: float,
        height: float,
        scheme: Scheme,
        *,
        scale: int = 1,
    ) -> None:
        size = (width / POINTS, height / POINTS)
        super().__init__(figsize=size, dpi=scale * POINTS, facecolor=scheme.paper)
        self.shapes: dict[str, Shape] = {}
        for layer in layers:
            place, pen = _placing(layer, height, scale), _Pen(scheme.tokens(), layer.scale, scale)
            for shape in layer.shapes:
                self._add(shape, pen.artist(shape), place)

    def _add(self, shape: Shape, artist: Artist, place: Affine2D) -> None:
        name = f"shape-{len(self.shapes)}"
        artist.set_transform(place)
        artist.set_gid(name)
        artist.set_zorder(len(self.shapes))
        self.add_artist(artist)
        self.shapes[name] = shape


def _placing(layer: Layer, height: float, scale: int) -> Affine2D:
    """From a layer's CSS px, y downwards, to pixels of the figure, y upwards."""
    in_picture = Affine2D().scale(layer.scale).translate(layer.x, layer.y)
    return in_picture.scale(1, -1).translate(0, height).scale(scale)


class PageRenderer(RendererBase):
    """A renderer that has gradients, and letters that the reader's own fonts draw; for any other,
    artists make do without them.
    """


@dataclass(frozen=True, slots=True)
class _Pen:
    """Makes artists in the colours of a scheme, for a layer drawn ``scale`` times as large, on
    paper of ``pixels`` pixels for each CSS px.
    """

    colours: Mapping[str, str]
    scale: float
    pixels: int

    def artist(self, shape: Shape) -> Artist:
        """The artist of a shape."""
        match shape:
            case scene.Rectangle():
                return self._rectangle(shape)
            case scene.Boxes():
                return self._boxes(shape)
            case scene.Circle():
                return Circle((shape.x, shape.y), shape.radius, **self._patch(shape.style))
            case scene.Path(closed=True):
                return Polygon(shape.points, closed=True, **self._patch(shape.style))
            case scene.Path():
                return self._line(shape)
            case scene.Text():
                return _Label(shape, self.colours[shape.token], self.scale, self.pixels)

    def _boxes(self, shape: scene.Boxes) -> Patch:
        outline = Path.make_compound_path(*(_box(*box) for box in shape.boxes))
        return PathPatch(outline, **self._patch(shape.style))

    def _rectangle(self, shape: scene.Rectangle) -> Patch:
        corner, fill = (shape.x, shape.y), shape.style.fill
        if isinstance(fill, Fade):
            return _Fading(shape, fill.towards, self.colours[fill.token], shape.style.opacity)
        patch = self._patch(shape.style)
        if shape.rounded:
            patch["boxstyle"] = f"round,pad=0,rounding_size={shape.rounded}"
            return FancyBboxPatch(corner, shape.width, shape.height, **patch)
        return Rectangle(corner, shape.width, shape.height, **patch)

    def _line(self, shape: scene.Path) -> Line2D:
        across, down = zip(*shape.points, strict=True)
        return Line2D(
            across,
            down,
            color=self._colour(shape.style.stroke),
            linewidth=shape.style.thickness * self.scale,
            linestyle=self._dashes(shape.style),
            dash_capstyle="butt",
            alpha=shape.style.opacity,
        )

    def _patch(self, style: Style) -> dict[str, Any]:
        token = style.fill.token if isinstance(style.fill, Fade) else style.fill
        return {
            "facecolor": "none" if token is None else to_rgba(self.colours[token], style.opacity),
            "edgecolor": self._colour(style.stroke),
            "linewidth": style.thickness * self.scale,
            "linestyle": self._dashes(style),
        }

    def _colour(self, token: Token | None) -> str:
        return "none" if token is None else self.colours[token]

    def _dashes(self, style: Style) -> Any:  # noqa: ANN401 - matplotlib's own line style
        return (0, tuple(length * self.scale for length in style.dash)) if style.dash else "-"


def _box(left: float, top: float, width: float, height: float) -> Path:
    right, bottom = left + width, top + height
    return Path(
        ((left, top), (right, top), (right, bottom), (left, bottom), (left, top)), closed=True
    )


class _Fading(Rectangle):
    """A box that runs out towards one side: in strips, where the renderer has no gradient."""

    def __init__(
        self, shape: scene.Rectangle, towards: Direction, colour: str, strongest: float
    ) -> None:
        super().__init__(
            (shape.x, shape.y), shape.width, shape.height, facecolor=colour, edgecolor="none"
        )
        self._towards, self._strongest = towards, strongest

    def draw(self, renderer: RendererBase) -> None:
        """Draw it, by itself or strip by strip."""
        if isinstance(renderer, PageRenderer):
            super().draw(renderer)
            return
        for strip in self._strips():
            strip.set_transform(Artist.get_transform(self))
            strip.draw(renderer)

    def _strips(self) -> Iterator[Rectangle]:
        for index in range(_STRIPS):
            share = (index + 0.5) / _STRIPS
            strength = self._strongest * (1 - share if self._towards.is_forward else share)
            yield self._strip(index, strength)

    def _strip(self, index: int, strength: float) -> Rectangle:
        x, y, across, down = *self.get_xy(), self.get_width(), self.get_height()
        if self._towards.is_vertical:
            y, down = y + down * index / _STRIPS, down / _STRIPS
        else:
            x, across = x + across * index / _STRIPS, across / _STRIPS
        return Rectangle(
            (x, y),
            across,
            down,
            facecolor=self.get_facecolor(),
            edgecolor="none",
            alpha=strength,
            antialiased=False,
        )


class _Label(Text):
    """A line of text: placed only, for a renderer whose fonts are the reader's; for any other, its
    letters in the layout font.
    """

    def __init__(self, shape: scene.Text, colour: str, scale: float, pixels: int) -> None:
        align = _ALIGN[shape.anchor]
        super().__init__(
            shape.x, shape.y, _plain_spaces(shape.text), color=colour, ha=align, va="baseline"
        )
        self._anchor, self._is_strong = shape.anchor, shape.role == "number"
        self._pixels = scale * pixels
        self.set_fontproperties(_font(self._path, scale))

    @property
    def _path(self) -> str:
        return (bold_path() if self._is_strong else None) or font_path()

    def draw(self, renderer: RendererBase) -> None:
        """Draw it."""
        x, y = self.get_transform().transform(self.get_unitless_position())
        if isinstance(renderer, PageRenderer):
            self._place(renderer, x, y)
        else:
            self._paint(renderer, round(x), round(y))

    def _place(self, renderer: PageRenderer, x: float, y: float) -> None:
        renderer.open_group("text", self.get_gid())
        renderer.draw_text(
            renderer.new_gc(), x, y, self.get_text(), self.get_fontproperties(), 0.0, mtext=self
        )
        renderer.close_group("text")

    def _paint(self, renderer: RendererBase, x: int, y: int) -> None:
        edge = round(_STRONG_EDGE * self._pixels) if self._is_strong and not bold_path() else 0
        found = mask(self.get_text(), self._path, SIZE * self._pixels, self._anchor, edge)
        if found is None:
            return
        below = y - found.top - found.image.height
        pixels = _inked(found, to_rgb(self.get_color()))
        renderer.draw_image(renderer.new_gc(), x + found.left, below, pixels[::-1])


def _inked(letters: Mask, colour: Sequence[float]) -> NDArray[np.uint8]:
    """The pixels of ``letters`` in a colour, as red, green, blue and how much they cover."""
    pixels = np.empty((letters.image.height, letters.image.width, 4), np.uint8)
    pixels[..., :3] = [round(255 * part) for part in colour]
    pixels[..., 3] = np.asarray(letters.image)
    return pixels


def _plain_spaces(text: str) -> str:
    """``text`` without those of Unicode's spaces that the layout font lacks."""
    return "".join(" " if char.isspace() else char for char in text)


@cache
def _font(path: str, scale: float) -> FontProperties:
    return FontProperties(fname=path, size=SIZE * scale)
