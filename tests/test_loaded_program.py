"""Whether a process runs the code that lies there is told by when that was last changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from statsite import loaded_program
from statsite.loaded_program import is_as_loaded, modules


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two modules that was loaded a while after it was written."""
    for name in ("charts/a.py", "statsite/read/b.py", "statsite/words.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    monkeypatch.setattr(loaded_program, "__file__", str(tmp_path / "statsite/loaded_program.py"))
    time.sleep(0.05)
    monkeypatch.setattr(loaded_program, "LOADED_FROM", time.time_ns())
    return tmp_path


def test_the_modules_of_the_program_are_listed_in_order(program: Path) -> None:
    assert list(modules()) == [
        ("charts/a.py", f"{program}/charts/a.py"),
        ("statsite/read/b.py", f"{program}/statsite/read/b.py"),
    ]


def test_a_program_that_was_left_alone_is_as_loaded(program: Path) -> None:
    (program / "statsite/words.txt").write_text("other")
    assert is_as_loaded()


def test_a_module_that_is_saved_is_seen_though_it_holds_the_same_and_claims_an_old_time(
    program: Path,
) -> None:
    module = program / "statsite/read/b.py"
    module.write_text("")
    os.utime(module, ns=(0, 0))
    assert not is_as_loaded()
