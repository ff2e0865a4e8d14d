"""Files are written whole or not at all, and only regular ones are opened."""

from __future__ import annotations

import fcntl
import hashlib
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from statsite.disk import (
    CLOCK_TICK,
    file_digest,
    read_regular,
    read_text,
    remove_tree,
    remove_unfinished,
    states_in,
    write_whole,
)
from tests.support.paths import ROOT


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "evidence.lock"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"mine")
    (tmp_path / "file").symlink_to("outside")
    write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "outside").read_bytes() == b"mine"
    assert (tmp_path / "file").read_bytes() == b"new"


def test_on_a_full_disk_the_old_file_stays_whole_and_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "evidence.lock"
    path.write_bytes(b"old" * 1000)
    program = (
        "import resource, sys; from pathlib import Path; from statsite.disk import write_whole\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))\n"
        "try: write_whole(Path(sys.argv[1]), b'new' * 1000)\n"
        "except OSError as error: print(error.strerror, error.filename)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"File too large {path}\n"
    assert path.read_bytes() == b"old" * 1000
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_writer_that_is_killed_leaves_the_old_file_and_the_next_one_tidies_up(
    tmp_path: Path,
) -> None:
    path = tmp_path / "evidence.lock"
    path.write_bytes(b"old")
    program = (
        "import os, signal, sys; from pathlib import Path; from statsite import disk\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        "disk.write_whole(Path(sys.argv[1]), b'new')"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], cwd=ROOT, check=False)  # noqa: S603 - our own program
    assert done.returncode == -9
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2
    (tmp_path / ".other.0123abcd.part").write_bytes(b"of another file")
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert sorted(one.name for one in tmp_path.iterdir()) == [".other.0123abcd.part", path.name]
    remove_unfinished(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_only_what_is_to_last_is_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed = list[int]()
    monkeypatch.setattr(os, "fsync", flushed.append)
    write_whole(tmp_path / "file", b"new", is_lasting=False)
    assert not flushed
    write_whole(tmp_path / "file", b"newer")
    assert flushed
    assert (tmp_path / "file").read_bytes() == b"newer"


def test_the_folder_of_what_is_not_to_last_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = list[Path]()

    def noted(folder: Path) -> Iterator[os.DirEntry[str]]:
        looked.append(folder)
        return scandir(folder)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", noted)
    write_whole(tmp_path / "file", b"new", is_lasting=False)
    assert not looked
    write_whole(tmp_path / "file", b"newer")
    assert looked == [tmp_path]


def test_what_is_no_regular_file_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "link-to-pipe").symlink_to("pipe")
    for name in ("pipe", "link", "link-to-pipe", ".", "nothing"):
        with pytest.raises(OSError, match=r"."):
            read_regular(tmp_path / name, 10)
    for name in ("pipe", "link-to-pipe", ".", "nothing"):
        with pytest.raises(OSError, match=r"."):
            read_text(tmp_path / name, 10)
    assert read_regular(tmp_path / "file", 5) == b"\xef\xbb\xbfon"
    assert read_text(tmp_path / "link", 11) == "one\ntwo"
    with pytest.raises(OSError, match="larger than 0 KiB"):
        read_text(tmp_path / "link", 10)


def test_the_file_of_another_user_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OSError, match="another user"):
        read_regular(tmp_path / "file", 1, owner=os.geteuid() + 1)


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_write_into_is_not_read_as_that_of_its_owner(
    tmp_path: Path, mode: int
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "file").chmod(mode)
    assert read_regular(tmp_path / "file", 1) == b"x"
    with pytest.raises(OSError, match="others can write into it"):
        read_regular(tmp_path / "file", 1, owner=os.geteuid())


def test_a_private_file_is_never_open_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = list[int]()
    flock = fcntl.flock

    def noted(handle: int, how: int) -> None:
        modes.append(os.fstat(handle).st_mode & 0o777)
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", noted)
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o666)
    before = os.umask(0)
    try:
        write_whole(path, b"new", is_private=True)
    finally:
        os.umask(before)
    assert (modes, path.stat().st_mode & 0o777) == ([0o600], 0o600)


def test_a_tree_is_removed_whatever_is_in_it_and_nothing_else(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "file").write_text("mine", encoding="utf-8")
    tree = tmp_path / "tree"
    (tree / "a" / "0" / "1").mkdir(parents=True)
    (tree / "0").write_text("takes the name of a folder that is moved up", encoding="utf-8")
    (tree / "a" / "b").mkdir()
    (tree / "a" / "link").symlink_to(mine)
    (tree / "a" / "0" / "1" / "file").hardlink_to(mine / "file")
    os.mkfifo(tree / "a" / "pipe")
    (tree / "a" / "0").chmod(0)
    (tree / "a").chmod(0o500)
    remove_tree(tree)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert (mine / "file").read_text(encoding="utf-8") == "mine"


def test_a_link_to_a_folder_is_removed_alone(tmp_path: Path) -> None:
    (tmp_path / "mine" / "folder").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    remove_tree(tmp_path / "link")
    remove_tree(tmp_path / "link")  # nothing is there any more
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert (tmp_path / "mine" / "folder").is_dir()


def test_what_is_in_a_folder_is_told_by_its_path_and_links_as_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "folder").mkdir(parents=True)
    (tmp_path / "a" / "link").symlink_to("folder")
    found = {path: stat.S_IFMT(status.st_mode) for path, status in states_in(tmp_path, "a/")}
    assert found == {"a/folder": stat.S_IFDIR, "a/link": stat.S_IFLNK}


def _old(path: Path) -> os.stat_result:
    """The state of a file, once that is too old for the file to be changed in the same moment."""
    time.sleep(2 * CLOCK_TICK / 1e9)
    return path.lstat()


def test_a_file_that_is_as_it_was_is_read_once_and_another_one_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"first")
    before = file_digest(str(path), _old(path))
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", None)
        assert file_digest(str(path), path.lstat()) == before
    path.write_bytes(b"other")
    assert file_digest(str(path), _old(path)) == hashlib.sha256(b"other").hexdigest() != before


def test_a_file_that_was_just_changed_is_read_each_time(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"first")
    status = path.lstat()
    file_digest(str(path), status)
    path.write_bytes(b"other")  # in the same moment, as far as the state tells
    assert file_digest(str(path), status) == hashlib.sha256(b"other").hexdigest()


def test_a_file_with_the_times_of_another_is_read(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_bytes(b"first")
    before = file_digest(str(path), _old(path))
    times = path.lstat()
    other.write_bytes(b"other")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)
    assert file_digest(str(path), _old(path)) != before


def test_no_digest_is_taken_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"first")
    (tmp_path / "link").symlink_to("file")
    with pytest.raises(OSError, match="link"):
        file_digest(str(tmp_path / "link"), (tmp_path / "link").lstat())
