"""The chart renderer: a chart spec in, SVG and PNG out. Knows nothing of YAML, content paths or the engine."""

from charts.card import card
from charts.drawing import HAVE_LINES, KINDS, MIX_UNITS, SHOW_TIME, WANT_GROUPS, draw, refuse
from charts.marks import CONVENTIONS
from charts.measure import missing_glyphs
from charts.palette import SCHEMES
from charts.raster import raster
from charts.spec import ChartRefused, ChartSpec, Datum, Drawing
from charts.standalone import standalone

__all__ = [
    "CONVENTIONS",
    "HAVE_LINES",
    "KINDS",
    "MIX_UNITS",
    "SCHEMES",
    "SHOW_TIME",
    "WANT_GROUPS",
    "ChartRefused",
    "ChartSpec",
    "Datum",
    "Drawing",
    "card",
    "draw",
    "missing_glyphs",
    "raster",
    "refuse",
    "standalone",
]
