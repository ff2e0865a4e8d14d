"""Pictures packed: few colours, the nearest ones, and much smaller than in all."""

from __future__ import annotations

import io

from PIL import Image

import charts
from charts.output.packing import packed
from tests.charts.examples import ALL


def test_a_palette_makes_a_picture_less_than_half_as_large() -> None:
    full = Image.open(io.BytesIO(charts.png(ALL["milestones"], ["来源：某报"]))).convert("RGB")
    written = io.BytesIO()
    full.save(written, "png", compress_level=3)
    pixels = memoryview(full.convert("RGBX").tobytes())
    assert len(packed(full.size, pixels, "rust")) < len(written.getvalue()) / 2
