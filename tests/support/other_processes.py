"""What other processes do."""

from __future__ import annotations

from pathlib import Path


def is_there(process: int) -> bool:
    """Whether a process of this id runs; one that ended but was not asked how does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2]
    except FileNotFoundError:
        return False
    return state.split()[0] not in {"Z", "X"}


def children(process: int) -> list[int]:
    """The ids of the processes that a process of this id began and that are there."""
    told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [child for child in map(int, told.split()) if is_there(child)]
