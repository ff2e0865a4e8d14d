"""What stands in Markdown prose: references to figures and charts, links, and the words that are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_ID = r"(?P<id>[^\[\]|\s]+?)"
REFERENCE = re.compile(rf"\[\[[ \t]*(?P<chart>chart:)?{_ID}[ \t]*(?:\|(?P<words>[^\[\]]*))?\]\]")
CHART_LINE = re.compile(rf"^[ \t]*\[\[[ \t]*chart:{_ID}[ \t]*\]\][ \t]*$", re.MULTILINE)

#: The one way to write a link. Its target holds no bracket, blank or backslash, and no host outside ASCII.
LINK = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]]+)\]\((?P<target>(?![^()\s]*//[^()\s/?#]*[^\x00-\x7f/?#])[^()\[\]\\\s\x00-\x1f]+)\)")


@dataclass(frozen=True, slots=True)
class ProseReference:
    """``[[id]]``, ``[[id|words]]`` or ``[[chart:id]]``; line and column count from 1 within the text it was found in."""

    kind: Literal["figure", "chart"]
    id: str
    words: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A Markdown link and its place."""

    target: str
    line: int
    column: int


def references(text: str) -> Iterator[ProseReference]:
    """Every reference in ``text``, in its order."""
    for found in REFERENCE.finditer(text):
        line, column = place(text, found.start())
        yield ProseReference("chart" if found["chart"] else "figure", found["id"], found["words"], line, column)


def links(text: str) -> Iterator[ProseLink]:
    """Every Markdown link in ``text``, in its order."""
    for found in LINK.finditer(text):
        line, column = place(text, found.start("target"))
        yield ProseLink(found["target"], line, column)


def blanked(text: str) -> str:
    """``text`` with references and link targets blanked, every other character in its place.

    The words of ``[[id|words]]`` and of links stay: a number typed there is as bare as anywhere.
    """
    return REFERENCE.sub(_all_but_words, LINK.sub(_all_but_words, text))


def _all_but_words(found: re.Match[str]) -> str:
    words = found["words"] or ""
    before = found.start("words") - found.start() if words else 0
    return " " * before + words + " " * (len(found[0]) - before - len(words))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of ``offset`` in ``text``."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
