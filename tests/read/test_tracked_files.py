"""A folder of drawings in the site is refused where git keeps it, and left alone elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from statsite.read.tracked_files import tracked_cache


def _told(root: Path) -> list[str]:
    return [str(problem) for problem in tracked_cache(root)]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a drawing in its ``.cache``, not added."""
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/x.svg").write_text("<svg/>", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # noqa: S603, S607 - git
    return tmp_path


def test_a_cache_that_git_keeps_is_refused(repository: Path) -> None:
    assert _told(repository) == []
    subprocess.run(["git", "-C", str(repository), "add", "-f", ".cache/x.svg"], check=True)  # noqa: S603, S607 - git
    assert _told(repository) == [
        (
            ".cache:1:1: error: .cache is kept in git (take it out: `git rm -r --cached .cache`) "
            "[cache-tracked]"
        )
    ]


def test_without_git_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(tmp_path) == []
    (tmp_path / ".cache").mkdir()
    assert _told(tmp_path) == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _told(tmp_path) == []
