"""What draws is loaded before anything is drawn."""

from __future__ import annotations

import subprocess
import sys

from tests.support.paths import ROOT

#: Prints the modules that are loaded as a card with a code is drawn.
PROGRAM = """
import sys
import charts
from tests.charts.examples import ORGANISATIONS

charts.load()
before = set(sys.modules)
drawing = charts.draw(ORGANISATIONS)
charts.standalone(drawing, ORGANISATIONS, ["a"])
charts.png(ORGANISATIONS, ["a"])
charts.card(ORGANISATIONS, ["a"], address="https://example.org/")
print(*sorted(set(sys.modules) - before))
"""


def test_to_draw_loads_nothing_more() -> None:
    loaded = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    assert not loaded
