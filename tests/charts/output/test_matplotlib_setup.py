"""Inside the block the drawing library has its own defaults, whatever the surroundings set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest

from charts.output.matplotlib_setup import drawing_library
from tests.support.paths import ROOT

_THREADS = "OPENBLAS_NUM_THREADS"
_BEGUN = f"""
import os
from charts.output.matplotlib_setup import drawing_library
with drawing_library():
    print(len(os.listdir("/proc/self/task")), os.environ.get({_THREADS!r}))
"""


def test_settings_of_the_process_have_no_effect_inside() -> None:
    with drawing_library():
        inside = {name: mpl.rcParams[name] for name in ("text.parse_math", "path.simplify")}
    assert inside == {"text.parse_math": False, "path.simplify": False}


def test_what_is_changed_inside_is_as_before_outside() -> None:
    before = mpl.rcParams["font.size"]
    with drawing_library():
        mpl.rcParams["font.size"] = 31
    assert mpl.rcParams["font.size"] == before


def test_the_folder_of_the_process_stays() -> None:
    here = os.getcwd()  # noqa: PTH109 - the process's own
    with drawing_library():
        pass
    assert os.getcwd() == here  # noqa: PTH109 - as above


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts threads as Linux tells")
@pytest.mark.parametrize("told", [None, "4"])
def test_no_threads_begin_that_would_have_nothing_to_do(told: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if name != _THREADS}
    begun = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _BEGUN],
        cwd=ROOT,
        env=environment if told is None else {**environment, _THREADS: told},
        check=True,
        capture_output=True,
        text=True,
    )
    assert begun.stdout.split() == ["1", str(told)]
