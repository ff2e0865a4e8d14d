"""Imported by the one process that ``copied_program`` copies: every module of the program, every
template of the engine compiled, and the font of charts read; it heeds file modes and sees one core.
"""

from __future__ import annotations

import ctypes
import gc
from importlib import import_module

import pytest

import charts
from statsite.cli import COMMANDS
from statsite.render.environment import environment, read_templates
from tests.support.compiled_templates import share_compiled
from tests.support.one_job import show_one_core
from tests.support.paths import ROOT

#: Loaded by a command only where it needs them.
_LATER = (
    "statsite.commands.full_build",
    "statsite.evidence.lock_consistency",
    "statsite.grammar.spoken_bounds",
    "charts.drawing",
    "charts.output.card",
    "charts.output.notice",
    "charts.output.packing",
    "charts.output.svg_backend",
    "matplotlib.backends.backend_agg",
    "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin",
)

#: Of Linux: version 3 of its capabilities, and those that override file modes.
_VERSION, _OVERRIDES = 0x20080522, 0b110


def _heed_file_modes() -> None:
    """Give up what lets root read and write what file modes forbid."""
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted and inheritable ones, twice
    system = ctypes.CDLL(None, use_errno=True)
    assert system.capget(header, held) == 0
    held[0] &= ~_OVERRIDES
    held[1] &= ~_OVERRIDES
    assert system.capset(header, held) == 0


for name in (*(f"statsite.commands.{command}" for command in COMMANDS), *_LATER):
    import_module(name)

share_compiled(pytest.MonkeyPatch())
show_one_core(pytest.MonkeyPatch())
_texts = read_templates(ROOT, []).texts
for name in _texts:
    environment(_texts).get_template(name)
charts.missing_glyphs("数")
_heed_file_modes()
gc.freeze()
