"""Pictures packed as PNG of few colours, in a module of its own, since a build whose charts are all
kept needs not load the library of pictures.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Final

from PIL import Image

from charts.palette import SCHEMES, shades

#: Deflate's effort: more takes twice as long for a quarter less, and no picture is large.
_EFFORT: Final = 3


def packed(size: tuple[int, int], pixels: memoryview, accent: str) -> bytes:
    """A picture of a ``size`` as PNG bytes, each of its ``pixels`` in the nearest shade of the
    scheme of ``accent``; of the four bytes of a pixel the last counts nothing.
    """
    image = Image.frombytes("RGB", size, pixels, "raw", "RGBX")
    written = io.BytesIO()
    image.quantize(palette=_palette(accent), dither=Image.Dither.NONE).save(
        written, "png", compress_level=_EFFORT
    )
    return written.getvalue()


@cache
def _palette(accent: str) -> Image.Image:
    colours = shades(SCHEMES[accent][0])
    image = Image.new("P", (1, 1))
    image.putpalette([channel for colour in colours for channel in colour])
    return image
