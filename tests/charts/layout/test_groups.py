"""Groups compared, wholes side by side, panels and milestones: geometry, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import charts
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus
from tests.charts.drawn import SVG, WIDTHS, assert_holds, bars, chart, circle, figure, group, moment, number_of, read, rules, text_boxes


def panel(area: str, year: float, value: float) -> Datum:
    """A figure of the one row of a panel."""
    return replace(moment(area, year, f"{value:.1f}%", value), row="识字率", group=area)


BEDS = chart(
    "grouped-bars",
    *(
        figure(f"{area}-{year}", f"{value} per 1,000", value, row=year, group=area)
        for area, values in (("Sub-Saharan Africa", (1.2, 0.9)), ("East Asia and Pacific", (3.4, 5.8)), ("European Union", (5.3, 4.6)))
        for year, value in zip(("2000", "2022"), values, strict=True)
    ),
)
GROWTH = chart(
    "grouped-bars",
    *(
        figure(f"{area}-{who}", f"{value}%", value, row=who, group=area, status="target" if who == "规划" else "observed")
        for area, values in (("河南省", (3.1, -2.4, 5)), ("广西壮族自治区", (12.5, -8.3, 0)))
        for who, value in zip(("城镇居民人均可支配收入增长", "农村居民", "规划"), values, strict=True)
    ),
)
AGES = chart(
    "shares",
    *(
        figure(f"{year}-{part}", f"{value}%", value, row=part, group=year, precision=0.1)
        for year, values in (("1990", (32.0, 62.1, 5.9)), ("2020", (17.9, 64.8, 17.3)))
        for part, value in zip(("Children", "Working age", "Older people"), values, strict=True)
    ),
    whole=100.0,
)
LEVELS = chart(
    "shares",
    *(
        figure(f"{area}-{part}", f"{value}万人次", value, row=part, group=area)
        for area, values in (("东部", (12.1, 55, 32.9, 4)), ("西部", (20, 50, 30, 8)))
        for part, value in zip(("三级医院", "二级医院", "社区卫生服务中心", "乡镇卫生院"), values, strict=True)
    ),
    words={"sum": "全长是所列各部分之和"},
)
PANELS = chart(
    "small-multiples",
    *(
        panel(area, year, base + (year - 1990) * slope)
        for area, base, slope in (("Sub-Saharan Africa (excluding high income)", 10, 0.4), ("World", 30, 0.2), ("European Union", 55, -1.9))
        for year in (1990, 1995, 2000, 2005, 2010, 2015, 2020)
    ),
)
ROADMAP = chart(
    "milestones",
    moment("养老机构护理型床位占比", 2025, "不低于55%", 55, relation="≥", status="target"),
    moment("每千人口医师数", 2025, "3.2人", 3.2, status="target"),
    moment("Villages with a clinic that meets the national standard for buildings", 2027, "nearly 80%", 80, relation="≲", status="plan"),
    moment("特困人员床位", 2030, "约1000张", 1000, relation="≈", status="target"),
    moment("床位", 2015, "100张", 100),
)
ALL = {"grouped": BEDS, "grouped-below-zero": GROWTH, "shares": AGES, "many-shares": LEVELS, "panels": PANELS, "milestones": ROADMAP}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_every_kind_holds_at_every_width(spec: ChartSpec, size: int) -> None:
    assert_holds(replace(spec, width=size))


def test_bars_of_all_groups_share_one_scale_from_zero() -> None:
    root = read(BEDS)
    ((zero, end),) = bars(root, "Sub-Saharan Africa-2000")
    for datum in BEDS.data:
        ((left, right),) = bars(root, datum.id)
        assert left == zero
        assert (right - left) / (end - zero) == pytest.approx((datum.value or 0) / 1.2, rel=0.02)


def test_a_row_has_its_colour_in_every_group() -> None:
    root = read(BEDS)
    fills = {datum.id: next(group(root, datum.id).iter(f"{SVG}rect")).get("fill") for datum in BEDS.data}
    for area in ("East Asia and Pacific", "European Union"):
        assert fills[f"{area}-2000"] == fills["Sub-Saharan Africa-2000"] != fills[f"{area}-2022"] == fills["Sub-Saharan Africa-2022"]


def test_a_group_stands_under_its_name_and_apart_from_the_next() -> None:
    tops = {box.text: box.top for box in text_boxes(read(BEDS))}
    assert tops["Sub-Saharan Africa"] < tops["1.2 per 1,000"] < tops["0.9 per 1,000"] < tops["East Asia and Pacific"]
    within, between = tops["0.9 per 1,000"] - tops["1.2 per 1,000"], tops["3.4 per 1,000"] - tops["0.9 per 1,000"]
    assert between > 1.5 * within


def test_every_whole_is_as_long_as_the_others_and_divided_by_its_shares() -> None:
    root = read(AGES)
    for year in ("1990", "2020"):
        spans = [bars(root, datum.id)[0] for datum in AGES.data if datum.group == year]
        assert spans[0][0] == 0
        assert spans[-1][1] == pytest.approx(360, abs=0.1)
        for datum, (left, right) in zip((d for d in AGES.data if d.group == year), spans, strict=True):
            assert right - left == pytest.approx(3.6 * (datum.value or 0), abs=2.1)  # the paper-coloured gap


def test_what_shares_leave_of_a_whole_is_an_empty_outline() -> None:
    data = (figure("a1", "30%", 30, row="a", group="x"), figure("a2", "80%", 80, row="a", group="y"))
    rests = [rect for rect in read(chart("shares", *data, whole=100.0)).iter(f"{SVG}rect") if rect.get("class") == "rest"]
    assert [float(rest.get("width", "")) for rest in rests] == pytest.approx([251, 71])


def test_shares_that_make_up_the_whole_but_for_rounding_leave_nothing() -> None:
    data = (figure("a", "33.3%", 33.3, precision=0.1), figure("b", "66.6%", 66.6, precision=0.1))
    groups = tuple(replace(datum, id=f"{datum.id}{name}", group=name) for name in "xy" for datum in data)
    for spec in (chart("shares", *groups, whole=100.0), chart("parts", *data, whole=100.0)):
        assert not [rect for rect in read(spec).iter(f"{SVG}rect") if rect.get("class") == "rest"]


def test_parts_in_percent_without_a_total_leave_the_rest_of_a_hundred() -> None:
    ((left, right),) = bars(read(chart("parts", figure("a", "30%", 30), figure("b", "20%", 20), whole=100.0)), "a")
    assert left == 0
    assert right == pytest.approx(0.3 * 360, abs=2.1)


def test_panels_share_both_scales() -> None:
    root = read(PANELS)
    dots = {datum.id: circle(root, datum.id) for datum in PANELS.data}
    heights, steps = {}, set()
    for area in ("World", "European Union"):
        first, last = dots[f"{area}-1990"], dots[f"{area}-2020"]
        steps.add(round(last[0] - first[0], 1))
        heights[area] = last[1] - first[1]
    assert len(steps) == 1
    assert heights["European Union"] / heights["World"] == pytest.approx(-1.9 / 0.2, rel=0.02)


def test_a_panel_has_a_line_for_each_run() -> None:
    data = tuple(replace(datum, starts_anew=datum.id == "World-2005") for datum in PANELS.data)
    assert len(rules(read(replace(PANELS, data=data)), "path")) == 4


def test_milestones_stand_in_time_order_their_moments_to_scale() -> None:
    root = read(ROADMAP)
    tops = [number_of(root, datum.id).top for datum in sorted(ROADMAP.data, key=lambda datum: datum.time or 0)]
    assert tops == sorted(tops)
    ticks = sorted(points[0][1] for points in rules(root, "leader") if points[0][1] == points[1][1] and len(points) == 2)
    steps = [later - earlier for earlier, later in pairwise(ticks)]
    assert steps[0] / steps[1] == pytest.approx(10 / 2, rel=0.01)
    assert steps[0] / steps[2] == pytest.approx(10 / 3, rel=0.01)


def test_a_milestone_reached_is_filled_and_one_to_come_hollow() -> None:
    root = read(ROADMAP)
    assert next(group(root, "床位-2015").iter(f"{SVG}circle")).get("fill") == "var(--accent)"
    assert next(group(root, "每千人口医师数-2025").iter(f"{SVG}circle")).get("fill") == "var(--paper)"


def swapped(spec: ChartSpec, **changes: object) -> ChartSpec:
    """The chart with its first figure changed."""
    return replace(spec, data=(replace(spec.data[0], **changes), *spec.data[1:]))  # type: ignore[arg-type]


REFUSED = {
    "no group": (swapped(BEDS, group=""), "in no group"),
    "one group": (replace(BEDS, data=BEDS.data[:2]), "one group compares with nothing"),
    "a group for each": (replace(BEDS, data=BEDS.data[::2]), "every group has one figure only"),
    "a row twice": (
        replace(BEDS, data=(*BEDS.data, replace(BEDS.data[0], id="again"))),
        f"again: has the same name in its group as {BEDS.data[0].id}",
    ),
    "too many rows": (chart("grouped-bars", *(figure(f"{g}{i}", "1", 1, row=f"r{i}", group=g) for g in "ab" for i in range(6))), "6 different rows"),
    "another whole": (replace(AGES, data=AGES.data[:-1]), "its group has no part such as"),
    "more than a whole": (swapped(AGES, value=33.0, number="33.0%"), "add up to 101, more than a whole, 100"),
    "parts over a hundred": (chart("parts", figure("a", "60%", 60), figure("b", "60%", 60), whole=100.0), "add up to 120, more than a whole, 100"),
    "nothing": (chart("shares", *(figure(g, "0", 0, row="a", group=g) for g in "xy")), "its group is a whole of nothing"),
    "a bound as a part": (swapped(AGES, relation=DatumRelation.AT_LEAST), "known only as a bound"),
    "an aim among parts": (swapped(AGES, status=DatumStatus.TARGET), "as if they had been reached"),
    "two rows in a panel": (swapped(PANELS, row="other"), "has more than one row"),
    "no time": (swapped(ROADMAP, time=None), "no time"),
    "a range": (swapped(ROADMAP, relation=DatumRelation.RANGE, value=None, low=1.0), "a range has no mark"),
    "25 panels": (chart("small-multiples", *(panel(f"{i}", year, 1) for i in range(25) for year in (1, 2))), "25 panels"),
}


@pytest.mark.parametrize(("spec", "said"), REFUSED.values(), ids=REFUSED)
def test_what_would_mislead_is_refused(spec: ChartSpec, said: str) -> None:
    assert said in (charts.refuse(spec) or "")


NAMES = st.text(alphabet="养老床位机构，。（）12 abcdefgh-$<&", min_size=1, max_size=60).filter(str.strip)
NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1000, 1000).map(lambda value: round(value, 3)), st.sampled_from([1e-3, 1e12, 0.0]))
SIZES = st.integers(320, 900)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.lists(NAMES, min_size=2, max_size=8, unique=True), st.lists(NAMES, min_size=2, max_size=5, unique=True), SIZES, st.data())
def test_any_groups_of_bars_hold(names: list[str], rows: list[str], size: int, data: st.DataObject) -> None:
    figures = []
    for at, name in enumerate(names):
        for place, row in enumerate(rows):
            value, relation = data.draw(NUMBERS), data.draw(st.sampled_from("=≈≲>≥<≤"))
            figures.append(figure(f"f{at}-{place}", f"{value:,}", value, relation, row=row, group=name))
    assert_holds(chart("grouped-bars", *figures, width=size))


@QUICK
@given(st.lists(NAMES, min_size=2, max_size=8, unique=True), st.lists(NAMES, min_size=1, max_size=6, unique=True), SIZES, st.data())
def test_any_wholes_hold(names: list[str], rows: list[str], size: int, data: st.DataObject) -> None:
    figures: list[Datum] = []
    for at, name in enumerate(names):
        for place, row in enumerate(rows):
            value = data.draw(st.integers(1, 10**12))
            figures.append(figure(f"f{at}-{place}", f"{value:,}", value, row=row, group=name))
    assert_holds(chart("shares", *figures, width=size))


@QUICK
@given(st.lists(NAMES, min_size=2, max_size=12, unique=True), SIZES, st.data())
def test_any_panels_hold(names: list[str], size: int, data: st.DataObject) -> None:
    figures = []
    for at, name in enumerate(names):
        for year in data.draw(st.lists(st.integers(1990, 2030), min_size=2, max_size=9, unique=True).map(sorted)):
            value, relation = data.draw(NUMBERS), data.draw(st.sampled_from("=≈≲>≥<≤"))
            figures.append(replace(moment(f"f{at}", year, f"{value:,}", value, relation=relation), row="r", group=name))
    assert_holds(chart("small-multiples", *figures, width=size))


@QUICK
@given(st.lists(st.tuples(NAMES, st.floats(1990, 2040), NUMBERS, st.sampled_from("=≈≲>≥<≤")), min_size=1, max_size=20), SIZES)
def test_any_milestones_hold(rows: list[tuple[str, float, float, str]], size: int) -> None:
    data = [
        replace(moment(f"f{at}", year, f"{value:,}", value, relation=relation, status="target"), row=row)
        for at, (row, year, value, relation) in enumerate(rows)
    ]
    assert_holds(chart("milestones", *data, width=size))
