"""Charts as pixels: of a shape that a chat shows whole, few colours, the same bytes everywhere,
with finding and key.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import charts
from charts.layout.scene import Text
from charts.output import png
from charts.palette import SCHEMES, shades
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus
from charts.values import replace
from tests.charts.examples import ALL
from tests.support.paths import ROOT

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


@pytest.mark.parametrize(
    ("rows", "shape"), [(1, 3 / 4), (2, 3 / 4), (5, 3 / 4), (9, 4 / 3), (30, None)]
)
def test_a_picture_is_four_by_three_or_three_by_four_unless_it_must_be_higher(
    rows: int, shape: float | None
) -> None:
    data = tuple(replace(SPEC.data[0], id=f"d{at}", row=f"某地{at}") for at in range(rows))
    width, height = picture(replace(SPEC, data=data)).size
    assert height / width == pytest.approx(shape, abs=0.01) if shape else height / width > 4 / 3


@pytest.mark.parametrize("note", [20, 60, 120, 200, 320])
def test_little_of_a_picture_stays_empty_however_long_its_notes(note: int) -> None:
    data = tuple(replace(SPEC.data[0], id=f"d{at}", row=f"某地{at}") for at in range(4))
    sheet, height = png._fitting(replace(SPEC, data=data), ["注" * note])  # noqa: SLF001 - what room is left
    assert 0 <= 1 - sheet.least / height <= 0.15


def test_a_picture_has_a_palette_of_64_colours_at_most() -> None:
    image = picture()
    assert image.mode == "P"
    assert len(image.getcolors() or ()) <= 64
    assert len(shades(SCHEMES["rust"][0])) <= 64


def test_finding_key_and_caption_stand_around_the_drawing() -> None:
    words = {
        "convention-open-above": "渐隐表示“超过”",
        "convention-target": "虚线是目标",
        "conventions-separator": "；",
        "full-stop": "。",
    }
    sheet, height = png._fitting(  # noqa: SLF001 - where lines stand
        replace(SPEC, description="甲最高。", words=words), ["某地", "", "来源：某报", "某站"]
    )
    lines = [
        shape.text
        for layer in sheet.layers(height)
        for shape in layer.shapes
        if isinstance(shape, Text)
    ]
    assert lines[:2] == [SPEC.title, "甲最高。"]
    assert lines[-4:] == ["渐隐表示“超过”；虚线是目标。", "某地", "来源：某报", "某站"]


def test_what_a_picture_shows_lies_on_it_and_apart() -> None:
    for spec in ALL.values():
        sheet, height = png._fitting(spec, ["来源：某报"])  # noqa: SLF001 - where lines stand
        title, finding, drawing, *below = sheet.layers(height)
        assert title.y + sheet.title.height * title.scale <= finding.y
        assert finding.y + sheet.finding.height <= drawing.y
        assert drawing.y + sheet.scene.height <= below[0].y <= height


def test_marks_have_the_accent_and_the_paper_is_white() -> None:
    colours = {colour for _, colour in picture().convert("RGB").getcolors(10**7) or ()}
    assert {(0xA8, 0x43, 0x1A), (255, 255, 255)} <= colours


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Shanghai", "LC_ALL": "C"},
        {"TZ": "UTC", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8"},
    ],
)
def test_the_same_spec_gives_the_same_bytes_anywhere(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    env = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", PROGRAM],
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(charts.png(SPEC, ["来源：某报"])).hexdigest()


def test_no_pixels_are_held_once_a_picture_is_packed() -> None:
    from matplotlib.backends.backend_agg import RendererAgg  # noqa: PLC0415 - it draws here alone

    png.png(SPEC, ["来源：某报"])
    gc.collect()
    gc.disable()
    try:
        png.png(SPEC, ["来源：某报"])
        assert not [one for one in gc.get_objects() if isinstance(one, RendererAgg)]
    finally:
        gc.enable()
