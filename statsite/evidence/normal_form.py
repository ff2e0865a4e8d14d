"""The form in which figures are looked for in articles: one normalisation of both.

It is Unicode NFKC of each character with the marks on it, except where that would make several
characters of one (℃, ½), a digit of what is none (², ①) or an ASCII comma of the full-width one;
white space, invisible characters and the Markdown marks ``* # ` _ |`` are removed. Two digits never
become one number by it. What was between them stays as one character that says what it may be:

- a space: one space, which may separate the groups of a number or be in it by mistake;
- a line feed: the end of a line of text, which may have been broken within a number;
- a tab: a wider gap or the end of a paragraph;
- a vertical tab: the end of a table cell, after which no number goes on; it stays before a sign
  too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from statsite.characters import SELECTORS

#: Between two digits: one space, the end of a line, anything wider, the end of a cell; a stronger
#: one hides a weaker one.
SPACE, BREAK, GAP, CELL = " ", "\n", "\t", "\v"
SEPARATORS = ("", SPACE, BREAK, GAP, CELL)

_MARKS = frozenset("*#`_")
CELL_MARKS = frozenset("|\t")
_SELECTOR = re.compile(f"[{SELECTORS}]")
_CHARACTER = re.compile(r".[\u0300-\u036f\u3099\u309a]*", re.DOTALL)
_CHINESE_DIGITS = frozenset("〇零一二两三四五六七八九十")
#: With these a cell begins or ends that holds no word: -2.1, 3.5%, —.
_BEGINS_A_CELL = _CHINESE_DIGITS | frozenset("-−+±~—–")
_ENDS_A_CELL = _BEGINS_A_CELL | frozenset("%‰")
_DIGIT_MARKS = frozenset(".,，")
_THIN = frozenset("\u2005\u2006\u2008\u2009\u200a\u202f")

#: A character of a text with its offset in it, or what is between characters, with the offset where
#: it ends.
TextPiece = tuple[str, int]


def normalised(text: str) -> str:
    """A word or a figure in the form in which articles are searched."""
    return "".join(character for character, _ in with_gaps(pieces_of(text, 0)))


def pieces_of(text: str, offset: int) -> Iterator[TextPiece]:
    """The characters of ``text`` that stay, each with its offset from ``offset`` on, and what is
    between them.
    """
    for found in _CHARACTER.finditer(text):
        character, place = found[0], offset + found.start()
        if gap := _gap(text, found.start(), character):
            yield gap, place
        elif unicodedata.category(character[0]) != "Cf" and not _SELECTOR.match(character):
            for one in _one_form(character):
                yield one, place


def _gap(text: str, at: int, character: str) -> str:
    """What a character at ``at`` may separate, if it is a mark or white space; else nothing."""
    if character in CELL_MARKS:
        return CELL
    if character.isspace():
        return _white_space(text, at)
    return SPACE if character in _MARKS else ""


def _white_space(text: str, at: int) -> str:
    """What a white-space character may separate; of two, neither of them thin, paragraphs."""
    if text[at] == "\n":
        return BREAK
    before = text[at - 1 : at]
    is_wide = before.isspace() and not {before, text[at]} & _THIN
    return GAP if is_wide else SPACE


@lru_cache(maxsize=4096)
def _one_form(character: str) -> str:
    """The NFKC form of a character, unless it is longer (℃, ㎡, ½), or a digit where there was none
    (²), or a mark that means something else.
    """
    form = unicodedata.normalize("NFKC", character)
    makes_a_digit = (
        form.isnumeric()
        and not character[0].isdecimal()
        and unicodedata.category(character[0]) not in {"Lo", "So"}
    )
    return character if character == "，" or len(form) > len(character) or makes_a_digit else form


def with_gaps(pieces: Iterable[TextPiece]) -> Iterator[TextPiece]:
    """The characters; what is between them only where it separates two numerals."""
    last, between, place = "", "", 0
    for piece, offset in pieces:
        if piece in SEPARATORS:
            between, place = max(between, piece, key=SEPARATORS.index), offset
            continue
        if between and (gap := _gap_between(last, piece, between)):
            yield gap, place
        yield piece, offset
        last, between = piece, ""


def _gap_between(last: str, character: str, between: str) -> str:
    """What stays of what is between two characters; nothing unless both belong to numbers."""
    if last.isdecimal() and character.isdecimal():
        return between
    if (last in _DIGIT_MARKS and character.isdecimal()) or (last.isdecimal() and character == "."):
        return between
    if between == CELL:
        is_kept = _is_one_of(last, _ENDS_A_CELL) and _is_one_of(character, _BEGINS_A_CELL)
    else:
        is_kept = between == GAP and all(
            _is_one_of(one, _CHINESE_DIGITS) for one in (last, character)
        )
    return between if is_kept else ""


def _is_one_of(character: str, others: Container[str]) -> bool:
    """Whether a character is a digit or one of the ``others``."""
    return character.isdecimal() or character in others
