"""Drawings of every kind: nothing overlaps, nothing misleads, and the same request is the same
drawing.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import charts
from charts.spec import ChartRefused, ChartSpec
from charts.values import replace
from tests.charts.drawn import WIDTHS, assert_holds, chart, figure, group, moment, read
from tests.charts.examples import ALL, ORGANISATIONS
from tests.charts.strategies import LONG, NUMBERS, QUICK, SIZES
from tests.support.paths import ROOT


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", ALL.values(), ids=ALL)
def test_every_kind_holds_at_every_width(spec: ChartSpec, size: int) -> None:
    assert_holds(replace(spec, width=size))


NOTHING = {
    "a bar": chart("bars", figure("a", "10亿元", 10**9), figure("none", "0元", 0)),
    "below zero as well": chart(
        "bars", figure("a", "10亿元", 10**9), figure("none", "0元", 0), figure("b", "−5元", -5)
    ),
    "all zero": chart("bars", figure("a", "0.0元", 0), figure("none", "0元", 0)),
    "about nothing": chart("bars", figure("a", "10元", 10), figure("none", "约0元", 0, "≈")),
    "a target of nothing": chart(
        "bars", figure("a", "10元", 10), figure("none", "0元", 0, status="target")
    ),
    "an estimate of nothing": chart(
        "bars", figure("a", "10元", 10), figure("none", "0元", 0, status="estimate")
    ),
    "from nothing to nothing": chart(
        "bars", figure("a", "10元", 10), figure("none", "0～0元", None, "range", low=0.0, high=0.0)
    ),
    "against the nation": chart(
        "against-nation",
        figure("a", "10元", 10),
        figure("none", "0元", 0),
        reference=figure("n", "5元", 5),
    ),
    "a first part": chart(
        "parts", figure("none", "0元", 0), figure("a", "10元", 10), total=figure("t", "10元", 10)
    ),
    "a last part": chart(
        "parts", figure("a", "10元", 10), figure("none", "0元", 0), total=figure("t", "10元", 10)
    ),
    "nobody": chart("people-in-100", figure("a", "10%", 10), figure("none", "0%", 0)),
    "in a group": chart(
        "grouped-bars",
        *(
            figure(name, f"{v}元", v, group=name[0], row=f"r{v}")
            for name, v in (("none", 0), ("b", 2), ("nb", 2))
        ),
    ),
}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("spec", NOTHING.values(), ids=NOTHING)
def test_nothing_is_drawn_for_nothing(spec: ChartSpec, size: int) -> None:
    marks = {
        element.get("class")
        for element in group(read(replace(spec, width=size)), "none").iter()
        if element.get("class")
    }
    assert marks <= {"figure", "label", "number strong"}


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("a\nb", "control"),
        ("a\u202eb", "control"),
        ("שלום", "right-to-left"),
        ("a😀", "emoji"),
        ("ᚠ", "no glyph"),
    ],
    ids=["newline", "override", "hebrew", "emoji", "rare"],
)
def test_what_cannot_be_shown_is_refused_by_name(label: str, said: str) -> None:
    with pytest.raises(ChartRefused, match=said):
        charts.draw(chart("bars", figure("a", "1", 1, row=label)))


def run(program: str, *arguments: str, **environment: str) -> str:
    """What a Python program prints in a process of its own that sees this project."""
    opening = (
        "import sys; sys.path.insert(0, sys.argv[1]); import charts; from charts.spec import *; "
    )
    command = [sys.executable, "-X", "utf8", "-c", opening + program, str(ROOT), *arguments]
    return subprocess.run(  # noqa: S603 - our own program
        command, capture_output=True, check=True, encoding="utf-8", env=environment
    ).stdout.strip()


def test_the_same_spec_gives_the_same_bytes_in_another_run() -> None:
    program = "import pickle; print(charts.draw(pickle.loads(bytes.fromhex(sys.argv[2]))).svg)"
    given = pickle.dumps(ORGANISATIONS).hex()
    runs = {
        run(program, given, PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert runs == {charts.draw(ORGANISATIONS).svg}


def test_refusing_leaves_matplotlib_alone() -> None:
    data = "(Datum('a', 'a', '1', DatumRelation.EQUAL, 1, 1, 1),)"
    program = (
        f"charts.refuse(ChartSpec('c', 'bars', 'zh', 't', 'd', {data})); "
        "print('matplotlib' in sys.modules)"
    )
    assert run(program) == "False"


@QUICK
@given(
    st.lists(
        st.lists(st.integers(1960, 2030), min_size=2, max_size=40, unique=True).map(sorted),
        min_size=1,
        max_size=5,
    ),
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
            figures.append(
                moment(
                    f"{at} {name}",
                    year,
                    f"{value:,}{unit}",
                    value,
                    relation=relation,
                    status=status,
                )
            )
    assert_holds(chart("line", *figures, width=data.draw(SIZES)))


def test_a_first_number_of_several_lines_stands_clear_of_the_next_dot() -> None:
    points = [(1960, 0), (1961, 1), (1962, 0), (1963, 0), (1978, 0)]
    assert_holds(
        chart(
            "line",
            *(
                moment("0 1", year, f"{value} per 1,000 live births", value)
                for year, value in points
            ),
            width=320,
        )
    )
