"""Groups that would mislead are refused, each with its reason."""

from __future__ import annotations

import pytest

import charts
from charts.spec import ChartSpec, DatumRelation, DatumStatus
from charts.values import replace
from tests.charts.drawn import chart, figure
from tests.charts.examples import AGES, GROUPED_BEDS, PANELS, ROADMAP, panel


def swapped(spec: ChartSpec, **changes: object) -> ChartSpec:
    """The chart with its first figure changed."""
    return replace(spec, data=(replace(spec.data[0], **changes), *spec.data[1:]))  # type: ignore[arg-type]


REFUSED = {
    "no group": (swapped(GROUPED_BEDS, group=""), "in no group"),
    "one group": (
        replace(GROUPED_BEDS, data=GROUPED_BEDS.data[:2]),
        "one group compares with nothing",
    ),
    "a group for each": (
        replace(GROUPED_BEDS, data=GROUPED_BEDS.data[::2]),
        "every group has one figure only",
    ),
    "a row twice": (
        replace(GROUPED_BEDS, data=(*GROUPED_BEDS.data, replace(GROUPED_BEDS.data[0], id="again"))),
        f"again: has the same name in its group as {GROUPED_BEDS.data[0].id}",
    ),
    "too many rows": (
        chart(
            "grouped-bars",
            *(figure(f"{g}{i}", "1", 1, row=f"r{i}", group=g) for g in "ab" for i in range(6)),
        ),
        "6 different rows",
    ),
    "another whole": (replace(AGES, data=AGES.data[:-1]), "its group has no part such as"),
    "more than a whole": (
        swapped(AGES, value=33.0, number="33.0%"),
        "add up to 101, more than a whole, 100",
    ),
    "parts over a hundred": (
        chart("parts", figure("a", "60%", 60), figure("b", "60%", 60), whole=100.0),
        "add up to 120, more than a whole, 100",
    ),
    "nothing": (
        chart("shares", *(figure(g, "0", 0, row="a", group=g) for g in "xy")),
        "its group is a whole of nothing",
    ),
    "a bound as a part": (swapped(AGES, relation=DatumRelation.AT_LEAST), "known only as a bound"),
    "an aim among parts": (swapped(AGES, status=DatumStatus.TARGET), "as if they had been reached"),
    "two rows in a panel": (swapped(PANELS, row="other"), "has more than one row"),
    "no time": (swapped(ROADMAP, time=None), "no time"),
    "a range": (
        swapped(ROADMAP, relation=DatumRelation.RANGE, value=None, low=1.0),
        "a range has no mark",
    ),
    "25 panels": (
        chart("small-multiples", *(panel(f"{i}", year, 1) for i in range(25) for year in (1, 2))),
        "25 panels",
    ),
}


@pytest.mark.parametrize(("spec", "said"), REFUSED.values(), ids=REFUSED)
def test_what_would_mislead_is_refused(spec: ChartSpec, said: str) -> None:
    assert said in (charts.refuse(spec) or "")
