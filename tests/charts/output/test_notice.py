"""A chart that was withdrawn keeps its pictures: title, line why, and the site, at the sizes of
charts.
"""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET

import charts

NOTICE = charts.Notice(
    "n",
    "en",
    "Beds & <wards>",
    "Withdrawn on 1 October 2025. " + "They do not compare. " * 12,
    ("Shade in Figures",),
)


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    return struct.unpack(">II", png[16:24])


def test_the_svg_holds_every_word_and_names_itself() -> None:
    root = ET.fromstring(charts.notice_svg(NOTICE).partition(b"\n")[2])  # noqa: S314 - made by the renderer
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0] == "Beds & <wards>"
    assert " ".join(texts[1:-1]).split() == NOTICE.sentence.split()
    assert texts[-1] == "Shade in Figures"
    assert root.get("lang") == "en"


def test_lines_stand_below_each_other_within_the_picture() -> None:
    root = ET.fromstring(charts.notice_svg(NOTICE).partition(b"\n")[2])  # noqa: S314 - made by the renderer
    tops = [
        float(element.get("y", "")) for element in root.iter("{http://www.w3.org/2000/svg}text")
    ]
    assert tops == sorted(set(tops))
    assert tops[-1] < float(root.get("height", ""))


def test_pictures_have_the_sizes_of_charts_and_the_same_bytes() -> None:
    assert size(charts.notice_card(NOTICE)) == (1200, 630)
    assert size(charts.notice_png(NOTICE))[0] == 2 * (640 + 32)
    assert charts.notice_png(NOTICE) == charts.notice_png(NOTICE)
