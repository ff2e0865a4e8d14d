"""All that draws, loaded before anything is drawn: for a process of which others are copied, so
that it is done once for all.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from charts.layout.text_layout import missing_glyphs
from charts.output.matplotlib_setup import drawing_library

#: What is otherwise loaded as it is asked for: what lays out, modules that are made of the drawing
#: library, and that of the codes on cards.
_LOADED_LATE: Final = (
    "charts.drawing",
    "charts.output.card",
    "charts.output.notice",
    "charts.output.packing",
    "charts.output.scene_figure",
    "charts.output.svg_backend",
    "charts.output.svg_file",
    "segno",
)


def load() -> None:
    """Load it, and read the font, which takes 0.3 s."""
    with drawing_library():
        for name in _LOADED_LATE:
            import_module(name)
        from PIL import Image  # noqa: PLC0415 - as what is made of the drawing library

        Image.preinit()  # which it would do as the first picture is written
    missing_glyphs("n")
