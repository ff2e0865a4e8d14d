"""How many steps something takes: calls of the project's functions, of libraries' and of built-in
ones.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType

#: Twice as much of something may take this many times as many steps; a loop within a loop takes
#: nearly four times as many.
MOST = 2.5


def steps(work: Callable[[], object]) -> int:
    """How many calls ``work`` makes."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    gc.disable()  # what is collected when depends on what ran before
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


def growth(work: Callable[[int], Callable[[], object]], n: int) -> tuple[float, float]:
    """How many times as many steps 2n take than n, and 4n than 2n; ``work`` prepares what is
    counted.
    """
    work(n // 2)()  # what is imported and compiled by the first is not counted
    one, two, four = (steps(work(times * n)) for times in (1, 2, 4))
    return two / one, four / two
