"""The card that stands for a chart where its page is shared: 1200 by 630 pixels, with title,
finding, drawing, key, source and the way to the page. The drawing stands below its words or beside
them, whichever makes its letters larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from typing import Final

from msgspec import Struct

from charts.layout.scene import Boxes, Layer, Rectangle, Scene, Shape, Style
from charts.layout.text_layout import TextBlock, block, heading
from charts.output.key import conventions_of, told_below
from charts.output.png import lettering, picture, wrapped
from charts.registry import lay_out
from charts.spec import ChartSpec
from charts.values import replace

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
#: card where the drawing stands above them.
_SOURCE: Final = (0.8, 0.72, 0.64)
_FOOT_SHARE: Final = 0.3
_QR: Final = 64.0
#: How the squares of the code are mixed: every reader knows all eight ways, and to try them for the
#: one with the fewest long runs takes as long as all else of a card.
_MASK: Final = 6
_RULE: Final = 4.0
#: Widths at which a drawing is tried for the card.
_TRIED: Final = (360, 420, 480, 640, 900)
_LARGEST: Final = 1.5
#: Widths that are tried for words beside a drawing, sizes of their title and finding, and what
#: keeps them apart.
_ASIDE: Final = (180.0, 200.0, 220.0, 240.0, 260.0, 290.0)
_ASIDE_WORDS: Final = ((1.5, 1.25), (1.5, 1.1), (1.35, 1.0), (1.2, 0.9))
_BETWEEN: Final = 20.0
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
    """What the card shows, from the line at its upper edge to the code: each part with its place
    and scale.
    """
    scenes = [lay_out(replace(spec, width=width)) for width in _TRIED]
    text = _words_below(spec, scenes, source_lines)
    stacked = _stacked(spec, scenes, text, address)
    *_, best = stacked, *_beside(spec, scenes, text, address, stacked.score)
    yield Layer((Rectangle(0.0, 0.0, WIDTH, _RULE, Style(fill="accent")),))
    yield from best.parts
    if address:
        yield Layer(tuple(_code(address)), WIDTH - _MARGIN - _QR, _BOTTOM - _QR)


class _Arrangement(Struct, frozen=True):
    """The words and the drawing in their places; the larger its letters, the higher the score."""

    score: float
    parts: tuple[Layer, ...]


def _stacked(spec: ChartSpec, scenes: Sequence[Scene], text: str, address: str) -> _Arrangement:
    """The finding below the title and the drawing below both, as large as fits above the foot; or
    the finding alone, in larger letters.
    """
    title = heading(spec.title, _ROOM / _TITLE, spec.title_parts)
    finding = wrapped(spec.description, _ROOM)
    foot = _foot(text, _foot_room(address))
    top = _MARGIN + title.height * _TITLE + _UNDER_TITLE
    room = _picture_bottom(foot, address) - top - _AROUND
    left = room - finding.height - (_AROUND if spec.description else 0.0)
    scale, scene = _largest(scenes, _ROOM, left)
    shown = [Layer(tuple(lettering(title, "number")), _MARGIN, _MARGIN, _TITLE)]
    if scale < _SMALLEST and spec.description:
        shown.append(_words(spec, top, room))
    else:
        shown.append(Layer(tuple(lettering(finding, "label")), _MARGIN, top))
        shown.append(Layer(scene.shapes, _MARGIN, top + room - left, scale))
    return _Arrangement(max(scale, _SMALLEST), (*shown, foot.layer))


def _beside(
    spec: ChartSpec, scenes: Sequence[Scene], text: str, address: str, score: float
) -> Iterator[_Arrangement]:
    """Title, finding and foot in a column, and the drawing beside it, above the code where there is
    one: each width of the column in which the words have room, in letters as large as they have
    room for, and which has a higher ``score`` than all before it.
    """
    height = _BOTTOM - _MARGIN
    for aside in _ASIDE:
        scale, scene = max(
            (_largest(scenes, *size) for size in _sizes(_ROOM - aside - _BETWEEN, height, address)),
            key=lambda found: found[0],
        )
        told = next(_that_fit(spec, text, aside), None) if scale > score else None
        if told is not None:
            score, (words, foot) = scale, told
            drawn = Layer(scene.shapes, _MARGIN + aside + _BETWEEN, _MARGIN, scale)
            yield _Arrangement(scale, (*words.layers(), drawn, foot.layer))


def _that_fit(spec: ChartSpec, text: str, aside: float) -> Iterator[tuple[_Column, _Foot]]:
    """Words and foot that have room above each other, the largest words first."""
    feet = [_Foot(block(text, aside / scale), scale) for scale in _SOURCE]
    for words, foot in product(_columns(spec, aside), feet):
        if words.height <= foot.top - _AROUND - _MARGIN:
            yield words, foot


def _sizes(width: float, height: float, address: str) -> Iterator[tuple[float, float]]:
    """What is left for a drawing: all, or what is above the code or left of it."""
    if address:
        yield width, height - _QR - _AROUND
        yield width - _QR - _AROUND, height
    else:
        yield width, height


class _Column(Struct, frozen=True):
    """Title and finding above each other, each with how many times as large as in a drawing."""

    title: TextBlock
    title_scale: float
    finding: TextBlock
    finding_scale: float

    @property
    def finding_top(self) -> float:
        """Where the finding begins, below the upper edge of the title."""
        return self.title.height * self.title_scale + _UNDER_TITLE

    @property
    def height(self) -> float:
        """Height of both."""
        return self.finding_top + self.finding.height * self.finding_scale

    def layers(self) -> Iterator[Layer]:
        """Both at the upper left of the card."""
        yield Layer(tuple(lettering(self.title, "number")), _MARGIN, _MARGIN, self.title_scale)
        top = _MARGIN + self.finding_top
        yield Layer(tuple(lettering(self.finding, "label")), _MARGIN, top, self.finding_scale)


def _columns(spec: ChartSpec, room: float) -> Iterator[_Column]:
    """Title and finding as wide as ``room``, the largest letters first."""
    for title, finding in _ASIDE_WORDS:
        yield _Column(
            heading(spec.title, room / title, spec.title_parts),
            title,
            wrapped(spec.description, room / finding),
            finding,
        )


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


class _Foot(Struct, frozen=True):
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

    @property
    def layer(self) -> Layer:
        """The words at the lower left of the card."""
        return Layer(tuple(lettering(self.words, "soft")), _MARGIN, self.top, self.scale)


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


def _largest(scenes: Sequence[Scene], width: float, height: float) -> tuple[float, Scene]:
    """The drawing with the largest letters, then the one that fills the card, and its scale."""
    fitting = [(min(width / one.width, height / one.height, _LARGEST), one) for one in scenes]
    return max(fitting, key=lambda tried: tried[0] ** 3 * tried[1].width)


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
