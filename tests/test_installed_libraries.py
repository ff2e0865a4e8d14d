"""What is installed is known by the names of folders, as the standard library knows it by what is in
them.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from statsite.installed_libraries import installed, version_of


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two folders of libraries, of which the first counts."""
    for name in (
        "one/fonttools-4.68.0.dist-info",
        "one/pylopdf_fonts_zh_cn-0.1.1.dist-info",
        "one/Old.Name-2.0-py3.11.egg-info",
        "one/segno",
        "two/fonttools-4.1.dist-info",
        "two/segno-1.6.1.post1.dist-info",
    ):
        (tmp_path / name).mkdir(parents=True)
    listed = [str(tmp_path / name) for name in ("one", "two", "none")]
    monkeypatch.setattr(sys, "path", listed)
    return tmp_path


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("library", "found"),
    [
        ("fonttools", "4.68.0"),
        ("pylopdf-fonts-zh-cn", "0.1.1"),
        ("old-name", "2.0"),
        ("segno", "1.6.1.post1"),
    ],
)
def test_a_library_has_the_version_that_is_found_first(library: str, found: str) -> None:
    assert version_of(library) == found


@pytest.mark.usefixtures("path")
def test_what_is_not_installed_has_no_version() -> None:
    with pytest.raises(LookupError, match="fonts"):
        version_of("fonts")


def test_a_path_that_is_no_folder_holds_nothing(path: Path) -> None:
    (path / "none").write_bytes(b"")
    assert len(list(installed())) == 5


@pytest.mark.parametrize("library", ["fonttools", "matplotlib", "numpy", "pillow", "pypinyin"])
def test_the_standard_library_says_the_same(library: str) -> None:
    assert version_of(library) == version(library)
