"""Charts drawn for pages: one drawing for phones, one for wide screens, and the file that stands on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from markupsafe import Markup

from charts.spec import ChartSpec, Drawing


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A chart's drawings as HTML holds them, and the mark conventions a reader must be told."""

    narrow: Markup
    wide: Markup
    conventions: tuple[str, ...]
    file: bytes


@dataclass(frozen=True, slots=True)
class DrawingOrder:
    """A chart to draw: its key, both specs, and the caption lines and accent of the file."""

    key: tuple[str, str]
    narrow: ChartSpec
    wide: ChartSpec
    caption: tuple[str, ...]
    accent: int


def draw_all(orders: Iterable[DrawingOrder], jobs: int) -> Mapping[tuple[str, str], ChartDrawing]:
    """Every ordered chart by its key, drawn by ``jobs`` processes."""
    return dict(_drawn(list(orders), jobs))


def _drawn(orders: list[DrawingOrder], jobs: int) -> Iterator[tuple[tuple[str, str], ChartDrawing]]:
    if jobs == 1 or len(orders) < jobs:
        yield from map(_draw, orders)
        return
    # Spawned, not forked: a copy of a process that may hold threads is not safe.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_draw, orders)


def _draw(order: DrawingOrder) -> tuple[tuple[str, str], ChartDrawing]:
    import charts  # noqa: PLC0415 - the drawing library takes a third of a second to import

    narrow, wide = charts.draw(order.narrow), charts.draw(order.wide)
    accents = tuple(charts.SCHEMES)
    file = charts.standalone(wide, order.wide, order.caption, accent=accents[order.accent % len(accents)])
    return order.key, ChartDrawing(_markup(narrow), _markup(wide), wide.conventions, file.encode())


def _markup(drawing: Drawing) -> Markup:
    return Markup(drawing.svg)  # noqa: S704 - written by the renderer, which escapes every text
