"""Lines of text as pixels: the letters of a line in one mask, which a canvas paints in a colour.

matplotlib lays out and sets each line anew, glyph by glyph: for a chart's twenty lines that takes
longer than all of its shapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

if TYPE_CHECKING:
    from charts.layout.scene import Anchor

#: How Pillow names the point of a line that is given: along it, and on its baseline.
_POINTS: Final[dict[Anchor, str]] = {"start": "ls", "middle": "ms", "end": "rs"}


@dataclass(frozen=True, slots=True)
class Mask:
    """How much of each pixel a line covers, 0 to 255; ``left`` and ``top`` are where the image
    begins, seen from the point at which the line is anchored, in pixels, y downwards.
    """

    image: Image.Image
    left: int
    top: int


def mask(text: str, path: str, size: float, anchor: Anchor, edge: int) -> Mask | None:
    """``text`` in the font at ``path``, ``size`` pixels high; ``edge`` pixels stronger, for a font
    without a bold face. None where nothing of it is seen.
    """
    font, point = _font(path, size), _POINTS[anchor]
    left, top, right, bottom = map(round, font.getbbox(text, anchor=point))
    if right <= left or bottom <= top:
        return None
    # A pixel on each side is for edges that the box, in whole pixels, leaves out.
    image = Image.new("L", (right - left + 2, bottom - top + 2))
    ImageDraw.Draw(image).text((1 - left, 1 - top), text, fill=255, font=font, anchor=point)
    return Mask(_stronger(image, edge), left - 1 - edge // 2, top - 1 - edge // 2)


def _stronger(image: Image.Image, edge: int) -> Image.Image:
    """``image`` with every stroke ``edge`` pixels wider to the right and below."""
    size = (image.width + edge, image.height + edge)
    found = Image.new("L", size)
    for corner in ((0, 0), (edge, 0), (0, edge), (edge, edge)) if edge else ((0, 0),):
        moved = Image.new("L", size)
        moved.paste(image, corner)
        found = ImageChops.lighter(found, moved)
    return found


@cache
def _font(path: str, size: float) -> ImageFont.FreeTypeFont:
    # The basic layout, since the other one is not everywhere and gives other pixels.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
