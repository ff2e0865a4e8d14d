"""The folder in which drawings are kept between builds, and folders that nothing may be written into."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from statsite.commands.reporting import give_up
from statsite.messages import say
from statsite.render.cache import CacheUnusable, DrawingCache, open_cache

#: Names the folder where drawings are kept.
CACHE_VARIABLE = "STATSITE_CACHE"


def kept_drawings(cache: Path | None, site: Path) -> DrawingCache:
    """The drawings of earlier builds; none, which is said, where their folder cannot be trusted."""
    variable = os.environ.get(CACHE_VARIABLE)
    named = cache or (Path(variable) if variable else None)
    if named is not None:
        refuse_inside((site,), named)
    try:
        return open_cache(named, site)
    except CacheUnusable as unusable:
        say(f"notice: {unusable}", err=True)
        return DrawingCache()


def refuse_inside(folders: Iterable[Path], output: Path) -> None:
    """Give up where the output would become part of what it is made from."""
    with suppress(OSError, RuntimeError):  # such a path leads nowhere, which whoever opens it says
        output = output.resolve()
    for folder in folders:
        if output.is_relative_to(folder.resolve()):
            give_up(f"{output.name} would lie in {folder.name}, which a site is made from; choose another folder")
