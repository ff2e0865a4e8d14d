"""A chart as a picture of pixels, for places that show no SVG: the phone's layout on white paper of
a shape that a chat shows whole, with the finding above the drawing, and its key, notes, source and
site below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from charts.layout.scene import Layer, Scene, Text, TextRole
from charts.layout.text_layout import ASCENT, LINE, TextBlock, block, heading
from charts.output.key import conventions_of, told_below
from charts.output.matplotlib_setup import drawing_library
from charts.palette import SCHEMES
from charts.registry import lay_out
from charts.spec import ChartSpec
from charts.values import replace

#: Pixels for each CSS px: sharp on a phone's screen.
SCALE: Final = 2
#: Widths of the drawing and shapes of the picture, height by width, that are tried: the smaller the
#: picture, the larger its letters look.
_TRIED: Final = (
    (360, 3 / 4),
    (400, 3 / 4),
    (440, 3 / 4),
    (480, 3 / 4),
    (360, 4 / 3),
    (400, 4 / 3),
    (440, 4 / 3),
    (480, 4 / 3),
    (520, 3 / 4),
    (560, 3 / 4),
    (560, 4 / 3),
    (640, 4 / 3),
)
#: The part of a picture's height that may stay empty where another shape leaves less.
_MOST_EMPTY: Final = 0.15
_MARGIN: Final = 16.0
_TITLE: Final = 1.45
_CAPTION: Final = 0.85
_UNDER_TITLE: Final = 6.0
_AROUND: Final = 12.0


def png(spec: ChartSpec, caption_lines: Sequence[str], *, accent: str = "rust") -> bytes:
    """The chart as PNG bytes, the same for the same spec whatever its width; ``accent`` names a
    colour of ``charts.palette.SCHEMES``.

    4:3 or 3:4, and higher only where the drawing needs it.
    """
    sheet, height = _fitting(spec, caption_lines)
    return picture(sheet.layers(height), sheet.width, height, accent=accent)


def _fitting(spec: ChartSpec, caption_lines: Sequence[str]) -> tuple[_Sheet, float]:
    """The first sheet that has room for everything and little more, with its height; else that
    with the least room left; else the last, as high as it must be.
    """
    roomy: list[tuple[float, _Sheet, float]] = []
    sheet_of = cache(lambda width: _sheet(replace(spec, width=width), caption_lines))
    for width, shape in _TRIED:
        sheet = sheet_of(width)
        height = round(sheet.width * shape)
        empty = 1 - sheet.least / height
        if 0 <= empty <= _MOST_EMPTY:
            return sheet, height
        if empty > 0:
            roomy.append((empty, sheet, height))
    return min(roomy, key=lambda one: one[0])[1:] if roomy else (sheet, sheet.least)


class _Sheet(Struct, frozen=True):
    """What a picture holds, broken into lines for its width."""

    title: TextBlock
    finding: TextBlock
    scene: Scene
    below: tuple[TextBlock, ...]

    @property
    def width(self) -> float:
        """Width of the paper, in CSS px."""
        return self.scene.width + 2 * _MARGIN

    @property
    def above(self) -> float:
        """Where the words above the drawing end."""
        return _MARGIN + self.title.height * _TITLE + _UNDER_TITLE + self.finding.height + _AROUND

    @property
    def caption(self) -> float:
        """Height of the words below the drawing."""
        return sum(lines.height for lines in self.below) * _CAPTION

    @property
    def least(self) -> float:
        """The height that everything needs."""
        return self.above + self.scene.height + _AROUND + self.caption + _MARGIN

    def layers(self, height: float) -> Iterator[Layer]:
        """Everything in its place: words at the top and at the bottom, the drawing in the middle of
        what is between.
        """
        finding_top = self.above - _AROUND - self.finding.height
        yield Layer(tuple(lettering(self.title, "number")), _MARGIN, _MARGIN, _TITLE)
        yield Layer(tuple(lettering(self.finding, "label")), _MARGIN, finding_top)
        yield Layer(self.scene.shapes, _MARGIN, self.above + (height - self.least) / 2)
        yield from self._caption_layers(height - _MARGIN - self.caption)

    def _caption_layers(self, top: float) -> Iterator[Layer]:
        for lines in self.below:
            yield Layer(tuple(lettering(lines, "soft")), _MARGIN, top, _CAPTION)
            top += lines.height * _CAPTION


def _sheet(spec: ChartSpec, caption_lines: Sequence[str]) -> _Sheet:
    scene = lay_out(spec)
    below = told_below(spec, tuple(conventions_of(spec, scene)), caption_lines)
    title = heading(spec.title, spec.width / _TITLE, spec.title_parts)
    return _Sheet(
        title,
        wrapped(spec.description, spec.width),
        scene,
        tuple(block(line, spec.width / _CAPTION) for line in below),
    )


def wrapped(text: str, limit: float) -> TextBlock:
    """A text in lines; none where there is no text."""
    return block(text, limit) if text else TextBlock((), 0.0)


def lettering(words: TextBlock, role: TextRole) -> Iterator[Text]:
    """The lines of a text, its box beginning at the origin."""
    for index, line in enumerate(words.lines):
        yield Text(0.0, ASCENT + LINE * index, line, "start", role)


def picture(layers: Iterable[Layer], width: float, height: float, *, accent: str) -> bytes:
    """Layers on the paper of a picture ``width`` times ``height`` CSS px large, as PNG bytes of a
    palette of 64 colours at most.
    """
    with drawing_library():
        from charts.output.packing import packed  # noqa: PLC0415 - as output.matplotlib_setup
        from charts.output.scene_figure import SceneFigure, sheet  # noqa: PLC0415 - as output.matplotlib_setup

        scheme = SCHEMES[accent][0]
        renderer = sheet(width, height, scheme, scale=SCALE)
        SceneFigure(layers, width, height, scheme, scale=SCALE).draw(renderer)
        size = int(renderer.width), int(renderer.height)
        # The paper covers everything, so that how much of it is seen says nothing.
        return packed(size, renderer.buffer_rgba(), accent)  # type: ignore[no-untyped-call]
