"""The key to a drawing: which conventions its marks use, and what a picture that leaves the page
says of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charts.layout.marks import conventions
from charts.layout.scene import Path, Scene
from charts.layout.series import has_gap
from charts.spec import ChartSpec
from charts.traits import HAVE_LINES
from charts.validation import all_data, rows


def conventions_of(spec: ChartSpec, scene: Scene) -> Iterator[str]:
    """The conventions of the marks, in their fixed order; that lines stop at gaps, and that dots
    join figures years apart, where they do.
    """
    yield from conventions(all_data(spec))
    if spec.kind in HAVE_LINES and any(has_gap(data) for _, data in rows(spec)):
        yield "gap"
    if any(isinstance(shape, Path) and shape.style.name == "link" for shape in scene.shapes):
        yield "link"


def told_below(
    spec: ChartSpec, used: Sequence[str], caption_lines: Sequence[str]
) -> tuple[str, ...]:
    """The lines below a picture: its key as one sentence, where its words are given, then its
    caption; empty ones left out.
    """
    return tuple(line for line in (_key(spec, used), *caption_lines) if line.strip())


def _key(spec: ChartSpec, used: Sequence[str]) -> str:
    texts = [
        spec.words[f"convention-{name}"] for name in used if f"convention-{name}" in spec.words
    ]
    joined = spec.words.get("conventions-separator", "; ").join(texts)
    return f"{joined[0].upper()}{joined[1:]}{spec.words.get('full-stop', '.')}" if joined else ""
