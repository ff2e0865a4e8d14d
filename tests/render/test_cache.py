"""Drawings kept between builds change nothing but time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from statsite.render.cache import DrawingCache
from tests.building import ROOT, SITES

PARTS = [b"one", b"", b"\n\x00three"]


def test_what_was_put_is_got_by_its_description_alone(tmp_path: Path) -> None:
    cache = DrawingCache(tmp_path / "kept")
    assert cache.get("a") is None
    cache.put("a", PARTS)
    assert cache.get("a") == PARTS
    assert cache.get("b") is None


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept[:40] + b"X" + kept[41:], lambda _: b""])
def test_a_damaged_entry_counts_as_none(tmp_path: Path, damage: object) -> None:
    cache = DrawingCache(tmp_path)
    cache.put("a", PARTS)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))  # type: ignore[operator]
    assert cache.get("a") is None
    cache.put("a", PARTS)
    assert cache.get("a") == PARTS


def test_a_cache_that_cannot_be_written_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = DrawingCache(tmp_path / "file" / "kept")
    cache.put("a", PARTS)
    assert cache.get("a") is None


def test_where_every_chart_is_kept_the_drawing_library_is_not_imported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SITES / "one-language", site, ignore=shutil.ignore_patterns(".cache", "expected"))
    program = (
        "import sys; from statsite.cli import main\n"
        f"main(['build', '--site', {str(site)!r}, '--output', {str(tmp_path / 'output')!r}, '--jobs', '1'], standalone_mode=False)\n"
        "print(sorted({'matplotlib', 'numpy'} & sys.modules.keys()))"
    )
    said = [subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(2)]  # noqa: S603 - our own program
    assert [run.stdout.splitlines()[-1] for run in said] == ["['matplotlib', 'numpy']", "[]"]
