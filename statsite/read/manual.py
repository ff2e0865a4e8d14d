"""The editors' manual: its field reference, written again from the schema."""

from __future__ import annotations

import sys
from pathlib import Path

from statsite.disk import write_whole
from statsite.read.reference import field_reference

#: How the line begins below which the reference is, up to the end of the file.
MARK = "<!-- field reference:"


def with_reference(manual: str) -> str:
    """``manual`` with what is below the line of the mark replaced by the field reference.

    Raises ValueError where that line is missing.
    """
    kept, found, below = manual.partition(f"\n{MARK}")
    if not found:
        raise ValueError(f"no line begins with {MARK}")
    return f"{kept}{found}{_first_line(below)}\n\n{field_reference()}"


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


if __name__ == "__main__":
    path = Path(sys.argv[1])
    write_whole(path, with_reference(path.read_text(encoding="utf-8")).encode())
