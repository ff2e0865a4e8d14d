"""The card that stands for a chart where its page is shared: 1200 by 630 pixels, with title,
finding, drawing, key, source and the way to the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from charts.layout.scene import Boxes, Layer, Rectangle, Scene, Shape, Style
from charts.layout.text_layout import TextBlock, block
from charts.output.key import conventions_of, told_below
from charts.output.png import lettering, picture, wrapped
from charts.registry import lay_out
from charts.spec import ChartSpec

#: In CSS px; a picture has two pixels for each.
WIDTH: Final = 600.0
HEIGHT: Final = 315.0
_MARGIN: Final = 20.0
#: Width between the margins, and where words and code end.
_ROOM: Final = WIDTH - 2 * _MARGIN
_BOTTOM: Final = HEIGHT - _MARGIN + 6
_TITLE: Final = 1.5
_POINT: Final = " · "
_UNDER_TITLE: Final = 4.0
_AROUND: Final = 8.0
#: Sizes of the words at the bottom, the first of which they take no more than this share of the
#: card.
_SOURCE: Final = (0.8, 0.72, 0.64)
_FOOT_SHARE: Final = 0.3
_QR: Final = 64.0
#: How the squares of the code are mixed: every reader knows all eight ways, and to try them for the
#: one with the fewest long runs takes as long as all else of a card.
_MASK: Final = 6
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
    scenes = [lay_out(replace(spec, width=width)) for width in _TRIED]
    title = block(spec.title, _ROOM / _TITLE, strong=True)
    foot = _foot(_words_below(spec, scenes, source_lines), _foot_room(address))
    yield from _above(title)
    top = _MARGIN + title.height * _TITLE + _UNDER_TITLE
    yield from _picture(spec, scenes, top, _picture_bottom(foot, address) - top - _AROUND)
    yield from _below(foot, address)


def _above(title: TextBlock) -> Iterator[Layer]:
    """The line at the upper edge, and the title."""
    yield Layer((Rectangle(0.0, 0.0, WIDTH, _RULE, Style(fill="accent")),))
    yield Layer(tuple(lettering(title, "number")), _MARGIN, _MARGIN, _TITLE)


def _below(foot: _Foot, address: str) -> Iterator[Layer]:
    """The words at the bottom, and the code of the page's address."""
    yield Layer(tuple(lettering(foot.words, "soft")), _MARGIN, foot.top, foot.scale)
    if address:
        yield Layer(tuple(_code(address)), WIDTH - _MARGIN - _QR, _BOTTOM - _QR)


def _words_below(spec: ChartSpec, scenes: Sequence[Scene], source_lines: Sequence[str]) -> str:
    """Key and sources, of whichever drawing the card will show."""
    used = dict.fromkeys(name for scene in scenes for name in conventions_of(spec, scene))
    return _run_in(told_below(spec, tuple(used), source_lines))


def _foot_room(address: str) -> float:
    """Width of the words at the bottom, which leave the code its place."""
    return _ROOM - (_QR + _MARGIN if address else 0.0)


def _picture_bottom(foot: _Foot, address: str) -> float:
    """Where the drawing ends: above the words and above the code."""
    return min(foot.top, HEIGHT - _MARGIN - _QR) if address else foot.top


@dataclass(frozen=True, slots=True)
class _Foot:
    """The words at the bottom, ``scale`` times as large as in a drawing."""

    words: TextBlock
    scale: float

    @property
    def height(self) -> float:
        """Height on the card."""
        return self.words.height * self.scale

    @property
    def top(self) -> float:
        """Upper edge on the card."""
        return _BOTTOM - self.height


def _run_in(lines: Sequence[str]) -> str:
    """The lines as one text: a point between them where none ends a sentence."""
    text = "".join(line + _after(line) for line in lines)
    return text.removesuffix(_POINT).strip()


def _after(line: str) -> str:
    """What separates a line from the next one."""
    if line.endswith("。"):
        return ""
    return " " if line.endswith(".") else _POINT


def _foot(text: str, room: float) -> _Foot:
    """The words in the largest letters of which they leave the drawing its room."""
    for scale in _SOURCE:
        foot = _Foot(block(text, room / scale), scale)
        if foot.height <= HEIGHT * _FOOT_SHARE:
            break
    return foot


def _picture(spec: ChartSpec, scenes: Sequence[Scene], top: float, room: float) -> Iterator[Layer]:
    """The finding and below it the drawing, as large as fits above the foot; or the finding alone,
    in larger letters.
    """
    finding = wrapped(spec.description, _ROOM)
    left = room - finding.height - (_AROUND if spec.description else 0.0)
    scale, scene = _largest(scenes, left)
    if scale < _SMALLEST and spec.description:
        yield _words(spec, top, room)
        return
    yield Layer(tuple(lettering(finding, "label")), _MARGIN, top)
    yield Layer(scene.shapes, _MARGIN, top + room - left, scale)


def _largest(scenes: Sequence[Scene], room: float) -> tuple[float, Scene]:
    """The drawing with the largest letters, then the one that fills the card, and its scale."""
    fitting = [(_fitting(scene, room), scene) for scene in scenes]
    return max(fitting, key=lambda tried: tried[0] ** 3 * tried[1].width)


def _fitting(scene: Scene, room: float) -> float:
    return min(_ROOM / scene.width, room / scene.height, _LARGEST)


def _words(spec: ChartSpec, top: float, room: float) -> Layer:
    """The finding in the largest letters that have room."""
    tried = [(scale, block(spec.description, _ROOM / scale)) for scale in _FINDING]
    fitting = (size for size in tried if size[1].height * size[0] <= room)
    scale, words = next(fitting, tried[-1])
    return Layer(tuple(lettering(words, "label")), _MARGIN, top, scale)


def _code(address: str) -> Iterator[Shape]:
    """The address as a QR code: the dark squares of each row, those beside each other as one
    box.
    """
    import segno  # noqa: PLC0415 - it loads clients of the web, which only a card that is drawn needs

    rows = [list(row) for row in segno.make(address, error="m", micro=False, mask=_MASK).matrix]
    side = _QR / len(rows)
    for down, row in enumerate(rows):
        runs = _dark_runs(row)
        boxes = ((across * side, down * side, count * side, side) for across, count in runs)
        yield Boxes(tuple(boxes), Style(fill="ink"))


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark squares begin in a row, and how many are beside each other."""
    begin = 0
    for is_dark, run in groupby(row):
        count = len(list(run))
        if is_dark:
            yield begin, count
        begin += count
