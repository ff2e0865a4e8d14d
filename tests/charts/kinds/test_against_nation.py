"""The line for the nation: at its value, with what its qualifier adds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.values import replace
from tests.charts.drawn import (
    SVG,
    WIDTHS,
    assert_holds,
    bars,
    chart,
    figure,
    group,
    number_of,
    read,
    rules,
)
from tests.charts.examples import AGAINST, CLOSE
from tests.charts.strategies import LONG, NUMBERS, QUICK, SIZES


def test_the_line_for_the_nation_stands_at_its_value() -> None:
    root = read(AGAINST)
    _, end = bars(root, "湖南")[0]
    line = group(root, "全国").find(f"{SVG}path[@class='reference']")
    assert line is not None
    assert float(re.findall(r"[\d.]+", line.get("d", ""))[0]) / end == pytest.approx(
        50 / 69.1, abs=0.001
    )


@pytest.mark.parametrize("size", WIDTHS)
def test_an_open_reference_fades_at_its_label_alone_and_no_number_stands_on_its_line(
    size: int,
) -> None:
    root = read(replace(CLOSE, width=size))
    line = rules(root, "reference")[0][0][0]
    (fade,) = [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "fade"]
    assert float(fade.get("x", "")) == pytest.approx(line, abs=0.02)
    assert fade.get("fill-opacity") == "0.45"
    first = min(
        float(rect.get("y", ""))
        for datum in CLOSE.data
        for rect in group(root, datum.id).iter(f"{SVG}rect")
    )
    assert float(fade.get("y", "")) + float(fade.get("height", "")) < first
    for datum in CLOSE.data:
        box = number_of(root, datum.id)
        assert box.right < line or box.left > line


@pytest.mark.parametrize("size", WIDTHS)
def test_the_line_is_thin_and_cut_out_of_a_bar_that_it_crosses(size: int) -> None:
    root = read(replace(AGAINST, width=size))
    lines = [path for path in root.iter(f"{SVG}path") if path.get("class") == "reference"]
    assert {path.get("stroke-width") for path in lines} == {"1.25"}
    assert [path.get("stroke") for path in lines][-2:] == [
        "var(--paper)",
        "var(--ink)",
    ]  # 69.1 is more than 50, 45 is less


@pytest.mark.parametrize("size", WIDTHS)
def test_a_reference_known_about_is_wavy_along_its_whole_line(size: int) -> None:
    root = read(replace(AGAINST, width=size, reference=figure("全国", "约50%", 50, "≈")))
    lines = rules(root, "reference")
    assert lines
    assert all(len({x for x, _ in line}) > 2 for line in lines)


@pytest.mark.parametrize("relation", ["=", "≤", "≥", "≈"])
def test_a_reference_below_zero_stays_in_the_drawing(relation: str) -> None:
    assert_holds(replace(AGAINST, reference=figure("全国", "−700", -700, relation)))


def test_zero_is_drawn_where_only_the_reference_lies_below_it() -> None:
    assert rules(read(replace(AGAINST, reference=figure("全国", "−7%", -7))), "zero")


@QUICK
@given(st.lists(st.tuples(LONG, NUMBERS), min_size=1, max_size=12), NUMBERS, SIZES)
def test_any_areas_against_the_nation_hold(
    rows: list[tuple[str, float]], nation: float, size: int
) -> None:
    data = [figure(f"f{at}", f"{value:,}", value, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(
        chart(
            "against-nation", *data, reference=figure("n", f"{nation:,}", nation, "≥"), width=size
        )
    )
