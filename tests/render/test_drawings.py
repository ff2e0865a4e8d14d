"""Charts are drawn once, and taken from what an earlier build kept where it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from statsite.cache_folder import open_folder
from statsite.render import drawings
from statsite.render.cache import DrawingCache
from statsite.render.drawings import ChartDrawing, DrawingOrder, begin_drawing
from tests.charts.examples import ALL

SPEC = next(iter(ALL.values()))
ORDER = DrawingOrder(
    ("a", "zh"), replace(SPEC, width=360), replace(SPEC, width=720), ("说明",), 0, ""
)


@pytest.fixture
def kept(tmp_path: Path) -> DrawingCache:
    """An empty cache."""
    return DrawingCache(open_folder(tmp_path / "kept", tmp_path / "site"))


def test_an_order_becomes_one_drawing_for_pages_and_three_files() -> None:
    drawing = begin_drawing([ORDER], 1, DrawingCache()).finish()["a", "zh"]
    assert drawing.svg.startswith("<svg")
    assert set(drawing.files) == {"file", "picture", "card"}
    assert all(drawing.files.values())


def test_what_was_kept_is_not_drawn_again(
    kept: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begin_drawing([ORDER], 1, kept).finish()

    def refuse(_order: DrawingOrder) -> None:
        raise AssertionError

    monkeypatch.setattr(drawings, "_draw", refuse)
    assert begin_drawing([ORDER], 1, kept).finish() == first


def test_parts_of_something_else_are_drawn_again(kept: DrawingCache) -> None:
    kept.put(repr(ORDER), [b"one part"])
    assert begin_drawing([ORDER], 1, kept).finish()["a", "zh"].picture.startswith(b"\x89PNG")


class _Pool:
    """Processes that are asked for drawings and end before they made any."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        self.ended = False

    def map(self, *_arguments: object, **_named: object) -> Iterator[ChartDrawing]:
        """Nothing yet."""
        return iter(())

    def shutdown(self, *, cancel_futures: bool) -> None:
        """Take note."""
        self.ended = cancel_futures


def test_processes_end_where_nobody_waits_for_their_drawings(
    kept: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawings, "ProcessPoolExecutor", _Pool)
    many = [replace(ORDER, key=(str(number), "zh"), accent=number) for number in range(8)]
    begun = begin_drawing(many, 2, kept)
    assert isinstance(begun.pool, _Pool)
    assert not begun.pool.ended
    begun.end()
    assert begun.pool.ended
