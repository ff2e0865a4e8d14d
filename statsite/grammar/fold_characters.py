"""Text made ready for reading figures: white space taken out, look-alike characters made one, every
offset traceable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from statsite.grammar.lexicon import FORMAL_NUMERALS
from statsite.grammar.traditional_characters import SIMPLIFIED_FORMS, TRADITIONAL_FORMS

#: Characters that a figure shows in one form only, whatever the newspaper set.
_SHOWN = str.maketrans("０１２３４５６７８９％", "0123456789%")
#: Full-width forms of ASCII characters, but not the comma, which stays a mark of its own.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
#: Traditional forms, and 唔 and 冇, by which Cantonese denies.
_TRADITIONAL = str.maketrans(f"{TRADITIONAL_FORMS}於唔冇", f"{SIMPLIFIED_FORMS}于不没")
_PLAIN = (
    _WIDE
    | _TRADITIONAL
    | str.maketrans(
        "〜∼⁓˜‐‑‒−–―─━ー⁄∕≧≦⩾⩽○◯∶貳貮弍弐陸叄弎弌壱両٪",
        "~~~~----—————//≥≤≥≤〇〇:贰贰贰贰陆叁叁壹壹两%",
    )
)
_BLANKS = re.compile(r"\s+")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
#: The numerals of cheques. One alone is a word (大陆, 队伍, 收拾); two or more in a row are a
#: number, and so is one before 元 or 圆.
_FORMAL = str.maketrans(f"{FORMAL_NUMERALS}圆", "一二三三四五六七八九十百千元")
_FORMAL_RUN = re.compile(f"[{FORMAL_NUMERALS}](?:[{FORMAL_NUMERALS}零万亿]+圆?|圆|(?=元))")


class FoldedText(Struct, frozen=True):
    """A text without its white space.

    ``shown`` is the text as printed but for full-width digits and per-cent signs; ``plain`` is as
    long and has one form of every character, for matching. White space between two Arabic digits
    stays as one space: it may separate the groups of one number, and else nothing joins them.
    ``offsets`` holds for every character its offset in the text as given, and at the end that
    text's length.
    """

    shown: str
    plain: str
    offsets: tuple[int, ...]


def fold_text(text: str) -> FoldedText:
    """``text`` made ready for matching."""
    kept: list[str] = []
    offsets: list[int] = []
    for first, last, characters in _kept(text):
        kept.append(characters)
        offsets.extend(range(first, last))
    offsets.append(len(text))
    shown = "".join(kept).translate(_SHOWN)
    return FoldedText(shown, plain_of(shown), tuple(offsets))


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that stay, with where each begins and ends; of white space between
    two digits one character.
    """
    at = 0
    for found in _BLANKS.finditer(text):
        first, last = found.span()
        yield at, first, text[at:first]
        if _is_between_digits(text, first, last):
            yield first, first + 1, "\n" if "\n" in found[0] else " "
        at = last
    yield at, len(text), text[at:]


def _is_between_digits(text: str, first: int, last: int) -> bool:
    """Whether a stretch of ``text`` parts two digits."""
    is_inside = first > 0 and last < len(text)
    return is_inside and text[first - 1] in _DIGITS and text[last] in _DIGITS


def plain_of(text: str) -> str:
    """``text`` with one form of every character that figures are made of, as long as it is and with
    its white space.
    """
    plain = text.translate(_SHOWN).translate(_PLAIN)
    return _FORMAL_RUN.sub(lambda found: found[0].translate(_FORMAL), plain)


def fold_word(word: str) -> str:
    """``word`` in the form in which it is in ``FoldedText.plain``."""
    return fold_text(word).plain
