"""Charts are drawn once, and taken from what an earlier build kept where it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.cache_folder import open_folder
from statsite.render import drawings
from statsite.render.cache import DrawingCache
from statsite.render.drawings import DrawingOrder, drawing_of
from statsite.values import replace
from tests.charts.examples import ALL

SPEC = next(iter(ALL.values()))
ORDER = DrawingOrder(
    ("a", "zh"), replace(SPEC, width=360), replace(SPEC, width=720), ("说明",), ("说明",), 0, ""
)


@pytest.fixture
def kept(tmp_path: Path) -> DrawingCache:
    """An empty cache."""
    return DrawingCache(open_folder(tmp_path / "kept", tmp_path / "site"))


def test_an_order_becomes_one_drawing_for_pages_and_three_files() -> None:
    drawing = drawing_of(ORDER, DrawingCache())
    assert drawing.svg.startswith("<svg")
    assert set(drawing.files) == {"file", "picture", "card"}
    assert all(drawing.files.values())


def test_what_was_kept_is_not_drawn_again(
    kept: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawing_of(ORDER, kept)

    def refuse(_order: DrawingOrder) -> None:
        raise AssertionError

    monkeypatch.setattr(drawings, "_draw", refuse)
    assert drawing_of(ORDER, kept) == first


def test_parts_of_something_else_are_drawn_again(kept: DrawingCache) -> None:
    kept.put(repr(ORDER), [b"one part"])
    assert drawing_of(ORDER, kept).picture.startswith(b"\x89PNG")
