"""A chart as a picture of pixels, for places that show no SVG: the same layout on white paper, title above, source and site below."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from charts.layout.measure import ASCENT, LINE, SIZE, Block, block, font_path
from charts.layout.scene import Box, Disc, Look, Shape, Sheet, Trace, Words
from charts.output.library import settings
from charts.palette import SCHEMES, Scheme
from charts.registry import REGISTRY
from charts.spec import ChartSpec

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.typing import RcKeyType

#: Pixels for each CSS px: sharp on a phone's screen.
SCALE: Final = 2
_MARGIN: Final = 16.0
_STYLE: Final[dict[RcKeyType, Any]] = {
    "text.parse_math": False,
    "text.usetex": False,
    "lines.scale_dashes": False,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
    "savefig.bbox": None,
}
_STRIPS: Final = 28
_INK: Final = {"label": "ink", "number": "ink", "soft": "soft"}
#: The layout font has one weight: a line around its letters makes them strong.
_STRONG_EDGE: Final = 0.7


def raster(spec: ChartSpec, caption_lines: Sequence[str], *, accent: str = "rust") -> bytes:
    """The chart as PNG bytes, the same for the same spec; ``accent`` names a colour of ``charts.palette.SCHEMES``."""
    sheet = _page(spec, caption_lines)
    return png([Layer(sheet.shapes)], sheet.width, sheet.height, accent=accent)


def _page(spec: ChartSpec, caption_lines: Sequence[str]) -> Sheet:
    """The chart's sheet on paper with a margin, its title above and the caption below."""
    sheet = REGISTRY[spec.kind].lay_out(spec)
    title = block(spec.title, spec.width, strong=True)
    captions = [block(line, spec.width) for line in caption_lines if line.strip()]
    top = _MARGIN + title.height + 10
    below = top + sheet.height + 12
    shapes = [*lettering(title, _MARGIN, _MARGIN, "number"), *(_moved(shape, _MARGIN, top) for shape in sheet.shapes)]
    for caption in captions:
        shapes += lettering(caption, _MARGIN, below, "soft")
        below += caption.height
    return Sheet(spec.width + 2 * _MARGIN, below + _MARGIN, tuple(shapes))


def lettering(words: Block, x: float, top: float, name: str) -> Iterator[Words]:
    """The lines of a text, the first one's box beginning at ``top``."""
    for index, line in enumerate(words.lines):
        yield Words(x, top + ASCENT + LINE * index, line, "start", name)


def _moved(shape: Shape, across: float, down: float) -> Shape:
    match shape:
        case Trace():
            return replace(shape, points=tuple((x + across, y + down) for x, y in shape.points))
        case _:
            return replace(shape, x=shape.x + across, y=shape.y + down)


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes drawn ``scale`` times as large, their origin at a place of the picture."""

    shapes: tuple[Shape, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


def png(layers: Iterable[Layer], width: float, height: float, *, accent: str) -> bytes:
    """Layers on the paper of a picture ``width`` times ``height`` CSS px large, as PNG bytes."""
    with settings(_STYLE):
        written = io.BytesIO()
        _figure(layers, width, height, SCHEMES[accent][0]).savefig(written, format="png", dpi=72 * SCALE, metadata={"Software": None})
    return written.getvalue()


def _figure(layers: Iterable[Layer], width: float, height: float, scheme: Scheme) -> Figure:
    from matplotlib.figure import Figure  # noqa: PLC0415 - as output.library
    from matplotlib.transforms import Affine2D  # noqa: PLC0415 - as output.library

    figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=scheme.paper)
    order = count()
    for layer in layers:
        place = Affine2D().scale(layer.scale).translate(layer.x, layer.y).scale(1, -1).translate(0, height).scale(1 / 72) + figure.dpi_scale_trans
        for artist in (artist for shape in layer.shapes for artist in _artists(shape, scheme, layer.scale)):
            artist.set(transform=place, zorder=next(order))
            figure.add_artist(artist)
    return figure


def _artists(shape: Shape, scheme: Scheme, scale: float) -> Iterator[Artist]:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - as output.library
    from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle  # noqa: PLC0415 - as output.library

    tokens = scheme.tokens()
    match shape:
        case Box() if shape.look.fill.startswith("fade-"):
            yield from _fade(shape, tokens[shape.look.fill.rpartition(":")[2]])
        case Box() if shape.rounded:
            corners = f"round,pad=0,rounding_size={shape.rounded}"
            yield FancyBboxPatch((shape.x, shape.y), shape.width, shape.height, boxstyle=corners, **_patch(shape.look, scheme, scale))
        case Box():
            yield Rectangle((shape.x, shape.y), shape.width, shape.height, **_patch(shape.look, scheme, scale))
        case Disc():
            yield Circle((shape.x, shape.y), shape.radius, **_patch(shape.look, scheme, scale))
        case Trace(closed=True):
            yield Polygon(shape.points, closed=True, **_patch(shape.look, scheme, scale))
        case Trace():
            across, down = zip(*shape.points, strict=True)
            line = Line2D(across, down, color=tokens[shape.look.stroke], linewidth=shape.look.thickness * scale, alpha=shape.look.opacity)
            line.set(dash_capstyle="butt", linestyle=_dashes(shape.look, scale))
            yield line
        case Words():
            yield _text(shape, scheme, scale)


def _fade(box: Box, colour: str) -> Iterator[Artist]:
    """A box that runs out towards one side, in strips."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - as output.library

    direction = box.look.fill.removeprefix("fade-").partition(":")[0]
    for index in range(_STRIPS):
        share = (index + 0.5) / _STRIPS
        strength = 1 - share if direction in {"right", "down"} else share
        if direction in {"right", "left"}:
            place, width, height = (box.x + box.width * index / _STRIPS, box.y), box.width / _STRIPS, box.height
        else:
            place, width, height = (box.x, box.y + box.height * index / _STRIPS), box.width, box.height / _STRIPS
        yield Rectangle(place, width, height, facecolor=colour, edgecolor="none", alpha=strength, antialiased=False)


def _patch(look: Look, scheme: Scheme, scale: float) -> dict[str, Any]:
    from matplotlib.colors import to_rgba  # noqa: PLC0415 - as output.library

    tokens = scheme.tokens()
    fill = "none" if look.fill == "none" else to_rgba(tokens[look.fill], look.opacity)
    stroke = "none" if look.stroke == "none" else tokens[look.stroke]
    return {"facecolor": fill, "edgecolor": stroke, "linewidth": look.thickness * scale, "linestyle": _dashes(look, scale)}


def _dashes(look: Look, scale: float) -> Any:  # noqa: ANN401 - matplotlib's own line style
    return (0, tuple(length * scale for length in look.dash)) if look.dash else "-"


def _text(words: Words, scheme: Scheme, scale: float) -> Artist:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as output.library
    from matplotlib.patheffects import withStroke  # noqa: PLC0415 - as output.library
    from matplotlib.text import Text  # noqa: PLC0415 - as output.library

    align = {"start": "left", "middle": "center", "end": "right"}[words.anchor]
    colour = scheme.tokens()[_INK[words.name]]
    text = "".join(" " if char.isspace() else char for char in words.text)
    artist = Text(words.x, words.y, text, ha=align, va="baseline", fontproperties=FontProperties(fname=font_path(), size=SIZE * scale), color=colour)
    if words.name == "number":
        artist.set_path_effects([withStroke(linewidth=_STRONG_EDGE * scale, foreground=colour)])
    return artist
