"""Lines over time: to scale, never across a gap, a break or into what is only intended."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

import charts
from charts.spec import ChartSpec, Datum

SVG = "{http://www.w3.org/2000/svg}"


def at(year: float, value: float, row: str = "a", **more: object) -> Datum:
    """A figure at a moment."""
    fixed = {"id": f"{row}-{year}", "row": row, "number": f"{value:g}%", "relation": "=", "value": value, "low": value, "high": value}
    return Datum(**{**fixed, "time": year, "time_label": f"{year:g}", **more})  # type: ignore[arg-type]


def drawn(*data: Datum, width: int = 360) -> ET.Element:
    """The drawing of a line chart."""
    spec = ChartSpec(id="c", kind="line", language="en", title="t", description="d", data=data, width=width)
    return ET.fromstring(charts.draw(spec).svg)  # noqa: S314 - our own drawing


def paths(svg: ET.Element) -> list[list[tuple[float, float]]]:
    """The points of every line."""
    found = [element.get("d", "") for element in svg.iter(f"{SVG}path") if element.get("class") == "path"]
    return [[(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", d)] for d in found]


@pytest.mark.parametrize(
    ("years", "lines"),
    [
        ((2000, 2001, 2002, 2005, 2006, 2007, 2008), 2),
        ((1990, 1995, 2000, 2005, 2015, 2020), 2),
        ((1990, 2000, 2010, 2015, 2020, 2024), 1),
        ((2009, 2018, 2025), 1),
        ((2000, 2001, 2009), 1),
    ],
    ids=["years missing", "a survey missing", "no steady pace", "three moments", "too few to tell"],
)
def test_a_gap_is_where_a_steady_series_misses_figures(years: tuple[int, ...], lines: int) -> None:
    assert len(paths(drawn(*(at(year, 1 + year % 7) for year in years)))) == lines


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([at(2000, 1), at(2001, 2), at(2002, 3)], ()),
        ([at(2000, 1), at(2001, 2), at(2002, 3), at(2006, 3)], ("gap",)),
        ([at(2000, 1), at(2001, 2, starts_anew=True)], ("gap",)),
        ([at(2000, 1), at(2001, 2, status="target")], ("target",)),
    ],
    ids=["whole", "years missing", "a break", "on to a target"],
)
def test_readers_are_told_why_a_line_stops(data: list[Datum], told: tuple[str, ...]) -> None:
    assert charts.draw(ChartSpec(id="c", kind="line", language="en", title="t", description="d", data=tuple(data))).conventions == told


def test_time_and_values_are_to_scale() -> None:
    (line,) = paths(drawn(at(2000, 10), at(2004, 20), at(2006, 0)))
    (x0, y0), (x1, y1), (x2, y2) = line
    assert (x1 - x0) / (x2 - x1) == pytest.approx(2, rel=0.01)
    assert (y2 - y0) / (y2 - y1) == pytest.approx(0.5, rel=0.01)


@pytest.mark.parametrize(
    ("data", "lengths"),
    [
        ([at(year, year - 1990) for year in range(1990, 2000)], [10]),
        ([at(year, 5) for year in (2000, 2001, 2002, 2005, 2006, 2007)], [3, 3]),
        ([at(2000, 5), at(2001, 6), at(2002, 3, starts_anew=True), at(2003, 4)], [2, 2]),
        ([at(2000, 5), at(2001, 6), at(2002, 8, status="target"), at(2003, 9, status="target")], [2, 2]),
        ([at(2000, 5), at(2001, 6), at(2002, 6), at(2010, 9)], [3]),
    ],
)
def test_no_line_runs_across_a_gap_a_break_or_into_an_intention(data: list[Datum], lengths: list[int]) -> None:
    assert [len(path) for path in paths(drawn(*data))] == lengths


def test_a_figure_that_nothing_joins_has_a_dot() -> None:
    svg = drawn(*(at(year, year - 1900) for year in (*range(1960, 2000), 2020)))
    assert "a-2020" in {group.get("data-figure") for group in svg.iter(f"{SVG}g") if group.find(f"{SVG}circle") is not None}


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
    spec = ChartSpec(id="c", kind="line", language="en", title="t", description="d", data=tuple(data))
    assert reason in (charts.refuse(spec) or "")
