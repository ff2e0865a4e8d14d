"""The text of an article, made ready for finding figures in it: one normalisation, every character traceable to its file.

The normalisation: Unicode NFKC of each character with the marks on it - but the full-width comma stays, which between digits parts two
figures - then all white space and the Markdown marks ``* # ` _ > |`` removed. A figure broken across narrow newspaper columns is found; white
space between two digits stays as one blank, so that two numbers never become one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from statsite.model import TextPlace

_MARKS = frozenset("*#`_>|")
_CHARACTER = re.compile(r".[\u0300-\u036f\u3099\u309a]*", re.DOTALL)
_SENTENCE_END = re.compile(r"[。!?;]")


@dataclass(frozen=True)
class Article:
    """An article's text: normalised, and as given.

    ``given`` are its lines as they stand in the file, ``numbers`` the number of each, counted from 1. ``offsets`` holds for each character
    of ``text`` where it stands in ``given``.
    """

    text: str
    given: str
    offsets: tuple[int, ...]
    numbers: tuple[int, ...]

    @cached_property
    def digest(self) -> str:
        """Fingerprint of the whole text."""
        return fingerprint(self.text)

    def span_given(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``given`` that prints a span, not empty, of the normalised text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def line(self, offset: int) -> int:
        """The line of the file in which a place in ``given`` stands."""
        return self.numbers[self.given.count("\n", 0, offset)]

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span: from the last 。！？； before it to the first behind it."""
        before = [found.end() for found in _SENTENCE_END.finditer(self.text, 0, start)]
        behind = _SENTENCE_END.search(self.text, end)
        return self.text[before[-1] if before else 0 : behind.end() if behind else len(self.text)]


def fingerprint(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of ``text``: enough that no two texts of a site share them by chance."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def normalised(text: str) -> str:
    """``text`` in the form in which articles are searched."""
    return article([(1, text)]).text


def article(lines: Sequence[tuple[int, str]]) -> Article:
    """The article whose lines, with their numbers in the file, are given."""
    given = "\n".join(line for _, line in lines)
    kept = list(_characters(given))
    return Article("".join(character for character, _ in kept), given, tuple(offset for _, offset in kept), tuple(number for number, _ in lines))


def _characters(given: str) -> Iterator[tuple[str, int]]:
    """The characters that stay, with their offsets; white space between two digits as one blank."""
    last, parted = "", False
    for found in _CHARACTER.finditer(given):
        for character in found[0] if found[0] == "，" else unicodedata.normalize("NFKC", found[0]):
            if character.isspace():
                parted = True
            elif character not in _MARKS:
                if parted and last.isdecimal() and character.isdecimal():
                    yield " ", found.start()
                yield character, found.start()
                last, parted = character, False


class TextMissing(Exception):  # noqa: N818 - named for what happened
    """An article's text cannot be opened; the message says why."""


@dataclass(frozen=True, slots=True)
class Articles:
    """The folder that holds the articles' texts."""

    folder: Path

    def article(self, place: TextPlace) -> Article:
        """The article that stands at ``place``. Raises TextMissing where the file is not there, is no UTF-8 or is shorter than its line ranges."""
        path = self.folder / place.file
        try:
            written = path.read_text(encoding="utf-8-sig").split("\n")
        except OSError as error:
            raise TextMissing(f"{place.file}: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise TextMissing(f"{place.file} is not UTF-8") from error
        if place.lines[-1][1] > len(written):
            raise TextMissing(f"{place.file} has {len(written)} lines, not {place.lines[-1][1]}")
        return article([(n, written[n - 1]) for first, last in place.lines for n in range(first, last + 1)])
