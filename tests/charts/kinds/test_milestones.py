"""Milestones: in the order of time, to scale, filled where they were reached."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.values import replace
from tests.charts.drawn import (
    SVG,
    assert_holds,
    chart,
    group,
    moment,
    number_of,
    read,
    rules,
    text_boxes,
)
from tests.charts.examples import ROADMAP
from tests.charts.strategies import AMOUNTS, LONG, QUICK, SIZES


def test_milestones_stand_in_time_order_their_moments_to_scale() -> None:
    root = read(ROADMAP)
    tops = [
        number_of(root, datum.id).top
        for datum in sorted(ROADMAP.data, key=lambda datum: datum.time or 0)
    ]
    assert tops == sorted(tops)
    ticks = sorted(
        points[0][1]
        for points in rules(root, "leader")
        if points[0][1] == points[1][1] and len(points) == 2
    )
    steps = [later - earlier for earlier, later in pairwise(ticks)]
    assert steps[0] / steps[1] == pytest.approx(10 / 2, rel=0.01)
    assert steps[0] / steps[2] == pytest.approx(10 / 3, rel=0.01)


def test_years_in_which_nothing_is_due_are_marked_to_scale() -> None:
    """Two moments alone would show no scale at all."""
    data = (moment("a", 2027, "1", 1, status="target"), moment("b", 2030, "2", 2, status="target"))
    root = read(chart("milestones", *data))
    axis = [points for points in rules(root, "rule") if points[0][0] == points[1][0]]
    marks = [points[0][1] for points in rules(root, "rule") if points[0][1] == points[1][1]]
    (first, last) = sorted(point[1] for point in axis[0])
    step = (last - first) / 3
    assert sorted(marks) == pytest.approx([first + step, first + 2 * step], abs=0.1)


def test_a_milestone_reached_is_filled_and_one_to_come_hollow() -> None:
    root = read(ROADMAP)
    assert next(group(root, "床位-2015").iter(f"{SVG}circle")).get("fill") == "var(--accent)"
    assert (
        next(group(root, "每千人口医师数-2025").iter(f"{SVG}circle")).get("fill") == "var(--paper)"
    )


def test_numbers_are_beside_names_that_may_be_broken_where_that_is_lower() -> None:
    data = [
        replace(moment("f", 2027, "1000万人次", 1e7), row="失能老年人上门服务累计人次"),
        replace(moment("g", 2030, "3个", 3), row="质量控制中心"),
    ]
    root = read(chart("milestones", *data, width=320))
    names = [box for box in text_boxes(root) if not box.strong]
    assert [box.text for box in names] == ["失能老年人上门", "服务累计人次", "质量控制中心"]
    assert number_of(root, data[0].id).top == names[0].top
    assert number_of(root, data[0].id).left > max(box.right for box in names)


@QUICK
@given(
    st.lists(
        st.tuples(LONG, st.floats(1990, 2040), AMOUNTS, st.sampled_from("=≈≲>≥<≤")),
        min_size=1,
        max_size=20,
    ),
    SIZES,
)
def test_any_milestones_hold(rows: list[tuple[str, float, float, str]], size: int) -> None:
    data = [
        replace(
            moment(f"f{at}", year, f"{value:,}", value, relation=relation, status="target"), row=row
        )
        for at, (row, year, value, relation) in enumerate(rows)
    ]
    assert_holds(chart("milestones", *data, width=size))
