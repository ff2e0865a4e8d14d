"""Lines over time: to scale, never across a gap, a break or into what is only intended."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise

import pytest

import charts
from charts.layout.text_layout import LINE
from charts.spec import ChartSpec, Datum
from tests.charts.drawn import TextBox, circle, group, rules, text_boxes

SVG = "{http://www.w3.org/2000/svg}"


def at(year: float, value: float, row: str = "a", **more: object) -> Datum:
    """A figure at a moment."""
    fixed = {
        "id": f"{row}-{year}",
        "row": row,
        "number": f"{value:g}%",
        "relation": "=",
        "value": value,
        "low": value,
        "high": value,
    }
    return Datum(**{**fixed, "time": year, "time_label": f"{year:g}", **more})  # type: ignore[arg-type]


def drawn(*data: Datum, width: int = 360) -> ET.Element:
    """The drawing of a line chart."""
    spec = ChartSpec(
        id="c", kind="line", language="en", title="t", description="d", data=data, width=width
    )
    return ET.fromstring(charts.draw(spec).svg)  # noqa: S314 - our own drawing


def paths(svg: ET.Element) -> list[list[tuple[float, float]]]:
    """The points of every line."""
    return rules(svg, "path")


def links(svg: ET.Element) -> int:
    """How many dotted links join figures years apart."""
    return len(rules(svg, "link"))


@pytest.mark.parametrize(
    ("years", "lines"),
    [
        ((2000, 2001, 2002, 2005, 2006, 2007, 2008), 2),
        ((1990, 1995, 2000, 2005, 2015, 2020), 2),
    ],
    ids=["years missing", "a survey missing"],
)
def test_a_gap_is_where_a_steady_series_misses_figures(years: tuple[int, ...], lines: int) -> None:
    svg = drawn(*(at(year, 1 + year % 7) for year in years))
    assert (len(paths(svg)), links(svg)) == (lines, 0)


@pytest.mark.parametrize(
    ("years", "lines", "dotted"),
    [
        ((2009, 2025), 0, 1),
        ((2009, 2018, 2025), 0, 2),
        ((2000, 2001, 2009), 1, 1),
        ((2024, 2025), 1, 0),
        ((1990, 2000, 2010, 2015, 2020, 2024), 0, 5),
        ((1990, 2000, 2010), 1, 0),
    ],
    ids=[
        "two years apart",
        "three moments",
        "a year, then eight",
        "a year",
        "no steady pace",
        "a steady pace",
    ],
)
def test_years_of_which_nothing_is_known_are_only_dotted(
    years: tuple[int, ...], lines: int, dotted: int
) -> None:
    svg = drawn(*(at(year, 1 + year % 7) for year in years))
    assert (len(paths(svg)), links(svg)) == (lines, dotted)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([at(2000, 1), at(2001, 2), at(2002, 3)], ()),
        ([at(2000, 1), at(2001, 2), at(2002, 3), at(2006, 3)], ("gap",)),
        ([at(2000, 1), at(2001, 2, starts_anew=True)], ("gap",)),
        ([at(2000, 1), at(2016, 2)], ("link",)),
        ([at(2000, 1), at(2001, 2, status="target")], ("target",)),
    ],
    ids=["whole", "years missing", "a break", "years apart", "on to a target"],
)
def test_readers_are_told_why_a_line_stops(data: list[Datum], told: tuple[str, ...]) -> None:
    assert (
        charts.draw(
            ChartSpec(
                id="c", kind="line", language="en", title="t", description="d", data=tuple(data)
            )
        ).conventions
        == told
    )


def test_time_and_values_are_to_scale() -> None:
    (line,) = paths(drawn(at(2000, 10), at(2001, 20), at(2001.5, 0)))
    (x0, y0), (x1, y1), (x2, y2) = line
    assert (x1 - x0) / (x2 - x1) == pytest.approx(2, rel=0.01)
    assert (y2 - y0) / (y2 - y1) == pytest.approx(0.5, rel=0.01)


@pytest.mark.parametrize(
    ("data", "lengths"),
    [
        ([at(year, year - 1990) for year in range(1990, 2000)], [10]),
        ([at(year, 5) for year in (2000, 2001, 2002, 2005, 2006, 2007)], [3, 3]),
        ([at(2000, 5), at(2001, 6), at(2002, 3, starts_anew=True), at(2003, 4)], [2, 2]),
        (
            [at(2000, 5), at(2001, 6), at(2002, 8, status="target"), at(2003, 9, status="target")],
            [2, 2],
        ),
        ([at(2000, 5), at(2001, 6), at(2002, 6), at(2010, 9)], [3]),
    ],
)
def test_no_line_runs_across_a_gap_a_break_or_into_an_intention(
    data: list[Datum], lengths: list[int]
) -> None:
    assert [len(path) for path in paths(drawn(*data))] == lengths


def test_a_figure_that_nothing_joins_has_a_dot() -> None:
    svg = drawn(*(at(year, year - 1900) for year in (*range(1960, 2000), 2020)))
    assert "a-2020" in {
        group.get("data-figure")
        for group in svg.iter(f"{SVG}g")
        if group.find(f"{SVG}circle") is not None
    }


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([at(2000, 5)], "two moments are needed"),
        ([at(2000, 5, row) for row in "abcdef"] + [at(2001, 5, "a")], "at most 5"),
        ([at(2001, 5), at(2000, 6)], "a-2000: earlier than a-2001"),
        ([at(year / 10, 5) for year in range(10_000, 10_401)], "more than the 400"),
    ],
)
def test_what_no_line_can_show_is_refused(data: list[Datum], reason: str) -> None:
    spec = ChartSpec(
        id="c", kind="line", language="en", title="t", description="d", data=tuple(data)
    )
    assert reason in (charts.refuse(spec) or "")


CROSSING = {
    "a peak over another's first point": [
        *(at(year, value, "a") for year, value in ((2000, 40), (2001, 90), (2002, 20))),
        *(at(year, value, "b") for year, value in ((2000, 85), (2001, 84), (2002, 83))),
    ],
    "a first point under another's peak": [
        *(at(year, value, "a") for year, value in ((2000, 10), (2010, 12))),
        *(at(year, value, "b") for year, value in ((2000, 11), (2001, 95), (2010, 15))),
    ],
    "a first point far below zero": [at(2000, -95), at(2001, 90), at(2002, -5), at(2003, 20)],
    "a steep rise from nothing": [at(2000, 0), at(2001, 3.5), at(2002, 0)],
    "first points close together": [
        *(
            at(year, value + n, n_row)
            for n, n_row in enumerate("abcde")
            for year, value in ((2000, 50), (2010, 60))
        )
    ],
    "a late beginning": [
        *(at(year, 50, "a") for year in (2000, 2010)),
        *(at(year, 20, "b") for year in (2008, 2010)),
    ],
}


@pytest.mark.parametrize("width", [320, 360, 640, 900])
@pytest.mark.parametrize("data", CROSSING.values(), ids=CROSSING)
def test_a_first_number_stands_nearer_its_own_point_than_any_other_line(
    data: list[Datum], width: int
) -> None:
    svg = drawn(*data, width=width)
    lines = {path[0]: path for path in paths(svg)}
    for first in {datum.row: datum for datum in reversed(data)}.values():
        x, y, _ = circle(svg, first.id)
        for box in (box for box in text_boxes(group(svg, first.id)) if box.strong):
            own = apart(box, x, y)
            assert own <= 40
            others = [
                point
                for start, path in lines.items()
                if abs(start[0] - x) + abs(start[1] - y) > 0.1
                for point in along(path)
            ]
            assert all(apart(box, *point) > own for point in others)


def test_a_number_that_has_room_beside_its_point_is_written() -> None:
    for data in (
        CROSSING["a first point far below zero"],
        CROSSING["a steep rise from nothing"],
        [at(2000, 5), at(2001, 6)],
    ):
        assert f"{data[0].value:g}%" in [box.text for box in text_boxes(drawn(*data))]


def apart(box: TextBox, x: float, y: float) -> float:
    """How far a point lies from a text."""
    return math.hypot(
        max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.top - LINE)
    )


def along(path: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points all along a line."""
    for (x, y), (end, below) in pairwise(path):
        yield from ((x + (end - x) * step / 50, y + (below - y) * step / 50) for step in range(51))
