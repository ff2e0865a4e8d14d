"""The page's element: what it says, its ids, and text as it was given."""

from __future__ import annotations

import re

import pytest

import charts
from charts.values import replace
from tests.charts.drawn import SVG, chart, figure, read
from tests.charts.examples import ALL, BEDS, LANES, ORGANISATIONS


def test_the_root_says_what_and_in_which_language() -> None:
    root = read(replace(BEDS, language="en", title="Beds & <care>"))
    assert (
        root.attrib.items()
        >= {"role": "img", "class": "chart", "lang": "en", "aria-label": "Beds & <care>"}.items()
    )
    assert root.get("viewBox", "").startswith("0 0 360 ")


def test_no_id_occurs_twice_among_charts_widths_and_languages() -> None:
    specs = [
        replace(spec, id=name, width=size) for name, spec in ALL.items() for size in (360, 640)
    ]
    ids = [
        found for spec in specs for found in re.findall(r'\sid="([^"]*)"', charts.draw(spec).svg)
    ]
    assert ids
    assert len(ids) == len(set(ids))


def test_every_reference_to_an_id_is_answered() -> None:
    svg = charts.draw(ORGANISATIONS).svg
    assert set(re.findall(r"url\(#([^)]*)\)", svg)) <= set(re.findall(r'\sid="([^"]*)"', svg))


@pytest.mark.parametrize(
    "label", ["$x^2$ 与 $y$", "<b>a & b</b>", "]]>", "a\u00a0b", "100 000 人", "“引号”"]
)
def test_hostile_labels_are_shown_literally(label: str) -> None:
    texts = [
        element.text
        for element in read(chart("bars", figure("a", "1", 1, row=label))).iter(f"{SVG}text")
    ]
    assert texts == [label, "1"]


def test_text_is_read_as_12_px_on_the_narrowest_phone() -> None:
    sizes = {float(text.get("font-size", "")) for text in read(LANES).iter(f"{SVG}text")}
    assert min(sizes) * 309 / 360 >= 12
