"""A scene as matplotlib's renderers draw it: each shape becomes a mark once, for whichever renderer
is asked to draw it.

Marks stand in place of matplotlib's figure and artists, which can be changed after they are made:
to load, to make and to draw them takes several times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.patches import BoxStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from msgspec import Struct
from numpy.typing import NDArray

from charts.font_files import bold_path, font_path
from charts.layout import scene
from charts.layout.scene import Fade, Layer, Shape, Style
from charts.layout.text_layout import SIZE
from charts.output.lettering import Mask, mask
from charts.palette import Scheme, Token
from charts.values import replace

#: matplotlib's points in an inch; at this resolution one is a CSS px.
POINTS: Final = 72
_STRIPS: Final = 28
#: In CSS px: without a bold face, letters of the layout font set twice, so far apart, are strong.
_STRONG_EDGE: Final = 0.7
#: Red, green, blue and how much is covered, 0 to 1.
_Colour = tuple[float, float, float, float]
#: Left edge, top, width and height, in CSS px.
Box = tuple[float, float, float, float]
#: How the pen moves around a box.
_BOX: Final = [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY]
_SPACE: Final = re.compile(r"\s")
_HANZI: Final = re.compile("[\u3400-\u9fff]")
_PLAIN_QUOTES: Final = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")
_NOTHING: Final[_Colour] = (0.0, 0.0, 0.0, 0.0)
#: How many looks are kept as renderers are told them.
_KEPT: Final = 256


class SceneFigure:
    """Layers of shapes, ``width`` times ``height`` CSS px large, ``scale`` pixels for each of them;
    ``shapes`` finds a shape by the name of the group that it is drawn as.
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
        self.size = width * scale, height * scale
        self.shapes: dict[str, Shape] = {}
        self._marks: list[tuple[str, _Mark, Affine2D]] = []
        for layer in layers:
            place, pen = _placing(layer, height, scale), _Pen(scheme.tokens(), layer.scale, scale)
            for shape in layer.shapes:
                self._add(shape, pen.mark(shape), place)

    def draw(self, renderer: RendererBase) -> None:
        """Draw the shapes in their order, on the paper that a renderer has."""
        for name, mark, place in self._marks:
            renderer.open_group("shape", name)
            mark.draw(renderer, place)
            renderer.close_group("shape")

    def _add(self, shape: Shape, mark: _Mark, place: Affine2D) -> None:
        name = f"shape-{len(self.shapes)}"
        self._marks.append((name, mark, place))
        self.shapes[name] = shape


def sheet(width: float, height: float, scheme: Scheme, *, scale: int = 1) -> RendererAgg:
    """A renderer of pixels, all of which are paper, ``width`` times ``height`` CSS px large: to
    draw a box of it would take ten times as long.
    """
    renderer = RendererAgg(width * scale, height * scale, POINTS * scale)  # type: ignore[no-untyped-call]
    pixels = np.asarray(renderer.buffer_rgba())  # type: ignore[no-untyped-call]
    pixels.view(np.uint32).fill(_ink(to_rgba(scheme.paper)))
    return renderer


def _ink(colour: Sequence[float]) -> np.uint32:
    """The four bytes of a pixel in a colour, as one number."""
    found: np.uint32 = np.array([round(255 * part) for part in colour], np.uint8).view(np.uint32)[0]
    return found


def _placing(layer: Layer, height: float, scale: int) -> Affine2D:
    """From a layer's CSS px, y downwards, to pixels of the figure, y upwards."""
    in_picture = Affine2D().scale(layer.scale).translate(layer.x, layer.y)
    return in_picture.scale(1, -1).translate(0, height).scale(scale)


class PageRenderer(RendererBase):
    """A renderer that has gradients, and letters that the reader's own fonts draw; for any other,
    marks make do without them.
    """


