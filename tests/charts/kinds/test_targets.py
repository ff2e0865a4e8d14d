"""What is to be reached: dashed towards it, hollow there, each caption led to its circle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.charts.drawn import SVG, WIDTHS, assert_holds, chart, circle, group, moment, read, rules
from tests.charts.examples import CHONGQING, CROWDED, LANES


def test_a_stretch_towards_a_target_is_dashed() -> None:
    paths = [path for path in read(LANES).iter(f"{SVG}path") if path.get("class") == "path"]
    assert [bool(path.get("stroke-dasharray")) for path in paths] == [False, True, True]


@pytest.mark.parametrize("size", WIDTHS)
def test_crowded_rows_keep_to_their_axes(size: int) -> None:
    root = read(replace(CROWDED, width=size))
    for row in ("Cycle lanes", "Paths"):
        assert len({circle(root, datum.id)[1] for datum in CROWDED.data if datum.row == row}) == 1
    assert all(len({x for x, _ in leader}) == 1 for leader in rules(root, "leader"))


def test_captions_too_many_for_two_levels_are_led_to_their_circles_by_straight_lines() -> None:
    dense = [moment(row, 2020 + at, "about 1,234,567 km", 1234567, status="target") for row in "ab" for at in range(7)]
    spec = chart("targets", *dense, width=640)
    leaders = rules(read(spec), "leader")
    assert leaders
    assert all(len({x for x, _ in leader}) == 1 for leader in leaders)
    assert_holds(spec)


def test_an_observation_among_targets_is_filled() -> None:
    circle = next(group(read(CHONGQING), "床位-2024").iter(f"{SVG}circle"))
    assert circle.get("fill") == "var(--accent)"
