"""Pictures packed as PNG of few colours, in a module of its own, since a build whose charts are all
kept needs not load the library of pictures.
"""

from __future__ import annotations

import io
import zlib
from copy import copy
from functools import cache
from typing import Final

from PIL import Image

from charts.palette import SCHEMES, shades

#: How deflate looks for what it knows already: only at the pixel before. That takes three quarters
#: of the time of little effort for no more bytes, since rows are paper and bars most of all.
_RUNS: Final = zlib.Z_RLE


def packed(size: tuple[int, int], pixels: memoryview, accent: str) -> bytes:
    """A picture of a ``size`` as PNG bytes, each of its ``pixels`` in the nearest shade of the
    scheme of ``accent``; of the four bytes of a pixel the last counts nothing.
    """
    # As ``quantize`` does, but for that the bytes of a pixel need not be copied for it.
    image = Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 0, 1)  # type: ignore[arg-type]  # any buffer does
    few, palette = Image.new("P", size, None), _palette(accent)
    few.im = image.im.convert("P", Image.Dither.NONE, palette.im)
    few.palette = copy(palette.palette)
    written = io.BytesIO()
    few.save(written, "png", compress_type=_RUNS)
    return written.getvalue()


@cache
def _palette(accent: str) -> Image.Image:
    colours = shades(SCHEMES[accent][0])
    image = Image.new("P", (1, 1))
    image.putpalette([channel for colour in colours for channel in colour])
    image.load()  # so that what converts takes the palette
    return image
