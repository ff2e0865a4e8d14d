"""What is known of kinds of charts before anything is drawn."""

from __future__ import annotations

import subprocess
import sys

import charts
from charts.registry import REGISTRY
from charts.traits import TRAITS
from tests.support.paths import ROOT


def test_what_is_known_is_known_of_each_kind_that_can_be_drawn() -> None:
    assert tuple(TRAITS) == tuple(REGISTRY) == charts.CHART_KINDS


def test_what_other_packages_ask_of_kinds_is_what_is_listed() -> None:
    assert {name for name, kind in TRAITS.items() if kind.shows_time} == charts.SHOW_TIME
    assert {name for name, kind in TRAITS.items() if kind.mixes_units} == charts.MIX_UNITS
    assert {name for name, kind in TRAITS.items() if kind.wants_groups} == charts.WANT_GROUPS
    assert {name for name, kind in TRAITS.items() if kind.has_lines} == charts.HAVE_LINES
    assert {name for name, kind in TRAITS.items() if kind.draws_people} == charts.DRAW_PEOPLE
    assert {name: kind.most for name, kind in TRAITS.items()} == charts.MOST_FIGURES


def test_to_ask_what_is_known_loads_nothing_that_draws() -> None:
    asked = "import charts, sys; charts.CHART_KINDS; print(*sorted(sys.modules))"
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = {name for name in told.stdout.split() if name.startswith(("charts", "fontTools"))}
    assert loaded == {"charts", "charts.spec", "charts.traits"}


def test_what_is_loaded_later_is_there_under_each_of_its_names() -> None:
    assert all(getattr(charts, name) is not None for name in charts.__all__)
