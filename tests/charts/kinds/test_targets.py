"""What is to be reached: dashed towards it, hollow there; several rows as bars on one scale."""

from __future__ import annotations

import pytest

from tests.charts.drawn import SVG, WIDTHS, assert_holds, bars, chart, group, moment, read, rules
from tests.charts.examples import CHONGQING, LANES


def test_a_stretch_towards_a_target_is_dashed() -> None:
    root = read(LANES)
    (element,) = (path for path in root.iter(f"{SVG}path") if path.get("class") == "path")
    assert element.get("stroke-dasharray") == "9 4"
    assert len(rules(root, "path")) == 2


@pytest.mark.parametrize("size", WIDTHS)
def test_rows_share_one_scale_so_that_two_points_are_longer_than_one(size: int) -> None:
    figures = [("a", 2027, 80), ("a", 2030, 82), ("b", 2027, 75), ("b", 2030, 76)]
    data = [moment(row, year, f"{value}%", value, status="target") for row, year, value in figures]
    root = read(chart("targets", *data, width=size, whole=100.0))
    ends = {datum.id: bars(root, datum.id)[0][1] for datum in data}
    assert ends["a-2030"] - ends["a-2027"] == pytest.approx(
        2 * (ends["b-2030"] - ends["b-2027"]), abs=0.05
    )
    assert ends["a-2030"] - ends["b-2030"] == pytest.approx(
        3 * (ends["a-2030"] - ends["a-2027"]), abs=0.05
    )


@pytest.mark.parametrize("size", WIDTHS)
def test_rows_too_crowded_for_an_axis_hold_as_bars(size: int) -> None:
    dense = [
        moment(row, 2020 + at, "about 1,234,567 km", 1234567, status="target")
        for row in "ab"
        for at in range(7)
    ]
    assert_holds(chart("targets", *dense, width=size))


def test_an_observation_among_targets_is_filled() -> None:
    bar = next(group(read(CHONGQING), "床位-2024").iter(f"{SVG}rect"))
    assert bar.get("fill") == "var(--accent)"
