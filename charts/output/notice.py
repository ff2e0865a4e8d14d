"""What is at the addresses of a chart that was withdrawn: its title and a line why, as SVG, as PNG
and as card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from charts.layout.scene import Layer, Rectangle, Style, TextRole
from charts.layout.text_layout import TextBlock, block, heading
from charts.output.png import lettering, picture
from charts.output.svg_file import FileHead, file_root, file_text, lines
from charts.spec import Notice

_MARGIN: Final = 16.0
_WIDTH: Final = 640.0
_GAP: Final = 10.0
#: The card in CSS px, as cards of charts are, and how large its letters are.
_CARD: Final = (600.0, 315.0)
_CARD_MARGIN: Final = 20.0
_CARD_TITLE: Final = 1.5
#: What title and sentence look like; what is below is less important.
_ROLES: Final[Sequence[TextRole]] = ("number", "label")
_RULE: Final = 4.0


def notice_svg(notice: Notice, *, accent: str = "rust") -> bytes:
    """The SVG file: text in the colours of ``accent``, readable in light and dark."""
    parts = _parts(notice, _WIDTH)
    root = file_root(_head(notice, parts), accent=accent)
    top = _MARGIN
    for part, attributes in zip(parts, _looks(len(parts)), strict=True):
        root.extend(lines([part], top, attributes))
        top += part.height + (_GAP if part in parts[:2] else 0.0)
    return file_text(root).encode()


def _head(notice: Notice, parts: Sequence[TextBlock]) -> FileHead:
    title_id = f"{notice.name}-file-title"
    return FileHead(
        width=_WIDTH + 2 * _MARGIN,
        height=_height(parts),
        language=notice.language,
        title=f"{notice.title}. {notice.sentence}",
        title_id=title_id,
        labelled_by=title_id,
    )


def _height(parts: Sequence[TextBlock]) -> float:
    return 2 * _MARGIN + 2 * _GAP + sum(part.height for part in parts)


def notice_png(notice: Notice, *, accent: str = "rust") -> bytes:
    """The PNG file, the same for the same notice."""
    parts = _parts(notice, _WIDTH)
    layers = _layers(parts, _MARGIN, 1.0)
    return picture(layers, _WIDTH + 2 * _MARGIN, _height(parts), accent=accent)


def notice_card(notice: Notice, *, accent: str = "rust") -> bytes:
    """The card as PNG bytes, 1200 by 630 pixels."""
    width, height = _CARD
    parts = _parts(notice, (width - 2 * _CARD_MARGIN) / _CARD_TITLE)
    band = Layer((Rectangle(0.0, 0.0, width, _RULE, Style(fill="accent")),))
    return picture([band, *_layers(parts, _CARD_MARGIN, _CARD_TITLE)], width, height, accent=accent)


def _parts(notice: Notice, room: float) -> list[TextBlock]:
    """Title, sentence and the lines below, wrapped to ``room``."""
    below = [block(line, room) for line in notice.below if line.strip()]
    title = heading(notice.title, room, notice.title_parts)
    return [title, block(notice.sentence, room), *below]


def _looks(count: int) -> list[dict[str, str]]:
    """How each of ``count`` parts looks as text of SVG."""
    title = {"class": "strong", "fill": "var(--ink)", "font-weight": "700"}
    soft = {"class": "soft", "fill": "var(--soft)"}
    return [title, {"class": "label", "fill": "var(--ink)"}, *([soft] * (count - 2))]


def _layers(parts: Sequence[TextBlock], margin: float, scale: float) -> Iterator[Layer]:
    top = margin
    for index, part in enumerate(parts):
        is_below = index >= len(_ROLES)
        role = "soft" if is_below else _ROLES[index]
        yield Layer(tuple(lettering(part, role)), margin, top, scale)
        top += (part.height + (0.0 if is_below else _GAP)) * scale
