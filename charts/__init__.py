"""The chart renderer: a chart spec in, SVG and PNG out.

Knows nothing of YAML, content paths or the engine.
"""

from charts.drawing import (
    CHART_KINDS,
    DRAW_PEOPLE,
    HAVE_LINES,
    MIX_UNITS,
    MOST_FIGURES,
    SHOW_TIME,
    WANT_GROUPS,
    draw,
    refuse,
)
from charts.layout.marks import CONVENTIONS
from charts.layout.text_layout import missing_glyphs
from charts.output.card import card
from charts.output.notice import Notice, notice_card, notice_png, notice_svg
from charts.output.png import png
from charts.output.svg_file import standalone
from charts.palette import SCHEMES
from charts.spec import ChartRefused, ChartSpec, Datum, DatumRelation, DatumStatus, Drawing
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
    "missing_glyphs",
    "notice_card",
    "notice_png",
    "notice_svg",
    "png",
    "refuse",
    "standalone",
    "too_many_figures",
]
