"""Where a long Chinese phrase may part without a word being broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.language.phrase_words import WORDS

#: What a number is with, and what begins a part behind a word: a conjunction or a comparison.
_LATIN = re.compile(r"[0-9A-Za-z]+[年月日]?")
_JOINS = frozenset("和与及或比占")
_AFTER = "的"


_LONGEST = max(map(len, WORDS))


def _pieces(phrase: str) -> Iterator[tuple[str, bool]]:
    """The phrase in known words, the longest first, numbers and single characters; with whether it
    is a known word.
    """
    at = 0
    while at < len(phrase):
        piece, is_known = _piece(phrase, at)
        yield piece, is_known
        at += len(piece)


def _piece(phrase: str, at: int) -> tuple[str, bool]:
    for length in range(min(_LONGEST, len(phrase) - at), 1, -1):
        if phrase[at : at + length] in WORDS:
            return phrase[at : at + length], True
    number = _LATIN.match(phrase, at)
    return (number[0] if number else phrase[at]), False


#: Letters and digits of any writing beside each other, or one mark between them.
_RUN_OR_MARK = re.compile(r"[^\W_]+|.", re.DOTALL)


def parts_of_title(title: str) -> tuple[str, ...]:
    """The parts of a title, none of which breaks a word; marks are parts of their own, and which of
    them may begin or end a line is for whoever breaks it to know.
    """
    runs = _RUN_OR_MARK.findall(title)
    return tuple(part for run in runs for part in parted(run))


def parted(phrase: str) -> list[str]:
    """The parts of a phrase between which a line may end; what is not a known word stays with what
    is before it.
    """
    parts: list[str] = []
    last, was_known = "", False
    for piece, is_known in _pieces(phrase):
        begins = (is_known and (was_known or last == _AFTER)) or (was_known and piece in _JOINS)
        if begins and parts:
            parts.append(piece)
        else:
            parts[-1:] = ["".join((*parts[-1:], piece))]
        last, was_known = piece, is_known
    return parts
