"""A hundred people: whole ones, the smaller share within the larger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import charts
from tests.charts.drawn import SVG, assert_holds, chart, figure, people, read, text_boxes
from tests.charts.examples import AGED
from tests.charts.strategies import LONG, QUICK, SIZES


@pytest.mark.parametrize(
    ("share", "filled"), [(22.0, 22), (15.6, 16), (15.4, 15), (0.5, 1), (12.5, 13)]
)
def test_people_are_rounded_to_the_nearest(share: float, filled: int) -> None:
    assert people(read(chart("people-in-100", figure("a", f"{share}%", share))), "a") == filled


def test_nested_shares_together_fill_the_larger_one() -> None:
    root = read(AGED)
    assert (people(root, "65岁"), people(root, "60岁")) == (16, 6)
    (rest,) = root.findall(f"{SVG}path[@class='rest']")
    assert rest.get("d", "").count("Z") == 78


def test_each_colour_is_one_path_and_the_rest_lies_below_all() -> None:
    root = read(AGED)
    paths = list(root.iter(f"{SVG}path"))
    assert [path.get("class") for path in paths] == ["rest", "mark", "mark"]
    assert [path.get("fill") for path in paths] == [
        "var(--rule)",
        "var(--accent)",
        "var(--accent-2)",
    ]


def test_the_drawing_says_who_the_hundred_are() -> None:
    spec = chart(
        "people-in-100", figure("a", "47.4%", 47.4), words={"hundred": "每100名乡村医生，一格一人"}
    )
    assert next(text_boxes(read(spec))).text == "每100名乡村医生，一格一人"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"words": {}}, "nothing says who the hundred people are"),
        ({"whole": None}, "a: in no unit of shares in a hundred"),
        ({"whole": 1000.0}, "a: in no unit of shares in a hundred"),
    ],
)
def test_what_is_no_share_of_people_is_refused(given: dict[str, object], reason: str) -> None:
    assert reason in (
        charts.refuse(chart("people-in-100", figure("a", "47.4%", 47.4), **given)) or ""
    )


@QUICK
@given(
    st.lists(st.tuples(LONG, st.floats(1, 99)), min_size=1, max_size=3),
    st.sampled_from("=>≲≈"),
    SIZES,
)
def test_any_people_hold(rows: list[tuple[str, float]], relation: str, size: int) -> None:
    data = [
        figure(f"f{at}", f"{value:.1f}%", value, relation, row=row)
        for at, (row, value) in enumerate(rows)
    ]
    assert_holds(chart("people-in-100", *data, width=size))
