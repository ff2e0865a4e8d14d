"""Drawings read back: lengths, labels, boxes and names from the SVG itself."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import charts
from charts.layout.measure import LINE
from charts.spec import ChartRefused, ChartSpec, DatumStatus
from tests.charts.drawn import (
    SVG,
    WIDTHS,
    assert_holds,
    bars,
    chart,
    circle,
    figure,
    group,
    moment,
    number_of,
    points,
    read,
    rules,
    text_boxes,
)

ROOT = str(Path(__file__).parents[2])


BEDS = chart(
    "parts",
    figure("机构", "507.7万张", 5077000, precision=1000),
    figure("社区", "291.5万张", 2915000, precision=1000),
    total=figure("合计", "799.3万张", 7993000, precision=1000),
    words={"total": "合计", "rounding": "（四舍五入）"},
)
ORGANISATIONS = chart(
    "bars",
    figure("医养结合机构", "超过8400家", 8400, ">"),
    figure("医疗机构设立养老机构", "超过4800家", 4800, ">"),
    figure("备案", "近3600家", 3600, "≲"),
)
MIXED = chart(
    "bars",
    figure("a", "2000", 2000),
    figure("b", "约1000", 1000, "≈"),
    figure("c", "800~1200", None, "range", low=800.0, high=1200.0),
    figure("d", "1500", 1500, status="target"),
    figure("e", "500", 500, status="estimate"),
    figure("f", "0", 0),
    figure("g", "−700", -700),
)
LITERACY = chart(
    "then-and-now",
    moment("全国", 2008, "6.48%", 6.48),
    moment("全国", 2024, "31.87%", 31.87),
    moment("湖南", 2010, "8.3%", 8.3),
    moment("湖南", 2024, "32.88%", 32.88),
)
SUBSIDY = chart("then-and-now", *(moment("补助", year, f"{value}元", value) for year, value in ((2009, 15), (2018, 55), (2025, 99))))
DENSE = chart("then-and-now", *(moment("补助", year, f"每人每年补助{year - 1994}元", year - 1994) for year in range(2009, 2025)))
CHONGQING = chart(
    "targets",
    moment("床位", 2024, "560张", 560),
    moment("床位", 2027, "1000张", 1000, status="target"),
    moment("床位", 2030, "1500张", 1500, status="target"),
    moment("占比", 2027, "80%", 80, status="target"),
    moment("占比", 2030, "82%", 82, status="target"),
    words={"target": "目标"},
)
AGED = chart("people-in-100", figure("60岁", "22.0%", 22.0), figure("65岁", "15.6%", 15.6))
AGAINST = chart("against-nation", figure("湖南", "69.1%", 69.1), figure("浏阳", "45%", 45), reference=figure("全国", "一半以上", 50, "≥"))
LANES = chart(
    "targets",
    moment("Cycle lanes", 2020, "1,840.5 km", 1840.5),
    moment("Cycle lanes", 2024, "2,912.5 km", 2912.5),
    moment("Cycle lanes", 2030, "at least 5,000 km", 5000, relation="≥", status="target"),
    moment("Cycle lanes", 2035, "about 7,500 km", 7500, relation="≈", status="target"),
)
CROWDED = chart(
    "targets",
    *LANES.data,
    moment("Paths", 2022, "40 km", 40),
    moment("Paths", 2025, "nearly 90 km", 90, relation="≲"),
    moment("Paths", 2030, "about 300 km", 300, relation="≈", status="target"),
)
PAID = chart("then-and-now", moment("补助标准", 2009, "15元/人", 15), moment("补助标准", 2025, "99元/人", 99))
LIBRARIES = chart("then-and-now", moment("Libraries", 2018, "148 libraries", 148), moment("Libraries", 2024, "112 libraries", 112))
FALLING = chart(
    "then-and-now",
    moment("增长率", 2020, "不到−2.4%", -2.4, relation="<"),
    moment("增长率", 2024, "−13.6%以下", -13.6, relation="≤"),
)
CLOSE = chart(
    "against-nation",
    figure("湖南", "52%", 52),
    figure("浏阳", "45%", 45),
    figure("上海", "64.1%", 64.1),
    reference=figure("全国", "一半以上", 50, "≥"),
)
GROWTH = chart("line", *(moment("增长率", year, f"{(year * 37) % 23 / 2 - 4:.1f}%", (year * 37) % 23 / 2 - 4) for year in range(1960, 2024)))
REGIONS = chart(
    "line",
    *(
        moment(row, year, f"{base + (year - 1990) * slope:.1f} per 1,000", base + (year - 1990) * slope)
        for row, base, slope in (("Sub-Saharan Africa (excluding high income)", 10, 0.4), ("World", 30, 0.2), ("European Union", 55, -0.5))
        for year in (1990, 1995, 2000, 2010, 2023)
    ),
)
BROKEN = chart(
    "line",
    *(
        moment("识字率", year, f"{value}%", value, starts_anew=year == 2010)
        for year, value in ((2004, 63), (2006, 64), (2008, 66), (2010, 52), (2012, 55), (2020, 60))
    ),
)
LITERATE = chart(
    "line", moment("识字率", 2008, "6.5%", 6.5), moment("识字率", 2024, "31.9%", 31.9), moment("识字率", 2030, "40%", 40, status="target")
)
HUGE = tuple(moment(row, year, f"{n + 123_456_789_012_345:,} people", n + 123_456_789_012_345) for row in "ab" for n, year in ((0, 1999), (9, 2024)))
ALL = {
    "huge-numbers-then-and-now": chart("then-and-now", *HUGE),
    "huge-numbers-on-a-slope": chart("then-and-now", *HUGE[:2]),
    "huge-numbers-down-the-page": chart("then-and-now", *HUGE[:2], *(replace(one, id=f"{one.id}-b", time=(one.time or 0) + 1) for one in HUGE[2:])),
    "huge-targets": chart("targets", *(replace(one, status=DatumStatus.TARGET) for one in HUGE)),
    "huge-numbers-on-a-line": chart("line", *HUGE),
    "huge-numbers-in-panels": chart("small-multiples", *(replace(one, row="r", group=one.row) for one in HUGE)),
    "huge-numbers-in-bars": chart("bars", *HUGE),
    "huge-numbers-in-groups": chart("grouped-bars", *(replace(one, row=one.time_label, group=one.row) for one in HUGE)),
    "huge-milestones": chart("milestones", *HUGE),
    "huge-parts": chart("parts", *HUGE),
    "huge-shares": chart("shares", *(replace(one, row=one.time_label, group=one.row) for one in HUGE)),
    "huge-numbers-against-the-nation": chart("against-nation", *HUGE[1:], reference=HUGE[0]),
    "long-shares-of-people": chart("people-in-100", figure("a", "about 12.3456789012345%", 12.3456789012345)),
    "line": GROWTH,
    "lines": REGIONS,
    "broken-line": BROKEN,
    "line-to-a-target": LITERATE,
    "parts": BEDS,
    "bars": ORGANISATIONS,
    "mixed": MIXED,
    "dumbbell": LITERACY,
    "slope": SUBSIDY,
    "timeline": DENSE,
    "targets": CHONGQING,
    "people": AGED,
    "against": AGAINST,
    "rising-targets": LANES,
    "crowded-targets": CROWDED,
    "two-dates": PAID,
    "two-long": LIBRARIES,
    "falling": FALLING,
    "close-to-the-nation": CLOSE,
}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_every_kind_holds_at_every_width(spec: ChartSpec, size: int) -> None:
    assert_holds(replace(spec, width=size))


def test_bars_start_at_zero_and_are_as_long_as_their_values() -> None:
    root = read(ORGANISATIONS)
    edges = [bars(root, datum.id)[0] for datum in ORGANISATIONS.data]
    assert {left for left, _ in edges} == {0.0}
    longest = edges[0][1]
    assert [right / longest for _, right in edges] == pytest.approx([1, 4800 / 8400, 3600 / 8400], abs=0.001)


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
    assert bars(root, "c")[0] == pytest.approx((zero + 800 * per_unit, zero + 1200 * per_unit), abs=0.02)


NOTHING = {
    "a bar": chart("bars", figure("a", "10亿元", 10**9), figure("none", "0元", 0)),
    "below zero as well": chart("bars", figure("a", "10亿元", 10**9), figure("none", "0元", 0), figure("b", "−5元", -5)),
    "all zero": chart("bars", figure("a", "0.0元", 0), figure("none", "0元", 0)),
    "about nothing": chart("bars", figure("a", "10元", 10), figure("none", "约0元", 0, "≈")),
    "a target of nothing": chart("bars", figure("a", "10元", 10), figure("none", "0元", 0, status="target")),
    "an estimate of nothing": chart("bars", figure("a", "10元", 10), figure("none", "0元", 0, status="estimate")),
    "from nothing to nothing": chart("bars", figure("a", "10元", 10), figure("none", "0～0元", None, "range", low=0.0, high=0.0)),
    "against the nation": chart("against-nation", figure("a", "10元", 10), figure("none", "0元", 0), reference=figure("n", "5元", 5)),
    "a first part": chart("parts", figure("none", "0元", 0), figure("a", "10元", 10), total=figure("t", "10元", 10)),
    "a last part": chart("parts", figure("a", "10元", 10), figure("none", "0元", 0), total=figure("t", "10元", 10)),
    "nobody": chart("people-in-100", figure("a", "10%", 10), figure("none", "0%", 0)),
    "in a group": chart("grouped-bars", *(figure(name, f"{v}元", v, group=name[0], row=f"r{v}") for name, v in (("none", 0), ("b", 2), ("nb", 2)))),
}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", NOTHING.values(), ids=NOTHING)
def test_nothing_is_drawn_for_nothing(spec: ChartSpec, size: int) -> None:
    marks = {element.get("class") for element in group(read(replace(spec, width=size)), "none").iter() if element.get("class")}
    assert marks <= {"figure", "label", "number strong"}


def test_the_smallest_bar_is_seen_beside_nothing() -> None:
    root = read(chart("bars", figure("a", "10亿元", 10**9), figure("b", "1000元", 1000), figure("c", "0元", 0)))
    ((left, right),) = bars(root, "b")
    assert (left, right) == (0.0, 1.0)
    assert bars(root, "c") == []


@pytest.mark.parametrize("values", [(5, 1, 3), (31, -24, 2)], ids=["one way", "both ways"])
def test_a_number_stands_beside_its_bar_where_the_bars_have_room(values: tuple[int, ...]) -> None:
    root = read(chart("bars", *(figure(f"f{at}", f"{value}.0%", value) for at, value in enumerate(values))))
    for at in range(len(values)):
        name, number = sorted(text_boxes(group(root, f"f{at}")), key=lambda box: box.strong)
        marks = [y for _, y in points(group(root, f"f{at}"))]
        assert name.top < min(marks) <= number.top + LINE / 2 <= max(marks)


def test_the_rule_of_a_range_runs_from_zero_to_its_nearer_end() -> None:
    data = [figure(f"{low}~{high}", f"{low}~{high}", None, "range", low=low, high=high) for low, high in ((-5.0, 5.0), (-5.0, -3.0), (2.0, 3.0))]
    root = read(chart("bars", *data))
    zero = {x for line in rules(root, "zero") for x, _ in line}.pop()
    ends = [bars(root, datum.id)[0] for datum in data]
    assert [sorted(x for x, _ in line) for line in rules(root, "rule")] == [[ends[1][1], zero], [zero, ends[2][0]]]


def test_parts_divide_the_width_by_their_values() -> None:
    root = read(BEDS)
    (left, end), (start, right) = bars(root, "机构")[0], bars(root, "社区")[0]
    assert (left, right) == (0.0, 360.0)
    assert start == pytest.approx(360 * 5077 / (5077 + 2915), abs=0.01)
    assert start - end == pytest.approx(2.0, abs=0.02)


def test_what_parts_leave_of_their_whole_is_an_empty_outline() -> None:
    root = read(chart("parts", figure("a", "60%", 60), total=figure("t", "100%", 100)))
    rest = root.find(f"{SVG}rect[@class='rest']")
    assert rest is not None
    assert rest.get("fill") == "none"
    assert float(rest.get("x", "")) == pytest.approx(0.6 * 360 + 0.5)


def test_unequal_steps_of_time_are_drawn_to_scale() -> None:
    root = read(SUBSIDY)
    x = [float(next(group(root, datum.id).iter(f"{SVG}circle")).get("cx", "")) for datum in SUBSIDY.data]
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx((2018 - 2009) / (2025 - 2009), abs=0.001)


def test_dumbbells_share_one_scale_from_zero() -> None:
    root = read(LITERACY)
    x = {datum.value: float(next(group(root, datum.id).iter(f"{SVG}circle")).get("cx", "")) for datum in LITERACY.data}
    assert (x[31.87] - x[6.48]) / (x[32.88] - x[8.3]) == pytest.approx((31.87 - 6.48) / (32.88 - 8.3), abs=0.001)


SLOPES = {"two-dates": PAID, "two-long": LIBRARIES, "three-dates": SUBSIDY, "targets": LANES, "below-zero": FALLING}


@pytest.mark.parametrize("size", [360, 640, 900])
@pytest.mark.parametrize("spec", SLOPES.values(), ids=SLOPES)
def test_one_row_lies_over_a_time_axis_with_heights_from_zero(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    ((_, zero), _) = rules(root, "zero")[0]
    dots = [circle(root, datum.id) for datum in spec.data]
    times, values = [datum.time or 0.0 for datum in spec.data], [datum.value or 0.0 for datum in spec.data]
    across, high = dots[-1][0] - dots[0][0], max(abs(zero - y) for _, y, _ in dots)
    largest = max(values, key=abs)
    assert [(x - dots[0][0]) / across for x, _, _ in dots] == pytest.approx([(t - times[0]) / (times[-1] - times[0]) for t in times], abs=0.002)
    assert [(zero - y) / high for _, y, _ in dots] == pytest.approx([value / abs(largest) for value in values], abs=0.002)
    assert not rules(root, "leader")
    assert across > size / 3


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", SLOPES.values(), ids=SLOPES)
def test_no_number_is_crossed_by_a_line(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    for box in text_boxes(root):
        for (x, one), (_, other) in rules(root, "rule"):
            assert not (box.left < x < box.right and min(one, other) < box.top + LINE - 1 and box.top + 1 < max(one, other)), (box, x)


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", [PAID, LIBRARIES], ids=["rising", "falling"])
def test_two_numbers_stand_alike(spec: ChartSpec, size: int) -> None:
    root = read(replace(spec, width=size))
    over = [number_of(root, datum.id).top + LINE <= circle(root, datum.id)[1] - 7 for datum in spec.data]
    beside = [abs(number_of(root, datum.id).top + LINE / 2 - circle(root, datum.id)[1]) < 1 for datum in spec.data]
    assert all(over) or all(beside)


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


@pytest.mark.parametrize("status", ["observed", "target", "estimate"])
@pytest.mark.parametrize("kind", ["slope", "axes"])
def test_about_is_a_wave_inside_its_circle(kind: str, status: str) -> None:
    data = [moment("a", 2024, "3", 3, status="target"), moment("a", 2030, "约5", 5, relation="≈", status=status)]
    root = read(chart("targets", *data, *([moment("b", 2024, "3", 3, status="target")] if kind == "axes" else [])))
    x, y, radius = circle(root, "a-2030")
    (wave,) = rules(group(root, "a-2030"), "wave")
    assert all((px - x) ** 2 + (py - y) ** 2 < (radius - 2) ** 2 for px, py in wave)
    assert min(py for _, py in wave) < y - 1 < y + 1 < max(py for _, py in wave)


@pytest.mark.parametrize(("spec", "sign"), [(LANES, -1), (FALLING, 1)], ids=["above-zero", "below-zero"])
def test_an_open_bound_on_a_slope_fades_away_from_zero(spec: ChartSpec, sign: int) -> None:
    root = read(spec)
    for datum in spec.data:
        if datum.relation in "≥≤":
            _, y, _ = circle(root, datum.id)
            (fade,) = (rect for rect in group(root, datum.id).iter(f"{SVG}rect") if rect.get("class") == "fade")
            assert (float(fade.get("y", "")) + float(fade.get("height", "")) / 2 - y) * sign > 0
            assert f"fade-{'up' if sign < 0 else 'down'}" in fade.get("fill", "")


@pytest.mark.parametrize("spec", [ORGANISATIONS, MIXED, AGAINST], ids=["bounds", "mixed", "against"])
def test_on_a_phone_a_name_keeps_its_distance_from_its_bar(spec: ChartSpec) -> None:
    root = read(spec)
    for datum in (datum for datum in spec.data if datum.value != 0):
        name = next(text_boxes(group(root, datum.id)))
        marks = [y for _, y in points(group(root, datum.id))]
        assert min(marks) >= name.top + LINE + 4


@pytest.mark.parametrize("size", WIDTHS)
def test_an_open_reference_fades_at_every_bar_and_no_number_stands_in_the_fade(size: int) -> None:
    root = read(replace(CLOSE, width=size))
    line = rules(root, "reference")[0][0][0]
    fades = [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "fade"]
    tall = sum(float(rect.get("height", "")) for rect in fades)
    assert tall >= 9 + 3 * 22
    for rect in fades:
        assert float(rect.get("x", "")) == pytest.approx(line, abs=0.02)
        assert float(rect.get("width", "")) == 28
    for datum in CLOSE.data:
        box = number_of(root, datum.id)
        assert box.right < line or box.left > line + 28


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


def test_text_is_read_as_12_px_on_the_narrowest_phone() -> None:
    sizes = {float(text.get("font-size", "")) for text in read(LANES).iter(f"{SVG}text")}
    assert min(sizes) * 309 / 360 >= 12


@pytest.mark.parametrize("status", ["target", "plan", "standard"])
@pytest.mark.parametrize("kind", ["bars", "targets"])
def test_what_is_only_intended_is_hollow_and_dashed(kind: str, status: str) -> None:
    root = read(chart(kind, moment("a", 2030, "10", 10, status=status)))
    marks = [element for element in group(root, "a-2030").iter() if element.get("class", "").startswith("mark")]
    assert [mark.get("fill") for mark in marks] == ["var(--paper)"]
    assert all(mark.get("stroke-dasharray") for mark in marks)


def test_an_observation_among_targets_is_filled() -> None:
    circle = next(group(read(CHONGQING), "床位-2024").iter(f"{SVG}circle"))
    assert circle.get("fill") == "var(--accent)"


@pytest.mark.parametrize(("share", "filled"), [(22.0, 22), (15.6, 16), (15.4, 15), (0.5, 1), (12.5, 13)])
def test_people_are_rounded_to_the_nearest(share: float, filled: int) -> None:
    assert len(bars(read(chart("people-in-100", figure("a", f"{share}%", share))), "a")) == filled


def test_nested_shares_together_fill_the_larger_one() -> None:
    root = read(AGED)
    assert (len(bars(root, "65岁")), len(bars(root, "60岁"))) == (16, 6)
    assert len(root.findall(f"{SVG}rect[@class='rest']")) == 78


def test_the_line_for_the_nation_stands_at_its_value() -> None:
    root = read(AGAINST)
    _, end = bars(root, "湖南")[0]
    line = group(root, "全国").find(f"{SVG}path[@class='reference']")
    assert line is not None
    assert float(re.findall(r"[\d.]+", line.get("d", ""))[0]) / end == pytest.approx(50 / 69.1, abs=0.001)


@pytest.mark.parametrize(
    ("relation", "value", "expected"),
    [
        ("=", 5.0, ()),
        (">", 5.0, ("open-above",)),
        ("≥", 5.0, ("open-above",)),
        ("<", 5.0, ("closed-above",)),
        ("≤", 5.0, ("closed-above",)),
        ("≲", 5.0, ("closed-above",)),
        ("≈", 5.0, ("about",)),
    ],
)
def test_conventions_are_listed_where_they_are_used(relation: str, value: float, expected: tuple[str, ...]) -> None:
    drawing = charts.draw(chart("bars", figure("a", "x", value, relation), figure("b", "10", 10)))
    assert drawing.conventions == expected
    assert ("linearGradient" in drawing.svg) == (expected == ("open-above",))


def test_conventions_keep_their_order() -> None:
    assert charts.draw(MIXED).conventions == ("about", "range", "target", "estimate")


def test_the_root_says_what_and_in_which_language() -> None:
    root = read(replace(BEDS, language="en", title="Beds & <care>"))
    assert root.attrib.items() >= {"role": "img", "class": "chart", "lang": "en", "aria-label": "Beds & <care>"}.items()
    assert root.get("viewBox", "").startswith("0 0 360 ")


def test_no_id_occurs_twice_among_charts_widths_and_languages() -> None:
    specs = [replace(spec, id=name, width=size) for name, spec in ALL.items() for size in (360, 640)]
    ids = [found for spec in specs for found in re.findall(r'\sid="([^"]*)"', charts.draw(spec).svg)]
    assert ids
    assert len(ids) == len(set(ids))


def test_every_reference_to_an_id_is_answered() -> None:
    svg = charts.draw(ORGANISATIONS).svg
    assert set(re.findall(r"url\(#([^)]*)\)", svg)) <= set(re.findall(r'\sid="([^"]*)"', svg))


@pytest.mark.parametrize("label", ["$x^2$ 与 $y$", "<b>a & b</b>", "]]>", "a\u00a0b", "100 000 人", "“引号”"])
def test_hostile_labels_are_shown_literally(label: str) -> None:
    texts = [element.text for element in read(chart("bars", figure("a", "1", 1, row=label))).iter(f"{SVG}text")]
    assert texts == [label, "1"]


@pytest.mark.parametrize(
    ("label", "said"),
    [("a\nb", "control"), ("a\u202eb", "control"), ("שלום", "right-to-left"), ("a😀", "emoji"), ("ᚠ", "no glyph")],
    ids=["newline", "override", "hebrew", "emoji", "rare"],
)
def test_what_cannot_be_shown_is_refused_by_name(label: str, said: str) -> None:
    with pytest.raises(ChartRefused, match=said):
        charts.draw(chart("bars", figure("a", "1", 1, row=label)))


def run(program: str, *arguments: str, **environment: str) -> str:
    """What a Python program prints in a process of its own that sees this project."""
    opening = "import sys; sys.path.insert(0, sys.argv[1]); import charts; from charts.spec import *; "
    command = [sys.executable, "-X", "utf8", "-c", opening + program, ROOT, *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment).stdout.strip()  # noqa: S603 - our own program


def test_the_same_spec_gives_the_same_bytes_in_another_run() -> None:
    program = "import pickle; print(charts.draw(pickle.loads(bytes.fromhex(sys.argv[2]))).svg)"
    given = pickle.dumps(ORGANISATIONS).hex()
    runs = {run(program, given, PYTHONHASHSEED=seed, TZ=zone) for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))}
    assert runs == {charts.draw(ORGANISATIONS).svg}


def test_refusing_leaves_matplotlib_alone() -> None:
    data = "(Datum('a', 'a', '1', DatumRelation.EQUAL, 1, 1, 1),)"
    program = f"charts.refuse(ChartSpec('c', 'bars', 'zh', 't', 'd', {data})); print('matplotlib' in sys.modules)"
    assert run(program) == "False"


LONG = st.text(alphabet="养老床位机构，。（）12 abcdefgh-$<&", min_size=1, max_size=60).filter(str.strip)
NUMBERS = st.one_of(
    st.integers(1 - 10**15, 10**15 - 1), st.floats(-1000, 1000).map(lambda value: round(value, 3)), st.sampled_from([1e-3, 1e12, 0.0])
)
SIZES = st.integers(320, 900)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(
    st.lists(st.tuples(LONG, NUMBERS, st.sampled_from("=≈≲>≥<≤"), st.sampled_from(["observed", "target", "estimate"])), min_size=1, max_size=40),
    SIZES,
)
def test_any_bars_hold(rows: list[tuple[str, float, str, str]], size: int) -> None:
    data = [figure(f"f{at}", f"{value:,}", value, relation, row=row, status=status) for at, (row, value, relation, status) in enumerate(rows)]
    assert_holds(chart("bars", *data, width=size))


@QUICK
@given(st.lists(st.tuples(LONG, NUMBERS), min_size=1, max_size=12), NUMBERS, SIZES)
def test_any_areas_against_the_nation_hold(rows: list[tuple[str, float]], nation: float, size: int) -> None:
    data = [figure(f"f{at}", f"{value:,}", value, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("against-nation", *data, reference=figure("n", f"{nation:,}", nation, "≥"), width=size))


@QUICK
@given(st.lists(st.tuples(LONG, st.integers(1, 10**12)), min_size=1, max_size=12), SIZES)
def test_any_parts_hold(rows: list[tuple[str, int]], size: int) -> None:
    data = [figure(f"f{at}", f"{value:,}", value, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("parts", *data, width=size))


YEARS = st.lists(st.integers(1990, 2030), min_size=2, max_size=20, unique=True).map(sorted)


@QUICK
@given(st.lists(YEARS, min_size=1, max_size=4), LONG, st.sampled_from(["then-and-now", "targets"]), st.sampled_from("=>≲≈"), st.data())
def test_any_moments_hold(rows: list[list[int]], name: str, kind: str, relation: str, data: st.DataObject) -> None:
    figures = []
    for at, years in enumerate(rows):
        for year in years[: 40 // len(rows)]:
            value = data.draw(NUMBERS)
            figures.append(moment(f"{at} {name}", year, f"{value:,}", value, relation=relation, status="target"))
    assert_holds(chart(kind, *figures, width=data.draw(SIZES)))


@QUICK
@given(
    st.lists(st.lists(st.integers(1960, 2030), min_size=2, max_size=40, unique=True).map(sorted), min_size=1, max_size=5),
    LONG,
    st.sampled_from(["", "%", " per 1,000 live births", "万人次/年"]),
    st.data(),
)
def test_any_lines_hold(rows: list[list[int]], name: str, unit: str, data: st.DataObject) -> None:
    figures = []
    for at, years in enumerate(rows):
        for year in years:
            value, relation = data.draw(NUMBERS), data.draw(st.sampled_from("=>≲≈"))
            status = data.draw(st.sampled_from(["observed", "observed", "target"]))
            figures.append(moment(f"{at} {name}", year, f"{value:,}{unit}", value, relation=relation, status=status))
    assert_holds(chart("line", *figures, width=data.draw(SIZES)))


@QUICK
@given(st.lists(st.tuples(LONG, st.floats(1, 99)), min_size=1, max_size=3), st.sampled_from("=>≲≈"), SIZES)
def test_any_people_hold(rows: list[tuple[str, float]], relation: str, size: int) -> None:
    data = [figure(f"f{at}", f"{value:.1f}%", value, relation, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("people-in-100", *data, width=size))
