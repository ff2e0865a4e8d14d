"""The card of a shared page: what it shows lies on it and apart, and it is the same bytes again."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image

import charts
from charts.layout.scene import Layer, Text
from charts.layout.text_layout import ASCENT, LINE
from charts.output.card import HEIGHT, layers
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
    stretches = sorted(
        stretch for layer in layers(spec, sources, address) if (stretch := _words_of(layer))
    )
    assert stretches[0][0] >= 0
    assert stretches[-1][1] <= HEIGHT
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(stretches)), stretches


def _words_of(layer: Layer) -> tuple[float, float] | None:
    """From where to where down the card the lines of a layer reach."""
    lines = [shape.y for shape in layer.shapes if isinstance(shape, Text)]
    return (
        (
            layer.y + (min(lines) - ASCENT) * layer.scale,
            layer.y + (max(lines) - ASCENT + LINE) * layer.scale,
        )
        if lines
        else None
    )


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
