"""The folder in which builds keep what they need not do again, and folders that nothing may be
written into.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from statsite.cache_folder import CacheUnusable, open_folder
from statsite.commands.reporting import give_up
from statsite.messages import print_line

#: Names the folder of the cache.
CACHE_VARIABLE = "STATSITE_CACHE"


def cache_folder(cache: Path | None, site: Path, output: Path | None = None) -> Path | None:
    """Where earlier builds kept what they made; None, which is said, where that folder cannot be
    trusted, or is not apart from the ``output``.
    """
    named = cache or _named_by_environment()
    if named is not None:
        refuse_inside((site,), named)
    try:
        return open_folder(named, site, output)
    except CacheUnusable as unusable:
        print_line(f"notice: {unusable}", err=True)
        return None


def _named_by_environment() -> Path | None:
    variable = os.environ.get(CACHE_VARIABLE)
    return Path(variable) if variable else None


def refuse_inside(folders: Iterable[Path], output: Path) -> None:
    """Give up where the output would become part of what it is made from."""
    with suppress(OSError, RuntimeError):  # such a path leads nowhere, which whoever opens it says
        output = output.resolve()
    for folder in (one.resolve() for one in folders):
        if output.is_relative_to(folder):
            give_up(_would_lie_inside(output.name, folder.name))


def _would_lie_inside(output: str, folder: str) -> str:
    return f"{output} would lie in {folder}, which a site is made from; choose another folder"
