"""Where the fonts of charts lie."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_LIBRARY = "pylopdf_fonts_zh_cn"


@cache
def font_path() -> str:
    """Where the layout font lies. Raises ModuleNotFoundError where its library is not installed."""
    library = find_spec(_LIBRARY)
    if library is None or library.origin is None:
        raise ModuleNotFoundError(f"no library {_LIBRARY}", name=_LIBRARY)
    return str(Path(library.origin).with_name("NotoSansSC-Regular.otf"))


@cache
def bold_path() -> str | None:
    """Where the bold face of the layout font lies, None where it was installed without one."""
    found = Path(font_path()).with_name("NotoSansSC-Bold.otf")
    return str(found) if found.is_file() else None
