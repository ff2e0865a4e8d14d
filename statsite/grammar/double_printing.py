"""Lines that a PDF printed twice, character by character or block by block: 我国我国6060周岁周岁,
超33..11亿.
"""

from __future__ import annotations

import re

_HAN = re.compile(r"[一-鿿]")
#: A damaged heading is longer than a word that happens to repeat itself, and shorter than a
#: paragraph.
SHORTEST, _LONGEST = 8, 200


def without_double_printing(line: str) -> list[tuple[int, int]] | None:
    """The characters of ``line`` printed once, if it consists of blocks each printed twice; else
    None.

    ``line`` has no white space. A character is given by where it is in the first and in the second
    copy of its block.
    """
    if not (SHORTEST <= len(line) <= _LONGEST and _HAN.search(line)):
        return None
    once: list[tuple[int, int]] = []
    at = 0
    while at < len(line):
        size = _size_of_block(line, at)
        if not size:
            return None
        once.extend((place, place + size) for place in range(at, at + size))
        at += 2 * size
    return once


def _size_of_block(line: str, at: int) -> int:
    """The size of the shortest block that is printed twice from ``at`` on; 0 if there is none."""
    for size in range(1, (len(line) - at) // 2 + 1):
        if line[at : at + size] == line[at + size : at + 2 * size]:
            return size
    return 0
