"""What a process took and what it wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.measuring import Measured, made, measured, row


def test_a_process_is_measured_in_its_folder_and_environment(tmp_path: Path) -> None:
    told = "import os, pathlib; pathlib.Path('told').write_text(os.environ['WORD'])"
    found = measured([sys.executable, "-c", told], folder=tmp_path, environment={"WORD": "yes"})
    assert (tmp_path / "told").read_text(encoding="utf-8") == "yes"
    assert min(found.wall, found.cpu, found.peak) > 0


def test_a_process_that_fails_is_not_measured() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured([sys.executable, "-c", "raise SystemExit(3)"])


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"a/b.png": 2000, "c.png": 4000, "d.html": 1_000_000},
            "3 files, 1.0 MB, 2 PNG, 3.0 kB in the median",
            id="pictures",
        ),
        pytest.param({"d.html": 1_000_000}, "1 files, 1.0 MB, 0 PNG", id="no picture"),
    ],
)
def test_what_was_made_is_counted(tmp_path: Path, files: dict[str, int], told: str) -> None:
    for name, size in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes(size))
    assert made(tmp_path) == told


def test_a_row_has_its_numbers_in_columns() -> None:
    assert row("cold", Measured(1.234, 2.0, 99.6)).split() == ["cold", "1.23", "2.00", "100"]
