"""The text of an article, made ready for finding figures in it: one normalisation, every character traceable to its file.

The normalisation: Unicode NFKC - but the full-width comma stays, which between digits parts two figures - then all white space and the Markdown
marks ``* # ` _ > |`` removed. A figure broken across narrow newspaper columns is found; white space between two digits stays as one blank, so
that two numbers never become one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from statsite.model import TextPlace

_MARKS = frozenset("*#`_>|")
_SENTENCE_END = re.compile(r"[。!?;]")


@dataclass(frozen=True)
class Article:
    """An article's normalised text. ``lines`` holds for each character the line of the file it stands in, counted from 1."""

    text: str
    lines: tuple[int, ...]

    @cached_property
    def digest(self) -> str:
        """Fingerprint of the whole text."""
        return fingerprint(self.text)

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


def article(lines: list[tuple[int, str]]) -> Article:
    """The article whose lines, with their numbers in the file, are given."""
    kept = list(_characters(lines))
    return Article("".join(character for character, _ in kept), tuple(line for _, line in kept))


def _characters(lines: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """The characters that stay, with their lines; white space between two digits as one blank."""
    last, parted = "", False
    for number, line in lines:
        for character in "，".join(unicodedata.normalize("NFKC", part) for part in line.split("，")) + "\n":
            if character.isspace():
                parted = True
            elif character not in _MARKS:
                if parted and last.isdecimal() and character.isdecimal():
                    yield " ", number
                yield character, number
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