class _Pen(Struct, frozen=True):
    """Makes marks in the colours of a scheme, for a layer drawn ``scale`` times as large, on paper
    of ``pixels`` pixels for each CSS px.
    """

    colours: Mapping[str, str]
    scale: float
    pixels: int

    def mark(self, shape: Shape) -> _Mark:
        """The mark of a shape."""
        match shape:
            case scene.Text():
                return _Label(
                    shape, self._colour(shape.token), self.scale, self.scale * self.pixels
                )
            case scene.Path(closed=False):
                return _Outlined(_outline(shape), self._line(shape.style))
            case scene.Rectangle(style=Style(fill=Fade() as fade)):
                look = _Look(face=to_rgba(self.colours[fade.token], shape.style.opacity))
                return _Fading(shape, fade, look)
            case _:
                return _Outlined(_outline(shape), self._filled(shape.style))

    def _line(self, style: Style) -> _Look:
        return _Look(
            edge=self._colour(style.stroke, style.opacity),
            thickness=style.thickness * self.scale,
            dash=self._dash(style),
            cap="butt" if style.dash else "projecting",
            join="round",
        )

    def _filled(self, style: Style) -> _Look:
        token = style.fill.token if isinstance(style.fill, Fade) else style.fill
        return _Look(
            face=None if token is None else self._colour(token, style.opacity),
            edge=self._colour(style.stroke),
            thickness=style.thickness * self.scale if style.stroke else 0.0,
            dash=self._dash(style),
        )

    def _colour(self, token: Token | None, opacity: float = 1.0) -> _Colour:
        return _NOTHING if token is None else to_rgba(self.colours[token], opacity)

    def _dash(self, style: Style) -> tuple[float, ...] | None:
        return tuple(length * self.scale for length in style.dash) if style.dash else None


class _Look(Struct, frozen=True):
    """How a shape is filled, None for not at all, and how its outline is drawn, in points."""

    face: _Colour | None = None
    edge: _Colour = _NOTHING
    thickness: float = 0.0
    dash: tuple[float, ...] | None = None
    cap: Literal["butt", "projecting"] = "butt"
    join: Literal["miter", "round"] = "miter"
    is_smooth: bool = True


@lru_cache(maxsize=_KEPT)
def _context(look: _Look) -> GraphicsContextBase:
    """A look as renderers are told it, who change nothing of it."""
    context = GraphicsContextBase()
    context.set_foreground(look.edge, isRGBA=True)
    context.set_linewidth(look.thickness)
    context.set_dashes(0, look.dash)
    context.set_capstyle(look.cap)
    context.set_joinstyle(look.join)
    context.set_antialiased(look.is_smooth)
    return context


@cache
def _plain() -> GraphicsContextBase:
    """What renderers are told of letters, which have all else themselves."""
    return GraphicsContextBase()


def _outline(shape: scene.Rectangle | scene.Boxes | scene.Circle | scene.Path) -> Path:
    """The outline of a shape, in CSS px of its layer."""
    match shape:
        case scene.Rectangle(rounded=0.0):
            return _boxes((shape.x, shape.y, shape.width, shape.height))
        case scene.Rectangle():
            rounded = BoxStyle.Round(pad=0, rounding_size=shape.rounded)
            return rounded(shape.x, shape.y, shape.width, shape.height, 1)
        case scene.Boxes():
            return _boxes(*shape.boxes)
        case scene.Circle():
            return Path.circle((shape.x, shape.y), shape.radius)
        case scene.Path(closed=True):
            return Path((*shape.points, shape.points[0]), closed=True)
        case scene.Path():
            return Path(shape.points)


def _boxes(*boxes: Box) -> Path:
    """The outline of boxes: the corners of each, and the first of them again."""
    corners = [
        corner
        for left, top, width, height in boxes
        for corner in (
            (left, top),
            (left + width, top),
            (left + width, top + height),
            (left, top + height),
            (left, top),
        )
    ]
    return Path(np.array(corners), _BOX * len(boxes))


