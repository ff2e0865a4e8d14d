"""The same content gives the same bytes: whoever builds it, where, when, in which surroundings, and however its files are encoded."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.building import SITES, BuildOnce, run_build

SITE = SITES / "two-languages"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where and how a build is run."""

    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    flags: tuple[str, ...] = ()


SURROUNDINGS = {
    "another time zone, language and hash seed": Surroundings({"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}),
    "no UTF-8 anywhere": Surroundings({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "1"}),
    "a date given by other tools": Surroundings({"SOURCE_DATE_EPOCH": "0", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}),
    "two processes, private files": Surroundings({"PYTHONHASHSEED": "3"}, umask=0o077, flags=("--jobs", "2")),
}


def hashes(root: Path) -> dict[str, str]:
    """Every file by path with its hash."""
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in root.rglob("*") if path.is_file()}


def copied(tmp_path: Path) -> Path:
    """The site's sources elsewhere, written anew in the opposite order and long ago."""
    root = tmp_path / "elsewhere" / "a site"
    for path in sorted(SITE.rglob("*"), reverse=True):
        if path.is_file() and "expected" not in path.parts:
            target = root / path.relative_to(SITE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (315532800, 315532800))
    return root


@pytest.mark.parametrize("around", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_surroundings_change_nothing(around: Surroundings, built: BuildOnce, tmp_path: Path) -> None:
    run_build(SITE, tmp_path / "output", *around.flags, cwd=tmp_path, environment=around.environment, umask=around.umask)
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


def test_place_order_and_age_of_the_files_change_nothing(built: BuildOnce, tmp_path: Path) -> None:
    root = copied(tmp_path)
    run_build(root, tmp_path / "output", cwd=root)
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


def test_line_ends_and_byte_order_marks_change_nothing(built: BuildOnce, tmp_path: Path) -> None:
    root = copied(tmp_path)
    written = [path for path in root.rglob("*") if path.is_file()]
    for path in written:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(written) > 20
    run_build(root, tmp_path / "output")
    assert hashes(tmp_path / "output") == hashes(built(SITE.name).root)


def test_a_second_build_changes_no_file_and_says_so(tmp_path: Path) -> None:
    first = run_build(SITES / "one-language", tmp_path / "output")
    before = hashes(tmp_path / "output")
    assert f"{len(before) - 1} changed" in first
    assert ", 0 changed" in run_build(SITES / "one-language", tmp_path / "output")
    assert hashes(tmp_path / "output") == before


def test_nothing_of_the_machine_is_in_the_output(built: BuildOnce) -> None:
    root = built(SITE.name).root
    texts = [path for path in root.rglob("*") if path.is_file()]
    marks = {str(Path.home()), str(root.parent), str(SITES)} - {"/"}
    assert not [(path.name, mark) for path in texts for mark in marks if mark.encode() in path.read_bytes()]
