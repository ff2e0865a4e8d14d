"""Reading the marks of the held-out paragraphs: the text without them, and what they
say is in it.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

_MARK = re.compile(r"⟦([^⟧|]*)(?:\|([^⟧|]*))?(?:\|([^⟧]*))?⟧")


class Marked(Struct, frozen=True):
    """A quantity marked by hand: where it begins in the text, what is printed, and its period and
    status where the list has them.
    """

    start: int
    printed: str
    period: str
    status: str


def unmarked(marked: str) -> tuple[str, list[Marked]]:
    """The text of a marked paragraph, and its quantities."""
    text, expected, end = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[end : found.start()]
        expected.append(Marked(len(text), found[1], found[2] or "", found[3] or "observed"))
        text += found[1]
        end = found.end()
    return text + marked[end:], expected


def solid(printed: str) -> str:
    """A figure without what does not change it: white space and width."""
    return "".join(unicodedata.normalize("NFKC", printed).split())
