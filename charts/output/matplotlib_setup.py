"""The drawing library with its own defaults: no settings file of a folder, a home or the
environment is read or has an effect.

matplotlib takes 0.3 s to import, and a build whose charts are all cached needs none of it. So the
modules that are made of it, ``figure`` and ``backend``, are imported by those that draw, inside
``drawing_library``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType


# What a drawing wants otherwise than matplotlib's defaults have it.
_STYLE: Final[dict[RcKeyType, Any]] = {
    "text.parse_math": False,
    "text.usetex": False,
    "lines.scale_dashes": False,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
}


#: By which numpy's library of matrices is told how many threads it has.
_THREADS: Final = "OPENBLAS_NUM_THREADS"


@contextmanager
def drawing_library() -> Iterator[None]:
    """Inside the block matplotlib is imported and draws with its defaults, but for what these
    drawings want otherwise.
    """
    settings = _library().rcParams
    # As plain mappings: one of matplotlib's kind asks of each setting whether it is obsolete, and
    # whether its value is one.
    before = dict(dict.items(settings))
    dict.update(settings, _STYLE)
    try:
        yield
    finally:
        dict.update(settings, before)


@cache
def _library() -> ModuleType:
    """matplotlib, imported where no settings file is found.

    On import it reads the first settings file it finds, beginning with the folder the program runs
    in, where a stranger may have put a file that never ends or cannot be parsed. So it is imported
    from the folder of its own defaults; where others have imported it, these are restored.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib is not installed", name="matplotlib")
    with _working_in(Path(found.origin).parent / "mpl-data"), _alone():
        import matplotlib as mpl  # noqa: PLC0415 - see above
    mpl.rcdefaults()
    return mpl


@contextmanager
def _alone() -> Iterator[None]:
    """Inside the block numpy is loaded without threads that compute: to begin them takes a third of
    the time of loading it, and no drawing has anything for them to do.
    """
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    here = os.open(".", getattr(os, "O_PATH", os.O_RDONLY))
    try:
        os.chdir(folder)
        yield
    finally:
        os.fchdir(here)
        os.close(here)
