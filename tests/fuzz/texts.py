"""Texts to fuzz with: what means something to a reader, put together at random, between characters
of every sort.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

#: The size of the largest file that is read.
LARGEST = 1024 * 1024

#: Characters that programs like to stumble over.
ODD = (
    "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\t", "\r", "\n", "\v", "\f", "\u00a0", "\u00ad",
    "\u0301", "\u061c", "\u200b", "\u200d",
    "\u2028", "\u202e",
    "\u2066", "\u2800", "\u3000", "\u3164", "\ue000", "\ue001", "\ue002", "\ufe0f", "\ufeff",
    "\uffff", "\U0001f600", "\U000e0041", "\U0010ffff",
    "𠮷", "é",
)  # fmt: skip


def texts_of(pieces: Sequence[str], *, most: int = 30) -> SearchStrategy[str]:
    """Up to ``most`` of ``pieces``, odd characters and any others among them."""
    one = st.one_of(
        st.sampled_from(pieces),
        st.sampled_from(pieces),
        st.sampled_from(pieces),
        st.sampled_from(ODD),
        st.text(max_size=4),
    )
    return st.lists(one, max_size=most).map("".join)


def grown(texts: SearchStrategy[str], largest: int = LARGEST) -> SearchStrategy[str]:
    """``texts`` with a short stretch repeated up to thousands of times: as long as ``largest``
    characters.
    """

    def repeated(before: str, piece: str, times: int, behind: str) -> str:
        return (before + piece * min(times, largest // max(len(piece), 1)) + behind)[:largest]

    return st.builds(
        repeated, texts, texts.filter(bool), st.sampled_from((2, 30, 1_000, 30_000, largest)), texts
    )


def sometimes_grown(texts: SearchStrategy[str], largest: int = LARGEST) -> SearchStrategy[str]:
    """``texts``, one in twenty of them grown."""
    return st.integers(0, 19).flatmap(lambda turn: texts if turn else grown(texts, largest))


def edited(
    original: SearchStrategy[str], pieces: Sequence[str], *, most: int = 4
) -> SearchStrategy[str]:
    """Sound texts with up to ``most`` edits: a stretch cut out, doubled, or replaced by a piece."""
    edit = st.tuples(
        st.floats(0, 1),
        st.integers(0, 12),
        st.one_of(st.sampled_from(pieces), st.sampled_from(ODD), st.text(max_size=3)),
        st.booleans(),
    )
    return st.builds(_edited, original, st.lists(edit, min_size=1, max_size=most))


def _edited(text: str, edits: Sequence[tuple[float, int, str, bool]]) -> str:
    for share, length, piece, is_doubled in edits:
        at = int(share * len(text))
        text = (
            text[:at] + piece + text[at:] if is_doubled else text[:at] + piece + text[at + length :]
        )
    return text
