"""What is at the addresses of a chart that was withdrawn: its title and a line why, as SVG, as PNG
and as card.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from charts.layout.scene import Layer, Rectangle, Style
from charts.layout.text_layout import TextBlock, block
from charts.output.png import lettering, picture
from charts.output.svg_file import lines, stylesheet
from charts.palette import SCHEMES

_MARGIN: Final = 16.0
_WIDTH: Final = 640.0
_GAP: Final = 10.0
#: The card in CSS px, as cards of charts are, and how large its letters are.
_CARD: Final = (600.0, 315.0)
_CARD_MARGIN: Final = 20.0
_CARD_TITLE: Final = 1.5
_RULE: Final = 4.0


@dataclass(frozen=True, slots=True)
class Notice:
    """A chart that is not drawn any more: ``name`` is its id as names in XML may be, ``sentence``
    says when and why, ``below`` whose it is.
    """

    name: str
    language: str
    title: str
    sentence: str
    below: tuple[str, ...]


def notice_svg(notice: Notice, *, accent: str = "rust") -> bytes:
    """The SVG file: text in the colours of ``accent``, readable in light and dark."""
    parts = _parts(notice, _WIDTH)
    width, height = (
        _WIDTH + 2 * _MARGIN,
        2 * _MARGIN + 2 * _GAP + sum(part.height for part in parts),
    )
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    names = {"role": "img", "lang": notice.language, "aria-labelledby": f"{notice.name}-file-title"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **names})
    ET.SubElement(
        root, "title", {"id": f"{notice.name}-file-title"}
    ).text = f"{notice.title}. {notice.sentence}"
    ET.SubElement(root, "style").text = stylesheet(*SCHEMES[accent])
    ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "var(--paper)"})
    top = _MARGIN
    for part, attributes in zip(parts, _looks(len(parts)), strict=True):
        root.extend(lines([part], top, attributes))
        top += part.height + (_GAP if part in parts[:2] else 0.0)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
    ).encode()


def notice_png(notice: Notice, *, accent: str = "rust") -> bytes:
    """The PNG file, the same for the same notice."""
    parts = _parts(notice, _WIDTH)
    height = 2 * _MARGIN + 2 * _GAP + sum(part.height for part in parts)
    return picture(_layers(parts, _MARGIN, 1.0), _WIDTH + 2 * _MARGIN, height, accent=accent)


def notice_card(notice: Notice, *, accent: str = "rust") -> bytes:
    """The card as PNG bytes, 1200 by 630 pixels."""
    width, height = _CARD
    parts = _parts(notice, (width - 2 * _CARD_MARGIN) / _CARD_TITLE)
    band = Layer((Rectangle(0.0, 0.0, width, _RULE, Style(fill="accent")),))
    return picture([band, *_layers(parts, _CARD_MARGIN, _CARD_TITLE)], width, height, accent=accent)


def _parts(notice: Notice, room: float) -> list[TextBlock]:
    """Title, sentence and the lines below, wrapped to ``room``."""
    below = [block(line, room) for line in notice.below if line.strip()]
    return [block(notice.title, room, strong=True), block(notice.sentence, room), *below]


def _looks(count: int) -> list[dict[str, str]]:
    """How each of ``count`` parts looks as text of SVG."""
    title = {"class": "strong", "fill": "var(--ink)", "font-weight": "650"}
    soft = {"class": "soft", "fill": "var(--soft)"}
    return [title, {"class": "label", "fill": "var(--ink)"}, *([soft] * (count - 2))]


def _layers(parts: Sequence[TextBlock], margin: float, scale: float) -> list[Layer]:
    made, top = list[Layer](), margin
    for index, part in enumerate(parts):
        role = ("number", "label")[index] if index < len(("title", "sentence")) else "soft"
        made.append(Layer(tuple(lettering(part, role)), margin, top, scale))  # type: ignore[arg-type]
        top += (part.height + (_GAP if index < len(("title", "sentence")) else 0.0)) * scale
    return made
