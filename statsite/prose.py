"""What stands in Markdown prose: references to figures and charts, links, and the words that are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

REFERENCE = re.compile(r"\[\[\s*(?P<chart>chart:)?(?P<id>[^\[\]|\s]+?)\s*(?:\|(?P<words>[^\[\]]*))?\]\]")
CHART_LINE = re.compile(r"^[ \t]*\[\[\s*chart:(?P<id>[^\[\]|\s]+?)\s*\]\][ \t]*$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)\)")


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

    The words of ``[[id|words]]`` stay: a number typed there is as bare as anywhere.
    """
    without_links = LINK.sub(lambda m: m[0].replace(m["target"], " " * len(m["target"])) if m["target"] else m[0], text)
    return REFERENCE.sub(_blank_reference, without_links)


def _blank_reference(found: re.Match[str]) -> str:
    if found["words"] is None:
        return " " * len(found[0])
    start = found.start("words") - found.start()
    return " " * start + found["words"] + " " * (len(found[0]) - start - len(found["words"]))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of ``offset`` in ``text``."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
