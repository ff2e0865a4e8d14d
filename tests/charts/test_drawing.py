"""Drawings read back: lengths, labels, boxes and names from the SVG itself."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import charts
from charts.measure import ASCENT, LINE, width
from charts.spec import ChartRefused, ChartSpec, Datum

SVG = "{http://www.w3.org/2000/svg}"
ROOT = str(Path(__file__).parents[2])
WIDTHS = (320, 360, 640, 900)


def figure(name: str, number: str, value: float | None, relation: str = "=", **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    bounds = {"low": value if relation in {"=", ">", "≥"} else None, "high": value if relation in {"=", "<", "≤", "≲"} else None}
    return Datum(**{"id": name, "row": name, "number": number, "relation": relation, "value": value, **bounds, **more})


def chart(kind: str, *data: Datum, **more: Any) -> ChartSpec:  # noqa: ANN401 - any field of the dataclass
    return ChartSpec(**{"id": "c", "kind": kind, "language": "zh", "title": "题", "description": "说明", "data": data, **more})


def moment(row: str, year: float, number: str, value: float, **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    return figure(f"{row}-{year}", number, value, row=row, time=year, time_label=f"{year:g}年", **more)


BEDS = chart(
    "parts",
    figure("机构", "507.7万张", 5077000),
    figure("社区", "291.5万张", 2915000),
    total=figure("合计", "799.3万张", 7993000),
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
ALL = {
    "parts": BEDS,
    "bars": ORGANISATIONS,
    "mixed": MIXED,
    "dumbbell": LITERACY,
    "slope": SUBSIDY,
    "timeline": DENSE,
    "targets": CHONGQING,
    "people": AGED,
    "against": AGAINST,
}


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text as measured for the widest usual font."""

    text: str
    left: float
    right: float
    top: float

    def overlaps(self, other: TextBox) -> bool:
        across = self.left < other.right - 0.5 and other.left < self.right - 0.5
        return across and self.top < other.top + LINE - 0.5 and other.top < self.top + LINE - 0.5


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def read(spec: ChartSpec) -> ET.Element:
    return parsed(charts.draw(spec).svg)


def group(root: ET.Element, name: str) -> ET.Element:
    (found,) = (element for element in root.iter(f"{SVG}g") if element.get("data-figure") == name)
    return found


def bars(root: ET.Element, name: str) -> list[tuple[float, float]]:
    """Left and right edge of the bars of a figure."""
    found = [rect for rect in group(root, name).iter(f"{SVG}rect") if "mark" in rect.get("class", "")]
    return [(float(rect.get("x", "")), float(rect.get("x", "")) + float(rect.get("width", ""))) for rect in found]


def text_boxes(root: ET.Element) -> Iterator[TextBox]:
    for element in root.iter(f"{SVG}text"):
        text = element.text or ""
        wide = width(text, strong="strong" in element.get("class", ""))
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        left = float(element.get("x", "")) - shift * wide
        yield TextBox(text, left, left + wide, float(element.get("y", "")) - ASCENT)


def assert_holds(spec: ChartSpec) -> None:
    """Nothing overlaps, nothing leaves the view box, every number is there, nothing a page must not hold is in it."""
    drawing = charts.draw(spec)
    root = parsed(drawing.svg)
    boxes = list(text_boxes(root))
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other), (one, other)
    for box in boxes:
        assert box.left >= -1.1, box
        assert box.right <= spec.width + 1.1, box
        assert box.top >= -0.1, box
        assert box.top + LINE <= drawing.height, box
    for x, y in points(root):
        assert -0.01 <= x <= spec.width + 0.01
        assert -0.01 <= y <= drawing.height + 0.01
    shown = re.sub(r"\s", "", "".join(box.text for box in boxes))
    for datum in spec.data:
        assert re.sub(r"\s", "", datum.number) in shown
    assert not re.search(r"\sstyle=|<style|<script|font-family|metadata|NaN|inf", drawing.svg)


def points(root: ET.Element) -> Iterator[tuple[float, float]]:
    """Corners of all marks but text."""
    for element in root.iter():
        at = {name: float(element.get(name, "0")) for name in ("x", "y", "width", "height", "cx", "cy", "r")} if element.tag != root.tag else {}
        if element.tag == f"{SVG}rect":
            yield from ((at["x"], at["y"]), (at["x"] + at["width"], at["y"] + at["height"]))
        elif element.tag == f"{SVG}circle":
            yield from ((at["cx"] - at["r"], at["cy"] - at["r"]), (at["cx"] + at["r"], at["cy"] + at["r"]))
        elif element.tag == f"{SVG}path":
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", element.get("d", ""))]
            yield from zip(numbers[::2], numbers[1::2], strict=True)


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


def test_zero_is_marked_but_has_no_bar() -> None:
    root = read(MIXED)
    assert bars(root, "f") == []
    assert group(root, "f").find(f"{SVG}path[@class='mark nil']") is not None


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
    fields = ("id", "kind", "language", "title", "description", "data")
    written = repr({name: getattr(ORGANISATIONS, name) for name in fields})
    program = "print(charts.draw(ChartSpec(**eval(sys.argv[2]))).svg)"
    runs = {run(program, written, PYTHONHASHSEED=seed, TZ=zone) for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))}
    assert runs == {charts.draw(ORGANISATIONS).svg}


def test_refusing_leaves_matplotlib_alone() -> None:
    program = "charts.refuse(ChartSpec('c', 'bars', 'zh', 't', 'd', (Datum('a', 'a', '1', '=', 1, 1, 1),))); print('matplotlib' in sys.modules)"
    assert run(program) == "False"


LONG = st.text(alphabet="养老床位机构，。（）12 abcdefgh-$<&", min_size=1, max_size=60).filter(str.strip)
NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1000, 1000).map(lambda value: round(value, 3)), st.sampled_from([1e-3, 1e12, 0.0]))
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
@given(st.lists(st.tuples(LONG, st.floats(1, 99)), min_size=1, max_size=3), st.sampled_from("=>≲≈"), SIZES)
def test_any_people_hold(rows: list[tuple[str, float]], relation: str, size: int) -> None:
    data = [figure(f"f{at}", f"{value:.1f}%", value, relation, row=row) for at, (row, value) in enumerate(rows)]
    assert_holds(chart("people-in-100", *data, width=size))
