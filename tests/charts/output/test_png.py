"""Charts as pixels: twice the size of the drawing's page, the same bytes everywhere, with the colours of the marks in it."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

import charts
from charts.layout.measure import ASCENT, LINE
from charts.layout.scene import Layer, Text
from charts.output.card import HEIGHT, layers
from charts.output.standalone import standalone
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus

ROOT = Path(__file__).parents[3]

SPEC = ChartSpec(
    id="c", kind="bars", language="zh", title="US$5 & <床位>", description="d", width=640,
    data=(
        Datum("a", "甲", "超过8400家", DatumRelation.MORE, 8400.0, 8400.0, None),
        Datum("b", "乙", "1500家", DatumRelation.EQUAL, 1500.0, 1500.0, 1500.0, status=DatumStatus.TARGET),
    ),
)  # fmt: skip

PROGRAM = """
import hashlib
from tests.charts.output.test_png import SPEC
import charts
print(hashlib.sha256(charts.png(SPEC, ["来源：某报"])).hexdigest())
"""


def picture(spec: ChartSpec = SPEC) -> Image.Image:
    """The chart as an image."""
    return Image.open(io.BytesIO(charts.png(spec, ["来源：某报"])))


def test_a_picture_has_twice_the_size_of_the_file_drawn_from_the_same_spec() -> None:
    svg = standalone(charts.draw(SPEC), SPEC, ["来源：某报"])
    width, height = (float(svg.partition(f'{name}="')[2].partition('"')[0]) for name in ("width", "height"))
    assert picture().size == (round(2 * width), round(2 * height))


def test_marks_have_the_accent_and_the_paper_is_white() -> None:
    colours = {colour for _, colour in picture().convert("RGB").getcolors(10**7) or ()}
    assert {(0xA8, 0x43, 0x1A), (255, 255, 255)} <= colours


@pytest.mark.parametrize("surroundings", [{"TZ": "Asia/Shanghai", "LC_ALL": "C"}, {"TZ": "UTC", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8"}])
def test_the_same_spec_gives_the_same_bytes_anywhere(surroundings: dict[str, str], tmp_path: Path) -> None:
    env = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", PROGRAM], env=env, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert run.stdout.strip() == hashlib.sha256(charts.png(SPEC, ["来源：某报"])).hexdigest()


LONG = "The share of village clinics with a qualified doctor, by county and by year"


@pytest.mark.parametrize("rows", [1, 2, 8, 40])
@pytest.mark.parametrize("address", ["", "https://example.org/charts/c/"])
def test_what_a_card_shows_lies_on_it_and_apart(rows: int, address: str) -> None:
    data = tuple(Datum(f"d{at}", f"County {at}", f"{at + 1}%", DatumRelation.EQUAL, at + 1.0, at + 1.0, at + 1.0) for at in range(rows))
    spec = ChartSpec("c", "bars", "en", LONG, f"{LONG} is highest in County {rows}: {rows}%.", data)
    sources = ["2024 · " + LONG, "Source: " + "; ".join([LONG] * 3), "A site, as of 1 May 2025"]
    stretches = sorted(stretch for layer in layers(spec, sources, address) if (stretch := _words_of(layer)))
    assert stretches[0][0] >= 0
    assert stretches[-1][1] <= HEIGHT
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(stretches)), stretches


def _words_of(layer: Layer) -> tuple[float, float] | None:
    """From where to where down the card the lines of a layer reach."""
    lines = [shape.y for shape in layer.shapes if isinstance(shape, Text)]
    return (layer.y + (min(lines) - ASCENT) * layer.scale, layer.y + (max(lines) - ASCENT + LINE) * layer.scale) if lines else None


def test_a_card_is_the_same_bytes_again_and_has_its_size() -> None:
    first, second = (charts.card(SPEC, ["来源：某报"], address="https://example.org/charts/c/") for _ in range(2))
    assert first == second
    assert Image.open(io.BytesIO(first)).size == (1200, 630)
