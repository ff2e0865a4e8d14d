"""Changes between moments: times and values to scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.text_layout import LINE
from charts.spec import ChartSpec
from charts.values import replace
from tests.charts.drawn import (
    SVG,
    WIDTHS,
    assert_holds,
    chart,
    circle,
    group,
    moment,
    number_of,
    read,
)
from tests.charts.examples import LIBRARIES, LITERACY, PAID, SUBSIDY
from tests.charts.strategies import LONG, NUMBERS, QUICK, SIZES, YEARS


def test_unequal_steps_of_time_are_drawn_to_scale() -> None:
    root = read(SUBSIDY)
    x = [
        float(next(group(root, datum.id).iter(f"{SVG}circle")).get("cx", ""))
        for datum in SUBSIDY.data
    ]
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx((2018 - 2009) / (2025 - 2009), abs=0.001)


def test_dumbbells_share_one_scale_from_zero() -> None:
    root = read(LITERACY)
    x = {
        datum.value: float(next(group(root, datum.id).iter(f"{SVG}circle")).get("cx", ""))
        for datum in LITERACY.data
    }
    assert (x[31.87] - x[6.48]) / (x[32.88] - x[8.3]) == pytest.approx(
        (31.87 - 6.48) / (32.88 - 8.3), abs=0.001
    )


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", [PAID, LIBRARIES], ids=["rising", "falling"])
def test_two_numbers_stand_alike(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    over = [
        number_of(root, datum.id).top + LINE <= circle(root, datum.id)[1] - 7 for datum in spec.data
    ]
    beside = [
        abs(number_of(root, datum.id).top + LINE / 2 - circle(root, datum.id)[1]) < 1
        for datum in spec.data
    ]
    assert all(over) or all(beside)


@QUICK
@given(
    st.lists(YEARS, min_size=1, max_size=4),
    LONG,
    st.sampled_from(["then-and-now", "targets"]),
    st.sampled_from("=>≲≈"),
    st.data(),
)
def test_any_moments_hold(
    rows: list[list[int]], name: str, kind: str, relation: str, data: st.DataObject
) -> None:
    figures = []
    for at, years in enumerate(rows):
        for year in years[: 40 // len(rows)]:
            value = data.draw(NUMBERS)
            figures.append(
                moment(
                    f"{at} {name}", year, f"{value:,}", value, relation=relation, status="target"
                )
            )
    assert_holds(chart(kind, *figures, width=data.draw(SIZES)))
