"""Inside the block the drawing library has its own defaults, whatever the surroundings set."""

from __future__ import annotations

import os

import matplotlib as mpl

from charts.output.matplotlib_setup import drawing_library


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
