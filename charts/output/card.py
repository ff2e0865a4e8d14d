"""The card that stands for a chart where its page is shared: 1200 by 630 pixels, with title, drawing, source and the way to the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import segno

from charts.layout.measure import block
from charts.layout.scene import Layer, Rectangle, Scene, Shape, Style
from charts.output.png import lettering, picture
from charts.registry import REGISTRY
from charts.spec import ChartSpec

#: In CSS px; a picture has two pixels for each.
WIDTH: Final = 600.0
HEIGHT: Final = 315.0
_MARGIN: Final = 20.0
_TITLE: Final = 1.5
_SOURCE: Final = 0.8
_QR: Final = 64.0
_RULE: Final = 4.0
#: Widths at which a drawing is tried for the card.
_TRIED: Final = (360, 480, 640, 900)
_LARGEST: Final = 1.5
#: Where the letters of the drawing would be smaller than this, its finding stands instead, in letters as large as fit.
_SMALLEST: Final = 0.5
_FINDING: Final = (2.0, 1.6, 1.25, 1.0)


def card(spec: ChartSpec, source_lines: Sequence[str], *, address: str = "", accent: str = "rust") -> bytes:
    """The card as PNG bytes, the same for the same spec. ``address`` is the page's, for the QR code; without one there is none."""
    return picture(layers(spec, source_lines, address), WIDTH, HEIGHT, accent=accent)


def layers(spec: ChartSpec, source_lines: Sequence[str], address: str) -> Iterator[Layer]:
    """What the card shows, from its title to the code: each part with its place and scale."""
    room = WIDTH - 2 * _MARGIN
    title = block(spec.title, room / _TITLE, strong=True)
    foot = [block(line, (room - (_QR + _MARGIN if address else 0.0)) / _SOURCE) for line in source_lines if line.strip()]
    bottom = HEIGHT - _MARGIN + 6 - sum(lines.height for lines in foot) * _SOURCE
    yield Layer((Rectangle(0.0, 0.0, WIDTH, _RULE, Style(fill="accent")),))
    yield Layer(tuple(lettering(title, "number")), _MARGIN, _MARGIN, _TITLE)
    top = _MARGIN + title.height * _TITLE + 10
    yield _picture(spec, top, min(bottom, HEIGHT - _MARGIN - _QR if address else bottom) - top - 8)
    for lines in foot:
        yield Layer(tuple(lettering(lines, "soft")), _MARGIN, bottom, _SOURCE)
        bottom += lines.height * _SOURCE
    if address:
        yield Layer(tuple(_code(address)), WIDTH - _MARGIN - _QR, HEIGHT - _MARGIN + 6 - _QR)


def _picture(spec: ChartSpec, top: float, room: float) -> Layer:
    """The drawing, as large as fits above the code; or the finding in words."""
    scenes = [REGISTRY[spec.kind].lay_out(replace(spec, width=width)) for width in _TRIED]
    # Large letters first, then a drawing that fills the card.
    scale, scene = max(((_fitting(scene, room), scene) for scene in scenes), key=lambda fitting: fitting[0] ** 3 * fitting[1].width)
    return Layer(scene.shapes, _MARGIN, top, scale) if scale >= _SMALLEST else _words(spec, top, room)


def _fitting(scene: Scene, room: float) -> float:
    return min((WIDTH - 2 * _MARGIN) / scene.width, room / scene.height, _LARGEST)


def _words(spec: ChartSpec, top: float, room: float) -> Layer:
    tried = [(scale, block(spec.description, (WIDTH - 2 * _MARGIN) / scale)) for scale in _FINDING]
    scale, words = next(((scale, words) for scale, words in tried if words.height * scale <= room), tried[-1])
    return Layer(tuple(lettering(words, "label")), _MARGIN, top, scale)


def _code(address: str) -> Iterator[Shape]:
    """The address as a QR code: dark squares, those beside each other as one box."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    side = _QR / len(rows)
    for down, row in enumerate(rows):
        across = 0
        for is_dark, run in groupby(row):
            wide = len(list(run))
            if is_dark:
                yield Rectangle(across * side, down * side, wide * side, side, Style(fill="ink"))
            across += wide
