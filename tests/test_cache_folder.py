"""What builds keep lies where nobody but the user can put anything."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from statsite.cache_folder import CacheUnusable, open_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the cache of a test will lie."""
    return tmp_path / "kept"


def _open_to_all(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def _open_to_a_group(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o770)


def _in_an_open_folder(folder: Path) -> None:
    folder.mkdir()
    folder.parent.chmod(0o777)


def _a_link_in_an_open_folder(folder: Path) -> None:
    (folder.parent / "open").mkdir()
    (folder.parent / "mine").mkdir()
    (folder.parent / "open" / "link").symlink_to("../mine")
    (folder.parent / "open").chmod(0o777)
    folder.symlink_to("open/link")


@pytest.mark.parametrize(
    "dangerous", [_open_to_all, _open_to_a_group, _in_an_open_folder, _a_link_in_an_open_folder]
)
def test_a_folder_that_others_could_fill_is_not_used(
    tmp_path: Path, dangerous: Callable[[Path], None]
) -> None:
    folder = tmp_path / "around" / "kept"
    folder.parent.mkdir()
    dangerous(folder)
    with pytest.raises(CacheUnusable, match="is not used: others can write to"):
        open_folder(folder, tmp_path / "site")


def test_a_folder_of_another_user_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    with pytest.raises(CacheUnusable, match="belongs to another user"):
        open_folder(folder, tmp_path / "site")


def test_a_link_of_the_users_own_may_lead_to_the_folder(tmp_path: Path) -> None:
    (tmp_path / "large-disk").mkdir()
    (tmp_path / "kept").symlink_to("./large-disk")
    assert open_folder(tmp_path / "kept", tmp_path / "site") == tmp_path / "large-disk"


def test_a_sticky_folder_may_hold_the_folder(tmp_path: Path) -> None:
    (tmp_path / "like-tmp").mkdir()
    (tmp_path / "like-tmp").chmod(0o1777)
    assert (
        open_folder(tmp_path / "like-tmp" / "kept", tmp_path / "site")
        == tmp_path / "like-tmp" / "kept"
    )


def _a_file(path: Path) -> None:
    path.write_text("", encoding="utf-8")


def _a_circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    "make", [_a_file, os.mkfifo, _a_circle], ids=["a file", "a pipe", "a circle"]
)
def test_what_is_no_folder_is_not_used(
    folder: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(folder)
    for named in (folder, folder / "deeper"):
        with pytest.raises(CacheUnusable, match="is not used: "):
            open_folder(named, tmp_path / "site")


@pytest.mark.parametrize("lies", ["", "sites/mine", "sites/mine/.cache", "elsewhere"])
def test_a_folder_in_the_repository_of_the_site_is_not_used(tmp_path: Path, lies: str) -> None:
    site = tmp_path / "repository" / "sites" / "mine"
    site.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    with pytest.raises(CacheUnusable, match="in the site or its repository"):
        open_folder(tmp_path / "repository" / lies, site)
    assert open_folder(tmp_path / "outside", site) == tmp_path / "outside"


def test_without_a_name_the_folder_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert open_folder(None, tmp_path / "site") == tmp_path / "xdg" / "statsite"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert open_folder(None, tmp_path / "site") == tmp_path / "home" / ".cache" / "statsite"


def test_a_home_that_each_place_would_find_elsewhere_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "relative")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CacheUnusable, match="there is no home folder"):
        open_folder(None, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_folder_that_leads_to_another_is_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.mkdir()
    (folder / "builds").symlink_to("../elsewhere")
    with pytest.raises(CacheUnusable, match="is not used: `builds` in it is a link"):
        open_folder(folder, tmp_path / "site")


def test_a_folder_in_it_that_others_could_fill_is_not_used(folder: Path, tmp_path: Path) -> None:
    (folder / "builds").mkdir(parents=True)
    (folder / "builds").chmod(0o777)
    with pytest.raises(CacheUnusable, match="is not used: others can write to"):
        open_folder(folder, tmp_path / "site")


def test_links_to_nothing_and_to_files_are_left_to_who_reads_them(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "builds").mkdir(parents=True)
    (folder / "drawing").symlink_to("/dev/null")
    (folder / "gone").symlink_to("nowhere")
    assert open_folder(folder, tmp_path / "site") == folder


def test_a_folder_within_very_many_others_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CacheUnusable, match="too many folders"):
        open_folder(tmp_path / "a" / Path(*["b"] * 1000), tmp_path / "site")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("kept", "output", "why"),
    [
        ("kept", "kept", "it lies in the output"),
        ("out/a/kept", "out", "it lies in the output"),
        ("link/kept", "out", "it lies in the output"),
        ("kept", "kept/builds", "the output lies in it"),
        ("kept", "kept/builds/out", "the output lies in it"),
        ("kept", "kept/../kept/builds", "the output lies in it"),
    ],
)
def test_a_folder_that_shares_files_with_the_output_is_not_used(
    tmp_path: Path, kept: str, output: str, why: str
) -> None:
    (tmp_path / "link").symlink_to("out")
    with pytest.raises(CacheUnusable, match=f"is not used: {why}"):
        open_folder(tmp_path / kept, tmp_path / "site", tmp_path / output)
    assert [path.name for path in tmp_path.iterdir()] == ["link"]


@pytest.mark.parametrize("output", ["out", "kept/out", "kept-too", "builds"])
def test_an_output_beside_what_builds_keep_is_no_hindrance(tmp_path: Path, output: str) -> None:
    kept = tmp_path / "kept"
    assert open_folder(kept, tmp_path / "site", tmp_path / output) == kept
