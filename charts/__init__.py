"""The chart renderer: a chart spec in, SVG and PNG out.

Knows nothing of YAML, content paths or the engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from charts.spec import (
    CONVENTIONS,
    ChartRefused,
    ChartSpec,
    Datum,
    DatumRelation,
    DatumStatus,
    Drawing,
    Notice,
)
from charts.traits import (
    CHART_KINDS,
    DRAW_PEOPLE,
    HAVE_LINES,
    MIX_UNITS,
    MOST_FIGURES,
    SHOW_TIME,
    WANT_GROUPS,
)

if TYPE_CHECKING:
    from charts.drawing import draw, refuse
    from charts.layout.text_layout import missing_glyphs
    from charts.loading import load
    from charts.output.card import card
    from charts.output.notice import notice_card, notice_png, notice_svg
    from charts.output.png import png
    from charts.output.svg_file import standalone
    from charts.palette import SCHEMES
    from charts.validation import too_many_figures

__all__ = [
    "CHART_KINDS",
    "CONVENTIONS",
    "DRAW_PEOPLE",
    "HAVE_LINES",
    "MIX_UNITS",
    "MOST_FIGURES",
    "SCHEMES",
    "SHOW_TIME",
    "WANT_GROUPS",
    "ChartRefused",
    "ChartSpec",
    "Datum",
    "DatumRelation",
    "DatumStatus",
    "Drawing",
    "Notice",
    "card",
    "draw",
    "load",
    "missing_glyphs",
    "notice_card",
    "notice_png",
    "notice_svg",
    "png",
    "refuse",
    "standalone",
    "too_many_figures",
]

#: The modules that have what draws, or says what cannot be drawn: a build that does neither need
#: not load them, which takes as long as to read a small site.
_LOADED_LATER: Final = {
    "draw": "charts.drawing",
    "refuse": "charts.drawing",
    "load": "charts.loading",
    "missing_glyphs": "charts.layout.text_layout",
    "card": "charts.output.card",
    "notice_card": "charts.output.notice",
    "notice_png": "charts.output.notice",
    "notice_svg": "charts.output.notice",
    "png": "charts.output.png",
    "standalone": "charts.output.svg_file",
    "SCHEMES": "charts.palette",
    "too_many_figures": "charts.validation",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever has the name
    """What is named here and was not loaded with it."""
    if name not in _LOADED_LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LOADED_LATER[name]), name)
