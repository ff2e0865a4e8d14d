"""Chart specs made for tests, and drawings read back: lengths, labels, boxes and names from the SVG
itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from msgspec import Struct

import charts
from charts.layout.text_layout import ASCENT, LINE, numbers, width
from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (320, 360, 640, 900)


def figure(name: str, number: str, value: float | None, relation: str = "=", **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    bounds = {
        "low": value if relation in {"=", ">", "≥"} else None,
        "high": value if relation in {"=", "<", "≤", "≲"} else None,
    }
    status = DatumStatus(more.pop("status", "observed"))
    told = {
        "id": name,
        "row": name,
        "number": number,
        "relation": DatumRelation(relation),
        "value": value,
        "status": status,
    }
    return Datum(**{**told, **bounds, **more})


def chart(kind: str, *data: Datum, **more: Any) -> ChartSpec:  # noqa: ANN401 - any field of the dataclass
    told = {
        "id": "c",
        "kind": kind,
        "language": "zh",
        "title": "题",
        "description": "说明",
        "data": data,
    }
    of_people = {"whole": 100.0, "words": {"hundred": "每100人"}} if kind == "people-in-100" else {}
    return ChartSpec(**{**told, **of_people, **more})


def moment(row: str, year: float, number: str, value: float, **more: Any) -> Datum:  # noqa: ANN401 - any field of the dataclass
    return figure(
        f"{row}-{year}", number, value, row=row, time=year, time_label=f"{year:g}年", **more
    )


class TextBox(Struct, frozen=True):
    """A text as measured for the widest usual font."""

    text: str
    left: float
    right: float
    top: float
    strong: bool

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
    found = [
        rect for rect in group(root, name).iter(f"{SVG}rect") if "mark" in rect.get("class", "")
    ]
    return [
        (float(rect.get("x", "")), float(rect.get("x", "")) + float(rect.get("width", "")))
        for rect in found
    ]


def people(root: ET.Element, name: str) -> int:
    """How many whole people of a hundred a figure fills."""
    found = [
        path.get("d", "")
        for path in group(root, name).iter(f"{SVG}path")
        if "mark" in path.get("class", "")
    ]
    return sum(outline.count("Z") for outline in found)


def text_boxes(root: ET.Element) -> Iterator[TextBox]:
    for element in root.iter(f"{SVG}text"):
        text = element.text or ""
        wide = width(text, strong="strong" in element.get("class", ""))
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        left = float(element.get("x", "")) - shift * wide
        yield TextBox(
            text,
            left,
            left + wide,
            float(element.get("y", "")) - ASCENT,
            "strong" in element.get("class", ""),
        )


def rules(root: ET.Element, name: str) -> list[list[tuple[float, float]]]:
    """The points of the lines of one class, of which an element may hold several."""
    found = [
        re.findall(r"-?[\d.]+", line)
        for path in root.iter(f"{SVG}path")
        if path.get("class") == name
        for line in path.get("d", "").split("M")[1:]
    ]
    return [
        [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        for numbers in found
    ]


def circle(root: ET.Element, name: str) -> tuple[float, float, float]:
    """Middle and radius of a figure's dot."""
    found = next(group(root, name).iter(f"{SVG}circle"))
    return float(found.get("cx", "")), float(found.get("cy", "")), float(found.get("r", ""))


def number_of(root: ET.Element, name: str) -> TextBox:
    """The number of a figure, where it is on one line."""
    (found,) = (box for box in text_boxes(group(root, name)) if box.strong)
    return found


def assert_holds(spec: ChartSpec) -> None:
    """Nothing overlaps, nothing leaves the view box, every number is there, nothing a page must not
    hold is in it.
    """
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
    for x, y, radius in circles(root):
        crossed = [
            box
            for box in boxes
            if box.left < x + radius - 0.5
            and x - radius + 0.5 < box.right
            and box.top + 3 < y + radius
            and y - radius < box.top + LINE - 3
        ]
        assert not crossed, (x, y, crossed)
    for x, y in points(root):
        assert -0.01 <= x <= spec.width + 0.01
        assert -0.01 <= y <= drawing.height + 0.01
    named = [
        title.text or "" for title in root.iter(f"{SVG}title")
    ]  # of figures in a line, whose numbers are not all written
    shown = re.sub(
        r"\s",
        "",
        "".join(
            [
                *(box.text for box in boxes),
                *(named if spec.kind in {"line", "small-multiples"} else []),
            ]
        ),
    )
    for datum in spec.data:
        assert re.sub(r"\s", "", datum.number) in shown
        for begin, end in numbers(datum.number):
            assert any(
                datum.number[begin:end] in text for text in (*(box.text for box in boxes), *named)
            ), datum.number
    assert not re.search(r"\sstyle=|<style|<script|font-family|metadata|NaN|inf", drawing.svg)


def circles(root: ET.Element) -> Iterator[tuple[float, float, float]]:
    """Middle and radius of every dot."""
    for found in root.iter(f"{SVG}circle"):
        yield float(found.get("cx", "")), float(found.get("cy", "")), float(found.get("r", ""))


def points(root: ET.Element) -> Iterator[tuple[float, float]]:
    """Corners of all marks but text."""
    for element in root.iter():
        at = (
            {
                name: float(element.get(name, "0"))
                for name in ("x", "y", "width", "height", "cx", "cy", "r")
            }
            if element.tag != root.tag
            else {}
        )
        if element.tag == f"{SVG}rect":
            yield from ((at["x"], at["y"]), (at["x"] + at["width"], at["y"] + at["height"]))
        elif element.tag == f"{SVG}circle":
            yield from (
                (at["cx"] - at["r"], at["cy"] - at["r"]),
                (at["cx"] + at["r"], at["cy"] + at["r"]),
            )
        elif element.tag == f"{SVG}path":
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", element.get("d", ""))]
            yield from zip(numbers[::2], numbers[1::2], strict=True)
