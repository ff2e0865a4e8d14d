"""Charts drawn: once for every page that shows them, and as the files that are on their own."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

import charts
from charts.spec import ChartSpec
from statsite.render.cache import DrawingCache, renderer


class ChartDrawing(Struct, frozen=True):
    """A chart's drawing as HTML holds it, the mark conventions a reader must be told, its SVG and
    PNG files, and the card it is shared with.
    """

    svg: Markup
    conventions: tuple[str, ...]
    file: bytes
    picture: bytes
    card: bytes

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files by name."""
        return {"file": self.file, "picture": self.picture, "card": self.card}


class DrawingOrder(Struct, frozen=True):
    """A chart to draw: its key, both specs, the caption lines of its files and of its card, its
    accent, and its page's public address, empty where it has none.
    """

    key: tuple[str, str]
    on_page: ChartSpec
    in_file: ChartSpec
    caption: tuple[str, ...]
    card_caption: tuple[str, ...]
    accent: int
    address: str


def described(order: DrawingOrder) -> str:
    """All that an ordered drawing depends on but the program."""
    return repr(order)


def drawing_of(order: DrawingOrder, kept: DrawingCache) -> ChartDrawing:
    """The ordered drawing: what an earlier build ``kept``, else drawn, and kept from now on."""
    description = described(order)
    found = _kept(description, kept)
    if found is None:
        found = _draw(order)
        kept.put(description, _parts(found))
    return found


def _parts(drawing: ChartDrawing) -> list[bytes]:
    texts = (drawing.svg, "\n".join(drawing.conventions))
    return [*(text.encode() for text in texts), drawing.file, drawing.picture, drawing.card]


def _kept(description: str, kept: DrawingCache) -> ChartDrawing | None:
    parts = kept.get(description)
    if parts is None:
        return None
    try:
        svg, conventions, file, picture, card = parts
        names = tuple(filter(None, conventions.decode().split("\n")))
        return ChartDrawing(_markup(svg.decode()), names, file, picture, card)
    except ValueError:  # not what `_parts` gives
        return None


def get_ready() -> None:
    """Load what lays out charts, and measure a letter, for which the font is read: processes that
    are made of this one then need not. What draws takes as long to load in each of them as here,
    where the others would wait for it.
    """
    charts.draw, charts.standalone, charts.png, charts.card  # noqa: B018 - named, they are loaded
    charts.missing_glyphs("n")


def get_all_ready() -> None:
    """Load what draws as well, and look at what drawings are kept for, in a process that has time
    for it.
    """
    charts.load()
    renderer()


def _draw(order: DrawingOrder) -> ChartDrawing:
    on_page, alone = charts.draw(order.on_page), charts.draw(order.in_file)
    accents = tuple(charts.SCHEMES)
    accent = accents[order.accent % len(accents)]
    file = charts.standalone(alone, order.in_file, order.caption, accent=accent)
    return ChartDrawing(
        _markup(on_page.svg),
        on_page.conventions,
        file.encode(),
        charts.png(order.in_file, order.caption, accent=accent),
        charts.card(order.in_file, order.card_caption, address=order.address, accent=accent),
    )


def _markup(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - written by the renderer, which escapes every text
