"""Bars: from zero, as long as their values, each with its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.text_layout import LINE
from charts.spec import ChartSpec
from tests.charts.drawn import (
    SVG,
    WIDTHS,
    assert_holds,
    bars,
    chart,
    figure,
    group,
    number_of,
    points,
    read,
    rules,
    text_boxes,
)
from tests.charts.examples import MIXED, ORGANISATIONS
from tests.charts.strategies import LONG, NUMBERS, QUICK, SIZES


def test_bars_start_at_zero_and_are_as_long_as_their_values() -> None:
    root = read(ORGANISATIONS)
    edges = [bars(root, datum.id)[0] for datum in ORGANISATIONS.data]
    assert {left for left, _ in edges} == {0.0}
    longest = edges[0][1]
    assert [right / longest for _, right in edges] == pytest.approx(
        [1, 4800 / 8400, 3600 / 8400], abs=0.001
    )


def test_a_negative_bar_lies_on_the_other_side_of_the_same_zero() -> None:
    root = read(MIXED)
    zero, right = bars(root, "a")[0]
    left, same_zero = bars(root, "g")[0]
    assert same_zero == pytest.approx(zero, abs=0.02)
    assert (zero - left) / (right - zero) == pytest.approx(700 / 2000, abs=0.001)


def test_a_range_reaches_from_its_low_to_its_high_end() -> None:
    root = read(MIXED)
    zero, right = bars(root, "a")[0]
    per_unit = (right - zero) / 2000
    assert bars(root, "c")[0] == pytest.approx(
        (zero + 800 * per_unit, zero + 1200 * per_unit), abs=0.02
    )


def test_the_smallest_bar_is_seen_beside_nothing() -> None:
    root = read(
        chart(
            "bars", figure("a", "10亿元", 10**9), figure("b", "1000元", 1000), figure("c", "0元", 0)
        )
    )
    ((left, right),) = bars(root, "b")
    assert (left, right) == (0.0, 1.0)
    assert bars(root, "c") == []


@pytest.mark.parametrize("values", [(5, 1, 3), (31, -24, 2)], ids=["one way", "both ways"])
def test_a_number_stands_beside_its_bar_where_the_bars_have_room(values: tuple[int, ...]) -> None:
    root = read(
        chart("bars", *(figure(f"f{at}", f"{value}.0%", value) for at, value in enumerate(values)))
    )
    for at in range(len(values)):
        name, number = sorted(text_boxes(group(root, f"f{at}")), key=lambda box: box.strong)
        marks = [y for _, y in points(group(root, f"f{at}"))]
        assert name.top < min(marks) <= number.top + LINE / 2 <= max(marks)


def test_the_rule_of_a_range_runs_from_zero_to_its_nearer_end() -> None:
    data = [
        figure(f"{low}~{high}", f"{low}~{high}", None, "range", low=low, high=high)
        for low, high in ((-5.0, 5.0), (-5.0, -3.0), (2.0, 3.0))
    ]
    root = read(chart("bars", *data))
    zero = {x for line in rules(root, "zero") for x, _ in line}.pop()
    ends = [bars(root, datum.id)[0] for datum in data]
    assert [sorted(x for x, _ in line) for line in rules(root, "rule")] == [
        [ends[1][1], zero],
        [zero, ends[2][0]],
    ]


@QUICK
@given(
    st.lists(
        st.tuples(
            LONG,
            NUMBERS,
            st.sampled_from("=≈≲>≥<≤"),
            st.sampled_from(["observed", "target", "estimate"]),
        ),
        min_size=1,
        max_size=40,
    ),
    SIZES,
)
def test_any_bars_hold(rows: list[tuple[str, float, str, str]], size: int) -> None:
    data = [
        figure(f"f{at}", f"{value:,}", value, relation, row=row, status=status)
        for at, (row, value, relation, status) in enumerate(rows)
    ]
    assert_holds(chart("bars", *data, width=size))


SHARES = (
    figure("a", "80%", 80.0),
    figure("b", "98.5%以上", 98.5, "≥"),
    figure("c", "40%", 40.0, status="target"),
)


@pytest.mark.parametrize("size", WIDTHS)
def test_shares_lie_on_a_scale_that_ends_at_their_whole(size: int) -> None:
    spec = chart("bars", *SHARES, width=size, whole=100.0, words={"whole": "100%"})
    assert_holds(spec)
    root = read(spec)
    wholes = rules(root, "rest")
    ((zero, end),) = {(min(x for x, _ in box), max(x for x, _ in box)) for box in wholes}
    assert len(wholes) == 3
    assert (bars(root, "a")[0][1] - zero) / (end - zero) == pytest.approx(0.8, abs=0.002)
    fade = next(rect for rect in group(root, "b").iter(f"{SVG}rect") if rect.get("class") == "fade")
    assert float(fade.get("x", "")) + float(fade.get("width", "")) <= end + 0.05
    assert all(number_of(root, datum.id).left > end for datum in SHARES)
    assert {"0", "100%"} <= {box.text for box in text_boxes(root)}


@pytest.mark.parametrize(("count", "is_beside"), [(12, False), (13, True)])
def test_many_names_are_beside_their_bars_on_a_phone_too(count: int, *, is_beside: bool) -> None:
    data = [figure(f"f{at}", f"{at}张", at, row=f"第{at}区") for at in range(1, count + 1)]
    spec = chart("bars", *data, width=320)
    assert_holds(spec)
    root = read(spec)
    name = next(box for box in text_boxes(root) if not box.strong)
    assert (name.right < bars(root, "f1")[0][0]) is is_beside


@pytest.mark.parametrize("size", WIDTHS)
def test_many_long_names_hold(size: int) -> None:
    data = [
        figure(f"f{at}", f"{at * 1111}人次", at, row=f"Community health centre number {at} of many")
        for at in range(1, 31)
    ]
    assert_holds(chart("bars", *data, width=size))


@pytest.mark.parametrize(
    "spec",
    [
        chart("bars", figure("a", "80%", 80), figure("b", "−5%", -5), whole=100.0),
        chart("bars", figure("a", "180%", 180), figure("b", "5%", 5), whole=100.0),
        chart("bars", figure("a", "80张", 80), figure("b", "5张", 5)),
    ],
    ids=["below zero", "beyond the whole", "no shares"],
)
def test_what_is_no_share_fills_the_width(spec: ChartSpec) -> None:
    assert not rules(read(spec), "rest")
