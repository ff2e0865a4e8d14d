"""A drawing as an SVG file of its own: title and finding above, key, source, site and date below,
readable in light and dark.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from charts.layout.text_layout import ASCENT, LINE, SIZE, TextBlock, block, heading
from charts.output.key import told_below
from charts.output.svg import id_prefix
from charts.palette import SCHEMES, Scheme
from charts.spec import ChartSpec, Drawing

_MARGIN: Final = 16.0
#: Above and below the drawing.
_AROUND: Final = 12.0
_TITLE: Final = {"class": "strong", "fill": "var(--ink)", "font-weight": "700"}
_SANS: Final = (
    'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft '
    'YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
)
#: What the drawing has for the page only.
_OF_THE_PAGE: Final = frozenset({"xmlns", "role", "aria-label", "lang"})


class FileHead(Struct, frozen=True):
    """What a file says of itself: its size in CSS px, its language, its title, the id of that, and
    the ids of the elements that name it.
    """

    width: float
    height: float
    language: str
    title: str
    title_id: str
    labelled_by: str


def standalone(
    drawing: Drawing, spec: ChartSpec, caption_lines: Sequence[str], *, accent: str = "rust"
) -> str:
    """The SVG file: ``accent`` names a colour of ``charts.palette.SCHEMES``; caption lines are
    wrapped to the chart's width.
    """
    words = _Words(
        heading(spec.title, spec.width, spec.title_parts),
        block(spec.description, spec.width),
        _captions(drawing, spec, caption_lines),
    )
    below = words.above + drawing.height + _AROUND
    root = file_root(_head(spec, below + words.below), accent=accent)
    root.extend(lines([words.title], _MARGIN, _TITLE))
    finding_top = _MARGIN + words.title.height + 2
    root.extend(lines([words.finding], finding_top, {"fill": "var(--ink)"}))
    root.append(_chart(drawing, spec, words.above))
    root.extend(lines(words.captions, below, {"class": "soft", "fill": "var(--soft)"}))
    return file_text(root)


class _Words(Struct, frozen=True):
    """What is written around a drawing: title and finding above it, captions below."""

    title: TextBlock
    finding: TextBlock
    captions: Sequence[TextBlock]

    @property
    def above(self) -> float:
        """Where the drawing begins."""
        return _MARGIN + self.title.height + self.finding.height + _AROUND

    @property
    def below(self) -> float:
        """From the first caption to the lower edge of the file."""
        return sum(caption.height for caption in self.captions) + _MARGIN


def _captions(drawing: Drawing, spec: ChartSpec, caption_lines: Sequence[str]) -> list[TextBlock]:
    """Key, notes and sources, broken into lines."""
    told = told_below(spec, drawing.conventions, caption_lines)
    return [block(line, spec.width) for line in told]


def _head(spec: ChartSpec, height: float) -> FileHead:
    title_id = f"{id_prefix(spec)}-file-title"
    return FileHead(
        width=spec.width + 2 * _MARGIN,
        height=height,
        language=spec.language,
        title="\n".join(filter(None, (spec.title, spec.description))),
        title_id=title_id,
        labelled_by=f"{title_id} {id_prefix(spec)}-desc",
    )


def file_root(head: FileHead, *, accent: str) -> ET.Element:
    """The root of a file, with its title, its colours and its paper."""
    root = ET.Element("svg", _attributes(head))
    ET.SubElement(root, "title", {"id": head.title_id}).text = head.title
    ET.SubElement(root, "style").text = stylesheet(*SCHEMES[accent])
    ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "var(--paper)"})
    return root


def _attributes(head: FileHead) -> dict[str, str]:
    """How large a file is, and what it is called."""
    width, height = f"{head.width:g}", f"{head.height:g}"
    size = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    names = {"role": "img", "lang": head.language, "aria-labelledby": head.labelled_by}
    return {"xmlns": "http://www.w3.org/2000/svg", **size, **names}


def file_text(root: ET.Element) -> str:
    """The text of a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _chart(drawing: Drawing, spec: ChartSpec, top: float) -> ET.Element:
    """The drawing as part of the file, which says itself what it is and in which language."""
    place = {
        "x": f"{_MARGIN:g}",
        "y": f"{top:g}",
        "width": f"{spec.width}",
        "height": f"{drawing.height:g}",
    }
    kept = {name: value for name, value in drawing.element.items() if name not in _OF_THE_PAGE}
    chart = ET.Element("svg", place | kept)
    chart.extend(drawing.element)
    return chart


def lines(
    blocks: Iterable[TextBlock], top: float, attributes: dict[str, str]
) -> Iterator[ET.Element]:
    """The texts as elements of a file, one below the other from ``top`` on, each line with the same
    ``attributes``.
    """
    for index, line in enumerate(line for text in blocks for line in text.lines):
        place = {"x": f"{_MARGIN:g}", "y": f"{top + LINE * index + ASCENT:g}"}
        element = ET.Element("text", {**place, "font-size": f"{SIZE:g}", **attributes})
        element.text = line
        yield element


def stylesheet(light: Scheme, dark: Scheme) -> str:
    """The font and the colours of a file, by day and by night."""
    font = f"svg {{ font-family: {_SANS}; font-variant-numeric: lining-nums tabular-nums }}"
    return (
        f":root {{ color-scheme: light dark; {_tokens(light)} }} @media (prefers-color-scheme: "
        f"dark) {{ :root {{ {_tokens(dark)} }} }} {font}"
    )


def _tokens(scheme: Scheme) -> str:
    return "; ".join(f"--{name}: {colour}" for name, colour in scheme.tokens().items())
