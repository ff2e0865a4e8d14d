"""The code of the program that this process runs, and whether that is the code that lies there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from statsite import LOADED_FROM
from statsite.disk import CLOCK_TICK


def modules() -> Iterator[tuple[str, str]]:
    """The modules of the program, each by its path in it with where it lies, in order."""
    root = Path(__file__).parents[1]
    for package in ("charts", "statsite"):
        yield from _modules_in(f"{root}/{package}", package)


def _modules_in(folder: str, called: str) -> Iterator[tuple[str, str]]:
    """The modules in a ``folder`` of that name and in those below it."""
    with os.scandir(folder) as entries:
        found = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in entries)
    for name, is_folder in found:
        if name.endswith(".py"):
            yield f"{called}/{name}", f"{folder}/{name}"
        elif is_folder and name != "__pycache__":
            yield from _modules_in(f"{folder}/{name}", f"{called}/{name}")


def is_as_loaded() -> bool:
    """Whether no module was changed since this process began to load them. Where one was, it may
    run the one or the other, and what it makes is not to be kept for who runs either.
    """
    changed = max(os.stat(path).st_ctime_ns for _, path in modules())  # noqa: PTH116 - of hundreds of names
    return changed <= LOADED_FROM - CLOCK_TICK
