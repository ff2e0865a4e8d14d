"""The card of a shared page: what it shows lies on it and apart, and it is the same bytes again."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image

import charts
from charts.layout.scene import Layer, Text
from charts.layout.text_layout import ASCENT, LINE, width
from charts.output.card import HEIGHT, WIDTH, layers
from charts.spec import ChartSpec, Datum, DatumRelation

LONG = "The share of village clinics with a qualified doctor, by county and by year"


@pytest.mark.parametrize("rows", [1, 2, 8, 40])
@pytest.mark.parametrize("address", ["", "https://example.org/charts/c/"])
def test_what_a_card_shows_lies_on_it_and_apart(rows: int, address: str) -> None:
    data = tuple(
        Datum(
            f"d{at}",
            f"County {at}",
            f"{at + 1}%",
            DatumRelation.EQUAL,
            at + 1.0,
            at + 1.0,
            at + 1.0,
        )
        for at in range(rows)
    )
    spec = ChartSpec("c", "bars", "en", LONG, f"{LONG} is highest in County {rows}: {rows}%.", data)
    sources = ["2024 · " + LONG, "Source: " + "; ".join([LONG] * 3), "A site, as of 1 May 2025"]
    boxes = [box for layer in layers(spec, sources, address) if (box := _box_of_words(layer))]
    assert min(top for _, top, _, _ in boxes) >= 0
    assert max(bottom for *_, bottom in boxes) <= HEIGHT
    assert max(right for _, _, right, _ in boxes) <= WIDTH
    assert not any(_overlap(*pair) for pair in combinations(boxes, 2)), boxes


_Box = tuple[float, float, float, float]


def _box_of_words(layer: Layer) -> _Box | None:
    """Left, top, right and bottom of the lines of a layer; None where it has none."""
    lines = [shape for shape in layer.shapes if isinstance(shape, Text)]
    if not lines:
        return None
    stretches = [_stretch(line) for line in lines]
    return (
        layer.x + min(begin for begin, _ in stretches) * layer.scale,
        layer.y + (min(line.y for line in lines) - ASCENT) * layer.scale,
        layer.x + max(end for _, end in stretches) * layer.scale,
        layer.y + (max(line.y for line in lines) - ASCENT + LINE) * layer.scale,
    )


def _stretch(line: Text) -> tuple[float, float]:
    long = width(line.text, strong=line.role == "number")
    before = {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
    return line.x - before, line.x - before + long


def _overlap(one: _Box, other: _Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0


@pytest.mark.parametrize("address", ["", "https://example.org/charts/c/"])
def test_a_drawing_too_high_to_stand_below_its_words_stands_beside_them(address: str) -> None:
    data = tuple(
        Datum(
            f"d{at}",
            f"County {at}",
            "1%",
            DatumRelation.EQUAL,
            1.0,
            1.0,
            1.0,
        )
        for at in range(12)
    )
    spec = ChartSpec("c", "bars", "en", "Chongqing: what is planned", "All are alike.", data)
    placed = list(layers(spec, ["Source: a paper"], address))
    left_of = {
        shape.text: layer.x for layer in placed for shape in layer.shapes if isinstance(shape, Text)
    }
    assert left_of["County 11"] > left_of["All are alike."] == left_of["Source: a paper"]


@pytest.mark.parametrize(("finding", "rows"), [("County 40 is highest.", 40), ("", 40), ("", 1)])
def test_a_card_without_a_drawing_says_the_finding_and_one_without_a_finding_draws(
    finding: str, rows: int
) -> None:
    data = tuple(
        Datum(
            f"d{at}",
            f"County {at}",
            f"{at + 1}%",
            DatumRelation.EQUAL,
            at + 1.0,
            at + 1.0,
            at + 1.0,
        )
        for at in range(rows)
    )
    spec = ChartSpec("c", "bars", "en", "Clinics", finding, data)
    shown = [
        shape.text
        for layer in layers(spec, ["Source: a paper"], "")
        for shape in layer.shapes
        if isinstance(shape, Text)
    ]
    assert ("County 0" in shown) == (not finding)
    assert (finding in shown) == bool(finding)


def test_the_foot_of_a_card_runs_on_with_points_between_what_is_no_sentence() -> None:
    spec = ChartSpec(
        "c",
        "bars",
        "en",
        "t",
        "d",
        (Datum("a", "A", "> 1", DatumRelation.MORE, 1.0, 1.0, None),),
        words={"convention-open-above": "a fade: more"},
    )
    *_, foot = layers(spec, ["China", "", "Source: a paper", "A site"], "")
    assert [shape.text for shape in foot.shapes if isinstance(shape, Text)] == [
        "A fade: more. China · Source: a paper · A site"
    ]


def test_a_card_is_the_same_bytes_again_and_has_its_size() -> None:
    spec = ChartSpec(
        "c",
        "bars",
        "zh",
        "题",
        "说明",
        (Datum("a", "甲", "1500家", DatumRelation.EQUAL, 1500.0, 1500.0, 1500.0),),
    )
    first, second = (
        charts.card(spec, ["来源：某报"], address="https://example.org/charts/c/") for _ in range(2)
    )
    assert first == second
    assert Image.open(io.BytesIO(first)).size == (1200, 630)
