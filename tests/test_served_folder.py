"""The folder of the development server holds what the last build made, whatever was there before."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from statsite.kept_files import File, Unchanged
from statsite.served_folder import ServedFolder
from statsite.write import WriteError, Written

FIRST = {"index.html": b"one", "a/index.html": b"two", "a/b.csv": b"x"}


def write(folder: ServedFolder, files: Iterable[File]) -> Written:
    """Have a folder hold these files."""
    writing = folder.written(files)
    while True:
        try:
            next(writing)
        except StopIteration as end:
            written: Written = end.value
            return written


@pytest.fixture
def served(tmp_path: Path) -> ServedFolder:
    """A folder with a first site."""
    folder = ServedFolder(tmp_path)
    write(folder, FIRST.items())
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    listed = json.loads(found.pop("manifest.json"))
    assert [one["path"] for one in listed] == sorted(found)
    return found


def test_it_holds_the_files(served: ServedFolder) -> None:
    assert tree(served.folder) == FIRST


def test_each_file_is_there_once_its_path_is_given(tmp_path: Path) -> None:
    folder = ServedFolder(tmp_path)
    writing = folder.written(FIRST.items())
    assert next(writing) == "index.html"
    assert (tmp_path / "index.html").read_bytes() == b"one"
    assert not (tmp_path / "a").exists()


def test_only_what_changed_is_written(served: ServedFolder) -> None:
    path = served.folder / "a" / "b.csv"
    before = path.stat().st_ino
    written = write(served, {**FIRST, "index.html": b"other"}.items())
    assert (written.files, written.changed) == (3, 1)
    assert path.stat().st_ino == before
    assert tree(served.folder) == {**FIRST, "index.html": b"other"}


def test_what_somebody_else_wrote_or_removed_is_mended(served: ServedFolder) -> None:
    kept = Unchanged(served.held["a/b.csv"], lambda: b"x")
    (served.folder / "index.html").write_bytes(b"mine")
    (served.folder / "a" / "b.csv").unlink()
    write(served, [*[*FIRST.items()][:2], ("a/b.csv", kept)])
    assert tree(served.folder) == FIRST


def test_what_did_not_change_is_not_made(served: ServedFolder) -> None:
    kept = Unchanged(served.held["a/b.csv"], lambda: pytest.fail("made again"))
    write(served, [("index.html", b"other"), ("a/b.csv", kept)])
    assert tree(served.folder) == {"index.html": b"other", "a/b.csv": b"x"}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a": b"a file where a folder was"}, id="file for folder"),
        pytest.param({"index.html/x": b"a folder where a file was"}, id="folder for file"),
        pytest.param({"a/index.html/x/y": b"deeper"}, id="deep folder for file"),
        pytest.param({}, id="nothing"),
    ],
)
def test_what_was_there_makes_way(served: ServedFolder, files: Mapping[str, bytes]) -> None:
    write(served, files.items())
    assert tree(served.folder) == dict(files)
    assert all(any(path.iterdir()) for path in served.folder.rglob("*") if path.is_dir())


def test_a_build_that_fails_in_between_leaves_what_the_next_one_mends(served: ServedFolder) -> None:
    def failing() -> object:
        yield "index.html", b"other"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(served, failing())  # type: ignore[arg-type]
    write(served, FIRST.items())
    assert tree(served.folder) == FIRST


def test_any_sites_one_after_another(served: ServedFolder) -> None:
    chance = random.Random(1)  # noqa: S311 - the same each time
    names = ["a", "b", "a/b", "a/c", "b/c/d", "a/b/c", "e.html"]
    for _ in range(200):
        chosen = [name for name in names if chance.random() < 0.5]
        files = {
            name: chance.choice([b"1", b"2"])
            for name in chosen
            if not any(other.startswith(f"{name}/") for other in chosen)
        }
        write(served, files.items())
        assert tree(served.folder) == files


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    folder = ServedFolder(tmp_path / "nowhere")
    (tmp_path / "nowhere").write_bytes(b"")
    with pytest.raises(WriteError, match="cannot write the pages"):
        write(folder, FIRST.items())
