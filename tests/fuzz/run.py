"""Hostile inputs by the thousand, in bounded time:
``python -m tests.fuzz.run [TARGET …] --seconds 60 --seed 1``.

Says for each target how many inputs it held for. A fault is told with the smallest input that shows
it; exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Sequence
from typing import Any

from tests.fuzz import of_content, of_figures, of_pages
from tests.fuzz.target import Target

TARGETS: dict[str, Target[Any]] = {
    target.name: target for target in (*of_content.TARGETS, *of_figures.TARGETS, *of_pages.TARGETS)
}

#: Inputs tried with one seed, before the next seed is taken.
BATCH = 250


def fuzz(target: Target[Any], seconds: float, first_seed: int) -> tuple[int, BaseException | None]:
    """How many inputs were tried in ``seconds``, and the fault that ended it, if one did."""
    ends, tried, batch = time.monotonic() + seconds, 0, first_seed
    while time.monotonic() < ends:
        try:
            tried += target.check(BATCH, batch, lambda: time.monotonic() < ends)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fault:  # noqa: BLE001 - any fault is what is looked for
            fault.add_note(f"seed {batch}")
            return tried, fault
        batch += 1
    return tried, None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and give the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="TARGET",
        help=f"one of {', '.join(TARGETS)}; all of them where none is named",
    )
    parser.add_argument("--seconds", type=float, default=60, help="how long each target runs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    unknown = set(options.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    faults = 0
    for name in options.targets or TARGETS:
        tried, fault = fuzz(TARGETS[name], options.seconds, options.seed)
        sys.stdout.write(f"{name:12}{tried:>10,} inputs{': FAULT' if fault else ''}\n")
        sys.stdout.flush()
        if fault:
            faults += 1
            sys.stdout.write("".join(traceback.format_exception(fault)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
