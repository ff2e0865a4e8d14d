"""The card that stands for a chart where its page is shared: 1200 by 630 pixels, with title,
finding, drawing, key, source and the way to the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

import segno

from charts.layout.scene import Layer, Rectangle, Scene, Shape, Style
from charts.layout.text_layout import TextBlock, block
from charts.output.key import conventions_of, told_below
from charts.output.png import lettering, picture, wrapped
from charts.registry import REGISTRY
from charts.spec import ChartSpec

#: In CSS px; a picture has two pixels for each.
WIDTH: Final = 600.0
HEIGHT: Final = 315.0
_MARGIN: Final = 20.0
_TITLE: Final = 1.5
_POINT: Final = " · "
_UNDER_TITLE: Final = 4.0
_AROUND: Final = 8.0
#: Sizes of the words at the bottom, the first of which they take no more than this share of the
#: card.
_SOURCE: Final = (0.8, 0.72, 0.64)
_FOOT_SHARE: Final = 0.3
_QR: Final = 64.0
_RULE: Final = 4.0
#: Widths at which a drawing is tried for the card.
_TRIED: Final = (360, 480, 640, 900)
_LARGEST: Final = 1.5
#: Where the letters of the drawing would be smaller than this, its finding stands instead, in
#: letters as large as fit.
_SMALLEST: Final = 0.5
_FINDING: Final = (2.0, 1.6, 1.25, 1.0)


def card(
    spec: ChartSpec, source_lines: Sequence[str], *, address: str = "", accent: str = "rust"
) -> bytes:
    """The card as PNG bytes, the same for the same spec.

    ``address`` is the page's, for the QR code; without one there is none.
    """
    return picture(layers(spec, source_lines, address), WIDTH, HEIGHT, accent=accent)


def layers(spec: ChartSpec, source_lines: Sequence[str], address: str) -> Iterator[Layer]:
    """What the card shows, from its title to the code: each part with its place and scale."""
    room = WIDTH - 2 * _MARGIN
    title = block(spec.title, room / _TITLE, strong=True)
    scenes = [REGISTRY[spec.kind].lay_out(replace(spec, width=width)) for width in _TRIED]
    used = dict.fromkeys(name for scene in scenes for name in conventions_of(spec, scene))
    foot = _foot(
        _run_in(told_below(spec, tuple(used), source_lines)),
        room - (_QR + _MARGIN if address else 0.0),
    )
    bottom = HEIGHT - _MARGIN + 6 - foot.height
    yield Layer((Rectangle(0.0, 0.0, WIDTH, _RULE, Style(fill="accent")),))
    yield Layer(tuple(lettering(title, "number")), _MARGIN, _MARGIN, _TITLE)
    top = _MARGIN + title.height * _TITLE + _UNDER_TITLE
    yield from _picture(
        spec,
        scenes,
        top,
        min(bottom, HEIGHT - _MARGIN - _QR if address else bottom) - top - _AROUND,
    )
    yield Layer(tuple(lettering(foot.words, "soft")), _MARGIN, bottom, foot.scale)
    if address:
        yield Layer(tuple(_code(address)), WIDTH - _MARGIN - _QR, HEIGHT - _MARGIN + 6 - _QR)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The words at the bottom, ``scale`` times as large as in a drawing."""

    words: TextBlock
    scale: float

    @property
    def height(self) -> float:
        """Height on the card."""
        return self.words.height * self.scale


def _run_in(lines: Sequence[str]) -> str:
    """The lines as one text: a point between them where none ends a sentence."""
    return (
        "".join(
            f"{line}{'' if line.endswith('。') else ' ' if line.endswith('.') else _POINT}"
            for line in lines
        )
        .removesuffix(_POINT)
        .strip()
    )


def _foot(text: str, room: float) -> _Foot:
    """The words in the largest letters of which they leave the drawing its room."""
    tried = [_Foot(block(text, room / scale), scale) for scale in _SOURCE]
    return next((foot for foot in tried if foot.height <= HEIGHT * _FOOT_SHARE), tried[-1])


def _picture(spec: ChartSpec, scenes: Sequence[Scene], top: float, room: float) -> Iterator[Layer]:
    """The finding and below it the drawing, as large as fits above the foot; or the finding alone,
    in larger letters.
    """
    finding = wrapped(spec.description, WIDTH - 2 * _MARGIN)
    left = room - finding.height - (_AROUND if spec.description else 0.0)
    # Large letters first, then a drawing that fills the card.
    scale, scene = max(
        ((_fitting(scene, left), scene) for scene in scenes),
        key=lambda fitting: fitting[0] ** 3 * fitting[1].width,
    )
    if scale < _SMALLEST and spec.description:
        yield _words(spec, top, room)
        return
    yield Layer(tuple(lettering(finding, "label")), _MARGIN, top)
    yield Layer(scene.shapes, _MARGIN, top + room - left, scale)


def _fitting(scene: Scene, room: float) -> float:
    return min((WIDTH - 2 * _MARGIN) / scene.width, room / scene.height, _LARGEST)


def _words(spec: ChartSpec, top: float, room: float) -> Layer:
    tried = [(scale, block(spec.description, (WIDTH - 2 * _MARGIN) / scale)) for scale in _FINDING]
    scale, words = next(
        ((scale, words) for scale, words in tried if words.height * scale <= room), tried[-1]
    )
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
