"""Lines of text as pixels: the letters of a line in one mask, which a canvas paints in a colour.

matplotlib lays out and sets each line anew, glyph by glyph: for a chart's twenty lines that takes
longer than all of its shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct
from PIL import Image, ImageFont

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from charts.layout.scene import Anchor

#: How much of a line is before the point at which it is anchored.
_SHARE_BEFORE: Final[Mapping[Anchor, float]] = {"start": 0.0, "middle": 0.5, "end": 1.0}


#: How many lines are kept: the names of a topic stand in several charts, and those below pictures
#: in all.
_KEPT: Final = 256


class Mask(Struct, frozen=True):
    """How much of each pixel a line covers, 0 to 255, row by row; ``left`` and ``top`` are where
    the first of them lies, seen from the point at which the line is anchored, in pixels, y
    downwards.
    """

    cover: NDArray[np.uint8]
    left: int
    top: int


@lru_cache(maxsize=_KEPT)
def mask(text: str, path: str, size: float, anchor: Anchor, edge: int) -> Mask | None:
    """``text`` in the font at ``path``, ``size`` pixels high; ``edge`` pixels stronger, for a font
    without a bold face. None where nothing of it is seen.
    """
    letters, placed, along = _letters(path, size), list[tuple[float, Mask]](), 0.0
    for character in text:
        letter = letters[character]
        if letter.shape is not None:
            placed.append((along, letter.shape))
        along += letter.advance
    if not placed:
        return None
    line = _joined(placed, _pixel(along * _SHARE_BEFORE[anchor]))
    return Mask(_stronger(line.cover, edge), line.left - edge // 2, line.top - edge // 2)


def _joined(placed: Sequence[tuple[float, Mask]], before: int) -> Mask:
    """One mask of letters, each with how far along the line it stands; so many pixels are
    ``before`` the point at which that is anchored.
    """
    boxes = [(shape.cover, shape.left + _pixel(along), shape.top) for along, shape in placed]
    left, top = min(at for _, at, _ in boxes), min(at for _, _, at in boxes)
    right = max(at + cover.shape[1] for cover, at, _ in boxes)
    bottom = max(at + cover.shape[0] for cover, _, at in boxes)
    found = np.zeros((bottom - top, right - left), np.uint8)
    for cover, x, y in boxes:
        height, width = cover.shape
        place = found[y - top : y - top + height, x - left : x - left + width]
        np.maximum(place, cover, out=place)
    return Mask(found, left - before, top)


def _pixel(length: float) -> int:
    """The nearest whole number of pixels."""
    return floor(length + 0.5)


def _stronger(cover: NDArray[np.uint8], edge: int) -> NDArray[np.uint8]:
    """``cover`` with every stroke ``edge`` pixels wider to the right and below."""
    if not edge:
        return cover
    height, width = cover.shape
    found = np.zeros((height + edge, width + edge), np.uint8)
    for down, right in ((0, 0), (0, edge), (edge, 0), (edge, edge)):
        moved = found[down : down + height, right : right + width]
        np.maximum(moved, cover, out=moved)
    return found


class _Letter(Struct, frozen=True):
    """A character of a font: its shape, None where nothing of it is seen, and how far behind it
    the next one stands.
    """

    shape: Mask | None
    advance: float


class _Letters(dict[str, _Letter]):
    """The characters of a font that were set, each made once: the library reads the outline of a
    letter anew wherever it stands.
    """

    def __init__(self, path: str, size: float) -> None:
        # The basic layout, since the other one is not everywhere and gives other pixels.
        self._font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)

    def __missing__(self, character: str) -> _Letter:
        letter = self[character] = _Letter(self._shape(character), self._font.getlength(character))
        return letter

    def _shape(self, character: str) -> Mask | None:
        shape, (left, top) = self._font.getmask2(character, "L", anchor="ls")
        if not all(shape.size):
            return None
        # Not drawn on an image, for which the text would have to be measured: that lays it out
        # again.
        image = Image.new("L", shape.size)
        image.im = shape
        return Mask(np.array(image), left, top)


#: How many sizes of fonts are kept, each of which takes a MB: a picture has five, of which that of
#: the drawing on a card is its own.
_SIZES: Final = 16


@lru_cache(maxsize=_SIZES)
def _letters(path: str, size: float) -> _Letters:
    return _Letters(path, size)
