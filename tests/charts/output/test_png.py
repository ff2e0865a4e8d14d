"""Charts as pixels: twice the size of the drawing's page, the same bytes everywhere, with the colours of the marks in it."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import charts
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
