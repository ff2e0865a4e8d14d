"""The code of the program that this process runs, and whether that is the code that lies there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from statsite import LOADED_FROM
from statsite.disk import CLOCK_TICK


def modules() -> Iterator[tuple[str, Path]]:
    """The modules of the program, each by its path in it, in order."""
    root = Path(__file__).parents[1]
    for package in ("charts", "statsite"):
        for path in sorted((root / package).rglob("*.py")):
            yield str(path.relative_to(root)), path


def is_as_loaded() -> bool:
    """Whether no module was changed since this process began to load them. Where one was, it may
    run the one or the other, and what it makes is not to be kept for who runs either.
    """
    return max(path.stat().st_ctime_ns for _, path in modules()) <= LOADED_FROM - CLOCK_TICK
