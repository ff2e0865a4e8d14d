"""Pinyin that an earlier build found of the same titles is not looked up again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from statsite.cache_folder import open_folder
from statsite.render import spellings
from statsite.render.cache import DrawingCache
from statsite.render.spellings import kept_spellings

TITLES = ["养老床位", "重庆"]


@pytest.fixture
def kept(tmp_path: Path) -> DrawingCache:
    """An empty cache."""
    return DrawingCache(open_folder(tmp_path / "kept", tmp_path / "site"))


def test_what_was_kept_is_not_looked_up_again(
    kept: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept_spellings(kept, TITLES) == ["yanglaochuangwei", "chongqing"]

    def refuse(_texts: Sequence[str]) -> None:
        raise AssertionError

    monkeypatch.setattr(spellings, "romanised", refuse)
    assert kept_spellings(kept, TITLES) == ["yanglaochuangwei", "chongqing"]
    with pytest.raises(AssertionError):
        kept_spellings(kept, [*TITLES, "北京"])


def test_an_entry_of_another_length_counts_as_none(kept: DrawingCache) -> None:
    put = DrawingCache.put

    def short(cache: DrawingCache, description: str, parts: Sequence[bytes]) -> None:
        put(cache, description, parts[:1])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DrawingCache, "put", short)
        kept_spellings(kept, TITLES)
    assert kept_spellings(kept, TITLES) == ["yanglaochuangwei", "chongqing"]


def test_without_a_cache_they_are_looked_up() -> None:
    assert kept_spellings(DrawingCache(), ["重庆"]) == ["chongqing"]
