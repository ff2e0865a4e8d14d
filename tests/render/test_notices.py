"""The files of a chart that was withdrawn say so in the place of the drawing; they are drawn once,
and again when anything that they say changes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from statsite.pipeline import check
from statsite.plan.edition import Edition
from statsite.render import notices
from statsite.render.cache import DrawingCache
from statsite.render.notices import notice_files, notice_of
from tests.support.paths import SITES

CHART = "parks-and-walks"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of which a chart was withdrawn, to change."""
    shutil.copytree(SITES / "two-languages", tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def kept(tmp_path: Path) -> DrawingCache:
    """An empty cache."""
    (tmp_path / "kept").mkdir()
    return DrawingCache(tmp_path / "kept")


def edition(site: Path) -> Edition:
    """The site in its first language."""
    return check(site).editions[0]


def test_the_drawing_is_the_title_and_the_reason(site: Path, kept: DrawingCache) -> None:
    files = notice_files(notice_of(edition(site), CHART), kept)
    text = files["file"].decode()
    assert "公园与导览" in text
    assert "公园与导览不能相比。" in text
    assert all(files[part].startswith(b"\x89PNG") for part in ("picture", "card"))


def test_what_is_kept_is_not_drawn_again(
    site: Path, kept: DrawingCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = notice_files(notice_of(edition(site), CHART), kept)
    assert drawn == notice_files(notice_of(edition(site), CHART), DrawingCache())

    def drawn_again(_notice: object) -> Iterator[bytes]:
        raise AssertionError

    monkeypatch.setattr(notices, "_drawn", drawn_again)
    assert notice_files(notice_of(edition(site), CHART), kept) == drawn


def _replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        _replaced(f"content/charts/{CHART}.yaml", "zh: 公园与导览,", "zh: 公园和导览,"),
        _replaced(f"content/charts/{CHART}.yaml", "2025-09-01", "2025-09-02"),
        _replaced(f"content/charts/{CHART}.yaml", "不能相比", "不可相比"),
        _replaced("site.yaml", "数说绿荫", "绿荫数说"),
        _replaced("site.yaml", "2025-10-01", "2025-10-02"),
    ],
)
def test_what_is_kept_never_shows_what_was(
    site: Path, kept: DrawingCache, change: Callable[[Path], None]
) -> None:
    before = notice_files(notice_of(edition(site), CHART), kept)
    change(site)
    changed = edition(site)
    clean = notice_files(notice_of(changed, CHART), DrawingCache())
    assert clean != before
    assert notice_files(notice_of(changed, CHART), kept) == clean
