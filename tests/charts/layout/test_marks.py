"""What qualifier and status add to a mark, and which conventions a reader is told."""

from __future__ import annotations

import pytest

import charts
from charts.spec import ChartSpec
from tests.charts.drawn import SVG, chart, circle, figure, group, moment, read, rules
from tests.charts.examples import FALLING, LANES, MIXED


@pytest.mark.parametrize("status", ["observed", "target", "estimate"])
def test_about_is_a_wave_inside_its_circle(status: str) -> None:
    data = [
        moment("a", 2024, "3", 3, status="target"),
        moment("a", 2030, "约5", 5, relation="≈", status=status),
    ]
    root = read(chart("targets", *data))
    x, y, radius = circle(root, "a-2030")
    (wave,) = rules(group(root, "a-2030"), "wave")
    assert all((px - x) ** 2 + (py - y) ** 2 < (radius - 2) ** 2 for px, py in wave)
    assert min(py for _, py in wave) < y - 1 < y + 1 < max(py for _, py in wave)


@pytest.mark.parametrize(
    ("spec", "sign"), [(LANES, -1), (FALLING, 1)], ids=["above-zero", "below-zero"]
)
def test_an_open_bound_on_a_slope_fades_away_from_zero(spec: ChartSpec, sign: int) -> None:
    root = read(spec)
    for datum in spec.data:
        if datum.relation in "≥≤":
            _, y, _ = circle(root, datum.id)
            (fade,) = (
                rect
                for rect in group(root, datum.id).iter(f"{SVG}rect")
                if rect.get("class") == "fade"
            )
            assert (float(fade.get("y", "")) + float(fade.get("height", "")) / 2 - y) * sign > 0
            assert f"fade-{'up' if sign < 0 else 'down'}" in fade.get("fill", "")


@pytest.mark.parametrize("status", ["target", "plan", "standard"])
@pytest.mark.parametrize("kind", ["bars", "targets"])
def test_what_is_only_intended_is_hollow_and_dashed(kind: str, status: str) -> None:
    root = read(chart(kind, moment("a", 2030, "10", 10, status=status)))
    marks = [
        element
        for element in group(root, "a-2030").iter()
        if element.get("class", "").startswith("mark")
    ]
    assert [mark.get("fill") for mark in marks] == ["var(--paper)"]
    assert all(mark.get("stroke-dasharray") for mark in marks)


def test_an_open_outline_is_filled_up_to_its_number_as_a_closed_one_is() -> None:
    data = [
        moment("a", 2030, "40以上", 40, relation="≥", status="target"),
        moment("b", 2030, "80", 80, status="target"),
    ]
    root = read(chart("bars", *data))
    (inside,) = (
        rect for rect in group(root, "a-2030").iter(f"{SVG}rect") if rect.get("class") == "inside"
    )
    (closed,) = (
        rect
        for rect in group(root, "b-2030").iter(f"{SVG}rect")
        if rect.get("fill") == "var(--paper)"
    )
    assert inside.get("fill") == "var(--paper)"
    assert float(inside.get("width", "")) == pytest.approx(
        float(closed.get("width", "")) / 2, abs=2
    )


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
def test_conventions_are_listed_where_they_are_used(
    relation: str, value: float, expected: tuple[str, ...]
) -> None:
    drawing = charts.draw(chart("bars", figure("a", "x", value, relation), figure("b", "10", 10)))
    assert drawing.conventions == expected
    assert ("linearGradient" in drawing.svg) == (expected == ("open-above",))


def test_conventions_keep_their_order() -> None:
    assert charts.draw(MIXED).conventions == ("about", "range", "target", "estimate")
