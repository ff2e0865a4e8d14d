"""A row over a time axis: to scale from zero, and no number crossed by a line."""

from __future__ import annotations

import pytest

from charts.layout.text_layout import LINE
from charts.spec import ChartSpec
from charts.values import replace
from tests.charts.drawn import WIDTHS, circle, read, rules, text_boxes
from tests.charts.examples import FALLING, LANES, LIBRARIES, PAID, SUBSIDY

SLOPES = {
    "two-dates": PAID,
    "two-long": LIBRARIES,
    "three-dates": SUBSIDY,
    "targets": LANES,
    "below-zero": FALLING,
}


@pytest.mark.parametrize("size", [360, 640, 900])
@pytest.mark.parametrize("spec", SLOPES.values(), ids=SLOPES)
def test_one_row_lies_over_a_time_axis_with_heights_from_zero(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    ((_, zero), _) = rules(root, "zero")[0]
    dots = [circle(root, datum.id) for datum in spec.data]
    times, values = (
        [datum.time or 0.0 for datum in spec.data],
        [datum.value or 0.0 for datum in spec.data],
    )
    across, high = dots[-1][0] - dots[0][0], max(abs(zero - y) for _, y, _ in dots)
    largest = max(values, key=abs)
    assert [(x - dots[0][0]) / across for x, _, _ in dots] == pytest.approx(
        [(t - times[0]) / (times[-1] - times[0]) for t in times], abs=0.002
    )
    assert [(zero - y) / high for _, y, _ in dots] == pytest.approx(
        [value / abs(largest) for value in values], abs=0.002
    )
    assert not rules(root, "leader")
    assert across > size / 3


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", SLOPES.values(), ids=SLOPES)
def test_no_number_is_crossed_by_a_line(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    for box in text_boxes(root):
        for (x, one), (_, other) in rules(root, "rule"):
            assert not (
                box.left < x < box.right
                and min(one, other) < box.top + LINE - 1
                and box.top + 1 < max(one, other)
            ), (box, x)
