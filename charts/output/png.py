"""A chart as a picture of pixels, for places that show no SVG: the same layout on white paper, title above, source and site below."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from charts.layout.measure import ASCENT, LINE, Block, block
from charts.layout.scene import Layer, Text, TextRole
from charts.output.library import drawing_library
from charts.palette import SCHEMES
from charts.registry import REGISTRY
from charts.spec import ChartSpec

#: Pixels for each CSS px: sharp on a phone's screen.
SCALE: Final = 2
_MARGIN: Final = 16.0


def png(spec: ChartSpec, caption_lines: Sequence[str], *, accent: str = "rust") -> bytes:
    """The chart as PNG bytes, the same for the same spec; ``accent`` names a colour of ``charts.palette.SCHEMES``."""
    scene = REGISTRY[spec.kind].lay_out(spec)
    title = block(spec.title, spec.width, strong=True)
    top = _MARGIN + title.height + 10
    below = top + scene.height + 12
    layers = [Layer(tuple(lettering(title, "number")), _MARGIN, _MARGIN), Layer(scene.shapes, _MARGIN, top)]
    for caption in (block(line, spec.width) for line in caption_lines if line.strip()):
        layers.append(Layer(tuple(lettering(caption, "soft")), _MARGIN, below))
        below += caption.height
    return picture(layers, spec.width + 2 * _MARGIN, below + _MARGIN, accent=accent)


def lettering(words: Block, role: TextRole) -> Iterator[Text]:
    """The lines of a text, its box beginning at the origin."""
    for index, line in enumerate(words.lines):
        yield Text(0.0, ASCENT + LINE * index, line, "start", role)


def picture(layers: Iterable[Layer], width: float, height: float, *, accent: str) -> bytes:
    """Layers on the paper of a picture ``width`` times ``height`` CSS px large, as PNG bytes."""
    with drawing_library():
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - as output.library

        from charts.output.figure import SceneFigure  # noqa: PLC0415 - as output.library

        written = io.BytesIO()
        figure = SceneFigure(layers, width, height, SCHEMES[accent][0], scale=SCALE)
        FigureCanvasAgg(figure).print_png(written, metadata={"Software": None})  # type: ignore[no-untyped-call]
    return written.getvalue()
