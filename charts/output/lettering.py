"""Lines of text as pixels: the letters of a line in one mask, which a canvas paints in a colour.

matplotlib lays out and sets each line anew, glyph by glyph: for a chart's twenty lines that takes
longer than all of its shapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageFont

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from charts.layout.scene import Anchor

#: How Pillow names the point of a line that is given: along it, and on its baseline.
_POINTS: Final[dict[Anchor, str]] = {"start": "ls", "middle": "ms", "end": "rs"}


#: How many lines are kept: the names of a topic stand in several charts, and those below pictures
#: in all.
_KEPT: Final = 256


@dataclass(frozen=True, slots=True)
class Mask:
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
    letters, (left, top) = _font(path, size).getmask2(text, "L", anchor=_POINTS[anchor])
    if not all(letters.size):
        return None
    # Not drawn on an image, for which the text would have to be measured: that lays it out again.
    image = Image.new("L", letters.size)
    image.im = letters
    return Mask(_stronger(np.asarray(image), edge), left - edge // 2, top - edge // 2)


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


@cache
def _font(path: str, size: float) -> ImageFont.FreeTypeFont:
    # The basic layout, since the other one is not everywhere and gives other pixels.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
