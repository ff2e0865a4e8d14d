"""Charts drawn: once for every page that shows them, and as the files that are on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from markupsafe import Markup

from charts.spec import ChartSpec
from statsite.render.cache import DrawingCache

#: From how many charts on it is worth it to start other processes, and in how many batches each of
#: them gets its share.
_WORTH_PROCESSES, _BATCHES = 8, 4


@dataclass(frozen=True, slots=True)
class ChartDrawing:
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


@dataclass(frozen=True, slots=True)
class DrawingOrder:
    """A chart to draw: its key, both specs, the caption lines and accent of the file, and its
    page's public address, empty where it has none.
    """

    key: tuple[str, str]
    on_page: ChartSpec
    in_file: ChartSpec
    caption: tuple[str, ...]
    accent: int
    address: str


@dataclass(slots=True)
class BegunDrawings:
    """Charts that are being drawn: those that were ``found`` drawn, by their keys, and the
    ``orders`` of the others, whose ``drawings`` come from the processes of the ``pool``, or are
    made in this one when they are asked for.
    """

    found: dict[tuple[str, str], ChartDrawing]
    orders: Sequence[DrawingOrder]
    drawings: Iterator[ChartDrawing]
    kept: DrawingCache
    pool: ProcessPoolExecutor | None = None

    def finish(self) -> Mapping[tuple[str, str], ChartDrawing]:
        """Every ordered chart by its key."""
        try:
            for order, drawing in zip(self.orders, self.drawings, strict=True):
                self.kept.put(_description(order), _parts(drawing))
                self.found[order.key] = drawing
        finally:
            self.end()
        return self.found

    def end(self) -> None:
        """Have nothing more drawn."""
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)


def begin_drawing(orders: Iterable[DrawingOrder], jobs: int, kept: DrawingCache) -> BegunDrawings:
    """Take the ordered charts that are ``kept`` from an earlier build, and have the others drawn by
    ``jobs`` processes while this one does something else.
    """
    listed = list(orders)
    found = {order.key: drawing for order in listed if (drawing := _kept(order, kept)) is not None}
    missing = [order for order in listed if order.key not in found]
    if jobs == 1 or len(missing) < _WORTH_PROCESSES:
        return BegunDrawings(found, missing, map(_draw, missing), kept)
    # Spawned, not forked: a copy of a process that may hold threads is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    batch = max(1, len(missing) // (jobs * _BATCHES))
    return BegunDrawings(found, missing, pool.map(_draw, missing, chunksize=batch), kept, pool)


def _description(order: DrawingOrder) -> str:
    return repr(order)


def _parts(drawing: ChartDrawing) -> list[bytes]:
    texts = (drawing.svg, "\n".join(drawing.conventions))
    return [*(text.encode() for text in texts), drawing.file, drawing.picture, drawing.card]


def _kept(order: DrawingOrder, kept: DrawingCache) -> ChartDrawing | None:
    parts = kept.get(_description(order))
    if parts is None:
        return None
    try:
        svg, conventions, file, picture, card = parts
        names = tuple(filter(None, conventions.decode().split("\n")))
        return ChartDrawing(_markup(svg.decode()), names, file, picture, card)
    except ValueError:  # not what `_parts` gives
        return None


def _draw(order: DrawingOrder) -> ChartDrawing:
    import charts  # noqa: PLC0415 - the drawing library takes a third of a second to import

    on_page, alone = charts.draw(order.on_page), charts.draw(order.in_file)
    accents = tuple(charts.SCHEMES)
    accent = accents[order.accent % len(accents)]
    file = charts.standalone(alone, order.in_file, order.caption, accent=accent)
    return ChartDrawing(
        _markup(on_page.svg),
        on_page.conventions,
        file.encode(),
        charts.png(order.in_file, order.caption, accent=accent),
        charts.card(order.in_file, order.caption, address=order.address, accent=accent),
    )


def _markup(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - written by the renderer, which escapes every text