class _Outlined(Struct, frozen=True):
    """An outline with its look."""

    outline: Path
    look: _Look

    def draw(self, renderer: RendererBase, place: Affine2D) -> None:
        """Draw it at its place."""
        renderer.draw_path(_context(self.look), self.outline, place, self.look.face)


class _Fading(Struct, frozen=True):
    """A box that runs out towards one side: in strips, where the renderer has no gradient."""

    shape: scene.Rectangle
    fade: Fade
    look: _Look

    def draw(self, renderer: RendererBase, place: Affine2D) -> None:
        """Draw it, by itself or strip by strip."""
        if isinstance(renderer, PageRenderer):
            _Outlined(_outline(self.shape), self.look).draw(renderer, place)
            return
        context = _context(replace(self.look, is_smooth=False))
        for strip, face in self._strips():
            renderer.draw_path(context, strip, place, face)

    def _strips(self) -> Iterator[tuple[Path, _Colour]]:
        """Each strip with its colour."""
        red, green, blue, strongest = self.look.face or _NOTHING
        for index in range(_STRIPS):
            share = (index + 0.5) / _STRIPS
            strength = strongest * (1 - share if self.fade.towards.is_forward else share)
            yield self._strip(index), (red, green, blue, strength)

    def _strip(self, index: int) -> Path:
        x, y, across, down = (
            self.shape.x,
            self.shape.y,
            self.shape.width,
            self.shape.height,
        )
        if self.fade.towards.is_vertical:
            return _boxes((x, y + down * index / _STRIPS, across, down / _STRIPS))
        return _boxes((x + across * index / _STRIPS, y, across / _STRIPS, down))


class _Label(Struct, frozen=True):
    """A line of text: placed only, for a renderer whose fonts are the reader's; for any other, its
    letters in the layout font, ``pixels`` for each CSS px of the drawing.
    """

    shape: scene.Text
    colour: _Colour
    scale: float
    pixels: float

    @property
    def _is_strong(self) -> bool:
        return self.shape.role == "number"

    @property
    def _path(self) -> str:
        return (bold_path() if self._is_strong else None) or font_path()

    def draw(self, renderer: RendererBase, place: Affine2D) -> None:
        """Draw it at its place."""
        x, y = place.transform((self.shape.x, self.shape.y))
        if isinstance(renderer, PageRenderer):
            font = _font(self._path, self.scale)
            renderer.draw_text(_plain(), x, y, self.shape.text, font, 0.0)
        else:
            self._paint(renderer, round(x), round(y))

    def _paint(self, renderer: RendererBase, x: int, y: int) -> None:
        edge = round(_STRONG_EDGE * self.pixels) if self._is_strong and not bold_path() else 0
        text = _as_set(self.shape.text)
        found = mask(text, self._path, SIZE * self.pixels, self.shape.anchor, edge)
        if found is None:
            return
        below = y - found.top - len(found.cover)
        pixels = _inked(found, self.colour)
        renderer.draw_image(_plain(), x + found.left, below, pixels[::-1])


#: What is drawn: a shape in its colours.
_Mark = _Outlined | _Fading | _Label


def _inked(letters: Mask, colour: Sequence[float]) -> NDArray[np.uint8]:
    """The pixels of ``letters`` in a colour, as red, green, blue and how much they cover."""
    # Four bytes as one number: to set them one by one takes six times as long.
    pixels = np.full(letters.cover.shape, _ink(colour), np.uint32).view(np.uint8)
    pixels = pixels.reshape(*letters.cover.shape, 4)
    pixels[..., 3] = letters.cover
    return pixels


def _as_set(text: str) -> str:
    """``text`` without those of Unicode's spaces that the layout font lacks; where it has no hanzi,
    with plain quotation marks, since that font sets curly ones as wide as a hanzi.
    """
    plain = _SPACE.sub(" ", text)
    return plain if _HANZI.search(plain) else plain.translate(_PLAIN_QUOTES)


@cache
def _font(path: str, scale: float) -> FontProperties:
    return FontProperties(fname=path, size=SIZE * scale)
