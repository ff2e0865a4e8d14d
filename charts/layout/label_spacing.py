"""Boxes one below the other, none overlapping, each as near as there is room to where
it is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], heights: Sequence[float], limit: float, apart: float = 0.0
) -> list[float]:
    """Tops in order, near ``wanted``: pushed down where needed, then up again from ``limit``;
    ``apart`` px between two boxes.
    """
    tops = _pushed_down(wanted, heights, apart)
    below = max(limit, sum(heights) + apart * (len(heights) - 1))
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], below - heights[index])
        below = tops[index] - apart
    return tops


def _pushed_down(wanted: Sequence[float], heights: Sequence[float], apart: float) -> list[float]:
    """Tops where they are wanted, or below the box before."""
    tops: list[float] = []
    free = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height + apart
    return tops
