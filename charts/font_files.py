"""Where the fonts of charts lie."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path


@cache
def font_path() -> str:
    """Where the layout font lies."""
    return str(resources.files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf")


@cache
def bold_path() -> str | None:
    """Where the bold face of the layout font lies, None where it was installed without one."""
    found = Path(font_path()).with_name("NotoSansSC-Bold.otf")
    return str(found) if found.is_file() else None
