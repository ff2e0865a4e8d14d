"""Text made ready for reading figures: white space taken out, look-alike characters made one, every offset traceable."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Characters that a figure shows in one form only, whatever the newspaper set.
_SHOWN = str.maketrans("０１２３４５６７８９％", "0123456789%")
#: Full-width forms of ASCII characters, but not the comma: between digits it parts two figures.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
#: Characters that mean the same in a figure.
_PLAIN = _WIDE | str.maketrans("〜∼‐‑−–―⁄∕≧≦⩾⩽○", "~~---——//≥≤≥≤〇")
_PARTED_DIGITS = re.compile(r"[0-9０-９](\s+)(?=[0-9０-９])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without its white space.

    ``shown`` is the text as printed but for full-width digits and per-cent signs; ``plain`` is as long and has one form of every
    character, for matching. White space between two Arabic digits stays as one blank, so that nothing joins them. ``offsets``
    holds for every character its offset in the text as given, and at the end that text's length.
    """

    shown: str
    plain: str
    offsets: tuple[int, ...]


def fold(text: str) -> Folded:
    """``text`` made ready for matching."""
    parting = {found.start(1) for found in _PARTED_DIGITS.finditer(text)}
    kept = [offset for offset, character in enumerate(text) if offset in parting or not character.isspace()]
    shown = "".join([" " if offset in parting else text[offset] for offset in kept]).translate(_SHOWN)
    return Folded(shown, shown.translate(_PLAIN), (*kept, len(text)))


def fold_word(word: str) -> str:
    """``word`` in the form in which it stands in ``Folded.plain``."""
    return fold(word).plain
