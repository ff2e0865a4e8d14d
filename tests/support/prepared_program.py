"""Imported by the one process that ``copied_program`` copies: every module of the program, every
template of the engine compiled, and the font of charts read.
"""

from __future__ import annotations

import gc
from importlib import import_module

import pytest

import charts
from statsite.cli import COMMANDS
from statsite.render.environment import environment, read_templates
from tests.support.compiled_templates import share_compiled
from tests.support.paths import ROOT

#: Loaded by a command only where it needs them.
_LATER = (
    "statsite.commands.full_build",
    "charts.output.svg_backend",
    "matplotlib.backends.backend_agg",
    "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin",
)

for name in (*(f"statsite.commands.{command}" for command in COMMANDS), *_LATER):
    import_module(name)

share_compiled(pytest.MonkeyPatch())
_texts = read_templates(ROOT, []).texts
for name in _texts:
    environment(_texts).get_template(name)
charts.missing_glyphs("数")
gc.freeze()
