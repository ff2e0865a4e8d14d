"""The drawing library with its own defaults: no settings file of a folder, a home or the environment is read or has an effect."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType


@contextmanager
def settings(style: Mapping[RcKeyType, Any]) -> Iterator[None]:
    """Inside the block the library draws with its defaults and ``style`` laid over them."""
    with _library().rc_context(style):
        yield


@cache
def _library() -> ModuleType:
    """matplotlib, imported late: it takes 0.3 s, and a build whose charts are all cached needs none.

    On import it reads the first settings file it finds, beginning with the folder the program runs in, where a stranger may have put a file that
    never ends or cannot be parsed. So it is imported from the folder of its own defaults; where others have imported it, these are restored.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib is not installed", name="matplotlib")
    with _working_in(Path(found.origin).parent / "mpl-data"):
        import matplotlib as mpl  # noqa: PLC0415 - see above
    mpl.rcdefaults()
    return mpl


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    here = os.open(".", getattr(os, "O_PATH", os.O_RDONLY))
    try:
        os.chdir(folder)
        yield
    finally:
        os.fchdir(here)
        os.close(here)
