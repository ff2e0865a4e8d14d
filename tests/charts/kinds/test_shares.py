"""Wholes side by side: all as long, each divided by its shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.spec import Datum
from charts.values import replace
from tests.charts.drawn import SVG, assert_holds, bars, chart, figure, read
from tests.charts.examples import AGES
from tests.charts.strategies import LONG, QUICK, SIZES


def test_every_whole_is_as_long_as_the_others_and_divided_by_its_shares() -> None:
    root = read(AGES)
    for year in ("1990", "2020"):
        spans = [bars(root, datum.id)[0] for datum in AGES.data if datum.group == year]
        assert spans[0][0] == 0
        assert spans[-1][1] == pytest.approx(360, abs=0.1)
        for datum, (left, right) in zip(
            (d for d in AGES.data if d.group == year), spans, strict=True
        ):
            assert right - left == pytest.approx(
                3.6 * (datum.value or 0), abs=2.1
            )  # the paper-coloured gap


def test_what_shares_leave_of_a_whole_is_an_empty_outline() -> None:
    data = (
        figure("a1", "30%", 30, row="a", group="x"),
        figure("a2", "80%", 80, row="a", group="y"),
    )
    rests = [
        rect
        for rect in read(chart("shares", *data, whole=100.0)).iter(f"{SVG}rect")
        if rect.get("class") == "rest"
    ]
    assert [float(rest.get("width", "")) for rest in rests] == pytest.approx([251, 71])


def test_shares_that_make_up_the_whole_but_for_rounding_leave_nothing() -> None:
    data = (figure("a", "33.3%", 33.3, precision=0.1), figure("b", "66.6%", 66.6, precision=0.1))
    groups = tuple(
        replace(datum, id=f"{datum.id}{name}", group=name) for name in "xy" for datum in data
    )
    for spec in (chart("shares", *groups, whole=100.0), chart("parts", *data, whole=100.0)):
        assert not [rect for rect in read(spec).iter(f"{SVG}rect") if rect.get("class") == "rest"]


@QUICK
@given(
    st.lists(LONG, min_size=2, max_size=8, unique=True),
    st.lists(LONG, min_size=1, max_size=6, unique=True),
    SIZES,
    st.data(),
)
def test_any_wholes_hold(names: list[str], rows: list[str], size: int, data: st.DataObject) -> None:
    figures: list[Datum] = []
    for at, name in enumerate(names):
        for place, row in enumerate(rows):
            value = data.draw(st.integers(1, 10**12))
            figures.append(figure(f"f{at}-{place}", f"{value:,}", value, row=row, group=name))
    assert_holds(chart("shares", *figures, width=size))
