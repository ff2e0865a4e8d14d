"""The list of what is on a page of prose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from statsite.render.prose import ProseBlock

_HEADING = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)


class Heading(Struct, frozen=True):
    """A heading of the second level: its id, and its text without marks."""

    id: str
    text: str


def contents(blocks: Iterable[ProseBlock]) -> list[Heading]:
    """The headings of the second level, in the order of the page."""
    return [
        Heading(found[1], Markup(found[2]).striptags())  # noqa: S704 - cleaned where the block was made
        for block in blocks
        for found in _HEADING.finditer(block.html)
    ]
